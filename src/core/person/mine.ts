import { wordsOf } from '../text/words';

/** The key by which spellings of a person's name meet: case and accents, and a remark in brackets, do not count. */
export function personKey(name: string): string {
  const key = wordsOf(name.replace(/\([^)]*\)?/g, ' ')).join(' ');
  return key === '' ? name.trim().toLowerCase() : key;
}

/** Says of the owners of a task whether the user is among them, who goes by `myNames`. Made once for many tasks: the same owners come again and again. */
export function mineTest(myNames: readonly string[]): (owners: readonly string[]) => boolean {
  const mine = new Set(myNames.map(personKey));
  const known = new Map<string, boolean>();
  return (owners) => owners.some((owner) => {
    const answer = known.get(owner) ?? mine.has(personKey(owner));
    known.set(owner, answer);
    return answer;
  });
}
