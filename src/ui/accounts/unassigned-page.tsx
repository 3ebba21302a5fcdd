import type { VNode } from 'preact';
import { visible } from '../../core/text/inline';
import { countWords, dayWords } from '../parts/day-words';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { PressLink } from '../parts/press-link';
import { useStore } from '../use-store';
import type { AccountsModel } from './model';
import { Page } from './page';

interface UnassignedPageProps {
  readonly model: AccountsModel;
  readonly onBack: () => void;
  readonly onOpenAccount: (key: string) => void;
}

/** The notes that do not say whose they are, each with the accounts that it may be about, and why. */
export function UnassignedPage({ model, onBack, onOpenAccount }: UnassignedPageProps): VNode {
  const notes = useStore(model.unassigned);
  const today = useStore(model.today);
  return (
    <Page title="No account" onBack={onBack}>
      <p class="account-actions-sub account-actions-lead">
        {notes.length === 0 ? 'Every note has its account.' : 'These notes do not say whose they are. What they may be about is a suggestion only; nothing is assigned by itself.'}
      </p>
      <LongList items={notes} label="Notes without an account">
        {({ path, title, day, proposed, suggestions }) => (
          <li key={path} class="account-actions-item" onClick={(event) => model.open({ path }, event)}>
            <span class="account-actions-item-icon"><Icon name="file-question" /></span>
            <div class="account-actions-item-inner">
              <PressLink class="account-actions-item-text account-actions-from" onPress={(event) => model.open({ path }, event)}>{visible(title)}</PressLink>
              <div class="account-actions-sub">
                {day !== null && <span>{dayWords(day, today)}</span>}
                {proposed > 0 && <span>{proposed} proposed</span>}
              </div>
              {suggestions.length === 0
                ? <div class="account-actions-sub">No suggestion: no account is named in it.</div>
                : (
                  <ul class="account-actions-suggestions">
                    {suggestions.slice(0, 3).map(({ key, name, reasons }) => (
                      <li key={key ?? name}>
                        {key === null
                          ? <span class="account-actions-suggestion is-new"><bdi>{visible(name)}</bdi></span>
                          : <PressLink class="account-actions-suggestion" onPress={() => onOpenAccount(key)}>{visible(name)}</PressLink>}
                        <span class="account-actions-sub">{reasons.join(', ')}{key === null && ', not an account yet'}</span>
                      </li>
                    ))}
                    {suggestions.length > 3 && <li class="account-actions-sub">and {countWords(suggestions.length - 3, 'less likely account')}</li>}
                  </ul>
                )}
            </div>
          </li>
        )}
      </LongList>
    </Page>
  );
}
