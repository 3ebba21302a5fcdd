import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSilentLabel } from './silent-label';
import { words } from '../../words/words';

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  /** How many rows are drawn at first; where left out, `FIRST_ROWS`. */
  readonly first?: number | undefined;
  readonly children: (item: T) => ComponentChildren;
}

/** So many rows are drawn at first, which is more than can be seen at once. */
export const FIRST_ROWS = 30;
/** So many more are drawn with each press. */
const PAGE = 50;

/**
 * How many rows of each of several lists are drawn at first, so that they are no more together than those of one: short
 * lists are whole, long ones share what is left.
 */
export function firstRows(counts: readonly number[]): readonly number[] {
  const first = new Map<number, number>();
  let left = FIRST_ROWS;
  [...counts.entries()]
    .sort(([, a], [, b]) => a - b)
    .forEach(([index, count], before) => {
      const share = Math.min(count, Math.ceil(left / (counts.length - before)));
      first.set(index, share);
      left -= share;
    });
  return counts.map((_, index) => first.get(index)!);
}

/** A list that draws its first rows, and more on demand. The focus goes on with the first row that came. */
export function LongList<T>({ items, label, first = FIRST_ROWS, children }: LongListProps<T>): VNode {
  const [pages, setPages] = useState(0);
  const shown = first + pages * PAGE;
  const list = useRef<HTMLUListElement>(null);
  const name = useSilentLabel(label);
  const left = items.length - shown;
  useLayoutEffect(() => {
    const next = pages === 0 ? null : list.current!.children[shown - PAGE];
    if (next?.instanceOf(HTMLElement) === true) focusIn(next);
  }, [pages]);
  return (
    <>
      {name.element}
      <ul class="account-actions-list" aria-labelledby={name.id} ref={list}>
        {items.slice(0, shown).map(children)}
      </ul>
      {left > 0 && (
        <button type="button" class="account-actions-more" onClick={() => setPages(pages + 1)}>
          {words.common.showMore(Math.min(PAGE, left), left)}
        </button>
      )}
    </>
  );
}

function focusIn(row: HTMLElement): void {
  const inside = row.tabIndex === 0 ? null : row.querySelector<HTMLElement>('a[href], button');
  if (inside === null && row.tabIndex !== 0) row.tabIndex = -1;
  (inside ?? row).focus();
}
