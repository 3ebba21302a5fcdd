import type { HeadingCache } from 'obsidian';
import type { App } from '../../obsidian/app/app';
import { setIcon } from '../../obsidian/elements/icons';
import { debounce } from '../../obsidian/base/text';
import { ItemView } from '../../obsidian/views/view';
import type { WorkspaceLeaf } from '../../obsidian/window/workspace-leaf';

/** A list about the active note, drawn anew when that or its metadata changes. */
abstract class NoteSideView extends ItemView {
  constructor(
    leaf: WorkspaceLeaf,
    protected readonly host: App,
  ) {
    super(leaf);
  }

  protected abstract draw(el: HTMLElement, path: string): void;

  protected override async onOpen(): Promise<void> {
    const later = debounce(() => this.redraw(), 100);
    this.registerEvent(this.host.workspace.on('file-open', () => this.redraw()));
    this.registerEvent(
      this.host.metadataCache.on('resolved' as never, () => {
        later();
      }),
    );
    this.registerEvent(
      this.host.metadataCache.on('changed' as never, () => {
        later();
      }),
    );
    this.redraw();
  }

  protected row(parent: HTMLElement, text: string, press: () => void): HTMLElement {
    const item = parent.createDiv({ cls: 'tree-item' });
    const self = item.createDiv({ cls: ['tree-item-self', 'is-clickable'], attr: { role: 'button', tabindex: 0 } });
    self.createDiv({ cls: 'tree-item-inner', text });
    self.addEventListener('click', press);
    self.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') press();
    });
    return item;
  }

  private redraw(): void {
    const file = this.host.workspace.getActiveFile();
    this.contentEl.empty();
    if (file) this.draw(this.contentEl, file.path);
  }
}

/** The headings of the active note. */
export class OutlineView extends NoteSideView {
  override icon = 'list';

  getViewType(): string {
    return 'outline';
  }

  getDisplayText(): string {
    return 'Outline';
  }

  protected draw(el: HTMLElement, path: string): void {
    const headings = this.host.metadataCache.getCache(path)?.headings ?? [];
    if (headings.length === 0) el.createDiv({ cls: 'pane-empty', text: 'No headings found.' });
    const open: { readonly level: number; readonly el: HTMLElement }[] = [{ level: 0, el }];
    for (const heading of headings) {
      while ((open[open.length - 1]?.level ?? 0) >= heading.level) open.pop();
      const parent = open[open.length - 1]?.el ?? el;
      const item = this.row(parent, heading.heading, () => this.reveal(heading));
      open.push({ level: heading.level, el: item.createDiv({ cls: 'tree-item-children' }) });
    }
  }

  private reveal(heading: HeadingCache): void {
    this.host.workspace.getMostRecentLeaf()?.setEphemeralState({ line: heading.position.start.line });
  }
}

/** The notes that link to the active one. */
export class BacklinkView extends NoteSideView {
  override icon = 'links-coming-in';

  getViewType(): string {
    return 'backlink';
  }

  getDisplayText(): string {
    return 'Backlinks';
  }

  override getIcon(): string {
    return 'arrow-down-left';
  }

  protected draw(el: HTMLElement, path: string): void {
    const links = this.host.metadataCache.resolvedLinks as Record<string, Record<string, number>>;
    const sources = Object.keys(links).filter((source) => source !== path && links[source]?.[path]);
    const head = el.createDiv({ cls: 'tree-item-self' });
    setIcon(head.createDiv({ cls: ['tree-item-icon', 'collapse-icon'] }), 'right-triangle');
    head.createDiv({ cls: 'tree-item-inner', text: 'Linked mentions' });
    head
      .createDiv({ cls: 'tree-item-flair-outer' })
      .createSpan({ cls: 'tree-item-flair', text: String(sources.length) });
    if (sources.length === 0) el.createDiv({ cls: 'pane-empty', text: 'No backlinks found.' });
    for (const source of sources)
      this.row(el, source.replace(/^.*\//, '').replace(/\.md$/, ''), () => {
        void this.host.workspace.openLinkText(source, '');
      });
  }
}
