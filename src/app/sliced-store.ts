import type { Steps } from '../core/base/steps';
import { createStore, type Store, type StoreOptions, type Values } from '../core/base/store';
import { nextTask, type Timers } from './timers';

/**
 * Does work in steps, and lets the screen draw meanwhile. Comes back with what it gives, or with null where `isOver`
 * said to stop.
 */
export type InSlices = <T>(steps: Steps<T>, isOver: () => boolean) => Promise<T | null>;

/** A store that is made of others in slices. */
export interface SlicedStore<T> extends Store<T> {
  /** Comes back when it holds what is made of the others as they are. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
}

/** How a store is made in slices. */
export interface SlicedOptions<T> extends StoreOptions<T> {
  /** What it holds until it was made once. */
  readonly initial: T;
  readonly inSlices: InSlices;
  readonly timers: Timers;
}

/**
 * A store that follows others through `make`, as `deriveStore` does, but never holds the screen for long: what is made
 * of a change begins in a task of its own, and is made in slices. What was begun is brought to its end, so that it goes
 * on however often the others change; all changes meanwhile are then one.
 */
export function deriveInSlices<const Sources extends readonly Store<unknown>[], T>(
  sources: Sources,
  make: (...values: Values<Sources>) => Steps<T>,
  { initial, inSlices, timers, ...options }: SlicedOptions<T>,
): SlicedStore<T> {
  const made = createStore(initial, options);
  let isDue = false;
  let isStopped = false;
  const run = async (): Promise<void> => {
    while (isDue && !isStopped) {
      await nextTask(timers);
      isDue = false;
      if (isStopped) break;
      try {
        const value = await inSlices(
          make(...(sources.map((source) => source.get()) as Values<Sources>)),
          () => isStopped,
        );
        // Null is a value, too.
        if (!isStopped) made.set(value as T);
      } catch (error) {
        options.onError(error);
      }
    }
    running = null;
  };
  let running: Promise<void> | null = null;
  const begin = (): void => {
    isDue = true;
    running ??= run();
  };
  begin();
  const stops = sources.map((source) => source.subscribe(begin));
  return {
    get: made.get,
    subscribe: made.subscribe,
    settled: () => running ?? Promise.resolve(),
    stop() {
      isStopped = true;
      stops.forEach((stop) => stop());
    },
  };
}
