import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { findOrInstallBrowser, launchFlags } from '../scripts/browser.mjs';
import { median } from './median';
import type { Info, Measures, Row } from './row';
import type { TriagePlan, TriageTimes } from './triage-page';

/** About 20,000 proposals, each said five times on average. */
const VAULT: TriagePlan['vault'] = { notes: 4200, tasksPerNote: 6, accounts: 60, copiesShare: 0.8, seed: 20_261_120 };
/** Other programs take the processor now and then; the middle run is little disturbed. */
const RUNS = 3;
/** The journal is kept in a database, which a page has only at an address; nothing is asked there. */
const ADDRESS = 'http://localhost/';

/** Triage over 20,000 proposals in Chromium, on the stand-in: each line a row by itself, and with their copies as one. */
export async function measureTriage(root: string): Promise<Measures> {
  const page = await pageOf(root);
  const browser = await chromium.launch({ executablePath: await findOrInstallBrowser(), args: [...launchFlags] });
  try {
    const singles: TriageTimes[] = [];
    const groups: TriageTimes[] = [];
    for (let run = 0; run < RUNS; run++) {
      singles.push(await measureOnce(browser, page, { vault: VAULT, grouped: false }));
      groups.push(await measureOnce(browser, page, { vault: VAULT, grouped: true }));
    }
    const parts = [measuresOf('single rows', singles), measuresOf('lines in groups', groups)];
    return { rows: parts.flatMap(({ rows }) => rows), info: parts.flatMap(({ info }) => info) };
  } finally {
    await browser.close();
  }
}

interface PageParts {
  readonly html: string;
  readonly code: string;
}

async function measureOnce(browser: Browser, { html, code }: PageParts, plan: TriagePlan): Promise<TriageTimes> {
  // Of its own, so that no page finds what another one stored.
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: code });
  const times = await page.evaluate((wanted) => (window as unknown as { measureTriage(plan: TriagePlan): Promise<TriageTimes> }).measureTriage(wanted), plan);
  await context.close();
  if (errors.length > 0) throw new Error(`The page failed: ${errors.join('; ')}`);
  return times;
}

async function pageOf(root: string): Promise<PageParts> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'bench', 'triage-page.ts')], absWorkingDir: root, bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2022',
    minify: true, logLevel: 'warning', jsx: 'automatic', jsxImportSource: 'preact', alias: { obsidian: join(root, 'workbench', 'obsidian', 'index.ts') },
  });
  const theme = join(root, 'workbench', 'page', 'theme');
  const styles = [...readdirSync(theme).sort().map((name) => join(theme, name)), join(root, 'styles.css')].map((path) => readFileSync(path, 'utf8'));
  return { html: `<!doctype html><style>${styles.join('\n')}</style><body class="theme-light">`, code: outputFiles[0]!.text };
}

function measuresOf(what: string, runs: readonly TriageTimes[]): Measures {
  const { rows, lines, bulk } = runs[0]!;
  const middle = (value: (run: TriageTimes) => number): number => median(runs.map(value));
  const row = (name: string, value: number, goal: number, unit = 'ms'): Row => ({ name: `Triage, 20,000 ${what}: ${name}`, value, goal, unit });
  const info = (name: string, value: number, unit = 'ms'): Info => ({ name: `Triage, 20,000 ${what}: ${name}`, value, unit });
  return {
    rows: [
      row('first paint', middle(({ firstPaint }) => firstPaint), 200),
      row('most rows in the page', middle(({ mostDrawn }) => mostDrawn), 59, 'rows'),
      row('longest frame while scrolling', middle(({ longestFrame }) => longestFrame), 50),
      row('one decision to the next row', median(runs.flatMap(({ decisions }) => decisions)), 50),
      row('one letter of the filter to rows', median(runs.flatMap(({ letters }) => letters)), 100),
      row('200 notes at once: longest task', middle((run) => run.bulk.longestTask), 50),
    ],
    info: [
      info('lines', lines, 'lines'),
      info('rows', rows, 'rows'),
      info('slowest decision', middle(({ decisions }) => Math.max(...decisions))),
      info('slowest letter', middle(({ letters }) => Math.max(...letters))),
      info('notes written at once', bulk.notes, 'notes'),
      info('all of them', middle((run) => run.bulk.work)),
    ],
  };
}
