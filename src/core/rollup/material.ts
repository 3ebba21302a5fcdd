import { lastOf } from '../base/last-of';
import { isMarkedCopy } from '../copies/best-line';
import type { Graph } from '../graph/graph';
import { byPlace, glanceOf, type Viewpoint } from '../graph/select';
import { newestFirst } from '../base/day';
import { sameValue } from '../base/equal';
import { mergeInSteps, sortInSteps } from '../base/sort-in-steps';
import { finish, inSteps, type Steps } from '../base/steps';
import { meetingsOf } from '../note/meetings';
import type { Note } from '../note/note';
import type { RollupMeeting, RollupRow } from './rows';
import { statementsSelection } from '../graph/statement-rows';
import { tasksSelection } from '../graph/task-rows';
import { groupOf, type Groups } from '../copies/group';

/** What rollups are made of: all decisions, tasks, facts or meetings of some notes, copies merged, the newest first. */
export type MaterialKind = 'decisions' | 'tasks' | 'facts' | 'meetings';

/** What a rollup sees: the graph, what is known of its copies, and how it is looked at. */
export interface Scene {
  readonly graph: Graph;
  readonly groups: Groups;
  readonly viewpoint: Viewpoint;
}

/** The keys of the accounts that are asked for; null: the notes that belong to none. */
export type AccountKeys = readonly (string | null)[];

/** The rows of one kind, of some accounts. */
export interface Material {
  readonly rows: (scene: Scene, kind: MaterialKind, accounts: AccountKeys) => readonly RollupRow[];
  /** Makes these rows in steps: then `rows` has them at once. */
  readonly prepare: (scene: Scene, kind: MaterialKind, accounts: AccountKeys) => Steps<void>;
}

/** The rows of an account, or of the notes without one, and what they were made of. */
interface Known {
  readonly notes: readonly Note[];
  readonly groups: readonly unknown[];
  readonly seenBy: Viewpoint;
  readonly name: string | null;
  readonly kinds: Map<MaterialKind, readonly RollupRow[]>;
  /** The rows as they were before, until they are made anew. */
  readonly before: Map<MaterialKind, readonly RollupRow[]>;
}

/** What was found of the accounts in one scene; many blocks ask for the same. */
interface Seen {
  readonly scene: Scene;
  /** The same value as long as it says the same. */
  readonly viewpoint: Viewpoint;
  readonly known: Map<string | null, Known>;
}

/**
 * Makes such rows for a graph that is followed: those of an account are made anew only when its notes, their copies or
 * the viewpoint changed, and a row that says what it said stays the same value.
 */
export function materialOf(): Material {
  const knownOf = knownAccounts();
  const inOrder = orderedRows();
  const statements = statementsSelection();
  const tasks = tasksSelection();
  const rowsOf = (scene: Scene, kind: MaterialKind, key: string | null): readonly RollupRow[] => {
    const { notes, name: account, kinds, before } = knownOf(key, scene);
    const made = kinds.get(kind);
    if (made !== undefined) return made;
    const { groups, viewpoint } = scene;
    const make = (): readonly RollupRow[] => {
      switch (kind) {
        case 'decisions':
        case 'facts':
          return statements(notes, kind, { groups, account });
        case 'tasks':
          return [...tasks(notes, { groups, account, glance: glanceOf(viewpoint) })].sort(newestRow);
        case 'meetings':
          return meetingsIn(notes, account, viewpoint);
      }
    };
    const rows = kept(
      before.get(kind) ?? NO_ROWS,
      key === null ? make().filter((row) => isOfNoAccount(row, groups)) : make(),
    );
    kinds.set(kind, rows);
    before.delete(kind);
    return rows;
  };
  const partsOf = (scene: Scene, kind: MaterialKind, accounts: AccountKeys): Parts =>
    accounts.map((key) => rowsOf(scene, kind, key)).filter((rows) => rows.length > 0);
  return {
    rows(scene, kind, accounts) {
      const parts = partsOf(scene, kind, accounts);
      return parts.length < 2 ? (parts[0] ?? NO_ROWS) : finish(inOrder(kind, accounts, parts));
    },
    *prepare(scene, kind, accounts) {
      yield* inSteps(accounts, (key) => rowsOf(scene, kind, key), 1);
      yield* inOrder(kind, accounts, partsOf(scene, kind, accounts));
    },
  };
}

