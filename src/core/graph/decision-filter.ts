import type { StatementMarks } from '../note/statement-marks';

/**
 * Which decisions are shown: all of them, or those that are confirmed, neither confirmed nor superseded, or superseded.
 * Each is of one kind.
 */
export type DecisionFilter = 'all' | 'confirmed' | 'unconfirmed' | 'superseded';

/** The kind of a decision. What was superseded does not hold any more, confirmed or not. */
export function decisionKind({ confirmed, superseded }: StatementMarks): Exclude<DecisionFilter, 'all'> {
  return superseded !== null ? 'superseded' : confirmed !== null ? 'confirmed' : 'unconfirmed';
}

/** The decisions that a filter shows, in their order; of all of them those that were superseded come last. */
export function filterDecisions<Row extends StatementMarks>(
  rows: readonly Row[],
  filter: DecisionFilter,
): readonly Row[] {
  if (filter !== 'all') return rows.filter((row) => decisionKind(row) === filter);
  return [
    ...rows.filter(({ superseded }) => superseded === null),
    ...rows.filter(({ superseded }) => superseded !== null),
  ];
}
