import { oncePer } from './once';

/** A part has at most so many items, and about half as many when it is made. */
const LONGEST_PART = 512;

export type Compare<T> = (a: T, b: T) => number;

/**
 * A list in order that stays as it is: a change gives another one, which shares with this one all parts that did not
 * change. What is made part by part is made anew only of those that did. No two items compare as equal.
 */
export class SharedList<T> implements Iterable<T> {
  readonly length: number;
  /** The index of the first item of each part. */
  private readonly starts: readonly number[];

  /** `parts`: in order, none of them empty. */
  constructor(
    readonly parts: readonly (readonly T[])[],
    private readonly compare: Compare<T>,
  ) {
    const starts: number[] = [];
    let length = 0;
    for (const part of parts) {
      starts.push(length);
      length += part.length;
    }
    this.starts = starts;
    this.length = length;
  }

  /** A list of these items, whatever their order. */
  static of<T>(items: Iterable<T>, compare: Compare<T>): SharedList<T> {
    return new SharedList(inParts([...items].sort(compare)), compare);
  }

  /** The list without some items and with others; one that comes takes the place of its equal. */
  with(gone: Iterable<T>, come: Iterable<T>): SharedList<T> {
    const edits = new Map<number, { readonly gone: Set<number>; readonly come: T[] }>();
    const edit = (item: T, comes: boolean): void => {
      const { part, at, found } = this.placeOf(item);
      if (!comes && !found) return;
      const known = edits.get(part) ?? { gone: new Set(), come: [] };
      edits.set(part, known);
      if (found) known.gone.add(at);
      if (comes) known.come.push(item);
    };
    for (const item of gone) edit(item, false);
    for (const item of come) edit(item, true);
    if (edits.size === 0) return this;
    const parts: (readonly T[])[] = [];
    // An empty list has no part yet.
    for (let at = 0; at < Math.max(1, this.parts.length); at++) {
      const part = this.parts[at] ?? [];
      const change = edits.get(at);
      if (change === undefined) {
        parts.push(part);
        continue;
      }
      const stay = part.filter((_, index) => !change.gone.has(index));
      parts.push(...inParts(change.come.length === 0 ? stay : [...stay, ...change.come].sort(this.compare)));
    }
    return new SharedList(parts, this.compare);
  }

  /** The item at an index, undefined beyond the list. */
  item(index: number): T | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const part = lastWhere(this.starts.length, (at) => this.starts[at]! <= index);
    return this.parts[part]![index - this.starts[part]!];
  }

  /** The index of the item that compares as equal to this one; -1 where there is none. */
  indexOf(item: T): number {
    const { part, at, found } = this.placeOf(item);
    return found ? this.starts[part]! + at : -1;
  }

  /** The items from one index up to another one, without that. */
  slice(from: number, to: number): readonly T[] {
    const items: T[] = [];
    for (let part = 0; part < this.parts.length && this.starts[part]! < to; part++) {
      const start = this.starts[part]!;
      if (start + this.parts[part]!.length > from)
        items.push(...this.parts[part]!.slice(Math.max(0, from - start), Math.max(0, to - start)));
    }
    return items;
  }

  *[Symbol.iterator](): Generator<T, undefined> {
    for (const part of this.parts) yield* part;
  }

  /** Where an item stands, or would stand. */
  private placeOf(item: T): { readonly part: number; readonly at: number; readonly found: boolean } {
    const part = Math.max(
      0,
      lastWhere(this.parts.length, (index) => this.compare(this.parts[index]![0]!, item) <= 0),
    );
    const items = this.parts[part] ?? [];
    const at = lastWhere(items.length, (index) => this.compare(items[index]!, item) <= 0);
    const found = at >= 0 && this.compare(items[at]!, item) === 0;
    return { part, at, found };
  }
}

/** The last index that something holds of, which holds of all before it; -1 where it holds of none. */
function lastWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function inParts<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [];
  if (items.length <= LONGEST_PART) return [items];
  const parts: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += LONGEST_PART / 2)
    parts.push(items.slice(from, from + LONGEST_PART / 2));
  return parts;
}

/** Makes something of each part of lists, once as long as the part is the same. */
export function partByPart<T, Made>(make: (part: readonly T[]) => Made): (list: SharedList<T>) => readonly Made[] {
  const ofPart = oncePer(make);
  return ({ parts }) => parts.map(ofPart);
}

/** Picks some items, of each part once as long as it is the same. */
export function picking<T>(
  pickOf: (part: readonly T[]) => readonly T[],
  compare: Compare<T>,
): (list: SharedList<T>) => SharedList<T> {
  const pick = partByPart<T, readonly T[]>((part) => {
    const picked = pickOf(part);
    return picked.length === part.length ? part : picked;
  });
  return (list) =>
    new SharedList(
      pick(list).filter((part) => part.length > 0),
      compare,
    );
}

/** The items of the parts of a list that another list does not share. */
export function* otherParts<T>({ parts }: SharedList<T>, other: SharedList<T>): Generator<T, void, void> {
  const shared = new Set(other.parts);
  for (const part of parts) if (!shared.has(part)) yield* part;
}
