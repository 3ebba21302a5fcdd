import type { Menu } from 'obsidian';

/** Adds an entry to a menu, with one of Obsidian's icons. */
export function addEntry(
  menu: Menu,
  title: string,
  icon: string,
  act: (chosen: MouseEvent | KeyboardEvent) => void,
): void {
  menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(act));
}

/** Shows a menu at the pointer, or below the button that was pressed, by whatever it was. */
export function showMenu(menu: Menu, event: MouseEvent): void {
  const button = event.currentTarget as Node | null;
  if (event.type === 'contextmenu' || button === null || !button.instanceOf(HTMLElement)) menu.showAtMouseEvent(event);
  else {
    const { left, bottom } = button.getBoundingClientRect();
    menu.showAtPosition({ x: left, y: bottom }, button.ownerDocument);
  }
}
