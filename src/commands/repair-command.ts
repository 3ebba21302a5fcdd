import type { App } from 'obsidian';
import type { Edit } from '../core/change/edit';
import { repairNote } from '../core/change/repair';
import { detectDamage } from '../core/text/encoding';
import type { Actions } from '../host/actions';
import type { Failure } from '../host/failure';
import { countWords } from '../words/format';
import { PreviewModal, previewLines } from '../ui/prompts/preview-modal';
import { toldOf, type Tell } from '../app/told';
import { activeNote } from '../host/active-note';
import type { CommandActions } from './commands';

interface RepairParts {
  readonly app: App;
  readonly actions: Actions;
  readonly tell: Tell;
  readonly failure: Failure;
}

/** The command that repairs the damaged text of the note at hand, after a preview. */
export function repairCommand({
  app,
  actions,
  tell,
  failure,
}: RepairParts): Pick<CommandActions, 'isNoteDamaged' | 'repairNote'> {
  const repair = async (path: string, note: string, edits: readonly Edit[]): Promise<void> => {
    const report = await actions.run({ label: `Repair damaged text in “${note}”`, notes: [{ path, edits }] });
    tell(toldOf(report, `Repaired ${countWords(report.written, 'line')}.`));
  };
  return {
    isNoteDamaged() {
      const open = activeNote(app);
      return open !== null && detectDamage(open.text) !== null;
    },
    repairNote() {
      const open = activeNote(app);
      if (open === null) return;
      const { path, basename } = open.file;
      const edits = repairNote(path, open.text);
      const count = countWords(edits.length, 'line');
      new PreviewModal(app, {
        title: 'Repair damaged text',
        text: `Letters and signs of “${basename}” were damaged when it was written. ${edits.length === 1 ? 'This line' : `These ${count}`} would change, and nothing else; “Undo last change” brings them back.`,
        list: 'Damaged lines',
        lines: previewLines(edits, null),
        refusals: [],
        action: `Repair ${count}`,
        write: () =>
          repair(path, basename, edits).catch((error: unknown) => failure.report('The note was not repaired', error)),
        onError: (what, error) => failure.report(what, error),
      }).open();
    },
  };
}
