import { askDue, askOwner, askPriority, askSnooze, askText } from '../../app/asks';
import type { Ask } from '../../app/prompts';
import type { Day } from '../../core/base/day';
import type { TaskRow } from '../../core/graph/rows';
import type { RowVerb } from '../../core/triage/decide';
import { words } from '../../words/words';

/** What a question about a task is asked with. */
interface Asked {
  readonly today: Day;
  /** The names of the people that notes know. */
  readonly people: () => readonly string[];
  readonly text: string;
}

/** What can be done with a task that is listed. */
export interface TaskVerb {
  /** What its key does in Triage. */
  readonly name: 'accept' | 'dismiss' | 'done' | 'as-before' | 'snooze' | 'edit' | 'owner' | 'due' | 'priority';
  readonly label: string;
  readonly icon: string;
  /** What it does; or what is asked first. */
  readonly does: RowVerb | ((asked: Asked) => Ask<RowVerb>);
  readonly isFor: (task: TaskRow) => boolean;
  /** Whether it has a button of its own at each task. */
  readonly hasButton: boolean;
  /** Whether the task is done with then, and the next one is looked at. */
  readonly goesOn: boolean;
}

const isProposed = ({ status }: TaskRow): boolean => status === 'proposed';
const isUndecided = ({ status }: TaskRow): boolean => status !== 'done' && status !== 'dismissed';
const { common, triage } = words;

/** What can be done with a task that is listed, in the order in which it is offered. */
export const TASK_VERBS: readonly TaskVerb[] = [
  {
    name: 'accept',
    label: common.accept,
    icon: 'check',
    does: { name: 'accept' },
    isFor: isProposed,
    hasButton: true,
    goesOn: true,
  },
  {
    name: 'dismiss',
    label: common.dismiss,
    icon: 'x',
    does: { name: 'dismiss' },
    isFor: isProposed,
    hasButton: true,
    goesOn: true,
  },
  {
    name: 'done',
    label: common.markDone,
    icon: 'check-check',
    does: { name: 'done' },
    isFor: isUndecided,
    hasButton: true,
    goesOn: true,
  },
  {
    name: 'as-before',
    label: common.applyEarlier,
    icon: 'history',
    does: { name: 'as-before' },
    isFor: (task) => isProposed(task) && !task.waits && task.snoozed === null,
    hasButton: false,
    goesOn: true,
  },
  {
    name: 'snooze',
    label: triage.snooze,
    icon: 'alarm-clock',
    does: ({ today }) => askSnooze(today),
    isFor: isProposed,
    hasButton: false,
    goesOn: true,
  },
  {
    name: 'edit',
    label: triage.edit,
    icon: 'pencil',
    does: ({ text }) => askText(text),
    isFor: isProposed,
    hasButton: false,
    goesOn: true,
  },
  {
    name: 'owner',
    label: triage.owner,
    icon: 'user',
    does: ({ people }) => askOwner(people()),
    isFor: isUndecided,
    hasButton: false,
    goesOn: false,
  },
  {
    name: 'due',
    label: triage.due,
    icon: 'calendar',
    does: ({ today }) => askDue(today),
    isFor: isUndecided,
    hasButton: false,
    goesOn: false,
  },
  {
    name: 'priority',
    label: triage.priority,
    icon: 'signal',
    does: () => askPriority(),
    isFor: isUndecided,
    hasButton: false,
    goesOn: false,
  },
];
