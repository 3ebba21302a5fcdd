const VOWEL = /[aeiouy]/;

/** Endings that are taken off one after the other, each with the fewest letters that must stay before it. */
const ENDINGS: readonly (readonly [ending: RegExp, stays: number])[] = [
  [/(?:ations?|itions?|ions?)$/, 4],
  [/ments?$/, 3],
  [/(?:ances?|ences?)$/, 5],
  [/(?:ities|ity)$/, 4],
  [/(?:ally|als?|ly)$/, 4],
  [/(?:ings?|ed)$/, 3],
  [/(?:ates?|ise|ize)$/, 4],
];

/** Forms that no ending tells. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['sent', 'send'],
  ['held', 'hold'],
  ['made', 'make'],
  ['built', 'build'],
  ['kept', 'keep'],
  ['ran', 'run'],
  ['paid', 'pay'],
  ['bought', 'buy'],
  ['given', 'give'],
  ['gave', 'give'],
  ['written', 'write'],
  ['wrote', 'write'],
  ['taken', 'take'],
  ['took', 'take'],
  ['chosen', 'choose'],
  ['chose', 'choose'],
  ['shown', 'show'],
  ['met', 'meet'],
  ['led', 'lead'],
  ['found', 'find'],
  ['left', 'leave'],
  ['lost', 'lose'],
  ['sold', 'sell'],
  ['spoke', 'speak'],
  ['spoken', 'speak'],
  ['told', 'tell'],
  ['began', 'begin'],
  ['begun', 'begin'],
  ['drawn', 'draw'],
  ['broken', 'break'],
  ['broke', 'break'],
  ['driven', 'drive'],
  ['seen', 'see'],
  ['brought', 'bring'],
  ['came', 'come'],
  ['went', 'go'],
  ['gone', 'go'],
  ['frozen', 'freeze'],
]);

/**
 * What the forms of a word have in common: `price`, `prices` and `pricing`, or `approve` and `approval`, meet. A few
 * suffixes of English, no dictionary; words with digits, short ones and those beyond ASCII only lose their plural.
 */
export function stem(word: string): string {
  let left = IRREGULAR.get(word) ?? withoutPlural(word);
  if (left.length < 4 || /[^a-z]/.test(left)) return left;
  for (const [ending, stays] of ENDINGS) {
    const at = left.search(ending);
    if (at >= stays && VOWEL.test(left.slice(0, at)) && !left.endsWith('eed')) left = left.slice(0, at);
  }
  if (left.length > 3) left = left.replace(/(?:ie|[ey])$/, '');
  return left.replace(/([^aeiou])\1$/, '$1');
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  return /(?:ches|shes|sses|xes|zes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
