import type { Settings } from '../settings';
import { wordsOf } from '../text/words';

/**
 * The key by which spellings of a person's name meet by themselves: case and accents, a remark in brackets, and a mail
 * address in `<…>` do not count.
 */
export function personKey(name: string): string {
  const key = wordsOf(name.replace(/\([^)]*\)?|<[^>]*>?/g, ' ')).join(' ');
  return key === '' ? name.trim().toLowerCase() : key;
}

/** A name without the remark in brackets, or the mail address in `<…>`, behind it. */
export function withoutRemark(name: string): string {
  const bare = withoutAddress(name);
  const open = bare.trimEnd().endsWith(')') || !bare.includes(')') ? bare.lastIndexOf('(') : -1;
  return (open < 0 ? '' : bare.slice(0, open).trim()) || bare.trim();
}

/** A name without a `<…>` at its end, closed or not; one that is nothing else stays. */
function withoutAddress(name: string): string {
  const at = name.indexOf('<');
  const address = name.slice(at + 1).trimEnd();
  const isOne = at > 0 && !/[<>]/.test(address.endsWith('>') ? address.slice(0, -1) : address);
  return (isOne && name.slice(0, at).trimEnd()) || name;
}

/** Who the names in notes are, by what the settings join. */
export interface PersonNames {
  /** The key of the person that a name, as written, means. */
  readonly keyOf: (name: string) => string;
  /**
   * The name to show: the first of the spellings that were joined, else the name as written, without a remark in
   * brackets.
   */
  readonly nameOf: (name: string) => string;
  /** Whether the user is among the owners of a task. */
  readonly isMine: (owners: readonly string[]) => boolean;
}

interface Person {
  readonly key: string;
  /** The name that the settings give, or null; of a person that they do not know, the name as written. */
  readonly shown: string | null;
}

/**
 * The people of the settings, made once for many names: the same names come again and again. The user is one person by
 * all of `myNames`, and by all spellings that are joined with one of them. Nothing else is joined; a spelling in two
 * lists belongs to the first.
 */
export function personNames({ myNames, people }: Pick<Settings, 'myNames' | 'people'>): PersonNames {
  const mine = new Set(myNames.map(personKey));
  const joinsMine = (list: readonly string[]): boolean => list.some((spelling) => mine.has(personKey(spelling)));
  const ofUser = people.filter(joinsMine);
  const user: Person | null = mine.size === 0 ? null : { key: [...mine][0]!, shown: ofUser[0]?.[0] ?? null };
  const joined = new Map<string, Person>();
  const join = (spellings: Iterable<string>, person: Person): void => {
    for (const spelling of spellings) if (!joined.has(personKey(spelling))) joined.set(personKey(spelling), person);
  };
  if (user !== null) [myNames, ...ofUser].forEach((list) => join(list, user));
  for (const list of people) {
    const [shown] = list;
    if (shown !== undefined && !joinsMine(list))
      join(list, joined.get(personKey(shown)) ?? { key: personKey(shown), shown });
  }
  const known = new Map<string, Person>();
  const personOf = (name: string): Person => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const key = personKey(name);
    const person = joined.get(key) ?? { key, shown: withoutRemark(name) };
    known.set(name, person);
    return person;
  };
  return {
    keyOf: (name) => personOf(name).key,
    nameOf: (name) => personOf(name).shown ?? withoutRemark(name),
    isMine: (owners) => user !== null && owners.some((owner) => personOf(owner) === user),
  };
}
