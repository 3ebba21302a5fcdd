import { lastOf } from '../base/last-of';
import type { KnownPeople, KnownPerson } from './known-people';
import { personKey } from './person-names';
import { words } from '../../words/words';

/** Two names that may be one person. */
export interface SpellingPair {
  /** The fuller name: the one to show. */
  readonly shown: KnownPerson;
  readonly other: KnownPerson;
  /** Why, in a few words. */
  readonly reason: string;
}

/** The user attends more of their own meetings than anybody else: at least so many, and so large a part of all. */
const MEETINGS_OF_USER = 3;
const PART_OF_USER = 0.5;

/**
 * The pairs of names that may be one person, likeliest first: a first name and a full name, the same name but for an
 * initial, and the user beside whoever is in most of the meetings. `isUser` tells the user's own names. Nothing is
 * joined by this.
 */
export function spellingPairs(known: KnownPeople, isUser: (name: string) => boolean): readonly SpellingPair[] {
  const { people } = known;
  const pairs: SpellingPair[] = [];
  const byPlainName = new Map<string, KnownPerson>();
  for (const person of people) {
    const plain = withoutInitials(wordsIn(person)).join(' ');
    const same = byPlainName.get(plain);
    if (same === undefined) byPlainName.set(plain, person);
    else pairs.push({ ...fullerFirst(same, person), reason: words.people.reasons.initial });
  }
  for (const [name, person] of byPlainName) {
    const [first, ...more] = name.split(' ') as [string, ...string[]];
    if (more.length === 0 || first.length === 1) continue;
    const firstOnly = byPlainName.get(first);
    if (firstOnly !== undefined)
      pairs.push({ shown: person, other: firstOnly, reason: words.people.reasons.firstName });
    const initialOnly = byPlainName.get(`${[...first][0]!} ${lastOf(more)!}`);
    if (initialOnly !== undefined)
      pairs.push({ shown: person, other: initialOnly, reason: words.people.reasons.shortened });
  }
  const user = people.find(({ name }) => isUser(name));
  const attendee = likelyUser(known, isUser);
  if (user !== undefined && attendee !== null)
    pairs.push({ shown: attendee, other: user, reason: words.people.reasons.you });
  return pairs
    .map((pair) => ({ pair, shared: sharedAccounts(pair) }))
    .sort((a, b) => b.shared - a.shared || weight(b.pair) - weight(a.pair))
    .map(({ pair }) => pair);
}

/**
 * Whoever is in most of the meetings, where it is none of the user's own names and those are in fewer: the user may be
 * called so there. Null where nobody is.
 */
export function likelyUser({ people, meetings }: KnownPeople, isUser: (name: string) => boolean): KnownPerson | null {
  const attendee = people.reduce<KnownPerson | null>(
    (most, one) => (most === null || one.meetings > most.meetings ? one : most),
    null,
  );
  return attendee !== null &&
    !isUser(attendee.name) &&
    attendee.meetings >= MEETINGS_OF_USER &&
    attendee.meetings > meetings * PART_OF_USER
    ? attendee
    : null;
}

function wordsIn({ name }: KnownPerson): readonly string[] {
  return personKey(name).split(' ');
}

/** The words of a name without initials between the first and the last. */
function withoutInitials(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => index === 0 || index === words.length - 1 || [...word].length > 1);
}

function fullerFirst(a: KnownPerson, b: KnownPerson): { readonly shown: KnownPerson; readonly other: KnownPerson } {
  return a.name.length >= b.name.length ? { shown: a, other: b } : { shown: b, other: a };
}

function sharedAccounts({ shown, other }: SpellingPair): number {
  const accounts = new Set(shown.accounts);
  return other.accounts.filter((account) => accounts.has(account)).length;
}

function weight({ shown, other }: SpellingPair): number {
  return [shown, other].reduce((sum, { tasks, meetings }) => sum + tasks + meetings, 0);
}
