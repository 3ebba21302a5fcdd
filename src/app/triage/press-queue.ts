import { createStore, type Store, type WritableStore } from '../../core/base/store';
import type { RowVerb } from '../../core/triage/decide';
import { actionLabel, undoneWords } from '../../core/triage/report';
import type { ProposalRow } from '../../core/triage/rows';
import type { Waiting } from '../../core/triage/waiting';
import type { Told, Undo } from '../told';
import type { DecideRows } from './decide-by-key';
import {
  begin,
  end,
  forgetTwins,
  isTakingBack,
  look,
  press,
  startPresses,
  takeBack,
  tellTwins,
  writtenJobs,
  type DecideJob,
  type Presses,
  type UndoJob,
} from './presses';
import { words } from '../../words/words';

/** How far an action is, in notes. */
export interface Running {
  readonly done: number;
  readonly total: number;
  /** Whether it may be stopped between two notes: an undo goes through. */
  readonly canStop: boolean;
}

/** What an undo is answered, and the rows that came back at once; none where that is known only when it is done. */
export interface TakenBack {
  readonly rows: readonly ProposalRow[];
  readonly answer: Promise<Told>;
}

/**
 * What was pressed in any view, written one after another, each as an action of its own. A press is shown at once as if
 * it were written, so the next one is meant for what is shown then.
 */
export interface PressQueue {
  readonly presses: Store<Presses>;
  /** How far an action over several notes is; null where none is written. */
  readonly running: Store<Running | null>;
  press(rows: readonly ProposalRow[], verb: RowVerb): Promise<Told>;
  /** Takes back the last press, also one that is not written yet; else the last action of the journal. */
  undo(): TakenBack;
  /**
   * Shows two rows as one, or as two that have nothing to do with each other, until copies were looked for again: it was
   * told just now. What comes back takes that back.
   */
  tellTwins(rows: readonly [ProposalRow, ProposalRow], areSame: boolean): () => void;
  /** Stops the action that is being written, between two notes. */
  stopWriting(): void;
  /** Comes back when all that was pressed is written. */
  written(): Promise<void>;
  /** Ends the following of rows; what was pressed is still written. */
  stop(): void;
}

/** What the queue needs of the rest. */
export interface PressQueueParts {
  readonly followed: {
    readonly rows: Store<Waiting>;
    /** Comes back when the rows are those of the notes as they are. */
    readonly settled: () => Promise<void>;
    /** Follows seldom until the function that comes back is called. */
    readonly slowly: () => () => void;
  };
  /** Writes a press; never fails. */
  readonly decide: DecideRows;
  /** Takes back the action with this id, else the last one; never fails. */
  readonly undo: Undo;
  readonly onError: (what: string, error: unknown) => void;
}

/** Follows what waits, from now until `stop`, and writes what is pressed. */
export function createPressQueue(parts: PressQueueParts): PressQueue {
  const options = { onError: (error: unknown) => parts.onError(words.failures.update.triage, error) };
  const presses = createStore(startPresses(parts.followed.rows.get()), options);
  const running = createStore<Running | null>(null, options);
  const change = (next: (before: Presses) => Presses): void => presses.set(next(presses.get()));
  const writer = createWriter(parts, presses, running);
  const { lookAgain, answer, answerOf, written } = createWorker(parts.followed, presses, writer);
  const stop = parts.followed.rows.subscribe(() => void lookAgain());
  let jobs = 0;
  return {
    presses,
    running,
    press(rows, verb) {
      const id = ++jobs;
      change((before) => press(before, id, rows, verb));
      return answerOf(id);
    },
    undo() {
      const id = ++jobs;
      const { presses: after, of } = takeBack(presses.get(), id);
      presses.set(after);
      const rows = of?.rows ?? [];
      if (of?.state === 'waiting') {
        answer(of.id, takenBack(of));
        return { rows, answer: Promise.resolve(takenBack(of)) };
      }
      if (of?.state === 'writing' && running.get() !== null) writer.stop();
      return { rows, answer: answerOf(id) };
    },
    tellTwins(rows, areSame) {
      const id = ++jobs;
      change((before) => tellTwins(before, id, rows, areSame));
      void lookAgain();
      return () => {
        change((before) => forgetTwins(before, id));
        void lookAgain();
      };
    },
    stopWriting: writer.stop,
    written,
    stop,
  };
}

/** What works the jobs off, one after another, and answers those who wait for them. */
interface Worker {
  /** Puts the rows of the notes in the place of those that are shown for what is written. */
  readonly lookAgain: () => Promise<void>;
  readonly answer: (job: number, given: Told) => void;
  /** Begins to work where nothing is done, and comes back with what is answered to a job. */
  readonly answerOf: (job: number) => Promise<Told>;
  readonly written: () => Promise<void>;
}

