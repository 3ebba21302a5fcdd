import { plusDays, type Day } from '../base/day';
import { partByPart, type SharedList } from '../base/shared-list';
import type { Proposal } from './proposals';
import type { ProposalRow } from './rows';

/** The parts that what waits comes in; a row may be in several. In the order they are shown. */
export const SPLITS = [
  'all',
  'mine',
  'overdue',
  'week',
  'new',
  'before',
  'others',
  'copies',
  'likely',
  'no-account',
  'snoozed',
] as const;

export type Split = (typeof SPLITS)[number];

export interface SplitRules {
  readonly today: Day;
  /** Whether the note at a path was created since Triage was last shown. */
  readonly isNew: (path: string) => boolean;
}

/** "This week" looks so many days ahead. */
const WEEK_DAYS = 7;

/** Whether a row waits for a decision: nobody snoozed it, and nobody decided a line that says the same. */
export function isWaiting({ snoozed, settled }: ProposalRow): boolean {
  return snoozed === null && !settled;
}

type RowTest = (row: ProposalRow) => boolean;

/**
 * Says of a row whether it is in a split. What is snoozed is in no other one; what was decided before waits in no other
 * one.
 */
export function splitTest(split: Split, rules: SplitRules): RowTest {
  return splitTests(rules)[split];
}

function splitTests({ today, isNew }: SplitRules): Readonly<Record<Split, RowTest>> {
  const lastDay = plusDays(today, WEEK_DAYS);
  const waiting =
    (test: RowTest): RowTest =>
    (row) =>
      isWaiting(row) && test(row);
  return {
    all: isWaiting,
    mine: waiting(isMine),
    overdue: waiting((row) => someLine(row, ({ due }) => due !== null && due < today)),
    week: waiting((row) => someLine(row, ({ due }) => due !== null && due >= today && due <= lastDay)),
    new: waiting((row) => someLine(row, ({ path }) => isNew(path))),
    before: ({ snoozed, done, decided }) => snoozed === null && (done !== null || decided !== null),
    others: waiting((row) => row.owners.length > 0 && !isMine(row)),
    copies: waiting(({ copies }) => copies.length > 0),
    likely: waiting(({ twin }) => twin !== null),
    'no-account': waiting((row) => row.account === null && someLine(row, ({ unassigned }) => unassigned)),
    snoozed: ({ snoozed }) => snoozed !== null,
  };
}

/** Whether any line of a row is the user's. */
export function isMine({ mine, copies }: ProposalRow): boolean {
  return mine || copies.some((copy) => copy.mine);
}

function someLine(row: ProposalRow, test: (line: Proposal) => boolean): boolean {
  return test(row) || row.copies.some(test);
}

/** How many rows wait. */
export function countWaiting(rows: SharedList<ProposalRow>): number {
  return waitingIn(rows).reduce((sum, count) => sum + count, 0);
}

const waitingIn = partByPart<ProposalRow, number>((part) => part.filter(isWaiting).length);

/** How many rows are in each split. */
export type SplitCounts = Readonly<Record<Split, number>>;

/** Counts the rows of each split, in one pass. */
export function countSplits(rows: Iterable<ProposalRow>, rules: SplitRules): SplitCounts {
  const counts = noSplits();
  const tests = splitTests(rules);
  for (const row of rows) for (const split of SPLITS) if (tests[split](row)) counts[split]++;
  return counts;
}

/** The sum of counts. */
export function sumSplits(some: Iterable<SplitCounts>): SplitCounts {
  const sum = noSplits();
  for (const counts of some) for (const name of SPLITS) sum[name] += counts[name];
  return sum;
}

function noSplits(): Record<Split, number> {
  return Object.fromEntries(SPLITS.map((split) => [split, 0])) as Record<Split, number>;
}

/** Where one goes on when a split is empty: what is most urgent first. */
const URGENCY: readonly Split[] = ['overdue', 'week', 'mine', 'new', 'others', 'all', 'before'];

/** The most urgent split that is not empty; null where nothing waits in any. */
export function nextSplit(counts: SplitCounts): Split | null {
  return URGENCY.find((split) => counts[split] > 0) ?? null;
}
