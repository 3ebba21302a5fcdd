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

/** What the user has set. Lists hold names as the user wrote them. */
export interface Settings {
  /** A note is ours when its front matter or its text holds one of these tags (or one below it). Without `#`. */
  readonly noteTags: readonly string[];
  /** Folders whose notes are all ours, and properties that make a note ours: a key, or `key: value`. */
  readonly noteFolders: readonly string[];
  readonly noteProperties: readonly string[];
  /** Folders whose notes are not read: a name at any depth, or a path from the top of the vault. */
  readonly excludedFolders: readonly string[];
  /** Whether other notes with proposed tasks are read too, as evidence. */
  readonly readOtherProposals: boolean;
  /** The keys of the front matter that name a note's account: the first that holds a name counts. */
  readonly accountKeys: readonly string[];
  /** Folders whose folders and notes are accounts, one each: notes below them are ours without a tag. */
  readonly accountFolders: readonly string[];
  /** Tags with the account below them: `account/acme`. The first that a note has counts. */
  readonly accountTags: readonly string[];
  /** Which number of `03/04/2026` is the day; null: such a day is not read. */
  readonly dayOrder: DayOrder | null;
  /** The user's own words over sections, besides those that we know. */
  readonly sectionWords: Readonly<Record<SectionName, readonly string[]>>;
  /** In notes that a machine wrote, open boxes without a ➕ below a heading of action items are proposed. */
  readonly proposeOpenBoxes: boolean;
  /** In notes that a machine wrote, list items without a box below a heading of action items are proposed. */
  readonly proposePlainItems: boolean;
  /** By what a note counts as written by a machine: one of these tags (or one below it), folders or properties. */
  readonly machineTags: readonly string[];
  readonly machineFolders: readonly string[];
  /** A key, which is enough, or `key: value`. */
  readonly machineProperties: readonly string[];
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
  /** Whether proposed lines have a box of their own in notes, where Obsidian shows them as ticked. */
  readonly proposedBoxes: boolean;
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
  noteFolders: [],
  noteProperties: [],
  excludedFolders: ['_archive', 'Templates'],
  readOtherProposals: true,
  accountKeys: ['account', 'customer', 'client', 'company', 'org'],
  accountFolders: [],
  accountTags: ['account'],
  dayOrder: null,
  sectionWords: { actions: [], decisions: [], facts: [], summary: [] },
  proposeOpenBoxes: false,
  proposePlainItems: false,
  machineTags: [],
  machineFolders: [],
  machineProperties: [],
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
  proposedBoxes: true,
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
  const { people, accountSort, pinnedAccounts, mutedAccounts, followNote, noteButtons, proposedBoxes } = data;
  const { noteFolders, noteProperties, accountKeys, accountFolders, accountTags, dayOrder } = data;
  const { sectionWords, proposeOpenBoxes, proposePlainItems, machineTags, machineFolders, machineProperties } = data;
  return {
    sectionWords: rightWords(sectionWords),
    proposeOpenBoxes: proposeOpenBoxes === true,
    proposePlainItems: proposePlainItems === true,
    machineTags: rightItems(machineTags, parseTag) ?? DEFAULT_SETTINGS.machineTags,
    machineFolders: rightItems(machineFolders, parseFolder) ?? DEFAULT_SETTINGS.machineFolders,
    machineProperties: rightItems(machineProperties, parseProperty) ?? DEFAULT_SETTINGS.machineProperties,
    noteTags: nonEmpty(rightItems(noteTags, parseTag)) ?? DEFAULT_SETTINGS.noteTags,
    noteFolders: rightItems(noteFolders, parseFolder) ?? DEFAULT_SETTINGS.noteFolders,
    noteProperties: rightItems(noteProperties, parseProperty) ?? DEFAULT_SETTINGS.noteProperties,
    excludedFolders: rightItems(excludedFolders, parseFolder) ?? DEFAULT_SETTINGS.excludedFolders,
    readOtherProposals:
      typeof readOtherProposals === 'boolean' ? readOtherProposals : DEFAULT_SETTINGS.readOtherProposals,
    accountKeys: nonEmpty(rightItems(accountKeys, parseKey)) ?? DEFAULT_SETTINGS.accountKeys,
    accountFolders: rightItems(accountFolders, parseFolder) ?? DEFAULT_SETTINGS.accountFolders,
    accountTags: nonEmpty(rightItems(accountTags, parseTag)) ?? DEFAULT_SETTINGS.accountTags,
    dayOrder: dayOrder === 'day-month' || dayOrder === 'month-day' ? dayOrder : DEFAULT_SETTINGS.dayOrder,
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
    writeReasons: data['writeReasons'] === true,
    letterKeys: typeof letterKeys === 'boolean' ? letterKeys : DEFAULT_SETTINGS.letterKeys,
    statusBar: typeof statusBar === 'boolean' ? statusBar : DEFAULT_SETTINGS.statusBar,
    noteButtons: typeof noteButtons === 'boolean' ? noteButtons : DEFAULT_SETTINGS.noteButtons,
    proposedBoxes: typeof proposedBoxes === 'boolean' ? proposedBoxes : DEFAULT_SETTINGS.proposedBoxes,
    savedFilters: Array.isArray(savedFilters) ? savedFilters.flatMap(savedFilterOf) : DEFAULT_SETTINGS.savedFilters,
    notTheSame: rightItems(notTheSame, succeed) ?? DEFAULT_SETTINGS.notTheSame,
    same: Array.isArray(same) ? same.flatMap(sameLinesOf) : DEFAULT_SETTINGS.same,
  };
}

/** All symbols with a meaning: the usual ones and the user's. */
export function statusSymbols({ statusSymbols: own }: Settings): StatusSymbols {
  return new Map([...DEFAULT_STATUS_SYMBOLS, ...Object.entries(own)]);
}

export const SECTION_NAMES: readonly SectionName[] = ['actions', 'decisions', 'facts', 'summary'];

function rightWords(stored: unknown): Settings['sectionWords'] {
  const data = isRecord(stored) ? stored : {};
  const [actions, decisions, facts, summary] = SECTION_NAMES.map((name) => rightItems(data[name], parseHeading) ?? []);
  return { actions: actions!, decisions: decisions!, facts: facts!, summary: summary! };
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
