import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildResult } from 'esbuild';
import { readArguments, refuse } from '../workbench/arguments';
import { readVaultFolder } from '../workbench/vault-folder';
import { measureAccounts } from './accounts';
import { measureCopies } from './copies';
import { measureGrowth } from './growth';
import { measureIndexing } from './indexing';
import { measureReading } from './reading';
import { measureRollups } from './rollups';
import type { Info, Measures, Row } from './row';
import { measureTriage } from './triage';

declare const PROJECT_ROOT: string;

// Measures the numbers that the design promises. With --json: `rows` of {name, value, goal, unit}, a row holds where
// value <= goal, and `info`.
const usage = 'npm run bench [-- --json] [--only reading|indexing|copies|triage|accounts|rollups|growth|size]';
const args = readArguments(process.argv.slice(2), { json: { type: 'boolean' }, only: { type: 'string' } }, usage);
if (!args.ok) refuse(args.error);
if (args.value.positionals.length > 0) refuse(`“${args.value.positionals[0]}” is not understood. Use: ${usage}`);

const measures: Readonly<Record<string, () => Measures | Promise<Measures>>> = {
  reading,
  indexing: () => measureIndexing(PROJECT_ROOT),
  copies: measureCopies,
  triage: () => measureTriage(PROJECT_ROOT),
  accounts: () => measureAccounts(PROJECT_ROOT),
  rollups: () => measureRollups(PROJECT_ROOT),
  growth: measureGrowth,
  size,
};
const only = args.value.values['only'] ?? null;
const chosen = Object.entries(measures).filter(([name]) => only === null || name === only);
if (chosen.length === 0) refuse(`There is nothing to measure by that name. Use: ${usage}`);
const parts: Measures[] = [];
for (const [, measure] of chosen) parts.push(await measure());
const rows = parts.flatMap((part) => part.rows).map(rounded);
const info = parts.flatMap((part) => part.info).map(rounded);
if (args.value.values['json'] === true) console.log(JSON.stringify({ rows, info }, null, 2));
else [...rows, ...info].forEach((row) => console.log(lineOf(row)));

async function reading(): Promise<Measures> {
  const vault = await readVaultFolder(join(PROJECT_ROOT, 'tests', 'demo-vault'));
  if (!vault.ok) refuse(vault.error);
  return measureReading([...vault.value.files].filter(([path]) => path.endsWith('.md')).map(([, text]) => text));
}

async function size(): Promise<Measures> {
  // By its address, so that it is not bundled into this file and finds its own folder.
  const config = (await import(pathToFileURL(join(PROJECT_ROOT, 'esbuild.config.mjs')).href)) as {
    buildPlugin(options: { write: false }): Promise<BuildResult<{ write: false }>>;
  };
  const { outputFiles } = await config.buildPlugin({ write: false });
  const bytes = outputFiles.find(({ path }) => path.endsWith('main.js'))!.contents.length;
  return { rows: [{ name: 'main.js', value: bytes / 1000, goal: 300, unit: 'kB' }], info: [] };
}

function rounded<T extends Info>(row: T): T {
  return { ...row, value: Number(row.value.toFixed(2)) };
}

function lineOf(row: Row | Info): string {
  const value = `${row.value} ${row.unit}`.padStart(16);
  if (!('goal' in row)) return `  ${value}  ${row.name}`;
  return `${row.value <= row.goal ? '✓' : '✗'} ${value}  ${row.name} (goal ${row.goal})`;
}
