import type { Day } from '../../core/base/day';
import { visible } from '../../core/text/inline';
import type { Evidence, ProposalRow } from '../../core/triage/rows';
import { dayWords } from '../../words/format';
import { evidenceWords } from '../row-words';
import { words } from '../../words/words';

/** What a proposed line says of itself beside its buttons. Empty words are not shown. */
export interface LineFacts {
  /** How many others say the same: `3 copies`. */
  readonly copies: string;
  /** What happened to it already: `already done on 4 Mar`. */
  readonly before: string;
  /** The same, with where: `done 4 Mar in Cold store call`. */
  readonly where: string;
}

/** The facts of a line that has no copies, or whose copies are not known yet. */
export const NO_FACTS: LineFacts = { copies: '', before: '', where: '' };

/** The facts of all lines of a note that are in these rows, by their keys. */
export function lineFacts(rows: readonly ProposalRow[], path: string, today: Day): ReadonlyMap<string, LineFacts> {
  const found = new Map<string, LineFacts>();
  for (const row of rows) {
    if (row.copies.length === 0 && row.done === null && row.decided === null) continue;
    if (row.path === path) found.set(row.key, factsOf(row, today));
    for (const copy of row.copies) if (copy.path === path) found.set(copy.key, factsOf(row, today));
  }
  return found;
}

function factsOf({ copies: { length }, done, decided }: ProposalRow, today: Day): LineFacts {
  const evidence = done ?? decided;
  return {
    copies: length === 0 ? '' : words.count.copies(length),
    before: evidence === null ? '' : beforeWords(evidence, today),
    where: evidence === null ? '' : visible(evidenceWords(evidence, today)),
  };
}

function beforeWords({ status, day }: Evidence, today: Day): string {
  const on = day === null ? null : dayWords(day, today);
  return status === 'done' ? words.triage.alreadyDone(on) : words.triage.before[status](on);
}
