/** A sequence of random numbers that is the same for the same seed, wherever it runs. */
export interface RandomSource {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** True with this probability. */
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` of the items in their order, or all of them. */
  some<T>(items: readonly T[], count: number): readonly T[];
  /** The seed that goes on from here. */
  state(): number;
}

/** A small generator ("mulberry32"): good enough to make believable data, and no more. */
export function randomSource(seed: number): RandomSource {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (items) => items[below(items.length)]!,
    some(items, count) {
      const left = [...items.keys()];
      while (left.length > count) left.splice(below(left.length), 1);
      return left.map((index) => items[index]!);
    },
    state: () => state,
  };
}
