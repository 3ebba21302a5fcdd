import { plusDays, type Day } from '../base/day';
import { partByPart, type SharedList } from '../base/shared-list';
import type { Proposal } from './proposals';
import type { ProposalRow } from './rows';

/** The parts that what waits comes in; a row may be in several. */
export type Split = 'mine' | 'due' | 'new' | 'copies' | 'before' | 'no-account' | 'others' | 'snoozed' | 'all';

/** The splits in the order they are shown. */
export const SPLITS: readonly Split[] = [
  'mine',
  'due',
  'new',
  'copies',
  'before',
  'no-account',
  'others',
  'snoozed',
  'all',
];

export interface SplitRules {
  readonly today: Day;
  /** Whether the note at a path was created since Triage was last shown. */
  readonly isNew: (path: string) => boolean;
}

/** "Due" looks so many days ahead. */
const DUE_DAYS = 7;

/** Whether a row waits for a decision: nobody snoozed it, and nobody decided a line that says the same. */
export function isWaiting({ snoozed, settled }: ProposalRow): boolean {
  return snoozed === null && !settled;
}

/** Says in which splits a row is. What is snoozed is in no other one, what was decided before in one. */
export function splitsOf({ today, isNew }: SplitRules): (row: ProposalRow) => readonly Split[] {
  const lastDue = plusDays(today, DUE_DAYS);
  return (row) => {
    if (row.snoozed !== null) return ONLY_SNOOZED;
    const known: readonly Split[] = row.done === null && row.decided === null ? [] : ['before'];
    if (!isWaiting(row)) return known;
    const mine = isMine(row);
    return [
      ...known,
      'all',
      ...when('mine', mine),
      ...when('others', !mine && row.owners.length > 0),
      ...when(
        'due',
        someLine(row, ({ due }) => due !== null && due <= lastDue),
      ),
      ...when(
        'new',
        someLine(row, ({ path }) => isNew(path)),
      ),
      ...when('copies', row.copies.length > 0),
      ...when('no-account', row.account === null),
    ];
  };
}

const ONLY_SNOOZED: readonly Split[] = ['snoozed'];

function when(split: Split, holds: boolean): readonly Split[] {
  return holds ? [split] : [];
}

/** Says of a row whether it is in a split. */
export function splitTest(split: Split, rules: SplitRules): (row: ProposalRow) => boolean {
  const of = splitsOf(rules);
  return (row) => of(row).includes(split);
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
  const of = splitsOf(rules);
  for (const row of rows) for (const split of of(row)) counts[split]++;
  return counts;
}

/** The sum of counts. */
export function sumSplits(some: Iterable<SplitCounts>): SplitCounts {
  const sum = noSplits();
  for (const counts of some) for (const name of SPLITS) sum[name] += counts[name];
  return sum;
}

function noSplits(): Record<Split, number> {
  return { mine: 0, due: 0, new: 0, copies: 0, before: 0, 'no-account': 0, others: 0, snoozed: 0, all: 0 };
}
