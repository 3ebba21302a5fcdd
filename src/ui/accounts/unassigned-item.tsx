import type { VNode } from 'preact';
import type { Suggestion } from '../../core/account/suggest';
import type { UnassignedRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { faultWords } from '../../core/triage/assign-words';
import { dayWords } from '../../words/format';
import { Icon } from '../parts/icon';
import { PressLink } from '../parts/press-link';
import { useStore } from '../use-store';
import type { AccountsViewModel } from './state';
import { words } from '../../words/words';

/** What makes a suggestion certain, in words. */
const MOST_SHOWN = 3;

interface UnassignedItemProps {
  readonly row: UnassignedRow;
  readonly model: AccountsViewModel;
  /** Whether an account is being written into it. */
  readonly pending: boolean;
  /** Writes something that takes the note out of the list. */
  readonly onWrite: (write: () => Promise<void>) => void;
}

/** A note without an account, with the accounts that it may be about. */
export function UnassignedItem({ row, model, pending, onWrite }: UnassignedItemProps): VNode {
  const today = useStore(model.today);
  const { path, title, day, proposed, suggestions, fault } = row;
  const press = (event: MouseEvent, suggestion: Suggestion): void => {
    // The second press of a double click is meant for nothing that came under the pointer meanwhile.
    if (event.detail <= 1 && !pending) onWrite(() => take(suggestion));
  };
  const take = ({ key, name }: Suggestion): Promise<void> =>
    key === null ? model.create(name, path) : model.assign([{ path, account: name }]);
  return (
    <li class={`account-actions-item is-static ${pending ? 'is-pending' : ''}`}>
      <span class="account-actions-item-icon">
        <Icon name="file-question" />
      </span>
      <div class="account-actions-item-inner">
        <PressLink
          class="account-actions-item-text account-actions-from"
          onPress={(event) => model.open({ path }, event)}
        >
          {visible(title)}
        </PressLink>
        <div class="account-actions-sub mod-parts">
          {day !== null && <span>{dayWords(day, today)}</span>}
          {proposed > 0 && <span>{words.accounts.proposed(proposed)}</span>}
          {fault === null && suggestions[0]?.tied === true && <span>{words.assign.chooseOne}</span>}
        </div>
        {fault !== null && <div class="account-actions-sub">{faultWords(fault)}</div>}
        {suggestions.length === 0 ? (
          <div class="account-actions-sub">{words.assign.noSuggestions}</div>
        ) : (
          <ul class="account-actions-suggestions">
            {suggestions.slice(0, MOST_SHOWN).map((suggestion) => (
              <li key={suggestion.key ?? suggestion.name}>
                {fault === null ? (
                  <button
                    type="button"
                    class="account-actions-fact-button account-actions-suggestion"
                    aria-disabled={pending}
                    onClick={(event) => press(event, suggestion)}
                  >
                    {suggestion.key === null ? (
                      words.assign.create
                    ) : (
                      <span class="account-actions-unseen">{words.assign.assign}</span>
                    )}
                    <SuggestedName suggestion={suggestion} />
                    <span class="account-actions-unseen">{words.assign.toNote(visible(title))}</span>
                  </button>
                ) : (
                  <span class="account-actions-suggestion">
                    <SuggestedName suggestion={suggestion} />
                  </span>
                )}
                <span class="account-actions-sub">
                  {visible(suggestion.reasons.join(', '))}
                  {suggestion.key === null && words.assign.alsoNew}
                </span>
              </li>
            ))}
            {suggestions.length > MOST_SHOWN && (
              <li class="account-actions-sub">{words.assign.lessLikely(suggestions.length - MOST_SHOWN)}</li>
            )}
          </ul>
        )}
        {fault === null && (
          <button
            type="button"
            class="account-actions-fact-button"
            aria-disabled={pending}
            onClick={() => !pending && model.choose(path)}
          >
            {words.assign.choose}
            <span class="account-actions-unseen">: {visible(title)}</span>
          </button>
        )}
      </div>
    </li>
  );
}

function SuggestedName({ suggestion: { name, certain } }: { readonly suggestion: Suggestion }): VNode {
  return (
    <>
      <bdi>{visible(name)}</bdi>
      {certain && (
        <span title={words.assign.whyCertain}>
          <Icon name="badge-check" />
          <span class="account-actions-unseen">{words.assign.certainToo}</span>
        </span>
      )}
    </>
  );
}
