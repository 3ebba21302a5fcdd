import { plusDays, type Day } from '../base/day';
import type { Proposal } from './proposals';
import type { ProposalRow } from './rows';

/** The parts that what waits comes in; a row may be in several. */
export type Split = 'mine' | 'due' | 'new' | 'copies' | 'before' | 'no-account' | 'others' | 'snoozed' | 'all';

/** The splits in the order they are shown. */
export const SPLITS: readonly { readonly name: Split }[] = [
  { name: 'mine' },
  { name: 'due' },
  { name: 'new' },
  { name: 'copies' },
  { name: 'before' },
  { name: 'no-account' },
  { name: 'others' },
  { name: 'snoozed' },
  { name: 'all' },
];

export interface SplitRules {
  readonly today: Day;
  /** Whether the note at a path was created since Triage was last shown. */
  readonly isNew: (path: string) => boolean;
}

/** "Due" looks so many days ahead. */
const DUE_DAYS = 7;

/** Says of a row whether it is in a split. What is snoozed is in no other one. */
export function splitTest(split: Split, { today, isNew }: SplitRules): (row: ProposalRow) => boolean {
  const lastDue = plusDays(today, DUE_DAYS);
  const tests: Readonly<Record<Split, (row: ProposalRow) => boolean>> = {
    mine: isMine,
    due: (row) => someLine(row, ({ due }) => due !== null && due <= lastDue),
    new: (row) => someLine(row, ({ path }) => isNew(path)),
    copies: ({ copies }) => copies.length > 0,
    before: ({ done, decided }) => done !== null || decided !== null,
    'no-account': ({ account }) => account === null,
    others: (row) => !isMine(row) && row.owners.length > 0,
    snoozed: () => true,
    all: () => true,
  };
  const test = tests[split];
  const isSnoozed = split === 'snoozed';
  return (row) => (row.snoozed !== null) === isSnoozed && test(row);
}

/** Whether any line of a row is the user's. */
export function isMine({ mine, copies }: ProposalRow): boolean {
  return mine || copies.some((copy) => copy.mine);
}

function someLine(row: ProposalRow, test: (line: Proposal) => boolean): boolean {
  return test(row) || row.copies.some(test);
}

/** How many rows are in each split. */
export function countSplits(rows: readonly ProposalRow[], rules: SplitRules): Readonly<Record<Split, number>> {
  return Object.fromEntries(
    SPLITS.map(({ name }) => {
      const test = splitTest(name, rules);
      return [name, rows.reduce((count, row) => count + Number(test(row)), 0)];
    }),
  ) as Record<Split, number>;
}
