import type { ComponentChildren, VNode } from 'preact';
import type { Day } from '../../core/base/day';
import type { NoteRow, PersonRow, Place, StatementRow, TaskRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { InlineText } from '../inline/inline-text';
import { countWords, dayWords, distanceWords } from '../parts/day-words';
import { Icon } from '../parts/icon';
import { PressLink } from '../parts/press-link';
import type { AccountsModel } from './model';

interface OpenRowProps {
  readonly model: AccountsModel;
  readonly place: Pick<Place, 'path'> & Partial<Place>;
  readonly icon?: { readonly name: string; readonly label: string };
  /** What the row says. */
  readonly children: ComponentChildren;
  /** What its link says: the note, the day. */
  readonly from: string;
  readonly details?: ComponentChildren;
}

/** A row that opens its line in the note: by its link, or by a click anywhere on it. */
function OpenRow({ model, place, icon, children, from, details }: OpenRowProps): VNode {
  return (
    <li class="account-actions-item" onClick={(event) => model.open(place, event)}>
      {icon !== undefined && <span class="account-actions-item-icon" role="img" aria-label={icon.label}><Icon name={icon.name} /></span>}
      <div class="account-actions-item-inner">
        <div class="account-actions-item-text">{children}</div>
        <div class="account-actions-sub">
          {details}
          <PressLink class="account-actions-from" onPress={(event) => model.open(place, event)}>{visible(from)}</PressLink>
        </div>
      </div>
    </li>
  );
}

const STATUS_ICONS = {
  proposed: { name: 'circle-dashed', label: 'Proposed' },
  open: { name: 'circle', label: 'Open' },
  'in-progress': { name: 'circle-dot', label: 'In progress' },
  done: { name: 'circle-check', label: 'Done' },
  dismissed: { name: 'circle-slash', label: 'Dismissed' },
} as const;

/** A task with its owners and due day. */
export function TaskItem({ model, task, today }: { readonly model: AccountsModel; readonly task: TaskRow; readonly today: Day }): VNode {
  const { text, owners, due, overdue, priority, status } = task;
  return (
    <OpenRow
      model={model} place={task} icon={STATUS_ICONS[status]} from={from(task, today)}
      details={(
        <>
          {owners.length > 0 && <span class={task.mine ? 'is-mine' : ''}><bdi>{task.mine ? 'me' : visible(owners.join(', '))}</bdi></span>}
          {due !== null && <span class={overdue ? 'is-overdue' : ''} title={`Due ${due}`}>{overdue ? 'was due' : 'due'} {dayWords(due, today)}</span>}
          {priority !== null && priority !== 'medium' && <span>{priority}</span>}
        </>
      )}
    >
      <InlineText text={text === '' ? '(no words)' : text} links={linksOf(model, task)} />
    </OpenRow>
  );
}

/** A decision or a fact. */
export function StatementItem({ model, statement, today }: { readonly model: AccountsModel; readonly statement: StatementRow; readonly today: Day }): VNode {
  return (
    <OpenRow model={model} place={statement} from={from(statement, today)}>
      <InlineText text={statement.text} links={linksOf(model, statement)} />
    </OpenRow>
  );
}

const NOTE_KINDS = {
  meeting: { name: 'calendar', label: 'Meeting' },
  'account-page': { name: 'building-2', label: 'Account page' },
  'person-page': { name: 'user', label: 'Person page' },
} as const;

/** A note of the account. */
export function NoteItem({ model, note, today }: { readonly model: AccountsModel; readonly note: NoteRow; readonly today: Day }): VNode {
  const { title, day, proposed, decisions, kind } = note;
  return (
    <OpenRow
      model={model} place={{ path: note.path }} icon={NOTE_KINDS[kind]} from={day === null ? NOTE_KINDS[kind].label : dayWords(day, today)}
      details={(
        <>
          {proposed > 0 && <span>{proposed} proposed</span>}
          {decisions > 0 && <span>{countWords(decisions, 'decision')}</span>}
        </>
      )}
    >
      <bdi>{visible(title)}</bdi>
    </OpenRow>
  );
}

/** A person of the account. */
export function PersonItem({ person, today }: { readonly person: PersonRow; readonly today: Day }): VNode {
  const { name, met, last, open } = person;
  const words = [met > 0 && `met ${countWords(met, 'time')}`, last !== null && `last ${distanceWords(last, today)}`, open > 0 && countWords(open, 'open task')];
  return (
    <li class="account-actions-item is-static">
      <span class="account-actions-item-icon"><Icon name="user" /></span>
      <div class="account-actions-item-inner">
        <div class="account-actions-item-text"><bdi>{visible(name)}</bdi></div>
        <div class="account-actions-sub">{words.filter((word) => word !== false).join(' · ')}</div>
      </div>
    </li>
  );
}

function from({ note, day }: { readonly note: string; readonly day: Day | null }, today: Day): string {
  return day === null ? note : `${note}, ${dayWords(day, today)}`;
}

function linksOf(model: AccountsModel, { path }: Pick<Place, 'path'>): { openLink(target: string, event: MouseEvent): void } {
  return { openLink: (target, event) => model.openLink(target, path, event) };
}
