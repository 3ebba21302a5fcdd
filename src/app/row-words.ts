import type { Day } from '../core/base/day';
import type { Proposal } from '../core/triage/proposals';
import type { Evidence, ProposalRow } from '../core/triage/rows';
import { visible } from '../core/text/inline';
import { copiesWords as countedCopies, countWords, dayWords } from '../words/format';

/** Whose a proposal is. */
export function ownerWords({ mine, owners }: Pick<Proposal, 'mine' | 'owners'>): string {
  return mine ? 'me' : owners.length === 0 ? 'nobody yet' : visible(owners.join(', '));
}

/** How many lines say the same, and which of them stand in other lists: `3 copies, 1 in Tasks inbox`. */
export function copiesWords({ copies }: ProposalRow): string {
  const lists = new Map<string, number>();
  for (const { inList, note } of copies) if (inList) lists.set(note, (lists.get(note) ?? 0) + 1);
  const all = countedCopies(copies.length);
  const [first] = lists;
  return first?.[1] === copies.length
    ? `${all} in ${first[0]}`
    : [all, ...[...lists].map(([note, count]) => `${count} in ${note}`)].join(', ');
}

const STATUS_WORDS: Readonly<Record<Evidence['status'], string>> = {
  done: 'done',
  open: 'accepted before',
  'in-progress': 'accepted before',
  dismissed: 'dismissed before',
};

/** What happened to it already: `done 4 Mar in Cold store call`, `dismissed before, 2 Mar in Review`. */
export function evidenceWords({ status, day, note }: Evidence, today: Day): string {
  return `${STATUS_WORDS[status]}${day === null ? '' : `${status === 'done' ? '' : ','} ${dayWords(day, today)}`} in ${note}`;
}

/** A number of rows: `1 task`, `412 tasks`. */
export function taskWords(count: number): string {
  return countWords(count, 'task');
}
