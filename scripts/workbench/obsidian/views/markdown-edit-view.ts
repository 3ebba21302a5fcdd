import type { App, TFile } from 'obsidian';
import type { MarkdownView } from './markdown-view';

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
