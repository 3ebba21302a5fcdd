import type { Outcome } from '../core/change/apply';
import type { ActionOptions, Actions, Action, ActionReport } from '../app/actions';
import { stays, type Edit } from '../core/change/edit';
import { groupsLed } from '../core/change/follow';
import { foreseeTurn, inTurns } from '../core/change/turns';
import { oneByOne } from '../core/base/one-by-one';
import { succeed, type Result } from '../core/base/result';
import {
  completeNote,
  failNote,
  inverse,
  lastToUndo,
  settleEntry,
  startEntry,
  type JournalEntry,
  type JournalNote,
  type NoteEdits,
  type PlannedNote,
} from '../core/change/journal';
import type { JournalStore } from './journal-store';
import { startPace } from './pace';
import { randomId } from './random-id';
import type { Writer } from './writer';
import { words } from '../words/words';

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
  const parts = { writer, journal, unloading };
  return {
    run: (action, options) => inTurn(() => runAction(parts, action, options)),
    undo: (id, options) =>
      inTurn(async () => {
        await journal.open();
        const entries = journal.entries.get();
        const entry = id === undefined ? lastToUndo(entries) : (entries.find((known) => known.id === id) ?? null);
        if (entry === null) return null;
        const label = words.changes.undo(entry.label);
        const notes = inverse(entry, entries);
        const refusals = leftBehind(entry, notes.length === 0);
        if (notes.length === 0) return { label: entry.label, id: null, written: 0, notes: 0, refusals, stopped: 0 };
        const report = await runAction(parts, { label, notes, undoOf: entry.id }, options);
        return { ...report, label: entry.label, undoOf: entry.id, refusals: [...report.refusals, ...refusals] };
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

const { notCreated: NOT_CREATED, actionStopped: STOPPED, undoNothing: NOTHING_LEFT } = words.changes;

interface ActionParts {
  readonly writer: Writer;
  readonly journal: JournalStore;
  readonly unloading: AbortSignal;
}

async function runAction(
  { writer, journal, unloading }: ActionParts,
  action: Action,
  { signal, onProgress }: ActionOptions = {},
): Promise<ActionReport> {
  const { label, decided = 0, reason, undoOf } = action;
  const { planned, refusals, left, canWrite } = await foresee(writer, action);
  const nothing = { label, id: null, written: 0, notes: 0, refusals };
  // An undo that is refused for good is kept as well, so that the next one goes on with the action before.
  if (!canWrite && (undoOf === undefined || planned.length === 0)) return { ...nothing, stopped: 0 };
  if (unloading.aborted) return { ...nothing, stopped: lastTurnsOf(planned).size };

  const id = randomId();
  await journal.open();
  await journal.add(
    startEntry(
      {
        id,
        at: Date.now(),
        label,
        undoOf: undoOf ?? null,
        decided,
        ...(reason === undefined ? {} : { reason }),
        left: [...(action.left ?? []), ...left],
      },
      planned,
    ),
  );
  const done = await writePlanned(writer, journal, {
    id,
    planned,
    isUndo: undoOf !== undefined,
    isStopped: () => signal?.aborted === true || unloading.aborted,
    onProgress,
  });
  return { label, id, ...done, refusals: [...left, ...done.refusals] };
}

/** An action that the journal has. */
interface StartedAction {
  readonly id: string;
  readonly planned: readonly PlannedNote[];
  readonly isUndo: boolean;
  readonly isStopped: () => boolean;
  readonly onProgress: ActionOptions['onProgress'];
}

/** Writes note by note, and completes the entry of the action after each. */
async function writePlanned(
  writer: Writer,
  journal: JournalStore,
  { id, planned, isUndo, isStopped, onProgress }: StartedAction,
): Promise<Omit<ActionReport, 'label' | 'id'>> {
  // As the journal has it now: a note may have got another path meanwhile.
  const noteAt = (index: number): JournalNote => journal.entries.get().find((entry) => entry.id === id)!.notes[index]!;
  const leave = (from: number, reason: string): Promise<void> =>
    journal.update(id, (entry) =>
      entry.notes.slice(from).reduce((rest, { path }) => failNote(rest, path, reason), entry),
    );
  const lastTurns = lastTurnsOf(planned);
  const refusals: Refusal[] = [];
  const led = new Set<number>();
  const notesWritten = new Set<string>();
  let written = 0;
  let done = 0;
  let stopped = 0;
  for (const [index, plan] of planned.entries()) {
    if (isStopped()) {
      stopped = lastTurns.size - done;
      await leave(index, STOPPED);
      break;
    }
    const { path, edits } = noteAt(index);
    const result =
      plan.effect === undefined ? await writer.write(path, edits, led) : await writer.writeWhole(path, plan.effect);
    if (result.ok) groupsLed(edits, (at) => result.value[at]?.ok === true).forEach((group) => led.add(group));
    await journal.update(id, (entry) => {
      const { path: now } = entry.notes[index]!;
      return result.ok ? completeNote(entry, now, result.value) : failNote(entry, now, result.error);
    });
    if (result.ok) {
      const count = plan.effect === undefined ? writtenIn(edits, result.value) : 1;
      written += count;
      if (count > 0) notesWritten.add(plan.path);
      refusals.push(...refusalsIn(path, edits, result.value));
    } else {
      refusals.push({ path, sentence: result.error });
      if (plan.effect !== undefined && !isUndo) {
        await leave(index + 1, NOT_CREATED);
        break;
      }
    }
    if (lastTurns.get(plan.path) === index) onProgress?.(++done, lastTurns.size);
  }
  return { written, notes: notesWritten.size, refusals, stopped };
}

type Refusal = ActionReport['refusals'][number];

interface Foreseen {
  readonly planned: readonly PlannedNote[];
  readonly refusals: readonly Refusal[];
  /** The refusals of notes that are not planned. */
  readonly left: readonly Refusal[];
  /** Whether anything would be written. */
  readonly canWrite: boolean;
}

/** What would become of an action now, turn by turn, and the sentences of all that would be refused. */
async function foresee(writer: Writer, { notes, follows, undoOf }: Action): Promise<Foreseen> {
  const isUndo = undoOf !== undefined;
  const planned: PlannedNote[] = [];
  const refusals: Refusal[] = [];
  const left: Refusal[] = [];
  let canWrite = false;
  const led = new Set<number>();
  const turns = [...inTurns(notes, follows)];
  const lastTurns = lastTurnsOf(turns);
  /** What notes that come again hold after the turns before. */
  const texts = new Map<string, Result<string>>();
  // Of hundreds of notes: nothing is written before, and each is looked at again when it is.
  const pace = startPace();
  for (const [index, { path, edits, effect }] of turns.entries()) {
    if (pace.isDue()) await pace.rest();
    if (effect !== undefined) {
      const { plan, reason } = await foreseeWhole(writer, { path, edits }, effect);
      if (reason !== null && !isUndo)
        return { planned: [], refusals: [{ path: plan.path, sentence: reason }], left: [], canWrite: false };
      if (reason === null) canWrite = true;
      else refusals.push({ path: plan.path, sentence: reason });
      planned.push(plan);
      continue;
    }
    const text = texts.get(path) ?? (await writer.look(path));
    if (!text.ok) {
      refusals.push({ path, sentence: text.error });
      // What cannot be read now can be taken back by another undo, later.
      if (isUndo && !writer.isGone(path)) left.push({ path, sentence: text.error });
      else planned.push({ path, edits, foreseen: [] });
      continue;
    }
    const last = lastTurns.get(path)!;
    const found = foreseeTurn(text.value, edits, last > index ? turns[last]!.edits : [], led);
    groupsLed(edits, (at) => found.outcomes[at]!.ok).forEach((group) => led.add(group));
    canWrite ||= writtenIn(edits, found.outcomes) > 0;
    refusals.push(...refusalsIn(path, edits, found.outcomes));
    planned.push({ path, edits, foreseen: found.outcomes });
    if (last === index) continue;
    texts.set(path, succeed(found.text));
    // An undo has to hold the edits that the action left, or they would be taken for others that are not taken back.
    if (!isUndo) turns[last] = { path, edits: found.later };
  }
  return { planned, refusals, left, canWrite };
}

/** A note that would be made, or removed, as a whole, and why it cannot be; null where it can. */
async function foreseeWhole(
  writer: Writer,
  { path: asked, edits }: Pick<NoteEdits, 'path' | 'edits'>,
  effect: NonNullable<NoteEdits['effect']>,
): Promise<{ readonly plan: PlannedNote; readonly reason: string | null }> {
  const path = effect.kind === 'create' ? writer.newPath(asked) : asked;
  const reason = await writer.reasonAgainst(path, effect);
  const folder = effect.kind === 'create' ? writer.newFolder(path) : effect.folder;
  return { plan: { path, edits, effect: folder === undefined ? effect : { ...effect, folder }, foreseen: [] }, reason };
}

/** Which turn of each note is its last one. */
function lastTurnsOf(turns: readonly NoteEdits[]): ReadonlyMap<string, number> {
  return new Map(turns.map(({ path }, index) => [path, index]));
}

function writtenIn(edits: readonly Edit[], outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ ok }, index) => ok && !stays(edits[index]!)).length;
}

/** Why edits were refused; a line that was only to stay says so by those that wait for it. */
function refusalsIn(path: string, edits: readonly Edit[], outcomes: readonly Outcome[]): ActionReport['refusals'] {
  return outcomes.flatMap((outcome, index) =>
    outcome.ok || stays(edits[index]!) ? [] : [{ path, sentence: outcome.error.sentence }],
  );
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
