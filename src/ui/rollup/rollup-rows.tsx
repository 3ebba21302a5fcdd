import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import { visible } from '../../core/text/inline';
import type { RollupRow } from '../../core/rollup/rows';
import type { RowVerb } from '../../core/triage/decide';
import { isFor, plainVerbs } from '../../app/triage/verbs';
import { InlineText } from '../inline/inline-text';
import { dayWords } from '../../words/format';
import { Icon, IconButton } from '../parts/icon';
import { PressLink } from '../parts/press-link';
import { useSilentLabel } from '../parts/silent-label';
import { STATUS_SIGNS } from '../parts/status-signs';
import type { RowsModel } from './model';
import type { StatementRow, TaskRow } from '../../core/graph/rows';
import { words } from '../../words/words';

/** Which rows show the lines that say the same, and how that is changed. */
export interface OpenedRows {
  readonly isOpen: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

interface RollupRowsProps {
  readonly model: RowsModel;
  readonly rows: readonly RollupRow[];
  readonly today: Day;
  readonly opened: OpenedRows;
  /** What the list is called. */
  readonly label: string;
  /** Whether each row names its account, and says what it is. */
  readonly mixed: { readonly accounts: boolean; readonly kinds: boolean; readonly owners?: boolean };
}

/** Rows of decisions, tasks, facts and meetings, each with its note and day, and what can be done with it. */
export function RollupRows({ model, rows, today, opened, label, mixed }: RollupRowsProps): VNode {
  const name = useSilentLabel(visible(label));
  /** The note of the meeting that the rows are below, in a timeline. */
  let meeting: string | null = null;
  return (
    <>
      {name.element}
      <ul class="account-actions-rollup-rows" aria-labelledby={name.id}>
        {rows.map((row) => {
          const isBelow = row.path === meeting;
          if (row.kind === 'meeting') meeting = row.path;
          return (
            <Row
              key={`${row.kind} ${row.key}`}
              model={model}
              row={row}
              today={today}
              isOpen={opened.isOpen(row.key)}
              onToggle={() => opened.toggle(row.key)}
              sign={mixed.kinds || row.kind === 'task'}
              hides={{
                account: !mixed.accounts || row.account === label || row.account === row.note,
                note: isBelow,
                owner: mixed.owners === false,
              }}
            />
          );
        })}
      </ul>
    </>
  );
}

/** Longer words are nobody's decision: they are cut until one asks for them. In UTF-16 units. */
const LONGEST_TEXT = 1_000;

interface RowProps {
  readonly model: RowsModel;
  readonly row: RollupRow;
  readonly today: Day;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Whether it says what it is. */
  readonly sign: boolean;
  /** What is said of it already where it stands. */
  readonly hides: { readonly account: boolean; readonly note: boolean; readonly owner: boolean };
}

const KINDS = {
  decision: { name: 'gavel', label: words.common.kind.decision },
  fact: { name: 'info', label: words.common.kind.fact },
  meeting: { name: 'calendar', label: words.common.kind.meeting },
} as const;

function Row({ model, row, today, isOpen, onToggle, sign: hasSign, hides }: RowProps): VNode {
  const sign = row.kind === 'task' ? STATUS_SIGNS[row.status] : hasSign ? KINDS[row.kind] : null;
  const [isWhole, setWhole] = useState(false);
  const text = row.text === '' ? words.common.noText : row.text;
  const isCut = !isWhole && text.length > LONGEST_TEXT;
  const isSuperseded = row.kind === 'decision' && row.superseded !== null;
  return (
    <li class={`account-actions-rollup-row ${isSuperseded ? 'is-superseded' : ''}`}>
      {sign !== null && (
        <span class="account-actions-rollup-sign" role="img" aria-label={sign.label}>
          <Icon name={sign.name} />
        </span>
      )}
      <div class="account-actions-rollup-words">
        <span class={`account-actions-rollup-text ${row.kind === 'meeting' ? 'is-meeting' : ''}`}>
          <InlineText
            text={isCut ? `${text.slice(0, LONGEST_TEXT)}…` : text}
            links={{ openLink: (target, event) => model.openLink(target, row.path, event) }}
          />
        </span>
        <span class="account-actions-rollup-meta">
          {isCut && (
            <button type="button" class="account-actions-rollup-more" onClick={() => setWhole(true)}>
              {words.rollups.showText}
            </button>
          )}
          {row.kind === 'decision' && <Marks model={model} row={row} today={today} />}
          {row.kind === 'task' && <TaskWords task={row} today={today} hidesOwner={hides.owner} />}
          {!hides.account && <Part>{row.account === null ? words.common.facts.noAccount : visible(row.account)}</Part>}
          <Origin
            model={model}
            place={row.kind === 'meeting' ? { path: row.path } : row}
            note={row.kind === 'meeting' || hides.note ? null : row.note}
            day={row.day}
            today={today}
          />
          {row.copies.length > 0 && (
            <button type="button" class="account-actions-rollup-more" aria-expanded={isOpen} onClick={onToggle}>
              {words.count.copies(row.copies.length)}
            </button>
          )}
        </span>
        {isOpen && row.copies.length > 0 && (
          <ul class="account-actions-rollup-copies">
            {row.copies.map((line) => (
              <Similar key={line.key} model={model} line={line} today={today} />
            ))}
          </ul>
        )}
      </div>
      {row.kind === 'task' && <Verbs model={model} task={row} />}
      {row.kind === 'decision' && (
        <span class="account-actions-rollup-verbs">
          <IconButton
            icon="ellipsis-vertical"
            label={words.decisions.options(visible(row.text).slice(0, LONGEST_TEXT))}
            onPress={(event) => model.showDecisionMenu(event, row)}
          />
        </span>
      )}
    </li>
  );
}

/** A part of the small print of a row. */
function Part({
  children,
  class: className = '',
}: {
  readonly children: ComponentChildren;
  readonly class?: string;
}): VNode {
  return (
    <span class={`account-actions-rollup-part ${className}`}>
      <bdi>{children}</bdi>
    </span>
  );
}

function Marks({
  model,
  row: { confirmed, superseded, path },
  today,
}: {
  readonly model: RowsModel;
  readonly row: StatementRow;
  readonly today: Day;
}): VNode {
  return (
    <>
      {confirmed !== null && (
        <span class="account-actions-rollup-part is-confirmed" title={words.common.facts.confirmedOn(confirmed)}>
          <Icon name="check" />
          {words.common.facts.confirmed(dayWords(confirmed, today))}
        </span>
      )}
      {superseded !== null && (
        <Part>
          {words.common.facts.supersededBy}{' '}
          <PressLink onPress={(event) => model.openLink(superseded, path, event)}>
            {visible(superseded.slice(superseded.lastIndexOf('/') + 1))}
          </PressLink>
        </Part>
      )}
    </>
  );
}

function TaskWords({
  task: { owners, mine, due, overdue, snoozed, priority },
  today,
  hidesOwner,
}: {
  readonly task: TaskRow;
  readonly today: Day;
  readonly hidesOwner: boolean;
}): VNode {
  return (
    <>
      {!hidesOwner && (
        <Part class={mine ? 'is-mine' : ''}>
          {mine ? words.common.me : owners.length === 0 ? words.common.facts.noOwner : visible(owners.join(', '))}
        </Part>
      )}
      {due !== null && (
        <Part class={overdue ? 'is-overdue' : ''}>
          {overdue ? words.common.facts.wasDue(dayWords(due, today)) : words.common.facts.due(dayWords(due, today))}
        </Part>
      )}
      {priority !== null && priority !== 'medium' && <Part>{words.common.facts.priority[priority]}</Part>}
      {snoozed !== null && <Part>{words.common.facts.snoozed(dayWords(snoozed, today))}</Part>}
    </>
  );
}

interface OriginProps {
  readonly model: RowsModel;
  readonly place: { readonly path: string; readonly line?: number };
  readonly note: string | null;
  readonly day: Day | null;
  readonly today: Day;
}

/** The note of a line and its day, as a link to the line. */
function Origin({ model, place, note, day, today }: OriginProps): VNode {
  const from = [...(note === null ? [] : [visible(note)]), ...(day === null ? [] : [dayWords(day, today)])].join(', ');
  return (
    <span class="account-actions-rollup-part" onMouseOver={(event) => model.preview(place, event, event.currentTarget)}>
      <PressLink class="account-actions-rollup-from" onPress={(event) => model.open(place, event)}>
        {from === '' ? words.common.note : from}
      </PressLink>
    </span>
  );
}

function Similar({
  model,
  line,
  today,
}: {
  readonly model: RowsModel;
  readonly line: RollupRow['copies'][number];
  readonly today: Day;
}): VNode {
  return (
    <li>
      <span class="account-actions-rollup-text">
        <InlineText
          text={line.text.slice(0, LONGEST_TEXT)}
          links={{ openLink: (target, event) => model.openLink(target, line.path, event) }}
        />
      </span>
      <Origin model={model} place={line} note={line.note} day={line.day} today={today} />
    </li>
  );
}

const BUTTONS = plainVerbs(({ buttons }) => buttons.includes('line'));

/** What can be decided of a task. Between press and result it cannot be pressed again. */
function Verbs({ model, task }: { readonly model: RowsModel; readonly task: TaskRow }): VNode | null {
  const [pending, setPending] = useState(false);
  const offered = BUTTONS.filter((entry) => isFor(entry, task.status));
  if (offered.length === 0) return null;
  const press = async (verb: RowVerb): Promise<void> => {
    if (pending) return;
    setPending(true);
    await model.decide(task, verb);
    setPending(false);
  };
  return (
    <span class={`account-actions-rollup-verbs ${pending ? 'is-pending' : ''}`} aria-busy={pending}>
      {offered.map(({ name, verb, label, icon }) => (
        <IconButton key={name} icon={icon} label={`${label}: ${visible(task.text)}`} onPress={() => void press(verb)} />
      ))}
    </span>
  );
}
