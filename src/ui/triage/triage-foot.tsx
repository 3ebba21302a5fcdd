import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import { lastOf } from '../../core/base/last-of';
import type { DecidedDay } from '../../core/triage/progress';
import { countWords, dayWords } from '../../words/format';
import { useSilentLabel } from '../parts/silent-label';
import type { Running } from '../../app/triage/press-queue';

interface TriageFootProps {
  readonly said: string;
  /** How many rows are shown, and how many of them were done or decided before. */
  readonly shown: number;
  readonly before: number;
  readonly selected: number;
  readonly waiting: number;
  /** How many presses wait to be written. */
  readonly unwritten: number;
  readonly days: readonly DecidedDay[];
  readonly today: Day;
  readonly running: Running | null;
  readonly onStop: () => void;
  /** Decides all rows that are shown. */
  readonly onDecideAll: (verb: 'accept' | 'dismiss' | 'as-before') => void;
}

/** What happened, what is left, how the day went, and the buttons that decide all that is shown. */
export function TriageFoot({
  said,
  shown,
  before,
  selected,
  waiting,
  unwritten,
  days,
  today,
  running,
  onStop,
  onDecideAll,
}: TriageFootProps): VNode {
  return (
    <div class="account-actions-foot">
      <div class="account-actions-foot-line">
        <span class="account-actions-said" role="status">
          {said}
        </span>
        <span class="account-actions-sub">
          {unwritten >= LAGGING && `${unwritten.toLocaleString('en-GB')} still to be written · `}
          {selected > 0 && `${selected.toLocaleString('en-GB')} selected · `}
          {shown === waiting
            ? `${countWords(waiting, 'proposal')} waiting`
            : `${shown.toLocaleString('en-GB')} of ${countWords(waiting, 'proposal')}`}
        </span>
      </div>
      {running === null ? (
        <div class="account-actions-foot-line">
          <DecidedChart days={days} today={today} />
          {shown > 0 && (
            <span class="account-actions-foot-buttons">
              {before > 0 && (
                <button type="button" onClick={() => onDecideAll('as-before')}>
                  Settle {before.toLocaleString('en-GB')} as before
                </button>
              )}
              <button type="button" onClick={() => onDecideAll('accept')}>
                Accept {shown.toLocaleString('en-GB')}
              </button>
              <button type="button" onClick={() => onDecideAll('dismiss')}>
                Dismiss {shown.toLocaleString('en-GB')}
              </button>
            </span>
          )}
        </div>
      ) : (
        <div class="account-actions-foot-line">
          <progress aria-label="Notes written" value={running.done} max={running.total} />
          <span>
            {running.done.toLocaleString('en-GB')} of {countWords(running.total, 'note')}
          </span>
          <button type="button" onClick={onStop}>
            Stop
          </button>
        </div>
      )}
    </div>
  );
}

/** From so many presses on that wait, notes lag behind what is shown. */
const LAGGING = 3;
const BAR = 5;
const HEIGHT = 14;

/** A bar for each day: what was decided. */
function DecidedChart({ days, today }: { readonly days: readonly DecidedDay[]; readonly today: Day }): VNode {
  const most = Math.max(...days.map(({ count }) => count));
  const words = days
    .filter(({ count }) => count > 0)
    .map(({ day, count }) => `${dayWords(day, today)}: ${count.toLocaleString('en-GB')}`);
  const name = useSilentLabel(`Decided by day: ${words.join(', ')}`);
  return (
    <span class="account-actions-decided">
      {(lastOf(days)?.count ?? 0).toLocaleString('en-GB')} decided today
      {most > 0 && (
        <>
          {name.element}
          <svg role="img" aria-labelledby={name.id} viewBox={`0 0 ${days.length * BAR} ${HEIGHT}`}>
            {days.map(({ day, count }, index) => {
              const height = count === 0 ? 1 : Math.max(3, (count / most) * HEIGHT);
              return (
                <rect
                  key={day}
                  class={count === 0 ? 'is-empty' : ''}
                  x={index * BAR}
                  y={HEIGHT - height}
                  width={BAR - 1}
                  height={height}
                >
                  <title>{`${dayWords(day, today)}: ${count} decided`}</title>
                </rect>
              );
            })}
          </svg>
        </>
      )}
    </span>
  );
}
