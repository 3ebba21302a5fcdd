import type { NotePlace, Vault } from '../../app/context';
import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { StatementRow, TaskRow } from '../../core/graph/rows';
import type { DecisionName } from '../../core/triage/decide';

/** What rows of decisions, tasks, facts, notes and meetings can ask for, wherever they are shown. */
export interface RowActions {
  readonly today: Store<Day>;
  readonly open: Vault['open'];
  readonly openLink: Vault['openLink'];
  /** Decides a task with its copies; what happened is told. Comes back when it is done. */
  decide(task: TaskRow, decision: DecisionName): Promise<void>;
  /** Offers what can be said of a decision. */
  showDecisionMenu(event: MouseEvent, decision: StatementRow): void;
}

/** The same, for rows in a place. */
export interface RowsModel extends RowActions {
  /** Shows what stands at a place while the pointer is over its link, as Obsidian does; null where rows show nothing. */
  readonly preview: ((place: NotePlace, event: MouseEvent, link: HTMLElement) => void) | null;
  /** Whether a click anywhere on a row opens its line. In a note it would be in the way. */
  readonly opensByClick: boolean;
}
