/** Letters that do not come apart into a letter and an accent, as slugs write them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
]);

const QUOTES = /[’‘`´]/g;

/**
 * Marks that people leave out: accents of Latin, Greek and Cyrillic letters (й is no и, though), vowel points of Hebrew and
 * Arabic, and signs that only choose how a character looks. In other scripts a mark makes another letter (ハ and バ).
 */
const ACCENTS = new RegExp(
  `[${[
    '0300-036f',
    '0591-05bd',
    '05bf-05c7',
    '064b-0652',
    '1ab0-1aff',
    '1dc0-1dff',
    '20d0-20ff',
    'fe00-fe0f',
    'fe20-fe2f',
  ]
    .map((range) => range.replace(/[0-9a-f]{4}/g, '\\u$&'))
    .join('')}]`,
  'g',
);

/** Folds a text so that spellings of one name or word meet: case, accents, quotes and width do not count. */
export function foldText(text: string): string {
  if (!/[^\n -_a-~]/.test(text)) return text.toLowerCase();
  // Before, as NFKD takes the sign ´ apart; and after, as it makes a ` of the Greek grave.
  return text
    .replace(QUOTES, "'")
    .normalize('NFKD')
    .replace(QUOTES, "'")
    .toLowerCase()
    .replace(/и\u0306/g, 'й')
    .replace(ACCENTS, '')
    .replace(/[łøđðþßæœı]/g, (letter) => PLAIN_LETTERS.get(letter)!);
}

/** A word: a letter, a number or `_`, and what follows with the marks that belong to it. */
const WORD = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*/gu;

/** The words of a text, folded; a possessive `'s` is dropped, other apostrophes join (`O'Leary` is "oleary"). */
export function wordsOf(text: string): readonly string[] {
  return (
    foldText(text)
      .replace(/'s(?![\p{L}\p{N}])/gu, '')
      .replace(/'/g, '')
      .match(WORD) ?? []
  );
}

/** The words that somebody looks for, folded, as they were typed: cut at blanks alone. */
export function searchedWords(text: string): readonly string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}
