import type { Outcome } from '../core/change/apply';
import type { Edit } from '../core/change/edit';
import { fail, succeed } from '../core/base/result';
import { refuse, type Refusal } from '../core/change/refusal';
import { completeNote, failNote, inverse, lastToUndo, settleEntry, startEntry, type JournalEntry, type JournalNote, type NoteEdits, type PlannedNote } from '../core/change/journal';
import type { JournalStore } from './journal-store';
import type { Writer, Written } from './writer';

/** The edits of one action, note by note. */
export interface Action {
  /** What it does, for the user: "Accept 12 tasks". */
  readonly label: string;
  readonly notes: readonly NoteEdits[];
  /** Edits that are written only if another one is: each with that one. */
  readonly follows?: ReadonlyMap<Edit, Edit>;
  /** How many proposals it decides; none where left out. */
  readonly decided?: number;
  /** The id of the action that it takes back. */
  readonly undoOf?: string;
}

/** What became of an action. */
export interface ActionReport {
  readonly label: string;
  /** How many edits were written, in how many notes. */
  readonly written: number;
  readonly notes: number;
  /** Why the others were not, a sentence for each. */
  readonly refusals: readonly { readonly path: string; readonly sentence: string }[];
  /** How many notes were left alone because the user stopped the action. */
  readonly stopped: number;
}

