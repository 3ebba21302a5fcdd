import { newestFirst, type Day } from '../base/day';
import { selectAccount } from '../graph/account-detail';
import type { Graph } from '../graph/graph';
import type { AccountDetail, PersonRow, TaskRow, StatementRow } from '../graph/rows';
import { byPlace, isOpen, type Viewpoint } from '../graph/select';
import { meetingsOf } from '../note/meetings';
import type { Note } from '../note/note';
import { escape, noteLink } from '../text/escape';
import type { Groups } from '../copies/group';
import { dayInFull, daysAwayWords } from '../../words/format';
import { words } from '../../words/words';

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
      .map((row) =>
        item(row.text, [...(row.confirmed === null ? [] : [words.common.facts.isConfirmed]), originOf(row)]),
      );
  const open = sortTasks(tasks.filter(isOpen));
  const waiting = tasks.filter(({ waits }) => waits);
  const meetings = meetingsOf(graph.byAccount.get(accountKey) ?? [])
    .filter(([{ day }]) => day !== null && day <= today)
    .sort(([a], [b]) => newestFirst(a.day, b.day));
  const people = detail.people.filter(({ met }) => met > 0);
  const from = since === null ? null : dayInFull(since);
  return [
    `# ${words.brief.heading(escape(detail.account.name))}\n\n${standing(detail, open, today)}\n`,
    section(words.brief.open, open.map(taskItem)),
    section(words.brief.waiting(waiting.length), waiting.slice(0, NEWEST).map(taskItem), waiting.length),
    section(words.brief.decided(from), statements(detail.decisions.filter(({ superseded }) => superseded === null))),
    section(words.brief.learned(from), statements(detail.facts)),
    section(words.brief.people, people.slice(0, MOST_PEOPLE).map(personItem), people.length),
    section(words.brief.meetings, meetings.slice(0, NEWEST).map(meetingItem), meetings.length),
  ].join('');
}

/** So many proposals and meetings are told. */
const NEWEST = 5;
const MOST_PEOPLE = 15;

function standing({ account }: AccountDetail, open: readonly TaskRow[], today: Day): string {
  const { status, lastContact, quiet, nextDue } = account;
  const overdue = open.filter((task) => task.overdue).length;
  return [
    words.brief.madeOn(dayInFull(today)),
    ...(status === null ? [] : [words.brief.status(escape(status))]),
    lastContact === null || quiet === null
      ? words.brief.notMet
      : words.brief.lastMet(dayInFull(lastContact), daysAwayWords(-quiet)),
    words.brief.openTasks(open.length, overdue),
    ...(nextDue === null ? [] : [words.brief.nextDue(dayInFull(nextDue))]),
  ].join(' ');
}

/** A heading with its items, of which there are `all`; nothing where there is none. */
function section(heading: string, items: readonly string[], all = items.length): string {
  if (items.length === 0) return '';
  const more = all > items.length ? [`- ${words.brief.more(all - items.length)}`] : [];
  return `\n## ${heading}\n\n${[...items, ...more].join('\n')}\n`;
}

/** A list item: the words of a note, and in brackets what is said of them. */
function item(text: string, remarks: readonly string[]): string {
  return `- ${`${escape(text)} (${remarks.join(', ')})`.trimStart()}`;
}

function taskItem(task: TaskRow): string {
  const { text, owners, due, overdue, status } = task;
  return item(text, [
    owners.length === 0 ? words.common.facts.noOwner : owners.map(escape).join(', '),
    ...(status === 'in-progress' ? [words.common.facts.status['in-progress']] : []),
    ...(due === null ? [] : [words.common.facts[overdue ? 'overdue' : 'due'](dayInFull(due))]),
    originOf(task),
  ]);
}

function personItem({ name, met, last }: PersonRow): string {
  return `- ${words.brief.person(escape(name), words.accounts.metTimes(met), last === null ? null : dayInFull(last))}`;
}

/** A meeting with all of its notes. */
function meetingItem(notes: readonly [Note, ...Note[]]): string {
  const { day } = notes[0];
  return `- ${[...(day === null ? [] : [dayInFull(day)]), ...notes.map(({ path, title }) => noteLink(path, title))].join(', ')}`;
}

/** The day of a line's note as a link to the note. */
function originOf({ path, day }: Pick<StatementRow, 'path' | 'day'>): string {
  return noteLink(path, day === null ? words.common.note : dayInFull(day));
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
