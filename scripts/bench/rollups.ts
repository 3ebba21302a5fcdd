import type { VaultPlan } from './generate-vault';
import { inChromium } from './in-chromium';
import { median } from './median';
import type { RollupsTimes } from './rollups-page';
import type { Measures, Row } from './row';

const VAULT: VaultPlan = {
  notes: 10_000,
  tasksPerNote: 2,
  accounts: 200,
  decisionsPerNote: 5,
  copiesShare: 0.3,
  seed: 20_261_120,
};
/** Other programs take the processor now and then; the middle run is little disturbed. */
const RUNS = 3;

/** A note with 200 rollups over 50,000 decisions, drawn in Chromium on the stand-in. */
export function measureRollups(root: string): Promise<Measures> {
  return inChromium<VaultPlan, RollupsTimes, Measures>(
    root,
    { file: 'rollups-page.ts', name: 'measureRollups' },
    async (measure) => {
      const runs: RollupsTimes[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await measure(VAULT));
      return measuresOf(runs);
    },
  );
}

function measuresOf(runs: readonly RollupsTimes[]): Measures {
  const { blocks, decisions } = runs[0]!;
  const middle = (value: (run: RollupsTimes) => number): number => median(runs.map(value));
  const row = (name: string, value: number, goal: number, unit = 'ms'): Row => ({
    name: `${blocks} rollups over ${decisions} decisions: ${name}`,
    value,
    goal,
    unit,
  });
  return {
    rows: [
      row(
        'first paint',
        middle((run) => run.firstPaint),
        200,
      ),
      row(
        'longest task until then',
        middle((run) => run.longestTask),
        50,
      ),
      row('one changed note to the page', median(runs.flatMap((run) => run.updates)), 50),
      row('one changed graph to the page', median(runs.flatMap((run) => run.fromGraph)), 16),
      row('changes of the page while hidden', Math.max(...runs.map((run) => run.hiddenChanges)), 0, 'changes'),
    ],
    info: [
      { name: 'rollups drawn', value: middle((run) => run.drawn), unit: 'rollups' },
      { name: 'rows in the page', value: middle((run) => run.rows), unit: 'rows' },
      {
        name: 'slowest change of a graph to the page',
        value: Math.max(...runs.flatMap((run) => run.fromGraph)),
        unit: 'ms',
      },
    ],
  };
}
