import { prepareFuzzySearch } from 'obsidian';
import type { ProposalRow } from '../../core/triage/rows';
import { foldText } from '../../core/text/words';

/**
 * The proposals that a query means, best first, by the letters of their words, account and owners; all of them, in their
 * order, where it is empty.
 */
export function findProposals(rows: readonly ProposalRow[], query: string): readonly ProposalRow[] {
  const wanted = foldText(query).trim();
  if (wanted === '') return rows;
  const search = prepareFuzzySearch(wanted);
  const found = rows.flatMap((row) => {
    const result = search(foldText([row.text, row.account ?? '', ...row.owners].join(' ')));
    return result === null ? [] : [{ row, score: result.score }];
  });
  return found.sort((a, b) => b.score - a.score).map(({ row }) => row);
}
