import { prepareFuzzySearch, type App } from 'obsidian';
import { accountKey } from '../../core/account/names';
import { linkName } from '../../core/note/link-name';
import { visible } from '../../core/text/inline';
import { foldText } from '../../core/text/words';
import type { AccountChoice, AccountQuestion } from '../../app/prompts';
import { Picker } from './picker';
import { words } from '../../words/words';

/**
 * Lets the user choose an account: what is suggested first, then all of them by a search, then a new one by its name.
 */
export class AccountPicker extends Picker<AccountChoice> {
  constructor(
    app: App,
    private readonly question: AccountQuestion,
  ) {
    super(app);
    this.setPlaceholder(question.placeholder);
    this.emptyStateText = words.assign.noAccounts;
  }

  override getSuggestions(query: string): AccountChoice[] {
    const { suggestions, accounts, mayCreate } = this.question;
    const name = nameIn(query);
    const key = accountKey(name);
    const match = prepareFuzzySearch(foldText(name));
    const score = (names: readonly string[]): number | null => {
      if (name === '') return 0;
      if (names.some((spelling) => accountKey(spelling) === key)) return Infinity;
      const found = names.map((spelling) => match(foldText(spelling))?.score).filter((one) => one !== undefined);
      return found.length === 0 ? null : Math.max(...found);
    };
    const namesOf = new Map(accounts.map((account) => [account.name, account.names]));
    const suggested = suggestions.filter((choice) => score(namesOf.get(choice.name) ?? [choice.name]) !== null);
    const known = accounts
      .flatMap((account) => {
        const found = suggestions.some((suggestion) => suggestion.name === account.name) ? null : score(account.names);
        return found === null ? [] : [{ name: account.name, found }];
      })
      .sort((a, b) => b.found - a.found || a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }))
      .map((account): AccountChoice => ({ name: account.name, detail: '', isNew: false }));
    const isKnown = [...accounts, ...suggested.map((choice) => ({ names: [choice.name] }))].some(({ names }) =>
      names.some((spelling) => accountKey(spelling) === key),
    );
    return [
      ...suggested,
      ...known,
      ...(mayCreate && name !== '' && !isKnown ? [{ name, detail: words.assign.newPage, isNew: true }] : []),
    ];
  }

  override renderSuggestion({ name, detail, isNew }: AccountChoice, element: HTMLElement): void {
    element.createDiv().createEl('bdi', { text: isNew ? words.assign.createNamed(visible(name)) : visible(name) });
    if (detail !== '') element.createEl('small', { text: visible(detail) });
  }

  override onChooseSuggestion(choice: AccountChoice): void {
    this.question.onChoose(choice);
  }
}

/** The name that was typed; of a link, finished or not, what it names. */
function nameIn(query: string): string {
  const typed = query.trim();
  return typed.startsWith('[[') ? linkName(`[[${typed.replace(/[[\]]/g, '')}]]`) : typed;
}
