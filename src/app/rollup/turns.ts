import { nextTask, type Timers } from '../timers';

/**
 * Does pieces of work in the order in which they were asked for, and lets the screen draw when they take long together.
 */
export interface Turns {
  /** Does this once, soon; what waits already is not done twice. */
  readonly take: (work: () => void) => void;
  readonly drop: (work: () => void) => void;
}

/** Longest time, in milliseconds, that the work holds the screen before it yields. */
const SLICE_MS = 12;

/** `onError`: told of a piece that failed; the others are still done. */
export function createTurns(timers: Timers, onError: (error: unknown) => void): Turns {
  const waiting = new Set<() => void>();
  let isWorking = false;
  const goOn = async (): Promise<void> => {
    let end = timers.now() + SLICE_MS;
    for (const work of waiting) {
      waiting.delete(work);
      try {
        work();
      } catch (error) {
        onError(error);
      }
      // What it changed is drawn before the next is looked at.
      await Promise.resolve();
      if (timers.now() < end) continue;
      await nextTask(timers);
      end = timers.now() + SLICE_MS;
    }
    isWorking = false;
  };
  return {
    take(work) {
      waiting.add(work);
      if (isWorking) return;
      isWorking = true;
      void goOn();
    },
    drop: (work) => void waiting.delete(work),
  };
}
