import { lastOf } from '../base/last-of';
import { foldText, wordsOf } from '../text/words';
import { isCommonWord } from './common-words';

/**
 * The key by which spellings of an account's name meet: `Blue Heron, Inc.`, `blue-heron-inc` (as in the tag
 * `account/blue-heron-inc`) and `BLUE HERON INC` share one. A name without letters or digits (an emoji) is its own key.
 */
export function accountKey(name: string): string {
  // Slugs keep the s of "Macy's", which the words of a text leave out.
  const words =
    foldText(name)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}_]+/gu) ?? [];
  const key = words.filter((word) => word !== 'and').join('');
  return key === '' ? name.trim().toLowerCase() : key;
}

const LEGAL_FORMS: ReadonlySet<string> = new Set([
  'inc',
  'incorporated',
  'llc',
  'llp',
  'ltd',
  'limited',
  'corp',
  'corporation',
  'co',
  'company',
  'plc',
  'gmbh',
  'ag',
  'kg',
  'se',
  'sa',
  'sas',
  'sarl',
  'srl',
  'spa',
  'bv',
  'nv',
  'oy',
  'ab',
  'as',
  'aps',
  'pty',
  'pte',
  'zoo',
  'holding',
  'holdings',
  'group',
]);

/** Whether a word, as `wordsOf` gives it, says what kind of company one is. */
export function isLegalForm(word: string): boolean {
  return LEGAL_FORMS.has(word);
}

/**
 * The words of a name without the legal forms at its end: "Blue Heron, Inc." is `['blue', 'heron']`. Never empty for a
 * name with words.
 */
export function nameWords(name: string): readonly string[] {
  const words = [...wordsOf(name)];
  while (words.length > 1 && isLegalForm(lastOf(words)!)) words.pop();
  return words;
}

/** Words that initials may leave out. */
const SMALL_WORDS: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  'for',
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'del',
  'der',
  'van',
  'von',
  'y',
  'e',
]);

/**
 * The initials that a name of several words goes by, folded: "Bank of Oslo Ltd" is `bo`, `bol`, `boo` and `bool`. Empty
 * for one word.
 */
export function initialsOf(name: string): readonly string[] {
  const initials = [nameWords(name), wordsOf(name)]
    .flatMap((words) => [words.filter((word) => !SMALL_WORDS.has(word)), words])
    .filter((words) => words.length > 1);
  return [...new Set(initials.map((words) => words.map((word) => word.slice(0, 1)).join('')))];
}

/** No domain is made of more words. */
const MOST_WORDS = 12;

/**
 * How a mail domain may call a company of this name, as keys: its words, the first of them, its initials (three or
 * more).
 */
export function companyNames(name: string): readonly string[] {
  const words = nameWords(name).slice(0, MOST_WORDS);
  const starts = words
    .map((_, at) => accountKey(words.slice(0, at + 1).join(' ')))
    .filter((start, at) => at > 0 || words.length === 1 || (start.length > 4 && !isCommonWord(start)));
  return [...new Set([accountKey(name), ...starts, ...initialsOf(name).filter((initials) => initials.length > 2)])];
}

/** A name to show for a slug that nobody wrote out: `blue-heron` is "Blue Heron". */
export function nameOfSlug(slug: string): string {
  return (
    slug
      .replace(/[-/]+/g, ' ')
      .replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase())
      .trim() || slug
  );
}
