// Finds a Chromium for the tests, or installs one. Plain Node; the packages must be installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Flags that a browser without a screen starts with, in a container too. */
export const launchFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

/**
 * The path of a browser that answers; one is installed where none is found. Throws, with what to do, where that is not
 * possible.
 */
export async function findOrInstallBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked !== undefined && asked !== '') {
    if (answers(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is set to ${asked}, and no browser answers there. Correct it or unset it.`);
  }
  return (await find()) ?? (await install());
}

async function find() {
  for (const path of [...onPath(), ...usualPlaces(), await downloaded()]) {
    if (path !== null && existsSync(path) && answers(path)) return path;
  }
  return null;
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const files = process.platform === 'win32' ? names.map((name) => `${name}.exe`) : names;
  return files.flatMap((file) => folders.map((folder) => join(folder, file)));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((variable) => process.env[variable] ?? [])
      .flatMap((folder) =>
        [
          ['Chromium', 'Application', 'chrome.exe'],
          ['Google', 'Chrome', 'Application', 'chrome.exe'],
          ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
        ].map((parts) => join(folder, ...parts)),
      );
  }
  return [];
}

/** Where Playwright keeps the browser that it downloads, whether it is there or not. */
async function downloaded() {
  const { chromium } = await import('playwright-core');
  try {
    return chromium.executablePath();
  } catch {
    // A system that Playwright has no browser for.
    return null;
  }
}

/** Whether a program is a browser that starts here: a download may lack the libraries that it needs. */
function answers(path) {
  // On Windows `--version` opens a window.
  if (process.platform === 'win32') return existsSync(path);
  const { status, stdout } = spawnSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

/** Playwright's download needs no rights and leaves the system as it is, so it comes first. */
async function install() {
  const attempts = [];
  const attempt = (command, args, env = {}) => {
    console.error(`  ${[command, ...args].join(' ')}`);
    const { status, stderr, error } = spawnSync(command, args, {
      encoding: 'utf8',
      timeout: 300_000,
      env: { ...process.env, ...env },
    });
    if (status === 0) return true;
    const reason = error?.message ?? stderr.split('\n').find((line) => /^E(?:rror)?:/.test(line)) ?? `status ${status}`;
    attempts.push(`${[command, ...args].join(' ')} (${reason})`);
    return false;
  };
  console.error('No browser was found; installing one:');
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  attempt(process.execPath, [playwright, 'install', '--no-shell', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
  const apt = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const found =
    (await find()) ??
    (apt &&
      attempt('apt-get', ['update', '-qq']) &&
      attempt('apt-get', ['install', '-qq', '--yes', '--no-install-recommends', 'chromium'], {
        DEBIAN_FRONTEND: 'noninteractive',
      }) &&
      (await find()));
  if (found) return found;
  throw new Error(
    [
      'No browser was found, and none could be installed.',
      ...attempts.map((command) => `  failed: ${command}`),
      `Install Chromium or Chrome (${advice()}), or set CHROMIUM_PATH to one, then run this again.`,
    ].join('\n'),
  );
}

function advice() {
  if (process.platform === 'darwin') return 'brew install --cask chromium';
  if (process.platform === 'win32') return 'winget install Google.Chrome';
  return existsSync('/etc/debian_version')
    ? 'sudo apt-get install chromium'
    : 'with the package manager of your system';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    // For callers that cannot import this: the tests.
    console.log(JSON.stringify({ executablePath: await findOrInstallBrowser(), args: launchFlags }));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
