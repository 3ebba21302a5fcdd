import { isCommonWord } from './common-words';
import { nameWords } from './names';
import type { Account } from './resolve';

/**
 * The accounts that may be one under two spellings, by the key of each: without the legal form their names are the same
 * ("Blue Heron, Inc."), or the words of the one stand in a row in the other ("Blue Heron" in "Blue Heron Logistics").
 */
export function likelySame(
  accounts: readonly Pick<Account, 'key' | 'names'>[],
): ReadonlyMap<string, readonly string[]> {
  const names = accounts.flatMap(({ key, names: own }) =>
    own.map((name) => ({ key, words: nameWords(name).slice(0, MOST_WORDS) })),
  );
  const keysOf = new Map<string, Set<string>>();
  for (const { key, words } of names) add(keysOf, words.join(' '), key);
  const found = new Map<string, Set<string>>();
  for (const { key, words } of names) {
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= words.length; to++) {
        const part = words.slice(from, to);
        for (const other of isTelling(part, words) ? (keysOf.get(part.join(' ')) ?? []) : []) {
          if (other === key) continue;
          add(found, key, other);
          add(found, other, key);
        }
      }
    }
  }
  return new Map([...found].map(([key, others]) => [key, [...others]]));
}

/** A name of more words is cut off here. */
const MOST_WORDS = 12;

/** Whether a part of a name is more than a word that many names have. */
function isTelling(part: readonly string[], whole: readonly string[]): boolean {
  return part.length > 1 || part.length === whole.length || (part[0]!.length > 3 && !isCommonWord(part[0]!));
}

function add(sets: Map<string, Set<string>>, at: string, item: string): void {
  const known = sets.get(at);
  if (known === undefined) sets.set(at, new Set([item]));
  else known.add(item);
}
