import { resolve } from 'node:path';
import { dayOf } from '../../src/core/base/day';
import { sourceKeys } from '../../src/core/graph/problems';
import { readVault } from '../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { readArguments, refuse } from './arguments';
import { printable } from './printable';
import { leftOut, reportOf, summaryOf } from './report';
import { readVaultFolder } from './vault-folder';

// Prints what the plugin finds in a vault, and writes nothing.
const usage = 'npm run --silent inspect -- FOLDER [--json]';
const args = readArguments(process.argv.slice(2), { json: { type: 'boolean' } }, usage);
if (!args.ok) refuse(args.error);
const [folder, ...more] = args.value.positionals;
if (folder === undefined || more.length > 0) refuse(`Give exactly one folder. Use: ${usage}`);

const vault = await readVaultFolder(resolve(folder));
if (!vault.ok) refuse(vault.error);
const graph = readVault(vault.value.files, DEFAULT_SETTINGS);
const sources = sourceKeys(vault.value.paths);
const viewpoint = { today: dayOf(new Date()), settings: DEFAULT_SETTINGS };
console.log(
  printable(
    args.value.values['json'] === true
      ? JSON.stringify(reportOf(graph, viewpoint, sources), null, 2)
      : summaryOf(graph, viewpoint, sources),
  ),
);
leftOut(vault.value.unreadable).forEach((line) => console.error(printable(line)));
process.exitCode = vault.value.unreadable.length > 0 ? 1 : 0;
