import type { VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../../core/graph/rows';
import type { RowVerb } from '../../core/triage/decide';
import type { Proposal } from '../../core/triage/proposals';
import type { ProposalRow } from '../../core/triage/rows';
import { useSilentLabel } from '../parts/silent-label';
import { useUniqueId } from '../parts/unique-id';
import { useVirtualRows } from '../parts/virtual-rows';
import { useStore } from '../use-store';
import { actionOf, type GridAction, type KeyAction, type PaneAction } from './keys';
import type { TriageModel } from '../../app/triage/model';
import { ProposalItem } from './proposal-item';
import type { Cursor } from './use-cursor';

interface ProposalGridProps {
  readonly model: TriageModel;
  readonly rows: readonly ProposalRow[];
  readonly cursor: Cursor;
  readonly pending: ReadonlySet<string>;
  readonly letters: boolean;
  /** A key for what is not the grid's own. */
  readonly onAction: (action: PaneAction) => void;
  /** A button of one row. */
  readonly onDecide: (row: ProposalRow, verb: RowVerb) => void;
  readonly onSetApart: (line: Proposal) => void;
}

const ROW_HEIGHT = 46;
const PAGE = 10;

/**
 * The grid of proposed tasks. The grid itself holds the browser's focus and names its active row, so that the focus is
 * never lost when rows go, whatever their number; only the rows that can be seen are drawn.
 */
export function ProposalGrid({
  model,
  rows,
  cursor,
  pending,
  letters,
  onAction,
  onDecide,
  onSetApart,
}: ProposalGridProps): VNode {
  const today = useStore(model.today);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useUniqueId();
  const name = useSilentLabel('Proposed tasks');
  const [opened, setOpened] = useState<string | null>(null);
  const keyOf = useCallback((index: number) => rows[index]?.key ?? String(index), [rows]);
  const { items, height, measure, reveal } = useVirtualRows({
    count: rows.length,
    estimate: ROW_HEIGHT,
    scroller,
    keyOf,
  });
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
  useEffect(() => {
    if (opened === null || index < 0) return;
    // Once it was measured with what it shows now.
    const frame = window.requestAnimationFrame(() => reveal(index));
    return () => window.cancelAnimationFrame(frame);
  }, [opened]);

  const own: Readonly<Record<GridAction, () => void>> = {
    next: () => move(index + 1),
    previous: () => move(index - 1),
    first: () => move(0),
    last: () => move(rows.length - 1),
    'page-down': () => move(index + PAGE),
    'page-up': () => move(index - PAGE),
    select: () => current !== undefined && cursor.toggle(current.key),
    context: () => current !== undefined && setOpened(opened === current.key ? null : current.key),
    open: () => current !== undefined && model.open(current, null),
    leave: () => (opened !== null ? setOpened(null) : cursor.clear()),
  };
  const isOwn = (action: KeyAction): action is GridAction => Object.hasOwn(own, action);
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
    if (action === null || (event.target !== event.currentTarget && (action === 'open' || action === 'context')))
      return;
    event.preventDefault();
    event.stopPropagation();
    if (isOwn(action)) own[action]();
    else onAction(action);
    if (action === 'leave') scroller.current!.focus();
  };

  return (
    <>
      {name.element}
      <div
        class={`account-actions-grid ${rows.length === 0 ? 'is-empty' : ''}`}
        role="grid"
        aria-labelledby={name.id}
        aria-rowcount={rows.length}
        aria-multiselectable="true"
        tabIndex={0}
        data-takes-focus
        ref={scroller}
        aria-activedescendant={current === undefined ? undefined : `${id}-${index}`}
        onKeyDown={onKeyDown}
      >
        <div class="account-actions-grid-rows" role="presentation" style={{ height: `${height}px` }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row !== undefined && (
                <ProposalItem
                  key={row.key}
                  id={`${id}-${item.index}`}
                  index={item.index}
                  top={item.start}
                  measure={measure}
                  row={row}
                  today={today}
                  focused={item.index === index}
                  selected={cursor.selected.has(row.key)}
                  pending={pending.has(row.key)}
                  context={opened === row.key ? model.contextOf(row) : null}
                  onFocus={(event) =>
                    event.shiftKey
                      ? cursor.extendTo(item.index)
                      : event.metaKey || event.ctrlKey
                        ? cursor.toggle(row.key)
                        : cursor.moveTo(item.index)
                  }
                  onDecide={(verb) => {
                    // The button goes with its row; the focus stays in the list, where the next row takes its place.
                    cursor.moveTo(item.index);
                    scroller.current!.focus();
                    onDecide(row, verb);
                  }}
                  onOpen={(place: Place, event) => model.open(place, event)}
                  onToggle={() => setOpened((key) => (key === row.key ? null : row.key))}
                  onSetApart={(line) => {
                    scroller.current!.focus();
                    onSetApart(line);
                  }}
                />
              )
            );
          })}
        </div>
      </div>
    </>
  );
}
