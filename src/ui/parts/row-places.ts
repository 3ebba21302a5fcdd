/**
 * Where the rows of a long list stand, one below the other: by what was measured of them, and until then by what they
 * are likely to measure. In pixels.
 */
export class RowPlaces {
  private keyOf: (index: number) => string = String;
  private readonly sizes = new Map<string, number>();
  /** Where each row starts, and at last where the last one ends. */
  private starts = new Float64Array(1);

  constructor(private readonly estimate: number) {}

  get count(): number {
    return this.starts.length - 1;
  }

  get height(): number {
    return this.starts[this.count]!;
  }

  startOf(index: number): number {
    return this.starts[index]!;
  }

  endOf(index: number): number {
    return this.starts[index + 1]!;
  }

  /** Says which rows there are. What was measured of a row stays with its key. */
  setRows(count: number, keyOf: (index: number) => string): void {
    if (count === this.count && keyOf === this.keyOf) return;
    this.keyOf = keyOf;
    if (count !== this.count) this.starts = new Float64Array(count + 1);
    for (let index = 0; index < count; index++)
      this.starts[index + 1] = this.startOf(index) + (this.sizes.get(keyOf(index)) ?? this.estimate);
  }

  isMeasured(index: number): boolean {
    return this.sizes.has(this.keyOf(index));
  }

  /** The row that stands at a place; the first or last one where the place is above or below all. */
  rowAt(place: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Takes what rows measure; null where nothing is new, or by how much that moved what stands at `edge`, the upper edge
   * of what is seen. A row at the edge keeps its end there when it is measured for the first time, and its start from
   * then on: what is opened in a row opens downwards.
   */
  measure(rows: readonly MeasuredRow[], edge: number): number | null {
    let moved = 0;
    const changed = new Map<number, number>();
    for (const { index, size } of rows) {
      const grown = size - (this.endOf(index) - this.startOf(index));
      const isNew = !this.isMeasured(index);
      if (!isNew && Math.abs(grown) < NOTICED) continue;
      this.sizes.set(this.keyOf(index), size);
      if (isNew ? this.startOf(index) < edge : this.endOf(index) <= edge) moved += grown;
      if (Math.abs(grown) >= NOTICED) changed.set(index, grown);
    }
    if (changed.size === 0) return null;
    // While one scrolls through a list of thousands; keys are asked for only where the rows are others.
    let lower = 0;
    for (let index = Math.min(...changed.keys()); index < this.count; index++)
      this.starts[index + 1]! += lower += changed.get(index) ?? 0;
    return moved;
  }
}

export interface MeasuredRow {
  readonly index: number;
  readonly size: number;
}

/** Two ways to measure a row differ by less. */
const NOTICED = 0.1;
