import type { UserEvent } from 'obsidian';
import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { DecisionFilter } from '../../core/graph/decision-filter';
import type {
  AccountDetail,
  AccountRow,
  MergedStatement,
  Place,
  ProblemRow,
  UnassignedRow,
} from '../../core/graph/rows';
import type { TaskGrouping, Whose } from '../../core/graph/task-sections';
import type { AccountSort } from '../../core/settings';
import type { Wanted } from '../../core/triage/assign';
import type { SlicedStore } from '../sliced-store';

/** What is opened in the view in place of the list; null is the list. */
export type Opened =
  | { readonly what: 'account'; readonly key: string }
  | { readonly what: 'unassigned' }
  | { readonly what: 'problems' }
  | null;

export const ACCOUNT_TABS = ['tasks', 'decisions', 'notes', 'people', 'facts'] as const;
export type AccountTab = (typeof ACCOUNT_TABS)[number];

/** What the user sees in the view, kept with the workspace. */
export interface AccountsState {
  readonly opened: Opened;
  readonly search: string;
  readonly tab: AccountTab;
  readonly grouping: TaskGrouping;
  readonly whose: Whose;
  readonly decisions: DecisionFilter;
}

export const GROUPINGS: Readonly<Record<TaskGrouping, string>> = {
  side: 'Mine and others',
  owner: 'By owner',
  day: 'By day',
};
export const WHOSE: Readonly<Record<Whose, string>> = { all: 'Everybody', mine: 'Mine', others: 'Waiting on others' };
export const DECISION_FILTERS: Readonly<Record<DecisionFilter, string>> = {
  all: 'All decisions',
  confirmed: 'Confirmed',
  unconfirmed: 'Not confirmed',
  superseded: 'Superseded',
};

export const INITIAL_STATE: AccountsState = {
  opened: null,
  search: '',
  tab: 'tasks',
  grouping: 'side',
  whose: 'all',
  decisions: 'all',
};

/** Reads a stored state: anything. */
export function readState(stored: unknown): AccountsState {
  const { opened, search, tab, grouping, whose, decisions } = (
    typeof stored === 'object' && stored !== null ? stored : {}
  ) as Record<string, unknown>;
  return {
    opened: readOpened(opened),
    search: typeof search === 'string' ? search : '',
    tab: ACCOUNT_TABS.find((known) => known === tab) ?? 'tasks',
    grouping: readChoice(GROUPINGS, grouping) ?? INITIAL_STATE.grouping,
    whose: readChoice(WHOSE, whose) ?? INITIAL_STATE.whose,
    decisions: readChoice(DECISION_FILTERS, decisions) ?? INITIAL_STATE.decisions,
  };
}

/** The choice that a value is, or null. */
export function readChoice<Name extends string>(choices: Readonly<Record<Name, string>>, value: unknown): Name | null {
  return typeof value === 'string' && Object.hasOwn(choices, value) ? (value as Name) : null;
}

function readOpened(stored: unknown): Opened {
  const { what, key } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  if (what === 'account' && typeof key === 'string') return { what, key };
  return what === 'unassigned' || what === 'problems' ? { what } : null;
}

export type AccountMark = 'pinned' | 'muted' | 'none';

/** Keys of accounts. */
export interface AccountMarks {
  readonly pinned: readonly string[];
  readonly muted: readonly string[];
}

/** How an account is marked. */
export function markOf({ pinned, muted }: AccountMarks, key: string): AccountMark {
  return pinned.includes(key) ? 'pinned' : muted.includes(key) ? 'muted' : 'none';
}

/** What the view is given: rows to show, and what it can ask for. */
export interface AccountsModel {
  /** By name; null until they were made once. */
  readonly accounts: Store<readonly AccountRow[] | null>;
  /** How many notes have no account. */
  readonly unassigned: Store<number>;
  /** Null until they were looked for once. */
  readonly problems: Store<readonly ProblemRow[] | null>;
  readonly today: Store<Day>;
  readonly sort: Store<AccountSort>;
  /** The keys of the accounts that stay on top, and of those that are not to be seen. */
  readonly marks: Store<AccountMarks>;
  readonly followsNote: Store<boolean>;
  /**
   * The account of the note that the user works in, null where it has none; all of it null where no note is followed.
   */
  readonly noteAccount: Store<{ readonly path: string; readonly key: string | null } | null>;
  /** How far the first reading is, in notes; null when all are read. */
  readonly progress: Store<{ readonly read: number; readonly total: number } | null>;
  /**
   * The opened account as it changes, null where it is not in the vault (any more), undefined until it was made; `stop`
   * ends the following.
   */
  follow(key: string): SlicedStore<AccountDetail | null | undefined>;
  /**
   * The notes without an account, with suggestions, as they change, null until they were made; `stop` ends the
   * following.
   */
  followUnassigned(): SlicedStore<readonly UnassignedRow[] | null>;
  /**
   * Whoever the user may be besides the names of the settings, as it changes, null where that is nobody or not known
   * yet; `stop` ends the following.
   */
  followLikelyUser(): SlicedStore<string | null>;
  /** Whether nothing says whose a note is. */
  isUnassigned(path: string): boolean;
  /** Gives notes accounts: one at once, several after a look at the lines. */
  readonly assign: (wanted: readonly Wanted[]) => Promise<void>;
  /** Creates an account with its page, and gives it to a note. */
  readonly create: (name: string, path: string) => Promise<void>;
  /** Lets the user choose the account of a note. */
  readonly choose: (path: string) => void;
  /** Shows the proposed tasks of the account of this name in Triage. */
  readonly triage: (account: string) => void;
  /** Makes a brief of an account. */
  readonly brief: (key: string) => void;
  /** Lets the user choose the account that another spelling of this one is. */
  readonly merge: (key: string) => void;
  /** Opens the menu of what can be said of a decision. */
  readonly openDecisionMenu: (event: MouseEvent, decision: MergedStatement) => void;
  /** Lets the user say which names are one person. */
  joinPeople(): void;
  setSort(sort: AccountSort): void;
  /** An account is pinned, muted, or neither. */
  mark(key: string, mark: AccountMark): void;
  setFollowsNote(follows: boolean): void;
  rebuild(): void;
  open(place: Partial<Place> & Pick<Place, 'path'>, event: UserEvent | null): void;
  /** The path of the note that is called like a person, or null. */
  pageOf(person: string): string | null;
  /** Opens what a link in a note's text points to. */
  openLink(target: string, from: string, event: UserEvent): void;
  /** Ends the following of all that was given. */
  stop(): void;
}
