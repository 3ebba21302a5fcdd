import { newestFirst, type Day } from '../base/day';
import type { CopyLine } from './copy-line';
import { haveOtherOwners } from './pair';

/** What an older line said of a task that a newer one moved on. */
export interface Was {
  /** The day that it was due, where that is another one now. */
  readonly due: Day | null;
  /** Whose it was, as the line says it, where nobody of them has it now. */
  readonly owners: readonly string[];
}

/**
 * What a task was, by the newest of its lines in older notes that say something of it; null where it did not move.
 * `line` is how it is now.
 */
export function whatItWas(line: CopyLine, lines: readonly CopyLine[]): Was | null {
  const older = lines
    .filter(({ day }) => day !== null && line.day !== null && day < line.day)
    .sort((a, b) => newestFirst(a.day, b.day) || (a.key < b.key ? -1 : 1));
  const due = older.find(({ task }) => (task?.due ?? null) !== null)?.task?.due ?? null;
  const owned = older.find(({ owners }) => owners.length > 0);
  const now = line.task?.due ?? null;
  const was: Was = {
    due: now === null || due === now ? null : due,
    owners: owned !== undefined && haveOtherOwners(line, owned) ? (owned.task?.owners ?? []) : [],
  };
  return was.due === null && was.owners.length === 0 ? null : was;
}
