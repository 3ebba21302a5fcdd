import type { LineRow, NoteRow, StatementRow, TaskRow } from '../graph/rows';
import type { RollupGrouping, RollupShow } from './keys';
import type { SpecFault } from './spec';

/** A meeting, in a timeline. */
export interface RollupMeeting extends Pick<NoteRow, 'path' | 'day'> {
  readonly kind: 'meeting';
  readonly key: string;
  /** The title of its note. */
  readonly text: string;
  readonly note: string;
  readonly account: string | null;
  readonly copies: readonly Omit<LineRow, 'account'>[];
}

/** One row of a rollup. */
export type RollupRow = StatementRow | TaskRow | RollupMeeting;

/** Rows that stand together. */
export interface RollupSection {
  /** What they have in common; null where the rollup is not put together by anything. */
  readonly title: string | null;
  readonly rows: readonly RollupRow[];
}

/** What a rollup shows, or why it shows nothing. */
export interface RollupResult {
  readonly show: RollupShow;
  readonly group: RollupGrouping;
  /** What it is, for a header: `Decisions · Northwind Traders · since 1 Sep 2026`. */
  readonly title: string;
  readonly sections: readonly RollupSection[];
  /** How many rows there are, and how many of them are shown. */
  readonly count: number;
  readonly shown: number;
  /** Lines of the block that name no account. */
  readonly faults: readonly SpecFault[];
  /** Why nothing is shown, in a sentence that says what to do; null where rows are shown. */
  readonly empty: string | null;
}
