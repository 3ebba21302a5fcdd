import { renamedPath } from './base/renamed-path';
import { succeed, type Result } from './base/result';
import type { DayOrder } from './base/written-day';
import {
  parseDomain,
  parseFolder,
  parseHeading,
  parseKey,
  parseName,
  parseProperty,
  parseSpelling,
  parseTag,
  printSpelling,
  symbolFault,
} from './setting-items';
import { foldText } from './text/words';
import { DEFAULT_STATUS_SYMBOLS, TASK_STATUSES, type StatusSymbols, type TaskStatus } from './task/status';

/** The sections that a user may have words for. */
export type SectionName = 'actions' | 'decisions' | 'facts' | 'summary';

/** How the list of accounts is sorted. */
export type AccountSort = 'attention' | 'name' | 'last-contact' | 'open-tasks';

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

/** A setting: its value where nothing right was stored, and how what was stored is read. */
interface Setting<Value> {
  readonly byDefault: Value;
  /** From anything; null where it is of the wrong kind. */
  readonly read: (stored: unknown) => Value | null;
}

/** A setting that is a list of texts: of what was stored, the items that can be read are kept, each once. */
interface ListSetting extends Setting<readonly string[]> {
  readonly parseItem: (text: string) => Result<string>;
}

const SORTS: readonly AccountSort[] = ['attention', 'name', 'last-contact', 'open-tasks'];
const DAY_ORDERS: readonly DayOrder[] = ['day-month', 'month-day'];
const TEMPLATE = '---\ntags: [{{tag}}]\naliases: []\n---\n\n# {{name}}\n';

/** All settings. Their words are in `src/words`, their controls in `src/ui/settings`. */
const SETTINGS = {
  /** A note is ours when its front matter or its text holds one of these tags (or one below it). Without `#`. */
  noteTags: filled(['type/customer'], parseTag),
  /** Folders whose notes are all ours. */
  noteFolders: list([], parseFolder),
  /** Properties that make a note ours: a key, or `key: value`. */
  noteProperties: list([], parseProperty),
  /** Folders whose notes are not read: a name at any depth, or a path from the top of the vault. */
  excludedFolders: list(['_archive', 'Templates'], parseFolder),
  /** Whether other notes with proposed tasks are read too, as evidence. */
  readOtherProposals: toggle(true),
  /** The keys of the front matter that name a note's account: the first that holds a name counts. */
  accountKeys: filled(['account', 'customer', 'client', 'company', 'org'], parseKey),
  /** Folders whose folders and notes are accounts, one each: notes below them are ours without a tag. */
  accountFolders: list([], parseFolder),
  /** Tags with the account below them: `account/acme`. The first that a note has counts. */
  accountTags: filled(['account'], parseTag),
  /** Which number of `03/04/2026` is the day; null: such a day is not read. */
  dayOrder: choice<DayOrder | null>(null, DAY_ORDERS),
  /** The user's own words over sections, besides those that we know. */
  sectionWords: setting<Readonly<Record<SectionName, readonly string[]>>>(wordsIn({}), (stored) =>
    isRecord(stored) ? wordsIn(stored) : null,
  ),
  /** In notes that a machine wrote, open boxes without a ➕ below a heading of action items are proposed. */
  proposeOpenBoxes: toggle(false),
  /** In notes that a machine wrote, list items without a box below a heading of action items are proposed. */
  proposePlainItems: toggle(false),
  /** By what a note counts as written by a machine: one of these tags, or one below it. */
  machineTags: list([], parseTag),
  /** Folders of notes that a machine wrote. */
  machineFolders: list([], parseFolder),
  /** Properties of notes that a machine wrote: a key, which is enough, or `key: value`. */
  machineProperties: list([], parseProperty),
  /** The names that mean the user, as owners are written. */
  myNames: list(['Myself', 'Me'], parseName),
  /** Spellings that are one person, a list for each; the first is the name to show. No spelling is in two lists. */
  people: setting<readonly (readonly string[])[]>([], (stored) => (Array.isArray(stored) ? rightPeople(stored) : null)),
  /** The mail domains of the user's own company: they tell no account. */
  ownDomains: list([], parseDomain),
  /** Meanings of further characters between the brackets of a task. */
  statusSymbols: setting<Readonly<Record<string, TaskStatus>>>({}, (stored) =>
    isRecord(stored) ? meanings(stored) : null,
  ),
  /** How the list of accounts is sorted. */
  accountSort: choice<AccountSort>('attention', SORTS),
  /** Keys of the accounts that stay on top of the list. */
  pinnedAccounts: list([], succeed),
  /** Keys of the accounts that are not to be seen in the list. */
  mutedAccounts: list([], succeed),
  /** Whether “Accounts” shows the account of the note one works in. */
  followNote: toggle(false),
  /** The text of a new account page: `{{name}}` and `{{tag}}` are filled. */
  accountTemplate: setting<string>(TEMPLATE, (stored) =>
    typeof stored === 'string' && stored.trim() !== '' ? stored : null,
  ),
  /** Whether the reason of a dismissal is written into its line. */
  writeReasons: toggle(false),
  /** Whether letters are keys in Triage. */
  letterKeys: toggle(true),
  /** Whether the status bar says how many proposals of mine wait. */
  statusBar: toggle(true),
  /** Whether proposed lines carry buttons in notes. */
  noteButtons: toggle(true),
  /** Whether proposed lines have a box of their own in notes, where Obsidian shows them as ticked. */
  proposedBoxes: toggle(true),
  /** Views of Triage that the user named. */
  savedFilters: setting<readonly SavedFilter[]>([], (stored) =>
    Array.isArray(stored) ? stored.flatMap(savedFilterOf) : null,
  ),
  /** Pairs of texts that the user said are not the same, as `pairOfTexts` writes them. */
  notTheSame: list([], succeed),
  /** Pairs of lines that the user said are the same. */
  same: setting<readonly SameLines[]>([], (stored) => (Array.isArray(stored) ? stored.flatMap(sameLinesOf) : null)),
};

