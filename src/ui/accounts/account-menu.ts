import { Menu } from 'obsidian';
import type { AccountRow } from '../../core/graph/rows';
import { markOf, type AccountsModel } from './model';

const MARKS = [
  { as: 'pinned', set: 'Pin', unset: 'Unpin', icon: 'pin', unsetIcon: 'pin-off' },
  { as: 'muted', set: 'Mute', unset: 'Unmute', icon: 'bell-off', unsetIcon: 'bell' },
] as const;

/** What can be done with an account of the list besides opening it. */
export function showAccountMenu(model: AccountsModel, { key, pages }: AccountRow, event: MouseEvent): void {
  event.preventDefault();
  const mark = markOf(model.marks.get(), key);
  const menu = new Menu();
  for (const { as, set, unset, icon, unsetIcon } of MARKS) {
    const isSet = mark === as;
    menu.addItem((item) => item.setTitle(isSet ? unset : set).setIcon(isSet ? unsetIcon : icon).onClick(() => model.mark(key, isSet ? 'none' : as)));
  }
  const [page] = pages;
  if (page !== undefined) menu.addItem((item) => item.setTitle('Open its page').setIcon('file-text').onClick((chosen) => model.open({ path: page }, chosen)));
  menu.showAtMouseEvent(event);
}
