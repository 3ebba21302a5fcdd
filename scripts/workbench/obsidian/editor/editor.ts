import {
  cursorDocEnd,
  cursorDocStart,
  cursorGroupLeft,
  cursorGroupRight,
  cursorLineDown,
  cursorLineUp,
  cursorCharLeft,
  cursorCharRight,
  deleteLine,
  indentLess,
  indentMore,
  insertNewlineAndIndent,
  moveLineDown,
  moveLineUp,
  redo,
  undo,
} from '@codemirror/commands';
import { foldAll, toggleFold, unfoldAll } from '@codemirror/language';
import {
  type ChangeSpec,
  EditorSelection as CodeMirrorSelection,
  type SelectionRange,
  type Text,
} from '@codemirror/state';
import { type Command, EditorView } from '@codemirror/view';
import type {
  EditorChange,
  EditorCommandName,
  EditorPosition,
  EditorRange,
  EditorRangeOrCaret,
  EditorSelection,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian';
import { singleChange } from './merge-text';

const COMMANDS: Readonly<Record<EditorCommandName, Command>> = {
  goUp: cursorLineUp,
  goDown: cursorLineDown,
  goLeft: cursorCharLeft,
  goRight: cursorCharRight,
  goStart: cursorDocStart,
  goEnd: cursorDocEnd,
  goWordLeft: cursorGroupLeft,
  goWordRight: cursorGroupRight,
  indentMore,
  indentLess,
  newlineAndIndent: insertNewlineAndIndent,
  swapLineUp: moveLineUp,
  swapLineDown: moveLineDown,
  deleteLine,
  toggleFold,
  foldAll,
  unfoldAll,
};

/** Obsidian's face of a CodeMirror view: lines and columns count from 0. */
export class Editor {
  constructor(readonly cm: EditorView) {}

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  getValue(): string {
    return this.cm.state.doc.toString();
  }

  /** Changes only what differs, so that the cursor stays where it can. */
  setValue(content: string): void {
    const change = singleChange(this.getValue(), content.replace(/\r\n?/g, '\n'));
    if (change) this.cm.dispatch({ changes: { from: change.from, to: change.to, insert: change.text } });
  }

  getLine(line: number): string {
    return line < 0 || line >= this.lineCount() ? '' : this.cm.state.doc.line(line + 1).text;
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.cm.state.doc.lines;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  getSelection(): string {
    return this.cm.state.selection.ranges.map((range) => this.cm.state.sliceDoc(range.from, range.to)).join('\n');
  }

  somethingSelected(): boolean {
    return this.cm.state.selection.ranges.some((range) => !range.empty);
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string, origin?: string): void {
    this.cm.dispatch(this.cm.state.replaceSelection(replacement), { ...event(origin), scrollIntoView: true });
  }

  replaceRange(replacement: string, from: EditorPosition, to: EditorPosition = from, origin?: string): void {
    this.cm.dispatch({ changes: this.change({ text: replacement, from, to }), ...event(origin) });
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }

  listSelections(): EditorSelection[] {
    return this.cm.state.selection.ranges.map((range) => ({
      anchor: this.offsetToPos(range.anchor),
      head: this.offsetToPos(range.head),
    }));
  }

  setCursor(pos: EditorPosition | number, ch = 0): void {
    this.setSelection(typeof pos === 'number' ? { line: pos, ch } : pos);
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const selection = CodeMirrorSelection.create(
      ranges.map(({ anchor, head = anchor }) => this.range(anchor, head)),
      main,
    );
    this.cm.dispatch({ selection, scrollIntoView: true });
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    if (typeof x === 'number') this.cm.scrollDOM.scrollLeft = x;
    if (typeof y === 'number') this.cm.scrollDOM.scrollTop = y;
  }

  scrollIntoView(range: EditorRange, center = false): void {
    this.cm.dispatch({
      effects: EditorView.scrollIntoView(this.range(range.from, range.to), { y: center ? 'center' : 'nearest' }),
    });
  }

  undo(): void {
    undo(this.cm);
  }

  redo(): void {
    redo(this.cm);
  }

  exec(command: EditorCommandName): void {
    COMMANDS[command](this.cm);
  }

  /** All of it at once: one step to undo. */
  transaction(tx: EditorTransaction, origin?: string): void {
    const changes: ChangeSpec[] = (tx.changes ?? []).map((change) => this.change(change));
    if (tx.replaceSelection !== undefined) {
      const insert = tx.replaceSelection;
      changes.push(...this.cm.state.selection.ranges.map(({ from, to }) => ({ from, to, insert })));
    }
    const wanted = tx.selections ?? (tx.selection ? [tx.selection] : []);
    // Positions of the selection are meant in the text after the changes.
    const after = this.cm.state.changes(changes).apply(this.cm.state.doc);
    const ranges = wanted.map(({ from, to = from }: EditorRangeOrCaret) =>
      CodeMirrorSelection.range(offsetIn(after, from), offsetIn(after, to)),
    );
    this.cm.dispatch({
      changes,
      ...(ranges.length > 0 ? { selection: CodeMirrorSelection.create(ranges) } : {}),
      ...event(origin),
    });
  }

  wordAt(pos: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(pos));
    return word ? { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) } : null;
  }

  posToOffset(pos: EditorPosition): number {
    return offsetIn(this.cm.state.doc, pos);
  }

  offsetToPos(offset: number): EditorPosition {
    const { doc } = this.cm.state;
    const at = Math.max(0, Math.min(offset, doc.length));
    const line = doc.lineAt(at);
    return { line: line.number - 1, ch: at - line.from };
  }

  processLines<T>(
    read: (line: number, lineText: string) => T | null,
    write: (line: number, lineText: string, value: T | null) => EditorChange | void,
    ignoreEmpty = true,
  ): void {
    const lines = [...this.selectedLines()]
      .map((line) => ({ line, text: this.getLine(line) }))
      .filter(({ text }) => !ignoreEmpty || text.trim() !== '');
    const values = lines.map(({ line, text }) => read(line, text));
    const changes = lines.flatMap(({ line, text }, at) => write(line, text, values[at] ?? null) ?? []);
    if (changes.length > 0) this.transaction({ changes });
  }

  private selectedLines(): ReadonlySet<number> {
    const lines = new Set<number>();
    for (const range of this.cm.state.selection.ranges) {
      const last = this.offsetToPos(range.to).line;
      for (let line = this.offsetToPos(range.from).line; line <= last; line += 1) lines.add(line);
    }
    return lines;
  }

  private change(change: EditorChange): { from: number; to: number; insert: string } {
    const from = this.posToOffset(change.from);
    return { from, to: change.to ? this.posToOffset(change.to) : from, insert: change.text };
  }

  private range(anchor: EditorPosition, head: EditorPosition): SelectionRange {
    return CodeMirrorSelection.range(this.posToOffset(anchor), this.posToOffset(head));
  }
}

function offsetIn(doc: Text, pos: EditorPosition): number {
  if (pos.line < 0) return 0;
  if (pos.line >= doc.lines) return doc.length;
  const line = doc.line(pos.line + 1);
  return line.from + Math.max(0, Math.min(pos.ch, line.length));
}

function event(origin: string | undefined): { userEvent?: string } {
  return origin === undefined ? {} : { userEvent: origin };
}
