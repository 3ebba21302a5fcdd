import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Playwright from 'playwright-core';
import type { Browser, BrowserServer } from 'playwright-core';

declare global {
  /** Where the world of the tests has loaded it already. */
  var playwright: typeof Playwright | undefined;
}

/** Where a stage is found by another process. */
interface Place {
  /** The vault. */
  readonly folder: string;
  /** The page of `npm start` on it. */
  readonly url: string;
  readonly browser: string;
}

/** A folder of notes with `npm start` on it, and a browser. */
export interface Stage {
  readonly folder: string;
  readonly url: string;
  readonly browser: Browser;
  /** Leaves the stage; one of its own is taken down. */
  close(): Promise<void>;
}

/** A stage that stands, for whoever enters it. */
export interface StandingStage {
  /** The file that says where it is now: a browser that dies is started anew, at another address. */
  readonly place: string;
  takeDown(): Promise<void>;
}

const PLACES = 'ACCOUNT_ACTIONS_STAGES';

/** How long a browser that is started anew may take, on the slowest machine. */
const LONGEST_START_MS = 90_000;

/**
 * What the browser does without. The address bar's popups are two pages of Chrome that each new context would load:
 * more work than the page under test. Of several such lists Chrome takes the last, so Playwright's own is said again.
 */
const DISABLED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** Tells processes that are started from now on which stages stand: each of jest's workers enters its own. */
export function announceStages(stages: readonly StandingStage[]): void {
  process.env[PLACES] = JSON.stringify(stages.map(({ place }) => place));
}

/** Enters the stage of this worker; sets one up where none was announced. */
export async function enterStage(): Promise<Stage> {
  const announced = (JSON.parse(process.env[PLACES] ?? '[]') as readonly string[])[
    Number(process.env['JEST_WORKER_ID']) - 1
  ];
  const own = announced === undefined ? await setUpStage() : null;
  const { folder, url, browser } = await reach(announced ?? own!.place);
  return {
    folder,
    url,
    browser,
    async close() {
      await browser.close();
      await own?.takeDown();
    },
  };
}

/** Finds the browser of a stage: where the last file of tests lost it, there will be another one soon. */
async function reach(place: string): Promise<Omit<Stage, 'close'>> {
  const giveUp = performance.now() + LONGEST_START_MS;
  for (;;) {
    try {
      const { browser: address, ...rest } = JSON.parse(readFileSync(place, 'utf8')) as Place;
      const { chromium } = globalThis.playwright ?? (await import('playwright-core'));
      const browser = await chromium.connect(address);
      // A browser that just died still lets one in.
      await (await browser.newContext()).close();
      return { ...rest, browser };
    } catch (error) {
      if (performance.now() > giveUp) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Starts `npm start` on a new folder, as a user would, and a browser, which is started anew whenever it dies. */
export async function setUpStage(): Promise<StandingStage> {
  const around = mkdtempSync(join(tmpdir(), 'account-actions-'));
  const place = join(around, 'place.json');
  // The page shows it as the name of the vault.
  const folder = join(around, 'Demo vault');
  mkdirSync(folder);
  let browser: BrowserServer;
  let over = false;
  const stand = (url: string, launched: BrowserServer): void => {
    browser = launched;
    const at: Place = { folder, url, browser: launched.wsEndpoint() };
    writeFileSync(place, JSON.stringify(at));
    launched.on('close', () => {
      if (over) return;
      launchBrowser().then(
        (next) => stand(url, next),
        (error: unknown) => console.error('The browser died and cannot be started again:', error),
      );
    });
  };
  const [{ server, url }, launched] = await Promise.all([startServer(folder), launchBrowser()]);
  stand(url, launched);
  return {
    place,
    async takeDown() {
      over = true;
      await browser.close();
      server.kill();
      rmSync(around, { recursive: true, force: true });
    },
  };
}

async function launchBrowser(): Promise<BrowserServer> {
  const { chromium } = await import('playwright-core');
  const found = execFileSync(process.execPath, ['scripts/browser.mjs'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { executablePath, args } = JSON.parse(found) as { executablePath: string; args: string[] };
  return chromium.launchServer({
    executablePath,
    args: [...args, `--disable-features=${DISABLED_FEATURES.join(',')}`],
  });
}

function startServer(folder: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const server = spawn(process.execPath, [
    'scripts/run.mjs',
    'scripts/workbench/start.ts',
    '--port',
    '0',
    '--no-open',
    '--vault',
    folder,
  ]);
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
