import type { App, EditorPosition, EditorSuggestContext, EditorSuggestTriggerInfo, Instruction, TFile } from 'obsidian';
import type { Editor } from './editor';
import { PopoverSuggest } from '../overlays/popover-suggest';
import { drawInstructions } from '../overlays/suggest-modal';

/** Suggestions at the cursor of an editor. */
export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: EditorSuggestContext | null = null;
  limit = 100;

  constructor(app: App) {
    super(app);
  }

  setInstructions(instructions: Instruction[]): void {
    drawInstructions(this.suggestEl.createDiv({ cls: 'prompt-instructions' }), instructions);
  }

  abstract onTrigger(cursor: EditorPosition, editor: Editor, file: TFile | null): EditorSuggestTriggerInfo | null;
  abstract getSuggestions(context: EditorSuggestContext): T[] | Promise<T[]>;

  override close(): void {
    this.context = null;
    super.close();
  }

  /** The editor changed: shows what fits at the cursor, or nothing. Says whether it has something to show. */
  async trigger(editor: Editor, file: TFile): Promise<boolean> {
    const info = this.onTrigger(editor.getCursor(), editor, file);
    if (!info) {
      this.close();
      return false;
    }
    const context: EditorSuggestContext = { ...info, editor: editor, file };
    this.context = context;
    const values = await this.getSuggestions(context);
    if (this.context !== context) return false;
    const rect = editor.cm.coordsAtPos(editor.posToOffset(info.start));
    this.showAt(this.limit > 0 ? values.slice(0, this.limit) : values, rect ?? { left: 0, top: 0, bottom: 0 });
    return values.length > 0;
  }
}

/** All suggestions for editors, asked in their order. */
export class EditorSuggestHost {
  private suggests: readonly EditorSuggest<unknown>[] = [];

  constructor(readonly app: App) {}

  addSuggest(suggest: EditorSuggest<unknown>): void {
    this.suggests = [...this.suggests, suggest];
  }

  removeSuggest(suggest: EditorSuggest<unknown>): void {
    suggest.close();
    this.suggests = this.suggests.filter((other) => other !== suggest);
  }

  /** Typing opens a list; moving the cursor only keeps or closes one. */
  onUpdate(editor: Editor, file: TFile | null, typed: boolean): void {
    if (!file) return;
    void this.ask(editor, file, typed ? this.suggests : this.suggests.filter((suggest) => suggest.isOpen));
  }

  private async ask(editor: Editor, file: TFile, suggests: readonly EditorSuggest<unknown>[]): Promise<void> {
    for (const suggest of suggests) if (await suggest.trigger(editor, file)) return;
  }
}
