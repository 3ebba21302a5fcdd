import { prepareFuzzySearch, type App } from 'obsidian';
import { visible } from '../../core/text/inline';
import { foldText } from '../../core/text/words';
import type { PeopleChoice } from '../../app/prompts';
import { Picker } from './picker';
import { words } from '../../words/words';

/** A list like the quick switcher, of names or of pairs of names. */
export class PeoplePicker extends Picker<PeopleChoice> {
  constructor(
    app: App,
    placeholder: string,
    private readonly choices: readonly PeopleChoice[],
  ) {
    super(app);
    this.setPlaceholder(placeholder);
    this.emptyStateText = words.people.noMatch;
  }

  override getSuggestions(query: string): PeopleChoice[] {
    const wanted = foldText(query).trim();
    if (wanted === '') return [...this.choices];
    const match = prepareFuzzySearch(wanted);
    const found = this.choices.flatMap((choice) => {
      const score = choice.stays ? null : match(foldText(choice.words))?.score;
      return score === undefined || score === null ? [] : [{ choice, score }];
    });
    return [
      ...found.sort((a, b) => b.score - a.score).map(({ choice }) => choice),
      ...this.choices.filter(({ stays }) => stays),
    ];
  }

  override renderSuggestion({ words: name, detail }: PeopleChoice, element: HTMLElement): void {
    element.createDiv().createEl('bdi', { text: visible(name) });
    if (detail !== '') element.createEl('small', { text: visible(detail) });
  }

  override onChooseSuggestion(choice: PeopleChoice): void {
    choice.choose();
  }
}
