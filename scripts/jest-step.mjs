import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';

/** How long a process that is asked to end may take to take down what it started, in milliseconds. */
const TAKING_DOWN_MS = 10_000;

const running = new Set();

/**
 * Runs jest. It may take as long as it needs; it is ended when no test came to its end for `patienceMs`.
 *
 * What comes back: how many tests passed, failed and were skipped; the files that did not come to an end of their own,
 * with the reason and the number of tests that it cost (at least 1: those that did not begin are not known); and all
 * that jest said.
 */
export function runJest(args, { cwd, patienceMs, env = process.env }) {
  const jest = spawn(
    process.execPath,
    [
      join('node_modules', 'jest', 'bin', 'jest.js'),
      '--reporters=default',
      `--reporters=${join(cwd, 'scripts', 'jest-progress.mjs')}`,
      ...args,
    ],
    // A group of its own, to be ended with all that belongs to it.
    { cwd, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: process.platform !== 'win32' },
  );
  running.add(jest);
  let output = '';
  for (const stream of [jest.stdout, jest.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const files = new Map();
  let patience;
  let impatient = false;
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      impatient = true;
      endAll(jest);
    }, patienceMs);
  };
  wait();
  jest.on('message', (message) => {
    wait();
    if (message.file !== undefined) files.set(message.file, take(files.get(message.file), message));
  });
  return new Promise((resolve) => {
    const finish = (status, signal, fault) => {
      clearTimeout(patience);
      running.delete(jest);
      const why = impatient ? `no test finished for ${patienceMs / 1000} s` : `jest ended with ${signal ?? status}`;
      resolve(sumOf(files, { cwd, why, wentWrong: status !== 0, output: output + fault }));
    };
    jest.on('error', ({ message }) => finish(1, null, message));
    jest.on('close', (status, signal) => finish(status, signal, ''));
  });
}

/** Ends all runs that are under way, and what they started. */
export function endRuns() {
  for (const jest of running) endAll(jest);
}

function endAll({ pid }) {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  const signal = (name) => {
    try {
      process.kill(-pid, name);
    } catch {
      // It is gone.
    }
  };
  signal('SIGTERM');
  setTimeout(() => signal('SIGKILL'), TAKING_DOWN_MS).unref();
}

/** What is known of a file of tests, after one more message of it. */
function take(known, { is, status, ...counts }) {
  if (is === 'begun') return { isOver: false, passed: 0, failed: 0, skipped: 0, lost: 0 };
  if (is === 'over') return { isOver: true, ...counts };
  const name = status === 'passed' || status === 'failed' ? status : 'skipped';
  return { ...known, [name]: known[name] + 1 };
}

function sumOf(files, { cwd, why, wentWrong, output }) {
  const sum = { passed: 0, failed: 0, skipped: 0, ended: [], output };
  for (const [path, { isOver, passed, failed, skipped, lost }] of files) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    const file = relative(cwd, path);
    if (!isOver) sum.ended.push({ file, why, tests: 1 });
    else if (lost > 0) sum.ended.push({ file, why: 'its browser died', tests: lost });
  }
  if (wentWrong && sum.failed === 0 && sum.ended.length === 0) sum.failed = 1;
  return sum;
}
