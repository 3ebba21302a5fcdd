import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import type { NoteRow, PersonRow, Place, TaskRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { InlineText } from '../inline/inline-text';
import { dayWords, distanceWords } from '../../words/format';
import { Icon, IconButton } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { STATUS_SIGNS } from '../parts/status-signs';
import { PressLink } from '../parts/press-link';
import type { AccountsViewModel } from './state';
import { words } from '../../words/words';

interface OpenRowProps {
  readonly model: AccountsViewModel;
  readonly place: Pick<Place, 'path'> & Partial<Place>;
  readonly icon?: { readonly name: string; readonly label: string };
  /** What the row says. */
  readonly children: ComponentChildren;
  /** What its link says: the note, the day. */
  readonly from: string;
  readonly details?: ComponentChildren;
  readonly more?: MoreProps | undefined;
  readonly menu?: MenuProps | undefined;
  /** A class of its own. */
  readonly class?: string;
}

interface MenuProps {
  /** What its button is called. */
  readonly label: string;
  readonly open: (event: MouseEvent) => void;
}

/** A row that opens its line in the note: by its link, or by a click anywhere on it. */
export function OpenRow({
  model,
  place,
  icon,
  children,
  from,
  details,
  more,
  menu,
  class: className = '',
}: OpenRowProps): VNode {
  const open = (event: MouseEvent): void => {
    // It may stand in another row.
    event.stopPropagation();
    model.open(place, event);
  };
  return (
    <li class={`account-actions-item ${className}`} onClick={open} onContextMenu={menu?.open}>
      {icon !== undefined && (
        <span class="account-actions-item-icon" role="img" aria-label={icon.label}>
          <Icon name={icon.name} />
        </span>
      )}
      <div class="account-actions-item-inner">
        <div class="account-actions-item-text">{children}</div>
        <div class="account-actions-sub mod-parts">
          {details}
          <PressLink class="account-actions-from" onPress={open}>
            {visible(from)}
          </PressLink>
        </div>
        {more !== undefined && <More {...more} />}
      </div>
      {menu !== undefined && (
        <IconButton
          class="account-actions-item-menu"
          icon="ellipsis-vertical"
          label={menu.label}
          onPress={(event) => {
            event.stopPropagation();
            menu.open(event);
          }}
        />
      )}
    </li>
  );
}

export interface MoreProps {
  /** What its button says: `2 copies`. */
  readonly words: string;
  /** The rows that it shows. */
  readonly children: () => ComponentChildren;
}

/** Rows below a row, on demand. */
function More({ words, children }: MoreProps): VNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="account-actions-fact-button account-actions-more-rows"
        aria-expanded={open}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(!open);
        }}
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
        {words}
      </button>
      {open && children()}
    </>
  );
}

/** A task with its owners and due day, and the lines that say the same on demand. */
export function TaskItem({
  model,
  task,
  today,
}: {
  readonly model: AccountsViewModel;
  readonly task: TaskRow;
  readonly today: Day;
}): VNode {
  const { text, owners, due, overdue, priority, status, snoozed, copies } = task;
  const rows = (): VNode => (
    <LongList items={copies} label={words.common.copies}>
      {(other) => <TaskItem key={other.key} model={model} task={other} today={today} />}
    </LongList>
  );
  return (
    <OpenRow
      model={model}
      place={task}
      icon={STATUS_SIGNS[status]}
      from={from(task, today)}
      more={copies.length === 0 ? undefined : { words: words.count.copies(copies.length), children: rows }}
      details={
        <>
          {owners.length > 0 && (
            <span class={task.mine ? 'is-mine' : ''}>
              <bdi>{task.mine ? words.common.me : visible(owners.join(', '))}</bdi>
            </span>
          )}
          {due !== null && (
            <span class={overdue ? 'is-overdue' : ''} title={words.common.facts.dueOn(due)}>
              {overdue ? words.common.facts.wasDue(dayWords(due, today)) : words.common.facts.due(dayWords(due, today))}
            </span>
          )}
          {snoozed !== null && <span>{words.common.facts.snoozed(dayWords(snoozed, today))}</span>}
          {priority !== null && priority !== 'medium' && <span>{words.common.facts.priority[priority]}</span>}
        </>
      }
    >
      <InlineText text={text === '' ? words.common.noText : text} links={linksOf(model, task)} />
    </OpenRow>
  );
}

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
    <OpenRow
      model={model}
      place={{ path: note.path }}
      icon={NOTE_KINDS[kind]}
      from={day === null ? NOTE_KINDS[kind].label : dayWords(day, today)}
      details={
        <>
          {proposed > 0 && <span>{words.accounts.proposed(proposed)}</span>}
          {decisions > 0 && <span>{words.count.decisions(decisions)}</span>}
        </>
      }
    >
      <bdi>{visible(title)}</bdi>
    </OpenRow>
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
                {(task) => <TaskItem key={`${task.path}:${task.line}`} model={model} task={task} today={today} />}
              </LongList>
            )}
          </More>
        )}
      </div>
    </li>
  );
}

/** The note and day that a row is from. */
export function from({ note, day }: { readonly note: string; readonly day: Day | null }, today: Day): string {
  return day === null ? note : words.accounts.origin(note, dayWords(day, today));
}

/** What the links in a row's text do. */
export function linksOf(
  model: AccountsViewModel,
  { path }: Pick<Place, 'path'>,
): { openLink(target: string, event: MouseEvent): void } {
  return { openLink: (target, event) => model.openLink(target, path, event) };
}
