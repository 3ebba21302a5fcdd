import { describe, expect, jest, test } from '@jest/globals';
import { join } from 'node:path';
import { runJest, type JestSum } from '../scripts/jest-step.mjs';

jest.setTimeout(60_000);

const HERE = join('tests', 'fixtures', 'runs');

/** Runs some of the files of the fixture in two workers, and waits five seconds for a test. */
function run(...names: readonly string[]): Promise<JestSum> {
  const { JEST_WORKER_ID: _, ...env } = process.env;
  const config = join(HERE, 'jest.config.mjs');
  return runJest(
    ['--ci', '--config', config, '--maxWorkers=2', '--testPathPatterns', `/(?:${names.join('|')})\\.test\\.cjs$`],
    { cwd: process.cwd(), patienceMs: 5000, env },
  );
}

describe('a run of tests', () => {
  test('may take longer than anybody waits for one test', async () => {
    expect(await run('goes-on')).toMatchObject({ passed: 6, failed: 0, skipped: 1, ended: [] });
  });

  test('is ended when no test comes to its end, and what passed until then is known', async () => {
    const file = join(HERE, 'hangs.test.cjs');
    expect(await run('hangs', 'goes-on')).toMatchObject({
      passed: 7,
      failed: 0,
      skipped: 1,
      ended: [{ file, why: 'no test finished for 5 s', tests: 1 }],
    });
  });

  test('tells what fails apart from what is ended, with all that was said of it', async () => {
    const sum = await run('hangs', 'fails');
    expect(sum).toMatchObject({ passed: 2, failed: 1, ended: [{ file: join(HERE, 'hangs.test.cjs') }] });
    expect(sum.output).toContain('expect(received).toBe(expected)');
  });

  test('that is killed is no run that went well', async () => {
    const { passed, failed, ended } = await run('dies', 'goes-on');
    expect(passed).toBeLessThan(6);
    expect(failed).toBe(0);
    expect(ended).toContainEqual({ file: join(HERE, 'dies.test.cjs'), why: 'jest ended with SIGKILL', tests: 1 });
  });

  test('that cannot begin is one that failed', async () => {
    expect(await runJest(['--config', 'no-such-file.mjs'], { cwd: process.cwd(), patienceMs: 20_000 })).toMatchObject({
      passed: 0,
      failed: 1,
      ended: [],
      output: expect.stringContaining('no-such-file.mjs'),
    });
  });
});
