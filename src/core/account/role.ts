import { lastOf } from '../base/last-of';
import type { MentionWord } from './mention-words';

/**
 * What stands around a name in a text says: the one it is about ("for Blue Heron"), one beside it (a partner, a
 * reference), or nothing.
 */
export type Role = 'customer' | 'beside' | 'passing' | null;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const TOWARDS = words('for customer client account');
const BETWEEN = words('at for with in from to');
const BESIDE = words(
  'partner partners reseller integrator distributor supplier vendor contractor subcontractor consultancy consultants agency competitor rival reference referee',
);
const PASSING = words('via through like unlike versus vs');
const CALLED = words('the our their its as is are your');

/** Reads the role of a name from the words before it and behind it. */
export function roleOf(text: readonly MentionWord[], at: number, end: number): Role {
  const before = text[at]!.opens ? [] : backTo(text, at);
  const last = lastOf(before)?.word ?? '';
  if (BESIDE.has(last) || isCalledBeside(text, end)) return 'beside';
  const previous = before[before.length - 2]?.word ?? '';
  if (PASSING.has(last) || (BETWEEN.has(last) && (previous === 'as' || PASSING.has(previous)))) return 'passing';
  // "Blue Heron: the racks"
  const isTopic = at === 0 && text[end]?.opens === true;
  return isTopic || TOWARDS.has(last) ? 'customer' : null;
}

/** Up to three words before, of the same sentence. */
function backTo(text: readonly MentionWord[], at: number): readonly MentionWord[] {
  let from = at;
  while (from > 0 && at - from < 3 && !text[from]!.opens) from--;
  return text.slice(from, at);
}

/** "…, our integration partner", "… as the reseller": up to four words behind, of the same sentence. */
function isCalledBeside(text: readonly MentionWord[], end: number): boolean {
  if (text[end] === undefined || text[end].opens || !CALLED.has(text[end].word)) return false;
  for (let at = end + 1; at < end + 5; at++) {
    const next = text[at];
    if (next === undefined || next.opens) return false;
    if (BESIDE.has(next.word)) return true;
    if (next.named) return false;
  }
  return false;
}
