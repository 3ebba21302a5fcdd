import type { Editor, TFile } from 'obsidian';
import type { NoteLines } from '../app/triage/note-tasks';

/** The lines that the selections of an editor touch: from the first of them to the last. */
export function selectedLines(editor: Editor, { path }: TFile): NoteLines {
  const ends = editor.listSelections().flatMap(({ anchor, head }) => [anchor.line, head.line]);
  return { path, text: editor.getValue(), lines: { first: Math.min(...ends), last: Math.max(...ends) } };
}
