import { deriveStore, type Store } from '../../core/base/store';
import { rowsSelection } from '../../core/triage/select-rows';
import { NOTHING_WAITS, type Waiting } from '../../core/triage/waiting';
import type { Context } from '../context';
import { inOwnTask, type LaterStore } from '../own-task';
import { words } from '../../words/words';

/**
 * The rows of what waits, made once for all who show them. `settled`: they are those of the graph as it is, with its
 * copies.
 */
export interface FollowedRows extends Pick<LaterStore<unknown>, 'settled' | 'stop'> {
  /** Snoozed ones too; none until the copies were found once. */
  readonly rows: Store<Waiting>;
  /** Whether notes were read whose copies are not known yet. */
  readonly isFinding: Store<boolean>;
  /** Follows seldom until the function that comes back is called: much is written. */
  readonly slowly: () => () => void;
}

type RowContext = Pick<Context, 'graph' | 'groups' | 'groupsSettled' | 'today' | 'settings' | 'timers' | 'onError'>;

/** Follows what waits, from now until `stop`. */
export function followRows({
  graph,
  groups,
  groupsSettled,
  today,
  settings,
  timers,
  onError,
}: RowContext): FollowedRows {
  const options = { onError: (error: unknown) => onError(words.failures.update.triage, error) };
  const select = rowsSelection();
  // Together, so that rows are never of a graph that its groups were told before.
  const both = deriveStore([graph, groups], (notes, known) => ({ notes, known }), options);
  const shown = inOwnTask(both, timers, options);
  const rows = deriveStore(
    [shown, today, settings],
    ({ notes, known }, day, { myNames, people, readOtherProposals }) =>
      known === null
        ? NOTHING_WAITS
        : select(notes, known, { today: day, settings: { myNames, people, readOtherProposals } }),
    options,
  );
  const isFinding = deriveStore([shown], ({ notes: { revision }, known }) => revision > 0 && known === null, options);
  let slow = 0;
  return {
    rows,
    isFinding,
    async settled() {
      await groupsSettled();
      await shown.settled();
    },
    slowly() {
      slow++;
      shown.setSlow(true);
      return () => {
        slow--;
        if (slow === 0) shown.setSlow(false);
      };
    },
    stop: () => [both, shown, rows, isFinding].forEach((store) => store.stop()),
  };
}
