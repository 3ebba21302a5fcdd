import type { EditorView } from '@codemirror/view';
import { editorInfoField } from 'obsidian';

/** The note that an editor shows the lines of; null for one within another, which shows the cell of a table. */
export function pathOf({ state, dom }: EditorView): string | null {
  if (dom.parentElement?.closest('.cm-editor') != null) return null;
  return state.field(editorInfoField, false)?.file?.path ?? null;
}
