import type { App, FuzzyMatch, Instruction, ISuggestOwner } from 'obsidian';
import { Chooser } from './chooser';
import { setIcon } from '../elements/icons';
import { Modal } from './modal';
import { prepareFuzzySearch, renderResults, sortSearchResults } from '../base/search';

/** Draws the line of keys at the foot of a list. */
export function drawInstructions(el: HTMLElement, instructions: readonly Instruction[]): void {
  el.empty();
  for (const { command, purpose } of instructions) {
    const item = el.createDiv({ cls: 'prompt-instruction' });
    item.createSpan({ cls: 'prompt-instruction-command', text: command });
    item.createSpan({ text: purpose });
  }
}

/** A list to choose from, narrowed by what is typed above it. */
export abstract class SuggestModal<T> extends Modal implements ISuggestOwner<T> {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  readonly chooser: Chooser<T>;
  private readonly instructionsEl: HTMLElement;
  private asked = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.removeClass('modal');
    this.modalEl.addClass('prompt');
    this.modalEl.empty();
    const row = this.modalEl.createDiv({ cls: 'prompt-input-container' });
    this.modalEl.setAttr('aria-label', 'Choose');
    this.inputEl = row.createEl('input', {
      cls: 'prompt-input',
      type: 'text',
      attr: {
        autocapitalize: 'off',
        spellcheck: 'false',
        enterkeyhint: 'done',
        role: 'combobox',
        'aria-expanded': 'true',
        'aria-controls': 'prompt-results',
        'aria-label': 'Search',
      },
    });
    const clear = row.createDiv({ cls: 'search-input-clear-button' });
    setIcon(clear, 'circle-x');
    clear.addEventListener('click', () => {
      this.inputEl.value = '';
      this.inputEl.focus();
      this.updateSuggestions();
    });
    this.resultContainerEl = this.modalEl.createDiv({
      cls: 'prompt-results',
      attr: { id: 'prompt-results', 'aria-label': 'Choose' },
    });
    this.instructionsEl = createDiv({ cls: 'prompt-instructions' });
    this.chooser = new Chooser<T>(this, this.resultContainerEl, this.scope, this.inputEl);
    this.inputEl.addEventListener('input', () => this.updateSuggestions());
    this.scope.register([], 'Enter', (event) => {
      if (!event.isComposing) this.selectActiveSuggestion(event);
      return false;
    });
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    this.updateSuggestions();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
    for (const el of [this.inputEl, this.modalEl, this.resultContainerEl]) el.setAttr('aria-label', placeholder);
  }

  setInstructions(instructions: Instruction[]): void {
    drawInstructions(this.instructionsEl, instructions);
    this.modalEl.appendChild(this.instructionsEl);
  }

  onNoSuggestion(): void {
    this.chooser.setSuggestions([]);
    if (this.inputEl.value !== '')
      this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.chooser.useSelectedItem(event);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  /** Asks for suggestions again. An answer that comes after a later question is dropped. */
  updateSuggestions(): void {
    this.asked += 1;
    const question = this.asked;
    const show = (values: readonly T[]): void => {
      if (question !== this.asked) return;
      if (values.length === 0) this.onNoSuggestion();
      else this.chooser.setSuggestions(values.slice(0, this.limit > 0 ? this.limit : undefined));
    };
    const found = this.getSuggestions(this.inputEl.value);
    if (Array.isArray(found)) show(found);
    else void found.then(show);
  }
}

/** A list to choose from by the letters of its items. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

  getSuggestions(query: string): FuzzyMatch<T>[] {
    if (query.trim() === '') return this.getItems().map((item) => ({ item, match: { score: 0, matches: [] } }));
    const search = prepareFuzzySearch(query.trim());
    const found = this.getItems().flatMap((item) => {
      const match = search(this.getItemText(item));
      return match ? [{ item, match }] : [];
    });
    sortSearchResults(found);
    return found;
  }

  renderSuggestion({ item, match }: FuzzyMatch<T>, el: HTMLElement): void {
    renderResults(el, this.getItemText(item), match);
  }

  onChooseSuggestion({ item }: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, event);
  }
}
