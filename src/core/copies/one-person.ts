import { lastOf } from '../base/last-of';
import { editDistance } from '../text/edit-distance';

const TITLES: ReadonlySet<string> = new Set(
  'dr prof professor mr mrs ms miss sir herr frau mme monsieur madame sr sra sig'.split(' '),
);
/** A family name of so many letters may be written with one letter wrong, or with two. */
const ONE_WRONG = 4;
const TWO_WRONG = 5;

/**
 * Whether two keys of names may mean one person: "ana" and "ana de la cruz", "ana c" and "ana cruz", "cruz" and "ana
 * cruz", "dr cruz", and where a family name was heard wrong, "ana crus".
 */
export function areOnePerson(a: string, b: string): boolean {
  if (a === b || startsWithName(a, b) || startsWithName(b, a) || endsWithName(a, b) || endsWithName(b, a)) return true;
  const [some, others] = [withoutTitle(a), withoutTitle(b)];
  if (some !== a || others !== b) return areOnePerson(some, others);
  // Of two that begin otherwise, nothing more is looked at: this is asked very often.
  if (a[0] !== b[0]) return false;
  const [words, more] = [a.split(' '), b.split(' ')];
  if (words.length < 2 || more.length < 2) return false;
  const [last, otherLast] = [lastOf(words)!, lastOf(more)!];
  if (words[0] === more[0])
    return isInitialOf(last, otherLast) || isInitialOf(otherLast, last) || soundsAlike(last, otherLast);
  return last === otherLast && (isInitialOf(words[0]!, more[0]!) || isInitialOf(more[0]!, words[0]!));
}

/** The words of a key: two names that may mean one person have one in common. */
export function wordsOfName(key: string): readonly string[] {
  return key.split(' ');
}

function startsWithName(longer: string, name: string): boolean {
  return longer[name.length] === ' ' && longer.startsWith(name);
}

/** A first name is looked for at the beginning, a family name at the end. */
function endsWithName(longer: string, name: string): boolean {
  return longer[longer.length - name.length - 1] === ' ' && longer.endsWith(name);
}

function withoutTitle(name: string): string {
  const end = name.indexOf(' ');
  return end > 0 && TITLES.has(name.slice(0, end)) ? name.slice(end + 1) : name;
}

function isInitialOf(initial: string, word: string): boolean {
  return initial.length === 1 && word.startsWith(initial);
}

function soundsAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < ONE_WRONG || one[0] !== other[0] || Math.abs(one.length - other.length) > 2) return false;
  return editDistance(one, other) <= (shorter < TWO_WRONG ? 1 : 2);
}
