import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Suggestion } from '../../core/account/suggest';
import type { UnassignedRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { countWords, dayWords } from '../parts/day-words';
import { Icon } from '../parts/icon';
import { PressLink } from '../parts/press-link';
import { useStore } from '../use-store';
import type { AccountsModel } from './model';

/** What makes a suggestion certain, in words. */
export const CERTAIN = 'Certain: its name stands in the title, or two signs of different kinds agree, and no other account is named.';

const MOST_SHOWN = 3;

interface UnassignedItemProps {
  readonly row: UnassignedRow;
  readonly model: AccountsModel;
  /** Comes back when the list shows what was written. */
  readonly settled: () => Promise<void>;
}

/** A note without an account, with the accounts that it may be about. While one is being written, none can be pressed. */
export function UnassignedItem({ row, model, settled }: UnassignedItemProps): VNode {
  const today = useStore(model.today);
  const [pending, setPending] = useState(false);
  const { path, title, day, proposed, suggestions } = row;
  const press = async (event: MouseEvent, write: () => Promise<void>): Promise<void> => {
    // The second press of a double click is meant for nothing that came under the pointer meanwhile.
    if (pending || event.detail > 1) return;
    setPending(true);
    await write();
    await settled();
    setPending(false);
  };
  const take = ({ key, name }: Suggestion): Promise<void> => (key === null ? model.create(name, path) : model.assign([{ path, account: name }]));
  return (
    <li class="account-actions-item is-static">
      <span class="account-actions-item-icon"><Icon name="file-question" /></span>
      <div class="account-actions-item-inner">
        <PressLink class="account-actions-item-text account-actions-from" onPress={(event) => model.open({ path }, event)}>{visible(title)}</PressLink>
        <div class="account-actions-sub">
          {day !== null && <span>{dayWords(day, today)}</span>}
          {proposed > 0 && <span>{proposed} proposed</span>}
          {suggestions[0]?.tied === true && <span>Between two accounts: choose one</span>}
        </div>
        {suggestions.length === 0
          ? <div class="account-actions-sub">No suggestion: no account is named in it.</div>
          : (
            <ul class="account-actions-suggestions">
              {suggestions.slice(0, MOST_SHOWN).map((suggestion) => (
                <li key={suggestion.key ?? suggestion.name}>
                  <button type="button" class="account-actions-fact-button account-actions-suggestion" disabled={pending} onClick={(event) => void press(event, () => take(suggestion))}>
                    {suggestion.key === null ? 'Create account ' : <span class="account-actions-unseen">Assign: </span>}
                    <bdi>{visible(suggestion.name)}</bdi>
                    {suggestion.certain && <span title={CERTAIN}><Icon name="badge-check" /><span class="account-actions-unseen">, certain</span></span>}
                  </button>
                  <span class="account-actions-sub">{visible(suggestion.reasons.join(', '))}{suggestion.key === null && ', not an account yet'}</span>
                </li>
              ))}
              {suggestions.length > MOST_SHOWN && <li class="account-actions-sub">and {countWords(suggestions.length - MOST_SHOWN, 'less likely account')}</li>}
            </ul>
          )}
        <button type="button" class="account-actions-fact-button" disabled={pending} onClick={() => model.choose(path)}>Choose …<span class="account-actions-unseen">: {visible(title)}</span></button>
      </div>
    </li>
  );
}
