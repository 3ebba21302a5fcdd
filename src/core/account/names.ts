import { foldText, wordsOf } from '../text/words';

/**
 * The key by which spellings of an account's name meet: `Blue Heron, Inc.`, `blue-heron-inc` (as in the tag `account/blue-heron-inc`)
 * and `BLUE HERON INC` share one. A name without letters or digits (an emoji) is its own key.
 */
export function accountKey(name: string): string {
  // Slugs keep the s of "Macy's", which the words of a text leave out.
  const words = foldText(name).replace(/'/g, '').match(/[\p{L}\p{N}_]+/gu) ?? [];
  const key = words.filter((word) => word !== 'and').join('');
  return key === '' ? name.trim().toLowerCase() : key;
}

const LEGAL_FORMS: ReadonlySet<string> = new Set([
  'inc', 'incorporated', 'llc', 'llp', 'ltd', 'limited', 'corp', 'corporation', 'co', 'company', 'plc', 'gmbh', 'ag', 'kg', 'se', 'sa', 'sas', 'sarl',
  'srl', 'spa', 'bv', 'nv', 'oy', 'ab', 'as', 'aps', 'pty', 'pte', 'zoo', 'holding', 'holdings', 'group',
]);

/** The words of a name without the legal forms at its end: "Blue Heron, Inc." is `['blue', 'heron']`. Never empty for a name with words. */
export function nameWords(name: string): readonly string[] {
  const words = [...wordsOf(name)];
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1)!)) words.pop();
  return words;
}

/** A name to show for a slug that nobody wrote out: `blue-heron` is "Blue Heron". */
export function nameOfSlug(slug: string): string {
  return slug.replace(/[-/]+/g, ' ').replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()).trim() || slug;
}
