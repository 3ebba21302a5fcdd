import { dayOf, daysBetween, type Day } from '../core/base/day';
import { locale } from './language';

// A day is read and written in UTC, where each has a midnight.
const dayFormat = (parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts });
const SAME_YEAR = dayFormat({ day: 'numeric', month: 'short' });
const OTHER_YEAR = dayFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const WITH_WEEKDAY = dayFormat({ weekday: 'short', day: 'numeric', month: 'short' });
const MONTH = dayFormat({ month: 'long', year: 'numeric' });
const TIME = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const DISTANCE = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const NUMBERS = new Intl.NumberFormat(locale);
const PLURALS = new Intl.PluralRules(locale);
const AND = new Intl.ListFormat(locale, { type: 'conjunction' });
const OR = new Intl.ListFormat(locale, { type: 'disjunction' });

/** What was written before: the same days stand in row after row. */
const written = { short: new Map<Day, string>(), long: new Map<Day, string>() };

/** A day for people: `6 Mar`, and `6 Mar 2025` where it is not this year's. */
export function dayWords(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? known(written.short, day, SAME_YEAR) : dayInFull(day);
}

/** A day with its year, for text that goes elsewhere: `6 Mar 2026`. No plugin reads it as a field. */
export function dayInFull(day: Day): string {
  return known(written.long, day, OTHER_YEAR);
}

function known(before: Map<Day, string>, day: Day, format: Intl.DateTimeFormat): string {
  const words = before.get(day) ?? format.format(Date.parse(day));
  before.set(day, words);
  return words;
}

/** How a day lies to today: `today`, `yesterday`, `in 3 days`, `12 days ago`, and from four weeks on the day itself. */
export function distanceWords(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  return Math.abs(days) > 28 ? dayWords(day, today) : daysAwayWords(days);
}

/** A number of days from today: `today`, `tomorrow`, `in 3 days`, `12 days ago`. */
export function daysAwayWords(days: number): string {
  return DISTANCE.format(days, 'day');
}

/** A day with its weekday: `Fri 6 Mar`, and `Fri 6 Mar 2027` where it is not this year's. */
export function dayOfWeekWords(day: Day, today: Day): string {
  const words = WITH_WEEKDAY.format(Date.parse(day)).replace(',', '');
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

/** A month (`YYYY-MM`) for people: `March 2026`. */
export function monthWords(month: string): string {
  return MONTH.format(Date.parse(`${month}-01`));
}

/** A day of the past, by itself: `Today`, `Yesterday`, `Fri 6 Mar`. */
export function recentDayWords(day: Day, today: Day): string {
  const words = daysBetween(day, today) > 1 ? dayOfWeekWords(day, today) : distanceWords(day, today);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A moment for people: `today 14:05`, `yesterday 09:30`, `6 Mar 14:05`. In milliseconds since 1970. */
export function momentWords(at: number, today: Day): string {
  const day = dayOf(new Date(at));
  const isNear = day === today || daysBetween(day, today) === 1;
  return `${isNear ? distanceWords(day, today) : dayWords(day, today)} ${TIME.format(at)}`;
}

/** A number for people: `1,204`. */
export function numberWords(count: number): string {
  return NUMBERS.format(count);
}

/** The forms of a word for numbers, by the rules of its language. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The form of a word, or of a part of a sentence, that goes with a number. */
export function formFor(count: number, forms: Forms): string {
  return forms[PLURALS.select(count)] ?? forms.other;
}

/** A number with its word: `1 note`, `1,204 notes`. */
export function countWords(count: number, forms: Forms): string {
  return `${numberWords(count)} ${formFor(count, forms)}`;
}

/** Some words in a row: `a, b and c`; with `or` before the last, where one of them is meant. */
export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return (last === 'and' ? AND : OR).format(words);
}

const LONGEST_QUOTE = 60;

/** A text as it stands in a sentence: no longer than a line. */
export function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('').trimEnd()}…` : text;
}
