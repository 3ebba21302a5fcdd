/** Entries lie in so many buckets: of a hundred thousand, a change copies about a hundred. */
const BUCKETS = 1024;

type Bucket<T> = ReadonlyMap<string, T>;

/**
 * A map that stays as it is: a change gives another one, which shares with this one all that did not change. What a
 * change costs, and what it costs to see in what two of them differ, hardly depends on how many entries there are.
 * Entries come in no order.
 */
export class SharedMap<T> implements ReadonlyMap<string, T> {
  private constructor(
    private readonly buckets: readonly (Bucket<T> | undefined)[],
    readonly size: number,
  ) {}

  /** A map of these entries. */
  static of<T>(entries: Iterable<readonly [string, T]> = []): SharedMap<T> {
    return new SharedMap<T>(new Array<Bucket<T> | undefined>(BUCKETS).fill(undefined), 0).with(entries);
  }

  /** The map with these entries changed; undefined takes one out. Where nothing changes, it is the same map. */
  with(changes: Iterable<readonly [string, T | undefined]>): SharedMap<T> {
    let buckets: (Bucket<T> | undefined)[] | null = null;
    let { size } = this;
    const own = new Map<number, Map<string, T>>();
    for (const [key, value] of changes) {
      const at = bucketOf(key);
      const known = own.get(at) ?? this.buckets[at];
      if (known?.get(key) === value) continue;
      const bucket = own.get(at) ?? new Map(known);
      own.set(at, bucket);
      buckets ??= [...this.buckets];
      buckets[at] = bucket;
      size -= bucket.size;
      if (value === undefined) bucket.delete(key);
      else bucket.set(key, value);
      size += bucket.size;
    }
    return buckets === null ? this : new SharedMap(buckets, size);
  }

  get(key: string): T | undefined {
    return this.buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.buckets[bucketOf(key)]?.has(key) ?? false;
  }

  *entries(): Generator<[string, T], undefined> {
    for (const bucket of this.buckets) if (bucket !== undefined) yield* bucket;
  }

  *keys(): Generator<string, undefined> {
    for (const bucket of this.buckets) if (bucket !== undefined) yield* bucket.keys();
  }

  *values(): Generator<T, undefined> {
    for (const bucket of this.buckets) if (bucket !== undefined) yield* bucket.values();
  }

  [Symbol.iterator](): Generator<[string, T], undefined> {
    return this.entries();
  }

  forEach(visit: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  /** The keys that have another value here than there. */
  keysThatDiffer(other: SharedMap<T>): readonly string[] {
    const keys: string[] = [];
    for (let at = 0; at < BUCKETS; at++) {
      const [bucket, before] = [this.buckets[at], other.buckets[at]];
      if (bucket !== before) keys.push(...differing(bucket ?? new Map<string, T>(), before ?? new Map<string, T>()));
    }
    return keys;
  }
}

/**
 * The keys that have other values in one map than in another one, whatever maps they are: quick for two that share what
 * did not change.
 */
export function keysThatDiffer<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): readonly string[] {
  if (one === other) return [];
  return one instanceof SharedMap && other instanceof SharedMap ? one.keysThatDiffer(other) : differing(one, other);
}

function differing<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): readonly string[] {
  const keys: string[] = [];
  for (const [key, value] of one) if (other.get(key) !== value) keys.push(key);
  for (const key of other.keys()) if (!one.has(key)) keys.push(key);
  return keys;
}

/** FNV-1a, as far as it tells buckets apart. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
