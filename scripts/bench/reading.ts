import { readingRules, readNote } from '../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { median } from './median';
import type { Measures } from './row';

const ROUNDS = 60;
const TIMES = 20;
const GOAL = 12;
/**
 * The median length of real notes of this kind, in characters, and how many notes of about that length stand for it.
 */
const MEDIAN_LENGTH = 2700;
const AROUND_MEDIAN = 5;

/**
 * Reading notes against splitting the same texts into lines at every kind of line end, turn by turn in the same run.
 */
export function measureReading(texts: readonly string[]): Measures {
  const fromMedian = [...texts]
    .sort((a, b) => Math.abs(a.length - MEDIAN_LENGTH) - Math.abs(b.length - MEDIAN_LENGTH))
    .slice(0, AROUND_MEDIAN);
  // First all, so that the engine has seen every shape before the figure that counts.
  const all = compare(texts);
  const middle = compare(fromMedian);
  return {
    rows: [
      { name: 'read a note of median length ÷ split it into lines', value: middle.ratio, goal: GOAL, unit: '×' },
      { name: 'read all notes of the demo vault ÷ split them into lines', value: all.ratio, goal: GOAL, unit: '×' },
    ],
    info: [
      {
        name: 'length of the notes of about median length',
        value: fromMedian.reduce((sum, text) => sum + text.length, 0) / AROUND_MEDIAN,
        unit: 'characters',
      },
      { name: 'read a note of median length', value: middle.reading, unit: 'µs' },
      { name: 'split it into lines', value: middle.splitting, unit: 'µs' },
    ],
  };
}

function compare(texts: readonly string[]): {
  readonly ratio: number;
  readonly reading: number;
  readonly splitting: number;
} {
  const rules = readingRules(DEFAULT_SETTINGS);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    reading: microseconds(texts, (text) => readNote('Customers/Somebody/note.md', text, rules).tasks.length),
    splitting: microseconds(texts, (text) => text.split(/\r\n|\r|\n/).length),
  })).slice(ROUNDS / 5);
  const reading = median(rounds.map((round) => round.reading));
  const splitting = median(rounds.map((round) => round.splitting));
  return { ratio: reading / splitting, reading, splitting };
}

/** The time of one text. What the work gives is summed up, so that no engine leaves it out. */
function microseconds(texts: readonly string[], work: (text: string) => number): number {
  let sum = 0;
  const start = performance.now();
  for (let time = 0; time < TIMES; time++) {
    for (const text of texts) sum += work(text);
  }
  const spent = performance.now() - start;
  if (sum < 0) throw new Error('Nothing was measured.');
  return (1000 * spent) / (TIMES * texts.length);
}
