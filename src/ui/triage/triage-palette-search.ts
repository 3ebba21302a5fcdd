import { prepareFuzzySearch } from 'obsidian';
import type { ProposalRow } from '../../core/triage/rows';
import { foldText } from '../../core/text/words';

/** How many rows the list shows at most. */
const LIMIT = 100;

/** What a search of proposals gives: the rows to show, best first, and how many there are in all. */
export interface FoundProposals {
  readonly rows: readonly ProposalRow[];
  readonly count: number;
}

/**
 * The proposals that a query means, by the letters of their words, account and owners; all of them, in their order,
 * where it is empty.
 */
export function findProposals(rows: readonly ProposalRow[], query: string): FoundProposals {
  const wanted = foldText(query).trim();
  if (wanted === '') return { rows: rows.slice(0, LIMIT), count: rows.length };
  const search = prepareFuzzySearch(wanted);
  const found = rows.flatMap((row) => {
    const result = search(foldText([row.text, row.account ?? '', ...row.owners].join(' ')));
    return result === null ? [] : [{ row, score: result.score }];
  });
  found.sort((a, b) => b.score - a.score);
  return { rows: found.slice(0, LIMIT).map(({ row }) => row), count: found.length };
}
