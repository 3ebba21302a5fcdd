import { renamedPath } from './base/renamed-path';
import { fail, succeed, type Result } from './base/result';
import { foldText } from './text/words';
import { DEFAULT_STATUS_SYMBOLS, TASK_STATUSES, type StatusSymbols, type TaskStatus } from './task/status';
import { words } from '../words/words';

/** How the list of accounts is sorted. */
export type AccountSort = 'attention' | 'name' | 'last-contact' | 'open-tasks';

/** What the user has set. Lists hold names as the user wrote them. */
export interface Settings {
  /** A note is ours when its front matter or its text holds one of these tags (or one below it). Without `#`. */
  readonly noteTags: readonly string[];
  /** Folders whose notes are not read: a name at any depth, or a path from the top of the vault. */
  readonly excludedFolders: readonly string[];
  /** Whether other notes with proposed tasks are read too, as evidence. */
  readonly readOtherProposals: boolean;
  /** The names that mean the user, as owners are written. */
  readonly myNames: readonly string[];
  /** Spellings that are one person, a list for each; the first is the name to show. No spelling is in two lists. */
  readonly people: readonly (readonly string[])[];
  /** The mail domains of the user's own company: they tell no account. */
  readonly ownDomains: readonly string[];
  /** Meanings of further characters between the brackets of a task. */
  readonly statusSymbols: Readonly<Record<string, TaskStatus>>;
  readonly accountSort: AccountSort;
  /** Keys of the accounts that stay on top of the list. */
  readonly pinnedAccounts: readonly string[];
  /** Keys of the accounts that are not to be seen in the list. */
  readonly mutedAccounts: readonly string[];
  /** Whether “Accounts” shows the account of the note one works in. */
  readonly followNote: boolean;
  /** The text of a new account page: `{{name}}` and `{{tag}}` are filled. */
  readonly accountTemplate: string;
  /** Whether the reason of a dismissal is written into its line. */
  readonly writeReasons: boolean;
  /** Whether letters are keys in Triage. */
  readonly letterKeys: boolean;
  /** Whether the status bar says how many proposals of mine wait. */
  readonly statusBar: boolean;
  /** Whether proposed lines carry buttons in notes. */
  readonly noteButtons: boolean;
  /** Views of Triage that the user named. */
  readonly savedFilters: readonly SavedFilter[];
  /** Pairs of texts that the user said are not the same, as `pairOfTexts` writes them. */
  readonly notTheSame: readonly string[];
  /** Pairs of lines that the user said are the same. */
  readonly same: readonly SameLines[];
}

/** Two lines that are the same, each by the path of its note and its words. Of other lines it says nothing. */
export type SameLines = readonly [LineName, LineName];

/** A line as somebody pointed at it. */
export interface LineName {
  readonly path: string;
  readonly text: string;
}

/** A split of Triage with a filter, under a name. Null: any. */
export interface SavedFilter {
  readonly name: string;
  readonly split: string;
  readonly account: string | null;
  readonly owner: string | null;
  readonly note: string | null;
  readonly age: string | null;
  readonly words: string;
}

export const DEFAULT_SETTINGS: Settings = {
  noteTags: ['type/customer'],
  excludedFolders: ['_archive', 'Templates'],
  readOtherProposals: true,
  myNames: ['Myself', 'Me'],
  people: [],
  ownDomains: [],
  statusSymbols: {},
  accountSort: 'attention',
  pinnedAccounts: [],
  mutedAccounts: [],
  followNote: false,
  accountTemplate: '---\ntags: [{{tag}}]\naliases: []\n---\n\n# {{name}}\n',
  writeReasons: false,
  letterKeys: true,
  statusBar: true,
  noteButtons: true,
  savedFilters: [],
  notTheSame: [],
  same: [],
};

const ACCOUNT_SORTS: readonly AccountSort[] = ['attention', 'name', 'last-contact', 'open-tasks'];

/**
 * Reads settings from what was stored: anything. A value that is missing or of the wrong kind is the default; of a
 * list, the items that are right are kept.
 */
