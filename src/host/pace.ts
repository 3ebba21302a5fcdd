import type { Timers } from '../app/timers';
import type { Steps } from '../core/base/steps';

/** Longest time, in milliseconds, that work in steps holds the screen before it yields. */
const SLICE_MS = 8;

/** Says when to let the screen draw, and does. */
export interface Pace {
  readonly isDue: () => boolean;
  readonly rest: () => Promise<void>;
}

/** Starts to count the time of a slice. */
export function startPace(): Pace {
  let end = performance.now() + SLICE_MS;
  return {
    isDue: () => performance.now() >= end,
    async rest() {
      await nextTask();
      end = performance.now() + SLICE_MS;
    },
  };
}

/**
 * Does work in steps, and lets the screen draw meanwhile. Comes back with what it gives, or with null where `isOver`
 * said to stop. `pace`: that of the work it is a part of.
 */
export async function inSlices<T>(steps: Steps<T>, isOver: () => boolean, pace: Pace = startPace()): Promise<T | null> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (pace.isDue()) await pace.rest();
    if (isOver()) return null;
  }
}

/** Lets the screen draw and keys arrive. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve));
}

/** The time of the window. */
export const timers: Timers = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = window.setTimeout(work, milliseconds);
    return () => window.clearTimeout(timer);
  },
};
