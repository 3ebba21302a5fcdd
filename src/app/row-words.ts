import type { Day } from '../core/base/day';
import type { Proposal } from '../core/triage/proposals';
import type { Evidence, ProposalRow } from '../core/triage/rows';
import { lineKey, pathOfKey, rawOfKey } from '../core/note/line-key';
import type { DismissReason } from '../core/task/dismiss-reason';
import { visible } from '../core/text/inline';
import { dayWords, numberWords } from '../words/format';
import { words } from '../words/words';

/** Whose a proposal is. */
export function ownerWords({ mine, owners }: Pick<Proposal, 'mine' | 'owners'>): string {
  return mine ? words.common.me : owners.length === 0 ? words.common.facts.noOwner : visible(owners.join(', '));
}

/** How many lines say the same, and which of them stand in other lists: `3 copies, 1 in Tasks inbox`. */
export function copiesWords({ copies }: ProposalRow): string {
  const lists = new Map<string, number>();
  for (const { inList, note } of copies) if (inList) lists.set(note, (lists.get(note) ?? 0) + 1);
  const all = words.count.copies(copies.length);
  const [first] = lists;
  return first?.[1] === copies.length
    ? words.triage.inList(all, first[0])
    : [all, ...[...lists].map(([note, count]) => words.triage.inList(numberWords(count), note))].join(', ');
}

/**
 * What happened to it already: `done 4 Mar in Cold store call`, `dismissed 2 Mar as not needed in Review`. `given`: the
 * reasons that lines do not say themselves.
 */
export function evidenceWords(evidence: Evidence, today: Day, given?: ReadonlyMap<string, DismissReason>): string {
  const { status, day, note, key } = evidence;
  const { before } = words.triage;
  const happened = before[status](day === null ? null : dayWords(day, today));
  const reason =
    evidence.reason ??
    (status === 'dismissed' ? given?.get(lineKey(pathOfKey(key), rawOfKey(key), 0)) : undefined) ??
    null;
  return before.inNote(reason === null ? happened : words.changes.because(happened, words.asks.reasons[reason]), note);
}
