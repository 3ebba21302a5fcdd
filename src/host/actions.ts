import type { Outcome } from '../core/change/apply';
import type { Edit } from '../core/change/edit';
import type { Action, ActionOptions, ActionReport, Actions } from '../app/actions';
import { oneByOne } from '../core/base/one-by-one';
import { fail, succeed } from '../core/base/result';
import { refuse, type Refusal } from '../core/change/refusal';
import {
  completeNote,
  failNote,
  inverse,
  lastToUndo,
  settleEntry,
  startEntry,
  type JournalEntry,
  type JournalNote,
  type PlannedNote,
} from '../core/change/journal';
import type { JournalStore } from './journal-store';
import { startPace } from './pace';
import type { Writer, Written } from './writer';

/** Actions that are kept in the journal. */
export interface JournaledActions extends Actions {
  /**
   * Finds out how actions ended that the app was closed in the middle of. `read` gives a note's text, null where it is
   * gone, undefined where it cannot be read now.
   */
  settle(read: (path: string) => Promise<string | null | undefined>): Promise<void>;
}

/**
 * Every action is one entry of the journal, stored before its first note is written and completed after each. An action
 * that is refused altogether is none, unless it is an undo; so is one that makes a new note which cannot be made: the
 * rest of it is about that note. Actions run one after another, and stop between two notes when the plugin is
 * `unloading`.
 */
