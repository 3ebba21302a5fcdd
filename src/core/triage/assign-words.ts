import type { RefusalReason } from '../change/refusal';
import { words } from '../../words/words';
import type { NoteRefusal } from './assign';

const MOST_REASONS = 3;

/**
 * Why notes stay as they are, or were left so. Of one it is the sentence itself; several are counted by reason, those
 * with most notes first: `8 notes left unchanged: 5 without front matter, 3 with invalid YAML.` Empty for none.
 */
export function stayWords(
  refusals: readonly Pick<NoteRefusal, 'reason' | 'sentence'>[],
  stay: 'stay' | 'left',
): string {
  if (refusals.length < 2) return refusals[0]?.sentence ?? '';
  const { left } = words.assign;
  const { other } = left;
  const why: Partial<Readonly<Record<RefusalReason, string>>> = left.why;
  const counts = new Map<string, number>();
  for (const { reason } of refusals) counts.set(why[reason] ?? other, (counts.get(why[reason] ?? other) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => Number(a === other) - Number(b === other) || n - m);
  const shown = ranked.slice(0, MOST_REASONS);
  const rest = refusals.length - shown.reduce((sum, [, count]) => sum + count, 0);
  const reasons = [...shown, ...(rest > 0 ? [[other, rest] as const] : [])];
  return left[stay](refusals.length, reasons.map(([reason, count]) => left.counted(count, reason)).join(', '));
}

/** Why a note cannot get an account yet, and what to do, in a sentence. */
export function faultWords(fault: RefusalReason): string {
  // The reasons that hold whatever the account is.
  const faults: Partial<Readonly<Record<RefusalReason, string>>> = words.assign.faults;
  return words.assign.fault(faults[fault] ?? words.assign.faults.other);
}
