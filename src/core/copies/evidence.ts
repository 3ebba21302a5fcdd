import type { Day } from '../base/day';
import type { DismissReason } from '../task/dismiss-reason';
import { isMarkedCopy } from './best-line';
import { otherEnd, tiesOfKind } from './bonds';
import type { Saying } from './contender';
import type { CopyLine } from './copy-line';

/** A line that says that the action of a proposed task is done. */
export interface DoneEvidence {
  readonly line: CopyLine;
  /** The day it was done, else the day of its note. */
  readonly day: Day | null;
}

/** A copy of a proposed task that a person decided before. */
export interface DecidedEvidence {
  readonly line: CopyLine;
  readonly status: 'open' | 'in-progress' | 'dismissed';
  /** The day it was dismissed, else the day of its note. */
  readonly day: Day | null;
  /** Why it was dismissed, where its line says so. */
  readonly reason: DismissReason | null;
}

/**
 * The lines that tell what became of proposed ones, besides those that say the same: of its own source, with half of
 * the words in common.
 */
export function tellsOf(sayings: readonly Saying[], lines: readonly CopyLine[]): readonly CopyLine[] {
  if (!lines.some(({ task }) => task?.status === 'proposed')) return [];
  const own = new Set(lines.map(({ key }) => key));
  const told = new Set(
    sayings.flatMap((saying) => tiesOfKind(saying, 'tells').flatMap((tie) => otherEnd(tie, saying).lines)),
  );
  return [...told]
    .filter(({ key, task }) => task !== null && task.status !== 'proposed' && !own.has(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * Where, among the lines that say the same as a proposed one, its action is done: the source or a copy. The newest
 * counts.
 */
export function alreadyDone(line: CopyLine, group: readonly CopyLine[]): DoneEvidence | null {
  if (line.task?.status !== 'proposed') return null;
  const done = group.flatMap((other) =>
    other.task?.status === 'done' ? [{ line: other, day: other.task.done ?? other.day }] : [],
  );
  return newest(done);
}

/**
 * Whether somebody decided a task: not where a source says so, which is nobody's decision, and not where it is marked as
 * a copy.
 */
export function isDecided(line: CopyLine): boolean {
  return line.task !== null && line.task.status !== 'proposed' && line.standing !== 'source' && !isMarkedCopy(line);
}

/**
 * Which copy of a proposed line was accepted or dismissed before. What was accepted stands, whatever else was
 * dismissed. A source's own lines are nobody's decision, and a line marked as a copy is none.
 */
export function alreadyDecided(line: CopyLine, group: readonly CopyLine[]): DecidedEvidence | null {
  if (line.task?.status !== 'proposed') return null;
  const decided = group.flatMap((other): DecidedEvidence[] => {
    const { task } = other;
    if (task === null || other.standing === 'source' || isMarkedCopy(other)) return [];
    if (task.status === 'open' || task.status === 'in-progress')
      return [{ line: other, status: task.status, day: other.day, reason: null }];
    return task.status === 'dismissed'
      ? [{ line: other, status: task.status, day: task.cancelled ?? other.day, reason: task.reason }]
      : [];
  });
  return newest(decided.filter(({ status }) => status !== 'dismissed')) ?? newest(decided);
}

function newest<T extends { readonly line: CopyLine; readonly day: Day | null }>(found: readonly T[]): T | null {
  const [first] = [...found].sort((a, b) =>
    a.day === b.day ? (a.line.key < b.line.key ? -1 : 1) : (a.day ?? '') < (b.day ?? '') ? 1 : -1,
  );
  return first ?? null;
}
