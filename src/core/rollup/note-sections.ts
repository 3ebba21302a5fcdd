import { hasOwn } from '../base/has-own';
import type { StatementRow, TaskRow } from '../graph/rows';
import { inSteps, type Steps } from '../base/steps';
import type { RollupSection } from './rows';
import { taskStatus } from './run';
import { words } from '../../words/words';

/** What of notes is shown. */
export interface NoteWish {
  readonly decisions: boolean;
  readonly tasks: boolean;
  readonly facts: boolean;
  /** Tasks that were done, dismissed or put off, too. */
  readonly settled: boolean;
  /** Decisions that others superseded, too. */
  readonly superseded: boolean;
}

/** The kinds of rows that can be shown together, with what they are called. */
export const NOTE_SHOWS = words.rollups.base.shows;

/** Reads a wish from what a person chose, which may be anything: `show`, `tasks` and `superseded`. */
export function readNoteWish(get: (key: string) => unknown): NoteWish {
  const written = get('show');
  const show =
    typeof written === 'string' && hasOwn(NOTE_SHOWS, written) ? (written as keyof typeof NOTE_SHOWS) : 'both';
  return {
    decisions: show === 'both' || show === 'all' || show === 'decisions',
    tasks: show === 'both' || show === 'all' || show === 'tasks',
    facts: show === 'all' || show === 'facts',
    settled: get('tasks') === 'all',
    superseded: get('superseded') === true,
  };
}

/** Notes that stand together, by their paths, in order. */
export interface NoteSection {
  /** What they have in common, or null. */
  readonly title: string | null;
  readonly paths: readonly string[];
}

/** Rows of notes, put together as the notes are. */
export interface NoteResult {
  /** Those that hold rows. */
  readonly sections: readonly RollupSection[];
  readonly count: number;
  /** Whether rows of several kinds are wished. */
  readonly mixed: boolean;
  /** Why nothing is shown, in a sentence; null where rows are shown. */
  readonly empty: string | null;
}

/**
 * Puts the rows of notes together as the notes are; a note that stands in several sections is shown in the first.
 * `rows` are those of all their paths.
 */
export function* noteSections(
  sections: readonly NoteSection[],
  rows: ReadonlyMap<string, readonly (StatementRow | TaskRow)[]>,
  wish: NoteWish,
): Steps<NoteResult> {
  const seen = new Set<string>();
  let hidden = 0;
  let count = 0;
  const found: RollupSection[] = [];
  for (const { title, paths } of sections) {
    const held: (StatementRow | TaskRow)[] = [];
    yield* inSteps(paths, (path) => {
      const ofNote = seen.has(path) ? [] : (rows.get(path) ?? []).filter((row) => isWished(row, wish));
      seen.add(path);
      for (const row of ofNote) {
        if (isLeftOut(row, wish)) hidden++;
        else held.push(row);
      }
    });
    yield;
    count += held.length;
    if (held.length > 0) found.push({ title, rows: held });
  }
  const mixed = [wish.decisions, wish.tasks, wish.facts].filter(Boolean).length > 1;
  return { sections: found, count, mixed, empty: count > 0 ? null : emptySentence(seen.size, rows.size, hidden, wish) };
}

function isWished({ kind }: StatementRow | TaskRow, wish: NoteWish): boolean {
  return kind === 'task' ? wish.tasks : kind === 'decision' ? wish.decisions : wish.facts;
}

function isLeftOut(row: StatementRow | TaskRow, { settled, superseded }: NoteWish): boolean {
  if (row.kind === 'task') return !settled && ['done', 'dismissed', 'snoozed', null].includes(taskStatus(row));
  return row.kind === 'decision' && !superseded && row.superseded !== null;
}

function emptySentence(notes: number, ours: number, hidden: number, { decisions, tasks, facts }: NoteWish): string {
  if (notes === 0) return words.rollups.base.noNotes;
  const { base } = words.rollups;
  if (ours === 0) return base.noCustomers;
  if (hidden > 0) return base.hidden([...(tasks ? [base.settled] : []), ...(decisions ? [base.old] : [])]);
  return base.none([
    ...(decisions ? [base.kinds.decisions] : []),
    ...(tasks ? [base.kinds.tasks] : []),
    ...(facts ? [base.kinds.facts] : []),
  ]);
}
