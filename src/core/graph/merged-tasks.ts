import { newestFirst } from '../base/day';
import { bestLine, isMarkedCopy } from '../copies/best-line';
import type { Groups } from '../copies/copy-finder';
import { copyLinesOf, type CopyLine } from '../copies/copy-line';
import { mergeCopies } from '../copies/merge-copies';
import type { Note } from '../note/note';
import type { MergedTask } from './rows';
import { byPlace, taskRow, type Glance } from './select';

/** The tasks of some notes. Lines that say the same are one: the best of them, with the others; lines marked as copies (`#copy`) are left out. */
export type TasksSelection = (notes: readonly Note[], options: { readonly groups: Groups; readonly account: string | null; readonly glance: Glance }) => readonly MergedTask[];

/** Makes such a selection; it looks at the lines of a note once, as long as the note is the same. The groups may be those of a moment before. */
export function tasksSelection(): TasksSelection {
  const known = new WeakMap<Note, readonly CopyLine[]>();
  const linesOf = (note: Note): readonly CopyLine[] => {
    const lines = known.get(note) ?? copyLinesOf({ ...note, decisions: [], facts: [] }, { account: null, source: null, standing: 'note' }, (owner) => owner);
    known.set(note, lines);
    return lines;
  };
  return (notes, { groups, account, glance }) => {
    const noteAt = new Map(notes.map((note) => [note.path, note] as const));
    return mergeCopies(notes.flatMap(linesOf), groups).flatMap((lines) => mergedTask(lines, (path) => ({ note: noteAt.get(path)!, account }), glance) ?? []);
  };
}

/** The row of tasks that say the same; null where all of them are marked as copies. `originOf`: the note at a path, and the name of its account. */
export function mergedTask(lines: readonly CopyLine[], originOf: (path: string) => { readonly note: Note; readonly account: string | null }, glance: Glance): MergedTask | null {
  const rowOf = ({ key, path, task }: CopyLine): MergedTask => {
    const { status, start } = task!;
    const { note, account } = originOf(path);
    return { key, ...taskRow(note, task!, account, glance), snoozed: status === 'proposed' && start !== null && start > glance.today ? start : null, similar: [] };
  };
  const own = lines.filter((line) => !isMarkedCopy(line));
  if (own.length === 0) return null;
  const best = bestLine(own);
  const similar = own.filter((line) => line !== best).map(rowOf);
  return { ...rowOf(best), similar: similar.sort((a, b) => newestFirst(a.day, b.day) || byPlace(a, b)) };
}
