import { lastOf } from '../base/last-of';
import type { MentionWord } from './mention-words';

/**
 * What stands around a name in a text says: the one it is about ("for Blue Heron"), one beside it (a partner, a
 * reference), or nothing.
 */
export type Role = 'customer' | 'beside' | 'passing' | null;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const TOWARDS = words('for customer client account fur kunde pour chez para');
/** Where a title says where or with whom something is: "Night shift at Blue Heron". */
const WHERE = words('at bei');
const BETWEEN = words('at for with in from to');
const BESIDE = words(
  'partner partners reseller integrator distributor supplier vendor contractor subcontractor consultancy consultants agency competitor rival incumbent tool software reference referee',
);
const PASSING = words('via through like unlike versus vs against than using use uses replacing replace replaces');
/** Words behind which a preposition tells what is used, or left: "migration from", "instead of". */
const USED = words(
  'instead compared migration migrating migrate migrates switch switching switches away integration connector interface export import',
);
const OF_USE = words('with from to of');
const CALLED = words('the our their its as is are your');
/** What a company does that sells to the one a note is about. */
const SELLS = words('quotes quoted supplies resells subcontracts');
/** Behind a name, these call it a tool. */
const TOOLS = words('connector connectors plugin tool');

/** Reads the role of a name, in a title or another text, from the words before it and behind it. */
export function roleOf(text: readonly MentionWord[], at: number, end: number, isTitle = false): Role {
  const before = text[at]!.opens ? [] : backTo(text, at);
  const last = lastOf(before)?.word ?? '';
  if (BESIDE.has(last) || isCalledBeside(text, end)) return 'beside';
  const previous = before[before.length - 2]?.word ?? '';
  const isUsed =
    (BETWEEN.has(last) && (previous === 'as' || PASSING.has(previous))) || (OF_USE.has(last) && USED.has(previous));
  if (PASSING.has(last) || isUsed || isSeller(text[end])) return 'passing';
  // "Blue Heron: the racks"
  const isTopic = at === 0 && text[end]?.opens === true;
  return isTopic || TOWARDS.has(last) || (isTitle && WHERE.has(last)) ? 'customer' : null;
}

/** Whether the word behind a name says that it is a tool, or somebody who sells. */
function isSeller(next: MentionWord | undefined): boolean {
  return next?.opens === false && (SELLS.has(next.word) || TOOLS.has(next.word));
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
