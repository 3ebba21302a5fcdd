import { prepareFuzzySearch, SuggestModal, type App } from 'obsidian';
import { accountKey } from '../../core/account/names';
import type { Suggestion } from '../../core/account/suggest';
import { visible } from '../../core/text/inline';
import { foldText } from '../../core/text/words';

/** An account to choose: one that there is, or one that is to be created. */
export interface AccountChoice {
  readonly name: string;
  /** Why it may be the one, or what it would be; may be empty. */
  readonly detail: string;
  readonly isNew: boolean;
}

interface PickerParts {
  readonly placeholder: string;
  /** The accounts that it may be, likeliest first. */
  readonly suggestions: readonly Suggestion[];
  /** All accounts: the name of each, and its other spellings. */
  readonly accounts: readonly { readonly name: string; readonly names: readonly string[] }[];
  /** Whether an account may be chosen that is not there yet. */
  readonly mayCreate: boolean;
  readonly onChoose: (choice: AccountChoice) => void;
}

/** Lets the user choose an account: what is suggested first, then all of them by a search, then a new one by its name. */
export class AccountPicker extends SuggestModal<AccountChoice> {
  constructor(app: App, private readonly parts: PickerParts) {
    super(app);
    this.setPlaceholder(parts.placeholder);
    this.emptyStateText = 'No account has this name.';
  }

  override getSuggestions(query: string): AccountChoice[] {
    const { suggestions, accounts, mayCreate } = this.parts;
    const wanted = foldText(query).trim();
    const match = prepareFuzzySearch(wanted);
    const score = (names: readonly string[]): number | null => (wanted === '' ? 0 : names.reduce<number | null>((best, name) => {
      const found = match(foldText(name));
      return found !== null && (best === null || found.score > best) ? found.score : best;
    }, null));
    const suggested = suggestions.filter(({ name }) => score([name]) !== null)
      .map(({ key, name, reasons }): AccountChoice => ({ name, detail: [...reasons, ...(key === null ? ['not an account yet'] : [])].join(', '), isNew: key === null }));
    const known = accounts
      .flatMap(({ name, names }) => {
        const found = suggestions.some((suggestion) => suggestion.name === name) ? null : score(names);
        return found === null ? [] : [{ name, found }];
      })
      .sort((a, b) => b.found - a.found || a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }))
      .map(({ name }): AccountChoice => ({ name, detail: '', isNew: false }));
    const name = query.trim();
    const isKnown = accounts.some(({ names }) => names.some((spelling) => accountKey(spelling) === accountKey(name)));
    const fresh: readonly AccountChoice[] = mayCreate && name !== '' && !isKnown ? [{ name, detail: 'Create this account, with a page', isNew: true }] : [];
    return [...suggested, ...known, ...fresh.filter((choice) => !suggested.some((one) => accountKey(one.name) === accountKey(choice.name)))];
  }

  override renderSuggestion({ name, detail, isNew }: AccountChoice, element: HTMLElement): void {
    element.createDiv().createEl('bdi', { text: isNew ? `Create account “${visible(name)}”` : visible(name) });
    if (detail !== '') element.createEl('small', { text: visible(detail) });
  }

  override onChooseSuggestion(choice: AccountChoice): void {
    this.parts.onChoose(choice);
  }
}
