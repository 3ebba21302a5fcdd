import { daysBetween, newestFirst, plusDays, weekOf, type Day } from '../base/day';
import { sameValue } from '../base/equal';
import type { Account } from '../account/resolve';
import type { Note } from '../note/note';
import { mineTest, personKey } from '../person/mine';
import type { Settings } from '../settings';
import type { Task } from '../task/task';
import { accountKeyOf, isEvidence, type Graph } from './graph';
import type { AccountDetail, AccountRow, NoteRow, PersonRow, ProblemRow, StatementRow, TaskRow } from './rows';

/** What a selection depends on besides the graph. */
export interface Viewpoint {
  readonly today: Day;
  readonly settings: Pick<Settings, 'myNames' | 'readOtherProposals'>;
}

/** A viewpoint, prepared for many tasks. */
interface Glance {
  readonly today: Day;
  readonly isMine: (owners: readonly string[]) => boolean;
}

function glanceOf({ today, settings }: Viewpoint): Glance {
  return { today, isMine: mineTest(settings.myNames) };
}

/** A row for each account that a note or page names, by name. */
export function selectAccounts(graph: Graph, viewpoint: Viewpoint): readonly AccountRow[] {
  return accountsSelection()(graph, viewpoint);
}

/** `selectAccounts` for a graph that is followed: a row is made anew only when its account, its notes or the viewpoint changed. */
export function accountsSelection(): (graph: Graph, viewpoint: Viewpoint) => readonly AccountRow[] {
  let known = new Map<Account, { readonly notes: readonly Note[]; readonly row: AccountRow }>();
  let seenBy: Viewpoint | null = null;
  return (graph, viewpoint) => {
    const usable = sameValue(seenBy, viewpoint) ? known : new Map<Account, never>();
    const glance = glanceOf(viewpoint);
    known = new Map([...graph.resolution.accounts.values()].map((account) => {
      const notes = graph.byAccount.get(account.key) ?? NO_NOTES;
      const before = usable.get(account);
      return [account, before?.notes === notes ? before : { notes, row: accountRow(account, notes, glance) }];
    }));
    seenBy = viewpoint;
    return [...known.values()].map(({ row }) => row).sort(byName);
  };
}

const NO_NOTES: readonly Note[] = [];

/** The account with this key, opened; null where there is none (any more). */
export function selectAccount(graph: Graph, key: string, viewpoint: Viewpoint): AccountDetail | null {
  const found = graph.resolution.accounts.get(key);
  if (found === undefined) return null;
  const notes = graph.byAccount.get(key) ?? NO_NOTES;
  const glance = glanceOf(viewpoint);
  const account = accountRow(found, notes, glance);
  const page = notes.find((note) => note.path === account.pages[0]);
  const tasks = notes.flatMap((note) => note.tasks.map((task) => taskRow(note, task, account.name, glance)));
  return {
    account,
    status: page?.standing.status ?? null,
    industry: page?.standing.industry ?? null,
    tasks: tasks.sort((a, b) => oldestFirst(a.due, b.due) || byPlace(a, b)),
    decisions: statementRows(notes, 'decisions', account.name),
    facts: statementRows(notes, 'facts', account.name),
    notes: notes.map(noteRow).sort((a, b) => newestFirst(a.day, b.day) || byPath(a, b)),
    people: peopleOf(notes, glance),
    meetingsByWeek: meetingsByWeek(notes, viewpoint.today),
  };
}

/** Every task of the vault, in order of path and line; evidence is told apart. */
export function selectTasks(graph: Graph, viewpoint: Viewpoint): readonly TaskRow[] {
  const glance = glanceOf(viewpoint);
  return notesInOrder(graph).flatMap((note) => {
    if (note.kind === 'other' && !isEvidence(graph, note, viewpoint.settings.readOtherProposals)) return [];
    return note.tasks.map((task) => taskRow(note, task, accountName(graph, note), glance));
  });
}

/** Every decision or fact of the vault's customer notes, in order of path and line. */
export function selectStatements(graph: Graph, what: 'decisions' | 'facts'): readonly StatementRow[] {
  return notesInOrder(graph).flatMap((note) => (note.kind === 'other' ? [] : note[what].map((statement) => statementRow(note, statement, accountName(graph, note)))));
}

/** The notes of ours that could not be read wholly, and why. */
export function selectProblems(graph: Graph): readonly ProblemRow[] {
  return [...graph.notes.values()]
    .flatMap(({ path, kind, title, problem }) => (problem === null || kind === 'other' ? [] : [{ path, title, reason: problem }]))
    .sort(byPath);
}

/**
 * Sorts accounts by what wants attention first: my overdue tasks, then quiet for over 30 days with open tasks, then proposals waiting, then name.
 */
export function byAttention(a: AccountRow, b: AccountRow): number {
  return b.myOverdue - a.myOverdue || Number(isQuiet(b)) - Number(isQuiet(a)) || b.proposed - a.proposed || byName(a, b);
}

/** Sorts accounts by last contact, newest first; those never met are last. */
export function byLastContact(a: AccountRow, b: AccountRow): number {
  return newestFirst(a.lastContact, b.lastContact) || byName(a, b);
}

const NAMES = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Sorts accounts by name as a person would; names that differ in nothing else are told apart by key. */
export function byName(a: AccountRow, b: AccountRow): number {
  return NAMES.compare(a.name, b.name) || (a.key < b.key ? -1 : Number(a.key > b.key));
}

