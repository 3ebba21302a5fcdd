import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeInSteps, sortInSteps } from '../../../src/core/base/sort-in-steps';
import { finish } from '../../../src/core/base/steps';

interface Item {
  readonly rank: number;
  readonly from: number;
}

const byRank = (a: Item, b: Item): number => a.rank - b.rank;
const items = (most: number) =>
  fc
    .array(fc.nat(99), { maxLength: most, size: 'max' })
    .map((ranks) => ranks.map((rank, from): Item => ({ rank, from })));

it('items are sorted in steps as they are at once', () => {
  fc.assert(
    fc.property(items(2500), (list) => {
      expect(finish(sortInSteps(list, byRank))).toEqual([...list].sort(byRank));
    }),
    { numRuns: 30 },
  );
});

it('two ordered lists are one, as if all was sorted, those of the first first', () => {
  fc.assert(
    fc.property(items(40), items(8), fc.boolean(), (long, short, swapped) => {
      const [some, others] = (swapped ? [short, long] : [long, short]).map((list) => [...list].sort(byRank)) as [
        Item[],
        Item[],
      ];
      expect(finish(mergeInSteps(some, others, byRank))).toEqual([...some, ...others].sort(byRank));
    }),
  );
});
