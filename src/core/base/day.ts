import { lightFormat } from 'date-fns';

/** A calendar day as `YYYY-MM-DD`. It has no time and no time zone; days compare as strings. */
export type Day = `${number}-${number}-${number}`;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const LEADING = /^\d{4}-\d{2}-\d{2}(?!\d)/;
const ZERO = 48;
const MS_PER_DAY = 86_400_000;

/** The day that `text` is, or null where it is not exactly a day of the calendar (`2026-02-30` is none). */
export function parseDay(text: string): Day | null {
  if (!SHAPE.test(text)) return null;
  const day = twoDigits(text, 8);
  return day >= 1 && day <= daysInMonth(100 * twoDigits(text, 0) + twoDigits(text, 2), twoDigits(text, 5))
    ? (text as Day)
    : null;
}

function twoDigits(text: string, at: number): number {
  return 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 11 * ZERO;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month < 1 || month > 12 ? 0 : 30 + ((month + (month >> 3)) & 1);
}

/** The day at the start of a text such as `2026-03-06 - Kick-off` or `2026-03-06T10:00`, or null. */
export function leadingDay(text: string): Day | null {
  return LEADING.test(text) ? parseDay(text.slice(0, 10)) : null;
}

/** The calendar day of a moment where the user is. */
export function dayOf(moment: Date): Day {
  return lightFormat(moment, 'yyyy-MM-dd') as Day;
}

/** The day that a YAML date means. YAML reads an unquoted `2026-03-06` as midnight in UTC, wherever the user is. */
export function dayOfUtc(moment: Date): Day | null {
  return Number.isNaN(moment.getTime()) ? null : parseDay(moment.toISOString().slice(0, 10));
}

/** The day `count` days after `day` (before it where `count` is negative). */
export function plusDays(day: Day, count: number): Day {
  return dayOfNumber(numberOf(day) + count);
}

/** How many days lie from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** Sorts days, the newest first; where none is known, last. */
export function newestFirst(a: Day | null, b: Day | null): number {
  return a === b ? 0 : a === null || (b !== null && a < b) ? 1 : -1;
}

/** The Monday of the week that holds `day`. */
export function weekOf(day: Day): Day {
  const number = numberOf(day);
  // Day 0 was a Thursday.
  return dayOfNumber(number - ((((number + 3) % 7) + 7) % 7));
}

// Days are counted in UTC, where each has 24 hours: in some zones a midnight, or a whole day, does not exist.
function numberOf(day: Day): number {
  return Date.parse(day) / MS_PER_DAY;
}

function dayOfNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}
