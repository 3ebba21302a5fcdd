import { foldText, searchedWords } from '../text/words';
import { plusDays, type Day } from '../base/day';
import type { AccountDetail, TaskRow } from './rows';
import { isOpen } from './select';
import { words } from '../../words/words';

/** How the open tasks of an account are put together: mine and those of others, by owner, or by due day. */
export type TaskGrouping = 'side' | 'owner' | 'day';

/** Whose tasks are looked at. */
export type Whose = 'all' | 'mine' | 'others';

export interface TaskSection {
  readonly title: string;
  readonly tasks: readonly TaskRow[];
  /** Whether it is over and done with, and not to be seen at once. */
  readonly closed: boolean;
}

interface Wishes {
  readonly grouping: TaskGrouping;
  readonly whose: Whose;
  readonly today: Day;
}

/**
 * The tasks of an account in sections, none of them empty: the open ones as they are wished, then what is proposed,
 * snoozed, decided before, done and dismissed. A task stands in one of them; by owner, one of several people stands with each of them, and mine
 * with me alone.
 */
export function taskSections(
  { tasks, people }: Pick<AccountDetail, 'tasks' | 'people'>,
  { grouping, whose, today }: Wishes,
): readonly TaskSection[] {
  const looked = tasks.filter(({ mine }) => whose === 'all' || mine === (whose === 'mine'));
  const open = looked.filter(isOpen);
  const proposed = looked.filter(({ status }) => status === 'proposed');
  const withStatus = (status: TaskRow['status']): readonly TaskRow[] => looked.filter((task) => task.status === status);
  const sections =
    grouping === 'day' ? byDay(open, today) : grouping === 'owner' ? byOwner(open, people) : bySide(open);
  return [
    ...sections.map(([title, held]) => ({ title, tasks: held, closed: false })),
    { title: words.common.status.proposed, tasks: proposed.filter(({ waits }) => waits), closed: false },
    { title: words.common.status.snoozed, tasks: proposed.filter(({ snoozed }) => snoozed !== null), closed: true },
    {
      title: words.common.decidedBefore,
      tasks: proposed.filter(({ waits, snoozed }) => !waits && snoozed === null),
      closed: true,
    },
    { title: words.common.status.done, tasks: withStatus('done'), closed: true },
    { title: words.common.status.dismissed, tasks: withStatus('dismissed'), closed: true },
  ].filter((section) => section.tasks.length > 0);
}

/** The tasks that hold all words of a search, in what they or their copies say, whose they are, or the names of their notes. */
export function searchTasks(tasks: readonly TaskRow[], search: string): readonly TaskRow[] {
  const wanted = searchedWords(search);
  if (wanted.length === 0) return tasks;
  return tasks.filter((task) => {
    const said = foldText(
      [task, ...task.copies].flatMap(({ text, owners, note }) => [text, ...owners, note]).join('\n'),
    );
    return wanted.every((word) => said.includes(word));
  });
}

type Titled = readonly (readonly [string, readonly TaskRow[]])[];

function bySide(open: readonly TaskRow[]): Titled {
  return [
    [words.accounts.sections.mine, open.filter(({ mine }) => mine)],
    [words.accounts.sections.others, open.filter(({ mine }) => !mine)],
  ];
}

function byOwner(open: readonly TaskRow[], people: AccountDetail['people']): Titled {
  const ofOthers = new Set(open.filter(({ mine }) => !mine));
  const owed = new Set(people.flatMap(({ owes }) => owes));
  return [
    [words.accounts.sections.mine, open.filter(({ mine }) => mine)],
    ...people.map(({ name, owes }) => [name, owes.filter((task) => ofOthers.has(task))] as const),
    [words.common.noOwner, [...ofOthers].filter((task) => !owed.has(task))],
  ];
}

function byDay(open: readonly TaskRow[], today: Day): Titled {
  const soon = plusDays(today, 7);
  const dueWhere = (holds: (due: Day) => boolean): readonly TaskRow[] =>
    open.filter(({ due }) => due !== null && holds(due));
  return [
    [words.accounts.sections.overdue, dueWhere((due) => due < today)],
    [words.accounts.sections.today, dueWhere((due) => due === today)],
    [words.accounts.sections.soon, dueWhere((due) => due > today && due <= soon)],
    [words.accounts.sections.later, dueWhere((due) => due > soon)],
    [words.common.noDay, open.filter(({ due }) => due === null)],
  ];
}
