/** How alike two lines are. */
export interface Link<T> {
  readonly a: T;
  readonly b: T;
  readonly likeness: number;
}

/** What decides how linked lines come together. */
export interface SplitRules<T> {
  /** Sorts links that are equally alike, by what the lines are and not by when they came. */
  readonly closer: (link: Link<T>, other: Link<T>) => number;
  readonly never: (a: T, b: T) => boolean;
  readonly linked: (a: T, b: T) => boolean;
}

/** Two groups come together where of all their pairs at least so many are alike: a chain of likenesses is no group. */
const LEAST_LINKED = 0.5;

/**
 * Brings linked lines together, those most alike first, so that no two of a group are "never" copies. The groups depend on the links alone. Single lines are left out.
 */
export function splitLinked<T>(links: readonly Link<T>[], { closer, never, linked }: SplitRules<T>): readonly (readonly T[])[] {
  const groups = new Map<T, T[]>();
  const groupOf = (item: T): T[] => {
    const known = groups.get(item) ?? [item];
    groups.set(item, known);
    return known;
  };
  for (const { a, b } of [...links].sort((one, other) => other.likeness - one.likeness || closer(one, other))) {
    const some = groupOf(a);
    const others = groupOf(b);
    if (some === others || !mayJoin(some, others)) continue;
    const [many, few] = some.length >= others.length ? [some, others] : [others, some];
    many.push(...few);
    for (const item of few) groups.set(item, many);
  }
  return [...new Set(groups.values())].filter((group) => group.length > 1);

  function mayJoin(some: readonly T[], others: readonly T[]): boolean {
    let count = 0;
    for (const one of some) {
      for (const other of others) {
        if (linked(one, other)) count++;
        else if (never(one, other)) return false;
      }
    }
    return count >= LEAST_LINKED * some.length * others.length;
  }
}
