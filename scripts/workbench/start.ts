import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { dayOf } from '../../src/core/base/day';
import { sourceKeys } from '../../src/core/graph/problems';
import { readVault } from '../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { readArguments, refuse } from './arguments';
import { printable } from './printable';
import { leftOut, summaryOf } from './report';
import { serve } from './serve';
import { readVaultFolder } from './vault-folder';

declare const PROJECT_ROOT: string;

// Builds the plugin, prints what it finds in a vault, and serves the workbench on it.
const usage = 'npm start [-- --vault FOLDER] [--port NUMBER] [--no-open]';
const args = readArguments(
  process.argv.slice(2),
  { vault: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  usage,
);
if (!args.ok) refuse(args.error);
const { values, positionals } = args.value;
if (positionals.length > 0) refuse(`“${positionals[0]}” is not understood. Use: ${usage}`);
const port = Number(values['port'] ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65535)
  refuse(`“${String(values['port'])}” is no port: give a number from 0 to 65535.`);

const folder =
  typeof values['vault'] === 'string' ? resolve(values['vault']) : resolve(PROJECT_ROOT, 'tests', 'demo-vault');
const vault = await readVaultFolder(folder);
if (!vault.ok) refuse(vault.error);
console.log(
  printable(
    summaryOf(
      readVault(vault.value.files, DEFAULT_SETTINGS),
      { today: dayOf(new Date()), settings: DEFAULT_SETTINGS },
      sourceKeys(vault.value.paths),
    ),
  ),
);
leftOut(vault.value.unreadable).forEach((line) => console.error(printable(line)));
const served = await serve({ vaultDir: folder, port, root: PROJECT_ROOT });
if (!served.ok) refuse(served.error);
console.log(`\nThe workbench is at ${served.value.url}  (Ctrl+C ends it; nothing is written to ${printable(folder)})`);
if (values['no-open'] !== true && process.stdout.isTTY) openBrowser(served.value.url);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void served.value.close().then(() => process.exit(0)));
}

/** Opens the page in the user's browser; where there is none, the address was printed. */
function openBrowser(url: string): void {
  const [command, ...rest] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  spawn(command, [...rest, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
