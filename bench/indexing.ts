import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findOrInstallBrowser, launchFlags } from '../scripts/browser.mjs';
import type { VaultPlan } from './generate-vault';
import type { IndexTimes } from './index-page';
import { median } from './median';
import type { Measures } from './row';

const PLAN: VaultPlan = { notes: 10_000, tasksPerNote: 5, accounts: 200, copiesShare: 0.5, seed: 20_261_120 };
/** Other programs take the processor now and then; the middle run is little disturbed. */
const RUNS = 3;

/** The first index and one change in Chromium: the indexer and the rows of the accounts view, on the stand-in of a vault. */
export async function measureIndexing(root: string): Promise<Measures> {
  const code = await pageCode(root);
  const browser = await chromium.launch({ executablePath: await findOrInstallBrowser(), args: [...launchFlags] });
  try {
    const runs: IndexTimes[] = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.addScriptTag({ content: code });
      runs.push(await page.evaluate((plan) => (window as unknown as { measureIndex(plan: VaultPlan): Promise<IndexTimes> }).measureIndex(plan), PLAN));
      await page.close();
      if (errors.length > 0) throw new Error(`The page failed: ${errors.join('; ')}`);
    }
    return measuresOf(runs);
  } finally {
    await browser.close();
  }
}

async function pageCode(root: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'bench', 'index-page.ts')], absWorkingDir: root, bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2022',
    minify: true, logLevel: 'warning', alias: { obsidian: join(root, 'workbench', 'obsidian', 'index.ts') },
  });
  return outputFiles[0]!.text;
}

function measuresOf(runs: readonly IndexTimes[]): Measures {
  const { notes, tasks } = runs[0]!;
  const changes = runs.flatMap((run) => run.changes);
  return {
    rows: [
      { name: `first index of ${notes} notes and ${tasks} tasks: longest task`, value: median(runs.map((run) => run.longestTask)), goal: 50, unit: 'ms' },
      { name: `one changed note to rows, at ${tasks} tasks`, value: median(changes), goal: 16, unit: 'ms' },
    ],
    info: [
      { name: 'first index', value: median(runs.map((run) => run.firstIndex)), unit: 'ms' },
      { name: 'slowest change to rows', value: Math.max(...changes), unit: 'ms' },
    ],
  };
}
