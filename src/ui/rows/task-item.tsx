import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { isFor, VERBS, type VerbEntry } from '../../app/triage/verbs';
import type { Day } from '../../core/base/day';
import type { TaskRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { isDeciding, type RowVerb } from '../../core/triage/decide';
import { dayWords } from '../../words/format';
import { words } from '../../words/words';
import { IconButton } from '../parts/icon';
import { addEntry, showMenu } from '../parts/show-menu';
import { STATUS_SIGNS } from '../parts/status-signs';
import { actionOf, isForItself, isVerbAction, withKey } from '../triage/keys';
import type { RowsModel } from './model';
import {
  AccountPart,
  IN_ACCOUNT,
  moreOf,
  nameOf,
  originOf,
  Row,
  RowWords,
  useUnfolding,
  type Hidden,
  type RowLabel,
  type Unfolding,
} from './row';
import { goOn, moveByKey } from './row-keys';

interface TaskItemProps {
  readonly model: RowsModel;
  readonly task: TaskRow;
  readonly today: Day;
  readonly hides?: Hidden;
  /** Whether its copies are shown; left out where nobody else remembers it. */
  readonly unfolding?: Unfolding;
}

/**
 * A task with what is known of it, what can be done with it, and the lines that say the same on demand. Between press
 * and result it cannot be pressed again.
 */
export function TaskItem({ model, task, today, hides = IN_ACCOUNT, unfolding }: TaskItemProps): VNode {
  const [pending, setPending] = useState(false);
  const own = useUnfolding(unfolding);
  const keys = model.isView && model.letters();
  const decide = async (row: HTMLElement, verb: RowVerb): Promise<void> => {
    if (pending) return;
    setPending(true);
    // A task that is decided or snoozed is done with; another one stays where it is.
    if (model.isView && (isDeciding(verb.name) || verb.name === 'snooze')) goOn(row);
    await model.decide(task, verb);
    setPending(false);
  };
  const act = (row: HTMLElement, entry: VerbEntry): void => {
    const { verb, ask } = entry;
    if (!verbsOf(task).includes(entry)) return;
    if (verb !== null) void decide(row, verb);
    else model.ask(ask!.question({ today, people: model.people, text: task.text }), (given) => void decide(row, given));
  };
  const openMenu = (event: MouseEvent, row: HTMLElement): void =>
    showTaskMenu(event, task, { keys, act: (verb) => act(row, verb) });
  return (
    <TaskLine
      model={model}
      task={task}
      today={today}
      hides={hides}
      pending={pending}
      more={moreOf(task.copies, own, (copy) => (
        <TaskLine key={copy.key} model={model} task={copy} today={today} hides={IN_ACCOUNT} />
      ))}
      buttons={(label) => (
        <Buttons task={task} label={label} keys={keys} pending={pending} onPress={act} onMenu={openMenu} />
      )}
      onMenu={(event) => openMenu(event, event.currentTarget as HTMLElement)}
      onKey={(event, row) => {
        const action = isForItself(event) ? null : actionOf(event, model.letters());
        if (action !== null && isVerbAction(action)) {
          if (action.rows === 'section') return;
          act(row, action.entry);
        } else if (action === 'open' || action === 'go') model.open(task, event);
        else if (action === 'context') own.toggle();
        else if (!moveByKey(row, action)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

interface TaskLineProps {
  readonly model: RowsModel;
  readonly task: TaskRow;
  readonly today: Day;
  readonly hides: Hidden;
  readonly pending?: boolean;
  readonly more?: ReturnType<typeof moreOf>;
  readonly buttons?: (label: RowLabel) => VNode;
  readonly onMenu?: (event: MouseEvent) => void;
  readonly onKey?: (event: KeyboardEvent, row: HTMLElement) => void;
}

function TaskLine({ model, task, today, hides, pending = false, more, buttons, onMenu, onKey }: TaskLineProps): VNode {
  const { owners, mine, due, overdue, priority, snoozed } = task;
  return (
    <Row
      model={model}
      place={task}
      sign={STATUS_SIGNS[task.status]}
      from={originOf(task, hides, today)}
      more={more}
      buttons={buttons}
      onMenu={onMenu}
      onKey={onKey}
      class={pending ? 'is-pending' : ''}
      parts={
        <>
          {!hides.owner && (
            <span class={mine ? 'is-mine' : ''}>
              <bdi>
                {mine ? words.common.me : owners.length === 0 ? words.common.facts.noOwner : visible(owners.join(', '))}
              </bdi>
            </span>
          )}
          {due !== null && (
            <span class={overdue ? 'is-overdue' : ''} title={words.common.facts.dueOn(due)}>
              {overdue ? words.common.facts.wasDue(dayWords(due, today)) : words.common.facts.due(dayWords(due, today))}
            </span>
          )}
          {snoozed !== null && <span>{words.common.facts.snoozed(dayWords(snoozed, today))}</span>}
          {priority !== null && priority !== 'medium' && <span>{words.common.facts.priority[priority]}</span>}
          <AccountPart account={task.account} hides={hides} />
        </>
      }
    >
      <RowWords model={model} path={task.path} text={task.text} />
    </Row>
  );
}

interface ButtonsProps {
  readonly task: TaskRow;
  readonly label: RowLabel;
  /** Whether their keys are said. */
  readonly keys: boolean;
  readonly pending: boolean;
  readonly onPress: (row: HTMLElement, verb: VerbEntry) => void;
  readonly onMenu: (event: MouseEvent, row: HTMLElement) => void;
}

/** What can be done with a task: the usual by a button, all by a menu. */
function Buttons({ task, label, keys, pending, onPress, onMenu }: ButtonsProps): VNode | null {
  const verbs = verbsOf(task);
  if (verbs.length === 0) return null;
  const name = nameOf(task);
  const press = (event: MouseEvent, act: (row: HTMLElement) => void): void => {
    event.stopPropagation();
    act((event.currentTarget as HTMLElement).closest('li')!);
  };
  return (
    <span class={`account-actions-item-buttons ${pending ? 'is-pending' : ''}`} aria-busy={pending}>
      {verbs
        .filter(({ buttons }) => buttons.includes('line'))
        .map((verb) => (
          <IconButton
            key={verb.name}
            name={verb.name}
            icon={verb.icon}
            label={label === null ? `${verb.label}: ${name}` : withKey(verb.label, verb.keys, keys)}
            describedBy={label?.id}
            onPress={(event) => press(event, (row) => onPress(row, verb))}
          />
        ))}
      <IconButton
        icon="ellipsis-vertical"
        hasMenu
        label={label === null ? words.common.options(name) : words.common.taskOptions}
        describedBy={label?.id}
        onPress={(event) => press(event, (row) => onMenu(event, row))}
      />
    </span>
  );
}

/** What can be done with a task that is listed. */
function verbsOf({ status, waits, snoozed }: TaskRow): readonly VerbEntry[] {
  const isDecidedBefore = !waits && snoozed === null;
  return VERBS.filter((entry) => isFor(entry, status) && (entry.only !== 'decided-before' || isDecidedBefore));
}

/** Offers all that can be done with a task, each with its key where those are taken: at the pointer, or below the button that was pressed. */
function showTaskMenu(
  event: MouseEvent,
  task: TaskRow,
  { keys, act }: { readonly keys: boolean; readonly act: (entry: VerbEntry) => void },
): void {
  const verbs = verbsOf(task);
  if (verbs.length === 0) return;
  event.preventDefault();
  const menu = new Menu();
  for (const entry of verbs)
    addEntry(menu, withKey(entry.title ?? entry.label, entry.keys, keys), entry.icon, () => act(entry));
  showMenu(menu, event);
}
