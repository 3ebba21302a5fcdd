import { casual } from 'chrono-node/en';
import { parseDay, plusDays, weekOf, type Day } from './day';

/**
 * The day that words mean, seen from `today`: `tomorrow`, `next week` (its Monday), `in 3 days`, `12 March`, `friday`,
 * `2026-03-06`. Days without a year lie ahead; the time of day in `friday at 5pm` is passed over. Null where the words,
 * all of them, are no day: `30 February`, `call Ana tomorrow`.
 */
export function dayInWords(words: string, today: Day): Day | null {
  const text = words.trim().replace(/\s+/g, ' ').toLowerCase();
  if (text === '' || text.length > LONGEST) return null;
  const plain = parseDay(text);
  if (plain !== null || /^\d{4}-/.test(text)) return plain;
  if (text === 'next week') return plusDays(weekOf(today), 7);
  return dayNamed(text, today) ?? dayNamed(text.replace(TIME_OF_DAY, ''), today);
}

const TIME_OF_DAY =
  /,? (?:at \d{1,2}|(?:at )?(?:\d{1,2}(?::\d{2})? ?[ap]m|\d{1,2}:\d{2}|noon|midnight)|(?:in the )?(?:morning|afternoon|evening|night))$/;

/** The day that a whole text names. chrono-node reads days alone here (scripts/chrono-days). */
function dayNamed(text: string, today: Day): Day | null {
  // Noon, so that no change of clocks moves the day.
  const [found, ...others] = casual.parse(text, new Date(`${today}T12:00:00`), { forwardDate: true });
  if (found === undefined || others.length > 0 || found.text.length !== text.length || found.end !== null) return null;
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => found.start.get(part));
  return year == null || month == null || day == null
    ? null
    : parseDay(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
}

/** No day takes more characters. */
const LONGEST = 60;

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
