import { renamedPath } from '../base/renamed-path';
import { sameValue } from '../base/equal';
import type { Outcome } from './apply';
import { stays, type Edit } from './edit';
import type { DismissReason } from '../task/dismiss-reason';
import { locate } from './locate';
import { surveyText } from './survey';
import { words } from '../../words/words';

/**
 * How the write of one note went. `done`: at least one edit was written. `refused`: none could be applied. `failed`:
 * the note was not written. `unknown`: the plugin was closed in the middle and the note does not tell.
 */
export type NoteState = 'pending' | 'done' | 'refused' | 'failed' | 'unknown';

/**
 * What an action does to a note as a whole: a new one with this text, or one that holds nothing but this text to the
 * trash.
 */
export interface FileEffect {
  readonly kind: 'create' | 'trash';
  readonly text: string;
  /** The highest folder that comes with a new note. It goes with the note where nothing else is in it. */
  readonly folder?: string;
}

/** What an action did to one note in one write. A note that was written in several turns comes as often. */
export interface JournalNote {
  readonly path: string;
  readonly state: NoteState;
  /** What it did to the note as a whole; null where it wrote lines. */
  readonly effect: FileEffect | null;
  /** What it was to do. */
  readonly edits: readonly Edit[];
  /** What became of each edit; while it is pending, what was foreseen. */
  readonly outcomes: readonly Outcome[];
  /** Why the note was not written, or why it is not known; a sentence. */
  readonly reason: string | null;
}

/** One action of the user. */
export interface JournalEntry {
  readonly id: string;
  /** When it was done, in milliseconds since 1970. */
  readonly at: number;
  /** What it did, for the user: "Accept 12 tasks". */
  readonly label: string;
  /** The id of the action that it takes back, or null. */
  readonly undoOf: string | null;
  /** How many proposals it was to decide. */
  readonly decided: number;
  /** Why it dismisses, where a reason was given. */
  readonly reason?: DismissReason;
  readonly notes: readonly JournalNote[];
  /** What was asked for and refused before anything was written. */
  readonly left: readonly Left[];
}

/** A note, or a line of it, that an action left as it is, and why. */
export interface Left {
  readonly path: string;
  readonly sentence: string;
}

/**
 * The edits of one note, and what they are foreseen to do: the outcomes of `applyEdits` on its text before the write.
 */
export interface PlannedNote extends NoteEdits {
  readonly foreseen: readonly Outcome[];
}

/** The entry to store before anything is written: all its notes are pending. */
export function startEntry(
  { left = [], ...action }: Omit<JournalEntry, 'notes' | 'left'> & Partial<Pick<JournalEntry, 'left'>>,
  notes: readonly PlannedNote[],
): JournalEntry {
  return {
    ...action,
    left,
    notes: notes.map(({ path, edits, effect = null, foreseen }) => ({
      path,
      state: 'pending',
      effect,
      edits,
      outcomes: foreseen,
      reason: null,
    })),
  };
}

/**
 * The entry after a note was written, or all its edits were refused. Of a note that comes in several turns it is the
 * first one that is pending.
 */
export function completeNote(entry: JournalEntry, path: string, outcomes: readonly Outcome[]): JournalEntry {
  return changeNote(entry, path, (note) => ({
    ...note,
    state: note.effect !== null || outcomes.some(({ ok }) => ok) ? 'done' : 'refused',
    outcomes,
    reason: null,
  }));
}

/** The entry after a note could not be written at all. */
export function failNote(entry: JournalEntry, path: string, reason: string): JournalEntry {
  return changeNote(entry, path, (note) => ({ ...note, state: 'failed', outcomes: [], reason }));
}

function changeNote(entry: JournalEntry, path: string, change: (note: JournalNote) => JournalNote): JournalEntry {
  const at = entry.notes.findIndex((note) => note.path === path && note.state === 'pending');
  return { ...entry, notes: entry.notes.map((note, index) => (index === at ? change(note) : note)) };
}

