import { dayOf, newestFirst, type Day } from '../base/day';
import type { Outcome } from './apply';
import { stays, type Edit } from './edit';
import type { FileEffect, JournalEntry, JournalNote, Left, NoteState } from './journal';
import { words } from '../../words/words';

/** A line as it was and as it is to be; null where it came or went. `refusal` says why it was not written. */
export interface RecentLine {
  /** Its number when it was written, from 0: good enough to open the note there. */
  readonly line: number;
  readonly before: string | null;
  readonly after: string | null;
  readonly refusal: string | null;
}

/** What an action did to one note. */
export interface RecentNote {
  readonly path: string;
  readonly state: NoteState;
  /** Whether the note as a whole was made, or went to the trash; null where lines were written. */
  readonly effect: FileEffect['kind'] | null;
  /** Why the note was not written, or why that is not known. */
  readonly reason: string | null;
  readonly lines: readonly RecentLine[];
}

/** One action of the user, to be shown. */
export interface RecentRow {
  readonly id: string;
  readonly at: number;
  readonly label: string;
  readonly notes: readonly RecentNote[];
  /** What was refused before anything was written. */
  readonly left: readonly Left[];
  /** How many changes were written. */
  readonly written: number;
  /** How many were not. */
  readonly refused: number;
  /** Why it cannot be taken back, a sentence; null where it can. */
  readonly settled: string | null;
}

/**
 * The recent actions, newest first, each with what it did and whether it can be taken back. `entries` are all entries
 * of the journal, oldest first.
 */
export function selectRecent(entries: readonly JournalEntry[]): readonly RecentRow[] {
  const undos = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    // What takes something back comes after it, so that a damaged circle ends.
    if (entry.undoOf !== null) undos.get(entry.undoOf)?.push(withoutStaying(entry));
    undos.set(entry.id, []);
  }
  return [...entries]
    .reverse()
    .map(withoutStaying)
    .map((entry) => ({
      id: entry.id,
      at: entry.at,
      label: entry.label,
      notes: recentNotes(entry.notes),
      left: entry.left,
      written: countWritten(entry),
      refused:
        entry.notes.reduce(
          (sum, { edits, effect }) => sum + edits.length + Number(effect !== null),
          entry.left.length,
        ) - countWritten(entry),
      settled: reasonAgainstUndo(entry, undos),
    }));
}

/** The actions of a day. */
export interface RecentDay {
  readonly day: Day;
  readonly rows: readonly RecentRow[];
}

/** Recent actions by the day of the user's clock, the newest first. */
export function recentDays(rows: readonly RecentRow[]): readonly RecentDay[] {
  const days = new Map<Day, RecentRow[]>();
  for (const row of rows) {
    const day = dayOf(new Date(row.at));
    const known = days.get(day);
    if (known === undefined) days.set(day, [row]);
    else known.push(row);
  }
  return [...days].map(([day, own]) => ({ day, rows: own })).sort((a, b) => newestFirst(a.day, b.day));
}

/** The notes of an entry, each once: what was done in several turns is told together, and of each line what became of it. */
function recentNotes(notes: readonly JournalNote[]): readonly RecentNote[] {
  const byPath = new Map<string, RecentNote>();
  for (const note of notes.map(recentNote)) {
    const known = byPath.get(note.path);
    byPath.set(note.path, known === undefined ? note : together(known, note));
  }
  return [...byPath.values()];
}

function together(first: RecentNote, second: RecentNote): RecentNote {
  const state = STATES.find((known) => known === first.state || known === second.state)!;
  const linesIn = ({ state: own, reason, lines }: RecentNote): readonly RecentLine[] =>
    own === state ? lines : lines.map((line) => ({ ...line, refusal: line.refusal ?? reason }));
  const { reason } = first.state === state ? first : second;
  return { ...first, state, reason, lines: [...linesIn(first), ...linesIn(second)] };
}

/** What is said of a note whose turns ended in several ways: the first of these. */
const STATES: readonly NoteState[] = ['pending', 'done', 'unknown', 'failed', 'refused'];

/** Lines that were only to stay as they are were not changed. */
function withoutStaying(entry: JournalEntry): JournalEntry {
  if (!entry.notes.some(({ edits }) => edits.some(stays))) return entry;
  const notes = entry.notes.map((note) => {
    const kept = note.edits.flatMap((edit, index) => (stays(edit) ? [] : index));
    return {
      ...note,
      edits: kept.map((index) => note.edits[index]!),
      outcomes: kept.flatMap((index) => note.outcomes[index] ?? []),
    };
  });
  return { ...entry, notes: notes.filter(({ edits, effect }) => edits.length > 0 || effect !== null) };
}

function recentNote({ path, state, effect, reason, edits, outcomes }: JournalNote): RecentNote {
  return {
    path,
    state,
    effect: effect?.kind ?? null,
    reason,
    lines: edits.flatMap((edit, index) => linesOf(edit, state === 'pending' ? undefined : outcomes[index])),
  };
}

function linesOf(
  { expected, replacement, surroundings: { hint } }: Edit,
  outcome: Outcome | undefined,
): readonly RecentLine[] {
  const refusal = outcome === undefined || outcome.ok ? null : outcome.error.sentence;
  return Array.from({ length: Math.max(expected.length, replacement.length) }, (_, at) => ({
    line: hint + at,
    before: expected[at] ?? null,
    after: replacement[at] ?? null,
    refusal: at === 0 ? refusal : null,
  }));
}

type Undos = ReadonlyMap<string, readonly JournalEntry[]>;

function reasonAgainstUndo(entry: JournalEntry, undos: Undos): string | null {
  if (entry.notes.some(({ state }) => state === 'pending')) return words.changes.state.writing;
  if (countWritten(entry) === 0)
    return entry.notes.some(({ state }) => state === 'unknown')
      ? words.changes.state.unknown
      : words.changes.state.nothing;
  if (countLeft(entry, undos) > 0) return null;
  if (undos.get(entry.id)!.some(({ notes }) => notes.some(({ state }) => state === 'pending')))
    return words.changes.state.undoing;
  return holds(entry, undos) ? words.changes.state.redone : words.changes.state.undone;
}

/** Whether what an entry did was not taken back, or was done again. */
function holds({ id }: JournalEntry, undos: Undos): boolean {
  return !(undos.get(id) ?? []).some((undo) => holds(undo, undos));
}

/** How many changes of an entry can still be taken back: an undo holds only what no earlier one took back. */
function countLeft(entry: JournalEntry, undos: Undos): number {
  const taken = (undos.get(entry.id) ?? [])
    .flatMap(({ notes }) => notes)
    .reduce(
      (sum, note) =>
        sum + (note.state === 'pending' ? note.edits.length + Number(note.effect !== null) : writtenIn(note)),
      0,
    );
  return countWritten(entry) - taken;
}

function countWritten({ notes }: JournalEntry): number {
  return notes.reduce((sum, note) => sum + writtenIn(note), 0);
}

function writtenIn({ state, effect, outcomes }: JournalNote): number {
  return state === 'done' ? outcomes.filter(({ ok }) => ok).length + Number(effect !== null) : 0;
}
