import { parseDay, plusDays, weekOf, type Day } from './day';
import { hasOwn } from './has-own';

type Unit = 'week' | 'month' | 'quarter' | 'year';

/**
 * Some days, said in words that may depend on what day it is: one day, so many of a unit ago, or a part of the
 * calendar.
 */
export type Period =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'ago'; readonly count: number; readonly unit: 'day' | Unit }
  | { readonly kind: 'calendar'; readonly unit: Unit; readonly ago: number }
  /** A month or a year by its number, from 1900 to 2199: `2026-03`, `2026`. */
  | { readonly kind: 'named'; readonly unit: 'month' | 'year'; readonly first: Day };

/** What a period may look like, to complete and to correct it. */
export const PERIOD_WORDS: readonly string[] = [
  'today',
  'yesterday',
  ...(['week', 'month', 'quarter', 'year'] as const).flatMap((unit) => [`this ${unit}`, `last ${unit}`]),
  '30d',
  '90d',
  '6m',
  '1y',
];

const UNITS = {
  d: 'day',
  day: 'day',
  days: 'day',
  w: 'week',
  week: 'week',
  weeks: 'week',
  m: 'month',
  month: 'month',
  months: 'month',
  q: 'quarter',
  quarter: 'quarter',
  quarters: 'quarter',
  y: 'year',
  year: 'year',
  years: 'year',
} as const;
const AGO = /^(\d{1,4}) ?([a-z]+)(?: ago)?$/;
const CALENDAR = /^(this|last) (week|month|quarter|year)$/;
const NAMED = /^((?:19|20|21)\d{2})(?:-(\d{2}))?$/;

/**
 * Reads `2026-03-02`, `2026-03`, `2026`, `today`, `yesterday`, `30d`, `2 weeks`, `this quarter`, `last month`; null for
 * anything else.
 */
export function parsePeriod(text: string): Period | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const day = parseDay(words);
  if (day !== null) return { kind: 'day', day };
  if (words === 'today' || words === 'yesterday') return { kind: 'ago', count: words === 'today' ? 0 : 1, unit: 'day' };
  const calendar = CALENDAR.exec(words);
  if (calendar !== null) return { kind: 'calendar', unit: calendar[2] as Unit, ago: calendar[1] === 'this' ? 0 : 1 };
  const named = NAMED.exec(words);
  if (named !== null) {
    const first = parseDay(`${named[1]!}-${named[2] ?? '01'}-01`);
    return first === null ? null : { kind: 'named', unit: named[2] === undefined ? 'year' : 'month', first };
  }
  const ago = AGO.exec(words);
  const unit = ago !== null && hasOwn(UNITS, ago[2]!) ? UNITS[ago[2] as keyof typeof UNITS] : null;
  return unit === null ? null : { kind: 'ago', count: Number(ago![1]), unit };
}

/** The first day of a period, as of `today`. */
export function firstDayOf(period: Period, today: Day): Day {
  switch (period.kind) {
    case 'day':
      return period.day;
    case 'ago':
      return daysAgo(period.count, period.unit, today);
    case 'calendar':
      return startOf(period.unit, today, -period.ago);
    case 'named':
      return period.first;
  }
}

/** The last day of a period, as of `today`. So many days ago are one day. */
export function lastDayOf(period: Period, today: Day): Day {
  switch (period.kind) {
    case 'day':
      return period.day;
    case 'ago':
      return daysAgo(period.count, period.unit, today);
    case 'calendar':
      return plusDays(startOf(period.unit, today, 1 - period.ago), -1);
    case 'named':
      return plusDays(startOf(period.unit, period.first, 1), -1);
  }
}

/** The first day of the week (Monday), month, quarter or year that holds a day, or of one so many units later. */
export function startOf(unit: Unit, day: Day, later = 0): Day {
  if (unit === 'week') return plusDays(weekOf(day), 7 * later);
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  if (unit === 'year') return monthStart(year + later, 0);
  return unit === 'month' ? monthStart(year, month + later) : monthStart(year, month - (month % 3) + 3 * later);
}

/** A day that the month does not have (31 February) is its last. */
function daysAgo(count: number, unit: 'day' | Unit, today: Day): Day {
  if (unit === 'day' || unit === 'week') return plusDays(today, -count * (unit === 'day' ? 1 : 7));
  const start = startOf('month', today, unit === 'quarter' ? -3 * count : unit === 'year' ? -12 * count : -count);
  const same = parseDay(`${start.slice(0, 8)}${today.slice(8)}`);
  return same ?? plusDays(startOf('month', start, 1), -1);
}

/** The first day of a month; months from 0 may lie outside of the year. Before the year 0 there are no days. */
function monthStart(year: number, month: number): Day {
  const months = Math.max(0, 12 * year + month);
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01` as Day;
}
