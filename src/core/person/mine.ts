import { wordsOf } from '../text/words';

/** The key by which spellings of a person's name meet: case and accents, and a remark in brackets, do not count. */
export function personKey(name: string): string {
  const key = wordsOf(name.replace(/\([^)]*\)?/g, ' ')).join(' ');
  return key === '' ? name.trim().toLowerCase() : key;
}

/** Whether one of `owners` is the user, who goes by `myNames`. */
export function isMine(owners: readonly string[], myNames: readonly string[]): boolean {
  return owners.some((owner) => myNames.some((name) => personKey(name) === personKey(owner)));
}
