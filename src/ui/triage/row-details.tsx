import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import type { Place } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { foldText } from '../../core/text/words';
import type { DismissReason } from '../../core/task/dismiss-reason';
import type { Proposal } from '../../core/triage/proposals';
import type { ProposalRow } from '../../core/triage/rows';
import { InlineText } from '../inline/inline-text';
import { dayWords } from '../../words/format';
import { Icon } from '../parts/icon';
import { STATUS_SIGNS } from '../parts/status-signs';
import { PressLink } from '../parts/press-link';
import type { ProposalContext, TriageModel } from '../../app/triage/model';
import { evidenceWords, ownerWords } from '../../app/row-words';
import { words } from '../../words/words';
import { useStore } from '../use-store';

interface RowDetailsProps {
  readonly row: ProposalRow;
  readonly context: ProposalContext;
  readonly today: Day;
  /** Why lines were dismissed that do not say it. */
  readonly reasons: ReadonlyMap<string, DismissReason>;
  readonly onOpen: (place: Place, event: MouseEvent) => void;
  readonly onSetApart: (line: Proposal) => void;
}

/**
 * What one looks at to decide a row: its copies with what differs in them, what is known of it, and what stands around
 * it in its note.
 */
export function RowDetails(props: RowDetailsProps): VNode {
  const { context } = props;
  return (
    <div class="account-actions-context">
      <CopyList {...props} />
      <EvidenceLines {...props} />
      {context.summary !== '' && (
        <p>
          <InlineText text={context.summary} />
        </p>
      )}
      {context.heading !== null && (
        <div class="account-actions-sub">
          <bdi>{visible(context.heading)}</bdi>
        </div>
      )}
      <LinesAround context={context} />
    </div>
  );
}

/** The lines that say the same as a row, each with why it is one of them. */
export function CopyList({ row, context, today, onOpen, onSetApart }: CopyListProps): VNode | null {
  if (row.copies.length === 0) return null;
  const why = new Map(context?.why);
  return (
    <ul class="account-actions-copies">
      {row.copies.map((copy) => (
        <Copy
          key={copy.key}
          copy={copy}
          why={why.get(copy.key) ?? null}
          row={row}
          today={today}
          onOpen={onOpen}
          onSetApart={onSetApart}
        />
      ))}
    </ul>
  );
}

/** Why lines were dismissed that do not say it, as `evidenceWords` takes it, as that changes. */
export function useReasons({ reasons }: Pick<TriageModel, 'reasons'>): ReadonlyMap<string, DismissReason> {
  const given = useStore(reasons);
  return useMemo(() => new Map(given), [given]);
}

/** What happened to a row already, each leading to the line that says so. */
export function EvidenceLines({
  row,
  today,
  reasons,
  onOpen,
}: Pick<RowDetailsProps, 'row' | 'today' | 'reasons' | 'onOpen'>): VNode {
  return (
    <>
      {[row.done, row.decided].map(
        (known) =>
          known !== null && (
            <p key={known.status}>
              <PressLink class="account-actions-link" onPress={(event) => onOpen(known, event)}>
                {visible(evidenceWords(known, today, reasons))}
              </PressLink>
            </p>
          ),
      )}
    </>
  );
}

/** The lines of its note around a row. */
export function LinesAround({ context }: Pick<RowDetailsProps, 'context'>): VNode {
  return (
    <ul class="account-actions-lines">
      {context.lines.map(({ number, status, text, own }) => (
        <li key={number} class={own ? 'is-own' : ''}>
          {status !== null && (
            <span class="account-actions-item-icon" role="img" aria-label={STATUS_SIGNS[status].label}>
              <Icon name={STATUS_SIGNS[status].name} />
            </span>
          )}
          <InlineText text={text} />
        </li>
      ))}
    </ul>
  );
}

interface CopyListProps extends Omit<RowDetailsProps, 'context' | 'reasons'> {
  /** Null where it is not known. */
  readonly context: ProposalContext | null;
}

interface CopyProps extends Pick<RowDetailsProps, 'row' | 'today' | 'onOpen' | 'onSetApart'> {
  readonly copy: Proposal;
  /** Why it is told to be the same; null where that is not known. */
  readonly why: string | null;
}

/** A line that says the same: what the best one does not say so is marked. */
function Copy({ copy, why, row, today, onOpen, onSetApart }: CopyProps): VNode {
  const said = new Set(wordsIn(row.text).map(foldWord));
  const owner = ownerWords(copy);
  return (
    <li>
      <div>
        <bdi class="account-actions-copy-text">
          {wordsIn(copy.text).map((word, index) =>
            foldWord(word) === '' || said.has(foldWord(word)) ? (
              <span key={index}>{visible(word)}</span>
            ) : (
              <mark key={index}>{visible(word)}</mark>
            ),
          )}
        </bdi>
        <div class="account-actions-sub">
          <PressLink class="account-actions-from" onPress={(event) => onOpen(copy, event)}>
            {visible(copy.note)}
          </PressLink>
          {copy.day !== null && <span>{dayWords(copy.day, today)}</span>}
          <span class={owner === ownerWords(row) ? '' : 'is-other'}>
            <bdi>{owner}</bdi>
          </span>
          {copy.due !== null && (
            <span class={copy.due === row.due ? '' : 'is-other'}>
              {words.common.facts.due(dayWords(copy.due, today))}
            </span>
          )}
          {why !== null && <span>{why}</span>}
        </div>
      </div>
      <button
        type="button"
        class="account-actions-fact-button"
        onClick={(event) => {
          event.stopPropagation();
          onSetApart(copy);
        }}
      >
        {words.triage.notACopy}
        <span class="account-actions-unseen">: {visible(copy.text)}</span>
      </button>
    </li>
  );
}

/** The words of a text and what stands between them, in order. */
function wordsIn(text: string): readonly string[] {
  return text.split(/(\s+)/);
}

/** A word without its signs, as two spellings of it have it. */
function foldWord(word: string): string {
  return foldText(word).replace(/[^\p{L}\p{N}]+/gu, '');
}
