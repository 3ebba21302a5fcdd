import { defaultRangeExtractor, elementScroll, measureElement, observeElementOffset, observeElementRect, Virtualizer, type Range, type VirtualItem } from '@tanstack/virtual-core';
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer } from 'preact/hooks';

interface VirtualRowsOptions {
  readonly count: number;
  /** What a row is likely to measure, in pixels, until it is drawn. */
  readonly estimate: number;
  readonly scroller: { readonly current: HTMLElement | null };
  /** Identifies the row at an index, so that what was measured stays with it. */
  readonly keyOf: (index: number) => string;
  /** The index of a row that is drawn wherever one scrolls to, because it has the focus; -1 for none. */
  readonly kept?: number;
}

export interface VirtualRows {
  /** The rows to draw, each with its place from the top, in pixels. */
  readonly items: readonly VirtualItem[];
  /** The height of all rows, in pixels. */
  readonly height: number;
  /** Takes the measure of a drawn row, which carries its index as `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
  /** Brings a row into view, no further than it must. */
  readonly reveal: (index: number) => void;
}

/** Draws only the rows that can be seen, whatever their number. */
export function useVirtualRows({ count, estimate, scroller, keyOf, kept = -1 }: VirtualRowsOptions): VirtualRows {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const rangeExtractor = useCallback((range: Range) => {
    const seen = defaultRangeExtractor(range);
    return kept < 0 || kept >= range.count || seen.includes(kept) ? seen : [...seen, kept].sort((a, b) => a - b);
  }, [kept]);
  const options = {
    count,
    rangeExtractor,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    overscan: 4,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    measureElement,
    onChange: () => redraw(undefined),
  };
  const virtualizer = useMemo(() => new Virtualizer<HTMLElement, HTMLElement>(options), []);
  virtualizer.setOptions({ ...virtualizer.options, ...options });
  useEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const items = virtualizer.getVirtualItems();
  useLayoutEffect(() => measureNew(virtualizer, items), [items]);
  return {
    items,
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    reveal: (index) => reveal(scroller.current, virtualizer.measurementsCache[index]),
  };
}

/** Scrolls to a row, no further than it must; of one that is higher than the list, the start is shown. */
function reveal(list: HTMLElement | null, row: VirtualItem | undefined): void {
  if (list === null || row === undefined) return;
  if (row.start < list.scrollTop) list.scrollTop = row.start;
  else if (row.end > list.scrollTop + list.clientHeight) list.scrollTop = Math.min(row.start, row.end - list.clientHeight);
}

/**
 * Measures the rows that were drawn for the first time. The virtualizer would do so too, a moment later, but then it places all rows of the list anew for each
 * of them. From the last to the first, so that the place of a row still holds when those below it were measured.
 */
function measureNew(virtualizer: Virtualizer<HTMLElement, HTMLElement>, items: readonly VirtualItem[]): void {
  // All are looked at before any is placed anew: the page is laid out once.
  const sizes = items.flatMap(({ index, key }) => {
    const row = virtualizer.elementsCache.get(key);
    return row === undefined || virtualizer.itemSizeCache.has(key) ? [] : [{ index, size: measureElement(row, undefined, virtualizer) }];
  });
  for (const { index, size } of sizes.reverse()) virtualizer.resizeItem(index, size);
}
