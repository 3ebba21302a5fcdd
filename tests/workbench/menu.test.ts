import { beforeEach, expect, test } from '@jest/globals';
import { Menu } from '../../scripts/workbench/obsidian';

beforeEach(() => {
  document.body.replaceChildren();
});

function press(key: string): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

function menuOf(titles: readonly string[], chosen: string[]): Menu {
  const menu = new Menu();
  for (const title of titles)
    menu.addItem((item) =>
      item.setTitle(title).onClick(() => {
        chosen.push(title);
      }),
    );
  return menu;
}

test('a menu is moved through by keys, passes over what is disabled, and gives the focus back', () => {
  const chosen: string[] = [];
  const button = document.body.createEl('button');
  button.focus();
  const menu = menuOf(['one', 'two'], chosen);
  menu.addItem((item) => item.setTitle('off').setDisabled(true));
  menu.showAtPosition({ x: 0, y: 0 });
  press('ArrowDown');
  press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('two');
  press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('one');
  press('Enter');
  expect(chosen).toEqual(['one']);
  expect(document.querySelector('.menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('Escape and a press elsewhere close it, and it tells once', () => {
  let hidden = 0;
  for (const close of [
    () => press('Escape'),
    () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })),
  ]) {
    const menu = menuOf(['one'], []);
    menu.onHide(() => {
      hidden += 1;
    });
    menu.showAtPosition({ x: 0, y: 0 });
    close();
    expect(document.querySelector('.menu')).toBeNull();
  }
  expect(hidden).toBe(2);
});

test('one menu at a time', () => {
  menuOf(['one'], []).showAtPosition({ x: 0, y: 0 });
  menuOf(['two'], []).showAtPosition({ x: 0, y: 0 });
  expect(Array.from(document.querySelectorAll('.menu-item')).map((el) => el.textContent)).toEqual(['two']);
});

test('items of one section stand together', () => {
  const menu = new Menu();
  for (const [title, section] of [
    ['a', 'x'],
    ['b', 'y'],
    ['c', 'x'],
  ] as const)
    menu.addItem((item) => item.setTitle(title).setSection(section));
  menu.showAtPosition({ x: 0, y: 0 });
  expect(Array.from(document.querySelectorAll('.menu-group')).map((el) => el.textContent)).toEqual(['ac', 'b']);
  expect(document.querySelectorAll('.menu-separator')).toHaveLength(1);
});

test('roles are those of a menu', () => {
  const menu = new Menu();
  menu.addItem((item) => item.setTitle('Show done').setChecked(true));
  menu.showAtPosition({ x: 0, y: 0 });
  const item = document.querySelector('[role="menu"] [role="menuitemcheckbox"]');
  expect(item?.getAttribute('aria-checked')).toBe('true');
});
