import { prepareFuzzySearch, type App } from 'obsidian';
import type { Day } from '../../core/base/day';
import type { MergedStatement } from '../../core/graph/rows';
import { plainText, visible } from '../../core/text/inline';
import { foldText } from '../../core/text/words';
import { dayWords } from '../../words/format';
import { Picker } from './picker';

interface PickerParts {
  readonly placeholder: string;
  /** What can be chosen, newest first. */
  readonly decisions: readonly MergedStatement[];
  readonly today: Day;
  readonly onChoose: (decision: MergedStatement) => void;
}

/** Lets the user choose a decision by its words or its note, the newest first. */
export class DecisionPicker extends Picker<MergedStatement> {
  private readonly searched: readonly { readonly decision: MergedStatement; readonly words: string }[];

  constructor(
    app: App,
    private readonly parts: PickerParts,
  ) {
    super(app);
    this.setPlaceholder(parts.placeholder);
    this.emptyStateText = 'No other decision of this account says that.';
    this.searched = parts.decisions.map((decision) => ({
      decision,
      words: foldText(`${decision.text} ${decision.note} ${decision.day ?? ''}`),
    }));
  }

  override getSuggestions(query: string): MergedStatement[] {
    const wanted = foldText(query).trim();
    if (wanted === '') return [...this.parts.decisions];
    const match = prepareFuzzySearch(wanted);
    return this.searched
      .flatMap(({ decision, words }) => {
        const found = match(words);
        return found === null ? [] : [{ decision, score: found.score }];
      })
      .sort((a, b) => b.score - a.score)
      .map(({ decision }) => decision);
  }

  override renderSuggestion({ text, note, day, superseded }: MergedStatement, element: HTMLElement): void {
    const { today } = this.parts;
    element.createDiv().createEl('bdi', { text: plainText(text) });
    element.createEl('small').createEl('bdi', {
      text: [
        visible(note),
        ...(day === null ? [] : [dayWords(day, today)]),
        ...(superseded === null ? [] : ['superseded itself']),
      ].join(', '),
    });
  }

  override onChooseSuggestion(decision: MergedStatement): void {
    this.parts.onChoose(decision);
  }
}
