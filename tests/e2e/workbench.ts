import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Browser, CDPSession, ConsoleMessage, Page } from 'playwright-core';
import { enterStage, type Stage } from './stage';

/** The page of the workbench, as its `window` offers itself to tests and scripts. */
interface Workbench {
  readonly ready: Promise<void>;
  run(commandId: string): Promise<void> | void;
  open(path: string): Promise<void>;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  /** Settled when all that was written is there after a reload. */
  kept(): Promise<void>;
  readonly app: unknown;
}

/** The vault that `npm start` shows, from the top of the project. */
const DEMO_VAULT = join('tests', 'demo-vault');

/** A page that tests share, one after another. */
interface SharedPage {
  readonly page: Page;
  readonly devtools: CDPSession;
}

interface Kept {
  stage: Stage | null;
  shared: SharedPage | null;
}

declare global {
  interface Window {
    readonly workbench: Workbench;
  }

  /** What the files of tests of one worker share. */
  var kept: Kept | undefined;
}

/** Outside of jest nothing is shared. */
const own: Kept = { stage: null, shared: null };
const here = globalThis.kept ?? own;

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
  /** Makes the processor so many times slower for this page. */
  slowDown(rate: number): Promise<void>;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** The notes of the vault, by path; the demo vault where left out. */
  readonly files?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
  /** What the page's address ends with: `?mobile`. */
  readonly query?: string;
  /** Runs in the page before anything else does; such a page is shared with no other test. */
  readonly setUp?: () => void;
}

/** How long a state may take to come, on the slowest machine. */
const LONGEST_WAIT_MS = 60_000;

/** How many times slower each page runs than this machine: `SLOW=4` finds tests that only a fast one passes. */
const SLOWNESS = Number(process.env.SLOW ?? 1);

/** The time that a new page takes for now. */
const NOON = Date.parse('2026-11-22T12:00:00+01:00');

/**
 * Opens the page of `npm start` on a vault, with nothing left of what the tests before did in it. `closeStage` belongs
 * behind the last one.
 */
export async function openWorkbench({
  files = demoVault(),
  width = 1280,
  height = 800,
  query = '',
  setUp,
}: WorkbenchOptions = {}): Promise<OpenWorkbench> {
  const { folder, url, browser } = await onStage();
  writeVault(folder, files);
  if (setUp === undefined) here.shared ??= await newPage(browser);
  const { page, devtools } = here.shared !== null && setUp === undefined ? here.shared : await newPage(browser);
  if (setUp === undefined) await forget(page, devtools, url);
  else await page.addInitScript(setUp);
  await slowDown(devtools, 1);
  const errors: string[] = [];
  const onError = (error: Error): void => void errors.push(error.stack ?? error.message);
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error') errors.push(message.text());
  };
  page.on('pageerror', onError).on('console', onConsole);
  await page.setViewportSize({ width, height });
  const ready = async (): Promise<void> => {
    await page.waitForFunction(() => 'workbench' in window);
    await page.evaluate(() => window.workbench.ready);
  };
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
      await page.evaluate(() => window.workbench.kept());
      await page.reload();
      await ready();
    },
    slowDown: (rate) => slowDown(devtools, rate),
    async close() {
      if (setUp !== undefined) return page.context().close();
      // The stage was left before, which closes it.
      if (!page.isClosed()) await page.goto(NOWHERE);
      page.off('pageerror', onError).off('console', onConsole);
    },
  };
}

/** Waits until what was asked of a page before is drawn, and nothing else is waiting to be done there. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await new Promise((done) => requestIdleCallback(done));
  });
}

/**
 * Types into an editor of CodeMirror, each key when the one before it is drawn. Of keys with no time between them, on a
 * slow machine and with no plugin loaded too, it puts some where the cursor was a moment before.
 */
export async function typeInEditor(page: Page, text: string): Promise<void> {
  for (const sign of text) {
    await atRest(page);
    await page.keyboard.press(sign === '\n' ? 'Enter' : sign);
  }
  await atRest(page);
}

/** Reads until what is read is right, and gives it back; what is wrong after a minute, too. */
export async function until<T>(read: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
  const giveUp = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const value = await read();
    if (isRight(value) || performance.now() > giveUp) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Lets so many milliseconds pass at once for what a page measures: what was typed just now was typed a while ago. */
export async function pass({ page }: OpenWorkbench, ms: number): Promise<void> {
  await page.evaluate((more) => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + more;
  }, ms);
}

/** Saves what is typed in any tab, as the app does two seconds after the last key. */
export async function saveTyping({ page }: OpenWorkbench): Promise<void> {
  await page.evaluate(async () => {
    const { workspace } = window.workbench.app as {
      workspace: { getLeavesOfType(type: string): { view: { save(): Promise<void> } }[] };
    };
    for (const { view } of workspace.getLeavesOfType('markdown')) await view.save();
  });
}

/** Leaves the server and the browser: outside of jest they end; there they stay for the next file of tests. */
export async function closeStage(): Promise<void> {
  if (here === own) await own.stage?.close();
}

/** The stage of this worker, with another browser if the one before has died, or its page has. */
async function onStage(): Promise<Stage> {
  if (here.stage?.browser.isConnected() !== true || here.shared?.page.isClosed() === true) here.shared = null;
  if (here.stage?.browser.isConnected() !== true) here.stage = await enterStage();
  return here.stage;
}

const NOWHERE = 'about:blank';

async function newPage(browser: Browser): Promise<SharedPage> {
  const context = await browser.newContext({ timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const page = await context.newPage();
  await page.addInitScript(shiftDates, NOON - Date.now());
  return { page, devtools: await context.newCDPSession(page) };
}

/**
 * Makes all that a page knows of the day differ by so many milliseconds. Its timers stay real: with Playwright's clock,
 * which fakes them, an editor takes keys for the place where the cursor was a moment before.
 */
function shiftDates(by: number): void {
  const RealDate = Date;
  const now = (): number => RealDate.now() + by;
  window.Date = new Proxy(RealDate, {
    construct: (target, given: [], maker) =>
      Reflect.construct(target, given.length > 0 ? given : [now()], maker) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
}

/**
 * Makes a page as good as a new one, which takes half the time: what it ran ends, and the browser forgets all that it
 * kept for it.
 */
async function forget(page: Page, devtools: CDPSession, url: string): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.goto(NOWHERE);
  await Promise.all([
    devtools.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' }),
    context.clearCookies(),
    context.clearPermissions(),
    page.mouse.move(-1, -1),
  ]);
}

async function slowDown(devtools: CDPSession, rate: number): Promise<void> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: rate * SLOWNESS });
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
