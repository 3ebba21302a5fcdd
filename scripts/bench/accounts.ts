import type { AccountsTimes } from './accounts-page';
import type { VaultPlan } from './generate-vault';
import { inChromium } from './in-chromium';
import { median } from './median';
import type { Info, Measures, Row } from './row';

const VAULT: VaultPlan = {
  notes: 10_000,
  tasksPerNote: 5,
  accounts: 2000,
  notesOfFirst: 400,
  copiesShare: 0.5,
  seed: 20_261_120,
};
/** Other programs take the processor now and then; the middle run is little disturbed. */
const RUNS = 3;
const MOST_ROWS = 59;

/** The list of 2,000 accounts, and an account with 400 notes, opened in Chromium on the stand-in. */
export function measureAccounts(root: string): Promise<Measures> {
  return inChromium<VaultPlan, AccountsTimes, Measures>(
    root,
    { file: 'accounts-page.ts', name: 'measureAccounts' },
    async (measure) => {
      const runs: AccountsTimes[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await measure(VAULT));
      return measuresOf(runs);
    },
  );
}

const TABS = ['tasks', 'decisions', 'notes', 'people', 'facts'] as const;

function measuresOf(runs: readonly AccountsTimes[]): Measures {
  const { accounts, notes, notesOfLargest } = runs[0]!;
  const middle = (value: (run: AccountsTimes) => number): number => median(runs.map(value));
  const list = (name: string, value: number, goal: number, unit = 'ms'): Row => ({
    name: `2,000 accounts: ${name}`,
    value,
    goal,
    unit,
  });
  const account = (name: string, value: number, goal: number, unit = 'ms'): Row => ({
    name: `account with 400 notes: ${name}`,
    value,
    goal,
    unit,
  });
  const info = (name: string, value: number, unit: string): Info => ({ name, value, unit });
  return {
    rows: [
      list(
        'first paint',
        middle((run) => run.list.toPaint),
        200,
      ),
      list(
        'longest task while opening',
        middle((run) => run.list.longestTask),
        50,
      ),
      list(
        'most rows in the page',
        middle((run) => run.listScrolled.mostRows),
        MOST_ROWS,
        'rows',
      ),
      list(
        'longest frame while scrolling',
        middle((run) => run.listScrolled.longestFrame),
        50,
      ),
      list(
        'one letter of the search to rows',
        median(runs.flatMap(({ letters }) => letters.map(({ toPaint }) => toPaint))),
        100,
      ),
      list(
        'one letter of the search: longest task',
        median(runs.flatMap(({ letters }) => letters.map(({ longestTask }) => longestTask))),
        50,
      ),
      account(
        'first paint',
        middle((run) => run.account.toPaint),
        200,
      ),
      account(
        'longest task while opening',
        middle((run) => run.account.longestTask),
        50,
      ),
      ...TABS.map((tab) =>
        account(
          `tab ${tab} to paint`,
          middle((run) => run.tabs[tab].toPaint),
          100,
        ),
      ),
      account(
        'longest task of any tab',
        middle((run) => Math.max(...TABS.map((tab) => run.tabs[tab].longestTask))),
        50,
      ),
      ...TABS.map((tab) =>
        account(
          `tab ${tab}: rows in the page`,
          middle((run) => run.tabs[tab].rows),
          MOST_ROWS,
          'rows',
        ),
      ),
      ...TABS.map((tab) =>
        account(
          `tab ${tab}, all of it: longest frame while scrolling`,
          middle((run) => run.tabs[tab].unfolded.longestFrame),
          50,
        ),
      ),
    ],
    info: [
      ...TABS.map((tab) =>
        info(
          `account with 400 notes: tab ${tab}, all of it`,
          middle((run) => run.tabs[tab].unfolded.mostRows),
          'rows',
        ),
      ),
      info('accounts', accounts, 'accounts'),
      info('notes, account pages among them', notes, 'notes'),
      info('notes of the largest account', notesOfLargest, 'notes'),
    ],
  };
}
