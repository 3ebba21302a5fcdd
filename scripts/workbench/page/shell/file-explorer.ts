import type { App } from '../../obsidian/app/app';
import { TFile, TFolder } from '../../obsidian/vault/file-tree';
import { setIcon } from '../../obsidian/elements/icons';
import { Menu } from '../../obsidian/overlays/menu';
import { Keymap } from '../../obsidian/base/scope';
import { debounce } from '../../obsidian/base/text';
import { ItemView } from '../../obsidian/views/view';
import type { WorkspaceLeaf } from '../../obsidian/window/workspace-leaf';
import { createNote } from './app-commands';

type Entry = TFile | TFolder;

function compare(a: Entry, b: Entry): number {
  const folders = Number(b instanceof TFolder) - Number(a instanceof TFolder);
  return folders || a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: 'base' });
}

/** The tree of files. A folder's rows are made when it is opened. */
export class FileExplorer extends ItemView {
  override icon = 'folder-closed';
  private readonly openFolders = new Set<string>();
  private readonly treeEl: HTMLElement;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: App,
  ) {
    super(leaf);
    const buttons = this.contentEl.createDiv({ cls: 'nav-header' }).createDiv({ cls: 'nav-buttons-container' });
    this.button(buttons, 'edit', 'New note', () => {
      void createNote(this.host);
    });
    this.button(buttons, 'folder-plus', 'New folder', () => {
      void this.host.vault.createFolder('Untitled');
    });
    this.button(buttons, 'chevrons-down-up', 'Collapse all', () => {
      this.openFolders.clear();
      this.redraw();
    });
    this.treeEl = this.contentEl.createDiv({ cls: ['nav-files-container', 'node-insert-event'] });
  }

  getViewType(): string {
    return 'file-explorer';
  }

  getDisplayText(): string {
    return 'Files';
  }

  protected override async onOpen(): Promise<void> {
    const later = debounce(() => this.redraw(), 50);
    const { vault, workspace } = this.host;
    for (const name of ['create', 'delete', 'rename'] as const)
      this.registerEvent(
        vault.on(name as 'create', () => {
          later();
        }),
      );
    this.registerEvent(workspace.on('file-open', () => this.followActive()));
    this.treeEl.addEventListener('keydown', (event) => this.onKey(event));
    this.redraw();
    this.followActive();
  }

  private button(parent: HTMLElement, icon: string, label: string, press: () => void): void {
    const el = parent.createEl('button', {
      cls: ['clickable-icon', 'nav-action-button'],
      attr: { 'aria-label': label },
    });
    setIcon(el, icon);
    el.addEventListener('click', press);
  }

  private redraw(): void {
    const scroll = this.treeEl.scrollTop;
    const focused = this.treeEl.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset['path']
      : undefined;
    this.treeEl.empty();
    const root = this.treeEl.createDiv({ cls: ['tree-item', 'nav-folder', 'mod-root'] });
    const rows = root.createDiv({
      cls: ['tree-item-children', 'nav-folder-children'],
      attr: { role: 'tree', 'aria-label': 'Files' },
    });
    this.drawChildren(rows, this.host.vault.getRoot());
    this.markActive();
    this.treeEl.scrollTop = scroll;
    if (focused !== undefined) this.row(focused)?.focus();
  }

  private drawChildren(el: HTMLElement, folder: TFolder): void {
    for (const child of [...(folder.children as Entry[])].sort(compare)) this.drawEntry(el, child);
  }

  private drawEntry(parent: HTMLElement, entry: Entry): void {
    const isFolder = entry instanceof TFolder;
    const kind = isFolder ? 'nav-folder' : 'nav-file';
    const open = isFolder && this.openFolders.has(entry.path);
    const item = parent.createDiv({
      cls: ['tree-item', kind, isFolder && !open ? 'is-collapsed' : ''],
      attr: { role: 'none' },
    });
    const self = item.createDiv({
      cls: ['tree-item-self', `${kind}-title`, 'tappable', 'is-clickable', isFolder ? 'mod-collapsible' : ''],
      attr: {
        'data-path': entry.path,
        role: 'treeitem',
        tabindex: -1,
        'aria-expanded': isFolder ? String(open) : null,
      },
    });
    if (isFolder)
      setIcon(
        self.createDiv({ cls: ['tree-item-icon', 'collapse-icon', open ? '' : 'is-collapsed'] }),
        'right-triangle',
      );
    self.createDiv({
      cls: ['tree-item-inner', `${kind}-title-content`],
      text: isFolder ? entry.name : entry.extension === 'md' ? entry.basename : entry.basename,
    });
    if (!isFolder && entry.extension !== 'md') self.createDiv({ cls: 'nav-file-tag', text: entry.extension });
    self.addEventListener('click', (event) => this.press(entry, event));
    self.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.press(entry, event);
    });
    self.addEventListener('contextmenu', (event) => this.showMenu(entry, event));
    if (open)
      this.drawChildren(
        item.createDiv({ cls: ['tree-item-children', 'nav-folder-children'], attr: { role: 'group' } }),
        entry,
      );
  }

  private press(entry: Entry, event: MouseEvent | KeyboardEvent): void {
    if (entry instanceof TFolder) {
      if (!this.openFolders.delete(entry.path)) this.openFolders.add(entry.path);
      this.redraw();
      this.row(entry.path)?.focus();
      return;
    }
    void this.host.workspace.getLeaf(Keymap.isModEvent(event)).openFile(entry);
    if (document.body.hasClass('is-phone')) this.host.workspace.leftSplit.collapse();
  }

  private showMenu(entry: Entry, event: MouseEvent): void {
    const menu = new Menu();
    if (entry instanceof TFile)
      menu.addItem((item) =>
        item
          .setSection('open')
          .setTitle('Open in new tab')
          .setIcon('file-plus')
          .onClick(() => {
            void this.host.workspace.getLeaf('tab').openFile(entry);
          }),
      );
    menu.addItem((item) =>
      item
        .setSection('danger')
        .setTitle('Delete')
        .setIcon('trash-2')
        .setWarning(true)
        .onClick(() => {
          void this.host.fileManager.trashFile(entry);
        }),
    );
    this.host.workspace.trigger('file-menu', menu, entry, 'file-explorer-context-menu', this.leaf);
    menu.showAtMouseEvent(event);
  }

  /** Opens the folders above the active file, so that it is seen. */
  private followActive(): void {
    const file = this.host.workspace.getActiveFile();
    for (let folder = file?.parent ?? null; folder && !folder.isRoot(); folder = folder.parent)
      this.openFolders.add(folder.path);
    this.redraw();
    if (file) this.row(file.path)?.scrollIntoView({ block: 'nearest' });
  }

  private markActive(): void {
    const active = this.host.workspace.getActiveFile();
    const row = active ? this.row(active.path) : null;
    row?.addClass('is-active');
    (row ?? this.rows()[0])?.setAttr('tabindex', 0);
  }

  private rows(): HTMLElement[] {
    return this.treeEl.findAll('.tree-item-self');
  }

  private row(path: string): HTMLElement | undefined {
    return this.rows().find((row) => row.dataset['path'] === path);
  }

  private onKey(event: KeyboardEvent): void {
    const rows = this.rows();
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const path = rows[at]?.dataset['path'];
    const entry = path === undefined ? null : (this.host.vault.getAbstractFileByPath(path) as Entry | null);
    const opens = entry instanceof TFolder && (event.key === 'ArrowRight') !== this.openFolders.has(entry.path);
    if (event.key === 'ArrowDown') rows[Math.min(at + 1, rows.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') rows[Math.max(at - 1, 0)]?.focus();
    else if ((event.key === 'Enter' || event.key === ' ') && entry) this.press(entry, event);
    else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && entry && opens) this.press(entry, event);
    else return;
    event.preventDefault();
  }
}
