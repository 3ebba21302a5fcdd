/** Time as the app has it, so that what waits can be tried without waiting. */
export interface Timers {
  /** Milliseconds since some moment; they never run backwards. */
  readonly now: () => number;
  /** Does `work` after so many milliseconds, in a task of its own; the function that comes back calls it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

/** Comes back in a task of its own: the screen draws and keys arrive before. */
export function nextTask({ after }: Timers): Promise<void> {
  return new Promise((resolve) => void after(0, resolve));
}