export interface ActionOptions {
  /** Stops the action between two notes. */
  readonly signal?: AbortSignal;
  /** Told after each note. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Does what the user asked for, and takes it back. */
export interface Actions {
  run(action: Action, options?: ActionOptions): Promise<ActionReport>;
  /** Takes back the action with this id, else the last one that can be; null where there is none. */
  undo(id?: string): Promise<ActionReport | null>;
  /** Finds out how actions ended that the app was closed in the middle of. `read` gives a note's text, null where it is gone, undefined where it cannot be read now. */
  settle(read: (path: string) => Promise<string | null | undefined>): Promise<void>;
}

/**
 * Every action is one entry of the journal, stored before its first note is written and completed after each. An action that is refused
 * altogether is none, unless it is an undo. Actions run one after another, and stop between two notes when the plugin is `unloading`.
 */
export function createActions(writer: Writer, journal: JournalStore, unloading: AbortSignal = new AbortController().signal): Actions {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const run = async ({ label, notes, follows = NO_EDITS, decided = 0, undoOf }: Action, { signal, onProgress }: ActionOptions = {}): Promise<ActionReport> => {
    const refusals: { path: string; sentence: string }[] = [];
    const refuseAll = (path: string, outcomes: readonly Outcome[]): void => {
      for (const outcome of outcomes) if (!outcome.ok) refusals.push({ path, sentence: outcome.error.sentence });
    };
    const notWritten = new Set<Edit>();
    /** Remembers of edits which were not written, for those that follow them. */
    const note = (edits: readonly Edit[], outcomes: readonly Outcome[] | null): void =>
      edits.forEach((edit, index) => outcomes?.[index]?.ok !== true && notWritten.add(edit));
    const isAlone = (edit: Edit): boolean => {
      const best = follows.get(edit);
      return best !== undefined && notWritten.has(best);
    };

    const foreseen: PlannedNote[] = [];
    for (const { path, edits, effect } of notes) {
      if (effect !== undefined) {
        const reason = await writer.reasonAgainst(path, effect);
        if (reason === null || undoOf !== undefined) foreseen.push({ path, edits, effect, foreseen: [] });
        else refusals.push({ path, sentence: reason });
        continue;
      }
      const found = await writer.foresee(path, edits);
      note(edits, found.ok ? found.value : null);
      // An undo that is refused for good is kept as well, so that the next one goes on with the action before.
      if (undoOf !== undefined && (found.ok || writer.isGone(path))) foreseen.push({ path, edits, foreseen: found.ok ? found.value : [] });
      else if (!found.ok) refusals.push({ path, sentence: found.error });
      else if (found.value.some(({ ok }) => ok)) foreseen.push({ path, edits, foreseen: found.value });
      else refuseAll(path, found.value);
    }
    const planned = foreseen.flatMap((plan) => withoutEdits(plan, isAlone));
    if (planned.length === 0) return { label, written: 0, notes: 0, refusals, stopped: 0 };

    const id = crypto.randomUUID();
    await journal.open();
    await journal.add(startEntry({ id, at: nextTime(journal.entries.get()), label, undoOf: undoOf ?? null, decided }, planned));
    // As the journal has it now: a note may have got another path meanwhile.
    const noteAt = (index: number): JournalNote => journal.entries.get().find((entry) => entry.id === id)!.notes[index]!;
    let written = 0;
    let notesWritten = 0;
    let stopped = 0;
    for (const [index, plan] of planned.entries()) {
      if (signal?.aborted === true || unloading.aborted) {
        stopped = planned.length - index;
        await journal.update(id, (entry) => entry.notes.slice(index).reduce((left, { path }) => failNote(left, path, STOPPED), entry));
        break;
      }
      const { path, edits } = noteAt(index);
      const result = plan.effect === undefined ? await writeTogether(path, edits, plan.edits.map(isAlone)) : await writer.writeWhole(path, plan.effect);
      note(plan.edits, result.ok ? result.value : null);
      await journal.update(id, (entry) => {
        const { path: now } = entry.notes[index]!;
        return result.ok ? completeNote(entry, now, result.value) : failNote(entry, now, result.error);
      });
      if (result.ok) {
        const count = plan.effect === undefined ? result.value.filter(({ ok }) => ok).length : 1;
        written += count;
        notesWritten += count > 0 ? 1 : 0;
        refuseAll(path, result.value);
      } else {
        refusals.push({ path, sentence: result.error });
      }
      onProgress?.(index + 1, planned.length);
    }
    return { label, written, notes: notesWritten, refusals, stopped };
  };

  /** Writes the edits of a note but for those that are `alone`, whose best line was not written. */
  const writeTogether = async (path: string, edits: readonly Edit[], alone: readonly boolean[]): Promise<Written> => {
    if (!alone.includes(true)) return writer.write(path, edits);
    const result = await writer.write(path, edits.filter((_, index) => !alone[index]));
    if (!result.ok) return result;
    const outcomes = [...result.value];
    return succeed(edits.map((edit, index) => (alone[index] === true ? fail<Refusal>(refuse('alone', edit.expected[0] ?? '')) : outcomes.shift()!)));
  };

  return {
    run: (action, options) => inTurn(() => run(action, options)),
    undo: (id) => inTurn(async () => {
      await journal.open();
      const entries = journal.entries.get();
      const entry = id === undefined ? lastToUndo(entries) : entries.find((known) => known.id === id) ?? null;
      if (entry === null) return null;
      const label = `Undo: ${entry.label}`;
      const notes = inverse(entry, entries);
      const refusals = leftBehind(entry, notes.length === 0);
      if (notes.length === 0) return { label, written: 0, notes: 0, refusals, stopped: 0 };
      const report = await run({ label, notes, undoOf: entry.id });
      return { ...report, refusals: [...report.refusals, ...refusals] };
    }),
    settle: (read) => inTurn(async () => {
      for (const entry of journal.entries.get().filter(isLeftInTheMiddle)) {
        const found = new Map<string, string | null>();
        for (const { path } of entry.notes.filter(({ state }) => state === 'pending')) {
          const text = await read(path);
          if (text !== undefined) found.set(path, text);
        }
        await journal.update(entry.id, (known) => settleEntry(known, found));
      }
    }),
  };
}

const NO_EDITS: ReadonlyMap<Edit, Edit> = new Map();
const STOPPED = 'The note was not written: the action was stopped before.';
const NOTHING_LEFT = 'Nothing was taken back: all of it was taken back before, or nothing of it was written.';

/** A note without some of its edits; none where nothing is left that could be written. */
function withoutEdits(plan: PlannedNote, goes: (edit: Edit) => boolean): readonly PlannedNote[] {
  const { path, edits, foreseen } = plan;
  if (!edits.some(goes)) return [plan];
  const kept = edits.flatMap((edit, index) => (goes(edit) ? [] : [{ edit, outcome: foreseen[index]! }]));
  return kept.length === 0 ? [] : [{ path, edits: kept.map(({ edit }) => edit), foreseen: kept.map(({ outcome }) => outcome) }];
}

function isLeftInTheMiddle({ notes }: JournalEntry): boolean {
  return notes.some(({ state }) => state === 'pending');
}

/** Why notes of an action are not even tried to be taken back; `all` of them are not. */
function leftBehind({ notes }: JournalEntry, all: boolean): ActionReport['refusals'] {
  const unknown = notes.flatMap(({ path, state, reason }) => (state === 'unknown' && reason !== null ? [{ path, sentence: reason }] : []));
  if (!all || unknown.length > 0) return unknown;
  return notes.slice(0, 1).map(({ path }) => ({ path, sentence: NOTHING_LEFT }));
}

/** Later than all that was done before, whatever the clock says: the order of actions is that of their times. */
function nextTime(entries: readonly JournalEntry[]): number {
  return Math.max(Date.now(), (entries.at(-1)?.at ?? 0) + 1);
}
