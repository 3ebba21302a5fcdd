import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import type { AccountDetail } from '../../core/graph/rows';
import { countWords, dayWords } from '../parts/day-words';
import { useSilentLabel } from '../parts/silent-label';

const BAR = 8;
const HEIGHT = 24;

/** One quiet bar a week, the numbers as its text for a screen reader. Nothing where there was no meeting. */
export function MeetingsChart({ weeks, today }: { readonly weeks: AccountDetail['meetingsByWeek']; readonly today: Day }): VNode | null {
  const words = weeks.filter(({ count }) => count > 0).map(({ week, count }) => `${countWords(count, 'meeting')} in the week of ${dayWords(week, today)}`);
  const name = useSilentLabel(`Meetings in ${weeks.length} weeks: ${words.join(', ')}`);
  const most = Math.max(...weeks.map(({ count }) => count));
  if (most === 0) return null;
  return (
    <figure class="account-actions-chart">
      {name.element}
      <svg role="img" aria-labelledby={name.id} viewBox={`0 0 ${weeks.length * BAR} ${HEIGHT}`} preserveAspectRatio="none">
        {weeks.map(({ week, count }, index) => {
          const height = count === 0 ? 1.5 : Math.max(4, (count / most) * HEIGHT);
          return (
            <rect key={week} class={count === 0 ? 'is-empty' : ''} x={index * BAR + 1} y={HEIGHT - height} width={BAR - 2} height={height}>
              <title>{`Week of ${dayWords(week, today)}: ${countWords(count, 'meeting')}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption>Meetings by week</figcaption>
    </figure>
  );
}
