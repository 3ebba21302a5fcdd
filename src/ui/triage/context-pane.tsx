import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import type { ProposalRow } from '../../core/triage/rows';
import { currentRow } from '../../app/triage/desk';
import type { DeskKeeper } from '../../app/triage/desk-keeper';
import type { ProposalContext, TriageModel } from '../../app/triage/model';
import { dayWords } from '../../words/format';
import { words } from '../../words/words';
import { InlineText } from '../inline/inline-text';
import { memo } from '../parts/memo';
import { PressLink } from '../parts/press-link';
import { useSilentLabel } from '../parts/silent-label';
import { useStore } from '../use-store';
import { CopyList, EvidenceLines, LinesAround, useReasons } from './row-details';

interface ContextPaneProps {
  readonly model: TriageModel;
  readonly keeper: DeskKeeper;
  /** Is given what scrolls it, by so many pages. */
  readonly scroll: { current: ((pages: number) => void) | null };
  readonly onOpen: (place: Place, event: MouseEvent) => void;
  /** Goes into the list. */
  readonly onLeave: () => void;
}

/** So long, in milliseconds, the cursor must rest before what it rests on is read. */
const CALM_MS = 60;
/** How much of its height one key scrolls. */
const PAGE = 0.8;

/** Beside the list of a wide tab: what one looks at to decide the current row. It comes after the cursor, never before. */
export function ContextPane({ model, keeper, scroll, onOpen, onLeave }: ContextPaneProps): VNode {
  const current = currentRow(useStore(keeper.desk));
  const shown = useContextOf(model, current);
  const pane = useRef<HTMLElement>(null);
  const name = useSilentLabel(words.triage.context.title);
  useLayoutEffect(() => {
    scroll.current = (pages) => pane.current!.scrollBy({ top: pages * PAGE * pane.current!.clientHeight });
    return () => {
      scroll.current = null;
    };
  }, []);
  useLayoutEffect(() => {
    pane.current!.scrollTop = 0;
  }, [shown?.row.key]);
  const isBehind = current !== undefined && shown?.row.key !== current.key;
  return (
    <section
      class="account-actions-context-pane"
      aria-labelledby={name.id}
      aria-busy={isBehind}
      tabIndex={0}
      ref={pane}
    >
      {name.element}
      {current !== undefined && shown !== null && (
        <Content
          {...shown}
          model={model}
          onOpen={onOpen}
          onSetApart={(line) => {
            onLeave();
            keeper.say(model.setApart(line));
          }}
        />
      )}
    </section>
  );
}

interface Shown {
  readonly row: ProposalRow;
  /** Null where its note does not hold it any more. */
  readonly context: ProposalContext | null;
}

/** What stands around a row, once it was read: that of the one before until then. */
function useContextOf(model: TriageModel, row: ProposalRow | undefined): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (row === undefined) return;
    let isOver = false;
    const read = async (): Promise<void> => {
      const context = await model.readContext(row, () => isOver);
      if (!isOver) setShown({ row, context });
    };
    const timer = window.setTimeout(
      () => void read().catch((error: unknown) => model.onError(words.failures.update.triage, error)),
      CALM_MS,
    );
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [row]);
  return shown;
}

interface ContentProps extends Shown {
  readonly model: TriageModel;
  readonly onOpen: ContextPaneProps['onOpen'];
  readonly onSetApart: Parameters<typeof CopyList>[0]['onSetApart'];
}

const Content = memo(
  function Content({ row, context, model, onOpen, onSetApart }: ContentProps): VNode {
    const today = useStore(model.today);
    const reasons = useReasons(model);
    const { summary, lines, before } = words.triage.context;
    return (
      <div class="account-actions-context">
        <h3>
          <PressLink class="account-actions-from" onPress={(event) => onOpen(row, event)}>
            {visible(row.note)}
          </PressLink>
        </h3>
        <div class="account-actions-sub mod-parts">
          {row.day !== null && <span>{dayWords(row.day, today)}</span>}
          <span>
            <bdi>{row.account === null ? words.common.facts.noAccount : visible(row.account)}</bdi>
          </span>
          {row.source !== null && (
            <span>
              <bdi>{visible(row.source)}</bdi>
            </span>
          )}
        </div>
        {(row.done !== null || row.decided !== null) && (
          <>
            <h4>{before}</h4>
            <EvidenceLines row={row} today={today} reasons={reasons} onOpen={onOpen} />
          </>
        )}
        {context !== null && context.summary !== '' && (
          <>
            <h4>{summary}</h4>
            <p>
              <InlineText text={context.summary} />
            </p>
          </>
        )}
        {row.copies.length > 0 && (
          <>
            <h4>{words.count.copies(row.copies.length)}</h4>
            <CopyList row={row} context={context} today={today} onOpen={onOpen} onSetApart={onSetApart} />
          </>
        )}
        {context !== null && (
          <>
            <h4>
              <bdi>{context.heading === null ? lines : visible(context.heading)}</bdi>
            </h4>
            <LinesAround context={context} />
          </>
        )}
      </div>
    );
  },
  (before, after) => before.row === after.row && before.context === after.context,
);
