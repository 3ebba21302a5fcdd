import { foldText } from '../text/words';
import type { AccountRow } from './rows';

/** Whether an account answers a search: each word of it is in one of the account's names, in the name of one of its people, or in its status or industry. */
export function matchesSearch(account: Searched, search: string): boolean {
  return accountSearch(search)(account);
}

/** `matchesSearch` for many accounts: what is searched of each is folded once, whatever is looked for. */
export function accountSearch(search: string): (account: Searched) => boolean {
  const wanted = foldText(search).split(/\s+/).filter((word) => word !== '');
  return (account) => wanted.length === 0 || wanted.every((word) => foldedTexts(account).some((text) => text.includes(word)));
}

type Searched = Pick<AccountRow, 'names' | 'people' | 'status' | 'industry'>;

const folded = new WeakMap<Searched, readonly string[]>();

function foldedTexts(account: Searched): readonly string[] {
  const texts = folded.get(account) ?? [...account.names, ...account.people, account.status ?? '', account.industry ?? ''].map(foldText);
  folded.set(account, texts);
  return texts;
}
