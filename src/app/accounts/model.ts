import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { AccountDetail, AccountRow, ProblemRow, UnassignedRow } from '../../core/graph/rows';
import type { AccountSort } from '../../core/settings';
import type { Wanted } from '../../core/triage/assign';
import type { Vault } from '../context';
import type { SlicedStore } from '../sliced-store';

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
  /** How many proposals wait in the notes without an account, as that changes; null until they were counted. */
  followUnassignedWaiting(): SlicedStore<number | null>;
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
  /** Shows in Triage what waits in notes without an account. */
  readonly triageUnassigned: () => void;
  /** Makes a brief of an account. */
  readonly brief: (key: string) => void;
  /** Lets the user choose the account that another spelling of this one is. */
  readonly merge: (key: string) => void;
  /** Lets the user say which names are one person. */
  joinPeople(): void;
  setSort(sort: AccountSort): void;
  /** An account is pinned, muted, or neither. */
  mark(key: string, mark: AccountMark): void;
  setFollowsNote(follows: boolean): void;
  rebuild(): void;
  readonly open: Vault['open'];
  readonly pageOf: Vault['pageOf'];
  readonly openLink: Vault['openLink'];
  /** Ends the following of all that was given. */
  stop(): void;
}
