import type { Note } from '../note/note';
import { wordsOf } from '../text/words';
import { isInternal, isOfColleagues, peopleIn, type History } from './history';
import type { RepeatedName } from './repeated-names';
import type { Sign } from './signs';

/** An account that a note tells of. */
export interface Candidate {
  readonly key: string;
  readonly signs: readonly Sign[];
  /** How likely, from 0 to 1. */
  readonly score: number;
  /** Whether the note calls it a partner, a supplier or a reference. */
  readonly beside: boolean;
}

/** What is left of a sign of an account that is called a partner, or is named in passing. */
const ASIDE = 0.35;
/** What is left of a sign where the note only talks of its account, and something else says whose it is. */
const TALK = 0.5;
/** What is left of a sign where another account has one like it in the same place. */
const RIVALLED = 0.7;
const MOST = 0.98;
const SEVERAL = 3;

/**
 * The accounts that the signs in a note tell of, most likely first. A meeting of colleagues that goes through several
 * is about none of them.
 */
export function rankCandidates(note: Note, signs: readonly Sign[]): readonly Candidate[] {
  if (
    isInternal(note) &&
    !signs.some(({ place }) => place === 'title') &&
    new Set(signs.map(({ key }) => key)).size >= SEVERAL
  )
    return [];
  const beside = besideIn(signs);
  const isAside = ({ key, role }: Sign): boolean => beside.has(key) || role === 'passing';
  const plain = withoutTalk(signs, isAside).map((sign) => ({
    ...sign,
    weight: sign.weight * (isAside(sign) ? ASIDE : 1),
  }));
  const rivals = rivalsIn(plain);
  const byKey = new Map<string, Sign[]>();
  for (const sign of plain) byKey.set(sign.key, [...(byKey.get(sign.key) ?? []), sign]);
  return [...byKey]
    .map(([key, own]) => ({
      key,
      signs: own,
      beside: beside.has(key),
      score: Math.min(MOST, 1 - own.reduce((doubt, sign) => doubt * (1 - weighed(sign, rivals)), 1)),
    }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/**
 * The accounts that are called a partner anywhere, or that the title names in passing ("… via Blue Heron") and nothing
 * calls the customer.
 */
function besideIn(signs: readonly Sign[]): ReadonlySet<string> {
  const customers = new Set(signs.flatMap(({ key, role }) => (role === 'customer' ? [key] : [])));
  return new Set(
    signs.flatMap(({ key, role, place }) =>
      role === 'beside' || (role === 'passing' && place === 'title' && !customers.has(key)) ? [key] : [],
    ),
  );
}

/** From this weight on, a mail address says whose a note is: the page of the account has its domain, or its name. */
const SURE_MAIL = 0.8;

/**
 * The signs, weaker where a note only talks of an account and its title, a heading, its folder or its mail say that it
 * is another's. The tool or the competitor that is talked about most is not the customer.
 */
function withoutTalk(signs: readonly Sign[], isAside: (sign: Sign) => boolean): readonly Sign[] {
  const placed = new Set<string>();
  const mailed = new Set<string>();
  for (const sign of signs) {
    const { key, place, form, weight } = sign;
    if (place === 'mail' && weight >= SURE_MAIL) mailed.add(key);
    const isPlaced =
      place === 'mail'
        ? weight >= SURE_MAIL
        : place === 'title'
          ? form !== 'sound' && form !== 'within' && !isAside(sign)
          : place === 'heading' || place === 'folder';
    if (isPlaced) placed.add(key);
  }
  const met = new Set(signs.flatMap(({ key, place }) => (isMet(place) ? [key] : [])));
  const isThere = [...placed].some((key) => met.has(key));
  const hasOther = (keys: ReadonlySet<string>, key: string): boolean => keys.size > Number(keys.has(key));
  return signs.map((sign) => {
    const { key, place, role, weight } = sign;
    // Of those that have a place, who takes part counts.
    const isAbsent = isThere && !met.has(key);
    const isTalk = place === 'summary' || place === 'text' || place === 'source';
    if (role === 'customer') return sign;
    if (place === 'title' && isAbsent && hasOther(mailed, key)) return { ...sign, weight: weight * RIVALLED };
    if (place === 'title' && isAbsent) return { ...sign, weight: weight * TALK };
    return isTalk && (isAbsent || !placed.has(key)) && hasOther(placed, key)
      ? { ...sign, weight: weight * TALK }
      : sign;
  });
}

/** Whether a sign of this place says that somebody of the account took part. */
export function isMet(place: Sign['place']): boolean {
  return place === 'mail' || place === 'people' || place === 'participants';
}

/** The signs of each place, and of those the ones for a customer, the strongest first. */
type Rivals = ReadonlyMap<string, readonly Sign[]>;

function rivalsIn(signs: readonly Sign[]): Rivals {
  const rivals = new Map<string, Sign[]>();
  for (const sign of [...signs].sort((a, b) => b.weight - a.weight)) {
    for (const group of sign.role === 'customer' ? [sign.place, `customer:${sign.place}`] : [sign.place]) {
      const known = rivals.get(group);
      if (known === undefined) rivals.set(group, [sign]);
      else known.push(sign);
    }
  }
  return rivals;
}

/**
 * The weight of a sign beside those of other accounts in the same place. The one for a customer has only others of that
 * kind to fear.
 */
function weighed({ key, place, role, weight }: Sign, rivals: Rivals): number {
  const rival = rivals.get(role === 'customer' ? `customer:${place}` : place)?.find((sign) => sign.key !== key);
  return rival !== undefined && rival.weight * 2 > weight ? weight * RIVALLED : weight;
}

/** Words in the title of a note that is about those one buys from or competes with, or about all accounts. */
const BESIDE = new Set(
  wordsOf(
    'internal intern pipeline forecast portfolio competitor competitors wettbewerber vendor vendors supplier suppliers lieferant lieferanten partner partners reseller versus vs',
  ),
);
/** Words in the title of a note that is about an account beside others, or about none. */
const UNSURE = new Set([
  ...BESIDE,
  ...wordsOf(
    'reference references lessons training onboarding schulung news newsletter article press webinar conference summit congress benchmark analyst acquisition merger acquires former ex candidate interview',
  ),
]);
/** Words in a summary of a note that may be about somebody whom one competes with. */
const COMPARED = new Set(
  wordsOf(
    'competitor competitors rival rivals incumbent alternative alternatives cheaper compare compares compared comparison instead bid',
  ),
);
/** How likely a candidate must be: alone, and where two kinds of sign agree. */
const CERTAIN = 0.85;
const AGREED = 0.75;

/** Less is no suggestion where it is not a whole name, and the only one: a name in passing, a word that sounds like it. */
const LEAST = 0.3;

/**
 * Whether enough in a note says that it is about its first candidate. One whose title is of vendors or of the user's
 * colleagues is about an account only where more than its text says so.
 */
export function isLikely(note: Note, [first, second]: readonly Candidate[], history: History): boolean {
  if (first === undefined) return false;
  const { score, signs, beside } = first;
  const isOnlyName = second === undefined && !beside && signs.some(isWhole);
  if ((score < LEAST && !isOnlyName) || signs.every(({ form }) => form === 'within')) return false;
  // Initials mean many things: where people of the account are known, one of them would be there.
  if (signs.every(({ form }) => form === 'initials') && history.met.has(first.key) && peopleIn(note).length > 1)
    return false;
  if (!signs.every(({ place }) => place === 'summary' || place === 'text' || place === 'source')) return true;
  const times = signs.reduce((sum, sign) => sum + sign.times, 0);
  return !hasWord(note, BESIDE) && !isInternal(note) && !(times === 1 && isOfColleagues(note, history));
}

function isWhole({ form, role }: Sign): boolean {
  return (form === 'name' || form === 'short') && role !== 'passing';
}

function hasWord({ title }: Note, words: ReadonlySet<string>): boolean {
  return wordsOf(title).some((word) => words.has(word));
}

/** Whether nothing in a note speaks against its first candidate, and enough for it, to accept it unseen. */
export function isCertain(
  note: Note,
  [first, ...others]: readonly Candidate[],
  names: readonly RepeatedName[],
): boolean {
  if (first === undefined || note.kind !== 'meeting' || first.beside) return false;
  const { signs } = first;
  const titled = signs.find(({ place }) => place === 'title');
  const hasMail = signs.some(({ place, weight }) => place === 'mail' && weight >= SURE_MAIL);
  const hasPeople = signs.some(({ place }) => place === 'people');
  const isMetOrFiled = hasMail || signs.some(({ place }) => isMet(place) || place === 'folder' || place === 'heading');
  const isNamed =
    titled !== undefined &&
    (titled.form === 'name' || titled.form === 'short') &&
    titled.role !== 'passing' &&
    signs.some(({ proper }) => proper) &&
    // A word may be the name of a product or a place as well.
    (titled.words > 1 || titled.role === 'customer' || isMetOrFiled) &&
    (isMetOrFiled || !wordsOf(note.summary).some((word) => COMPARED.has(word)));
  const isAgreed = isPlain(titled) ? hasMail || hasPeople : hasMail && (hasPeople || signs.some(isPlain));
  if (!(isNamed && first.score >= CERTAIN) && !(isAgreed && first.score >= AGREED)) return false;
  if (signs.some(({ doubtful }) => doubtful) || hasWord(note, UNSURE) || others.some(isRival)) return false;
  const named = signs.reduce(
    (times, { place, times: more }) => times + (place === 'summary' || place === 'text' ? more : 0),
    0,
  );
  return !names.some(({ inTitle, count }) => inTitle || count > named);
}

/** Whether a sign is a name that is written as it should be. */
export function isPlain(sign: Sign | undefined): boolean {
  return sign !== undefined && sign.form !== null && sign.form !== 'sound' && sign.form !== 'within';
}

/**
 * Whether a note may be another candidate's after all: the title names it, or anything tells of it as more than a
 * partner.
 */
function isRival({ signs, beside }: Candidate): boolean {
  return signs.some(({ form, role, place }) =>
    place === 'title' ? role !== 'passing' : !beside && role !== 'passing' && form !== 'within',
  );
}
