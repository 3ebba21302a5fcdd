/** A value that others can watch. */
export interface Store<T> {
  /** The value now. */
  readonly get: () => T;
  /** Calls `listener` after each change, not at once; the function that comes back ends that. */
  readonly subscribe: (listener: (value: T) => void) => () => void;
}

/** A store whose owner can set it. */
export interface WritableStore<T> extends Store<T> {
  readonly set: (value: T) => void;
}

export interface StoreOptions<T> {
  /** Two values that are equal are no change; by identity where left out. */
  readonly equal?: (a: T, b: T) => boolean;
  /** Told of a listener that threw; the other listeners are still called. */
  readonly onError: (error: unknown) => void;
}

/** A store that holds `initial` and tells its listeners of changes only. */
export function createStore<T>(initial: T, { equal = Object.is, onError }: StoreOptions<T>): WritableStore<T> {
  let current = initial;
  let changes = 0;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => current,
    set(value) {
      if (equal(current, value)) return;
      current = value;
      const change = ++changes;
      for (const listener of [...listeners]) {
        // A listener set a newer value, which everybody was told already.
        if (change !== changes) return;
        // One that ended its watch while this change is told is not called any more.
        if (!listeners.has(listener)) continue;
        try {
          listener(value);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(listener) {
      const own = (value: T): void => listener(value);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}

/** The values of stores, in their order. */
export type Values<Sources extends readonly Store<unknown>[]> = {
  readonly [Index in keyof Sources]: Sources[Index] extends Store<infer T> ? T : never;
};

/**
 * A store that follows others through `select`, and tells only when what was selected changed. `stop` ends the
 * following.
 */
export function deriveStore<const Sources extends readonly Store<unknown>[], T>(
  sources: Sources,
  select: (...values: Values<Sources>) => T,
  options: StoreOptions<T>,
): Store<T> & { stop(): void } {
  const selected = (): T => select(...(sources.map((source) => source.get()) as Values<Sources>));
  const derived = createStore(selected(), options);
  const stops = sources.map((source) => source.subscribe(() => derived.set(selected())));
  return { get: derived.get, subscribe: derived.subscribe, stop: () => stops.forEach((stop) => stop()) };
}
