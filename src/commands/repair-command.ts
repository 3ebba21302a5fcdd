import { Notice, type App } from 'obsidian';
import type { Edit } from '../core/change/edit';
import { repairNote } from '../core/change/repair';
import { detectDamage } from '../core/text/encoding';
import type { Actions } from '../host/actions';
import type { Failure } from '../host/failure';
import { countWords } from '../ui/parts/day-words';
import { RepairModal } from '../ui/repair/repair-modal';
import { activeNote } from './active-note';
import type { CommandActions } from './commands';

interface RepairParts {
  readonly app: App;
  readonly actions: Actions;
  readonly failure: Failure;
}

/** The command that repairs the damaged text of the note at hand, after a preview. */
export function repairCommand({ app, actions, failure }: RepairParts): Pick<CommandActions, 'isNoteDamaged' | 'repairNote'> {
  const repair = async (path: string, note: string, edits: readonly Edit[]): Promise<void> => {
    const { written, refusals } = await actions.run({ label: `Repair damaged text in “${note}”`, notes: [{ path, edits }] });
    const reasons = [...new Set(refusals.map(({ sentence }) => sentence))];
    new Notice([...(written > 0 ? [`Repaired ${countWords(written, 'line')}.`] : []), ...reasons].join(' '));
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
      new RepairModal(app, {
        note: basename,
        edits,
        repair: () => repair(path, basename, edits).catch((error: unknown) => failure.report('The note was not repaired', error)),
        onError: (what, error) => failure.report(what, error),
      }).open();
    },
  };
}
