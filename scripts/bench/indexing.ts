import type { VaultPlan } from './generate-vault';
import { inChromium } from './in-chromium';
import type { IndexTimes } from './index-page';
import { median } from './median';
import type { Measures } from './row';

const PLAN: VaultPlan = { notes: 10_000, tasksPerNote: 5, accounts: 200, copiesShare: 0.5, seed: 20_261_120 };
/** Other programs take the processor now and then; the middle run is little disturbed. */
const RUNS = 3;

/**
 * The first index and one change in Chromium: the indexer and the rows of the accounts view, on the stand-in of a
 * vault.
 */
export function measureIndexing(root: string): Promise<Measures> {
  return inChromium<VaultPlan, IndexTimes, Measures>(
    root,
    { file: 'index-page.ts', name: 'measureIndex' },
    async (measure) => {
      const runs: IndexTimes[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await measure(PLAN));
      return measuresOf(runs);
    },
  );
}

function measuresOf(runs: readonly IndexTimes[]): Measures {
  const { notes, tasks } = runs[0]!;
  const changes = runs.flatMap((run) => run.changes);
  return {
    rows: [
      {
        name: `first index of ${notes} notes and ${tasks} tasks: longest task`,
        value: median(runs.map((run) => run.longestTask)),
        goal: 50,
        unit: 'ms',
      },
      {
        name: `one changed note to the rows of the list and of its opened account, at ${tasks} tasks`,
        value: median(changes),
        goal: 16,
        unit: 'ms',
      },
    ],
    info: [
      { name: 'first index', value: median(runs.map((run) => run.firstIndex)), unit: 'ms' },
      { name: 'slowest change to these rows', value: Math.max(...changes), unit: 'ms' },
    ],
  };
}
