import { finish, type Steps } from './steps';

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
    for (let index = 0; index < runs.length; index += 2) longer.push(yield* mergeInSteps(runs[index]!, runs[index + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* mergeInSteps<T>(some: readonly T[], others: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  const merged: T[] = [];
  let other = 0;
  for (const item of some) {
    while (other < others.length && compare(others[other]!, item) < 0) merged.push(others[other++]!);
    merged.push(item);
    if (merged.length % STEP === 0) yield;
  }
  for (; other < others.length; other++) merged.push(others[other]!);
  return merged;
}

/** One list of two that are in order. Of items that compare as equal, those of the first come first. */
export function mergeOrdered<T>(some: readonly T[], others: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  return some.length === 0 ? others : others.length === 0 ? some : finish(mergeInSteps(some, others, compare));
}
