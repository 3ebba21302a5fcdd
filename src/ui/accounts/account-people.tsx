import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import type { PersonRow } from '../../core/graph/rows';
import { personKey } from '../../core/person/person-names';
import { visible } from '../../core/text/inline';
import { LongList } from '../parts/long-list';
import type { AccountsModel } from './model';
import { PersonItem } from './rows';

interface AccountPeopleProps {
  readonly model: AccountsModel;
  readonly people: readonly PersonRow[];
  readonly today: Day;
}

/** The people of an account. Where the user seems to be two of them, it is asked, and nothing is joined without an answer. */
export function AccountPeople({ model, people, today }: AccountPeopleProps): VNode {
  const maybeUser = useMemo(() => {
    const name = people.some(({ mine }) => mine) ? model.likelyUser() : null;
    return name !== null && people.some((person) => personKey(person.name) === personKey(name)) ? name : null;
  }, [model, people]);
  if (people.length === 0) return <p class="account-actions-empty">Nobody is named in the notes of this account.</p>;
  return (
    <>
      {maybeUser !== null && <button type="button" class="account-actions-more" onClick={() => model.joinPeople()}><span>Is “<bdi>{visible(maybeUser)}</bdi>” you?</span></button>}
      <LongList items={people} label="People">{(person) => <PersonItem key={person.name} model={model} person={person} today={today} />}</LongList>
    </>
  );
}