/** What was found of a note at start: its text, or null where the note is gone. */
export type FoundNotes = ReadonlyMap<string, string | null>;

const { notWritten: NOT_WRITTEN, noteGone: NOTE_GONE, unknown: NOT_KNOWN } = words.changes.interrupted;

/**
 * Decides the pending notes of an entry that was left in the middle, by what stands in them now. A note is written as a
 * whole or not at all: what all lines that tell anything agree upon holds. A note that was not looked for stays
 * pending.
 */
export function settleEntry(entry: JournalEntry, found: FoundNotes): JournalEntry {
  return {
    ...entry,
    notes: entry.notes.map((note) => (note.state === 'pending' ? settleNote(note, found.get(note.path)) : note)),
  };
}

function settleNote(note: JournalNote, text: string | null | undefined): JournalNote {
  if (text === undefined) return note;
  if (note.effect !== null) return settleEffect(note, note.effect, text);
  if (text === null) return { ...note, state: 'unknown', outcomes: [], reason: NOTE_GONE };
  // Nothing was to be written.
  if (note.edits.every(stays)) return { ...note, state: 'done' };
  const survey = surveyText(text);
  const written = note.edits.flatMap((edit, index) => {
    const foreseen = note.outcomes[index];
    const before = locate(survey, edit).ok;
    const after = foreseen?.ok === true && locate(survey, foreseen.value).ok;
    return before === after ? [] : [after];
  });
  if (written.length > 0 && written.every((is) => is)) return { ...note, state: 'done' };
  if (written.length > 0 && !written.some((is) => is))
    return { ...note, state: 'failed', outcomes: [], reason: NOT_WRITTEN };
  return { ...note, state: 'unknown', outcomes: [], reason: NOT_KNOWN };
}

function settleEffect(note: JournalNote, { kind, text: held }: FileEffect, text: string | null): JournalNote {
  if (kind === 'create' ? text === held : text === null) return { ...note, state: 'done' };
  if (kind === 'create' ? text === null : text === held) return { ...note, state: 'failed', reason: NOT_WRITTEN };
  return { ...note, state: 'unknown', reason: NOT_KNOWN };
}

/** What is done to one note: edits of its lines, or an effect on the whole of it. */
export interface NoteEdits {
  readonly path: string;
  readonly edits: readonly Edit[];
  readonly effect?: FileEffect;
}

/**
 * What takes an action back, note by note, without what was taken back already: the last that was done comes first.
 * `entries` are all entries.
 */
export function inverse(entry: JournalEntry, entries: readonly JournalEntry[]): readonly NoteEdits[] {
  const edits = withoutEdits(
    entry,
    triedUndos(entry, entries, (outcome) => outcome?.ok === true),
  );
  return [...[...edits].reverse(), ...effectsLeft(entry, entries, (state) => state === 'done')];
}

/** The effects on whole notes that take back those of an entry, but for what its undos did so that `counts`. */
function effectsLeft(
  { id, notes }: JournalEntry,
  entries: readonly JournalEntry[],
  counts: (state: NoteState) => boolean,
): readonly NoteEdits[] {
  const tried = entries.filter(({ undoOf }) => undoOf === id).flatMap((undo) => undo.notes);
  return notes.flatMap(({ path, state, effect }) => {
    if (effect === null || state !== 'done') return [];
    const { text, folder } = effect;
    const kind = effect.kind === 'create' ? 'trash' : 'create';
    const isTried = tried.some(
      (note) => note.path === path && note.effect?.kind === kind && (note.state === 'pending' || counts(note.state)),
    );
    return isTried
      ? []
      : [{ path, edits: [], effect: { kind, text, ...(kind === 'create' || folder === undefined ? {} : { folder }) } }];
  });
}

/**
 * The newest action to take back: no undo (taking back an undo is an action again), and with lines for which that was
 * not tried yet. Entries are oldest first.
 */