/** What is known of accounts: the same value as long as its rows are made of the same. */
function knownAccounts(): (key: string | null, scene: Scene) => Known {
  const known = new Map<string | null, Known>();
  let seen: Seen | null = null;
  const follow = (key: string | null, { graph, groups }: Scene, viewpoint: Viewpoint): Known => {
    const { accounts } = graph.resolution;
    const notes = (key === null ? graph.unassigned : graph.byAccount.get(key)) ?? NO_NOTES;
    const name = key === null ? null : (accounts.get(key)?.name ?? null);
    const now = notes.map(({ path }) => groups.get(path));
    const last = known.get(key);
    if (
      last?.notes === notes &&
      last.name === name &&
      last.seenBy === viewpoint &&
      last.groups.every((value, index) => value === now[index])
    )
      return last;
    const next: Known = {
      notes,
      groups: now,
      seenBy: viewpoint,
      name,
      kinds: new Map(),
      before: new Map([...(last?.before ?? []), ...(last?.kinds ?? [])]),
    };
    if (known.size > accounts.size)
      [...known.keys()].filter((other) => other !== null && !accounts.has(other)).forEach((gone) => known.delete(gone));
    known.set(key, next);
    return next;
  };
  return (key, scene) => {
    if (seen?.scene !== scene)
      seen = {
        scene,
        viewpoint: seen !== null && sameValue(seen.viewpoint, scene.viewpoint) ? seen.viewpoint : scene.viewpoint,
        known: new Map(),
      };
    const found = seen.known.get(key) ?? follow(key, scene, seen.viewpoint);
    seen.known.set(key, found);
    return found;
  };
}

/** Puts the rows of several accounts in one order, of which most were in it before. */
function orderedRows(): (kind: MaterialKind, accounts: AccountKeys, parts: Parts) => Steps<readonly RollupRow[]> {
  const sorted = new Map<string, { readonly from: Parts; readonly rows: readonly RollupRow[] }>();
  return function* (kind, accounts, parts) {
    // The same accounts are asked for by many blocks.
    const name = `${kind} ${accounts.length} ${accounts[0] ?? ''} ${lastOf(accounts) ?? ''}`;
    const before = sorted.get(name) ?? { from: [], rows: NO_ROWS };
    if (before.from.length === parts.length && before.from.every((rows, index) => rows === parts[index]))
      return before.rows;
    const [old, now] = [new Set(before.from), new Set(parts)];
    const fresh = yield* sortInSteps(parts.filter((part) => !old.has(part)).flat(), newestRow);
    yield;
    const gone = new Set(before.from.filter((part) => !now.has(part)).flat());
    const rows = yield* mergeInSteps(
      gone.size === 0 ? before.rows : before.rows.filter((row) => !gone.has(row)),
      fresh,
      newestRow,
    );
    if (sorted.size >= MOST_SORTED) sorted.clear();
    sorted.set(name, { from: parts, rows });
    return rows;
  };
}

type Parts = readonly (readonly RollupRow[])[];

/** The rows as they are now, each that says what it said before as the value that it was. */
function kept(before: readonly RollupRow[], now: readonly RollupRow[]): readonly RollupRow[] {
  const known = new Map(before.map((row) => [row.key, row]));
  const rows = now.map((row) => {
    const last = known.get(row.key);
    return sameValue(last, row) ? last! : row;
  });
  return rows.length === before.length && rows.every((row, index) => row === before[index]) ? before : rows;
}

/** What a note of no account says again, its account says; a line that is marked as a copy says nothing. */
function isOfNoAccount(row: RollupRow, groups: Groups): boolean {
  return groupOf(groups, row)?.lines.every((line) => line.account === null || isMarkedCopy(line)) ?? true;
}

const NO_NOTES: readonly Note[] = [];
const NO_ROWS: readonly RollupRow[] = [];
const MOST_SORTED = 20;

/** Sorts rows by the day of their notes, the newest first, then by their place. */
export function newestRow(a: RollupRow, b: RollupRow): number {
  return newestFirst(a.day, b.day) || byPlace({ path: a.path, line: lineOf(a) }, { path: b.path, line: lineOf(b) });
}

/** Where a row stands in its note, from 0; a meeting is its note, and comes before what was said in it. */
export function lineOf(row: RollupRow): number {
  return row.kind === 'meeting' ? -1 : row.line;
}

/** One row for each meeting, with the other notes of it as lines that say the same. */
function meetingsIn(notes: readonly Note[], account: string | null, { today }: Viewpoint): readonly RollupMeeting[] {
  return meetingsOf(notes)
    .filter(([{ day }]) => day !== null && day <= today)
    .map(([{ path, title, day }, ...others]): RollupMeeting => ({
      kind: 'meeting',
      key: path,
      path,
      text: title,
      note: title,
      day,
      account,
      copies: others.map((other) => ({
        path: other.path,
        key: other.path,
        line: 0,
        text: other.title,
        note: other.title,
        day: other.day,
      })),
    }))
    .sort(newestRow);
}
