import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import type { PersonRow } from '../../core/graph/rows';
import { personKey } from '../../core/person/person-names';
import { visible } from '../../core/text/inline';
import { LongList } from '../parts/long-list';
import { useFollowed } from '../use-store';
import { PersonItem } from './rows';
import type { AccountsViewModel } from './state';
import { words } from '../../words/words';

interface AccountPeopleProps {
  readonly model: AccountsViewModel;
  readonly people: readonly PersonRow[];
  readonly today: Day;
}

/**
 * The people of an account. Where the user seems to be two of them, it is asked, and nothing is joined without an
 * answer.
 */
export function AccountPeople({ model, people, today }: AccountPeopleProps): VNode {
  if (people.length === 0) return <p class="account-actions-empty">{words.accounts.none.people}</p>;
  return (
    <>
      {people.some(({ mine }) => mine) && <AskWhetherUser model={model} people={people} />}
      <LongList items={people} label={words.accounts.tabs.people}>
        {(person) => <PersonItem key={person.name} model={model} person={person} today={today} />}
      </LongList>
    </>
  );
}

function AskWhetherUser({ model, people }: Pick<AccountPeopleProps, 'model' | 'people'>): VNode | null {
  const [name] = useFollowed(() => model.followLikelyUser(), [model]);
  if (name === null || !people.some((person) => personKey(person.name) === personKey(name))) return null;
  const [before, after] = words.accounts.isThisYou;
  return (
    <button type="button" class="account-actions-more" onClick={() => model.joinPeople()}>
      <span>
        {before}
        <bdi>{visible(name)}</bdi>
        {after}
      </span>
    </button>
  );
}
