/** One measure with a goal: it holds where the value is at most the goal. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly goal: number;
  readonly unit: string;
}

/** A measure without a goal, to make sense of the others. */
export type Info = Omit<Row, 'goal'>;

/** What one part of the bench found. */
export interface Measures {
  readonly rows: readonly Row[];
  readonly info: readonly Info[];
}
