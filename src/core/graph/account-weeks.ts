import { plusDays, weekOf, type Day } from '../base/day';
import { meetingsOf } from '../note/meetings';
import type { Note } from '../note/note';
import type { WeekRow } from './rows';

const WEEKS = 26;

type Counted = { -readonly [Key in keyof WeekRow]: WeekRow[Key] };

/** What happened in the last half year of an account's notes, week by week. Meetings to come are not counted. */
export function weeksOf(notes: readonly Note[], today: Day): readonly WeekRow[] {
  const weeks = new Map<Day, Counted>();
  for (let back = WEEKS - 1; back >= 0; back--) {
    const week = weekOf(plusDays(today, -7 * back));
    weeks.set(week, { week, meetings: 0, opened: 0, closed: 0 });
  }
  const count = (what: Exclude<keyof WeekRow, 'week'>, day: Day | null): void => {
    const week = day === null || day > today ? undefined : weeks.get(weekOf(day));
    if (week !== undefined) week[what]++;
  };
  for (const [{ day }] of meetingsOf(notes)) count('meetings', day);
  for (const { day, tasks } of notes) {
    for (const { status, tags, done, cancelled } of tasks) {
      if (status === 'proposed' || tags.some((tag) => tag.toLowerCase() === 'copy')) continue;
      count('opened', day);
      if (status === 'done') count('closed', done);
      else if (status === 'dismissed') count('closed', cancelled);
    }
  }
  return [...weeks.values()];
}
