import '../elements/dom';
import type { App, ISuggestOwner, Scope as ObsidianScope } from 'obsidian';
import { Chooser } from './chooser';
import { Scope } from '../base/scope';

/** A list of suggestions beside something else. */
export abstract class PopoverSuggest<T> implements ISuggestOwner<T> {
  readonly scope: ObsidianScope;
  readonly suggestEl: HTMLElement;
  protected readonly chooser: Chooser<T>;

  constructor(
    readonly app: App,
    scope?: ObsidianScope,
  ) {
    this.scope = scope ?? new Scope(app.scope);
    this.suggestEl = createDiv({ cls: 'suggestion-container' });
    this.chooser = new Chooser<T>(this, this.suggestEl.createDiv({ cls: 'suggestion' }), this.scope);
    // The focus stays where one types.
    this.suggestEl.addEventListener('mousedown', (event) => event.preventDefault());
    const choose = (event: KeyboardEvent): false | undefined =>
      !event.isComposing && this.chooser.useSelectedItem(event) ? false : undefined;
    this.scope.register([], 'Enter', choose);
    this.scope.register([], 'Tab', choose);
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  get isOpen(): boolean {
    return this.suggestEl.isConnected;
  }

  open(): void {
    if (this.isOpen) return;
    activeDocument.body.appendChild(this.suggestEl);
    this.app.keymap.pushScope(this.scope);
  }

  close(): void {
    if (!this.isOpen) return;
    this.app.keymap.popScope(this.scope);
    this.suggestEl.detach();
    this.chooser.setSuggestions([]);
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  /** Shows these at that place; none closes the list. */
  protected showAt(
    values: readonly T[],
    rect: { readonly left: number; readonly top: number; readonly bottom: number },
  ): void {
    if (values.length === 0) {
      this.close();
      return;
    }
    this.open();
    this.chooser.setSuggestions(values);
    const { height, width } = this.suggestEl.getBoundingClientRect();
    const { innerWidth, innerHeight } = this.suggestEl.win;
    const below = rect.bottom + height <= innerHeight;
    this.suggestEl.setCssProps({
      left: `${Math.max(4, Math.min(rect.left, innerWidth - width - 4))}px`,
      top: `${below ? rect.bottom : Math.max(4, rect.top - height)}px`,
    });
  }
}

/** Suggestions under an input while it is typed into. */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  private onSelected: (value: T, event: MouseEvent | KeyboardEvent) => unknown = () => undefined;

  constructor(
    app: App,
    private readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    const update = (): void => {
      void this.update();
    };
    textInputEl.addEventListener('input', update);
    textInputEl.addEventListener('focus', update);
    textInputEl.addEventListener('blur', () => this.close());
  }

  setValue(value: string): void {
    if (this.textInputEl instanceof HTMLInputElement) this.textInputEl.value = value;
    else this.textInputEl.setText(value);
  }

  getValue(): string {
    return this.textInputEl instanceof HTMLInputElement ? this.textInputEl.value : this.textInputEl.getText();
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.onSelected(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.onSelected = callback;
    return this;
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  private async update(): Promise<void> {
    const query = this.getValue();
    const values = await this.getSuggestions(query);
    if (query !== this.getValue() || !this.textInputEl.isActiveElement()) return;
    this.showAt(this.limit > 0 ? values.slice(0, this.limit) : values, this.textInputEl.getBoundingClientRect());
  }
}
