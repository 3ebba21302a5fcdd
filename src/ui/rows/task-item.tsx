import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import type { TaskRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import type { DecisionName } from '../../core/triage/decide';
import { dayWords } from '../../words/format';
import { words } from '../../words/words';
import { IconButton } from '../parts/icon';
import { STATUS_SIGNS } from '../parts/status-signs';
import type { RowsModel } from './model';
import { AccountPart, IN_ACCOUNT, moreOf, nameOf, originOf, Row, RowWords, type Hidden, type Unfolding } from './row';

interface TaskItemProps {
  readonly model: RowsModel;
  readonly task: TaskRow;
  readonly today: Day;
  readonly hides?: Hidden;
  /** Whether its copies are shown; left out where nobody else remembers it. */
  readonly unfolding?: Unfolding;
}

/** A task with what is known of it, what can be done with it, and the lines that say the same on demand. */
export function TaskItem({ model, task, today, hides = IN_ACCOUNT, unfolding }: TaskItemProps): VNode {
  return (
    <TaskLine
      model={model}
      task={task}
      today={today}
      hides={hides}
      more={moreOf(task.copies, unfolding, (copy) => (
        <TaskLine key={copy.key} model={model} task={copy} today={today} hides={IN_ACCOUNT} />
      ))}
      buttons={<Verbs model={model} task={task} />}
    />
  );
}

interface TaskLineProps {
  readonly model: RowsModel;
  readonly task: TaskRow;
  readonly today: Day;
  readonly hides: Hidden;
  readonly more?: ReturnType<typeof moreOf>;
  readonly buttons?: VNode;
}

function TaskLine({ model, task, today, hides, more, buttons }: TaskLineProps): VNode {
  const { owners, mine, due, overdue, priority, snoozed } = task;
  return (
    <Row
      model={model}
      place={task}
      sign={STATUS_SIGNS[task.status]}
      from={originOf(task, hides, today)}
      more={more}
      buttons={buttons}
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

const VERBS: readonly {
  readonly decision: DecisionName;
  readonly label: string;
  readonly icon: string;
  readonly proposed: boolean;
}[] = [
  { decision: 'accept', label: words.common.accept, icon: 'check', proposed: true },
  { decision: 'dismiss', label: words.common.dismiss, icon: 'x', proposed: true },
  { decision: 'done', label: words.common.markDone, icon: 'check-check', proposed: false },
];

/** What can be decided of a task. Between press and result it cannot be pressed again. */
function Verbs({ model, task }: { readonly model: RowsModel; readonly task: TaskRow }): VNode | null {
  const [pending, setPending] = useState(false);
  if (task.status === 'done' || task.status === 'dismissed') return null;
  const press = async (event: MouseEvent, decision: DecisionName): Promise<void> => {
    event.stopPropagation();
    if (pending) return;
    setPending(true);
    await model.decide(task, decision);
    setPending(false);
  };
  return (
    <span class={`account-actions-item-buttons ${pending ? 'is-pending' : ''}`} aria-busy={pending}>
      {VERBS.filter(({ proposed }) => !proposed || task.status === 'proposed').map(({ decision, label, icon }) => (
        <IconButton
          key={decision}
          icon={icon}
          label={`${label}: ${nameOf(task)}`}
          onPress={(event) => void press(event, decision)}
        />
      ))}
    </span>
  );
}
