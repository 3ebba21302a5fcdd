import { expect, test } from '@jest/globals';
import { casual } from 'chrono-node/en';
import { dayInWords } from '../../../src/core/base/day-in-words';

const TODAY = '2026-11-22'; // a Sunday

test.each([
  ['tomorrow', '2026-11-23'],
  ['Today', '2026-11-22'],
  ['friday', '2026-11-27'],
  ['in 3 days', '2026-11-25'],
  ['in two weeks', '2026-12-06'],
  ['next week', '2026-11-23'],
  ['12 march', '2027-03-12'],
  ['Dec 1', '2026-12-01'],
  ['2026-12-24', '2026-12-24'],
  ['  2026-03-06 ', '2026-03-06'],
  ['yesterday', '2026-11-21'],
  ['end of next month', '2026-12-31'],
  ['friday, 4 december', '2026-12-04'],
  ['3 days later', '2026-11-25'],
  ['12/24', '2026-12-24'],
  ['2 weeks from now', '2026-12-06'],
  ['+3d', '2026-11-25'],
  ['next friday', '2026-11-27'],
  ['march 2027', '2027-03-01'],
  ['twenty first of december', '2026-12-21'],
  ['tonight', '2026-11-22'],
  ['friday at 5pm', '2026-11-27'],
  ['tomorrow morning', '2026-11-23'],
  ['12 march, 10:30', '2027-03-12'],
])('“%s” is %s', (words, day) => expect(dayInWords(words, TODAY)).toBe(day));

test.each([
  '',
  '   ',
  '30 february',
  '2026-02-30',
  '2026-13-01',
  'call Ana tomorrow',
  'tomorrow and friday',
  'soon',
  '📅',
  'x'.repeat(10_000),
  'today to friday',
  '12-14 march',
  'at 5pm',
  'last day of the quarter',
])('“%s” is no day', (words) => {
  expect(dayInWords(words, TODAY)).toBeNull();
});

test('reads days alone in the tests, as in the bundle', () => {
  expect(casual.parse('5pm')).toEqual([]);
});
