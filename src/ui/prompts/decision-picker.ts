import { prepareFuzzySearch, type App } from 'obsidian';
import { plainText, visible } from '../../core/text/inline';
import { foldText } from '../../core/text/words';
import { dayWords } from '../../words/format';
import type { DecisionQuestion } from '../../app/prompts';
import { Picker } from './picker';
import type { StatementRow } from '../../core/graph/rows';
import { words } from '../../words/words';

/** Lets the user choose a decision by its words or its note, the newest first. */
export class DecisionPicker extends Picker<StatementRow> {
  private readonly searched: readonly { readonly decision: StatementRow; readonly words: string }[];

  constructor(
    app: App,
    private readonly question: DecisionQuestion,
  ) {
    super(app);
    this.setPlaceholder(question.placeholder);
    this.emptyStateText = words.decisions.noMatch;
    this.searched = question.decisions.map((decision) => ({
      decision,
      words: foldText(`${decision.text} ${decision.note} ${decision.day ?? ''}`),
    }));
  }

  override getSuggestions(query: string): StatementRow[] {
    const wanted = foldText(query).trim();
    if (wanted === '') return [...this.question.decisions];
    const match = prepareFuzzySearch(wanted);
    return this.searched
      .flatMap(({ decision, words }) => {
        const found = match(words);
        return found === null ? [] : [{ decision, score: found.score }];
      })
      .sort((a, b) => b.score - a.score)
      .map(({ decision }) => decision);
  }

  override renderSuggestion({ text, note, day, superseded }: StatementRow, element: HTMLElement): void {
    const { today } = this.question;
    element.createDiv().createEl('bdi', { text: plainText(text) });
    element.createEl('small').createEl('bdi', {
      text: [
        visible(note),
        ...(day === null ? [] : [dayWords(day, today)]),
        ...(superseded === null ? [] : [words.decisions.superseded]),
      ].join(', '),
    });
  }

  override onChooseSuggestion(decision: StatementRow): void {
    this.question.onChoose(decision);
  }
}
