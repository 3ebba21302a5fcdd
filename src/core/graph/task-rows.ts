import { newestFirst } from '../base/day';
import { oncePer } from '../base/once';
import { bestLine, isMarkedCopy } from '../copies/best-line';
import { copyLinesOf, type CopyLine, UNPLACED } from '../copies/copy-line';
import { mergeCopies } from '../copies/merge-copies';
import type { Note } from '../note/note';
import { byPlace, isOverdue, type Glance } from './select';
import type { TaskRow } from './rows';
import { groupOf, type Group, type Groups } from '../copies/group';
import { isSettled, snoozedUntil } from './waiting';

/**
 * The tasks of some notes. Lines that say the same are one row: the best of them, with the others; lines marked as
 * copies (`#copy`) are left out.
 */
export type TasksSelection = (
  notes: readonly Note[],
  options: { readonly groups: Groups; readonly account: string | null; readonly glance: Glance },
) => readonly TaskRow[];

/**
 * Makes such a selection; it looks at the lines of a note once, as long as the note is the same. The groups may be
 * those of a moment before.
 */
export function tasksSelection(): TasksSelection {
  const linesOf = oncePer(taskLines);
  return (notes, { groups, account, glance }) => {
    const noteAt = new Map(notes.map((note) => [note.path, note] as const));
    const rowOf = (line: CopyLine): TaskRow => singleTask(line, noteAt.get(line.path)!, account, glance);
    return mergeCopies(
      notes.flatMap(linesOf).filter((line) => !isMarkedCopy(line)),
      groups,
    ).map((lines) => taskRow(lines, rowOf, groupOf(groups, lines[0]!), glance));
  };
}

/** The lines of the tasks of a note. */
export function taskLines(note: Note): readonly CopyLine[] {
  return copyLinesOf({ ...note, decisions: [], facts: [] }, UNPLACED, (owner) => owner);
}

/** The row of the line of a task alone. `account`: the name of the note's account, or null. */
export function singleTask(
  { key, task }: CopyLine,
  note: Note,
  account: string | null,
  { today, names }: Glance,
): TaskRow {
  const { line, status, symbol, text, owners, due, priority, reason, tags, start } = task!;
  const snoozed = status === 'proposed' && start !== null && start > today ? start : null;
  return {
    kind: 'task',
    key,
    path: note.path,
    line,
    status,
    symbol,
    text,
    owners,
    mine: names.isMine(owners),
    due,
    overdue: isOverdue(task!, today),
    priority,
    reason,
    tags,
    account,
    evidence: note.kind === 'other',
    note: note.title,
    day: note.day,
    snoozed,
    waits: status === 'proposed' && snoozed === null,
    copies: [],
  };
}

/**
 * The row of tasks that say the same: the best of them, with the others. `group`: their group, which may have lines
 * elsewhere, or null where it is one line by itself.
 */
export function taskRow(
  lines: readonly CopyLine[],
  rowOf: (line: CopyLine) => TaskRow,
  group: Group | null,
  { today }: Glance,
): TaskRow {
  const best = bestLine(lines);
  const row = rowOf(best);
  if (group === null) return row;
  const copies = lines.filter((line) => line !== best).map(rowOf);
  const isProposed = row.status === 'proposed';
  const snoozed = isProposed ? snoozedUntil(group, today) : null;
  const waits = isProposed && snoozed === null && !isSettled(group);
  return { ...row, snoozed, waits, copies: copies.sort((a, b) => newestFirst(a.day, b.day) || byPlace(a, b)) };
}
