/**
 * Makes a line in which work waits for its turn: each begins when what was asked for before it has ended, also where
 * that failed. What it gives, or why it failed, comes back.
 */
export function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
