import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import { deriveStore, type Store } from '../../core/base/store';
import type { JournalEntry } from '../../core/change/journal';
import { selectRecent } from '../../core/change/recent';
import { undoneWords, type Undone } from '../../core/triage/report';
import { orError, STOPPED } from '../told';
import type { ChangesModel } from './model';

/** What the view needs of the rest of the plugin. */
export interface ChangesParts {
  readonly entries: Store<readonly JournalEntry[]>;
  readonly today: Store<Day>;
  readonly actions: { undo(id: string): Promise<Undone | null> };
  readonly openNote: ChangesModel['open'];
  readonly onError: (what: string, error: unknown) => void;
}

/** The rows of one view "Recent changes", followed from now until `stop`. */
export function followChanges({ entries, today, actions, openNote, onError }: ChangesParts): ChangesModel {
  const rows = deriveStore([entries], selectRecent, {
    equal: sameValue,
    onError: (error) => onError('“Recent changes” did not follow a change', error),
  });
  return {
    rows,
    today,
    undo: (id) =>
      orError(
        'The change was not taken back',
        async () => {
          const report = await actions.undo(id);
          return report === null
            ? 'It was not taken back: the journal does not hold it any more.'
            : undoneWords(report);
        },
        onError,
        STOPPED,
      ),
    open: openNote,
    stop: () => rows.stop(),
  };
}
