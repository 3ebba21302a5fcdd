import { dayInFull, newestFirst, type Day } from '../base/day';
import { selectAccount } from '../graph/account-detail';
import type { Graph } from '../graph/graph';
import type { AccountDetail, PersonRow, TaskRow, StatementRow } from '../graph/rows';
import { byPlace, isOpen, type Viewpoint } from '../graph/select';
import { meetingsOf } from '../note/meetings';
import type { Note } from '../note/note';
import { escape, noteLink } from '../text/escape';
import type { Groups } from '../copies/group';

/** What a brief depends on besides the graph. */
export interface BriefRequest extends Viewpoint {
  /** Decisions and facts of notes from this day on; null: all of them. */
  readonly since: Day | null;
  /** The lines that say the same: each is told once, by its best line. */
  readonly groups: Groups;
}

/**
 * What one reads five minutes before the call, as Markdown: how the account with this key stands, its open tasks, what
 * waits for a decision, what was decided and learned, its people and meetings. Null where there is no such account (any
 * more). Each line links to its note by the note's day. All words of notes are escaped, tasks have no box and days are
 * in words, so that nothing reads them as tasks again; its headings open no section that `readNote` knows.
 */
export function briefOf(graph: Graph, accountKey: string, request: BriefRequest): string | null {
  const { today, since, groups } = request;
  const detail = selectAccount(graph, accountKey, request, groups);
  if (detail === null) return null;
  const tasks = [...detail.tasks].sort((a, b) => newestFirst(a.day, b.day) || byPlace(a, b));
  const statements = (rows: readonly StatementRow[]): readonly string[] =>
    rows
      .filter(({ day }) => since === null || (day !== null && day >= since))
      .map((row) => item(row.text, [...(row.confirmed === null ? [] : ['confirmed']), originOf(row)]));
  const open = sortTasks(tasks.filter(isOpen));
  const waiting = tasks.filter(({ waits }) => waits);
  const meetings = meetingsOf(graph.byAccount.get(accountKey) ?? [])
    .filter(([{ day }]) => day !== null && day <= today)
    .sort(([a], [b]) => newestFirst(a.day, b.day));
  const people = detail.people.filter(({ met }) => met > 0);
  const period = since === null ? '' : ` since ${dayInFull(since)}`;
  return [
    `# Brief: ${escape(detail.account.name)}\n\n${standing(detail, open, today)}\n`,
    section('Open tasks', open.map(taskItem)),
    section(`Waiting for a decision: ${waiting.length}`, waiting.slice(0, NEWEST).map(taskItem), waiting.length),
    section(`What was decided${period}`, statements(detail.decisions.filter(({ superseded }) => superseded === null))),
    section(`What was learned${period}`, statements(detail.facts)),
    section('People', people.slice(0, MOST_PEOPLE).map(personItem), people.length),
    section('Recent meetings', meetings.slice(0, NEWEST).map(meetingItem), meetings.length),
  ].join('');
}

/** So many proposals and meetings are told. */
const NEWEST = 5;
const MOST_PEOPLE = 15;

function standing({ account }: AccountDetail, open: readonly TaskRow[], today: Day): string {
  const { status, lastContact, quiet, nextDue } = account;
  const overdue = open.filter((task) => task.overdue).length;
  return [
    `Made on ${dayInFull(today)}.`,
    ...(status === null ? [] : [`Status: ${escape(status)}.`]),
    lastContact === null || quiet === null
      ? 'Not met yet.'
      : `Last met on ${dayInFull(lastContact)}, ${agoWords(quiet)}.`,
    `Open tasks: ${open.length}${overdue === 0 ? '' : `, of which ${overdue} overdue`}.`,
    ...(nextDue === null ? [] : [`Next due on ${dayInFull(nextDue)}.`]),
  ].join(' ');
}

function agoWords(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

/** A heading with its items, of which there are `all`; nothing where there is none. */
function section(heading: string, items: readonly string[], all = items.length): string {
  if (items.length === 0) return '';
  const more = all > items.length ? [`- and ${all - items.length} more`] : [];
  return `\n## ${heading}\n\n${[...items, ...more].join('\n')}\n`;
}

/** A list item: the words of a note, and in brackets what is said of them. */
function item(text: string, remarks: readonly string[]): string {
  return `- ${`${escape(text)} (${remarks.join(', ')})`.trimStart()}`;
}

function taskItem(task: TaskRow): string {
  const { text, owners, due, overdue, status } = task;
  return item(text, [
    owners.length === 0 ? 'no owner' : owners.map(escape).join(', '),
    ...(status === 'in-progress' ? ['in progress'] : []),
    ...(due === null ? [] : [`${overdue ? 'overdue, was ' : ''}due ${dayInFull(due)}`]),
    originOf(task),
  ]);
}

function personItem({ name, met, last }: PersonRow): string {
  return `- ${escape(name)}, met ${met === 1 ? 'once' : `${met} times`}${last === null ? '' : `, last on ${dayInFull(last)}`}`;
}

/** A meeting with all of its notes. */
function meetingItem(notes: readonly [Note, ...Note[]]): string {
  const { day } = notes[0];
  return `- ${[...(day === null ? [] : [dayInFull(day)]), ...notes.map(({ path, title }) => noteLink(path, title))].join(', ')}`;
}

/** The day of a line's note as a link to the note. */
function originOf({ path, day }: Pick<StatementRow, 'path' | 'day'>): string {
  return noteLink(path, day === null ? 'note' : dayInFull(day));
}

/** Mine first, then by owner (those of nobody last), then those due first. */
function sortTasks(tasks: readonly TaskRow[]): readonly TaskRow[] {
  const rank = ({ mine, owners, due }: TaskRow): readonly string[] => {
    const whose = mine ? '0' : owners.length > 0 ? '1' : '2';
    return [whose, whose === '1' ? owners.join(', ').toLowerCase() : '', due ?? 'none'];
  };
  return tasks
    .map((task) => ({ task, rank: rank(task) }))
    .sort((a, b) =>
      a.rank.reduce((order, part, at) => order || (part < b.rank[at]! ? -1 : Number(part > b.rank[at]!)), 0),
    )
    .map(({ task }) => task);
}
