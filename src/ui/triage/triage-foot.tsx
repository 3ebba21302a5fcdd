import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import { lastOf } from '../../core/base/last-of';
import type { DecidedDay } from '../../core/triage/progress';
import { dayWords } from '../../words/format';
import { words } from '../../words/words';
import { Icon } from '../parts/icon';
import { addEntry, showMenu } from '../parts/show-menu';
import { useSilentLabel } from '../parts/silent-label';
import type { Running } from '../../app/triage/press-queue';
import { plainVerbs, type PlainVerb } from '../../app/triage/verbs';

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
  readonly onDecideAll: (entry: PlainVerb) => void;
}

/** What takes less on itself comes first: what was decided before, where there is some. */
const FOR_ALL = [
  ...plainVerbs(({ all, only }) => all !== undefined && only === 'decided-before'),
  ...plainVerbs(({ all, only }) => all !== undefined && only !== 'decided-before'),
];

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
  const showAll = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const entry of FOR_ALL) {
      const rows = entry.only === 'decided-before' ? before : shown;
      if (rows > 0) addEntry(menu, entry.all!.label(rows), entry.icon, () => onDecideAll(entry));
    }
    showMenu(menu, event);
  };
  return (
    <div class="account-actions-foot">
      <span class="account-actions-said" role="status">
        {said}
      </span>
      {running === null ? (
        <>
          <span class="account-actions-sub">
            {unwritten >= LAGGING && words.triage.toWrite(unwritten)}
            {selected > 0 && words.triage.selected(selected)}
            {said === '' && (shown === waiting ? words.triage.waiting(waiting) : words.triage.shown(shown, waiting))}
          </span>
          {said === '' && <DecidedChart days={days} today={today} />}
          {shown > 0 && (
            <button type="button" aria-haspopup="menu" onClick={showAll}>
              {words.triage.allShown(shown)}
              <Icon name="chevron-down" />
            </button>
          )}
        </>
      ) : (
        <>
          <progress aria-label={words.triage.notesWritten} value={running.done} max={running.total} />
          <span>{words.triage.ofNotes(running.done, running.total)}</span>
          <button type="button" onClick={onStop}>
            {words.triage.stop}
          </button>
        </>
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
  const shown = days
    .filter(({ count }) => count > 0)
    .map(({ day, count }) => words.triage.onDay(dayWords(day, today), count));
  const name = useSilentLabel(words.triage.decidedByDay(shown.join(', ')));
  return (
    <span class="account-actions-decided">
      {words.triage.decidedToday(lastOf(days)?.count ?? 0)}
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
                  <title>{words.triage.decidedOn(dayWords(day, today), count)}</title>
                </rect>
              );
            })}
          </svg>
        </>
      )}
    </span>
  );
}
