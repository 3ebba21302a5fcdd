import type { Editor } from 'obsidian';
import type { Lines } from '../core/triage/decide';

/** The lines that the selections of an editor touch: from the first of them to the last. */
export function selectedLines(editor: Editor): Lines {
  const ends = editor.listSelections().flatMap(({ anchor, head }) => [anchor.line, head.line]);
  return { first: Math.min(...ends), last: Math.max(...ends) };
}
