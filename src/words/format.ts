import { daysBetween, type Day } from '../core/base/day';

// A day is read and written in UTC, where each has a midnight.
const SAME_YEAR = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const OTHER_YEAR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** What was written before: the same days stand in row after row. */
const written = { short: new Map<Day, string>(), long: new Map<Day, string>() };

/** A day for people: `6 Mar`, and `6 Mar 2025` where it is not this year's. */
export function dayWords(day: Day, today: Day): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  const known = isThisYear ? written.short : written.long;
  const words = known.get(day) ?? (isThisYear ? SAME_YEAR : OTHER_YEAR).format(Date.parse(day));
  known.set(day, words);
  return words;
}

/** How a day lies to today: `today`, `yesterday`, `in 3 days`, `12 days ago`, and from four weeks on the day itself. */
export function distanceWords(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (Math.abs(days) > 28) return dayWords(day, today);
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

const NUMBERS = new Intl.NumberFormat('en-GB');

/** How many lines say the same as one: `1 copy`, `3 copies`. */
export function copiesWords(count: number): string {
  return `${NUMBERS.format(count)} ${count === 1 ? 'copy' : 'copies'}`;
}

/** A number with its word: `1 note`, `1,204 notes`. */
export function countWords(count: number, word: string): string {
  return `${NUMBERS.format(count)} ${word}${count === 1 ? '' : 's'}`;
}

const WITH_WEEKDAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** A day with its weekday: `Fri 6 Mar`, and `Fri 6 Mar 2027` where it is not this year's. */
export function dayOfWeekWords(day: Day, today: Day): string {
  const words = WITH_WEEKDAY.format(Date.parse(day)).replace(',', '');
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** A month (`YYYY-MM`) for people: `March 2026`. */
export function monthWords(month: string): string {
  return MONTH.format(Date.parse(`${month}-01`));
}