type Schema = typeof SETTINGS;

/** What the user has set. Lists hold names as the user wrote them. */
export type Settings = { readonly [Key in keyof Schema]: Schema[Key]['byDefault'] };

/** The settings that are lists of texts. */
export type ListKey = { [Key in keyof Schema]: Schema[Key] extends ListSetting ? Key : never }[keyof Schema];

export const DEFAULT_SETTINGS: Settings = readSettings(null);

/**
 * Reads settings from what was stored: anything. A value that is missing or of the wrong kind is the default; of a
 * list, the items that are right are kept.
 */
export function readSettings(stored: unknown): Settings {
  const data = isRecord(stored) ? stored : {};
  const entries = Object.entries(SETTINGS).map(([key, { byDefault, read }]) => [key, read(data[key]) ?? byDefault]);
  return Object.fromEntries(entries) as Settings;
}

/** Reads one item of a setting that is a list of texts. */
export function parseItemOf(key: ListKey): (text: string) => Result<string> {
  return SETTINGS[key].parseItem;
}

function setting<Value>(byDefault: Value, read: (stored: unknown) => Value | null): Setting<Value> {
  return { byDefault, read };
}

function toggle(byDefault: boolean): Setting<boolean> {
  return setting(byDefault, (stored) => (typeof stored === 'boolean' ? stored : null));
}

function choice<Value extends string | null>(byDefault: Value, choices: readonly NonNullable<Value>[]): Setting<Value> {
  return setting<Value>(byDefault, (stored) => choices.find((known) => known === stored) ?? null);
}

function list(byDefault: readonly string[], parseItem: (text: string) => Result<string>): ListSetting {
  return { ...setting(byDefault, (stored) => rightItems(stored, parseItem)), parseItem };
}

/** A list that nothing works without: an empty one is the default. */
function filled(byDefault: readonly string[], parseItem: (text: string) => Result<string>): ListSetting {
  const { read, ...rest } = list(byDefault, parseItem);
  return {
    ...rest,
    read(stored) {
      const items = read(stored);
      return items?.length === 0 ? null : items;
    },
  };
}

/** All symbols with a meaning: the usual ones and the user's. */
export function statusSymbols({ statusSymbols: own }: Settings): StatusSymbols {
  return new Map([...DEFAULT_STATUS_SYMBOLS, ...Object.entries(own)]);
}

export const SECTION_NAMES: readonly SectionName[] = ['actions', 'decisions', 'facts', 'summary'];

function wordsIn(stored: Readonly<Record<string, unknown>>): Readonly<Record<SectionName, readonly string[]>> {
  const wordsOf = (name: SectionName): readonly string[] => rightItems(stored[name], parseHeading) ?? [];
  return {
    actions: wordsOf('actions'),
    decisions: wordsOf('decisions'),
    facts: wordsOf('facts'),
    summary: wordsOf('summary'),
  };
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

function meanings(value: Readonly<Record<string, unknown>>): Readonly<Record<string, TaskStatus>> {
  const entries = Object.entries(value).flatMap(([symbol, meaning]) => {
    const status = TASK_STATUSES.find((known) => known === meaning);
    return status !== undefined && symbolFault(symbol) === null ? [[symbol, status] as const] : [];
  });
  return Object.fromEntries(entries);
}
