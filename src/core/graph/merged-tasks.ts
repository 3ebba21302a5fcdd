import { newestFirst } from '../base/day';
import { bestLine, isMarkedCopy } from '../copies/best-line';
import type { Groups } from '../copies/group';
import { type CopyLine, copyLinesOf, UNPLACED } from '../copies/copy-line';
import { mergeCopies } from '../copies/merge-copies';
import type { Note } from '../note/note';
import type { MergedTask } from './rows';
import { byPlace, taskRow, type Glance } from './select';

/**
 * The tasks of some notes. Lines that say the same are one: the best of them, with the others; lines marked as copies
 * (`#copy`) are left out.
 */
export type TasksSelection = (
  notes: readonly Note[],
  options: { readonly groups: Groups; readonly account: string | null; readonly glance: Glance },
) => readonly MergedTask[];

/**
 * Makes such a selection; it looks at the lines of a note once, as long as the note is the same. The groups may be
 * those of a moment before.
 */
export function tasksSelection(): TasksSelection {
  const known = new WeakMap<Note, readonly CopyLine[]>();
  const linesOf = (note: Note): readonly CopyLine[] => {
    const lines = known.get(note) ?? copyLinesOf({ ...note, decisions: [], facts: [] }, UNPLACED, (owner) => owner);
    known.set(note, lines);
    return lines;
  };
  return (notes, { groups, account, glance }) => {
    const noteAt = new Map(notes.map((note) => [note.path, note] as const));
    const rowOf = (line: CopyLine): MergedTask => singleTask(line, noteAt.get(line.path)!, account, glance);
    return mergeCopies(
      notes.flatMap(linesOf).filter((line) => !isMarkedCopy(line)),
      groups,
    ).map((lines) => mergedTask(lines, rowOf));
  };
}

/** The row of the line of a task alone. `account`: the name of the note's account, or null. */
export function singleTask({ key, task }: CopyLine, note: Note, account: string | null, glance: Glance): MergedTask {
  const { status, start } = task!;
  return {
    key,
    ...taskRow(note, task!, account, glance),
    snoozed: status === 'proposed' && start !== null && start > glance.today ? start : null,
    similar: [],
  };
}

/** The row of tasks that say the same: the best of them, with the others. */
export function mergedTask(lines: readonly CopyLine[], rowOf: (line: CopyLine) => MergedTask): MergedTask {
  const best = bestLine(lines);
  const similar = lines.filter((line) => line !== best).map(rowOf);
  return { ...rowOf(best), similar: similar.sort((a, b) => newestFirst(a.day, b.day) || byPlace(a, b)) };
}
