import { deriveStore, type Store } from '../../core/base/store';
import { rowsSelection, type ProposalRow } from '../../core/triage/rows';
import type { Context } from '../context';
import { inOwnTask, type LaterStore } from '../own-task';
import { words } from '../../words/words';

/**
 * The rows of what waits, made once for all who show them. `settled`: they are those of the graph as it is, with its
 * copies.
 */
export interface FollowedRows extends Pick<LaterStore<unknown>, 'settled' | 'stop'> {
  /** Snoozed ones too; none until the copies were found once. */
  readonly rows: Store<readonly ProposalRow[]>;
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
        ? NO_ROWS
        : select(notes, known, { today: day, settings: { myNames, people, readOtherProposals } }),
    { ...options, equal: isSameRows },
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

const NO_ROWS: readonly ProposalRow[] = [];

/** Rows that say the same are the same value. */
function isSameRows(a: readonly ProposalRow[], b: readonly ProposalRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
