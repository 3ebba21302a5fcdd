import { DEFAULT_STATUS_SYMBOLS, TASK_STATUSES, type StatusSymbols, type TaskStatus } from './task/status';

/** How the list of accounts is sorted. */
export type AccountSort = 'attention' | 'name' | 'last-contact';

/** What the user has set. Lists hold names as the user wrote them. */
export interface Settings {
  /** A note is ours when its front matter or its text holds one of these tags (or one below it). Without `#`. */
  readonly noteTags: readonly string[];
  /** Names of folders whose notes are not read, at any depth. */
  readonly excludedFolders: readonly string[];
  /** Whether other notes with proposed tasks are read too, as evidence. */
  readonly readOtherProposals: boolean;
  /** The names that mean the user, as owners are written. */
  readonly myNames: readonly string[];
  /** Meanings of further characters between the brackets of a task. */
  readonly statusSymbols: Readonly<Record<string, TaskStatus>>;
  readonly accountSort: AccountSort;
}

export const DEFAULT_SETTINGS: Settings = {
  noteTags: ['type/customer'],
  excludedFolders: ['_archive', 'Templates'],
  readOtherProposals: true,
  myNames: ['Myself', 'Me'],
  statusSymbols: {},
  accountSort: 'attention',
};

const ACCOUNT_SORTS: readonly AccountSort[] = ['attention', 'name', 'last-contact'];

/** Reads settings from what was stored: anything. A value that is missing or of the wrong kind is the default. */
export function readSettings(stored: unknown): Settings {
  const data = isRecord(stored) ? stored : {};
  const { noteTags, excludedFolders, readOtherProposals, myNames, statusSymbols, accountSort } = data;
  return {
    noteTags: nonEmpty(names(noteTags)?.map((tag) => tag.replace(/^#/, ''))) ?? DEFAULT_SETTINGS.noteTags,
    excludedFolders: names(excludedFolders) ?? DEFAULT_SETTINGS.excludedFolders,
    readOtherProposals: typeof readOtherProposals === 'boolean' ? readOtherProposals : DEFAULT_SETTINGS.readOtherProposals,
    myNames: names(myNames) ?? DEFAULT_SETTINGS.myNames,
    statusSymbols: isRecord(statusSymbols) ? meanings(statusSymbols) : DEFAULT_SETTINGS.statusSymbols,
    accountSort: ACCOUNT_SORTS.find((sort) => sort === accountSort) ?? DEFAULT_SETTINGS.accountSort,
  };
}

/** All symbols with a meaning: the usual ones and the user's. */
export function statusSymbols({ statusSymbols: own }: Settings): StatusSymbols {
  return new Map([...DEFAULT_STATUS_SYMBOLS, ...Object.entries(own)]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function names(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const texts = value.flatMap((item: unknown) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
  return [...new Set(texts)];
}

function nonEmpty(list: readonly string[] | null | undefined): readonly string[] | null {
  return list === null || list === undefined || list.length === 0 ? null : list;
}

function meanings(value: Readonly<Record<string, unknown>>): Readonly<Record<string, TaskStatus>> {
  const entries = Object.entries(value).flatMap(([symbol, meaning]) => {
    const status = TASK_STATUSES.find((known) => known === meaning);
    return status !== undefined && [...symbol].length === 1 ? [[symbol, status] as const] : [];
  });
  return Object.fromEntries(entries);
}
