import '../elements/dom';
import type { ISuggestOwner, Scope } from 'obsidian';

const PAGE = 10;

/** A list of suggestions of which one is selected, moved by keys and pointer. */
export class Chooser<T> {
  values: readonly T[] = [];
  selectedItem = -1;
  private items: HTMLElement[] = [];

  constructor(
    private readonly owner: ISuggestOwner<T>,
    readonly containerEl: HTMLElement,
    scope: Scope,
    private readonly inputEl: HTMLElement | null = null,
  ) {
    containerEl.setAttr('role', 'listbox');
    containerEl.on('click', '.suggestion-item', (event, item) => {
      this.select(this.items.indexOf(item));
      this.useSelectedItem(event);
    });
    containerEl.on('mousemove', '.suggestion-item', (_event, item) => {
      const at = this.items.indexOf(item);
      if (at !== this.selectedItem) this.select(at, false);
    });
    const move = (key: string, target: () => number): void => {
      scope.register([], key, () => {
        this.select(target());
        return false;
      });
    };
    move('ArrowDown', () => this.wrapped(this.selectedItem + 1));
    move('ArrowUp', () => this.wrapped(this.selectedItem - 1));
    move('PageDown', () => Math.min(this.selectedItem + PAGE, this.values.length - 1));
    move('PageUp', () => Math.max(this.selectedItem - PAGE, 0));
  }

  setSuggestions(values: readonly T[]): void {
    this.values = values;
    this.containerEl.empty();
    this.items = values.map((value, at) => {
      const item = this.containerEl.createDiv({
        cls: 'suggestion-item',
        attr: { role: 'option', id: `suggestion-${at}` },
      });
      this.owner.renderSuggestion(value, item);
      return item;
    });
    this.select(values.length > 0 ? 0 : -1);
  }

  /** Chooses the selected value; false where there is none. */
  useSelectedItem(event: MouseEvent | KeyboardEvent): boolean {
    const value = this.values[this.selectedItem];
    if (value === undefined) return false;
    this.owner.selectSuggestion(value, event);
    return true;
  }

  select(at: number, scroll = true): void {
    this.selectedItem = at;
    this.items.forEach((item, index) => {
      item.toggleClass('is-selected', index === at);
      item.setAttr('aria-selected', String(index === at));
    });
    const item = this.items[at];
    this.inputEl?.setAttr('aria-activedescendant', item ? item.id : null);
    if (scroll) item?.scrollIntoView?.({ block: 'nearest' });
  }

  private wrapped(at: number): number {
    const count = this.values.length;
    return count === 0 ? -1 : (at + count) % count;
  }
}
