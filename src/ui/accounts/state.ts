import type { FirstRun } from '../../app/first-run/first-run';
import type { AccountsModel } from '../../app/accounts/model';
import { hasOwn } from '../../core/base/has-own';
import type { DecisionFilter } from '../../core/graph/decision-filter';
import type { RowsModel } from '../rows/model';
import type { TaskGrouping, Whose } from '../../core/graph/task-sections';
import { words } from '../../words/words';

/** What the view is given. */
export interface AccountsViewModel extends AccountsModel {
  /** What its rows of decisions, tasks, facts and notes can ask for. */
  readonly rows: RowsModel;
  readonly firstRun: FirstRun;
}

/** What is opened in the view in place of the list; null is the list. */
export type Opened =
  | { readonly what: 'account'; readonly key: string }
  | { readonly what: 'unassigned' }
  | { readonly what: 'problems' }
  | { readonly what: 'set-up' }
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
    grouping: readChoice(words.accounts.groupings, grouping) ?? INITIAL_STATE.grouping,
    whose: readChoice(words.accounts.whose, whose) ?? INITIAL_STATE.whose,
    decisions: readChoice(words.accounts.decisions, decisions) ?? INITIAL_STATE.decisions,
  };
}

/** The choice that a value is, or null. */
export function readChoice<Name extends string>(choices: Readonly<Record<Name, string>>, value: unknown): Name | null {
  return typeof value === 'string' && hasOwn(choices, value) ? (value as Name) : null;
}

function readOpened(stored: unknown): Opened {
  const { what, key } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  if (what === 'account' && typeof key === 'string') return { what, key };
  return what === 'unassigned' || what === 'problems' || what === 'set-up' ? { what } : null;
}
