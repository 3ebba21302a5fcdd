import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import { deriveStore, type Store } from '../../core/base/store';
import { selectRecent, type RecentRow } from '../../core/change/recent';
import { undoneWords } from '../../core/triage/report';
import type { Context, Vault } from '../context';
import { orError, STOPPED } from '../told';
import { words } from '../../words/words';

/** What the view "Recent changes" is given: rows to show, and what it can ask for. */
export interface ChangesModel {
  readonly rows: Store<readonly RecentRow[]>;
  readonly today: Store<Day>;
  /** Takes an action back; comes back with what happened, in words for the user. */
  readonly undo: (id: string) => Promise<string>;
  readonly open: Vault['open'];
  /** Ends the following of all that was given. */
  readonly stop: () => void;
}

/** The rows of one view "Recent changes", followed from now until `stop`. */
export function followChanges({
  entries,
  today,
  actions,
  vault,
  onError,
}: Pick<Context, 'entries' | 'today' | 'actions' | 'vault' | 'onError'>): ChangesModel {
  const rows = deriveStore([entries], selectRecent, {
    equal: sameValue,
    onError: (error) => onError(words.failures.update.changes, error),
  });
  return {
    rows,
    today,
    undo: (id) =>
      orError(
        words.failures.undo,
        async () => {
          const report = await actions.undo(id);
          return report === null ? words.changes.undoGone : undoneWords(report);
        },
        onError,
        STOPPED,
      ),
    open: vault.open,
    stop: () => rows.stop(),
  };
}
