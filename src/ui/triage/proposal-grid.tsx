import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DecisionName } from '../../core/triage/decide';
import type { ProposalRow } from '../../core/triage/proposals';
import { useSilentLabel } from '../parts/silent-label';
import { useVirtualRows } from '../parts/virtual-rows';
import { useStore } from '../use-store';
import { actionOf, type KeyAction } from './keys';
import type { TriageModel } from './model';
import { ProposalItem } from './proposal-item';
import type { Cursor } from './use-cursor';
import { useUniqueId } from '../parts/unique-id';

interface ProposalGridProps {
  readonly model: TriageModel;
  readonly rows: readonly ProposalRow[];
  readonly cursor: Cursor;
  readonly pending: ReadonlySet<string>;
  readonly letters: boolean;
  /** Decides the rows with these keys; null: the selected ones, else the one with the focus. */
  readonly onDecide: (keys: readonly string[] | null, decision: DecisionName) => void;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
}

const ROW_HEIGHT = 46;
const PAGE = 10;

/**
 * The grid of proposed tasks. The grid itself holds the browser's focus and names its active row, so that the focus is never lost
 * when rows go, whatever their number; only the rows that can be seen are drawn.
 */
export function ProposalGrid({ model, rows, cursor, pending, letters, onDecide, onUndo, onHelp }: ProposalGridProps): VNode {
  const today = useStore(model.today);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useUniqueId();
  const name = useSilentLabel('Proposed tasks');
  const [opened, setOpened] = useState<string | null>(null);
  const { items, height, measure, reveal } = useVirtualRows({ count: rows.length, estimate: ROW_HEIGHT, scroller, keyOf: (index) => rows[index]?.key ?? String(index) });
  const { index } = cursor;
  const current = rows[index];

  const move = (to: number): void => {
    const target = Math.max(0, Math.min(to, rows.length - 1));
    cursor.moveTo(target);
    reveal(target);
  };
  useEffect(() => {
    if (index >= 0) reveal(index);
  }, [current?.key]);

  const act: Readonly<Record<KeyAction, () => void>> = {
    next: () => move(index + 1),
    previous: () => move(index - 1),
    first: () => move(0),
    last: () => move(rows.length - 1),
    'page-down': () => move(index + PAGE),
    'page-up': () => move(index - PAGE),
    accept: () => onDecide(null, 'accept'),
    dismiss: () => onDecide(null, 'dismiss'),
    done: () => onDecide(null, 'done'),
    select: () => current !== undefined && cursor.toggle(current.key),
    undo: onUndo,
    context: () => current !== undefined && setOpened(opened === current.key ? null : current.key),
    open: () => current !== undefined && model.open(current, null),
    help: onHelp,
    leave: () => (opened !== null ? setOpened(null) : cursor.clear()),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    if (step !== undefined && current !== undefined) {
      const target = Math.max(0, Math.min(index + step, rows.length - 1));
      cursor.extendTo(target);
      reveal(target);
      event.preventDefault();
      return;
    }
    const action = actionOf(event, letters);
    // A button in a row keeps the keys that press it.
    if (action === null || (event.target !== event.currentTarget && (action === 'open' || action === 'context'))) return;
    event.preventDefault();
    event.stopPropagation();
    act[action]();
  };

  return (
    <>
      {name.element}
      <div
        class={`account-actions-grid ${rows.length === 0 ? 'is-empty' : ''}`} role="grid" aria-labelledby={name.id} aria-rowcount={rows.length} aria-multiselectable="true" tabIndex={0} data-takes-focus ref={scroller}
        aria-activedescendant={current === undefined ? undefined : `${id}-${index}`} onKeyDown={onKeyDown}
      >
        <div class="account-actions-grid-rows" role="presentation" style={{ height: `${height}px` }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row !== undefined && (
              <ProposalItem
                key={row.key} id={`${id}-${item.index}`} index={item.index} top={item.start} measure={measure} row={row} today={today}
                focused={item.index === index} selected={cursor.selected.has(row.key)} pending={pending.has(row.key)}
                context={opened === row.key ? model.contextOf(row) : null}
                onFocus={(event) => (event.shiftKey ? cursor.extendTo(item.index) : event.metaKey || event.ctrlKey ? cursor.toggle(row.key) : cursor.moveTo(item.index))}
                onDecide={(decision) => onDecide([row.key], decision)}
                onOpen={(event) => model.open(row, event)}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
