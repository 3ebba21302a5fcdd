import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useSilentLabel } from './silent-label';

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  readonly children: (item: T) => ComponentChildren;
}

const PAGE = 50;

/** A list that draws its first rows, and more on demand. */
export function LongList<T>({ items, label, children }: LongListProps<T>): VNode {
  const [shown, setShown] = useState(PAGE);
  const name = useSilentLabel(label);
  const left = items.length - shown;
  return (
    <>
      {name.element}
      <ul class="account-actions-list" aria-labelledby={name.id}>{items.slice(0, shown).map(children)}</ul>
      {left > 0 && (
        <button type="button" class="account-actions-more" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, left)} more of {left.toLocaleString('en-GB')}
        </button>
      )}
    </>
  );
}
