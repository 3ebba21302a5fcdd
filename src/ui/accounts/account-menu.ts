import { Menu } from 'obsidian';
import type { AccountRow } from '../../core/graph/rows';
import { addEntry, showMenu } from '../parts/show-menu';
import { markOf } from '../../app/accounts/model';
import type { AccountsViewModel } from './state';
import { words } from '../../words/words';

const MARKS = [
  { as: 'pinned', set: words.accounts.pin, unset: words.accounts.unpin, icon: 'pin', unsetIcon: 'pin-off' },
  { as: 'muted', set: words.accounts.mute, unset: words.accounts.unmute, icon: 'bell-off', unsetIcon: 'bell' },
] as const;

/** What can be done with an account besides opening it. */
export function showAccountMenu(
  model: AccountsViewModel,
  { key, name, pages, proposed }: AccountRow,
  event: MouseEvent,
): void {
  event.preventDefault();
  const mark = markOf(model.marks.get(), key);
  const menu = new Menu();
  const [page] = pages;
  if (proposed > 0) addEntry(menu, words.accounts.triage, 'list-checks', () => model.triage(name));
  addEntry(menu, words.accounts.brief, 'clipboard-list', () => model.brief(key));
  if (page !== undefined)
    addEntry(menu, words.accounts.openPage, 'file-text', (chosen) => model.open({ path: page }, chosen));
  addEntry(menu, words.accounts.merge, 'merge', () => model.merge(key));
  for (const { as, set, unset, icon, unsetIcon } of MARKS) {
    const isSet = mark === as;
    addEntry(menu, isSet ? unset : set, isSet ? unsetIcon : icon, () => model.mark(key, isSet ? 'none' : as));
  }
  showMenu(menu, event);
}
