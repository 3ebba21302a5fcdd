import type { Note } from '../note/note';
import { wordsOf } from '../text/words';
import { isInternal } from './history';
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
  const plain = signs.map((sign) => ({
    ...sign,
    weight: sign.weight * (beside.has(sign.key) || sign.role === 'passing' ? ASIDE : 1),
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

/** Words in the title of a note that is about an account beside others, or about none. */
const UNSURE = new Set(
  wordsOf(
    'internal pipeline forecast portfolio reference references competitor competitors vendor vendors supplier suppliers partner partners reseller lessons training onboarding versus vs',
  ),
);
/** How likely a candidate must be: alone, and where two kinds of sign agree. */
const CERTAIN = 0.85;
const AGREED = 0.75;

/** Whether nothing in a note speaks against its first candidate, and enough for it, to accept it unseen. */
export function isCertain(
  note: Note,
  [first, ...others]: readonly Candidate[],
  names: readonly RepeatedName[],
): boolean {
  if (first === undefined || note.kind !== 'meeting' || first.beside) return false;
  const { signs } = first;
  const titled = signs.find(({ place }) => place === 'title');
  const isNamed =
    titled !== undefined &&
    (titled.form === 'name' || titled.form === 'short') &&
    titled.role !== 'passing' &&
    signs.some(({ proper }) => proper);
  const hasMail = signs.some(({ place }) => place === 'mail');
  const hasPeople = signs.some(({ place }) => place === 'people');
  const isAgreed = isPlain(titled) ? hasMail || hasPeople : hasMail && (hasPeople || signs.some(isPlain));
  if (!(isNamed && first.score >= CERTAIN) && !(isAgreed && first.score >= AGREED)) return false;
  if (wordsOf(note.title).some((word) => UNSURE.has(word)) || others.some(isRival)) return false;
  const named = signs.reduce(
    (times, { place, times: more }) => times + (place === 'summary' || place === 'text' ? more : 0),
    0,
  );
  return !names.some(({ inTitle, count }) => inTitle || count > named);
}

/** Whether a sign is a name that is written as it should be. */
function isPlain(sign: Sign | undefined): boolean {
  return sign !== undefined && sign.form !== null && sign.form !== 'sound' && sign.form !== 'within';
}

/**
 * Whether a note may be another candidate's after all: the title names it, or anything tells of it as more than a
 * partner.
 */
function isRival({ signs, beside }: Candidate): boolean {
  return signs.some(({ form, role, place }) =>
    place === 'title' ? role !== 'passing' : !beside && role !== 'passing' && form !== 'sound' && form !== 'within',
  );
}
