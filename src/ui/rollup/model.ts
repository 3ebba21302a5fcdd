import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { NotePlace, Vault } from '../../app/context';
import type { RollupResult } from '../../core/rollup/rows';
import type { SpecFault } from '../../core/rollup/spec';
import type { RowVerb } from '../../core/triage/decide';
import type { StatementRow, TaskRow } from '../../core/graph/rows';

/** What rows of decisions, tasks, facts and meetings can ask for, wherever they are shown. */
export interface RowsModel {
  readonly today: Store<Day>;
  readonly open: Vault['open'];
  readonly openLink: Vault['openLink'];
  /** Shows what stands at a place while the pointer is over its link, as Obsidian does. */
  preview(place: NotePlace, event: MouseEvent, link: HTMLElement): void;
  /** Decides a task with its copies; what happened is told. Comes back when it is done. */
  decide(task: TaskRow, verb: RowVerb): Promise<void>;
  /** Offers what can be said of a decision. */
  showDecisionMenu(event: MouseEvent, decision: StatementRow): void;
}

/** What a block shows. */
export type BlockView =
  | { readonly kind: 'reading' }
  | { readonly kind: 'faults'; readonly faults: readonly SpecFault[] }
  | { readonly kind: 'result'; readonly result: RollupResult };

/** What a block can ask for besides what its rows can. */
export interface BlockModel extends RowsModel {
  readonly view: Store<BlockView>;
  copy(result: RollupResult): void;
  /** Puts plain Markdown in the place of the block, after a look at it. */
  convert(result: RollupResult): void;
}
