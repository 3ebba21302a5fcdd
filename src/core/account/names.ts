import { lastOf } from '../base/last-of';
import { foldText, wordsOf } from '../text/words';
import { isCommonWord } from './common-words';

/**
 * The key by which spellings of an account's name meet: `Blue Heron, Inc.`, `blue-heron-inc` (as in the tag
 * `account/blue-heron-inc`) and `BLUE HERON INC` share one. A name without letters or digits (an emoji) is its own key.
 * `+` and `#` at the end of a word count: C++ is not C#.
 */
export function accountKey(name: string): string {
  // Slugs keep the s of "Macy's", which the words of a text leave out.
  const words =
    foldText(name)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[+#]{1,4}(?![\p{L}\p{N}+#]))?/gu) ?? [];
  const key = words.filter((word) => word !== 'and').join('');
  return key === '' ? name.trim().toLowerCase() : key;
}

/** How the letters with two dots, a ring or a stroke are written where they are missing: Müller is Mueller. */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['å', 'aa'],
  ['ø', 'oe'],
]);

/** The keys by which a name goes as well: with its letters written out, and without the signs behind its words. */
interface OtherKeys {
  readonly writtenOut: string | null;
  readonly withoutSigns: string | null;
}

/** The other keys of a name; null where it has none, as most have. */
export function otherKeys(name: string): OtherKeys | null {
  if (!/[^ -"$-*,-~]/.test(name)) return null;
  const plain = name.normalize('NFC').toLowerCase();
  const out = plain.replace(/[äöüåø]/g, (letter) => WRITTEN_OUT.get(letter)!);
  const bare = /[+#]/.test(name) ? accountKey(name.replace(/[+#]/g, ' ')) : '';
  const writtenOut = out === plain ? null : accountKey(out);
  const withoutSigns = bare === '' || bare === accountKey(name) ? null : bare;
  return writtenOut === null && withoutSigns === null ? null : { writtenOut, withoutSigns };
}

/** The keys that stand for another one, and for which. */
export type KeyAliases = ReadonlyMap<string, string>;

/**
 * The keys that stand for that of one of `names`, which have other keys: "Mueller" is the "Müller" among them, and
 * `account/c` the only "C++", where no account is just "C" (`isKey`).
 */
export function keyAliases(names: Iterable<string>, isKey: (key: string) => boolean): KeyAliases {
  const writtenOut = new Map<string, string>();
  const withoutSigns = new Map<string, string | null>();
  for (const name of [...names].sort()) {
    const other = otherKeys(name);
    if (other === null) continue;
    const key = accountKey(name);
    if (other.writtenOut !== null && !writtenOut.has(other.writtenOut)) writtenOut.set(other.writtenOut, key);
    if (other.withoutSigns !== null && !isKey(other.withoutSigns))
      withoutSigns.set(other.withoutSigns, (withoutSigns.get(other.withoutSigns) ?? key) === key ? key : null);
  }
  const only = [...withoutSigns].filter((entry): entry is [string, string] => entry[1] !== null);
  return new Map([...only, ...writtenOut]);
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