export function readSettings(stored: unknown): Settings {
  const data = isRecord(stored) ? stored : {};
  const {
    noteTags,
    excludedFolders,
    readOtherProposals,
    myNames,
    ownDomains,
    statusSymbols,
    accountTemplate,
    letterKeys,
    statusBar,
    savedFilters,
    notTheSame,
    same,
  } = data;
  const { people, writeReasons, accountSort, pinnedAccounts, mutedAccounts, followNote, noteButtons } = data;
  return {
    noteTags: nonEmpty(rightItems(noteTags, parseTag)) ?? DEFAULT_SETTINGS.noteTags,
    excludedFolders: rightItems(excludedFolders, parseFolder) ?? DEFAULT_SETTINGS.excludedFolders,
    readOtherProposals:
      typeof readOtherProposals === 'boolean' ? readOtherProposals : DEFAULT_SETTINGS.readOtherProposals,
    myNames: rightItems(myNames, parseName) ?? DEFAULT_SETTINGS.myNames,
    people: Array.isArray(people) ? rightPeople(people) : DEFAULT_SETTINGS.people,
    ownDomains: rightItems(ownDomains, parseDomain) ?? DEFAULT_SETTINGS.ownDomains,
    statusSymbols: isRecord(statusSymbols) ? meanings(statusSymbols) : DEFAULT_SETTINGS.statusSymbols,
    accountSort: ACCOUNT_SORTS.find((sort) => sort === accountSort) ?? DEFAULT_SETTINGS.accountSort,
    pinnedAccounts: rightItems(pinnedAccounts, succeed) ?? DEFAULT_SETTINGS.pinnedAccounts,
    mutedAccounts: rightItems(mutedAccounts, succeed) ?? DEFAULT_SETTINGS.mutedAccounts,
    followNote: typeof followNote === 'boolean' ? followNote : DEFAULT_SETTINGS.followNote,
    accountTemplate:
      typeof accountTemplate === 'string' && accountTemplate.trim() !== ''
        ? accountTemplate
        : DEFAULT_SETTINGS.accountTemplate,
    writeReasons: typeof writeReasons === 'boolean' ? writeReasons : DEFAULT_SETTINGS.writeReasons,
    letterKeys: typeof letterKeys === 'boolean' ? letterKeys : DEFAULT_SETTINGS.letterKeys,
    statusBar: typeof statusBar === 'boolean' ? statusBar : DEFAULT_SETTINGS.statusBar,
    noteButtons: typeof noteButtons === 'boolean' ? noteButtons : DEFAULT_SETTINGS.noteButtons,
    savedFilters: Array.isArray(savedFilters) ? savedFilters.flatMap(savedFilterOf) : DEFAULT_SETTINGS.savedFilters,
    notTheSame: rightItems(notTheSame, succeed) ?? DEFAULT_SETTINGS.notTheSame,
    same: Array.isArray(same) ? same.flatMap(sameLinesOf) : DEFAULT_SETTINGS.same,
  };
}

/** All symbols with a meaning: the usual ones and the user's. */
export function statusSymbols({ statusSymbols: own }: Settings): StatusSymbols {
  return new Map([...DEFAULT_STATUS_SYMBOLS, ...Object.entries(own)]);
}

/** A setting that is written as text, with an item on each line. */
export interface SettingText {
  print(settings: Settings): string;
  /** The setting that a text means, or what is wrong with it, in a sentence. */
  parse(text: string): Result<Partial<Settings>>;
}

/** The names of the settings that are written as text. */
export type TextSetting = 'noteTags' | 'excludedFolders' | 'myNames' | 'people' | 'ownDomains' | 'statusSymbols';

/** How they are written. */
export const SETTING_TEXTS: Readonly<Record<TextSetting, SettingText>> = {
  noteTags: listText('noteTags', parseTag, words.settings.faults.noTag),
  excludedFolders: listText('excludedFolders', parseFolder, null),
  myNames: listText('myNames', parseName, null),
  ownDomains: listText('ownDomains', parseDomain, null),
  people: {
    print: ({ people }) =>
      people
        .map((spellings) => spellings.map(printSpelling))
        .map(([shown, ...others]) => `${shown} = ${others.join(', ')}`)
        .join('\n'),
    parse(text) {
      const found: (readonly string[])[] = [];
      const taken = new Set<string>();
      for (const line of linesOf(text)) {
        const person = parsePerson(line);
        if (!person.ok) return person;
        const twice = person.value.find((spelling) => taken.has(foldText(spelling)));
        if (twice !== undefined) return fail(words.settings.faults.twoPeople(twice));
        person.value.forEach((spelling) => taken.add(foldText(spelling)));
        found.push(person.value);
      }
      return succeed({ people: found });
    },
  },
  statusSymbols: {
    print: ({ statusSymbols: own }) =>
      Object.entries(own)
        .map(([symbol, status]) => `${symbol} ${status}`)
        .join('\n'),
    parse(text) {
      const found = new Map<string, TaskStatus>();
      for (const line of linesOf(text)) {
        const meaning = parseMeaning(line);
        if (!meaning.ok) return meaning;
        const { symbol, status } = meaning.value;
        if (found.has(symbol)) return fail(words.settings.faults.twice(symbol));
        found.set(symbol, status);
      }
      return succeed({ statusSymbols: Object.fromEntries(found) });
    },
  },
};

