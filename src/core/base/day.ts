import { addDays, differenceInCalendarDays, isValid, lightFormat, parseISO, startOfISOWeek } from 'date-fns';

/** A calendar day as `YYYY-MM-DD`. It has no time and no time zone; days compare as strings. */
export type Day = `${number}-${number}-${number}`;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The day that `text` is, or null where it is not exactly a day of the calendar (`2026-02-30` is none). */
export function parseDay(text: string): Day | null {
  return SHAPE.test(text) && isValid(parseISO(text)) ? (text as Day) : null;
}

/** The day at the start of a text such as `2026-03-06 - Kick-off` or `2026-03-06T10:00`, or null. */
export function leadingDay(text: string): Day | null {
  return parseDay(text.slice(0, 10));
}

/** The calendar day of a moment where the user is. */
export function dayOf(moment: Date): Day {
  return lightFormat(moment, 'yyyy-MM-dd') as Day;
}

/** The day that a YAML date means. YAML reads an unquoted `2026-03-06` as midnight in UTC, wherever the user is. */
export function dayOfUtc(moment: Date): Day | null {
  return isValid(moment) ? parseDay(moment.toISOString().slice(0, 10)) : null;
}

/** The day `count` days after `day` (before it where `count` is negative). */
export function plusDays(day: Day, count: number): Day {
  return dayOf(addDays(parseISO(day), count));
}

/** How many days lie from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/** The Monday of the week that holds `day`. */
export function weekOf(day: Day): Day {
  return dayOf(startOfISOWeek(parseISO(day)));
}
