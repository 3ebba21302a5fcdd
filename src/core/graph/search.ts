import { foldText } from '../text/words';
import type { AccountRow } from './rows';

/** Whether an account answers a search: each word of it is in one of the account's names, in the name of one of its people, or in its status or industry. */
export function matchesSearch({ names, people, status, industry }: Pick<AccountRow, 'names' | 'people' | 'status' | 'industry'>, search: string): boolean {
  const wanted = foldText(search).split(/\s+/).filter((word) => word !== '');
  const texts = [...names, ...people, status ?? '', industry ?? ''].map(foldText);
  return wanted.every((word) => texts.some((text) => text.includes(word)));
}
