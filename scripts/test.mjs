// npm test: everything, from a clean checkout on. Plain Node: it installs what it needs first.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { endRuns, runJest } from './jest-step.mjs';

/** Tests that come to no end are ended when nothing was heard of one for so long; a slow machine is no reason. */
const PATIENCE_MS = 3 * 60_000;

/**
 * What a step gives: how many checks of its own passed, failed and were skipped, what was ended before it came to its
 * end, and what to show if something went wrong. This is a step that is one check.
 */
const once = (passed, output) => ({ passed: Number(passed), failed: Number(!passed), skipped: 0, ended: [], output });

/** Runs Node with these arguments: one check. */
function check(...args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve(once(false, message)));
    child.on('close', (status, signal) =>
      resolve(once(status === 0, signal === null ? output : `${output}\nIt was ended by ${signal}.`)),
    );
  });
}

const tool = (path, ...args) => check(join('node_modules', path), ...args);

function jest(projects, ...options) {
  return runJest(['--ci', '--maxWorkers=2', '--passWithNoTests', ...options, '--selectProjects', ...projects], {
    cwd: root,
    patienceMs: PATIENCE_MS,
  });
}

async function browser() {
  try {
    const { findOrInstallBrowser } = await import('./browser.mjs');
    process.env.CHROMIUM_PATH = await findOrInstallBrowser();
    return once(true, '');
  } catch (error) {
    return once(false, error.message);
  }
}

/** One after another: parts. At the same time: the lanes of a part, each of them steps one after another. */
const parts = [
  [
    [
      ['types', () => tool('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit')],
      [
        'types of the core alone',
        () => tool('typescript/bin/tsc', '-p', join('src', 'core', 'tsconfig.json'), '--noEmit'),
      ],
      [
        'types of the app alone',
        () => tool('typescript/bin/tsc', '-p', join('src', 'app', 'tsconfig.json'), '--noEmit'),
      ],
      ['lint', () => tool('eslint/bin/eslint.js', '.', '--max-warnings', '0')],
      ['lint of styles.css', () => tool('stylelint/bin/stylelint.mjs', 'styles.css')],
      ['form', () => tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
      ['main.js built and checked', () => check(join('scripts', 'check-bundle.mjs'))],
      ['a browser', browser],
    ],
    [['tests', () => jest(['core', 'host'])]],
  ],
  // They wait for what is drawn, so nothing runs beside them. A test that fails before it closes its browser would keep
  // jest waiting for it.
  [[['tests in the browser', () => jest(['e2e'], '--forceExit')]]],
];

const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
const sum = { passed: 0, failed: 0, skipped: 0, ended: [] };

/** A step is told when it ends, with all that it said if it failed; the rest of its lane is left out then. */
async function runLane(steps) {
  for (const [name, run] of steps) {
    const start = performance.now();
    const { passed, failed, skipped, ended, output } = await run();
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    sum.ended.push(...ended);
    const isRight = failed === 0 && ended.length === 0;
    const all = passed + failed + testsOf(ended);
    console.log(`${isRight ? '✓' : '✗'} ${name}${all === 1 ? '' : ` (${passed} of ${all})`} ${seconds(start)}`);
    if (!isRight) {
      console.log(`\n${output.trim()}\n`);
      return;
    }
  }
}

const testsOf = (ended) => ended.reduce((tests, one) => tests + one.tests, 0);

// Jest runs in a group of its own, which Ctrl+C in a terminal does not reach.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    endRuns();
    process.exit(1);
  });

const begin = performance.now();
ensureInstalled();
for (const lanes of parts) {
  await Promise.all(lanes.map(runLane));
  if (sum.failed > 0 || sum.ended.length > 0) break;
}
console.log(`in ${seconds(begin)}`);
for (const { file, why, tests } of sum.ended) console.log(`ended: ${file}, as ${why} (${tests} of those that failed)`);
console.log(
  `${sum.passed} passed, ${sum.failed + testsOf(sum.ended)} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`,
);
process.exitCode = sum.failed > 0 || sum.ended.length > 0 ? 1 : 0;
