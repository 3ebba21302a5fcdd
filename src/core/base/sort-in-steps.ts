import type { Steps } from './steps';

/** So many items are sorted, or merged, in one step of the work. */
const STEP = 500;

/** Sorts a list of any length without ever taking long at once. Items that compare as equal keep their order. */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += STEP) {
    runs.push(items.slice(start, start + STEP).sort(compare));
    if (items.length > STEP) yield;
  }
  while (runs.length > 1) {
    const longer: (readonly T[])[] = [];
    for (let index = 0; index < runs.length; index += 2)
      longer.push(yield* mergeInSteps(runs[index]!, runs[index + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

/**
 * One list of two that are in order, in steps; quick where the second is short. Of items that compare as equal, those
 * of the first come first.
 */
export function* mergeInSteps<T>(
  some: readonly T[],
  others: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  if (some.length === 0 || others.length === 0) return some.length === 0 ? others : some;
  const merged: T[] = [];
  let from = 0;
  for (const [index, other] of others.entries()) {
    const to = firstAfter(some, other, from, compare);
    for (; from < to; from++) merged.push(some[from]!);
    merged.push(other);
    if (index % STEP === STEP - 1) yield;
  }
  for (; from < some.length; from++) merged.push(some[from]!);
  return merged;
}

/**
 * The index of the first item from `from` on that comes after another one; sought in leaps that get longer, then
 * between the last two.
 */
function firstAfter<T>(items: readonly T[], other: T, from: number, compare: (a: T, b: T) => number): number {
  let low = from;
  let leap = 1;
  for (; low + leap <= items.length && compare(items[low + leap - 1]!, other) <= 0; leap *= 2) low += leap;
  let high = Math.min(low + leap - 1, items.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(items[middle]!, other) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
