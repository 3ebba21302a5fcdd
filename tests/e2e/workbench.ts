import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/** The page of the workbench, as its `window` offers itself to tests and scripts. */
interface Workbench {
  readonly ready: Promise<void>;
  run(commandId: string): Promise<void> | void;
  open(path: string): Promise<void>;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  readonly app: unknown;
}

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

/** A server of `npm start` and a browser, started once and shared by all workbenches that are opened after one another. */
interface Stage {
  readonly folder: string;
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

let stage: Promise<Stage> | null = null;

/** Starts `npm start` on a vault and opens its page, as a user would. `closeStage` ends what was started. */
export async function openWorkbench({ files = demoVault(), today = '2026-11-22', width = 1280, height = 800, query = '', setUp }: WorkbenchOptions = {}): Promise<OpenWorkbench> {
  stage ??= openStage();
  const { folder, url, browser } = await stage;
  writeVault(folder, files);
  const context = await browser.newContext({ viewport: { width, height }, timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
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

/** Ends the server and the browser. */
export async function closeStage(): Promise<void> {
  await (await stage)?.close();
  stage = null;
}

async function openStage(): Promise<Stage> {
  const place = mkdtempSync(join(tmpdir(), 'account-actions-'));
  // The page shows it as the name of the vault.
  const folder = join(place, 'Demo vault');
  mkdirSync(folder);
  const [{ server, url }, browser] = await Promise.all([startServer(folder), launchBrowser()]);
  return {
    folder, url, browser,
    async close() {
      await browser.close();
      server.kill();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function launchBrowser(): Promise<Browser> {
  const found = execFileSync(process.execPath, ['scripts/browser.mjs'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return chromium.launch(JSON.parse(found) as { executablePath: string; args: string[] });
}

function demoVault(): Readonly<Record<string, string>> {
  const paths = readdirSync('demo-vault', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  return Object.fromEntries(paths.map((path) => [path.replaceAll(sep, '/'), readFileSync(join('demo-vault', path), 'utf8')]));
}

/** Makes these files all that is in the folder; the page reads it when it is loaded. */
function writeVault(folder: string, files: Readonly<Record<string, string>>): void {
  for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function startServer(folder: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const server = spawn(process.execPath, ['scripts/run.mjs', 'workbench/start.ts', '--port', '0', '--no-open', '--vault', folder]);
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (url !== undefined) resolve({ server, url });
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('exit', () => reject(new Error(`npm start ended: ${said}`)));
  });
}
