import { oncePer } from '../base/once';
import { foldText, searchedWords } from '../text/words';
import type { AccountRow } from './rows';

type Searched = Pick<AccountRow, 'names' | 'people' | 'status' | 'industry'>;

/**
 * Whether an account answers a search: each word of it is in one of the account's names, in the name of one of its
 * people, or in its status or industry. For many accounts: what is searched of each is folded once, whatever is looked
 * for.
 */
export function accountSearch(search: string): (account: Searched) => boolean {
  const wanted = searchedWords(search);
  return (account) => wanted.every((word) => foldedTexts(account).some((text) => text.includes(word)));
}

/**
 * What answers a search besides the account's name: the other spelling, the person, the status or the industry that
 * holds a word which the name lacks. Null where the name holds all.
 */
export function searchHit(account: Searched & Pick<AccountRow, 'name'>, search: string): string | null {
  const name = foldText(account.name);
  const word = searchedWords(search).find((one) => !name.includes(one));
  return word === undefined
    ? null
    : (textsOf(account)[foldedTexts(account).findIndex((text) => text.includes(word))] ?? null);
}

function textsOf({ names, people, status, industry }: Searched): readonly string[] {
  return [...names, ...people, status ?? '', industry ?? ''];
}

const foldedTexts = oncePer((account: Searched): readonly string[] => textsOf(account).map(foldText));
