import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { JSDOM } from 'jsdom';
import { readArguments, refuse } from '../../scripts/workbench/arguments';
import type { runTorture } from './run-torture';

declare const PROJECT_ROOT: string;

// Random steps over the plugin's own reading and writing parts on the stand-in of Obsidian, and after each of them the
// question whether every byte is what the user's action says or what was there. Ends with 1 and names the seed, the
// step and the note where one is not.
const usage = 'npm run torture -- [--steps N] [--seed S] [--broken nearest|line-number|follows]';
/** Which module is broken, by the way in which it is. */
const BROKEN: Readonly<Record<string, string>> = { nearest: 'locate', 'line-number': 'locate', follows: 'follow' };
const args = readArguments(
  process.argv.slice(2),
  { steps: { type: 'string' }, seed: { type: 'string' }, broken: { type: 'string' } },
  usage,
);
if (!args.ok) refuse(args.error);
const {
  positionals,
  values: { steps: givenSteps = '5000', seed: givenSeed = '1', broken },
} = args.value;
const steps = numberOf(givenSteps, 'steps');
const seed = numberOf(givenSeed, 'seed');
if (positionals.length > 0) refuse(`“${positionals[0]}” is not understood. Use: ${usage}`);
if (broken !== undefined && !Object.hasOwn(BROKEN, String(broken)))
  refuse(`“${String(broken)}” is no way to break it. Use: ${usage}`);

openWindow();
const begin = performance.now();
const { runTorture: run } = await load(broken === undefined ? null : String(broken));
const since = (): string => `${((performance.now() - begin) / 1000).toFixed(0)} s`;
const ending = await run(steps, seed, (step) => {
  if (step > 0 && step % 5000 === 0) process.stderr.write(`step ${step}\n`);
});
ending.tally.lines().forEach((line) => console.log(line));
console.log(`in ${since()}`);
if (ending.wrong !== null) console.log(`wrong at seed ${seed}, step ${ending.steps}: ${ending.wrong}`);
console.log(
  `steps ${ending.steps}, written ${ending.tally.written}, refused ${ending.tally.refused}, wrong ${ending.wrong === null ? 0 : 1}`,
);
process.exit(ending.wrong === null ? 0 : 1);

function numberOf(given: unknown, name: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 0) refuse(`--${name} wants a whole number. Use: ${usage}`);
  return number;
}

/** Makes Node's global object the window that the stand-in draws in. */
function openWindow(): void {
  const { window } = new JSDOM('<!doctype html><body class="theme-light"></body>', {
    url: 'http://localhost/',
    pretendToBeVisual: true,
  });
  const own = new Set(Object.getOwnPropertyNames(globalThis));
  for (const name of Object.getOwnPropertyNames(window)) {
    if (own.has(name)) continue;
    const value: unknown = window[name];
    // Its methods want the window; its classes must stay what they are.
    const bound: unknown = typeof value === 'function' && /^[a-z]/.test(name) ? value.bind(window) : value;
    Object.defineProperty(globalThis, name, { value: bound, configurable: true, writable: true });
  }
  Object.assign(globalThis, {
    window: globalThis,
    self: globalThis,
    Event: window.Event,
    CustomEvent: window.CustomEvent,
    EventTarget: window.EventTarget,
  });
}

/** The plugin's own code on the stand-in, but for a module that is broken in the way asked for. */
async function load(way: string | null): Promise<{ readonly runTorture: typeof runTorture }> {
  const folder = join(PROJECT_ROOT, 'node_modules', '.cache', 'run');
  const outfile = join(folder, `torture-world-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  await build({
    stdin: {
      contents: `import './tests/host/database';\nexport { runTorture } from './tests/torture/run-torture';`,
      resolveDir: PROJECT_ROOT,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    sourcemap: 'inline',
    plugins: [
      {
        name: 'stand-in',
        setup({ onResolve }) {
          onResolve({ filter: /^obsidian$/ }, () => ({
            path: join(PROJECT_ROOT, 'scripts', 'workbench', 'obsidian', 'index.ts'),
          }));
          // Node wants the ending that bundlers do without.
          onResolve({ filter: /^gray-matter\/lib\/engines$/ }, ({ path }) => ({ path: `${path}.js`, external: true }));
          onResolve({ filter: /\/(?:locate|follow)$/ }, ({ importer, path }) =>
            way === null || !path.endsWith(`/${BROKEN[way]!}`) || importer.includes(join('torture', 'broken'))
              ? undefined
              : { path: join(PROJECT_ROOT, 'tests', 'torture', 'broken', `${way}.ts`) },
          );
        },
      },
    ],
  });
  process.on('exit', () => rmSync(outfile, { force: true }));
  return (await import(pathToFileURL(outfile).href)) as { readonly runTorture: typeof runTorture };
}
