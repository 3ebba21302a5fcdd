import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recentDays, type RecentRow } from '../../../src/core/change/recent';

const HOUR = 3_600_000;

test('recent actions come by the day of the clock, newest first, and each of them once', () => {
  const noon = new Date(2026, 10, 22, 12).getTime();
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100 })), (ages) => {
      const rows = ages
        .sort((a, b) => a - b)
        .map((hours, index) => ({ id: String(index), at: noon - hours * HOUR }) as RecentRow);
      const days = recentDays(rows);
      expect(days.flatMap((day) => day.rows)).toEqual(rows);
      expect([...days].sort((a, b) => (a.day < b.day ? 1 : -1))).toEqual(days);
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
      for (const { day, rows: own } of days)
        for (const { at } of own) expect(new Date(at).getDate()).toBe(Number(day.slice(-2)));
    }),
  );
});
