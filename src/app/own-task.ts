import { createStore, type Store, type StoreOptions } from '../core/base/store';
import type { Timers } from './timers';

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
export function inOwnTask<T>(source: Store<T>, timers: Timers, options: StoreOptions<T>): LaterStore<T> {
  const later = createStore(source.get(), options);
  let delay = 0;
  let told = -Infinity;
  let callOff: (() => void) | null = null;
  let waiting: (() => void)[] = [];
  const settle = (): void => {
    callOff = null;
    waiting.forEach((resolve) => resolve());
    waiting = [];
  };
  const tell = (): void => {
    callOff = null;
    told = timers.now();
    later.set(source.get());
    settle();
  };
  const stop = source.subscribe(() => {
    callOff ??= timers.after(Math.max(0, told + delay - timers.now()), tell);
  });
  return {
    get: later.get,
    subscribe: later.subscribe,
    settled: () =>
      new Promise((resolve) => {
        if (callOff === null) resolve();
        else waiting.push(resolve);
      }),
    setSlow(slow) {
      delay = slow ? SLOW_MS : 0;
      if (slow || callOff === null) return;
      callOff();
      callOff = timers.after(0, tell);
    },
    stop() {
      stop();
      callOff?.();
      settle();
    },
  };
}