/** Whether an account has open tasks and was not met for over 30 days. */
export function isQuiet({ quiet, open }: AccountRow): boolean {
  return quiet !== null && quiet > 30 && open > 0;
}

function accountRow({ key, name, names, pages }: Account, notes: readonly Note[], { today, isMine }: Glance): AccountRow {
  const counts = { proposed: 0, open: 0, done: 0, dismissed: 0, overdue: 0, myOverdue: 0 };
  let lastContact: Day | null = null;
  let nextDue: Day | null = null;
  let decisions = 0;
  let facts = 0;
  const people = new Set<string>();
  for (const note of notes) {
    if (note.kind === 'meeting' && note.day !== null && note.day <= today && (lastContact === null || note.day > lastContact)) lastContact = note.day;
    decisions += note.decisions.length;
    facts += note.facts.length;
    note.participants.forEach((person) => people.add(person));
    const { proposed, open, done, dismissed } = note.counts;
    const undone = open + note.counts['in-progress'];
    counts.proposed += proposed;
    counts.open += undone;
    counts.done += done;
    counts.dismissed += dismissed;
    // Most notes hold nothing but proposals, which are never due.
    for (const task of undone > 0 ? note.tasks.filter(isOpen) : []) {
      if (isOverdue(task, today)) {
        counts.overdue++;
        if (isMine(task.owners)) counts.myOverdue++;
      } else if (task.due !== null && (nextDue === null || task.due < nextDue)) nextDue = task.due;
    }
  }
  return {
    key, name, names, pages, people: [...people].sort(), notes: notes.length, ...counts, decisions, facts,
    lastContact, quiet: lastContact === null ? null : daysBetween(lastContact, today), nextDue,
  };
}

function isOpen({ status }: Task): boolean {
  return status === 'open' || status === 'in-progress';
}

function isOverdue(task: Task, today: Day): boolean {
  return isOpen(task) && task.due !== null && task.due < today;
}

function taskRow(note: Note, task: Task, account: string | null, { today, isMine }: Glance): TaskRow {
  const { line, status, symbol, text, owners, due, priority, tags } = task;
  return {
    path: note.path, line, status, symbol, text, owners, mine: isMine(owners), due, overdue: isOverdue(task, today),
    priority, tags, account, evidence: note.kind === 'other', note: note.title, day: note.day,
  };
}

function statementRows(notes: readonly Note[], what: 'decisions' | 'facts', account: string): readonly StatementRow[] {
  return notes
    .flatMap((note) => note[what].map((statement) => statementRow(note, statement, account)))
    .sort((a, b) => newestFirst(a.day, b.day) || byPlace(a, b));
}

function statementRow(note: Note, { line, text }: { readonly line: number; readonly text: string }, account: string | null): StatementRow {
  return { path: note.path, line, text, account, note: note.title, day: note.day };
}

function noteRow(note: Note): NoteRow {
  const kind = note.kind === 'other' ? 'meeting' : note.kind;
  return { path: note.path, title: note.title, kind, day: note.day, proposed: note.counts.proposed, decisions: note.decisions.length };
}

function peopleOf(notes: readonly Note[], { today }: Glance): readonly PersonRow[] {
  const people = new Map<string, { name: string; met: number; last: Day | null; open: number }>();
  const person = (name: string): { name: string; met: number; last: Day | null; open: number } => {
    const key = personKey(name);
    const known = people.get(key) ?? { name: name.replace(/\s*\([^)]*\)?\s*$/, '') || name, met: 0, last: null, open: 0 };
    people.set(key, known);
    return known;
  };
  for (const note of notes) {
    for (const name of note.kind === 'meeting' ? note.participants : []) {
      const entry = person(name);
      entry.met++;
      if (note.day !== null && note.day <= today && (entry.last === null || note.day > entry.last)) entry.last = note.day;
    }
    for (const task of note.tasks) {
      if (!isOpen(task)) continue;
      for (const owner of task.owners) person(owner).open++;
    }
  }
  return [...people.values()].sort((a, b) => b.met - a.met || b.open - a.open || (a.name < b.name ? -1 : 1));
}

const WEEKS = 26;

function meetingsByWeek(notes: readonly Note[], today: Day): readonly { readonly week: Day; readonly count: number }[] {
  const counts = new Map<Day, number>();
  for (let back = WEEKS - 1; back >= 0; back--) counts.set(weekOf(plusDays(today, -7 * back)), 0);
  for (const { kind, day } of notes) {
    if (kind !== 'meeting' || day === null || day > today) continue;
    const week = weekOf(day);
    if (counts.has(week)) counts.set(week, counts.get(week)! + 1);
  }
  return [...counts].map(([week, meetings]) => ({ week, count: meetings }));
}

function accountName(graph: Graph, note: Note): string | null {
  const key = note.kind === 'other' ? null : accountKeyOf(graph, note.path);
  return key === null ? null : graph.resolution.accounts.get(key)!.name;
}

function notesInOrder(graph: Graph): readonly Note[] {
  return [...graph.notes.values()].sort(byPath);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

function byPlace(a: { readonly path: string; readonly line: number }, b: { readonly path: string; readonly line: number }): number {
  return byPath(a, b) || a.line - b.line;
}

function oldestFirst(a: Day | null, b: Day | null): number {
  return a === b ? 0 : a === null || (b !== null && b < a) ? 1 : -1;
}
