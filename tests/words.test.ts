import { describe, expect, jest, test } from '@jest/globals';
import type { Day } from '../src/core/base/day';
import {
  countWords,
  dayInFull,
  dayOfWeekWords,
  daysAwayWords,
  dayWords,
  distanceWords,
  listWords,
  momentWords,
  monthWords,
  numberWords,
  shortened,
} from '../src/words/format';
import { words } from '../src/words/words';

const TODAY: Day = '2026-11-22';

describe('days are written', () => {
  test.each<[string, string]>([
    [dayWords('2026-03-06', TODAY), '6 Mar'],
    [dayWords('2025-03-06', TODAY), '6 Mar 2025'],
    [dayInFull('2026-03-06'), '6 Mar 2026'],
    [dayOfWeekWords('2026-11-27', TODAY), 'Fri 27 Nov'],
    [dayOfWeekWords('2027-01-01', TODAY), 'Fri 1 Jan 2027'],
    [monthWords('2026-03'), 'March 2026'],
    [distanceWords(TODAY, TODAY), 'today'],
    [distanceWords('2026-11-23', TODAY), 'tomorrow'],
    [distanceWords('2026-11-21', TODAY), 'yesterday'],
    [distanceWords('2026-11-25', TODAY), 'in 3 days'],
    [distanceWords('2026-11-10', TODAY), '12 days ago'],
    [distanceWords('2026-10-01', TODAY), '1 Oct'],
    [daysAwayWords(-40), '40 days ago'],
    [momentWords(new Date(2026, 10, 22, 14, 5).getTime(), TODAY), 'today 14:05'],
    [momentWords(new Date(2026, 10, 21, 9, 30).getTime(), TODAY), 'yesterday 09:30'],
    [momentWords(new Date(2026, 10, 20, 9, 30).getTime(), TODAY), '20 Nov 09:30'],
  ])('%s', (written, wanted) => {
    expect(written).toBe(wanted);
  });
});

test('numbers, their words and lists are written as the language has them', () => {
  const forms = { one: 'copy', other: 'copies' };
  expect([0, 1, 2, 1204].map((count) => countWords(count, forms))).toEqual([
    '0 copies',
    '1 copy',
    '2 copies',
    '1,204 copies',
  ]);
  expect(numberWords(12_345)).toBe('12,345');
  expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map((list) => listWords(list))).toEqual(['a', 'a and b', 'a, b and c']);
  expect(listWords(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  expect(shortened('📅'.repeat(61))).toBe(`${'📅'.repeat(60)}…`);
});

test.each([null, 'en', 'xx', '__proto__', 'toString'])(
  'with the language %j in Obsidian, English is read',
  (chosen) => {
    Object.assign(globalThis, { window: { localStorage: { getItem: () => chosen } } });
    try {
      jest.isolateModules(() => {
        const { language } = jest.requireActual<{ readonly language: string }>('../src/words/language');
        expect(language).toBe('en');
      });
    } finally {
      Reflect.deleteProperty(globalThis, 'window');
    }
  },
);

test('no text is written twice as long as it must be, or in another way than the rest', () => {
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : [];
  const all = texts(words);
  expect(all.length).toBeGreaterThan(300);
  // An ellipsis stands at its word; an apostrophe is straight; nobody is told about “the plugin”, or shouted at.
  expect(all.filter((text) => /\s…|’|\.\.\.|!$| {2}|\bplease\b|\bthe plugin\b/iu.test(text))).toEqual([]);
  // Notices, hints and errors are short.
  expect(all.filter((text) => text.length > 140)).toEqual([]);
});
