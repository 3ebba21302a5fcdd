import type { ViewUpdate } from '@codemirror/view';
import type { App, HoverPopover, MarkdownViewModeType, Menu as ObsidianMenu, TFile, ViewStateResult } from 'obsidian';
import { Editor } from '../editor/editor';
import { createNoteEditor, type NoteEditor } from '../editor/editor-setup';
import { switchLivePreview } from '../editor/editor-state';
import { setIcon } from '../elements/icons';
import { followLinks } from '../rendering/link-opening';
import { revealLine, revealSubpath } from '../editor/line-reveal';
import { MarkdownPreviewView } from '../rendering/markdown-preview';
import { Menu } from '../overlays/menu';
import { TextFileView } from './text-file-view';
import type { Leaf } from '../internals';

interface EphemeralState {
  readonly line?: number;
  readonly subpath?: string;
  readonly cursor?: { readonly from: { line: number; ch: number }; readonly to?: { line: number; ch: number } };
  readonly scroll?: number;
  readonly focus?: boolean;
}

/** A note: as source, in Live Preview, or to read. */
export class MarkdownView extends TextFileView {
  override icon = 'lucide-file';
  hoverPopover: HoverPopover | null = null;
  readonly editor: Editor;
  readonly editMode: MarkdownEditView;
  readonly previewMode: MarkdownPreviewView;
  private readonly note: NoteEditor;
  private readonly sourceEl: HTMLElement;
  private readonly modeButton: HTMLElement;
  private mode: MarkdownViewModeType = 'source';
  private source = false;
  private loading = false;
  private hadFile = false;

  constructor(leaf: Leaf) {
    super(leaf);
    const { workspace } = leaf;
    this.sourceEl = this.contentEl.createDiv({
      cls: [
        'markdown-source-view',
        'cm-s-obsidian',
        'mod-cm6',
        'is-live-preview',
        'is-readable-line-width',
        'node-insert-event',
      ],
    });
    this.note = createNoteEditor({
      app: this.app,
      info: this,
      parent: this.sourceEl,
      extensions: workspace.editorExtensions,
      onUpdate: (update) => this.onEditorUpdate(update),
    });
    this.editor = new Editor(this.note.cm);
    this.editMode = new MarkdownEditView(this);
    this.previewMode = new MarkdownPreviewView(
      this.app,
      this.contentEl,
      () => this.file,
      (line) => this.toggleTask(line),
    );
    this.addChild(this.previewMode);
    this.register(this.contentEl.onWindowMigrated((win) => this.note.cm.setRoot(win.document)));
    this.modeButton = this.addAction('book-open', '', () => {
      void this.setMode(this.mode === 'source' ? 'preview' : 'source');
    });
    this.sourceEl.addEventListener('contextmenu', (event) => this.showEditorMenu(event));
    followLinks(this.app, this.contentEl, () => this.file?.path ?? '');
    this.showMode();
  }

  /** What is seen now: the editor or the reading view. */
  get currentMode(): MarkdownEditView | MarkdownPreviewView {
    return this.mode === 'source' ? this.editMode : this.previewMode;
  }

  getViewType(): string {
    return 'markdown';
  }

  getMode(): MarkdownViewModeType {
    return this.mode;
  }

  override onload(): void {
    super.onload();
    this.registerEvent(
      this.app.workspace.on('quick-preview', (file, data) => {
        // Another pane of the same note: shows at once what is typed there.
        if (file === this.file && data !== this.getViewData() && !this.dirty) this.setViewData(data, false);
      }),
    );
  }

