import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import type { NoteRow, PersonRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { dayWords, distanceWords } from '../../words/format';
import { words } from '../../words/words';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { PressLink } from '../parts/press-link';
import { More, Row } from '../rows/row';
import { TaskItem } from '../rows/task-item';
import type { AccountsViewModel } from './state';

const NOTE_KINDS = {
  meeting: { name: 'calendar', label: words.accounts.noteKind.meeting },
  'account-page': { name: 'building-2', label: words.accounts.noteKind['account-page'] },
  'person-page': { name: 'user', label: words.accounts.noteKind['person-page'] },
} as const;

/** A note of the account. */
export function NoteItem({
  model,
  note,
  today,
}: {
  readonly model: AccountsViewModel;
  readonly note: NoteRow;
  readonly today: Day;
}): VNode {
  const { title, day, proposed, decisions, kind } = note;
  return (
    <Row
      model={model.rows}
      place={{ path: note.path }}
      sign={NOTE_KINDS[kind]}
      from={day === null ? NOTE_KINDS[kind].label : dayWords(day, today)}
      parts={
        <>
          {proposed > 0 && <span>{words.accounts.proposed(proposed)}</span>}
          {decisions > 0 && <span>{words.count.decisions(decisions)}</span>}
        </>
      }
    >
      <bdi>{visible(title)}</bdi>
    </Row>
  );
}

/** A person of the account: how often met, when last, and what they owe. */
export function PersonItem({
  model,
  person,
  today,
}: {
  readonly model: AccountsViewModel;
  readonly person: PersonRow;
  readonly today: Day;
}): VNode {
  const { name, mine, met, last, lastMeeting, open, owes } = person;
  const page = model.pageOf(name);
  return (
    <li class="account-actions-item is-static">
      <span class="account-actions-item-icon">
        <Icon name="user" />
      </span>
      <div class="account-actions-item-inner">
        <div class="account-actions-item-text">
          {page === null ? (
            <bdi>{visible(name)}</bdi>
          ) : (
            <PressLink class="account-actions-from" onPress={(event) => model.open({ path: page }, event)}>
              {visible(name)}
            </PressLink>
          )}
        </div>
        <div class="account-actions-sub mod-parts">
          {mine && <span class="is-mine">{words.common.me}</span>}
          {(met > 0 || !mine) && <span>{met === 0 ? words.accounts.neverMet : words.accounts.metTimes(met)}</span>}
          {last !== null && lastMeeting !== null && (
            <PressLink class="account-actions-from" onPress={(event) => model.open({ path: lastMeeting }, event)}>
              {words.accounts.lastMet(distanceWords(last, today))}
            </PressLink>
          )}
        </div>
        {open > 0 && (
          <More words={words.accounts.owes(open)}>
            {() => (
              <LongList items={owes} label={words.accounts.tasksOf(visible(name))}>
                {(task) => <TaskItem key={`${task.path}:${task.line}`} model={model.rows} task={task} today={today} />}
              </LongList>
            )}
          </More>
        )}
      </div>
    </li>
  );
}
