import type { VNode } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../../core/graph/rows';
import { memo } from '../parts/memo';
import { useSilentLabel } from '../parts/silent-label';
import { useUniqueId } from '../parts/unique-id';
import { useVirtualRows } from '../parts/virtual-rows';
import { useStore } from '../use-store';
import { clearSelection, currentRow, extendTo, moveTo, toggle } from '../../app/triage/desk';
import type { DeskKeeper } from '../../app/triage/desk-keeper';
import type { GridAction } from './keys';
import type { TriageModel } from '../../app/triage/model';
import { ProposalItem, ROW_VERBS } from './proposal-item';
import { useReasons } from './row-details';
import { SectionHead } from './section-head';
import { tellTwins, twinPlace } from './twins';
import { sectionFrom, type Grouping, type Section } from '../../app/triage/sections';
import type { VerbEntry } from '../../app/triage/verbs';
import type { ProposalRow } from '../../core/triage/rows';
import { firstLine } from '../../core/triage/waiting';
import { words } from '../../words/words';

/** What keys do in the grid, once it is drawn. */
export type GridKeys = Partial<Readonly<Record<GridAction, () => void>>>;

interface ProposalGridProps {
  readonly model: TriageModel;
  readonly keeper: DeskKeeper;
  /** Is given what keys do here. */
  readonly keys: { current: GridKeys };
  /** By what the rows stand together. */
  readonly grouping: Grouping;
  readonly onOpen: (place: Place, event: MouseEvent) => void;
  /** Asks before a verb. */
  readonly onAsk: (entry: VerbEntry, rows: readonly ProposalRow[]) => void;
}

const ROW_HEIGHT = 46;
const PAGE = 10;

/**
 * The grid of proposed tasks. The grid itself holds the browser's focus and names its active row, so that the focus is
 * never lost when rows go, whatever their number; only the rows that can be seen are drawn.
 */
export const ProposalGrid = memo(function ProposalGrid({
  model,
  keeper,
  keys,
  grouping,
  onAsk,
  onOpen,
}: ProposalGridProps): VNode {
  const desk = useStore(keeper.desk);
  const { marks } = model.queue.presses.get();
  const { shown: rows, index, selected } = desk;
  const today = useStore(model.today);
  const letters = useStore(model.letters);
  const reasons = useReasons(model);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useUniqueId();
  const name = useSilentLabel(words.triage.grid);
  const [opened, setOpened] = useState<string | null>(null);
  const keyOf = useCallback((at: number) => rows.item(at)?.key ?? '', [rows]);
  const { items, height, measure, reveal } = useVirtualRows({
    count: rows.length,
    estimate: ROW_HEIGHT,
    scroller,
    keyOf,
  });
  const current = currentRow(desk);

  useEffect(() => {
    if (index >= 0) reveal(index);
  }, [current?.key, desk.showing.name]);
  useEffect(() => {
    if (opened === null || index < 0) return;
    // Once it was measured with what it shows now.
    const frame = window.requestAnimationFrame(() => reveal(index));
    return () => window.cancelAnimationFrame(frame);
  }, [opened]);

  // A key may come before what the last one did was drawn.
  const move = (by: number): void => {
    keeper.move((now) => moveTo(now, Math.max(0, now.index + by)));
    reveal(keeper.desk.get().index);
  };
  const extend = (by: number): void => {
    keeper.move((now) => extendTo(now, Math.max(0, now.index + by)));
    reveal(keeper.desk.get().index);
  };
  const withCurrent = (act: (row: NonNullable<typeof current>) => void) => (): void => {
    const row = currentRow(keeper.desk.get());
    if (row !== undefined) act(row);
  };
  keys.current = {
    next: () => move(1),
    previous: () => move(-1),
    'select-next': () => extend(1),
    'select-previous': () => extend(-1),
    first: () => move(-Infinity),
    last: () => move(Infinity),
    'page-down': () => move(PAGE),
    'page-up': () => move(-PAGE),
    select: withCurrent(({ key }) => keeper.move((now) => toggle(now, key))),
    context: withCurrent(({ key }) => setOpened((known) => (known === key ? null : key))),
    open: withCurrent((row) => model.show(row, { enters: false })),
    go: withCurrent((row) => model.show(row, { enters: true })),
    leave() {
      if (opened !== null) setOpened(null);
      else keeper.move(clearSelection);
      scroller.current!.focus();
    },
  };
  const headOf = (section: Section | null): VNode | null =>
    section === null ? null : (
      <SectionHead
        section={section}
        today={today}
        letters={letters}
        onDecide={(some, verb) => {
          scroller.current!.focus();
          keeper.decide(some, verb);
        }}
        onAsk={onAsk}
        onAssign={model.chooseAccount}
        onOpen={(event) => onOpen({ path: section.path, line: firstLine(section.rows[0]!).line }, event)}
      />
    );

  return (
    <>
      {name.element}
      {ROW_VERBS.map((verb) => (
        <span key={verb.name} id={`${id}-${verb.name}`} hidden>
          {words.triage.ofRow(verb.label)}
        </span>
      ))}
      <div
        class="account-actions-grid"
        role="grid"
        aria-labelledby={name.id}
        aria-rowcount={rows.length}
        aria-multiselectable="true"
        tabIndex={0}
        data-takes-focus
        ref={scroller}
        aria-activedescendant={current === undefined ? undefined : `${id}-${index}`}
      >
        <div class="account-actions-grid-rows" role="presentation" style={{ height: `${height}px` }}>
          {items.map((item) => {
            const row = rows.item(item.index);
            return (
              row !== undefined && (
                <ProposalItem
                  key={row.key}
                  id={`${id}-${item.index}`}
                  verbId={id}
                  index={item.index}
                  top={item.start}
                  measure={measure}
                  row={row}
                  today={today}
                  letters={letters}
                  reasons={reasons}
                  grouping={grouping}
                  head={headOf(sectionFrom(rows, item.index, grouping))}
                  focused={item.index === index}
                  selected={selected.has(row.key)}
                  refused={marks.get(row.key) ?? null}
                  context={opened === row.key ? model.contextOf(row) : null}
                  onFocus={(event) =>
                    keeper.move((now) =>
                      event.shiftKey
                        ? extendTo(now, item.index)
                        : event.metaKey || event.ctrlKey
                          ? toggle(now, row.key)
                          : moveTo(now, item.index),
                    )
                  }
                  onDecide={(verb) => {
                    // The button goes with its row; the focus stays in the list, where the next row takes its place.
                    scroller.current!.focus();
                    keeper.decide([row], verb);
                  }}
                  onOpen={onOpen}
                  twin={twinPlace(rows, item.index)}
                  onTell={(areSame) => {
                    scroller.current!.focus();
                    tellTwins(model, keeper, areSame, row);
                  }}
                  onToggle={() => setOpened((key) => (key === row.key ? null : row.key))}
                  onSetApart={(line) => {
                    scroller.current!.focus();
                    keeper.say(model.setApart(line));
                  }}
                />
              )
            );
          })}
        </div>
      </div>
    </>
  );
});
