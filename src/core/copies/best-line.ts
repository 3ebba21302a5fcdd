import type { CopyLine, Standing } from './copy-line';

/** What is decided stands before what waits; a line that is only a copy of another comes last. */
const DECIDED = { open: 0, 'in-progress': 0, done: 1, dismissed: 2, proposed: 3 } as const;
const COPY = 4;
const STANDINGS: readonly Standing[] = ['note', 'list', 'source'];

/**
 * The line that stands for the others: of tasks one that was decided, as long as there is one; then one of our notes;
 * then the newest and fullest. `lines` hold at least one.
 */
export function bestLine(lines: readonly CopyLine[]): CopyLine {
  return [...lines].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
      newestFirst(a.day ?? '', b.day ?? '') ||
      fullness(b) - fullness(a) ||
      (a.key < b.key ? -1 : 1),
  )[0]!;
}

/** Whether a task is marked as a copy of another (`#copy`): nobody decided anything of it. */
export function isMarkedCopy({ task }: CopyLine): boolean {
  return task !== null && task.tags.some((tag) => tag.toLowerCase() === 'copy');
}

function rank(line: CopyLine): number {
  if (line.task === null) return 0;
  return isMarkedCopy(line) ? COPY : DECIDED[line.task.status];
}

function newestFirst(a: string, b: string): number {
  return a < b ? 1 : Number(a > b) * -1;
}

/** How much a line says: its fields first, then its words. */
function fullness({ owners, task, text }: CopyLine): number {
  const fields =
    task === null ? 0 : Number(owners.length > 0) + Number(task.due !== null) + Number(task.priority !== null);
  return fields * 10_000 + Math.min(text.length, 9_999);
}
