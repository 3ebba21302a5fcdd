import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writtenDay } from '../../../src/core/base/written-day';

const MONTHS_OF = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl', 'ru'];

describe('a day in a text', () => {
  it.each([
    '2026-02-03',
    '2026/02/03',
    '2026.2.3',
    '2026 02 03 - Weekly',
    '2026_02_03-Weekly',
    '20260203 Weekly',
    '20260203T143000',
    '202602031430 Weekly',
    'Weekly - 2026-02-03',
    'Meeting_2026-02-03_14-30_Weekly',
    'Rack pilot - 2026_02_03 09_55 EST - Notes by Gemini',
    '2026-02-03T23:30:00.000-05:00',
    '[[Daily/2026-02-03|Tuesday]]',
    '[2026-02-03](Daily/2026-02-03.md)',
    '03.02.2026',
    '3. 2. 2026',
    '3.2.2026, 14:00',
    '03.02.26',
    'Dienstag, 3. Februar 2026',
    'den 3 februari 2026',
    '3 février 2026',
    'mardi 3 févr. 2026 à 14h',
    '3 de febrero de 2026',
    '3 febrero 2026',
    '3 lutego 2026',
    '3 февраля 2026 г.',
    'February 3, 2026 2:00 PM',
    'Feb 3rd 2026',
    '3rd of February 2026',
    '3 Feb 2026 - Weekly',
    '03-Feb-2026',
    '2026-Feb-03',
    'Tue Feb 03 2026 09:00:00 GMT+0000 (Coordinated Universal Time)',
    '2026年2月3日 15:00',
    '２０２６年２月３日',
    '2026년 2월 3일',
  ])('%s', (text) => {
    expect(writtenDay(text, null)).toBe('2026-02-03');
  });

  it.each([
    ['soon'],
    ['2026'],
    ['2026-02'],
    ['2026-W10'],
    ['2026-02-30'],
    ['14:30'],
    ['12026-02-030'],
    ['0f3c1a2b20260203ab12345678'.replace('20260203', '202602')],
    ['Marketing 12 plans for 2026'],
    ['v1.2.3'],
    ['30/02/2026'],
    ['{{date}}'],
    [''],
  ])('none in %j', (text) => {
    expect(writtenDay(text, null)).toBeNull();
  });

  it('is read by the order of day and month where it may be two, and only then', () => {
    expect(writtenDay('Call 03/04/2026', null)).toEqual({ unclear: '03/04/2026' });
    expect(writtenDay('03/04/2026', 'day-month')).toBe('2026-04-03');
    expect(writtenDay('03-04-2026', 'month-day')).toBe('2026-03-04');
    for (const order of [null, 'day-month', 'month-day'] as const) {
      expect(writtenDay('03/25/2026', order)).toBe('2026-03-25');
      expect(writtenDay('25/03/2026', order)).toBe('2026-03-25');
      expect(writtenDay('04/04/2026', order)).toBe('2026-04-04');
    }
  });

  it.each(MONTHS_OF)('has its month by name (%s)', (language) => {
    for (let month = 0; month < 12; month++) {
      const name = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
      const text = name.format(new Date(2026, month, 17, 12));
      expect([text, writtenDay(text, null)]).toEqual([text, `2026-${String(month + 1).padStart(2, '0')}-17`]);
    }
  });

  it('is a day of the calendar, or none, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('2026', '02', '3', '-', '/', '.', ' ', 'Feb', 'de ', '年', '月', '日', '20260203'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = writtenDay(pieces.join(''), 'day-month');
        expect(found === null || /^\d{4}-\d{2}-\d{2}$/.test(found as string)).toBe(true);
      }),
    );
  });
});
