import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import type { WeekRow } from '../../core/graph/rows';
import { dayWords, numberWords } from '../../words/format';
import { useSilentLabel } from '../parts/silent-label';
import { words } from '../../words/words';

const BAR = 8;
const HEIGHT = 16;

interface Measure {
  readonly what: 'meetings' | 'opened' | 'closed';
  readonly title: string;
  /** What is counted, in full. */
  readonly says: string;
}

const MEETINGS: Measure = {
  what: 'meetings',
  title: words.accounts.chart.meetings,
  says: words.accounts.chart.meetings,
};
const TASKS: readonly Measure[] = [
  { what: 'opened', title: words.accounts.chart.opened, says: words.accounts.chart.openedTasks },
  { what: 'closed', title: words.accounts.chart.closed, says: words.accounts.chart.closedTasks },
];

/** Meetings, and tasks opened and closed, a quiet bar a week. Nothing where nothing happened. */
export function ActivityChart({
  weeks,
  today,
}: {
  readonly weeks: readonly WeekRow[];
  readonly today: Day;
}): VNode | null {
  const mostMeetings = Math.max(...weeks.map(({ meetings }) => meetings));
  // Both have one scale, so that one sees whether more is opened than closed.
  const mostTasks = Math.max(...weeks.map(({ opened, closed }) => Math.max(opened, closed)));
  if (mostMeetings + mostTasks === 0) return null;
  return (
    <figure class="account-actions-chart">
      <Bars measure={MEETINGS} most={mostMeetings} weeks={weeks} today={today} />
      {TASKS.map((measure) => (
        <Bars key={measure.what} measure={measure} most={mostTasks} weeks={weeks} today={today} />
      ))}
      <figcaption aria-hidden="true">
        <span>{dayWords(weeks[0]!.week, today)}</span>
        <span>{words.accounts.chart.thisWeek}</span>
      </figcaption>
    </figure>
  );
}

interface BarsProps {
  readonly measure: Measure;
  /** What fills the height. */
  readonly most: number;
  readonly weeks: readonly WeekRow[];
  readonly today: Day;
}

function Bars({ measure: { what, title, says }, most, weeks, today }: BarsProps): VNode {
  const counted = weeks
    .filter((week) => week[what] > 0)
    .map((week) => words.accounts.chart.inWeek(week[what], dayWords(week.week, today)));
  const name = useSilentLabel(words.accounts.chart.all(says, weeks.length, counted));
  return (
    <>
      <span aria-hidden="true" title={says}>
        {title}
      </span>
      {name.element}
      <svg
        role="img"
        aria-labelledby={name.id}
        class={`is-${what}`}
        viewBox={`0 0 ${weeks.length * BAR} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {weeks.map((week, index) => {
          const count = week[what];
          const height = count === 0 ? 1.5 : Math.max(4, (count / most) * HEIGHT);
          return (
            <g key={week.week}>
              <title>{words.accounts.chart.week(says, dayWords(week.week, today), count)}</title>
              <rect class="is-ground" x={index * BAR} y={0} width={BAR} height={HEIGHT} />
              <rect
                class={count === 0 ? 'is-empty' : ''}
                x={index * BAR + 1}
                y={HEIGHT - height}
                width={BAR - 2}
                height={height}
              />
            </g>
          );
        })}
      </svg>
      <span class="account-actions-count" aria-hidden="true">
        {numberWords(weeks.reduce((sum, week) => sum + week[what], 0))}
      </span>
    </>
  );
}
