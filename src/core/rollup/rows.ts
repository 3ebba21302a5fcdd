import type { Day } from '../base/day';
import type { MergedStatement, MergedTask, NoteRow, Place } from '../graph/rows';
import type { RollupGrouping, RollupShow } from './keys';
import type { SpecFault } from './spec';

/** A decision or a fact, with the lines that say the same. */
export interface RollupStatement extends MergedStatement {
  readonly kind: 'decision' | 'fact';
}

/** A task, with the lines that say the same. */
export interface RollupTask extends MergedTask {
  readonly kind: 'task';
}

/** A meeting, in a timeline. */
export interface RollupMeeting extends Pick<NoteRow, 'path' | 'day'> {
  readonly kind: 'meeting';
  readonly key: string;
  /** The title of its note. */
  readonly text: string;
  readonly note: string;
  readonly account: string | null;
  readonly similar: readonly SimilarLine[];
}

/** Another line that says the same as that of a row. */
export interface SimilarLine extends Place {
  readonly key: string;
  readonly text: string;
  readonly note: string;
  readonly day: Day | null;
}

/** One row of a rollup. */
export type RollupRow = RollupStatement | RollupTask | RollupMeeting;

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
