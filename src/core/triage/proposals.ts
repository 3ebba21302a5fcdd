import { daysBetween, type Day } from '../base/day';
import { accountKeyOf, isSource, type Graph } from '../graph/graph';
import type { Place } from '../graph/rows';
import type { Viewpoint } from '../graph/select';
import { keyMaker, lineKey, pathOfKey } from '../note/line-key';
import type { Note } from '../note/note';
import { personNames, type PersonNames } from '../person/person-names';
import type { Task } from '../task/task';
import type { Priority } from '../task/task-line';

/** A proposed line that nobody decided. */
export interface Proposal extends Place {
  /** Stays the same while the line is the same, wherever in its note it moves. */
  readonly key: string;
  readonly text: string;
  readonly owners: readonly string[];
  /** Who they are: a name for each, the same for all spellings that the settings join. */
  readonly people: readonly string[];
  readonly mine: boolean;
  readonly due: Day | null;
  readonly priority: Priority | null;
  /** The day until which it is snoozed, or null where it waits. */
  readonly snoozed: Day | null;
  /** The name of the account, or null. */
  readonly account: string | null;
  readonly note: string;
  /** The day of its note. */
  readonly day: Day | null;
  /** Days since then. */
  readonly age: number | null;
  /** The name of the source of its note, or null. */
  readonly source: string | null;
  /** Whether it stands in a note that is not of our tag, such as an inbox list. */
  readonly inList: boolean;
  /** Whether its note has no account and ought to have one, which a list need not. */
  readonly unassigned: boolean;
}

/** The tasks of a note by the keys that rows have for them: equal lines are told apart by their order. */
export function tasksByKey({ path, tasks }: Note): ReadonlyMap<string, Task> {
  const keyOf = keyMaker(path);
  return new Map(tasks.map((task) => [keyOf(task.raw), task]));
}

/**
 * The key that a task has in its note by now, which says `raw` and stood on `line` (from 0) when it was shown. Equal
 * ones are told apart by that line, or not at all: then, and where there is none, it is null.
 */
export function keyNow({ path, tasks }: Note, raw: string, line: number): string | null {
  const alike = tasks.filter((task) => task.raw === raw);
  const at = alike.length === 1 ? 0 : alike.findIndex((task) => task.line === line);
  return at < 0 ? null : lineKey(path, raw, at);
}

/**
 * The proposals of one note, in the order of their lines. A source's own lines are evidence and never decided. `names`:
 * those of the settings, where they are at hand.
 */
export function proposalsOf(
  graph: Graph,
  path: string,
  { today, settings }: Viewpoint,
  names = personNames(settings),
): readonly Proposal[] {
  const note = graph.notes.get(path);
  if (note === undefined || note.counts.proposed === 0 || !isDecidable(graph, note, settings.readOtherProposals))
    return NO_PROPOSALS;
  const context = { account: accountOf(graph, note), today, names };
  const found: Proposal[] = [];
  for (const [key, task] of tasksByKey(note))
    if (task.status === 'proposed') found.push(proposalFrom(note, key, task, context));
  return found;
}

const NO_PROPOSALS: readonly Proposal[] = [];

/** The task of a key, decided or not, as a proposal; null where its note does not hold it any more. */
export function proposalOf(graph: Graph, key: string, { today, settings }: Viewpoint): Proposal | null {
  const note = graph.notes.get(pathOfKey(key));
  const task = note === undefined ? undefined : tasksByKey(note).get(key);
  if (note === undefined || task === undefined || !isDecidable(graph, note, settings.readOtherProposals)) return null;
  return proposalFrom(note, key, task, { account: accountOf(graph, note), today, names: personNames(settings) });
}

interface ProposalContext {
  readonly account: string | null;
  readonly today: Day;
  readonly names: PersonNames;
}

function proposalFrom(
  { path, title, day, kind, source }: Note,
  key: string,
  { line, text, owners, due, priority, start }: Task,
  { account, today, names }: ProposalContext,
): Proposal {
  return {
    key,
    path,
    line,
    text,
    owners,
    people: peopleOf(owners, names),
    mine: names.isMine(owners),
    due,
    priority,
    snoozed: start !== null && start > today ? start : null,
    account,
    note: title,
    day,
    age: day === null ? null : daysBetween(day, today),
    source: source?.name ?? null,
    inList: kind === 'other',
    unassigned: account === null && kind === 'meeting',
  };
}

function peopleOf(owners: readonly string[], { nameOf }: PersonNames): readonly string[] {
  const people = owners.map(nameOf);
  return people.length > 1 ? [...new Set(people)] : people;
}

function accountOf(graph: Graph, { path }: Note): string | null {
  return graph.resolution.accounts.get(accountKeyOf(graph, path) ?? '')?.name ?? null;
}

/**
 * Whether the proposals of a note are decided: those of our notes, and of inbox lists (if the setting says so), never
 * those of sources.
 */
export function isDecidable(graph: Graph, note: Note, readOtherProposals: boolean): boolean {
  return note.kind !== 'other' || (readOtherProposals && !isSource(graph, note.path));
}
