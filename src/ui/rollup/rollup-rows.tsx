import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import type { RollupMeeting, RollupRow } from '../../core/rollup/rows';
import { visible } from '../../core/text/inline';
import { words } from '../../words/words';
import { useSilentLabel } from '../parts/silent-label';
import type { RowsModel } from '../rows/model';
import {
  AccountPart,
  IN_ACCOUNT,
  moreOf,
  originOf,
  Row,
  RowWords,
  type Hidden,
  type Sign,
  type Unfolding,
} from '../rows/row';
import { StatementItem } from '../rows/statement-item';
import { TaskItem } from '../rows/task-item';

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
            <RollupItem
              key={`${row.kind} ${row.key}`}
              model={model}
              row={row}
              today={today}
              unfolding={{ isOpen: opened.isOpen(row.key), toggle: () => opened.toggle(row.key) }}
              saysKind={mixed.kinds}
              hides={{
                account: !mixed.accounts || row.account === label || row.account === row.note,
                note: isBelow || row.kind === 'meeting',
                owner: mixed.owners === false,
              }}
            />
          );
        })}
      </ul>
    </>
  );
}

interface RollupItemProps {
  readonly model: RowsModel;
  readonly row: RollupRow;
  readonly today: Day;
  readonly unfolding: Unfolding;
  readonly saysKind: boolean;
  readonly hides: Hidden;
}

const KINDS = {
  decision: { name: 'gavel', label: words.common.kind.decision },
  fact: { name: 'info', label: words.common.kind.fact },
  meeting: { name: 'calendar', label: words.common.kind.meeting },
} as const;

function RollupItem({ model, row, today, unfolding, saysKind, hides }: RollupItemProps): VNode {
  const shown = { model, today, unfolding, hides };
  if (row.kind === 'task') return <TaskItem {...shown} task={row} />;
  const sign: Sign | undefined = saysKind ? KINDS[row.kind] : undefined;
  return row.kind === 'meeting' ? (
    <MeetingItem {...shown} sign={sign} meeting={row} />
  ) : (
    <StatementItem {...shown} sign={sign} statement={row} />
  );
}

interface MeetingItemProps extends Omit<RollupItemProps, 'row' | 'saysKind'> {
  readonly meeting: RollupMeeting;
  readonly sign: Sign | undefined;
}

/** A meeting in a timeline, with the other notes of it on demand. */
function MeetingItem({ model, meeting, today, unfolding, sign, hides }: MeetingItemProps): VNode {
  return (
    <Row
      model={model}
      place={{ path: meeting.path }}
      sign={sign}
      from={originOf(meeting, hides, today)}
      class="is-meeting"
      parts={<AccountPart account={meeting.account} hides={hides} />}
      more={moreOf(meeting.copies, unfolding, (other) => (
        <Row key={other.key} model={model} place={other} from={originOf(other, IN_ACCOUNT, today)}>
          <RowWords model={model} path={other.path} text={other.text} />
        </Row>
      ))}
    >
      <RowWords model={model} path={meeting.path} text={meeting.text} />
    </Row>
  );
}
