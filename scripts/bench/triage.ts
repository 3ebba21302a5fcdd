import { inChromium } from './in-chromium';
import { median } from './median';
import type { Info, Measures, Row } from './row';
import type { TriagePlan, TriageTimes } from './triage-page';

/** About 20,000 proposals, each said five times on average. */
const VAULT: TriagePlan['vault'] = { notes: 4200, tasksPerNote: 6, accounts: 60, copiesShare: 0.8, seed: 20_261_120 };
/** About 2,000 proposals. */
const SMALL_VAULT: TriagePlan['vault'] = { ...VAULT, notes: 420, accounts: 20, copiesShare: 0.2 };
/** Other programs take the processor now and then; the middle run is little disturbed. */
const RUNS = 3;

/**
 * Triage over 20,000 proposals in Chromium, on the stand-in: each line a row by itself, and with their copies as one.
 */
export function measureTriage(root: string): Promise<Measures> {
  return inChromium<TriagePlan, TriageTimes, Measures>(
    root,
    { file: 'triage-page.ts', name: 'measureTriage' },
    async (measure) => {
      const singles: TriageTimes[] = [];
      const groups: TriageTimes[] = [];
      for (let run = 0; run < RUNS; run++) {
        singles.push(await measure({ vault: VAULT, grouped: false }));
        groups.push(await measure({ vault: VAULT, grouped: true }));
      }
      const small: TriageTimes[] = [];
      for (let run = 0; run < RUNS; run++) small.push(await measure({ vault: SMALL_VAULT, grouped: true }));
      const parts = [pressesOf(small), measuresOf('single rows', singles), measuresOf('lines in groups', groups)];
      return { rows: parts.flatMap(({ rows }) => rows), info: parts.flatMap(({ info }) => info) };
    },
  );
}

function pressesOf(runs: readonly TriageTimes[]): Measures {
  const name = `Triage, ${runs[0]!.rows.toLocaleString('en-GB')} rows, 50 presses 30 ms apart`;
  return {
    rows: [
      {
        name: `${name}: longest from press to moved cursor, slowed four times`,
        value: median(runs.map(({ presses }) => Math.max(...presses))),
        goal: 50,
        unit: 'ms',
      },
    ],
    info: [{ name: `${name}: the middle one`, value: median(runs.flatMap(({ presses }) => presses)), unit: 'ms' }],
  };
}

function measuresOf(what: string, runs: readonly TriageTimes[]): Measures {
  const { rows, lines, bulk } = runs[0]!;
  const middle = (value: (run: TriageTimes) => number): number => median(runs.map(value));
  const row = (name: string, value: number, goal: number, unit = 'ms'): Row => ({
    name: `Triage, 20,000 ${what}: ${name}`,
    value,
    goal,
    unit,
  });
  const info = (name: string, value: number, unit = 'ms'): Info => ({
    name: `Triage, 20,000 ${what}: ${name}`,
    value,
    unit,
  });
  return {
    rows: [
      row(
        'first paint',
        middle(({ firstPaint }) => firstPaint),
        200,
      ),
      row(
        'most rows in the page',
        middle(({ mostDrawn }) => mostDrawn),
        59,
        'rows',
      ),
      row(
        'longest frame while scrolling',
        middle(({ longestFrame }) => longestFrame),
        50,
      ),
      row('one decision to the next row', median(runs.flatMap(({ decisions }) => decisions)), 50),
      row('one letter of the filter to rows', median(runs.flatMap(({ letters }) => letters)), 100),
      row(
        '200 notes at once: longest task',
        middle((run) => run.bulk.longestTask),
        50,
      ),
    ],
    info: [
      info('lines', lines, 'lines'),
      info('rows', rows, 'rows'),
      info(
        'slowest decision',
        middle(({ decisions }) => Math.max(...decisions)),
      ),
      info(
        'slowest letter',
        middle(({ letters }) => Math.max(...letters)),
      ),
      info('notes written at once', bulk.notes, 'notes'),
      info(
        'all of them',
        middle((run) => run.bulk.work),
      ),
    ],
  };
}
