import type { EditorView, ViewUpdate } from '@codemirror/view';
import type { MarkdownFileInfo } from 'obsidian';
import { Editor } from './editor';

/** Makes an editor with all that plugins registered, as that of the note has it. */
export type MakeEditor = (
  parent: HTMLElement,
  onUpdate: (update: ViewUpdate) => void,
) => { readonly cm: EditorView; readonly reset: (text: string) => void };

/**
 * An editor within the editor of a note, as Obsidian makes one of the cell of a table that is clicked: it has all that
 * plugins registered, says that it edits the note, and holds the words of the cell alone. Here they go to the note when
 * the cell is left; `place` says where they stand in it.
 */
export function editCell(
  make: MakeEditor,
  owner: EditorView,
  cell: HTMLElement,
  info: MarkdownFileInfo,
  place: () => { readonly from: number; readonly to: number } | null,
): void {
  const wordsNow = (): string => {
    const at = place();
    return at === null ? '' : owner.state.sliceDoc(at.from, at.to);
  };
  const before = wordsNow();
  cell.empty();
  const { cm, reset } = make(cell, ({ docChanged, view }) => {
    if (docChanged) info.app.workspace.trigger('editor-change', new Editor(view), info);
  });
  reset(before);
  cm.contentDOM.addEventListener('blur', () => {
    const after = cm.state.doc.toString();
    cm.destroy();
    cell.setText(after);
    const at = place();
    // What changed there meanwhile stays.
    if (after !== before && at !== null && wordsNow() === before) owner.dispatch({ changes: { ...at, insert: after } });
  });
  cm.focus();
}

/** Where the words of a cell stand: the column `index` of a line of a table, without blanks around them. */
export function cellRange(line: string, index: number): { readonly from: number; readonly to: number } | null {
  const inner = line.replace(/\|\s*$/, '');
  let from = inner.startsWith('|') ? 1 : 0;
  for (let left = index; left > 0; left--) {
    const bar = inner.indexOf('|', from);
    if (bar < 0) return null;
    from = bar + 1;
  }
  const bar = inner.indexOf('|', from);
  const words = inner.slice(from, bar < 0 ? inner.length : bar);
  const start = from + words.length - words.trimStart().length;
  return { from: start, to: start + words.trim().length };
}
