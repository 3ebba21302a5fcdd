import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import type { Place } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import type { RowVerb } from '../../core/triage/decide';
import type { DismissReason } from '../../core/task/dismiss-reason';
import type { Proposal } from '../../core/triage/proposals';
import type { Evidence, ProposalRow } from '../../core/triage/rows';
import { InlineText } from '../inline/inline-text';
import { dayWords } from '../../words/format';
import { Icon, IconButton } from '../parts/icon';
import { memo } from '../parts/memo';
import { PressLink } from '../parts/press-link';
import type { ProposalContext } from '../../app/triage/model';
import type { Grouping } from '../../app/triage/sections';
import { plainVerbs, VERBS } from '../../app/triage/verbs';
import { copiesWords, evidenceWords, ownerWords } from '../../app/row-words';
import { keyHint, keysOf, withKey } from './keys';
import { RowDetails } from './row-details';
import { useSwipe } from './swipe';
import type { TwinPlace } from './twins';
import { words } from '../../words/words';

interface ProposalItemProps {
  readonly id: string;
  /** What the ids begin with of what says `Accept:`, by the name of the verb. */
  readonly verbId: string;
  readonly index: number;
  /** Where it stands from the top of the list, in pixels. */
  readonly top: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly row: ProposalRow;
  readonly today: Day;
  /** Whether letters are keys. */
  readonly letters: boolean;
  /** Why lines were dismissed that do not say it. */
  readonly reasons: ReadonlyMap<string, DismissReason>;
  /** What stands above it, where it is the first of a section. */
  readonly head: VNode | null;
  /** By what the rows stand together: what that says of all of them is not said again. */
  readonly grouping: Grouping;
  readonly focused: boolean;
  readonly selected: boolean;
  /** Why it was pressed and is here again; null where it was not. */
  readonly refused: string | null;
  /** What stands around it, where it is opened. */
  readonly context: ProposalContext | null;
  readonly onFocus: (event: MouseEvent) => void;
  readonly onDecide: (verb: RowVerb) => void;
  readonly onOpen: (place: Place, event: MouseEvent) => void;
  /** Opens or closes what stands around it. */
  readonly onToggle: () => void;
  readonly onSetApart: (line: Proposal) => void;
  /** Where the row is shown that is likely the same; null where there is none. */
  readonly twin: TwinPlace | null;
  /** Says whether both are the same. */
  readonly onTell: (areSame: boolean) => void;
}

/**
 * A group of proposed lines in its place of the list. With each decision all below have another place; what stands in
 * them stays.
 */
export function ProposalItem(props: ProposalItemProps): VNode {
  const { id, index, top, measure, head, focused, selected, refused, twin, onFocus, onDecide } = props;
  const { moved, side, ...swiping } = useSwipe((swiped) => onDecide(SWIPES[swiped].verb));
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      data-index={index}
      ref={measure}
      class={`account-actions-proposal ${focused ? 'is-focused' : ''} ${selected ? 'is-selected' : ''} ${refused === null ? '' : 'is-refused'} ${twin === null ? '' : `has-twin-${twin}`}`}
      style={{ transform: `translateY(${top}px)` }}
      // Obsidian opens its side bars with swipes, too.
      data-ignore-swipe
      onClick={onFocus}
    >
      {head}
      <div class="account-actions-proposal-body" role="presentation" {...swiping}>
        {moved !== 0 && <SwipeHint moved={moved} isFar={side !== null} />}
        <div
          class="account-actions-proposal-cells"
          role="presentation"
          style={{ transform: moved === 0 ? undefined : `translateX(${moved}px)` }}
        >
          <ProposalCells {...props} />
        </div>
      </div>
    </div>
  );
}

/** What is seen behind a row that is swiped: what it will be. */
function SwipeHint({ moved, isFar }: { readonly moved: number; readonly isFar: boolean }): VNode {
  const side = moved > 0 ? 'right' : 'left';
  return (
    <div
      class={`account-actions-swipe is-${side} ${isFar ? 'is-far' : ''}`}
      style={{ width: `${Math.abs(moved)}px` }}
      aria-hidden
    >
      <Icon name={SWIPES[side].icon} />
      {SWIPES[side].label}
    </div>
  );
}

/** What a swipe does. */
const SWIPES = {
  right: plainVerbs(({ swipe }) => swipe === 'right')[0]!,
  left: plainVerbs(({ swipe }) => swipe === 'left')[0]!,
};

/** The verbs that each row has buttons for. */
export const ROW_VERBS = plainVerbs(({ buttons }) => buttons.includes('row'));

/** The props that a row shows; its handlers say the same as long as these do. */
const DRAWN = ['id', 'row', 'today', 'letters', 'grouping', 'focused', 'refused', 'context', 'twin'] as const;

/**
 * The words of the best line of a group, whose it is and from where, what is known of it, and its buttons. Drawn again
 * only when one of these changed.
 */
