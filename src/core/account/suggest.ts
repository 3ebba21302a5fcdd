import type { Note } from '../note/note';
import type { Settings } from '../settings';
import { isCertain, rankCandidates, type Candidate } from './candidates';
import { isOwnName, NO_HISTORY, type History } from './history';
import { companiesOf, hasStranger, mailSigns, peopleSigns, sourceSigns, type Companies } from './known-signs';
import { mentionWords } from './mention-words';
import { nameIndex } from './name-index';
import { nameSigns } from './name-signs';
import { repeatedNames, type RepeatedName } from './repeated-names';
import type { Account } from './resolve';
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
  const read = new WeakMap<Note, Naming>();
  return {
    namingIn(note) {
      const naming = read.get(note) ?? { signs: nameSigns(note, index), others: repeatedNames(note).filter(isNew) };
      read.set(note, naming);
      return naming;
    },
    companies: companiesOf(theirs),
    isTheirs: (key) => keys.has(key),
  };
}

/**
 * Accounts that a note without one may be about, most likely first: those that it names or that the `history` of other
 * notes tells of, and the names that it repeats where little is known.
 */
export function suggestAccounts(
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
  const certain = isCertain(note, candidates, others) && !hasStranger(note, find.companies, history);
  const suggestions = candidates.map(({ key, score, signs: own }, rank) => ({
    key,
    name: accounts.get(key)!.name,
    score: round(score),
    certain: rank === 0 && certain,
    tied: rank === 0 && areTied(candidates),
    reasons: own.map(({ reason }) => reason),
    kinds: kindsOf(own),
  }));
  const isKnown = candidates.some(({ score }) => score >= KNOWN);
  return [...suggestions, ...(isKnown ? [] : newAccounts(others))].sort((a, b) => b.score - a.score);
}

/**
 * Two candidates whose scores are no farther apart are as likely: of 33 such pairs on the labelled notes, the first was
 * the one three times.
 */
const TIE = 0.1;

function areTied([first, second]: readonly Candidate[]): boolean {
  return first !== undefined && second !== undefined && first.score - second.score <= TIE;
}

function kindsOf(signs: readonly Sign[]): readonly string[] {
  return [...new Set(signs.map(({ kind }) => kind))];
}

/** From this score of a known account on, no other name is offered. */
const KNOWN = 0.5;

function newAccounts(names: readonly RepeatedName[]): readonly Suggestion[] {
  const most = Math.max(...names.map(({ count }) => count));
  return names.map(({ name, count, inTitle }) => {
    const reasons = [...(inTitle ? [words.signs.named(words.signs.in.title)] : []), words.signs.namedTimes(count)];
    return {
      key: null,
      name,
      score: round((inTitle ? 0.3 : 0.1) + 0.15 * (count / most)),
      certain: false,
      tied: false,
      reasons,
      kinds: reasons,
    };
  });
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
