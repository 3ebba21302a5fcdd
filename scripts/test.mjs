// npm test: everything, from a clean checkout on. Plain Node: it installs what it needs first.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

const LONGEST_STEP_MS = 5 * 60_000;

/** What a step gives: how many checks of its own passed and failed, and what to show if one failed. This is a step that is one check. */
const once = (passed, output) => ({ passed: Number(passed), failed: Number(!passed), output });

function node(args) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: root, encoding: 'utf8', timeout: LONGEST_STEP_MS, maxBuffer: 64 * 1024 * 1024,
  });
  return { passed: status === 0, output: [stdout, stderr, error?.message ?? ''].filter((text) => text !== '').join('\n') };
}

function tool(path, ...args) {
  const { passed, output } = node([join('node_modules', path), ...args]);
  return once(passed, output);
}

function jest(projects, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'account-actions-'));
  const report = join(folder, 'report.json');
  try {
    const { passed, output } = node([
      join('node_modules', 'jest', 'bin', 'jest.js'), '--ci', '--maxWorkers=2', '--passWithNoTests', '--json', `--outputFile=${report}`,
      ...options, '--selectProjects', ...projects,
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

const steps = [
  ['types', () => tool('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit')],
  ['types of the core alone', () => tool('typescript/bin/tsc', '-p', join('src', 'core', 'tsconfig.json'), '--noEmit')],
  ['lint', () => tool('eslint/bin/eslint.js', '.', '--max-warnings', '0')],
  ['tests', () => jest(['core', 'host'])],
  ['main.js built and checked', () => {
    const { passed, output } = node([join('scripts', 'check-bundle.mjs')]);
    return once(passed, output);
  }],
  ['a browser', browser],
  // A test that fails before it closes its browser would keep jest waiting for it.
  ['tests in the browser', () => jest(['e2e'], '--forceExit')],
];

const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
const begin = performance.now();
ensureInstalled();
const sum = { passed: 0, failed: 0 };
for (const [name, run] of steps) {
  const start = performance.now();
  const { passed, failed, output } = await run();
  sum.passed += passed;
  sum.failed += failed;
  const count = passed + failed === 1 ? '' : ` (${passed} of ${passed + failed})`;
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}${count} ${seconds(start)}`);
  if (failed > 0) {
    console.log(`\n${output.trim()}\n`);
    break;
  }
}
console.log(`in ${seconds(begin)}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
