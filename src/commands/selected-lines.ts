import { MarkdownView, type Editor, type MarkdownFileInfo, type TFile } from 'obsidian';
import type { NoteLines } from '../app/triage/note-tasks';

/** The lines that the selections of an editor touch: from the first of them to the last. */
export function selectedLines(editor: Editor, { path }: TFile): NoteLines {
  const ends = editor.listSelections().flatMap(({ anchor, head }) => [anchor.line, head.line]);
  return { path, text: editor.getValue(), lines: { first: Math.min(...ends), last: Math.max(...ends) } };
}

/**
 * The lines that the menu of an editor is about: the selected ones where the line at which it was asked for is one of
 * them, or is not known; else that line. All from the text as the user sees it.
 */
export function menuLines(editor: Editor, file: TFile, clicked: number | null): NoteLines {
  const selected = selectedLines(editor, file);
  const { first, last } = selected.lines;
  const isMeant = clicked === null || (editor.somethingSelected() && first <= clicked && clicked <= last);
  return isMeant ? selected : { ...selected, lines: { first: clicked, last: clicked } };
}

/** The note that is edited, or null: none is while a note is only read, as Obsidian has it for commands of editors. */
export function editedNote(info: MarkdownFileInfo | null): { readonly editor: Editor; readonly file: TFile } | null {
  if (info?.editor === undefined || info.file === null) return null;
  if (info instanceof MarkdownView && info.getMode() === 'preview') return null;
  return { editor: info.editor, file: info.file };
}
