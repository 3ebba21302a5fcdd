import { sameValue } from '../base/equal';
import { inSteps, type Steps } from '../base/steps';
import { isMarkedCopy } from '../copies/best-line';
import { type CopyLine, copyLinesOf, UNPLACED } from '../copies/copy-line';
import { accountKeyOf } from '../graph/graph';
import { glanceOf, type Glance, type Viewpoint } from '../graph/select';
import type { Note } from '../note/note';
import type { Scene } from './material';
import type { StatementRow, TaskRow } from '../graph/rows';
import { singleStatement, statementRow } from '../graph/statement-rows';
import { singleTask, taskRow } from '../graph/task-rows';
import type { Group } from '../copies/group';

/**
 * All rows of the notes at these paths, by path, in the order of the paths and then of the lines. Lines of these notes
 * that say the same are one row, where the best of them stands. A path that is no note of ours has no entry. It comes
 * in steps, as there may be thousands of notes.
 */
export type NoteRows = (
  scene: Scene,
  paths: readonly string[],
) => Steps<ReadonlyMap<string, readonly (StatementRow | TaskRow)[]>>;

/** A note whose lines are shown. */
interface Shown {
  readonly note: Note;
  /** The name of its account, or null. */
  readonly account: string | null;
  readonly lines: readonly CopyLine[];
  /** Which of them have copies, somewhere. */
  readonly groups: ReadonlyMap<string, Group> | undefined;
  readonly copied: readonly (readonly [Group, CopyLine])[];
  /** The rows of the others. */
  readonly rows: readonly (StatementRow | TaskRow)[];
}

/**
 * Makes such rows for a graph that is followed: only rows of notes that changed, or whose copies did, are made anew.
 * What was left in the middle goes on from there.
 */
export function noteRows(): NoteRows {
  let known = new WeakMap<Note, Shown>();
  let merged = new WeakMap<Group, { readonly lines: readonly CopyLine[]; readonly row: StatementRow | TaskRow }>();
  let seenBy: Viewpoint | null = null;
  const shownAt = ({ graph, groups }: Scene, path: string, glance: Glance): Shown | null => {
    const note = graph.notes.get(path);
    if (note === undefined || note.kind === 'other') return null;
    const account = graph.resolution.accounts.get(accountKeyOf(graph, path) ?? '')?.name ?? null;
    const before = known.get(note);
    const ofNote = groups.get(path);
    if (before?.account === account && before.groups === ofNote) return before;
    // The lines stand for the account, too: where they are the same, so are their rows.
    const lines = before?.account === account ? before.lines : linesOf(note);
    const shown = shownWith({ note, account, lines, groups: ofNote }, glance);
    known.set(note, shown);
    return shown;
  };
  return function* (scene, paths) {
    if (!sameValue(seenBy, scene.viewpoint)) {
      known = new WeakMap();
      merged = new WeakMap();
      seenBy = scene.viewpoint;
    }
    const glance = glanceOf(scene.viewpoint);
    const shown = new Map<string, Shown>();
    const rows = new Map<string, (StatementRow | TaskRow)[]>();
    const alike = new Map<Group, CopyLine[]>();
    yield* inSteps(
      paths,
      (path) => {
        const ofNote = shown.has(path) ? null : shownAt(scene, path, glance);
        if (ofNote === null) return;
        shown.set(path, ofNote);
        rows.set(path, [...ofNote.rows]);
        for (const [group, line] of ofNote.copied) {
          const lines = alike.get(group);
          if (lines === undefined) alike.set(group, [line]);
          else lines.push(line);
        }
      },
      STEP,
    );
    yield* inSteps(
      alike,
      ([group, lines]) => {
        const before = merged.get(group);
        const isSame =
          before?.lines.length === lines.length && before.lines.every((line, index) => line === lines[index]);
        const row = isSame ? before.row : rowOf(lines, group, (path) => shown.get(path)!, glance);
        if (!isSame) merged.set(group, { lines, row });
        rows.get(row.path)!.push(row);
      },
      STEP,
    );
    yield* inSteps(rows.values(), (ofNote) => ofNote.sort((a, b) => a.line - b.line));
    return rows;
  };
}

function shownWith(ofNote: Pick<Shown, 'note' | 'account' | 'lines' | 'groups'>, glance: Glance): Shown {
  const copied: [Group, CopyLine][] = [];
  const rows: (StatementRow | TaskRow)[] = [];
  for (const line of ofNote.lines) {
    const group = ofNote.groups?.get(line.key);
    if (group === undefined) rows.push(rowOf([line], null, () => ofNote, glance));
    else copied.push([group, line]);
  }
  return { ...ofNote, copied, rows };
}

/** So many notes, or lines with copies, are looked at in one step. */
const STEP = 20;

/** The lines of a note; those marked as copies (`#copy`) are none. */
function linesOf(note: Note): readonly CopyLine[] {
  return copyLinesOf(note, UNPLACED, (owner) => owner).filter((line) => !isMarkedCopy(line));
}

function rowOf(
  lines: readonly CopyLine[],
  group: Group | null,
  originOf: (path: string) => Pick<Shown, 'note' | 'account'>,
  glance: Glance,
): StatementRow | TaskRow {
  if (lines[0]!.kind === 'task')
    return taskRow(
      lines,
      (line) => singleTask(line, originOf(line.path).note, originOf(line.path).account, glance),
      group,
      glance,
    );
  return statementRow(lines, (line) =>
    singleStatement(line, originOf(line.path).note.title, originOf(line.path).account),
  );
}
