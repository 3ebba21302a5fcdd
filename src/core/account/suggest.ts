import type { Note } from '../note/note';
import { wordsOf } from '../text/words';
import { nameWords } from './names';
import type { Account } from './resolve';

/** An account that a note may be about. It is never applied by itself. */
export interface Suggestion {
  /** The key of a known account; null for a name that is no account yet. */
  readonly key: string | null;
  readonly name: string;
  /** How sure, from 0 to 1. */
  readonly score: number;
  /** Why, in words a person understands: "named in the title". */
  readonly reasons: readonly string[];
}

/** Finds the accounts that are named in a text. Made once for a set of accounts. */
export type AccountFinder = (words: readonly string[]) => ReadonlySet<string>;

/** A finder over the names and aliases of `accounts`, legal forms left out. Names of one short word (under 3 letters) are not looked for. */
export function accountFinder(accounts: Iterable<Account>): AccountFinder {
  const byFirstWord = new Map<string, { readonly words: readonly string[]; readonly key: string }[]>();
  for (const account of accounts) {
    for (const name of account.names) {
      const words = nameWords(name);
      if (words.join('').length < 3) continue;
      byFirstWord.set(words[0]!, [...(byFirstWord.get(words[0]!) ?? []), { words, key: account.key }]);
    }
  }
  return (text) => {
    const found = new Set<string>();
    text.forEach((word, at) => {
      for (const { words, key } of byFirstWord.get(word) ?? []) {
        if (words.every((part, index) => text[at + index] === part)) found.add(key);
      }
    });
    return found;
  };
}

const PLACES = [
  { reason: 'named in the title', score: 0.9, words: (note: Note) => wordsOf(note.title) },
  { reason: 'named in the summary', score: 0.6, words: (note: Note) => wordsOf(note.summary) },
  { reason: 'named in the text', score: 0.4, words: (note: Note) => wordsOf(statementsOf(note)) },
] as const;

/** Accounts that a note without one may be about, most likely first: known ones that it names, else the name that it repeats itself. */
export function suggestAccounts(note: Note, accounts: ReadonlyMap<string, Account>, find: AccountFinder): readonly Suggestion[] {
  const found = new Map<string, { score: number; reasons: string[] }>();
  for (const { reason, score, words } of PLACES) {
    const keys = find(words(note));
    for (const key of keys) {
      const entry = found.get(key) ?? { score: 0, reasons: [] };
      // Two accounts in one title: neither is certain.
      entry.score = Math.min(0.95, Math.max(entry.score, keys.size > 1 ? score * 0.7 : score) + (entry.reasons.length > 0 ? 0.02 : 0));
      entry.reasons.push(reason);
      found.set(key, entry);
    }
  }
  const known = [...found].map(([key, { score, reasons }]) => ({ key, name: accounts.get(key)!.name, score: round(score), reasons }));
  return (known.length > 0 ? known : repeatedNames(note)).sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
}

function statementsOf(note: Note): string {
  return [...note.tasks, ...note.decisions, ...note.facts].map((statement) => statement.text).join('. ');
}

const NAME = /\p{Lu}[\p{L}\p{N}]*(?:[-'’&.]\p{L}[\p{L}\p{N}]*)*(?:[ \u00a0](?:&[ ]|of |de |la |the )?\p{Lu}[\p{L}\p{N}]*(?:[-'’&.]\p{L}[\p{L}\p{N}]*)*)*/gu;
const CALENDAR = new Set(wordsOf('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december q1 q2 q3 q4'));

/**
 * The names that a note repeats, where no known account is named: capitalised words that stand inside sentences, not the names of its
 * participants. A name counts from three mentions, or two where the title has it as well.
 */
function repeatedNames(note: Note): Suggestion[] {
  const text = `${note.summary}. ${statementsOf(note)}`;
  const people = new Set([...note.participants, ...note.tasks.flatMap((task) => task.owners)].flatMap(wordsOf));
  const mentions = new Map<string, { readonly name: string; count: number; inside: number }>();
  for (const match of text.matchAll(NAME)) {
    const name = match[0].replace(/['’]s$/u, '');
    const words = wordsOf(name);
    const key = words.join(' ');
    if (key.length < 3 || words.some((word) => people.has(word) || CALENDAR.has(word))) continue;
    const entry = mentions.get(key) ?? { name, count: 0, inside: 0 };
    entry.count++;
    if (!/(?:^|[.!?:;]\s*)$/.test(text.slice(Math.max(0, match.index - 3), match.index))) entry.inside++;
    mentions.set(key, entry);
  }
  const title = ` ${wordsOf(note.title).join(' ')} `;
  const [most] = [...mentions.values()].map(({ count }) => count).sort((a, b) => b - a);
  return [...mentions].flatMap(([key, { name, count, inside }]) => {
    const titled = title.includes(` ${key} `);
    if (inside === 0 || count < (titled ? 2 : 3)) return [];
    const score = round((titled ? 0.5 : 0.2) + 0.2 * (count / most!));
    const times = `named ${count} times in the text`;
    return [{ key: null, name, score, reasons: titled ? ['named in the title', times] : [times] }];
  });
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
