import type { Edit } from '../core/change/edit';
import { repairNote } from '../core/change/repair';
import { detectDamage } from '../core/text/encoding';
import type { Context, OpenNote } from './context';
import { previewLines } from './prompts';
import { orError, toldOf } from './told';
import { words } from '../words/words';

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
    const report = await actions.run({ label: words.repair.label(name), notes: [{ path, edits }] });
    prompts.tell(toldOf(report, words.repair.done(report.written)));
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
      prompts.preview({
        title: words.repair.title,
        text: words.repair.text(open.name),
        list: words.repair.list,
        lines: previewLines(edits, null),
        refusals: [],
        action: words.repair.action(edits.length),
        write: () => orError(words.failures.repair, () => repair(open, edits), onError, undefined),
      });
    },
  };
}
