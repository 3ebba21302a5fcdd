import { sameValue } from '../base/equal';
import { bestLine } from '../copies/best-line';
import { copyLinesOf, type CopyLine } from '../copies/copy-line';
import { mergeCopies } from '../copies/merge-copies';
import { accountKeyOf } from '../graph/graph';
import { mergedStatement } from '../graph/merged-statements';
import type { StatementRow } from '../graph/rows';
import { glanceOf, statementRow, type Glance, type Viewpoint } from '../graph/select';
import type { Note } from '../note/note';
import { mergedTask, type Scene } from './material';
import type { RollupStatement, RollupTask } from './rows';

/** A row of a note: a decision, a fact or a task. */
export type LineRow = RollupStatement | RollupTask;

/**
 * All rows of the notes at these paths, by path, in the order of the paths and then of the lines. Lines of these notes that say the same are one row, where the best
 * of them stands. A path that is no note of ours has no entry.
 */
export type NoteRows = (scene: Scene, paths: Iterable<string>) => ReadonlyMap<string, readonly LineRow[]>;

interface Origin {
  readonly note: Note;
  /** The name of its account, or null. */
  readonly account: string | null;
  readonly lines: readonly CopyLine[];
}

interface Made {
  readonly lines: readonly CopyLine[];
  readonly row: LineRow | null;
}

/** Makes such rows for a graph that is followed: only rows of lines that changed, or whose copies did, are made anew. */
export function noteRows(): NoteRows {
  const origins = new WeakMap<Note, Origin>();
  let made = new WeakMap<CopyLine, Made>();
  let seenBy: Viewpoint | null = null;
  let last: { readonly origins: readonly Origin[]; readonly groups: readonly unknown[]; readonly rows: ReadonlyMap<string, readonly LineRow[]> } | null = null;
  const originAt = ({ graph }: Scene, path: string): Origin | null => {
    const note = graph.notes.get(path);
    if (note === undefined || note.kind === 'other') return null;
    const account = graph.resolution.accounts.get(accountKeyOf(graph, path) ?? '')?.name ?? null;
    const known = origins.get(note);
    if (known?.account === account) return known;
    const origin = { note, account, lines: copyLinesOf(note, { account: null, source: null, standing: 'note' }, (owner) => owner) };
    origins.set(note, origin);
    return origin;
  };
  const rowOf = (lines: readonly CopyLine[], shown: ReadonlyMap<string, Origin>, glance: Glance): LineRow | null => {
    const known = made.get(lines[0]!);
    if (known?.lines.length === lines.length && known.lines.every((line, index) => line === lines[index])) return known.row;
    const row = mergedRow(lines, shown, glance);
    made.set(lines[0]!, { lines, row });
    return row;
  };
  return (scene, paths) => {
    const { groups, viewpoint } = scene;
    if (!sameValue(seenBy, viewpoint)) {
      made = new WeakMap();
      last = null;
      seenBy = viewpoint;
    }
    const shown = new Map<string, Origin>();
    for (const path of paths) {
      const origin = shown.has(path) ? null : originAt(scene, path);
      if (origin !== null) shown.set(path, origin);
    }
    const now = { origins: [...shown.values()], groups: [...shown.keys()].map((path) => groups.get(path)) };
    if (last !== null && sameItems(last.origins, now.origins) && sameItems(last.groups, now.groups)) return last.rows;
    const rows = new Map([...shown.keys()].map((path): [string, LineRow[]] => [path, []]));
    const glance = glanceOf(viewpoint);
    for (const lines of mergeCopies(now.origins.flatMap((origin) => origin.lines), groups)) {
      const row = rowOf(lines, shown, glance);
      if (row !== null) rows.get(row.path)!.push(row);
    }
    rows.forEach((ofNote) => ofNote.sort((a, b) => a.line - b.line));
    last = { ...now, rows };
    return rows;
  };
}

function mergedRow(lines: readonly CopyLine[], shown: ReadonlyMap<string, Origin>, glance: Glance): LineRow | null {
  const originOf = (path: string): Origin => shown.get(path)!;
  const { kind } = lines[0]!;
  if (kind === 'task') return mergedTask(lines, originOf, glance);
  const statementOf = (line: CopyLine): StatementRow => statementRow(line, originOf(line.path).note.title, originOf(line.path).account);
  return { ...mergedStatement(statementOf(bestLine(lines)), lines.map(statementOf)), kind };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
