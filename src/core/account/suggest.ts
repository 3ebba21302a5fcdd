import { oncePer } from '../base/once';
import type { Note } from '../note/note';
import type { Settings } from '../settings';
import { wordsOf } from '../text/words';
import { isCertain, isLikely, isMet, isPlain, rankCandidates, type Candidate } from './candidates';
import { companyIn, isOwnName, NO_HISTORY, type History } from './history';
import { companiesOf, hasStranger, mailSigns, peopleSigns, sourceSigns, type Companies } from './known-signs';
import { mentionWords } from './mention-words';
import { nameIndex } from './name-index';
import { nameSigns } from './name-signs';
import { accountKey } from './names';
import { repeatedNames, statementsOf, type RepeatedName } from './repeated-names';
import type { Account } from './resolve';
import { roleOf } from './role';
import type { Sign } from './signs';
import { words } from '../../words/words';

/** An account that a note may be about. It is never applied by itself. */
export interface Suggestion {
  /** The key of a known account; null for a name that is no account yet. */
  readonly key: string | null;
  readonly name: string;
  /** How sure, from 0 to 1. */
  readonly score: number;
  /**
   * Whether it may be accepted for many notes at once, none of them opened. At most one suggestion of a note is, the
   * first.
   */
  readonly certain: boolean;
  /**
   * Whether it is the first, and the second is about as likely: the note may be about either. It is not accepted for
   * many notes at once.
   */
  readonly tied: boolean;
  /** Whether so little tells of it that it is no suggestion, though a person may know better. */
  readonly weak: boolean;
  /** Why, in words a person understands: "“Blue Heron” stands in the title". */
  readonly reasons: readonly string[];
  /** The kinds of these reasons, each once: "named in the title". */
  readonly kinds: readonly string[];
}

/** What a note says by names. */
interface Naming {
  readonly signs: readonly Sign[];
  /** The names that it repeats and that are no account. */
  readonly others: readonly RepeatedName[];
}

/** Finds accounts by their names. */
export interface AccountFinder {
  /** What a note says by names. A note is read once, and then known. */
  namingIn(note: Note): Naming;
  /** What mail domains the names of accounts stand for. */
  readonly companies: Companies;
  /** The accounts that a note names anywhere, also where nothing is read that tells whose it is. */
  anywhereIn(note: Note): ReadonlySet<string>;
  /** Whether an account is another company's, not the user's own. */
  isTheirs(key: string): boolean;
}

/** Prepares the names of accounts. Made once for many notes, it stays good as long as the accounts are the same. */
export function accountFinder(
  accounts: Iterable<Account>,
  { ownDomains }: Pick<Settings, 'ownDomains'> = NO_HISTORY,
): AccountFinder {
  const theirs = [...accounts].filter(({ names }) => !names.some((name) => isOwnName(name, ownDomains)));
  const keys = new Set(theirs.map(({ key }) => key));
  const index = nameIndex(theirs);
  const isNew = ({ name }: RepeatedName): boolean =>
    !isOwnName(name, ownDomains) && index.mentionsIn(mentionWords(name)).every(({ form }) => form === 'within');
  return {
    namingIn: oncePer((note) => ({ signs: nameSigns(note, index), others: repeatedNames(note).filter(isNew) })),
    anywhereIn: (note) =>
      new Set(
        index
          .mentionsIn(mentionWords(note.text))
          .flatMap(({ form, keys }) => (form === 'name' || form === 'short' ? keys : [])),
      ),
    companies: companiesOf(theirs),
    isTheirs: (key) => keys.has(key),
  };
}

/**
 * The accounts that a note without one is about, most likely first: of `rankAccounts`, none where two are about as
 * likely, or where too little tells of the first.
 */
export function suggestAccounts(
  note: Note,
  accounts: ReadonlyMap<string, Account>,
  find: AccountFinder,
  history: History = NO_HISTORY,
): readonly Suggestion[] {
  const ranked = rankAccounts(note, accounts, find, history);
  return ranked[0]?.tied === true ? [] : ranked.filter(({ weak }) => !weak);
}

/**
 * Accounts that a note without one may be about, most likely first: those that it names or that the `history` of other
 * notes tells of, and the names that it repeats where little is known.
 */
