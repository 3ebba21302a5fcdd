import '../elements/dom';
import type { MenuPositionDef, MenuItem as ObsidianMenuItem } from 'obsidian';
import { Component } from '../base/component';
import { setIcon } from '../elements/icons';

type Choose = (event: MouseEvent | KeyboardEvent) => unknown;

/** One line of a menu. */
export class MenuItem {
  readonly dom = createDiv({ cls: ['menu-item', 'tappable'], attr: { role: 'menuitem', tabindex: -1 } });
  section = '';
  disabled = false;
  private readonly iconEl = this.dom.createDiv({ cls: 'menu-item-icon' });
  private readonly titleEl = this.dom.createDiv({ cls: 'menu-item-title' });
  private readonly checkEl = createDiv({ cls: ['menu-item-icon', 'mod-checked'] });
  private callback: Choose = () => undefined;

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    this.iconEl.empty();
    if (icon !== null) setIcon(this.iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.dom.setAttrs({ role: checked === null ? 'menuitem' : 'menuitemcheckbox', 'aria-checked': checked });
    this.checkEl.detach();
    if (!checked) return this;
    setIcon(this.checkEl, 'check');
    this.dom.appendChild(this.checkEl);
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttr('aria-disabled', disabled ? 'true' : null);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.dom.toggleClass('is-label', isLabel);
    this.disabled = isLabel;
    return this;
  }

  onClick(callback: Choose): this {
    this.callback = callback;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  /** Does what the line says. */
  choose(event: MouseEvent | KeyboardEvent): void {
    this.callback(event);
  }
}

/** A line between groups of a menu. */
export class MenuSeparator {
  readonly dom = createDiv({ cls: 'menu-separator', attr: { role: 'separator' } });
}

/** A list of things to do, at a place in the window. */
export class Menu extends Component {
  readonly dom = createDiv({ cls: 'menu', attr: { role: 'menu', tabindex: -1 } });
  items: (MenuItem | MenuSeparator)[] = [];
  private readonly hidden: (() => unknown)[] = [];
  private selected = -1;
  private focusedBefore: Element | null = null;
  private readonly gone = new AbortController();

  /** The menu that this event is building, or a new one. */
  static forEvent(event: PointerEvent | MouseEvent): Menu {
    const menu = new Menu();
    event.preventDefault();
    queueMicrotask(() => menu.showAtMouseEvent(event));
    return menu;
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  /** There is no native menu here: it is always drawn. */
  setUseNativeMenu(_useNativeMenu: boolean): this {
    return this;
  }

  addItem(callback: (item: ObsidianMenuItem) => unknown): this {
    const item = new MenuItem();
    this.items.push(item);
    callback(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  /** Menus in menus are left out: the parent changes nothing. */
  setParentElement(_el: HTMLElement): this {
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    event.preventDefault();
    const keyboard = event.clientX === 0 && event.clientY === 0 && event.targetNode?.instanceOf(HTMLElement);
    const rect = keyboard ? (event.target as HTMLElement).getBoundingClientRect() : null;
    return this.showAtPosition(
      rect ? { x: rect.left, y: rect.bottom } : { x: event.clientX, y: event.clientY },
      event.doc,
    );
  }

  showAtPosition(position: MenuPositionDef, doc: Document = activeDocument): this {
    for (const open of Array.from(doc.querySelectorAll('.menu'))) open.dispatchEvent(new Event('close-menu'));
    this.draw();
    this.focusedBefore = doc.activeElement;
    doc.body.appendChild(this.dom);
    const { width, height } = this.dom.getBoundingClientRect();
    const { innerWidth, innerHeight } = this.dom.win;
    const left = position.left ? position.x - width : position.x;
    const top = position.y + height > innerHeight ? Math.max(4, position.y - height) : position.y;
    this.dom.setCssProps({ left: `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`, top: `${top}px` });
    const listen = { signal: this.gone.signal };
    this.dom.addEventListener('close-menu', () => this.hide(), listen);
    doc.addEventListener(
      'pointerdown',
      (event) => {
        if (!this.dom.contains(event.target as Node)) this.hide();
      },
      { ...listen, capture: true },
    );
    this.dom.addEventListener('keydown', (event) => this.onKey(event), listen);
    this.dom.focus();
    void this.load();
    return this;
  }

  hide(): this {
    if (!this.dom.isConnected) return this;
    this.gone.abort();
    this.dom.detach();
    if (this.focusedBefore?.instanceOf(HTMLElement) && this.focusedBefore.isConnected) this.focusedBefore.focus();
    this.unload();
    for (const callback of this.hidden) callback();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hidden.push(callback);
  }

  private get choices(): readonly MenuItem[] {
    return this.items.filter((item): item is MenuItem => item instanceof MenuItem && !item.disabled);
  }

  private draw(): void {
    const sections = new Map<string, (MenuItem | MenuSeparator)[]>();
    for (const item of this.items) {
      const section = item instanceof MenuItem ? item.section : '';
      sections.set(section, [...(sections.get(section) ?? []), item]);
    }
    const scroll = this.dom.createDiv({ cls: 'menu-scroll' });
    let group = scroll.createDiv({ cls: 'menu-group' });
    // Items of one section stand together, and a line stands between sections.
    [...sections.values()].forEach((items, at) => {
      if (at > 0 && group.childElementCount > 0) {
        scroll.appendChild(new MenuSeparator().dom);
        group = scroll.createDiv({ cls: 'menu-group' });
      }
      for (const item of items) this.drawItem(group, item);
    });
    this.items = [...sections.values()].flat();
  }

  private drawItem(group: HTMLElement, item: MenuItem | MenuSeparator): void {
    group.appendChild(item.dom);
    if (!(item instanceof MenuItem)) return;
    item.dom.addEventListener('click', (event) => this.choose(item, event));
    item.dom.addEventListener('mousemove', () => this.select(this.choices.indexOf(item)));
  }

  private choose(item: MenuItem, event: MouseEvent | KeyboardEvent): void {
    if (item.disabled) return;
    this.hide();
    item.choose(event);
  }

  private select(at: number): void {
    if (at < 0 || at === this.selected) return;
    this.selected = at;
    this.choices.forEach((item, index) => item.dom.toggleClass('selected', index === at));
    this.choices[at]?.dom.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const count = this.choices.length;
    const item = this.choices[this.selected];
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (this.selected + 1) % count,
      ArrowUp: (Math.max(this.selected, 0) - 1 + count) % count,
      Home: 0,
      End: count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined && count > 0) this.select(target);
    else if (event.key === 'Escape' || event.key === 'Tab') this.hide();
    else if ((event.key === 'Enter' || event.key === ' ') && item) this.choose(item, event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
