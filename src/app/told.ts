import type { ActionOptions } from './actions';
import type { Place } from '../core/graph/rows';
import { sentencesOf, undoneWords, type Decided, type Undone } from '../core/triage/report';
import { words } from '../words/words';

/** Told of an error that nobody expected: `what` did not happen, as a sentence without its full stop. */
export type OnError = (what: string, error: unknown) => void;

/** What became of an action of the journal; its id is null where the journal does not have it. */
export interface Acted extends Decided {
  readonly id: string | null;
}

/** What is said of an action. */
export interface Told {
  readonly words: string;
  /** The action that can be taken back; null where nothing was written. */
  readonly id: string | null;
  /** Whether all of it was done. */
  readonly isWhole: boolean;
  /** The line that was refused because only the user can change it, by hand. */
  readonly byHand?: Place;
  /** Of an undo: the action that was taken back. */
  readonly undoOf?: string;
}

/** Words about an action. */
export function told(words: string, { id, written, refusals, stopped }: Acted): Told {
  return { words, id: written > 0 ? id : null, isWhole: refusals.length === 0 && stopped === 0 };
}

/** What was `done` in a sentence, where anything was written, and why the rest was not. */
export function toldOf(report: Acted, done: string): Told {
  return told(sentencesOf(report.written > 0 ? done : null, report), report);
}

/** Words alone: nothing that can be taken back. */
export function toldOnly(words: string): Told {
  return { words, id: null, isWhole: false };
}

/** What is said of work that an error stopped; what the error is, a notice of its own says. */
export const STOPPED = words.changes.stoppedByError;

/** What became of an undo, which itself is taken back by doing the thing again. */
export function toldUndone(undone: (Undone & { readonly undoOf?: string }) | null): Told {
  const { undoOf } = undone ?? {};
  return {
    words: undoneWords(undone),
    id: null,
    isWhole: (undone?.refusals.length ?? 0) === 0,
    ...(undoOf !== undefined && { undoOf }),
  };
}

/** Does work; where it failed, `onError` is told. */
export function guarded(what: string, onError: OnError, work: () => Promise<unknown>): void {
  void orError(what, work, onError, undefined);
}

/** What work gives; where it failed, `onError` is told, and `otherwise` is what comes back. */
export async function orError<T>(what: string, work: () => Promise<T>, onError: OnError, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    onError(what, error);
    return otherwise;
  }
}

/** Takes back an action of the journal, the last one where no id is given, and says so. It never fails. */
export type Undo = (id?: string, options?: Pick<ActionOptions, 'onProgress'>) => Promise<Told>;

/** The one way in which views take something back. */
export function createUndo(
  actions: { undo(...asked: Parameters<Undo>): Promise<Parameters<typeof toldUndone>[0]> },
  onError: OnError,
): Undo {
  return (...asked) =>
    orError(words.failures.undo, async () => toldUndone(await actions.undo(...asked)), onError, toldOnly(STOPPED));
}
