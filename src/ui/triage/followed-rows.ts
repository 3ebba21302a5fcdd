import type { Day } from '../../core/base/day';
import { deriveStore, type Store } from '../../core/base/store';
import type { Groups } from '../../core/copies/group';
import type { Graph } from '../../core/graph/graph';
import type { Settings } from '../../core/settings';
import { rowsSelection, type ProposalRow } from '../../core/triage/rows';
import { inOwnTask, type LaterStore } from '../parts/own-task';

interface RowParts {
  readonly graph: Store<Graph>;
  readonly groups: Store<Groups | null>;
  /** Comes back when the groups are those of the graph as it is. */
  readonly groupsSettled: () => Promise<void>;
  readonly today: Store<Day>;
  readonly settings: Store<Settings>;
  readonly onError: (what: string, error: unknown) => void;
}

/**
 * The rows of what waits, made once for all who show them. `settled`: they are those of the graph as it is, with its
 * copies.
 */
export interface FollowedRows extends Pick<LaterStore<unknown>, 'settled' | 'setSlow' | 'stop'> {
  /** Snoozed ones too; none until the copies were found once. */
  readonly rows: Store<readonly ProposalRow[]>;
  /** Whether notes were read whose copies are not known yet. */
  readonly isFinding: Store<boolean>;
}

/** Follows what waits, from now until `stop`. */
export function followRows({ graph, groups, groupsSettled, today, settings, onError }: RowParts): FollowedRows {
  const options = { onError: (error: unknown) => onError('“Triage” did not follow a change', error) };
  const select = rowsSelection();
  const shown = inOwnTask(graph, options);
  const copies = inOwnTask(groups, options);
  const rows = deriveStore(
    [shown, copies, today, settings],
    (notes, known, day, { myNames, people, readOtherProposals }) =>
      known === null
        ? NO_ROWS
        : select(notes, known, { today: day, settings: { myNames, people, readOtherProposals } }),
    { ...options, equal: isSameRows },
  );
  const isFinding = deriveStore([shown, copies], ({ revision }, known) => revision > 0 && known === null, options);
  return {
    rows,
    isFinding,
    async settled() {
      await groupsSettled();
      await Promise.all([shown.settled(), copies.settled()]);
    },
    setSlow: (slow) => [shown, copies].forEach((store) => store.setSlow(slow)),
    stop: () => [shown, copies, rows, isFinding].forEach((store) => store.stop()),
  };
}

const NO_ROWS: readonly ProposalRow[] = [];

/** Rows that say the same are the same value. */
function isSameRows(a: readonly ProposalRow[], b: readonly ProposalRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
