import { daysBetween, type Day } from '../base/day';
import { sameValue } from '../base/equal';
import { finish, inSteps, type Steps } from '../base/steps';
import { byName } from '../account/named';
import type { Account } from '../account/resolve';
import type { Note } from '../note/note';
import { personNames, type PersonNames } from '../person/person-names';
import type { Settings } from '../settings';
import type { Task } from '../task/task';
import { type Graph } from './graph';
import type { AccountRow } from './rows';

/** What a selection depends on besides the graph. */
export interface Viewpoint {
  readonly today: Day;
  readonly settings: Pick<Settings, 'myNames' | 'people' | 'readOtherProposals'>;
}

/** A viewpoint, prepared for many tasks. */
export interface Glance {
  readonly today: Day;
  readonly names: PersonNames;
}

/** Prepares a viewpoint for many tasks. */
export function glanceOf({ today, settings }: Viewpoint): Glance {
  return { today, names: personNames(settings) };
}

/** A row for each account that a note or page names, by name. */
export function selectAccounts(graph: Graph, viewpoint: Viewpoint): readonly AccountRow[] {
  return finish(accountsSelection()(graph, viewpoint));
}

/**
 * `selectAccounts` in steps, for a graph that is followed: a row is made anew only when its account, its notes or the
 * viewpoint changed.
 */
export function accountsSelection(): (graph: Graph, viewpoint: Viewpoint) => Steps<readonly AccountRow[]> {
  let known = new Map<Account, { readonly notes: readonly Note[]; readonly row: AccountRow }>();
  let seenBy: Viewpoint | null = null;
  return function* (graph, viewpoint) {
    const usable = sameValue(seenBy, viewpoint) ? known : new Map<Account, never>();
    const glance = glanceOf(viewpoint);
    const now: typeof known = new Map();
    yield* inSteps(graph.resolution.accounts.values(), (account) => {
      const notes = graph.byAccount.get(account.key) ?? NO_NOTES;
      const before = usable.get(account);
      now.set(account, before?.notes === notes ? before : { notes, row: accountRow(account, notes, glance) });
    });
    known = now;
    seenBy = viewpoint;
    return [...known.values()].map(({ row }) => row).sort(byName);
  };
}

const NO_NOTES: readonly Note[] = [];

/** The row of an account in the list, from its notes. */
export function accountRow(
  { key, name, names, pages }: Account,
  notes: readonly Note[],
  { today, names: persons }: Glance,
): AccountRow {
  const counts = { proposed: 0, open: 0, done: 0, dismissed: 0, overdue: 0, myOverdue: 0 };
  let lastContact: Day | null = null;
  let nextDue: Day | null = null;
  let decisions = 0;
  let facts = 0;
  const people = new Set<string>();
  let standing: Note['standing'] = { status: null, industry: null };
  for (const note of notes) {
    if (note.path === pages[0]) standing = note.standing;
    if (
      note.kind === 'meeting' &&
      note.day !== null &&
      note.day <= today &&
      (lastContact === null || note.day > lastContact)
    )
      lastContact = note.day;
    decisions += note.decisions.length;
    facts += note.facts.length;
    note.participants.forEach((person) => people.add(persons.nameOf(person)));
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
        if (persons.isMine(task.owners)) counts.myOverdue++;
      } else if (task.due !== null && (nextDue === null || task.due < nextDue)) nextDue = task.due;
    }
  }
  return {
    key,
    name,
    names,
    pages,
    ...standing,
    people: [...people].sort(),
    notes: notes.length,
    ...counts,
    decisions,
    facts,
    lastContact,
    quiet: lastContact === null ? null : daysBetween(lastContact, today),
    nextDue,
  };
}

/** Whether a task is to be done: open or in progress. */
export function isOpen({ status }: Pick<Task, 'status'>): boolean {
  return status === 'open' || status === 'in-progress';
}

/** Whether a task was to be done before today. */
export function isOverdue(task: Task, today: Day): boolean {
  return isOpen(task) && task.due !== null && task.due < today;
}

/** Sorts by path. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

/** Sorts by path, then by line. */
export function byPlace(
  a: { readonly path: string; readonly line: number },
  b: { readonly path: string; readonly line: number },
): number {
  return byPath(a, b) || a.line - b.line;
}
