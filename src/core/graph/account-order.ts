import { newestFirst } from '../base/day';
import type { AccountSort } from '../settings';
import type { AccountRow } from './rows';
import { accountSearch } from './search';

/**
 * How the list of accounts is to be: its order, what is searched, and the keys of the accounts that stay on top or are
 * not to be seen.
 */
export interface ListWishes {
  readonly sort: AccountSort;
  readonly search: string;
  readonly pinned: ReadonlySet<string>;
  readonly muted: ReadonlySet<string>;
}

/** What is to be seen of the accounts, in its order. */
export interface ArrangedAccounts {
  readonly shown: readonly AccountRow[];
  readonly muted: readonly AccountRow[];
}

/**
 * The accounts (given by name) that answer the search, pinned ones first; muted ones apart, unless they are pinned too.
 * Where the order tells nothing, they stay by name.
 */
export function arrangeAccounts(
  accounts: readonly AccountRow[],
  { sort, search, pinned, muted }: ListWishes,
): ArrangedAccounts {
  const isMuted = ({ key }: AccountRow): boolean => muted.has(key) && !pinned.has(key);
  const isPinned = ({ key }: AccountRow): boolean => pinned.has(key);
  const found = accounts.filter(accountSearch(search)).sort(ACCOUNT_ORDERS[sort]);
  return {
    shown: [...found.filter(isPinned), ...found.filter((account) => !isPinned(account) && !isMuted(account))],
    muted: found.filter(isMuted),
  };
}

/**
 * Sorts accounts by what wants attention first: my overdue tasks, then quiet for over 30 days with open tasks, then
 * proposals waiting.
 */
function byAttention(a: AccountRow, b: AccountRow): number {
  return b.myOverdue - a.myOverdue || Number(isQuiet(b)) - Number(isQuiet(a)) || b.waiting - a.waiting;
}

/** Sorts accounts by last contact, newest first; those never met are last. */
function byLastContact(a: AccountRow, b: AccountRow): number {
  return newestFirst(a.lastContact, b.lastContact);
}

/** Sorts accounts by open tasks, most first. */
function byOpenTasks(a: AccountRow, b: AccountRow): number {
  return b.open - a.open;
}

const ACCOUNT_ORDERS: Readonly<Record<AccountSort, (a: AccountRow, b: AccountRow) => number>> = {
  attention: byAttention,
  name: () => 0,
  'last-contact': byLastContact,
  'open-tasks': byOpenTasks,
};

/** Whether an account has open tasks and was not met for over 30 days. */
export function isQuiet({ quiet, open }: Pick<AccountRow, 'quiet' | 'open'>): boolean {
  return quiet !== null && quiet > 30 && open > 0;
}
