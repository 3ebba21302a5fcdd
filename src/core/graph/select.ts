import { daysBetween, type Day } from '../base/day';
import { sameValue } from '../base/equal';
import { keysThatDiffer, SharedMap } from '../base/shared-map';
import { mergeInSteps } from '../base/sort-in-steps';
import { finish, inSteps, type Steps } from '../base/steps';
import { byName } from '../account/named';
import type { Account } from '../account/resolve';
import type { Groups } from '../copies/group';
import type { Note } from '../note/note';
import { personNames, type PersonNames } from '../person/person-names';
import type { Settings } from '../settings';
import type { Task } from '../task/task';
import { accountKeyOf, EMPTY_GRAPH, type Graph } from './graph';
import type { AccountRow } from './rows';
import { countWaiting } from './waiting';

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

/** A row for each account that a note or page names, by name. Without groups, no two lines are known to say the same. */
export function selectAccounts(graph: Graph, viewpoint: Viewpoint, groups: Groups = NO_GROUPS): readonly AccountRow[] {
  return finish(accountsSelection()(graph, viewpoint, groups));
}

/** What the rows of accounts were made of, and the rows. */
interface Listed {
  readonly graph: Graph;
  readonly groups: Groups;
  readonly viewpoint: Viewpoint;
  readonly rows: SharedMap<AccountRow>;
  readonly inOrder: readonly AccountRow[];
}

/**
 * `selectAccounts` in steps, for a graph that is followed: a row is made anew only when its account, its notes, what is
 * known of their copies, or the viewpoint changed.
 */
export function accountsSelection(): (
  graph: Graph,
  viewpoint: Viewpoint,
  groups: Groups,
) => Steps<readonly AccountRow[]> {
  let last: Listed | null = null;
  return function* (graph, viewpoint, groups) {
    const before: Pick<Listed, 'graph' | 'groups' | 'rows' | 'inOrder'> =
      last !== null && sameValue(last.viewpoint, viewpoint) ? last : { ...NOTHING_LISTED, groups: NO_GROUPS };
    const glance = glanceOf(viewpoint);
    const changed = new Map<string, AccountRow | undefined>();
    yield* inSteps(changedAccounts(before, { graph, groups }), (key) => {
      const account = graph.resolution.accounts.get(key);
      const notes = graph.byAccount.get(key) ?? NO_NOTES;
      changed.set(key, account === undefined ? undefined : accountRow(account, notes, glance, groups));
    });
    const rows = before.rows.with(changed);
    yield;
    const stay = before.inOrder.filter(({ key }) => !changed.has(key));
    const come = [...changed.values()].filter((row) => row !== undefined).sort(byName);
    const inOrder = changed.size === 0 ? before.inOrder : yield* mergeInSteps(stay, come, byName);
    last = { graph, groups, viewpoint, rows, inOrder };
    return inOrder;
  };
}

const NO_NOTES: readonly Note[] = [];
const NO_GROUPS: Groups = new Map();
const NOTHING_LISTED = { graph: EMPTY_GRAPH, rows: SharedMap.of<AccountRow>(), inOrder: [] };

/** The keys of the accounts that changed, or whose notes did, or what is known of their copies. */
function changedAccounts(
  before: Pick<Listed, 'graph' | 'groups'>,
  { graph, groups }: Pick<Listed, 'graph' | 'groups'>,
): ReadonlySet<string> {
  const keys = new Set([
    ...keysThatDiffer(graph.resolution.accounts, before.graph.resolution.accounts),
    ...keysThatDiffer(graph.byAccount, before.graph.byAccount),
  ]);
  for (const path of keysThatDiffer(groups, before.groups)) {
    const key = accountKeyOf(graph, path);
    if (key !== null) keys.add(key);
  }
  return keys;
}

/** The row of an account in the list, from its notes. */
export function accountRow(
  { key, name, names, pages }: Account,
  notes: readonly Note[],
  { today, names: persons }: Glance,
  groups: Groups,
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
    waiting: countWaiting(notes, groups, today),
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
