import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSilentLabel } from './silent-label';

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  readonly children: (item: T) => ComponentChildren;
}

const PAGE = 50;

/** A list that draws its first rows, and more on demand. The focus goes on with the first row that came. */
export function LongList<T>({ items, label, children }: LongListProps<T>): VNode {
  const [shown, setShown] = useState(PAGE);
  const list = useRef<HTMLUListElement>(null);
  const name = useSilentLabel(label);
  const left = items.length - shown;
  useLayoutEffect(() => {
    const first = shown === PAGE ? null : list.current!.children[shown - PAGE];
    if (first instanceof HTMLElement) focusIn(first);
  }, [shown]);
  return (
    <>
      {name.element}
      <ul class="account-actions-list" aria-labelledby={name.id} ref={list}>{items.slice(0, shown).map(children)}</ul>
      {left > 0 && (
        <button type="button" class="account-actions-more" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, left)} more of {left.toLocaleString('en-GB')}
        </button>
      )}
    </>
  );
}

function focusIn(row: HTMLElement): void {
  const inside = row.querySelector<HTMLElement>('a[href], button');
  if (inside === null) row.tabIndex = -1;
  (inside ?? row).focus();
}
