import { createStore, type Store, type StoreOptions } from '../core/base/store';

/** While many changes come one after another, they are told so often, in milliseconds; the first of them at once. */
const SLOW_MS = 500;

/** A store that follows another one a task later. */
export interface LaterStore<T> extends Store<T> {
  /** Comes back when no change is waiting. */
  readonly settled: () => Promise<void>;
  /** Tells changes seldom, from now on, or as they come again. */
  readonly setSlow: (slow: boolean) => void;
  readonly stop: () => void;
}

/**
 * Follows a store one task later, so that what is made of a change for one view does not hold the screen together with
 * the change itself and with the other views. Changes that come meanwhile are one.
 */
export function inOwnTask<T>(source: Store<T>, options: StoreOptions<T>): LaterStore<T> {
  const later = createStore(source.get(), options);
  let delay = 0;
  let told = -Infinity;
  let timer: number | null = null;
  let waiting: (() => void)[] = [];
  const settle = (): void => {
    timer = null;
    waiting.forEach((resolve) => resolve());
    waiting = [];
  };
  const tell = (): void => {
    timer = null;
    told = performance.now();
    later.set(source.get());
    settle();
  };
  const stop = source.subscribe(() => {
    timer ??= window.setTimeout(tell, Math.max(0, told + delay - performance.now()));
  });
  return {
    get: later.get,
    subscribe: later.subscribe,
    settled: () =>
      new Promise((resolve) => {
        if (timer === null) resolve();
        else waiting.push(resolve);
      }),
    setSlow(slow) {
      delay = slow ? SLOW_MS : 0;
      if (slow || timer === null) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(tell);
    },
    stop() {
      stop();
      if (timer !== null) window.clearTimeout(timer);
      settle();
    },
  };
}