export function lastToUndo(entries: readonly JournalEntry[]): JournalEntry | null {
  // What takes something back comes after it, so that a damaged circle ends.
  const undos = new Map<string, boolean>();
  for (const { id, undoOf } of entries) undos.set(id, undoOf !== null && undos.get(undoOf) !== true);
  const canUndo = (entry: JournalEntry): boolean =>
    withoutEdits(
      entry,
      triedUndos(entry, entries, (outcome, state) => outcome !== undefined || state === 'failed'),
    ).length > 0 || effectsLeft(entry, entries, () => true).length > 0;
  return [...entries].reverse().find((entry) => undos.get(entry.id) !== true && canUndo(entry)) ?? null;
}

/** The edits of the undos of an entry whose outcome counts, and those that are being written. */
function triedUndos(
  { id }: JournalEntry,
  entries: readonly JournalEntry[],
  counts: (outcome: Outcome | undefined, state: NoteState) => boolean,
): readonly Edit[] {
  const notes = entries.filter(({ undoOf }) => undoOf === id).flatMap((undo) => undo.notes);
  return notes.flatMap(({ state, edits, outcomes }) =>
    edits.filter((_, index) => state === 'pending' || counts(outcomes[index], state)),
  );
}

/** The edits that take back what an entry wrote, but for those in `taken`. */
function withoutEdits({ notes }: JournalEntry, taken: readonly Edit[]): readonly NoteEdits[] {
  const left = notes
    .filter(({ state }) => state === 'done')
    .flatMap(({ path, outcomes }) => {
      const edits = outcomes.flatMap((outcome) =>
        outcome.ok && !taken.some((edit) => sameValue(edit, outcome.value)) ? [outcome.value] : [],
      );
      return edits.length === 0 ? [] : [{ path, edits }];
    });
  // Lines that stay come along with those that wait for them.
  return left.some(({ edits }) => !edits.every(stays)) ? left : [];
}

/** The entries after a note or a folder got another path. */
export function renamed(entries: readonly JournalEntry[], from: string, to: string): readonly JournalEntry[] {
  const follow = (path: string): string => renamedPath(path, from, to);
  const followEdit = (edit: Edit): Edit => ({ ...edit, path: follow(edit.path) });
  return entries.map((entry) => {
    if ([...entry.notes, ...entry.left].every(({ path }) => follow(path) === path)) return entry;
    return {
      ...entry,
      left: entry.left.map((left) => ({ ...left, path: follow(left.path) })),
      notes: entry.notes.map((note) => ({
        ...note,
        path: follow(note.path),
        effect:
          note.effect?.folder === undefined ? note.effect : { ...note.effect, folder: follow(note.effect.folder) },
        edits: note.edits.map(followEdit),
        outcomes: note.outcomes.map((outcome) =>
          outcome.ok ? { ...outcome, value: followEdit(outcome.value) } : outcome,
        ),
      })),
    };
  });
}

const MOST_ENTRIES = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_MS = 90 * DAY_MS;
const LONGEST_PAUSE_MS = 30 * DAY_MS;

/**
 * The entries that are kept: the newest 1,000 of the last 90 days, and those that are being written. A time in which
 * nothing was done counts for 30 days at most: it may be a clock that was wrong. `entries` oldest first, `now` in
 * milliseconds since 1970.
 */
export function withinLimits(entries: readonly JournalEntry[], now: number): readonly JournalEntry[] {
  const kept: JournalEntry[] = [];
  let age = 0;
  let later = now;
  for (const [newer, entry] of [...entries].reverse().entries()) {
    age += Math.min(Math.max(0, later - entry.at), LONGEST_PAUSE_MS);
    later = entry.at;
    if (isPending(entry) || (newer < MOST_ENTRIES && age <= LONGEST_MS)) kept.push(entry);
  }
  return kept.reverse();
}

/** What is left when the user lets the plugin forget what it did: the entries that are being written. */
export function forget(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return entries.filter(isPending);
}

function isPending({ notes }: JournalEntry): boolean {
  return notes.some(({ state }) => state === 'pending');
}
