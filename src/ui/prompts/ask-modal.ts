import type { App } from 'obsidian';
import { Picker } from './picker';
import type { Ask, AskOption } from '../../app/prompts';
import { search } from './search';

/** Asks over the note that one is in: type, and choose what it means. */
export class AskModal<T> extends Picker<AskOption<T>> {
  constructor(
    app: App,
    private readonly ask: Ask<T>,
    private readonly onAnswer: (value: T) => void,
  ) {
    super(app);
    this.setPlaceholder(`${ask.title}: ${ask.placeholder}`);
  }

  override onOpen(): void {
    void super.onOpen();
    if (this.ask.initial === '') return;
    this.inputEl.value = this.ask.initial;
    this.inputEl.dispatchEvent(new Event('input'));
    this.inputEl.select();
  }

  override getSuggestions(query: string): AskOption<T>[] {
    const { options, fault } = this.ask.answers(query, search);
    this.emptyStateText = fault ?? '';
    return [...options];
  }

  override renderSuggestion({ label, detail }: AskOption<T>, element: HTMLElement): void {
    element.createDiv({ text: label });
    if (detail !== '') element.createEl('small', { text: detail });
  }

  override onChooseSuggestion({ value }: AskOption<T>): void {
    this.onAnswer(value);
  }
}