export function createActions(
  writer: Writer,
  journal: JournalStore,
  unloading: AbortSignal = new AbortController().signal,
): JournaledActions {
  const inTurn = oneByOne();

  /** What would become of an action now, note by note, and the sentences of all that would be refused. */
  const foresee = async ({ notes, undoOf }: Action): Promise<Foreseen> => {
    const planned: PlannedNote[] = [];
    const refusals: { path: string; sentence: string }[] = [];
    const left: { path: string; sentence: string }[] = [];
    let canWrite = false;
    // Of hundreds of notes: nothing is written before, and each is looked at again when it is.
    const pace = startPace();
    for (const { path, edits, effect } of notes) {
      if (pace.isDue()) await pace.rest();
      if (effect !== undefined) {
        const reason = await writer.reasonAgainst(path, effect);
        if (reason !== null && undoOf === undefined)
          return { planned: [], refusals: [{ path, sentence: reason }], left: [], canWrite: false };
        if (reason === null) canWrite = true;
        else refusals.push({ path, sentence: reason });
        const folder = effect.kind === 'create' ? writer.newFolder(path) : effect.folder;
        planned.push({ path, edits, effect: folder === undefined ? effect : { ...effect, folder }, foreseen: [] });
        continue;
      }
      const found = await writer.foresee(path, edits);
      if (found.ok) {
        canWrite ||= found.value.some(({ ok }) => ok);
        refusals.push(...refusalsIn(path, found.value));
      } else {
        refusals.push({ path, sentence: found.error });
        // What cannot be read now can be taken back by another undo, later.
        if (undoOf !== undefined && !writer.isGone(path)) {
          left.push({ path, sentence: found.error });
          continue;
        }
      }
      planned.push({ path, edits, foreseen: found.ok ? found.value : [] });
    }
    return { planned, refusals, left, canWrite };
  };

  const run = async (action: Action, { signal, onProgress }: ActionOptions = {}): Promise<ActionReport> => {
    const { label, follows = NO_EDITS, decided = 0, undoOf } = action;
    const { planned, refusals: foreseen, left, canWrite } = await foresee(action);
    // An undo that is refused for good is kept as well, so that the next one goes on with the action before.
    if (!canWrite && (undoOf === undefined || planned.length === 0))
      return { label, id: null, written: 0, notes: 0, refusals: foreseen, stopped: 0 };

    if (unloading.aborted)
      return { label, id: null, written: 0, notes: 0, refusals: foreseen, stopped: planned.length };

    const refusals = [...left];
    const notWritten = new Set<Edit>();
    /** Remembers which edits were not written, for those that follow them. */
    const remember = (edits: readonly Edit[], outcomes: readonly Outcome[] | null): void =>
      edits.forEach((edit, index) => (outcomes?.[index]?.ok === true ? notWritten.delete(edit) : notWritten.add(edit)));
    const isAlone = (edit: Edit): boolean => {
      const best = follows.get(edit);
      return best !== undefined && notWritten.has(best);
    };
    planned.forEach((note) => remember(note.edits, note.foreseen));

    const id = crypto.randomUUID();
    await journal.open();
    await journal.add(
      startEntry(
        {
          id,
          at: nextTime(journal.entries.get()),
          label,
          undoOf: undoOf ?? null,
          decided,
          left: [...(action.left ?? []), ...left],
        },
        planned,
      ),
    );
    // As the journal has it now: a note may have got another path meanwhile.
    const noteAt = (index: number): JournalNote =>
      journal.entries.get().find((entry) => entry.id === id)!.notes[index]!;
    const leave = (from: number, reason: string): Promise<void> =>
      journal.update(id, (entry) =>
        entry.notes.slice(from).reduce((rest, { path }) => failNote(rest, path, reason), entry),
      );
    let written = 0;
    let notesWritten = 0;
    let stopped = 0;
    for (const [index, plan] of planned.entries()) {
      if (signal?.aborted === true || unloading.aborted) {
        stopped = planned.length - index;
        await leave(index, STOPPED);
        break;
      }
      const { path, edits } = noteAt(index);
      const result =
        plan.effect === undefined
          ? await writeTogether(path, edits, plan.edits.map(isAlone))
          : await writer.writeWhole(path, plan.effect);
      remember(plan.edits, result.ok ? result.value : null);
      await journal.update(id, (entry) => {
        const { path: now } = entry.notes[index]!;
        return result.ok ? completeNote(entry, now, result.value) : failNote(entry, now, result.error);
      });
      if (result.ok) {
        const count = plan.effect === undefined ? result.value.filter(({ ok }) => ok).length : 1;
        written += count;
        notesWritten += count > 0 ? 1 : 0;
        refusals.push(...refusalsIn(path, result.value));
      } else {
        refusals.push({ path, sentence: result.error });
        if (plan.effect !== undefined && undoOf === undefined) {
          await leave(index + 1, NOT_CREATED);
          break;
        }
      }
      onProgress?.(index + 1, planned.length);
    }
    return { label, id, written, notes: notesWritten, refusals, stopped };
  };

  /** Writes the edits of a note but for those that are `alone`, whose best line was not written. */
  const writeTogether = async (path: string, edits: readonly Edit[], alone: readonly boolean[]): Promise<Written> => {
    if (!alone.includes(true)) return writer.write(path, edits);
    const result = await writer.write(
      path,
      edits.filter((_, index) => !alone[index]),
    );
    if (!result.ok) return result;
    const outcomes = [...result.value];
    return succeed(
      edits.map((edit, index) =>
        alone[index] === true ? fail<Refusal>(refuse('alone', edit.expected[0] ?? '')) : outcomes.shift()!,
      ),
    );
  };

  return {
    run: (action, options) => inTurn(() => run(action, options)),
    undo: (id) =>
      inTurn(async () => {
        await journal.open();
        const entries = journal.entries.get();
        const entry = id === undefined ? lastToUndo(entries) : (entries.find((known) => known.id === id) ?? null);
        if (entry === null) return null;
        const label = `Undo: ${entry.label}`;
        const notes = inverse(entry, entries);
        const refusals = leftBehind(entry, notes.length === 0);
        if (notes.length === 0) return { label: entry.label, id: null, written: 0, notes: 0, refusals, stopped: 0 };
        const report = await run({ label, notes, undoOf: entry.id });
        return { ...report, label: entry.label, refusals: [...report.refusals, ...refusals] };
      }),
    settle: (read) =>
      inTurn(async () => {
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
const NOT_CREATED = 'The note was not written: the new note that it belongs to was not created.';
const STOPPED = 'The note was not written: the action was stopped before.';
const NOTHING_LEFT = 'Nothing was taken back: all of it was taken back before, or nothing of it was written.';

interface Foreseen {
  readonly planned: readonly PlannedNote[];
  readonly refusals: ActionReport['refusals'];
  /** The refusals of notes that are not planned. */
  readonly left: ActionReport['refusals'];
  /** Whether anything would be written. */
  readonly canWrite: boolean;
}

function refusalsIn(path: string, outcomes: readonly Outcome[]): ActionReport['refusals'] {
  return outcomes.flatMap((outcome) => (outcome.ok ? [] : [{ path, sentence: outcome.error.sentence }]));
}

function isLeftInTheMiddle({ notes }: JournalEntry): boolean {
  return notes.some(({ state }) => state === 'pending');
}

/** Why notes of an action are not even tried to be taken back; `all` of them are not. */
function leftBehind({ notes }: JournalEntry, all: boolean): ActionReport['refusals'] {
  const unknown = notes.flatMap(({ path, state, reason }) =>
    state === 'unknown' && reason !== null ? [{ path, sentence: reason }] : [],
  );
  if (!all || unknown.length > 0) return unknown;
  return notes.slice(0, 1).map(({ path }) => ({ path, sentence: NOTHING_LEFT }));
}

/** Later than all that was done before, whatever the clock says: the order of actions is that of their times. */
function nextTime(entries: readonly JournalEntry[]): number {
  return Math.max(Date.now(), (entries.at(-1)?.at ?? 0) + 1);
}
