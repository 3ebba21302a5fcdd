import { expect, test } from '@jest/globals';
import { TextReader } from '../../../src/core/copies/profile';
import { factsDiffer, readFacts, type TextFacts } from '../../../src/core/copies/text-facts';
import { growth } from '../../growth';

test.each<[string, Partial<TextFacts>]>([
  ['Update CASE-4117 and #4128.', { tickets: ['4117', '4128'] }],
  ['Raise SUP-77 with engineering.', { tickets: ['sup-77'] }],
  ['Meet ISO-27001 with SHA-256.', { amounts: ['27001', '256'] }],
  ['Order 8,400 tags at €1.9 each, 12% off.', { amounts: ['8400', '1.9', '12'] }],
  ['Sign above 50 thousand, $5k or 1.2 million euros.', { amounts: ['50000', '5000', '1200000'] }],
  ['Both probes and a dozen sensors.', { amounts: ['2', '12'] }],
  ['No one knows; one of us asks.', {}],
  ['Do it between 27 and 30 December.', { days: ['12-27', '12-30'], months: ['12'] }],
  ['Do it on the 5th of Dec or 2026-12-09.', { days: ['12-5', '12-9'], months: ['12'] }],
  ['Do it on May 7 if we may march on.', { days: ['5-7'], months: ['5'] }],
  ['Call Friday at 3pm, or 15:30 next week.', { weekdays: ['4'], times: ['15:00', '15:30'], periods: ['next week'] }],
  ['Call at half past one, quarter to two or 1:30 am.', { times: ['1:30?', '1:45?', '1:30'] }],
  ['Stop for 60 minutes, an hour and a half or half an hour.', { durations: ['60 min', '90 min', '30 min'] }],
  ['Wait 24 hours, two weeks or 1.5 h.', { durations: ['1 d', '14 d', '90 min'] }],
  ['Do it on 18/19 July.', { days: ['7-18', '7-19'], months: ['7'] }],
  ['Plan Q1 and the second half of 2027.', { periods: ['q1', 'h2', '2027'] }],
  ['The first step at site B, phase II.', { ordinals: ['1'], labels: ['b', 'ii'] }],
  ['Nothing exact in here.', {}],
])('%s', (text, expected) => {
  const { facts } = readFacts(text);
  expect(
    Object.fromEntries(
      Object.entries(facts)
        .filter(([, values]) => (values as readonly string[]).length > 0)
        .map(([sort, values]) => [sort, [...(values as readonly string[])].sort()]),
    ),
  ).toEqual(Object.fromEntries(Object.entries(expected).map(([sort, values]) => [sort, [...values].sort()])));
});

test.each<[string, string]>([
  ['Stop the line for one hour.', 'Stop the line for 60 minutes.'],
  ['Stop the line for a quarter of an hour.', 'Stop the line for fifteen minutes.'],
  ['Call Ilse at half past one.', 'Call Ilse at 1:30 pm.'],
  ['Call Ilse at 13:30.', 'Call Ilse at 1:30.'],
  ['Wait for two weeks.', 'Wait for 14 days.'],
])('“%s” and “%s” name the same', (a, b) => {
  expect(factsDiffer(readFacts(a).facts, readFacts(b).facts)).toBe(false);
});

test.each<[string, string]>([
  ['Stop the line for one hour.', 'Stop the line for 90 minutes.'],
  ['Call Ilse at 1:30 am.', 'Call Ilse at 1:30 pm.'],
  ['Call Ilse at half past one.', 'Call Ilse at half past two.'],
])('“%s” and “%s” name two things', (a, b) => {
  expect(factsDiffer(readFacts(a).facts, readFacts(b).facts)).toBe(true);
});

test('what a writer says of a name that is missing says nothing of the matter', () => {
  const reader = new TextReader();
  const [bare, remarked] = ['Call Ilse about the racks.', 'Call Ilse (surname not given) about the racks.'];
  expect(reader.read(remarked)).toEqual(reader.read(bare));
});

test.each(['1-2 ', 'a', '12,', '1,', 'CASE-', '5 to ', '(not given ', 'half past ', '5 h ', "'s ", 'ﷺ', '(('])(
  'a line of many %j takes at most as much more time as it is longer',
  (text) => {
    expect(growth((size) => new TextReader().read(`${text.repeat(size)}a9 december`), 10_000)).toBeLessThan(3);
  },
);
