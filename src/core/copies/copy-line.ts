import type { Day } from '../base/day';
import { finish, inSteps, type Steps } from '../base/steps';
import { keyMaker } from '../note/line-key';
import type { Note, Statement } from '../note/note';
import type { Task } from '../task/task';

/** What kind of line it is; only lines of one kind can be copies. */
export type CopyKind = 'task' | 'decision' | 'fact';

/**
 * Where a line stands: in a note of ours, in another note with proposed tasks (an inbox list), or in a source, which is
 * only read.
 */
export type Standing = 'note' | 'list' | 'source';

/** What decides, besides its text, what a line may be a copy of. */
export interface CopyContext {
  /** The path of its note. */
  readonly path: string;
  /** The day of its note. */
  readonly day: Day | null;
  /** The key of its account, or null where it is not known. */
  readonly account: string | null;
  /** Where that is not known, the account that its note looks to be of, or null where nothing tells. */
  readonly looksLike: string | null;
  /** What tells the source that its note was made from, or is, from others. */
  readonly source: string | null;
  readonly standing: Standing;
}

/** Of lines that are read for what they say, and not for their copies. */
export const UNPLACED: Omit<CopyContext, 'path' | 'day'> = {
  account: null,
  looksLike: null,
  source: null,
  standing: 'note',
};

/** A task, decision or fact that may have copies. */
export interface CopyLine extends CopyContext {
  /** Stays the same while the line is the same, wherever in its note it moves. */
  readonly key: string;
  /** From 0. */
  readonly line: number;
  readonly kind: CopyKind;
  readonly text: string;
  /** Keys of its named owners, sorted; none where it is open who does it. */
  readonly owners: readonly string[];
  readonly task: Task | null;
  /** The decision or fact that it is, where it is no task. */
  readonly statement: Statement | null;
}

const NOBODY: ReadonlySet<string> = new Set([
  '',
  'tbd',
  'tba',
  'tbc',
  'unassigned',
  'unknown',
  'none',
  'nobody',
  'someone',
  'somebody',
  'anyone',
  'open',
  'n a',
  'na',
  'owner',
  'all',
  'everyone',
  'team',
  'the team',
  'to be decided',
  'to be determined',
  'to be confirmed',
]);

/** The owners that are somebody, as keys, sorted. `keyOf` folds the spellings of a name. */
export function namedOwners(owners: readonly string[], keyOf: (name: string) => string): readonly string[] {
  const named = owners.map(keyOf).filter((key) => !NOBODY.has(key));
  return named.length > 1 ? [...new Set(named)].sort() : named;
}

const NO_OWNERS: readonly string[] = [];

/** The lines of a note that may have copies. Of a note that is not ours only its tasks. */
export function copyLinesOf(
  note: Note,
  context: Omit<CopyContext, 'path' | 'day'>,
  keyOf: (name: string) => string,
): readonly CopyLine[] {
  return finish(copyLinesInSteps(note, context, keyOf));
}

/** `copyLinesOf` in steps, for notes of many thousands of lines. */
export function* copyLinesInSteps(
  { path, day, tasks, decisions, facts }: Note,
  { account, looksLike, source, standing }: Omit<CopyContext, 'path' | 'day'>,
  keyOf: (name: string) => string,
): Steps<readonly CopyLine[]> {
  const keyed = keyMaker(path);
  // Written out: an object that is spread into another takes twice the room, and there are very many.
  const lineOf = (kind: CopyKind, said: Task | Statement, owners: readonly string[]): CopyLine => ({
    path,
    day,
    account,
    looksLike,
    source,
    standing,
    key: keyed(said.raw),
    line: said.line,
    kind,
    text: said.text,
    owners,
    task: kind === 'task' ? (said as Task) : null,
    statement: kind === 'task' ? null : (said as Statement),
  });
  const lines: CopyLine[] = [];
  yield* inSteps(tasks, (task) => lines.push(lineOf('task', task, namedOwners(task.owners, keyOf))));
  if (standing !== 'note') return lines;
  yield* inSteps(decisions, (decision) => lines.push(lineOf('decision', decision, NO_OWNERS)));
  yield* inSteps(facts, (fact) => lines.push(lineOf('fact', fact, NO_OWNERS)));
  return lines;
}
