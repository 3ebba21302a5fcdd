import type { VNode } from 'preact';
import { memo } from 'preact/compat';
import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import type { DecisionName } from '../../core/triage/decide';
import type { ProposalRow } from '../../core/triage/proposals';
import { visible } from '../../core/text/inline';
import { InlineText } from '../inline/inline-text';
import { countWords, dayWords } from '../parts/day-words';
import { IconButton } from '../parts/icon';
import { PressLink } from '../parts/press-link';
import type { ProposalContext } from './model';

interface ProposalItemProps {
  readonly id: string;
  readonly index: number;
  /** Where it stands from the top of the list, in pixels. */
  readonly top: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly row: ProposalRow;
  readonly today: Day;
  readonly focused: boolean;
  readonly selected: boolean;
  /** Between press and result; it cannot be pressed again. */
  readonly pending: boolean;
  readonly context: ProposalContext | null;
  readonly onFocus: (event: MouseEvent) => void;
  readonly onDecide: (decision: DecisionName) => void;
  readonly onOpen: (event: MouseEvent) => void;
}

/** A proposed task: its words, whose it is and from where, and its two buttons. Drawn again only when one of these changed. */
export const ProposalItem = memo(function ProposalItem(props: ProposalItemProps): VNode {
  const { id, index, top, measure, row, today, focused, selected, pending, context, onFocus, onDecide, onOpen } = props;
  const text = row.text === '' ? '(no words)' : row.text;
  const name = visible(text);
  return (
    <div
      id={id} role="row" aria-rowindex={index + 1} aria-selected={selected} aria-disabled={pending} data-index={index} ref={measure}
      class={`account-actions-proposal ${focused ? 'is-focused' : ''} ${selected ? 'is-selected' : ''} ${pending ? 'is-pending' : ''}`}
      style={{ transform: `translateY(${top}px)` }} onClick={onFocus}
    >
      <div class="account-actions-item-inner" role="gridcell">
        <div class="account-actions-item-text"><InlineText text={text} /></div>
        <div class="account-actions-sub">
          <span><bdi>{row.account === null ? 'no account' : visible(row.account)}</bdi></span>
          <span class={row.mine ? 'is-mine' : ''}><bdi>{row.mine ? 'me' : row.owners.length === 0 ? 'nobody yet' : visible(row.owners.join(', '))}</bdi></span>
          {row.due !== null && <span title={`Due ${row.due}`}>due {dayWords(row.due, today)}</span>}
          {row.age !== null && row.age >= 0 && <span>{row.age === 0 ? 'today' : `${countWords(row.age, 'day')} old`}</span>}
          <PressLink class="account-actions-from" onPress={onOpen}>{visible(row.note)}</PressLink>
        </div>
        {context !== null && <Context context={context} />}
      </div>
      <div class="account-actions-row-buttons" role="gridcell">
        <IconButton icon="check" label={`Accept: ${name}`} onPress={(event) => press(event, () => onDecide('accept'))} />
        <IconButton icon="x" label={`Dismiss: ${name}`} onPress={(event) => press(event, () => onDecide('dismiss'))} />
      </div>
    </div>
  );
}, (before, after) => DRAWN.every((name) => sameValue(before[name], after[name])));

/** The props that a row shows; its handlers say the same as long as these do. */
const DRAWN = ['id', 'index', 'top', 'row', 'today', 'focused', 'selected', 'pending', 'context'] as const;

function press(event: MouseEvent, action: () => void): void {
  event.stopPropagation();
  // The button goes with its row; the keys belong to the grid.
  (event.currentTarget as HTMLElement).closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  action();
}

function Context({ context: { heading, summary, lines } }: { readonly context: ProposalContext }): VNode {
  return (
    <div class="account-actions-context">
      {summary !== '' && <p><InlineText text={summary} /></p>}
      {heading !== null && <div class="account-actions-sub"><bdi>{visible(heading)}</bdi></div>}
      <ol>
        {lines.map(({ number, text, own }) => <li key={number} value={number} class={own ? 'is-own' : ''}><InlineText text={text} /></li>)}
      </ol>
    </div>
  );
}
