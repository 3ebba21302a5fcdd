import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import { RowWindow, type DrawnRow } from './row-window';

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
  readonly items: readonly DrawnRow[];
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
  const rows = useMemo(() => new RowWindow(estimate, () => redraw(undefined)), []);
  const items = rows.draw(count, keyOf, kept);
  useLayoutEffect(() => rows.settle(scroller.current));
  useLayoutEffect(() => () => rows.end(), []);
  return { items, height: rows.height, measure: rows.take, reveal: (index) => rows.reveal(index) };
}