function listText(
  key: 'noteTags' | 'excludedFolders' | 'myNames' | 'ownDomains',
  parseItem: (text: string) => Result<string>,
  whenEmpty: string | null,
): SettingText {
  return {
    print: (settings) => settings[key].join('\n'),
    parse(text) {
      const items = new Set<string>();
      for (const line of linesOf(text)) {
        const item = parseItem(line);
        if (!item.ok) return item;
        items.add(item.value);
      }
      return items.size === 0 && whenEmpty !== null ? fail(whenEmpty) : succeed({ [key]: [...items] });
    },
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function parseTag(text: string): Result<string> {
  const tag = text.trim().replace(/^#/, '');
  if (!/^[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d_/-]+$/u.test(tag))
    return fail(words.settings.faults.tag(text));
  if (/^[\d/]+$/.test(tag)) return fail(words.settings.faults.tagOfNumbers(text));
  return tag.split('/').includes('') ? fail(words.settings.faults.tagPart(text)) : succeed(tag);
}

function parseFolder(text: string): Result<string> {
  const folder = withoutSlashes(text.trim());
  if (folder === '') return fail(words.settings.faults.vault);
  if (/[\\:*?"<>|]/.test(folder)) return fail(words.settings.faults.folder(text));
  return folder.split('/').some((part) => part === '' || part === '.' || part === '..')
    ? fail(words.settings.faults.path(text))
    : succeed(folder);
}

/** Without the `/` at its ends. */
function withoutSlashes(path: string): string {
  let from = 0;
  let to = path.length;
  while (from < to && path[from] === '/') from++;
  while (to > from && path[to - 1] === '/') to--;
  return path.slice(from, to);
}

function parseName(text: string): Result<string> {
  const name = text.trim().replace(/^@/, '').trim();
  if (name === '') return fail(words.settings.faults.noName);
  return /[@#,;]/.test(name) ? fail(words.settings.faults.name(text)) : succeed(name);
}

/**
 * A spelling of a person as it stands in the setting: between quotes, and without its own, where a sign in it would end
 * it. Quotes do not tell people apart.
 */
function printSpelling(spelling: string): string {
  return parseName(spelling).ok && !/^"|=/.test(spelling) ? spelling : `"${spelling.replaceAll('"', '')}"`;
}

function parseSpelling(written: string): Result<string> {
  const [, quoted = ''] = /^\s*"([^"]*)"\s*$/.exec(written) ?? [];
  const spelling = quoted.trim();
  return spelling === '' ? parseName(written) : succeed(spelling);
}

/** Reads `Ana de la Cruz = Ana, A. Cruz, "Cruz, Ana"`: the name to show, and its other spellings. */
function parsePerson(line: string): Result<readonly string[]> {
  const written = [...line.matchAll(/(?:^|[=,])((?:"[^"]*"|[^=,])*)/g)].map(([, spelling]) => spelling!);
  if (!/^[^=,]*=[^=]*$/.test(line.replace(/"[^"]*"/g, ''))) return fail(words.settings.faults.person(line));
  const spellings = new Map<string, string>();
  for (const one of written) {
    if (/^\s*"[^"]*$/.test(one)) return fail(words.settings.faults.quote(line));
    const spelling = parseSpelling(one);
    if (!spelling.ok) return fail(words.settings.faults.spelling(line));
    if (!spellings.has(foldText(spelling.value))) spellings.set(foldText(spelling.value), spelling.value);
  }
  return spellings.size > 1 ? succeed([...spellings.values()]) : fail(words.settings.faults.oneSpelling(line));
}

function parseDomain(text: string): Result<string> {
  const domain = text
    .trim()
    .replace(/^[^@\s]*@/, '')
    .toLowerCase();
  return /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}$/u.test(domain)
    ? succeed(domain)
    : fail(words.settings.faults.domain(text));
}

function parseMeaning(line: string): Result<{ readonly symbol: string; readonly status: TaskStatus }> {
  const [, symbol = '', said = ''] = /^(\S+?)(?:\s*[=:]\s*|\s+)(\p{L}.*)$/u.exec(line) ?? [];
  const status = TASK_STATUSES.find((known) => known === said.toLowerCase().replace(/\s+/g, '-'));
  if (status === undefined) return fail(words.settings.faults.meaning(line, TASK_STATUSES));
  const fault = symbolFault(symbol);
  return fault === null ? succeed({ symbol, status }) : fail(fault);
}

/** The symbols that a decision writes: with another meaning, a decided task would still wait. */
const WRITTEN_SYMBOLS = [' ', 'x', '-'];

function symbolFault(symbol: string): string | null {
  if (WRITTEN_SYMBOLS.includes(symbol)) return words.settings.faults.fixed(symbol, DEFAULT_STATUS_SYMBOLS.get(symbol)!);
  return /^[^\s[\]\p{C}\p{M}]$/u.test(symbol) ? null : words.settings.faults.symbol(symbol);
}

function savedFilterOf(value: unknown): readonly SavedFilter[] {
  if (!isRecord(value)) return [];
  const { name, split, words } = value;
  const textOrNull = (text: unknown): string | null => (typeof text === 'string' ? text : null);
  if (typeof name !== 'string' || name.trim() === '' || typeof split !== 'string' || typeof words !== 'string')
    return [];
  return [
    {
      name: name.trim(),
      split,
      words,
      account: textOrNull(value['account']),
      owner: textOrNull(value['owner']),
      note: textOrNull(value['note']),
      age: textOrNull(value['age']),
    },
  ];
}

function sameLinesOf(value: unknown): readonly SameLines[] {
  const [a, b, ...more] = Array.isArray(value) ? value.map(lineNameOf) : [];
  return a != null && b != null && more.length === 0 ? [[a, b]] : [];
}

/** The pairs after a note or a folder was renamed; the same value where they name none of its lines. */
export function renamedSame(same: readonly SameLines[], from: string, to: string): readonly SameLines[] {
  const follow = ({ path, text }: LineName): LineName => ({ path: renamedPath(path, from, to), text });
  const isConcerned = same.some((pair) => pair.some(({ path }) => renamedPath(path, from, to) !== path));
  return isConcerned ? same.map(([a, b]): SameLines => [follow(a), follow(b)]) : same;
}

function lineNameOf(value: unknown): LineName | null {
  if (!isRecord(value)) return null;
  const { path, text } = value;
  return typeof path === 'string' && typeof text === 'string' ? { path, text } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rightItems(value: unknown, parse: (text: string) => Result<string>): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.flatMap((item: unknown) => {
    const parsed = typeof item === 'string' ? parse(item) : null;
    return parsed?.ok === true ? [parsed.value] : [];
  });
  return [...new Set(items)];
}

/** The people that are right, each spelling in the first of them that has it. */
function rightPeople(lists: readonly unknown[]): readonly (readonly string[])[] {
  const taken = new Set<string>();
  return lists.flatMap((list) => {
    const right = rightItems(list, (spelling) => parseSpelling(printSpelling(spelling.trim()))) ?? [];
    const own = right.filter(
      (spelling, at) =>
        !taken.has(foldText(spelling)) && right.findIndex((other) => foldText(other) === foldText(spelling)) === at,
    );
    if (own.length < 2) return [];
    own.forEach((spelling) => taken.add(foldText(spelling)));
    return [own];
  });
}

function nonEmpty(list: readonly string[] | null): readonly string[] | null {
  return list === null || list.length === 0 ? null : list;
}

function meanings(value: Readonly<Record<string, unknown>>): Readonly<Record<string, TaskStatus>> {
  const entries = Object.entries(value).flatMap(([symbol, meaning]) => {
    const status = TASK_STATUSES.find((known) => known === meaning);
    return status !== undefined && symbolFault(symbol) === null ? [[symbol, status] as const] : [];
  });
  return Object.fromEntries(entries);
}
