import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween, parseDay, plusDays, type Day } from '../../../src/core/base/day';
import { firstDayOf, lastDayOf, parsePeriod, PERIOD_WORDS, startOf, type Period } from '../../../src/core/base/period';

const days = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);
const units = fc.constantFrom('week', 'month', 'quarter', 'year');

function period(text: string): Period {
  const found = parsePeriod(text);
  if (found === null) throw new Error(`no period: ${text}`);
  return found;
}

const span = (text: string, today: Day): string =>
  `${firstDayOf(period(text), today)} to ${lastDayOf(period(text), today)}`;

describe('a period', () => {
  it.each<[string, Day, string]>([
    ['2026-03-02', '2026-11-22', '2026-03-02 to 2026-03-02'],
    ['today', '2026-11-22', '2026-11-22 to 2026-11-22'],
    ['yesterday', '2026-03-01', '2026-02-28 to 2026-02-28'],
    ['yesterday', '2024-03-01', '2024-02-29 to 2024-02-29'],
    ['yesterday', '2027-01-01', '2026-12-31 to 2026-12-31'],
    // Sunday and Monday, and a week that begins in one year and ends in the next.
    ['this week', '2026-11-22', '2026-11-16 to 2026-11-22'],
    ['this week', '2026-11-23', '2026-11-23 to 2026-11-29'],
    ['this week', '2027-01-02', '2026-12-28 to 2027-01-03'],
    ['last week', '2027-01-04', '2026-12-28 to 2027-01-03'],
    ['this month', '2024-02-29', '2024-02-01 to 2024-02-29'],
    ['last month', '2026-03-31', '2026-02-01 to 2026-02-28'],
    ['last month', '2026-01-15', '2025-12-01 to 2025-12-31'],
    ['this quarter', '2026-03-31', '2026-01-01 to 2026-03-31'],
    ['this quarter', '2026-12-01', '2026-10-01 to 2026-12-31'],
    ['last quarter', '2026-02-10', '2025-10-01 to 2025-12-31'],
    ['this year', '2024-02-29', '2024-01-01 to 2024-12-31'],
    ['last year', '2026-01-01', '2025-01-01 to 2025-12-31'],
    ['2026', '2026-11-22', '2026-01-01 to 2026-12-31'],
    ['2026-02', '2026-11-22', '2026-02-01 to 2026-02-28'],
    ['2024-02', '2026-11-22', '2024-02-01 to 2024-02-29'],
    ['2026-12', '2026-11-22', '2026-12-01 to 2026-12-31'],
    ['1d', '2026-03-01', '2026-02-28 to 2026-02-28'],
    ['0 days', '2026-03-01', '2026-03-01 to 2026-03-01'],
    ['2 weeks ago', '2026-01-10', '2025-12-27 to 2025-12-27'],
    ['1 month', '2026-03-31', '2026-02-28 to 2026-02-28'],
    ['1m', '2024-03-31', '2024-02-29 to 2024-02-29'],
    ['3 months ago', '2026-01-31', '2025-10-31 to 2025-10-31'],
    ['1 quarter', '2026-05-31', '2026-02-28 to 2026-02-28'],
    ['2q', '2026-03-15', '2025-09-15 to 2025-09-15'],
    ['1y', '2024-02-29', '2023-02-28 to 2023-02-28'],
    ['4 years', '2024-02-29', '2020-02-29 to 2020-02-29'],
  ])('%s on %s is %s', (text, today, wanted) => {
    expect(span(text, today)).toBe(wanted);
  });

  it.each(['This  Quarter', ' THIS quarter ', 'this\tquarter', 'this\u00a0quarter'])('may be written as %j', (text) => {
    expect(parsePeriod(text)).toEqual(parsePeriod('this quarter'));
  });

  it.each([
    '',
    ' ',
    'soon',
    'next week',
    'this',
    'quarter',
    'week',
    '30',
    '30 x',
    'd',
    '-3d',
    '1.5y',
    '12345d',
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2026-3-2',
    '2026/03/02',
    '0000',
    '0001',
    '9999',
    '9999-12',
    '1d 2d',
    '30d ago ago',
    'this day',
    'last constructor',
    '1 __proto__',
    '1 constructor',
    '３０d',
    '2026-03-02T10:00',
  ])('is not %j', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it('is each of the words that are offered', () => {
    expect(PERIOD_WORDS.filter((word) => parsePeriod(word) === null)).toEqual([]);
  });
});

describe('a period of the calendar', () => {
  it('holds today, where it is this one', () => {
    fc.assert(
      fc.property(units, days, (unit, today) => {
        expect(
          firstDayOf(period(`this ${unit}`), today) <= today && today <= lastDayOf(period(`this ${unit}`), today),
        ).toBe(true);
      }),
    );
  });

  it('ends the day before this one begins, where it is the last, and does so for each day of this one', () => {
    fc.assert(
      fc.property(units, days, (unit, today) => {
        const begins = firstDayOf(period(`this ${unit}`), today);
        expect(lastDayOf(period(`last ${unit}`), today)).toBe(plusDays(begins, -1));
        expect(span(`last ${unit}`, begins)).toBe(span(`last ${unit}`, today));
        expect(span(`this ${unit}`, lastDayOf(period(`last ${unit}`), today))).toBe(span(`last ${unit}`, today));
      }),
    );
  });

  it('is so many units before or after another', () => {
    fc.assert(
      fc.property(
        units,
        days,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        (unit, day, a, b) => {
          expect(startOf(unit, startOf(unit, day, a), b)).toBe(startOf(unit, day, a + b));
          expect(startOf(unit, day, a) < startOf(unit, day, a + 1)).toBe(true);
        },
      ),
    );
  });

  it('of a month or a year by its number is that month or year as seen from within', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(span(day.slice(0, 7), '2026-11-22')).toBe(span('this month', day));
        expect(span(day.slice(0, 4), '2026-11-22')).toBe(span('this year', day));
      }),
    );
  });
});

describe('any period', () => {
  const texts = fc.oneof(
    fc.constantFrom(...PERIOD_WORDS),
    days,
    days.map((day) => day.slice(0, 7)),
    fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
    fc
      .tuple(
        fc.integer({ min: 0, max: 9999 }),
        fc.constantFrom('d', 'days', 'w', 'week', 'm', 'months', 'q', 'quarters', 'y', 'years'),
      )
      .map((parts) => parts.join(' ')),
  );

  it('has a first day that is not after its last, both days of the calendar', () => {
    fc.assert(
      fc.property(texts, days, (text, today) => {
        const found = parsePeriod(text);
        if (found === null) return;
        const [first, last] = [firstDayOf(found, today), lastDayOf(found, today)];
        expect([parseDay(first), parseDay(last)]).toEqual([first, last]);
        expect(first <= last).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of so many units ago is one day, the earlier the more units', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('d', 'w', 'm', 'q', 'y'),
        fc.integer({ min: 0, max: 500 }),
        days,
        (unit, count, today) => {
          const day = firstDayOf(period(`${count}${unit}`), today);
          expect(lastDayOf(period(`${count}${unit}`), today)).toBe(day);
          expect(firstDayOf(period(`${count + 1}${unit}`), today) < day).toBe(true);
          expect(daysBetween(day, today)).toBeGreaterThanOrEqual(count * { d: 1, w: 7, m: 28, q: 89, y: 365 }[unit]);
        },
      ),
    );
  });

  it('is read or not, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789-dwmy this last') })),
        (text) => void parsePeriod(text),
      ),
    );
  });
});
