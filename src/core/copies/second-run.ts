import { lastOf } from '../base/last-of';
import type { Tie } from './bonds';
import type { Saying } from './contender';

/** Fewer pairs in the same order are chance. */
const LEAST_PAIRS = 3;
/** So many of the pairs that are alike must be in that order. */
const LEAST_SHARE = 0.6;

/**
 * Where in a list a second run of the same things begins, or null where there is none: some of its lines are said again
 * further down, in the same order, and before the first of them is said again all of them were said once. `ties` are the
 * pairs of lines that are alike, each line in one of them at most.
 */
export function secondRunIn(ties: readonly Tie<Saying>[]): number | null {
  const pairs = ties.map(({ a, b }) => [a.position, b.position] as const).sort(([a], [b]) => a - b);
  const chain = longestRise(pairs.map(([, again]) => again)).map((at) => pairs[at]!);
  if (chain.length < LEAST_PAIRS || chain.length < LEAST_SHARE * pairs.length) return null;
  const start = chain[0]![1];
  return lastOf(chain)![0] < start ? start : null;
}

/** The places of the longest series of numbers that rise, not always one after the other. */
function longestRise(numbers: readonly number[]): readonly number[] {
  // Of the series of each length, the one that ends lowest; each place knows the one before it.
  const ends: number[] = [];
  const before: (number | null)[] = [];
  for (const [at, number] of numbers.entries()) {
    let low = 0;
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? null : ends[low - 1]!;
    ends[low] = at;
  }
  const rise: number[] = [];
  for (let at = lastOf(ends) ?? null; at !== null; at = before[at]!) rise.unshift(at);
  return rise;
}