const ProposalCells = memo(
  function ProposalCells(props: ProposalItemProps): VNode {
    const { id, verbId, row, today, letters, reasons, focused, refused, context, twin } = props;
    const { onDecide, onOpen, onSetApart } = props;
    const text = row.text === '' ? words.common.noText : row.text;
    const name = visible(text);
    // With Tab one comes from the grid to the buttons of its active row, and of no other.
    const tabIndex = focused ? 0 : -1;
    return (
      <>
        <div class="account-actions-item-inner" role="gridcell">
          <div class="account-actions-item-text" id={`${id}-text`}>
            <InlineText text={text} />
          </div>
          <RowFacts {...props} tabIndex={tabIndex} />
          {twin === 'below' && <span class="account-actions-unseen">{words.triage.twins.below}</span>}
          {refused !== null && <p class="account-actions-fault">{visible(refused)}</p>}
          {context !== null && (
            <RowDetails
              row={row}
              context={context}
              today={today}
              reasons={reasons}
              onOpen={onOpen}
              onSetApart={onSetApart}
            />
          )}
        </div>
        <div class="account-actions-row-buttons" role="gridcell">
          {ROW_VERBS.map((entry) => (
            <IconButton
              key={entry.name}
              icon={entry.icon}
              label={`${words.triage.ofRow(entry.label)} ${name}`}
              {...keyHint(entry.label, entry.keys, letters)}
              labelledBy={`${verbId}-${entry.name} ${id}-text`}
              tabIndex={tabIndex}
              onPress={(event) => press(event, () => onDecide(entry.verb))}
            />
          ))}
        </div>
      </>
    );
  },
  (before, after) => before.reasons === after.reasons && DRAWN.every((name) => sameValue(before[name], after[name])),
);

/** Whose a row is and from where, and what is known of it besides. */
function RowFacts(props: ProposalItemProps & { readonly tabIndex: number }): VNode {
  const { row, today, letters, reasons, grouping, context, twin, tabIndex, onDecide, onOpen, onToggle } = props;
  return (
    <div class="account-actions-sub">
      {grouping !== 'account' && grouping !== 'meeting' && (
        <span>
          <bdi>{row.account === null ? words.common.facts.noAccount : visible(row.account)}</bdi>
        </span>
      )}
      <span class={row.mine ? 'is-mine' : ''}>
        <bdi>{ownerWords(row)}</bdi>
      </span>
      {row.priority !== null && <span>{words.common.facts.priority[row.priority]}</span>}
      {row.due !== null && (
        <span title={words.common.facts.dueOn(row.due)}>{words.common.facts.due(dayWords(row.due, today))}</span>
      )}
      {row.snoozed !== null && <span>{words.common.facts.snoozed(dayWords(row.snoozed, today))}</span>}
      {(grouping !== 'meeting' || row.twin?.leads === true) && (
        <>
          {row.age !== null && row.age >= 0 && <span>{words.triage.age(row.age)}</span>}
          <PressLink class="account-actions-from" tabIndex={tabIndex} onPress={(event) => onOpen(row, event)}>
            {visible(row.note)}
          </PressLink>
        </>
      )}
      {row.copies.length > 0 && (
        <button
          type="button"
          class="account-actions-fact-button"
          tabIndex={tabIndex}
          aria-expanded={context !== null}
          title={withKey(words.keys.context, keysOf('context'), letters)}
          onClick={(event) => press(event, onToggle)}
        >
          {visible(copiesWords(row))}
        </button>
      )}
      {[row.done, row.decided].map(
        (evidence) =>
          evidence !== null && (
            <EvidenceButton
              key={evidence.status}
              evidence={evidence}
              today={today}
              letters={letters}
              reasons={reasons}
              tabIndex={tabIndex}
              onPress={() => onDecide({ name: 'as-before' })}
            />
          ),
      )}
      {twin !== null && twin !== 'below' && <TwinFacts {...props} />}
    </div>
  );
}

const AS_BEFORE = VERBS.find(({ name }) => name === 'as-before')!;

interface EvidenceButtonProps {
  readonly evidence: Evidence;
  readonly today: Day;
  readonly letters: boolean;
  readonly reasons: ReadonlyMap<string, DismissReason>;
  readonly tabIndex: number;
  readonly onPress: () => void;
}

function EvidenceButton({ evidence, today, letters, reasons, tabIndex, onPress }: EvidenceButtonProps): VNode {
  return (
    <button
      type="button"
      class="account-actions-fact-button is-evidence"
      tabIndex={tabIndex}
      title={withKey(AS_BEFORE.label, AS_BEFORE.keys, letters)}
      onClick={(event) => press(event, onPress)}
    >
      {visible(evidenceWords(evidence, today, reasons))}
      <Icon name="check-check" />
    </button>
  );
}

/** That another row is likely the same, and what a person may say of it. */
function TwinFacts({
  twin,
  letters,
  tabIndex,
  onTell,
}: Pick<ProposalItemProps, 'twin' | 'letters' | 'onTell'> & { tabIndex: number }): VNode {
  const { fact, above, same, two } = words.triage.twins;
  return (
    <>
      <span>{twin === 'above' ? above : fact}</span>
      {[true, false].map((areSame) => (
        <button
          key={String(areSame)}
          type="button"
          class="account-actions-fact-button"
          tabIndex={tabIndex}
          title={withKey(areSame ? same : two, keysOf(areSame ? 'same' : 'two'), letters)}
          onClick={(event) => press(event, () => onTell(areSame))}
        >
          {areSame ? same : two}
        </button>
      ))}
    </>
  );
}

/** A press on a button of a row is not one on the row. */
function press(event: MouseEvent, act: () => void): void {
  event.stopPropagation();
  act();
}
