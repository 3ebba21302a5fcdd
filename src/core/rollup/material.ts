import { bestLine, isMarkedCopy } from '../copies/best-line';
import { groupOf, type Groups } from '../copies/copy-finder';
import { copyLinesOf, type CopyLine } from '../copies/copy-line';
import { mergeCopies } from '../copies/merge-copies';
import type { Graph } from '../graph/graph';
import { statementsSelection } from '../graph/merged-statements';
import { byPlace, glanceOf, taskRow, type Glance, type Viewpoint } from '../graph/select';
import { newestFirst } from '../base/day';
import { sameValue } from '../base/equal';
import type { Note } from '../note/note';
import type { RollupMeeting, RollupRow, RollupTask } from './rows';

/** What rollups are made of: all decisions, tasks, facts or meetings of some notes, copies merged, the newest first. */
export type MaterialKind = 'decisions' | 'tasks' | 'facts' | 'meetings';

/** What a rollup sees: the graph, what is known of its copies, and how it is looked at. */
export interface Scene {
  readonly graph: Graph;
  readonly groups: Groups;
  readonly viewpoint: Viewpoint;
}

/** The rows of one kind, of the accounts of these keys (null: of the notes that belong to none). */
export type Material = (scene: Scene, kind: MaterialKind, accounts: readonly (string | null)[]) => readonly RollupRow[];

interface Known {
  readonly groups: readonly unknown[];
  readonly seenBy: Viewpoint;
  readonly account: string | null;
  readonly kinds: Map<MaterialKind, readonly RollupRow[]>;
}

/** Makes such rows for a graph that is followed: those of an account are made anew only when its notes, their copies or the viewpoint changed. */
export function materialOf(): Material {
  const known = new WeakMap<readonly Note[], Known>();
  const sorted = new Map<string, { readonly from: readonly (readonly RollupRow[])[]; readonly rows: readonly RollupRow[] }>();
  const statements = statementsSelection();
  const taskLines = new WeakMap<Note, readonly CopyLine[]>();
  const knownOf = (notes: readonly Note[], account: string | null, { groups, viewpoint }: Scene): Known => {
    const now = notes.map(({ path }) => groups.get(path));
    const before = known.get(notes);
    if (before?.account === account && sameValue(before.seenBy, viewpoint) && before.groups.every((value, index) => value === now[index])) return before;
    const made: Known = { groups: now, seenBy: viewpoint, account, kinds: new Map() };
    known.set(notes, made);
    return made;
  };
  const rowsOf = (scene: Scene, kind: MaterialKind, key: string | null): readonly RollupRow[] => {
    const { graph, groups, viewpoint } = scene;
    const notes = (key === null ? graph.unassigned : graph.byAccount.get(key)) ?? NO_NOTES;
    const account = key === null ? null : (graph.resolution.accounts.get(key)?.name ?? null);
    const { kinds } = knownOf(notes, account, scene);
    const before = kinds.get(kind);
    if (before !== undefined) return before;
    const make = (): readonly RollupRow[] => {
      switch (kind) {
        case 'decisions': return statements(notes, kind, { groups, account }).map((row) => ({ ...row, kind: 'decision' }));
        case 'facts': return statements(notes, kind, { groups, account }).map((row) => ({ ...row, kind: 'fact' }));
        case 'tasks': return tasksIn(notes, account, scene, taskLines);
        case 'meetings': return meetingsIn(notes, account, viewpoint);
      }
    };
    // What a note of no account says again, its account says.
    const rows = key === null ? make().filter((row) => groupOf(groups, row)?.lines.every((line) => line.account === null) ?? true) : make();
    kinds.set(kind, rows);
    return rows;
  };
  return (scene, kind, accounts) => {
    const parts = accounts.map((key) => rowsOf(scene, kind, key)).filter((rows) => rows.length > 0);
    if (parts.length < 2) return parts[0] ?? NO_ROWS;
    // The same accounts are asked for by many blocks.
    const name = `${kind} ${accounts.length} ${accounts[0] ?? ''} ${accounts.at(-1) ?? ''}`;
    const before = sorted.get(name);
    if (before !== undefined && before.from.length === parts.length && before.from.every((rows, index) => rows === parts[index])) return before.rows;
    const rows = parts.flat().sort(newestRow);
    if (sorted.size >= MOST_SORTED) sorted.clear();
    sorted.set(name, { from: parts, rows });
    return rows;
  };
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

function tasksIn(notes: readonly Note[], account: string | null, { groups, viewpoint }: Scene, known: WeakMap<Note, readonly CopyLine[]>): readonly RollupTask[] {
  const glance = glanceOf(viewpoint);
  const byPath = new Map(notes.map((note) => [note.path, note] as const));
  const linesOf = (note: Note): readonly CopyLine[] => {
    const lines = known.get(note) ?? copyLinesOf({ ...note, decisions: [], facts: [] }, { account: null, source: null, standing: 'note' }, (owner) => owner);
    known.set(note, lines);
    return lines;
  };
  const merged = mergeCopies(notes.flatMap(linesOf), groups).flatMap((lines) => mergedTask(lines, (path) => ({ note: byPath.get(path)!, account }), glance) ?? []);
  return merged.sort(newestRow);
}

/** The row of tasks that say the same; null where all of them are marked as copies. `originOf`: the note at a path, and the name of its account. */
export function mergedTask(lines: readonly CopyLine[], originOf: (path: string) => { readonly note: Note; readonly account: string | null }, glance: Glance): RollupTask | null {
  const best = bestLine(lines);
  if (best.task === null || isMarkedCopy(best)) return null;
  const { note, account } = originOf(best.path);
  const { start, status } = best.task;
  const similar = lines.filter((line) => line !== best && !isMarkedCopy(line)).map(({ path, key, line, text, day }) => ({ path, key, line, text, day, note: originOf(path).note.title }));
  return {
    kind: 'task', key: best.key, ...taskRow(note, best.task, account, glance), snoozed: status === 'proposed' && start !== null && start > glance.today ? start : null,
    similar: similar.sort((a, b) => newestFirst(a.day, b.day) || byPlace(a, b)),
  };
}

function meetingsIn(notes: readonly Note[], account: string | null, { today }: Viewpoint): readonly RollupMeeting[] {
  return notes
    .filter(({ kind, day }) => kind === 'meeting' && day !== null && day <= today)
    .map(({ path, title, day }): RollupMeeting => ({ kind: 'meeting', key: path, path, text: title, note: title, day, account, similar: [] }))
    .sort(newestRow);
}
