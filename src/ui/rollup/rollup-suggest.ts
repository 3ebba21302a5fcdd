import {
  EditorSuggest,
  type App,
  type Editor,
  type EditorPosition,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
} from 'obsidian';
import { ROLLUP_LANGUAGE } from '../../core/rollup/block';
import { completionsAt, type Completion, type KnownNames } from '../../core/rollup/complete';
import { visible } from '../../core/text/inline';

/** A block has so few lines that its fence is never further above. */
const FARTHEST_FENCE = 60;
const MOST_OPTIONS = 30;

/** Offers keys and values while one writes inside of a rollup block. */
export class RollupSuggest extends EditorSuggest<Completion> {
  constructor(
    app: App,
    private readonly names: KnownNames,
  ) {
    super(app);
  }

  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const lines = blockAbove(editor, cursor.line);
    if (lines === null) return null;
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    // An empty line is one's own: a key pressed to leave it must not choose something.
    if (before.trim() === '') return null;
    const { from, options } = completionsAt(before, lines, this.names);
    const query = before.slice(from);
    // What is written in full needs no offer.
    if (options.length === 0 || (options.length === 1 && options[0]!.insert.trim() === query.trim())) return null;
    return { start: { line: cursor.line, ch: from }, end: cursor, query };
  }

  override getSuggestions({ editor, start, end }: EditorSuggestContext): Completion[] {
    const lines = blockAbove(editor, start.line) ?? [];
    return completionsAt(editor.getLine(end.line).slice(0, end.ch), lines, this.names).options.slice(0, MOST_OPTIONS);
  }

  override renderSuggestion({ label, about }: Completion, element: HTMLElement): void {
    element.createEl('bdi', { text: visible(label) });
    if (about !== '') element.createEl('small', { text: ` ${about}` });
  }

  override selectSuggestion({ insert }: Completion): void {
    if (this.context === null) return;
    const { editor, start, end } = this.context;
    // Obsidian leaves the list open. What is written now may open the next one.
    this.close();
    editor.replaceRange(insert, start, end);
    editor.setCursor({ line: start.line, ch: start.ch + insert.length });
  }
}

/** The lines of the rollup block around a line, but that line itself; null where it stands in none. */
function blockAbove(editor: Editor, line: number): readonly string[] | null {
  const above: string[] = [];
  for (let at = line - 1; at >= 0 && at >= line - FARTHEST_FENCE; at--) {
    const text = editor.getLine(at);
    const fence = fenceIn(text);
    if (fence === null) {
      above.push(text);
      continue;
    }
    if (fence !== ROLLUP_LANGUAGE) return null;
    for (
      let next = line + 1;
      next < editor.lineCount() && fenceIn(editor.getLine(next)) !== '' && next < line + FARTHEST_FENCE;
      next++
    )
      above.push(editor.getLine(next));
    return above;
  }
  return null;
}

/** The language that a line names behind the marks of a fence, empty where it names none; null where it is no fence. */
function fenceIn(text: string): string | null {
  const language = /^[\s>]*(?:`{3,}|~{3,})([^]*)/.exec(text)?.[1]!.trim();
  return language === undefined || /\s/.test(language) ? null : language;
}
