import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Store } from '../core/base/store';
import type { SlicedStore } from '../app/sliced-store';

/** The value of a store, drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(() => store.get());
  useEffect(() => {
    // It may have changed between the first drawing and now.
    setValue(() => store.get());
    return store.subscribe((next) => setValue(() => next));
  }, [store]);
  return value;
}

/**
 * The value of a store, drawn again at most once a frame: what shows the sum of many changes need not be drawn for each.
 */
export function useStoreByFrame<T>(store: Store<T>): T {
  const [value, setValue] = useState(() => store.get());
  useEffect(() => {
    const { activeWindow: own } = window;
    let frame: number | null = null;
    const take = (): void => {
      frame = null;
      setValue(() => store.get());
    };
    take();
    const stop = store.subscribe(() => {
      frame ??= own.requestAnimationFrame(take);
    });
    return () => {
      stop();
      if (frame !== null) own.cancelAnimationFrame(frame);
    };
  }, [store]);
  return value;
}

/**
 * The value of a store that is followed only while it is drawn, and the store; another one is followed when one of `of`
 * changes.
 */
export function useFollowed<T>(follow: () => SlicedStore<T>, of: readonly unknown[]): readonly [T, SlicedStore<T>] {
  const followed = useMemo(follow, of);
  // Also where it goes before it was painted, which a later effect would not be told.
  useLayoutEffect(() => followed.stop, [followed]);
  return [useStore(followed), followed];
}
