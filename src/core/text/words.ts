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

/** Folds a text so that spellings of one name or word meet: case, accents, quotes and width do not count. */
export function foldText(text: string): string {
  if (!/[^\n -_a-~]/.test(text)) return text.toLowerCase();
  // Before, as NFKD takes the sign ´ apart; and after, as it makes a ` of the Greek grave.
  return text
    .replace(QUOTES, "'")
    .normalize('NFKD')
    .replace(QUOTES, "'")
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþßæœı]/g, (letter) => PLAIN_LETTERS.get(letter)!);
}

/** The words of a text, folded; a possessive `'s` is dropped, other apostrophes join (`O'Leary` is "oleary"). */
export function wordsOf(text: string): readonly string[] {
  return (
    foldText(text)
      .replace(/'s(?![\p{L}\p{N}])/gu, '')
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  );
}

/** The words that somebody looks for, folded, as they were typed: cut at blanks alone. */
export function searchedWords(text: string): readonly string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}
