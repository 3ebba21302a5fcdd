import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserServer } from 'playwright-core';

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
  readonly place: Place;
  takeDown(): Promise<void>;
}

const PLACES = 'ACCOUNT_ACTIONS_STAGES';

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
  const announced = (JSON.parse(process.env[PLACES] ?? '[]') as readonly Place[])[
    Number(process.env['JEST_WORKER_ID']) - 1
  ];
  const own = announced === undefined ? await setUpStage() : null;
  const { folder, url, browser: address } = announced ?? own!.place;
  const browser = await chromium.connect(address);
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

/** Starts `npm start` on a new folder, as a user would, and a browser. */
export async function setUpStage(): Promise<StandingStage> {
  const around = mkdtempSync(join(tmpdir(), 'account-actions-'));
  // The page shows it as the name of the vault.
  const folder = join(around, 'Demo vault');
  mkdirSync(folder);
  const [{ server, url }, browser] = await Promise.all([startServer(folder), launchBrowser()]);
  return {
    place: { folder, url, browser: browser.wsEndpoint() },
    async takeDown() {
      await browser.close();
      server.kill();
      rmSync(around, { recursive: true, force: true });
    },
  };
}

function launchBrowser(): Promise<BrowserServer> {
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
