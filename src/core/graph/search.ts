import { foldText } from '../text/words';
import type { AccountRow } from './rows';

/** Whether an account answers a search: each word of it is in one of the account's names, or in the name of one of its people. */
export function matchesSearch({ names, people }: Pick<AccountRow, 'names' | 'people'>, search: string): boolean {
  const wanted = foldText(search).split(/\s+/).filter((word) => word !== '');
  const texts = [...names, ...people].map(foldText);
  return wanted.every((word) => texts.some((text) => text.includes(word)));
}
