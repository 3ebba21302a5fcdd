import { leadingDay, parseDay, type Day } from './day';

/** Which number of `03/04/2026` is the day. */
export type DayOrder = 'day-month' | 'month-day';

/** What a text says of a day: which it is, or the piece of it that may mean two days, or nothing. */
export type WrittenDay = Day | { readonly unclear: string } | null;

/** Longer texts say their day at the beginning, or are no values. */
const LONGEST = 300;

/** `2026-02-03`, `2026.2.3`, `2026_02_03`, `2026 02 03`, `20260203`, `20260203T1430`, `202602031430`. */
const YEAR_FIRST =
  /(?:^|\D)(?:(\d{4})([-./_ ])(\d{1,2})\2(\d{1,2})(?!\d)|((?:19|20)\d{2})(\d{2})(\d{2})(?=$|\D|\d{4}(?:\d{2})?(?!\d)))/g;
/** `2026年2月3日`, `2026년 2월 3일`. */
const NAMED_PARTS = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号]/g;
/** `03.02.2026`, `3. 2. 2026`, `03/02/2026`, `03-02-2026`, `03.02.26`. */
const YEAR_LAST = /(?:^|\D)((\d{1,2})([-./_]) ?(\d{1,2})\3 ?(\d{4})|(\d{2})([./])(\d{2})\7(\d{2}))(?!\d)/g;
/** `3. Februar 2026`, `3rd of February 2026`, `1er mars 2026`, `3 de febrero de 2026`, `03-Feb-2026`. */
const DAY_AND_MONTH =
  /(?:^|\D)(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[\s._-]{0,3}(?:of |de )?(\p{L}{3,12})\.?,?[\s._-]{0,3}(?:de |del )?(\d{4})(?!\d)/giu;
/** `February 3, 2026`, `Feb 3rd 2026`. */
const MONTH_AND_DAY = /(\p{L}{3,12})\.?[\s._-]{1,3}(\d{1,2})(?:st|nd|rd|th)?,?[\s._-]{1,3}(\d{4})(?!\d)/giu;
/** `2026 Feb 3`, `2026-Feb-03`. */
const YEAR_AND_MONTH = /(?:^|\D)(\d{4})[\s._-]{1,3}(\p{L}{3,12})\.?[\s._-]{1,3}(\d{1,2})(?!\d)/giu;

/** How the months begin, without accents, in the languages that notes are written in. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|gen$|genn|ene$|ener|stycz|янв)/,
  /^(?:feb|fev|lut|фев)/,
  /^(?:mar$|mar[cszt]|maar|mrz|март)/,
  /^(?:apr|avr|abr|kwi|апр)/,
  /^(?:may$|mayo|ma[ij]$|maio|maja|mag$|magg|mei$|ма[яи])/,
  /^(?:jun|juin|giu|czer|июн)/,
  /^(?:jul|juil|lug|lip$|lipc|июл)/,
  /^(?:aug|aou|ago|sier|авг)/,
  /^(?:sep|set$|sete|sett|wrz|сен)/,
  /^(?:oct|okt|ott|out$|outu|paz|окт)/,
  /^(?:nov|lis$|listo|ноя)/,
  /^(?:dec$|dece|dez|des$|dese|dic|gru$|grud|дек)/,
];

/**
 * The first day that a text says, in one of the common spellings, wherever it stands in it. `03/04/2026` is read by
 * `order`; where that is null, it may be two days, and is none, unless one of the numbers can be no month. With dots,
 * the day comes first.
 */
export function writtenDay(written: string, order: DayOrder | null): WrittenDay {
  const leading = leadingDay(written);
  if (leading !== null) return leading;
  const cut = written.slice(0, LONGEST);
  const text = /[^\n -~]/.test(cut) ? cut.normalize('NFKC') : cut;
  if (!/\d/.test(text)) return null;
  for (const [, y, , m, d, year, month, day] of text.matchAll(YEAR_FIRST)) {
    const found = dayOfParts(y ?? year!, m ?? month!, d ?? day!);
    if (found !== null) return found;
  }
  for (const [, year, month, day] of text.matchAll(NAMED_PARTS)) {
    const found = dayOfParts(year!, month!, day!);
    if (found !== null) return found;
  }
  return yearLast(text, order) ?? monthByName(text);
}

/** The day of a text where it says one for sure, else null. */
export function surelyWritten(written: WrittenDay): Day | null {
  return typeof written === 'string' ? written : null;
}

function yearLast(text: string, order: DayOrder | null): WrittenDay {
  for (const [, piece, a4, sign4, b4, y4, a2, sign2, b2, y2] of text.matchAll(YEAR_LAST)) {
    const year = y4 ?? `20${y2!}`;
    const [first, second] = [a4 ?? a2!, b4 ?? b2!];
    const dayFirst = dayOfParts(year, second, first);
    const monthFirst = dayOfParts(year, first, second);
    if ((sign4 ?? sign2) === '.' && dayFirst !== null) return dayFirst;
    if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
      if (dayFirst !== null || monthFirst !== null) return dayFirst ?? monthFirst;
    } else return order === null ? { unclear: piece! } : order === 'day-month' ? dayFirst : monthFirst;
  }
  return null;
}

function monthByName(text: string): Day | null {
  const found = [
    ...[...text.matchAll(DAY_AND_MONTH)].map(([, day, month, year]) => [year, month, day] as const),
    ...[...text.matchAll(MONTH_AND_DAY)].map(([, month, day, year]) => [year, month, day] as const),
    ...[...text.matchAll(YEAR_AND_MONTH)].map(([, year, month, day]) => [year, month, day] as const),
  ];
  for (const [year, name, day] of found) {
    const month = monthNamed(name!);
    const read = month === 0 ? null : dayOfParts(year!, String(month), day!);
    if (read !== null) return read;
  }
  return null;
}

/** The number of a month from 1, or 0. */
function monthNamed(name: string): number {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return MONTHS.findIndex((month) => month.test(plain)) + 1;
}

function dayOfParts(year: string, month: string, day: string): Day | null {
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
