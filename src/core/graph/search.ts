import { foldText } from '../text/words';
import type { AccountRow } from './rows';

/** Whether an account answers a search: each word of it is in one of the account's names, or in the name of one of its people. */
export function matchesSearch(account: Searched, search: string): boolean {
  return accountSearch(search)(account);
}

/** `matchesSearch` for many accounts: the names of each are folded once, whatever is searched in them. */
export function accountSearch(search: string): (account: Searched) => boolean {
  const wanted = foldText(search).split(/\s+/).filter((word) => word !== '');
  return (account) => wanted.length === 0 || wanted.every((word) => foldedNames(account).some((name) => name.includes(word)));
}

type Searched = Pick<AccountRow, 'names' | 'people'>;

const folded = new WeakMap<Searched, readonly string[]>();

function foldedNames(account: Searched): readonly string[] {
  const names = folded.get(account) ?? [...account.names, ...account.people].map(foldText);
  folded.set(account, names);
  return names;
}