function createWorker(
  followed: PressQueueParts['followed'],
  presses: WritableStore<Presses>,
  writer: Pick<Writer, 'write' | 'forget'>,
): Worker {
  /** Who waits for an answer, by job. */
  const asked = new Map<number, (answer: Told) => void>();
  let isWorking = false;
  let work: Promise<void> = Promise.resolve();
  const lookAgain = async (): Promise<void> => {
    const seen = writtenJobs(presses.get());
    await followed.settled();
    if (isTakingBack(presses.get())) return;
    presses.set(look(presses.get(), followed.rows.get(), seen));
    writer.forget(seen);
  };
  const answer = (id: number, given: Told): void => {
    asked.get(id)?.(given);
    asked.delete(id);
  };
  const nextJob = (): DecideJob | UndoJob | undefined =>
    presses.get().jobs.find((job): job is DecideJob | UndoJob => job.state === 'waiting');
  const workOff = async (): Promise<void> => {
    isWorking = true;
    const release = followed.slowly();
    for (let job = nextJob(); job !== undefined; job = nextJob()) {
      const { id } = job;
      presses.set(begin(presses.get(), id));
      const given = await writer.write(job);
      // In the midst of others, rows are looked at when it suits; what went wrong is told with the rows that came back.
      const looked = lookAgain();
      if (job.kind === 'decide' && given.isWhole && nextJob() !== undefined) answer(id, given);
      else void looked.then(() => answer(id, given));
    }
    release();
    isWorking = false;
  };
  return {
    lookAgain,
    answer,
    answerOf(id) {
      const given = new Promise<Told>((resolve) => asked.set(id, resolve));
      if (!isWorking) work = workOff();
      return given;
    },
    written: () => work,
  };
}

/** What writes jobs, and knows what became of them. */
interface Writer {
  /** Writes a press, or takes one back, and ends the job. */
  readonly write: (job: DecideJob | UndoJob) => Promise<Told>;
  /** Forgets which actions these jobs became. */
  readonly forget: (jobs: Iterable<number>) => void;
  /** Stops the press that is being written, between two notes. */
  readonly stop: () => void;
}

function createWriter(
  { decide, undo }: Pick<PressQueueParts, 'decide' | 'undo'>,
  presses: WritableStore<Presses>,
  running: WritableStore<Running | null>,
): Writer {
  /** The actions of the journal that jobs became. */
  const actions = new Map<number, string | null>();
  /** The keys that lines had before an action of this queue, and those that it gave them. */
  const renames = new Map<string, ReadonlyMap<string, string>>();
  let signal = { aborted: false };
  const showProgress =
    (canStop: boolean) =>
    (done: number, total: number): void => {
      if (total > 1) running.set({ done, total, canStop });
    };
  const finish = (id: number, refused: string | null, renamed: ReadonlyMap<string, string>): void =>
    presses.set(end(presses.get(), id, { refused, renamed }));
  const writePress = async ({ id, rows, verb }: DecideJob): Promise<Told> => {
    signal = { aborted: false };
    const { renamed } = presses.get();
    const now = rows.map((row) => withKeysOf(row, renamed));
    const { told, renamed: names } = await decide(now, verb, { signal, onProgress: showProgress(true) });
    running.set(null);
    actions.set(id, told.id);
    if (told.id !== null && names.size > 0) renames.set(told.id, names);
    finish(id, told.isWhole ? null : told.words, renamedBy(rows, renamed, names));
    return told;
  };
  const takeBackNow = async ({ id, of }: UndoJob): Promise<Told> => {
    const job = presses.get().jobs.find((known): known is DecideJob => known.kind === 'decide' && known.id === of);
    const action = job === undefined ? undefined : actions.get(job.id);
    const given =
      job !== undefined && action === null
        ? takenBack(job)
        : await undo(action ?? undefined, { onProgress: showProgress(false) });
    running.set(null);
    finish(id, null, namesTakenBack(renames.get(given.undoOf ?? '') ?? NO_NAMES));
    return given;
  };
  return {
    write: (job) => (job.kind === 'decide' ? writePress(job) : takeBackNow(job)),
    forget(ended) {
      for (const id of ended) actions.delete(id);
    },
    stop: () => void (signal.aborted = true),
  };
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** A press that was taken back before anything of it was written. */
function takenBack({ rows, verb }: DecideJob): Told {
  const copies = rows.reduce((sum, row) => sum + row.copies.length, 0);
  const label = actionLabel(verb, { rows: rows.length, copies, first: rows[0]?.text ?? '' });
  return {
    words: undoneWords({ label, written: rows.length + copies, refusals: [], stopped: 0 }),
    id: null,
    isWhole: true,
  };
}

/** A row with the keys that its lines have since they were pressed. */
function withKeysOf(row: ProposalRow, renamed: ReadonlyMap<string, string>): ProposalRow {
  if (renamed.size === 0) return row;
  return {
    ...row,
    key: renamed.get(row.key) ?? row.key,
    copies: row.copies.map((copy) => ({ ...copy, key: renamed.get(copy.key) ?? copy.key })),
  };
}

/** Lines have the keys again that they had before an action. */
function namesTakenBack(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...names].flatMap(([before, after]) => [
      [after, before],
      [before, before],
    ]),
  );
}

/** New keys by the keys that were pressed, where lines were renamed before. */
function renamedBy(
  rows: readonly ProposalRow[],
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (now.size === 0) return now;
  const names = new Map(now);
  for (const { key } of rows.flatMap((row) => [row, ...row.copies])) {
    const next = now.get(before.get(key) ?? key);
    if (next !== undefined) names.set(key, next);
  }
  return names;
}
