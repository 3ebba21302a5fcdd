import { createStore, type Store, type StoreOptions } from '../../core/base/store';

/**
 * Follows a store one task later, so that what is made of a change for one view does not hold the screen together with the change itself
 * and with the other views. Changes that come meanwhile are one. `settled` comes back when no change is waiting; `stop` ends the following.
 */
export function inOwnTask<T>(source: Store<T>, options: StoreOptions<T>): Store<T> & { stop(): void; settled(): Promise<void> } {
  const later = createStore(source.get(), options);
  let timer: number | null = null;
  let waiting: (() => void)[] = [];
  const stop = source.subscribe(() => {
    timer ??= window.setTimeout(() => {
      timer = null;
      later.set(source.get());
      waiting.forEach((resolve) => resolve());
      waiting = [];
    });
  });
  return {
    get: later.get,
    subscribe: later.subscribe,
    settled: () => new Promise((resolve) => {
      if (timer === null) resolve();
      else waiting.push(resolve);
    }),
    stop() {
      stop();
      if (timer !== null) window.clearTimeout(timer);
    },
  };
}
