import { oncePer } from '../base/once';
import { accountKey } from './names';
import type { Account, Resolution } from './resolve';

const NAMES = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Sorts accounts by name as a person would; names that differ in nothing else are told apart by key. */
export function byName(a: Pick<Account, 'name' | 'key'>, b: Pick<Account, 'name' | 'key'>): number {
  return NAMES.compare(a.name, b.name) || (a.key < b.key ? -1 : Number(a.key > b.key));
}

/** The accounts of a vault, by name. */
export function accountsInOrder({ accounts }: Pick<Resolution, 'accounts'>): readonly Account[] {
  return inOrder(accounts);
}

const inOrder = oncePer((accounts: Resolution['accounts']): readonly Account[] => [...accounts.values()].sort(byName));

/** The accounts of a vault by the keys of all spellings that were met: `accountKey` of a name finds its account. */
export function accountsByName({ accounts }: Resolution): ReadonlyMap<string, Account> {
  return new Map(
    accountsInOrder({ accounts }).flatMap((account) =>
      account.names.map((name) => [accountKey(name), account] as const),
    ),
  );
}
