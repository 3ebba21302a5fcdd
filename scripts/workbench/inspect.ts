import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { dayOf } from '../../src/core/base/day';
import { sourceKeys } from '../../src/core/graph/problems';
import { readVault } from '../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { explanationOf } from '../../src/core/graph/explanation';
import { readArguments, refuse } from './arguments';
import { printable } from './printable';
import { leftOut, reportOf, summaryOf } from './report';
import { readVaultFolder } from './vault-folder';

// Prints what the plugin finds in a vault, or what it reads of one note, and writes nothing.
const usage = 'npm run --silent inspect -- FOLDER [--json], or FILE --explain';
const args = readArguments(process.argv.slice(2), { json: { type: 'boolean' }, explain: { type: 'boolean' } }, usage);
if (!args.ok) refuse(args.error);
const [path, ...more] = args.value.positionals;
if (path === undefined || more.length > 0) refuse(`Give exactly one folder or file. Use: ${usage}`);
if (args.value.values['explain'] === true) explain(resolve(path));
else await inspect(resolve(path));

async function inspect(folder: string): Promise<void> {
  const vault = await readVaultFolder(folder);
  if (!vault.ok) refuse(vault.error);
  const graph = readVault(vault.value.files, DEFAULT_SETTINGS);
  const sources = sourceKeys(vault.value.paths);
  const viewpoint = { today: dayOf(new Date()), settings: DEFAULT_SETTINGS };
  console.log(
    printable(
      args.ok && args.value.values['json'] === true
        ? JSON.stringify(reportOf(graph, viewpoint, sources), null, 2)
        : summaryOf(graph, viewpoint, sources),
    ),
  );
  leftOut(vault.value.unreadable).forEach((line) => console.error(printable(line)));
  process.exitCode = vault.value.unreadable.length > 0 ? 1 : 0;
}

/** Of a note alone: whose it is by its folder or by other notes is not known. */
function explain(file: string): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    refuse(`“${path!}” can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { facts, lines } = explanationOf(basename(file), text, DEFAULT_SETTINGS, null);
  for (const [name, value] of facts) console.log(printable(`${name}: ${value}`));
  console.log();
  for (const { line, text: written, said } of lines)
    console.log(printable(`${String(line + 1).padStart(5)}  ${said}\n       ${written}`));
}
