import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Page } from 'playwright-core';
import { enterStage, type Stage } from './stage';

/** The page of the workbench, as its `window` offers itself to tests and scripts. */
interface Workbench {
  readonly ready: Promise<void>;
  run(commandId: string): Promise<void> | void;
  open(path: string): Promise<void>;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  readonly app: unknown;
}

/** The vault that `npm start` shows, from the top of the project. */
const DEMO_VAULT = join('tests', 'demo-vault');

declare global {
  interface Window {
    readonly workbench: Workbench;
  }
}

/** The workbench in Chromium, with the plugin's real main.js. */
export interface OpenWorkbench {
  readonly page: Page;
  /** What went wrong in the page so far: uncaught errors and errors in its console. */
  readonly errors: string[];
  run(commandId: string): Promise<void>;
  open(path: string): Promise<void>;
  read(path: string): Promise<string>;
  /** Writes a note as if another program did. */
  write(path: string, text: string): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** The notes of the vault, by path; the demo vault where left out. */
  readonly files?: Readonly<Record<string, string>>;
  /** The day that the page takes for today, at noon. */
  readonly today?: string;
  readonly width?: number;
  readonly height?: number;
  /** What the page's address ends with: `?mobile`. */
  readonly query?: string;
  /** Runs in the page before anything else does. */
  readonly setUp?: () => void;
}

let stage: Promise<Stage> | null = null;

/** Opens the page of `npm start` on a vault. `closeStage` belongs behind the last one. */
export async function openWorkbench({
  files = demoVault(),
  today = '2026-11-22',
  width = 1280,
  height = 800,
  query = '',
  setUp,
}: WorkbenchOptions = {}): Promise<OpenWorkbench> {
  stage ??= enterStage();
  const { folder, url, browser } = await stage;
  writeVault(folder, files);
  const context = await browser.newContext({
    viewport: { width, height },
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.clock.install({ time: new Date(`${today}T12:00:00+01:00`) });
  await page.clock.resume();
  const ready = async (): Promise<void> => {
    await page.waitForFunction(() => 'workbench' in window);
    await page.evaluate(() => window.workbench.ready);
  };
  if (setUp !== undefined) await page.addInitScript(setUp);
  await page.goto(url + query);
  await ready();
  return {
    page,
    errors,
    run: (commandId) => page.evaluate((id) => window.workbench.run(id), `account-actions:${commandId}`),
    open: (path) => page.evaluate((name) => window.workbench.open(name), path),
    read: (path) => page.evaluate((name) => window.workbench.read(name), path),
    write: (path, text) => page.evaluate(([name, content]) => window.workbench.write(name!, content!), [path, text]),
    async reload() {
      await page.reload();
      await ready();
    },
    close: () => context.close(),
  };
}

/** Leaves the server and the browser, which stay for the next file of tests. */
export async function closeStage(): Promise<void> {
  await (await stage)?.close();
  stage = null;
}

function demoVault(): Readonly<Record<string, string>> {
  const paths = readdirSync(DEMO_VAULT, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll(sep, '/'), readFileSync(join(DEMO_VAULT, path), 'utf8')]),
  );
}

/** Makes these files all that is in the folder; the page reads it when it is loaded. */
function writeVault(folder: string, files: Readonly<Record<string, string>>): void {
  for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
