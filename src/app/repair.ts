import type { Edit } from '../core/change/edit';
import { repairNote } from '../core/change/repair';
import { detectDamage } from '../core/text/encoding';
import { countWords } from '../words/format';
import type { Context, OpenNote } from './context';
import { previewLines } from './prompts';
import { orError, toldOf } from './told';

/** Repairs the damaged text of the note at hand. */
export interface Repair {
  readonly isNoteDamaged: () => boolean;
  /** Shows what would change first. */
  readonly repairNote: () => void;
}

/** How damaged text is repaired. */
export function createRepair({
  vault,
  prompts,
  actions,
  onError,
}: Pick<Context, 'vault' | 'prompts' | 'actions' | 'onError'>): Repair {
  const repair = async ({ path, name }: OpenNote, edits: readonly Edit[]): Promise<void> => {
    const report = await actions.run({ label: `Repair damaged text in “${name}”`, notes: [{ path, edits }] });
    prompts.tell(toldOf(report, `Repaired ${countWords(report.written, 'line')}.`));
  };
  return {
    isNoteDamaged() {
      const open = vault.activeNote();
      return open !== null && detectDamage(open.text) !== null;
    },
    repairNote() {
      const open = vault.activeNote();
      if (open === null) return;
      const edits = repairNote(open.path, open.text);
      const count = countWords(edits.length, 'line');
      prompts.preview({
        title: 'Repair damaged text',
        text: `Letters and signs of “${open.name}” were damaged when it was written. ${edits.length === 1 ? 'This line' : `These ${count}`} would change, and nothing else; “Undo last change” brings them back.`,
        list: 'Damaged lines',
        lines: previewLines(edits, null),
        refusals: [],
        action: `Repair ${count}`,
        write: () => orError('The note was not repaired', () => repair(open, edits), onError, undefined),
      });
    },
  };
}