  override onunload(): void {
    this.note.cm.destroy();
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: this.source };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const { mode, source } = (state ?? {}) as { mode?: unknown; source?: unknown };
    await super.setState(state, result);
    if (typeof source === 'boolean') this.setSource(source);
    if (mode === 'source' || mode === 'preview') await this.setMode(mode);
  }

  override getEphemeralState(): Record<string, unknown> {
    const { from, to } = { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') };
    return { cursor: { from, to }, scroll: this.currentMode.getScroll() };
  }

  override setEphemeralState(state: unknown): void {
    const { line, subpath, cursor, scroll, focus } = (state ?? {}) as EphemeralState;
    if (cursor) this.editor.setSelection(cursor.from, cursor.to ?? cursor.from);
    if (scroll !== undefined) this.currentMode.applyScroll(scroll);
    if (line !== undefined) this.goToLine(line);
    if (subpath !== undefined && subpath !== '')
      revealSubpath(this.app, this.file, subpath, (found) => this.goToLine(found));
    if (focus && this.mode === 'source') this.editor.focus();
  }

  getViewData(): string {
    return this.mode === 'source' ? this.editor.getValue() : this.previewMode.get();
  }

  setViewData(data: string, clear: boolean): void {
    this.loading = true;
    try {
      if (clear) this.note.reset(data);
      else this.editor.setValue(data);
      if (this.mode === 'preview') this.previewMode.set(data, clear);
    } finally {
      this.loading = false;
    }
  }

  clear(): void {
    this.loading = true;
    this.note.reset('');
    this.loading = false;
    this.previewMode.clear();
  }

  override async onLoadFile(file: TFile): Promise<void> {
    const isSwitched = this.hadFile;
    this.hadFile = true;
    await super.onLoadFile(file);
    // The editor is told of as changed, under the file that it shows now.
    if (isSwitched) this.app.workspace.trigger('editor-change', this.editor, this);
    this.leaf.updateHeader();
  }

  override async onRename(file: TFile): Promise<void> {
    await super.onRename(file);
    // The name stands above the text, in either mode.
    this.note.setPluginExtensions(this.leaf.workspace.editorExtensions);
    if (this.mode === 'preview') this.previewMode.rerender();
  }

  /** The bar to search in the note: left out. */
  showSearch(): void {
    /* Left out. */
  }

  /** Takes the registered editor extensions anew. */
  updateOptions(): void {
    this.note.setPluginExtensions(this.leaf.workspace.editorExtensions);
  }

  async setMode(mode: MarkdownViewModeType): Promise<void> {
    if (mode === this.mode) return;
    const scroll = this.currentMode.getScroll();
    // Each half has the text before it is asked for it: what is not saved yet is saved from the one that is shown.
    if (mode === 'preview') this.previewMode.set(this.editor.getValue(), true);
    this.mode = mode;
    this.showMode();
    if (!this.dirty) await this.saveAsShown();
    this.currentMode.applyScroll(scroll);
    this.leaf.workspace.onLayoutChange();
  }

  /** Source as it is written (true) or Live Preview. */
  setSource(source: boolean): void {
    this.source = source;
    this.sourceEl.toggleClass('is-live-preview', !source);
    switchLivePreview(this.note.cm, !source);
  }

  override onPaneMenu(menu: ObsidianMenu, source: string): void {
    if (source === 'more-options') {
      menu.addItem((item) =>
        item
          .setSection('pane')
          .setTitle('Reading view')
          .setIcon('book-open')
          .setChecked(this.mode === 'preview')
          .onClick(() => {
            void this.setMode(this.mode === 'source' ? 'preview' : 'source');
          }),
      );
      menu.addItem((item) =>
        item
          .setSection('pane')
          .setTitle('Source mode')
          .setIcon('code-2')
          .setChecked(this.source)
          .onClick(() => this.setSource(!this.source)),
      );
    }
    super.onPaneMenu(menu, source);
  }

  private onEditorUpdate(update: ViewUpdate): void {
    if (!update.docChanged) {
      if (update.selectionSet) this.leaf.workspace.editorSuggest.onUpdate(this.editor, this.file, false);
      return;
    }
    this.app.workspace.trigger('editor-change', this.editor, this);
    if (this.loading) return;
    this.data = this.editor.getValue();
    this.requestSave();
    if (this.file) this.app.workspace.trigger('quick-preview', this.file, this.data);
    this.leaf.workspace.editorSuggest.onUpdate(this.editor, this.file, true);
  }

  private toggleTask(line: number): void {
    const lines = this.getViewData().split('\n');
    const text = lines[line] ?? '';
    lines[line] = text.replace(/\[(.)\]/u, (_, symbol: string) => (symbol === ' ' ? '[x]' : '[ ]'));
    this.setViewData(lines.join('\n'), false);
    this.requestSave();
  }

  private goToLine(line: number): void {
    if (this.mode === 'preview') this.previewMode.revealLine(line);
    else revealLine(this.note.cm, line);
  }

  private showMode(): void {
    const reading = this.mode === 'preview';
    this.sourceEl.toggle(!reading);
    this.previewMode.containerEl.toggle(reading);
    this.containerEl.setAttr('data-mode', this.mode);
    setIcon(this.modeButton, reading ? 'edit-3' : 'book-open');
    this.modeButton.setAttr(
      'aria-label',
      reading ? 'Current view: reading\nClick to edit' : 'Current view: editing\nClick to read',
    );
  }

  private showEditorMenu(event: MouseEvent): void {
    event.preventDefault();
    const menu = new Menu();
    const { editor } = this;
    const copy = (): void => {
      void navigator.clipboard?.writeText(editor.getSelection());
    };
    menu.addItem((item) =>
      item
        .setSection('clipboard')
        .setTitle('Cut')
        .setIcon('scissors')
        .setDisabled(!editor.somethingSelected())
        .onClick(() => {
          copy();
          editor.replaceSelection('');
        }),
    );
    menu.addItem((item) =>
      item
        .setSection('clipboard')
        .setTitle('Copy')
        .setIcon('copy')
        .setDisabled(!editor.somethingSelected())
        .onClick(copy),
    );
    this.app.workspace.trigger('editor-menu', menu, editor, this);
    menu.showAtMouseEvent(event);
  }
}

/** The editing half of a Markdown view. */
export class MarkdownEditView {
  readonly app: App;
  readonly hoverPopover = null;

  constructor(private readonly view: MarkdownView) {
    this.app = view.app;
  }

  get file(): TFile | null {
    return this.view.file;
  }

  get(): string {
    return this.view.editor.getValue();
  }

  set(data: string, clear: boolean): void {
    this.view.setViewData(data, clear);
  }

  clear(): void {
    this.view.clear();
  }

  getSelection(): string {
    return this.view.editor.getSelection();
  }

  /** How far it is scrolled, as the line that stands on top. */
  getScroll(): number {
    const { cm } = this.view.editor;
    if (cm.scrollDOM.scrollTop === 0) return 0;
    return cm.state.doc.lineAt(cm.lineBlockAtHeight(cm.scrollDOM.scrollTop).from).number - 1;
  }

  applyScroll(line: number): void {
    if (line > 0) this.view.editor.scrollIntoView({ from: { line, ch: 0 }, to: { line, ch: 0 } });
    else this.view.editor.scrollTo(null, 0);
  }
}
