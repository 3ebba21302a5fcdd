// npm test: everything, from a clean checkout on. Plain Node: it installs what it needs first.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

const LONGEST_STEP_MS = 5 * 60_000;

/**
 * What a step gives: how many checks of its own passed and failed, and what to show if one failed. This is a step that
 * is one check.
 */
const once = (passed, output) => ({ passed: Number(passed), failed: Number(!passed), output });

function node(args) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_STEP_MS,
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (said[name] += text));
  const end = (passed, fault) => ({
    passed,
    output: [said.stdout, said.stderr, fault].filter((text) => text !== '').join('\n'),
  });
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve(end(false, message)));
    child.on('close', (status, signal) =>
      resolve(
        end(
          status === 0,
          signal === null ? '' : `It was ended by ${signal}; a step may take ${LONGEST_STEP_MS / 60_000} minutes.`,
        ),
      ),
    );
  });
}

async function check(...args) {
  const { passed, output } = await node(args);
  return once(passed, output);
}

const tool = (path, ...args) => check(join('node_modules', path), ...args);

async function jest(projects, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'account-actions-'));
  const report = join(folder, 'report.json');
  try {
    const { passed, output } = await node([
      join('node_modules', 'jest', 'bin', 'jest.js'),
      '--ci',
      '--maxWorkers=2',
      '--passWithNoTests',
      '--json',
      `--outputFile=${report}`,
      ...options,
      '--selectProjects',
      ...projects,
    ]);
    if (!existsSync(report)) return passed ? { passed: 0, failed: 0, output } : once(false, output);
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: passed ? failed : Math.max(1, failed), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
      ['lint', () => tool('eslint/bin/eslint.js', '.', '--max-warnings', '0')],
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
const sum = { passed: 0, failed: 0 };

/** A step is told when it ends, with all that it said if it failed; the rest of its lane is left out then. */
async function runLane(steps) {
  for (const [name, run] of steps) {
    const start = performance.now();
    const { passed, failed, output } = await run();
    sum.passed += passed;
    sum.failed += failed;
    const count = passed + failed === 1 ? '' : ` (${passed} of ${passed + failed})`;
    console.log(`${failed === 0 ? '✓' : '✗'} ${name}${count} ${seconds(start)}`);
    if (failed > 0) {
      console.log(`\n${output.trim()}\n`);
      return;
    }
  }
}

const begin = performance.now();
ensureInstalled();
for (const lanes of parts) {
  await Promise.all(lanes.map(runLane));
  if (sum.failed > 0) break;
}
console.log(`in ${seconds(begin)}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
