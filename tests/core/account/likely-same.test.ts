import { expect, test } from '@jest/globals';
import { likelySame } from '../../../src/core/account/likely-same';
import { accountKey } from '../../../src/core/account/names';

const pairs = (...names: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(likelySame(names.map((name) => ({ key: accountKey(name), names: [name] }))));

test.each([
  [['Blue Heron, Inc.', 'Blue Heron'], { blueheroninc: ['blueheron'], blueheron: ['blueheroninc'] }],
  [['Heron', 'Blue Heron Logistics'], { heron: ['blueheronlogistics'], blueheronlogistics: ['heron'] }],
  [['Bay Foods', 'Blue Bay Foods Ltd'], { bayfoods: ['bluebayfoodsltd'], bluebayfoodsltd: ['bayfoods'] }],
  [['Foods', 'Bay Foods'], {}],
  [['Blue Heron', 'Blue Bay'], {}],
  [['🦆', '🦢'], {}],
  [[], {}],
])('of %j', (names, wanted) => {
  expect(pairs(...names)).toEqual(wanted);
});

test('two thousand accounts take no time to speak of', () => {
  const start = performance.now();
  likelySame(
    Array.from({ length: 2000 }, (_, index) => ({
      key: String(index),
      names: [`Account ${index} Foods Ltd`, `Alias ${index % 40}`],
    })),
  );
  expect(performance.now() - start).toBeLessThan(500);
});
