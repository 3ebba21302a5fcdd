import type { RowVerb } from './decide';
import type { ProposalRow } from './rows';

/** What lines can become in a bulk action. */
export const KINDS = ['accepted', 'done', 'dismissed', 'copies'] as const;

/** How many lines would become what; `accepted` holds those that were accepted before and stand. */
export type Foreseen = Readonly<Record<(typeof KINDS)[number], number>>;

/** What lines of rows would become, before anything is written. `as-before`: of rows that are known, and no others. */
export function foreseeKinds(rows: readonly ProposalRow[], name: RowVerb['name']): Foreseen {
  const counts = { accepted: 0, done: 0, dismissed: 0, copies: 0 };
  for (const { copies, done, decided } of rows) {
    const stands = decided !== null && decided.status !== 'dismissed';
    const settled = name === 'accept' || (name === 'as-before' && done === null && stands);
    counts.copies += copies.length + Number(settled && stands);
    if (settled) counts.accepted++;
    else if (name === 'done' || (name === 'as-before' && done !== null)) counts.done++;
    else counts.dismissed++;
  }
  return counts;
}
