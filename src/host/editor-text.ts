import type { Editor } from 'obsidian';
import { applyEdits, type Outcome } from '../core/change/apply';
import type { TextChange } from '../core/change/diff';

/** Changes the text of an editor in one step. */
export function change(editor: Editor, changes: readonly TextChange[]): void {
  // Positions first: all of them are of the text before the change.
  const positions = changes.map(({ from, to, insert }) => ({
    from: editor.offsetToPos(from),
    to: editor.offsetToPos(to),
    text: insert,
  }));
  editor.transaction({ changes: positions }, 'account-actions');
}

/** Takes a change of an editor out again, so that Ctrl+Z does not bring it back; what was typed since stays. */
export function takeBack(editor: Editor, before: string, outcomes: readonly Outcome[]): void {
  editor.undo();
  if (editor.getValue() === before) return;
  editor.redo();
  change(
    editor,
    applyEdits(
      editor.getValue(),
      outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    ).changes,
  );
}
