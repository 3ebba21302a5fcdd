// Runs a TypeScript entry point in Node: node scripts/run.mjs FILE [ARG …]
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const { build } = await import('esbuild');
const entry = resolve(root, process.argv[2]);
const folder = join(root, 'node_modules', '.cache', 'run');
const outfile = join(folder, `${basename(entry, '.ts')}-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
  sourcemap: 'inline',
  define: { PROJECT_ROOT: JSON.stringify(root) },
});
process.on('exit', () => rmSync(outfile, { force: true }));
process.argv.splice(1, 2, entry);
await import(pathToFileURL(outfile).href);
