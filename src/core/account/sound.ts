/** Letters that are heard alike, replaced in this order. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^[kg]n/, 'n'],
  [/^wr/, 'r'],
  [/sch|sh/g, 's'],
  [/ph|v/g, 'f'],
  [/([aeiou])gh/g, '$1'],
  [/tch/g, 'ch'],
  [/c([eiy])/g, 's$1'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/[cq]/g, 'k'],
  [/dge?|j/g, 'g'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/^[aeiouy]/, 'A'],
  [/[aeiouywh]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** Words of more letters are no name that somebody heard. */
const LONGEST = 40;

/**
 * What is left of folded letters when they are written by ear: "blueheron" and "blewherron" are both `plrn`. Empty for
 * what holds more than the letters a to z.
 */
export function soundOf(letters: string): string {
  if (letters.length > LONGEST || !/^[a-z]+$/.test(letters)) return '';
  return ALIKE.reduce((sound, [from, to]) => sound.replace(from, to), letters);
}
