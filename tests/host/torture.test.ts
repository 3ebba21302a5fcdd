import './database';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { runTorture } from '../torture/run-torture';

// The same steps at each run. `npm run torture` makes more of them.
const SEED = 7;

/** The torture, with a module as it is or broken in one way. */
async function load(broken: string | null, module = 'locate'): Promise<typeof runTorture> {
  if (broken !== null)
    jest.doMock(`../../src/core/change/${module}`, () => jest.requireActual(`../torture/broken/${broken}`));
  return (await import('../torture/run-torture')).runTorture;
}

afterEach(() => {
  jest.resetModules();
  jest.dontMock('../../src/core/change/locate');
  jest.dontMock('../../src/core/change/follow');
});

test('random steps in a world that does not stand still write no wrong byte, and name what they refuse', async () => {
  const run = await load(null);
  const { wrong, tally } = await run(800, SEED);
  expect(wrong).toBeNull();
  expect(tally.written).toBeGreaterThan(150);
  expect(tally.written / (tally.written + tally.refused)).toBeGreaterThan(0.3);
}, 60_000);

describe('a writer that takes', () => {
  test.each([
    ['the nearest of equal lines', 'nearest', 'locate'],
    ['the line with the same number', 'line-number', 'locate'],
    ['copies without their best line', 'follows', 'follow'],
  ])(
    '%s is caught',
    async (_what, broken, module) => {
      const run = await load(broken, module);
      expect((await run(2000, SEED)).wrong).not.toBeNull();
    },
    60_000,
  );
});
