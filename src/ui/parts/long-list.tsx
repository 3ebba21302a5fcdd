import type { ComponentChildren, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  readonly children: (item: T) => ComponentChildren;
}

const PAGE = 50;

/** A list that draws its first rows, and more on demand. */
export function LongList<T>({ items, label, children }: LongListProps<T>): VNode {
  const [shown, setShown] = useState(PAGE);
  const id = useId();
  const left = items.length - shown;
  return (
    <>
      {/* Obsidian shows an `aria-label` as a tooltip, here all over the list. */}
      <span id={id} hidden>{label}</span>
      <ul class="account-actions-list" aria-labelledby={id}>{items.slice(0, shown).map(children)}</ul>
      {left > 0 && (
        <button type="button" class="account-actions-more" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, left)} more of {left.toLocaleString('en-GB')}
        </button>
      )}
    </>
  );
}
