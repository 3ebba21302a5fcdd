import { afterAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import {
  dayOf,
  dayOfUtc,
  daysBetween,
  leadingDay,
  parseDay,
  plusDays,
  weekOf,
  type Day,
} from '../../../src/core/base/day';

const days = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);

describe('parseDay', () => {
  it.each(['2026-03-06', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-12-31'])('takes %s', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '26-01-01',
    '2026-03-06 ',
    ' 2026-03-06',
    '2026/03/06',
    '2026-03-061',
    '',
    'TBD',
    '２０２６-03-06',
    '2026-03-06\n',
  ])('takes no %j', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe('leadingDay', () => {
  it.each([
    ['2026-03-06 - Kick-off', '2026-03-06'],
    ['2026-03-06T10:00', '2026-03-06'],
    ['2026-03-06', '2026-03-06'],
    ['2026-03-061', null],
    ['on 2026-03-06', null],
    ['2026-02-30 x', null],
  ])('reads %j as %j', (text, day) => {
    expect(leadingDay(text)).toBe(day);
  });
});

describe('days', () => {
  it('add and subtract without a loss', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        expect(daysBetween(day, plusDays(day, count))).toBe(count);
        expect(plusDays(plusDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it('lie in a week that starts on a Monday', () => {
    fc.assert(
      fc.property(days, (day) => {
        const start = weekOf(day);
        expect(new Date(`${start}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(daysBetween(start, day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(start, day)).toBeLessThan(7);
      }),
    );
  });

  it('know no day of an invalid date', () => {
    expect(dayOfUtc(new Date(Number.NaN))).toBeNull();
    expect(dayOfUtc(new Date('2026-03-06'))).toBe('2026-03-06');
    expect(dayOf(new Date(2026, 2, 6, 23, 59))).toBe('2026-03-06');
  });
});

/**
 * Zones with a day that was skipped (Apia, 2011-12-30), with midnights that do not exist (Sao Paulo, Beirut, Havana),
 * and far from UTC.
 */
const ZONES = [
  'UTC',
  'Pacific/Auckland',
  'America/Los_Angeles',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'America/Havana',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
];

describe('days hold in every zone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'days-'));
  const bundle = join(folder, 'day.cjs');
  buildSync({
    entryPoints: [join(__dirname, '../../../src/core/base/day.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  const script = `
    const { dayOf, dayOfUtc, daysBetween, parseDay, plusDays, weekOf } = require(${JSON.stringify(bundle)});
    const wrong = [];
    const check = (what, found, wanted) => { if (found !== wanted) wrong.push(what + ': ' + found + ', not ' + wanted); };
    for (const first of ['2011-12-01', '2018-10-20', '2026-01-01', '2026-09-01']) {
      for (let n = 0; n < 130; n++) {
        const moment = new Date(Date.parse(first) + n * 86400000);
        const day = moment.toISOString().slice(0, 10);
        const next = new Date(+moment + 86400000).toISOString().slice(0, 10);
        check('parse', parseDay(day), day);
        check('utc', dayOfUtc(moment), day);
        check('next of ' + day, plusDays(day, 1), next);
        check('before ' + next, plusDays(next, -1), day);
        check('between ' + day, daysBetween(day, next), 1);
        check('week of ' + day, weekOf(day), new Date(+moment - ((moment.getUTCDay() + 6) % 7) * 86400000).toISOString().slice(0, 10));
        const [y, m, d] = day.split('-').map(Number);
        const noon = new Date(y, m - 1, d, 12);
        if (noon.getDate() === d) for (const hour of [1, 12, 23]) check('local', dayOf(new Date(y, m - 1, d, hour, 30)), day);
      }
    }
    console.log(JSON.stringify(wrong.slice(0, 5)));`;

  it.each(ZONES)('%s', (zone) => {
    expect(
      JSON.parse(
        execFileSync(process.execPath, ['-e', script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' }),
      ),
    ).toEqual([]);
  });

  afterAll(() => rmSync(folder, { recursive: true }));
});
