import { accountKey } from './names';
import type { Account, Resolution } from './resolve';

/** The accounts of a vault by the keys of all spellings that were met: `accountKey` of a name finds its account. */
export function accountsByName({ accounts }: Resolution): ReadonlyMap<string, Account> {
  return new Map(
    [...accounts.values()].flatMap((account) => account.names.map((name) => [accountKey(name), account] as const)),
  );
}
