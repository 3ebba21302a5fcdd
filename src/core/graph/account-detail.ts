import { newestFirst, plusDays, weekOf, type Day } from '../base/day';
import { sameValue } from '../base/equal';
import { finish, type Steps } from '../base/steps';
import type { Account } from '../account/resolve';
import { meetingsOf } from '../note/meetings';
import type { Note } from '../note/note';
import { peopleOf } from './account-people';
import type { Graph } from './graph';
import type { AccountDetail, NoteRow, TaskRow, WeekRow } from './rows';
import { accountRow, byPath, byPlace, glanceOf, type Glance, type Viewpoint } from './select';
import { statementsSelection } from './statement-rows';
import { tasksSelection } from './task-rows';
import type { Groups } from '../copies/group';

const NO_GROUPS: Groups = new Map();
const NO_NOTES: readonly Note[] = [];

/**
 * The account with this key, opened; null where there is none (any more). Without groups, no two lines are known to say
 * the same.
 */
export function selectAccount(
  graph: Graph,
  key: string,
  viewpoint: Viewpoint,
  groups: Groups = NO_GROUPS,
): AccountDetail | null {
  return finish(accountSelection(key)(graph, viewpoint, groups));
}

/**
 * `selectAccount` in steps, for a graph that is followed: what is opened is made anew only when its notes, what is
 * known of their copies, or the viewpoint changed.
 */
export function accountSelection(
  key: string,
): (graph: Graph, viewpoint: Viewpoint, groups: Groups) => Steps<AccountDetail | null> {
  const statements = statementsSelection();
  const tasks = tasksSelection();
  let from: readonly unknown[] = [];
  let seenBy: Viewpoint | null = null;
  let detail: AccountDetail | null = null;
  return function* (graph, viewpoint, groups) {
    const account = graph.resolution.accounts.get(key);
    if (account === undefined) return null;
    const notes = graph.byAccount.get(key) ?? NO_NOTES;
    const now = [account, notes, ...notes.map(({ path }) => groups.get(path))];
    if (
      detail !== null &&
      sameValue(seenBy, viewpoint) &&
      now.length === from.length &&
      now.every((value, index) => value === from[index])
    )
      return detail;
    const options = { groups, account: account.name };
    const glance = glanceOf(viewpoint);
    const merged = tasks(notes, { ...options, glance });
    yield;
    const opened = openedAccount(account, notes, merged, glance, groups);
    yield;
    const decisions = statements(notes, 'decisions', options);
    yield;
    detail = { ...opened, decisions, facts: statements(notes, 'facts', options) };
    from = now;
    seenBy = viewpoint;
    return detail;
  };
}

function openedAccount(
  found: Account,
  notes: readonly Note[],
  merged: readonly TaskRow[],
  glance: Glance,
  groups: Groups,
): Omit<AccountDetail, 'decisions' | 'facts'> {
  const { today } = glance;
  const account = accountRow(found, notes, glance, groups);
  const tasks = [...merged].sort(firstDueFirst);
  return {
    account,
    firstContact: firstContact(notes, today),
    tasks,
    notes: notes.map(noteRow).sort((a, b) => newestFirst(a.day, b.day) || byPath(a, b)),
    people: peopleOf(notes, tasks, glance),
    weeks: weeksOf(notes, today),
  };
}

function firstContact(notes: readonly Note[], today: Day): Day | null {
  return notes.reduce<Day | null>(
    (first, { kind, day }) =>
      kind === 'meeting' && day !== null && day <= today && (first === null || day < first) ? day : first,
    null,
  );
}

function noteRow(note: Note): NoteRow {
  const kind = note.kind === 'other' ? 'meeting' : note.kind;
  return {
    path: note.path,
    title: note.title,
    kind,
    day: note.day,
    proposed: note.counts.proposed,
    decisions: note.decisions.length,
  };
}

function firstDueFirst(a: TaskRow, b: TaskRow): number {
  if (a.due === b.due) return byPlace(a, b);
  return a.due === null || (b.due !== null && b.due < a.due) ? 1 : -1;
}

const WEEKS = 26;

type Counted = { -readonly [Key in keyof WeekRow]: WeekRow[Key] };

/** What happened in the last half year of an account's notes, week by week. Meetings to come are not counted. */
function weeksOf(notes: readonly Note[], today: Day): readonly WeekRow[] {
  const weeks = new Map<Day, Counted>();
  for (let back = WEEKS - 1; back >= 0; back--) {
    const week = weekOf(plusDays(today, -7 * back));
    weeks.set(week, { week, meetings: 0, opened: 0, closed: 0 });
  }
  const count = (what: Exclude<keyof WeekRow, 'week'>, day: Day | null): void => {
    const week = day === null || day > today ? undefined : weeks.get(weekOf(day));
    if (week !== undefined) week[what]++;
  };
  for (const [{ day }] of meetingsOf(notes)) count('meetings', day);
  for (const { day, tasks } of notes) {
    for (const { status, tags, done, cancelled } of tasks) {
      if (status === 'proposed' || tags.some((tag) => tag.toLowerCase() === 'copy')) continue;
      count('opened', day);
      if (status === 'done') count('closed', done);
      else if (status === 'dismissed') count('closed', cancelled);
    }
  }
  return [...weeks.values()];
}
