import { expect, test } from '@jest/globals';
import { dayInWords } from '../../../src/core/base/day-in-words';

const TODAY = '2026-11-22'; // a Sunday

test.each([
  ['tomorrow', '2026-11-23'], ['Today', '2026-11-22'], ['friday', '2026-11-27'], ['in 3 days', '2026-11-25'], ['in two weeks', '2026-12-06'],
  ['next week', '2026-11-23'], ['12 march', '2027-03-12'], ['Dec 1', '2026-12-01'], ['2026-12-24', '2026-12-24'], ['  2026-03-06 ', '2026-03-06'], ['yesterday', '2026-11-21'],
])('“%s” is %s', (words, day) => expect(dayInWords(words, TODAY)).toBe(day));

test.each(['', '   ', '30 february', '2026-02-30', '2026-13-01', 'call Ana tomorrow', 'tomorrow and friday', 'soon', '📅', 'x'.repeat(10_000), 'today to friday'])('“%s” is no day', (words) => {
  expect(dayInWords(words, TODAY)).toBeNull();
});
