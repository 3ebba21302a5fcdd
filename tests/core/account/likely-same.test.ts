import { expect, test } from '@jest/globals';
import { likelySame } from '../../../src/core/account/likely-same';
import { accountKey } from '../../../src/core/account/names';
import { growth } from '../../growth';

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

test('twice as many accounts take at most as much more time', () => {
  const ratio = growth(
    (size) =>
      void likelySame(
        Array.from({ length: size }, (_, index) => ({
          key: String(index),
          names: [`Account ${index} Foods Ltd`, `Alias ${index % (size / 50)}`],
        })),
      ),
    1000,
  );
  expect(ratio).toBeLessThan(3);
});
