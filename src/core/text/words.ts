/** Folds a text so that spellings of one name or word meet: case, accents, quotes and width do not count. */
export function foldText(text: string): string {
  const folded = /[^ -~]/.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘`´]/g, "'") : text;
  return folded.toLowerCase();
}

/** The words of a text, folded; a possessive `'s` is dropped, other apostrophes join (`O'Leary` is "oleary"). */
export function wordsOf(text: string): readonly string[] {
  return foldText(text).replace(/'s(?![\p{L}\p{N}])/gu, '').replace(/'/g, '').match(/[\p{L}\p{N}_]+/gu) ?? [];
}
