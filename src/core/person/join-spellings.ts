import type { Settings } from '../settings';
import { personKey } from './person-names';

/**
 * The setting by which two spellings, and all that are joined with either, are one person. The first is the name to
 * show.
 */
export function joinSpellings(people: Settings['people'], shown: string, other: string): Settings['people'] {
  const wanted = new Set([shown, other].map(personKey));
  const touches = (list: readonly string[]): boolean => list.some((spelling) => wanted.has(personKey(spelling)));
  const spellings = new Map<string, string>();
  for (const spelling of [shown, ...people.filter(touches).flat(), other]) {
    if (!spellings.has(personKey(spelling))) spellings.set(personKey(spelling), spelling);
  }
  return [...people.filter((list) => !touches(list)), [...spellings.values()]];
}
