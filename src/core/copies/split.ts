import type { Steps } from '../base/steps';
import { sortInSteps } from '../base/sort-in-steps';

/** How alike two items are. */
export interface Link<T> {
  readonly a: T;
  readonly b: T;
  readonly likeness: number;
}

/** What decides how linked items come together. */
export interface SplitRules<T> {
  /** Sorts links that are equally alike, by what the items are and not by when they came. */
  readonly closer: (link: Link<T>, other: Link<T>) => number;
  readonly never: (a: T, b: T) => boolean;
}

/** The likeness of two items that a person tied: they come together whatever else holds. */
export const TIED = 1_000_000;
/** Two groups come together where of all their pairs at least so many are linked: a chain of likenesses is no group. */
const LEAST_LINKED = 0.34;
/** So many links, or pairs, are one step of the work. */
const STEP = 200;

/** Items that came together so far. */
interface Bundle<T> {
  readonly items: T[];
  /** How many links there are to each other bundle; those that may never join are left out. */
  readonly bonds: Map<Bundle<T>, number>;
}

/**
 * Brings linked items together, those most alike first, so that no two of a group are "never" copies. The groups depend
 * on the links alone, each of which is given once. Single items are left out. How many links there are between two
 * bundles is kept, so that what may not join costs no more than a look.
 */
export function* splitLinked<T>(
  links: readonly Link<T>[],
  { closer, never }: SplitRules<T>,
): Steps<readonly (readonly T[])[]> {
  const bundles = new Map<T, Bundle<T>>();
  const bundleOf = (item: T): Bundle<T> => {
    const known = bundles.get(item);
    if (known !== undefined) return known;
    const created = { items: [item], bonds: new Map<Bundle<T>, number>() };
    bundles.set(item, created);
    return created;
  };
  let count = 0;
  for (const { a, b } of links) {
    bundleOf(a).bonds.set(bundleOf(b), 1);
    bundleOf(b).bonds.set(bundleOf(a), 1);
    if (++count % STEP === 0) yield;
  }
  const sorted = yield* sortInSteps(links, (one, other) => other.likeness - one.likeness || closer(one, other));
  for (const { a, b, likeness } of sorted) {
    if (++count % STEP === 0) yield;
    const some = bundleOf(a);
    const others = bundleOf(b);
    const bonds = some.bonds.get(others) ?? 0;
    const isTied = likeness === TIED;
    if (bonds === 0 || (!isTied && bonds < LEAST_LINKED * some.items.length * others.items.length)) continue;
    if (!isTied && some.items.some((one) => others.items.some((other) => never(one, other)))) part(some, others);
    else {
      const [many, few] = weightOf(some) >= weightOf(others) ? [some, others] : [others, some];
      join(many, few);
      for (const item of few.items) bundles.set(item, many);
    }
    yield;
  }
  return [...new Set(bundles.values())].map(({ items }) => items).filter((items) => items.length > 1);
}

function part<T>(some: Bundle<T>, others: Bundle<T>): void {
  some.bonds.delete(others);
  others.bonds.delete(some);
}

function join<T>(many: Bundle<T>, few: Bundle<T>): void {
  part(many, few);
  many.items.push(...few.items);
  for (const [bundle, bonds] of few.bonds) {
    bundle.bonds.delete(few);
    const together = bonds + (many.bonds.get(bundle) ?? 0);
    bundle.bonds.set(many, together);
    many.bonds.set(bundle, together);
  }
}

/** What it costs to bring a bundle into another. */
function weightOf<T>({ items, bonds }: Bundle<T>): number {
  return items.length + bonds.size;
}