export function rankAccounts(
  note: Note,
  accounts: ReadonlyMap<string, Account>,
  find: AccountFinder,
  history: History = NO_HISTORY,
): readonly Suggestion[] {
  const { signs, others } = find.namingIn(note);
  const known = [
    ...mailSigns(note, find.companies, history),
    ...peopleSigns(note, history),
    ...sourceSigns(note, history),
  ].filter(({ key }) => find.isTheirs(key));
  const candidates = rankCandidates(note, [...signs, ...known]);
  const judged = new Set(candidates.map(({ key }) => key));
  const certain =
    isCertain(note, candidates, others) &&
    !hasStranger(note, find.companies, history) &&
    [...find.anywhereIn(note)].every((key) => judged.has(key));
  const suggestions = candidates.map(({ key, score, signs: own }, rank) => ({
    key,
    name: accounts.get(key)!.name,
    score: round(score),
    certain: rank === 0 && certain,
    tied: rank === 0 && areTied(candidates),
    weak: !isLikely(note, candidates.slice(rank), history),
    reasons: own.map(({ reason }) => reason),
    kinds: kindsOf(own),
  }));
  const [first] = candidates;
  const isKnown = first !== undefined && (first.score >= KNOWN || first.signs.some(({ place }) => isMet(place)));
  const unknown = isKnown ? [] : newAccounts(others, (name) => isPlainlyNew(note, name));
  return [...suggestions, ...unknown].sort((a, b) => b.score - a.score);
}

/**
 * Two candidates whose scores are no farther apart are as likely: of 33 such pairs on the labelled notes, the first was
 * the one three times.
 */
const TIE = 0.1;

function areTied([first, ...others]: readonly Candidate[]): boolean {
  if (first === undefined) return false;
  return others.some((other) => first.score - other.score <= TIE || shareTitle(first, other));
}

/** Whether a title names two accounts alike, and the people and addresses in the note do not tell which one it is. */
function shareTitle(one: Candidate, other: Candidate): boolean {
  const [a, b] = [one, other].map(({ signs }) => signs.find(({ place }) => place === 'title'));
  if (a === undefined || b === undefined || a.role !== b.role || one.beside || other.beside) return false;
  return isPlain(a) && isPlain(b) && isMetIn(one) === isMetIn(other);
}

function isMetIn({ signs }: Candidate): boolean {
  return signs.some(({ place }) => isMet(place));
}

function kindsOf(signs: readonly Sign[]): readonly string[] {
  return [...new Set(signs.map(({ kind }) => kind))];
}

/** From this score of a known account on, no other name is offered. */
const KNOWN = 0.5;

function newAccounts(names: readonly RepeatedName[], isPlain: (name: RepeatedName) => boolean): readonly Suggestion[] {
  const most = Math.max(...names.map(({ count }) => count));
  return names.map((repeated) => {
    const { name, count, inTitle } = repeated;
    const reasons = [...(inTitle ? [words.signs.named(words.signs.in.title)] : []), words.signs.namedTimes(count)];
    return {
      key: null,
      name,
      score: round((inTitle ? 0.3 : 0.1) + 0.15 * (count / most)),
      certain: false,
      tied: false,
      weak: !isPlain(repeated),
      reasons,
      kinds: reasons,
    };
  });
}

/**
 * Whether a name that a note repeats is one of a company that it is about, as far as can be told: the title has it, and
 * it is of several words or has a mail address. A name of one word is that of a tool or a product as often, and one that
 * is called a partner is none.
 */
function isPlainlyNew(note: Note, { name, inTitle }: RepeatedName): boolean {
  const key = accountKey(name);
  const isCompany = wordsOf(name).length > 1 || note.mailDomains.some((domain) => key.startsWith(companyIn(domain)));
  return inTitle && isCompany && !isBeside(note, name);
}

function isBeside(note: Note, name: string): boolean {
  const words = wordsOf(name);
  return [note.title, note.summary, statementsOf(note)].some((said, part) => {
    const text = mentionWords(said);
    return text.some((_, at) => {
      if (!words.every((word, next) => text[at + next]?.word === word)) return false;
      const role = roleOf(text, at, at + words.length, part === 0);
      return role === 'beside' || (role === 'passing' && part === 0);
    });
  });
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
