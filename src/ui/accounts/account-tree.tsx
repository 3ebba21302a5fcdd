import type { VNode } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountRow } from '../../core/graph/rows';
import { useSilentLabel } from '../parts/silent-label';
import { useVirtualRows } from '../parts/virtual-rows';
import type { TreePlace } from './account-row';
import { words } from '../../words/words';

/** A row of the tree. */
export interface TreeRow {
  readonly key: string;
  /** Its account; null where it is a row that leads elsewhere. */
  readonly account: AccountRow | null;
}

/** Which row has the focus, or had it last. */
export interface TreeFocus {
  readonly key: string | null;
  /** Whether it has yet to take it: it may have to be drawn first. */
  readonly asked: boolean;
}

interface AccountTreeProps {
  readonly rows: readonly TreeRow[];
  readonly focus: TreeFocus;
  readonly onFocus: (focus: TreeFocus) => void;
  /** Draws a row as one `role=treeitem`. */
  readonly children: (row: TreeRow, place: TreePlace) => VNode;
}

const ROW_HEIGHT = 41;

/**
 * The rows of the list; only those are drawn that can be seen, and the one with the focus. Up, Down, Home and End walk
 * through all of them.
 */
export function AccountTree({ rows, focus, onFocus, children }: AccountTreeProps): VNode {
  const tree = useRef<HTMLDivElement>(null);
  const name = useSilentLabel(words.accounts.title);
  const index = rows.findIndex(({ key }) => key === focus.key);
  const keyOf = useCallback((at: number) => rows[at]?.key ?? String(at), [rows]);
  const { items, height, measure } = useVirtualRows({
    count: rows.length,
    estimate: ROW_HEIGHT,
    scroller: tree,
    keyOf,
    kept: index,
  });

  useLayoutEffect(() => {
    if (focus.asked) tree.current!.querySelector<HTMLElement>(`[data-index="${index}"] > [role=treeitem]`)?.focus();
  });

  return (
    <>
      {name.element}
      <div
        class="nav-files-container account-actions-tree"
        role="tree"
        aria-labelledby={name.id}
        ref={tree}
        onFocusIn={({ target }) =>
          onFocus({
            key: rows[Number((target as HTMLElement).parentElement!.dataset['index'])]?.key ?? null,
            asked: false,
          })
        }
        onKeyDown={(event) => {
          const row = rows[STEPS[event.key]?.(index, rows.length) ?? -1];
          if (row === undefined) return;
          event.preventDefault();
          onFocus({ key: row.key, asked: true });
        }}
      >
        <div class="account-actions-tree-rows" role="presentation" style={{ height: `${height}px` }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row !== undefined && (
                <div
                  key={row.key}
                  class="account-actions-tree-row"
                  role="presentation"
                  data-index={item.index}
                  ref={measure}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  {children(row, { index: item.index, count: rows.length })}
                </div>
              )
            );
          })}
        </div>
      </div>
    </>
  );
}

/** Which key goes where among `count` rows, from the row with the focus. */
const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};
