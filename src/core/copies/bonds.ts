/**
 * How two lines can be tied: they are *copies*; they are *likely* the same, which only a person can say; or one *tells*
 * of the other what became of it.
 */
export type BondKind = 'copies' | 'likely' | 'tells';

/** Two that are tied. */
export interface Tie<T> {
  readonly kind: BondKind;
  readonly a: T;
  readonly b: T;
  /** How surely. */
  readonly likeness: number;
}

/** Something with ties to others of its sort. */
export interface Tied<T> {
  /** The ties that it holds. */
  ties: readonly Tie<T>[];
  /** How many ties of each kind it has, whether it holds them or not. */
  tieCounts: Readonly<Record<BondKind, number>>;
}

/**
 * Who is tied to more others than this is in a crowd: thousands of lines that differ in a word say nothing of each
 * other, and what may be one of nine is nobody's likeness. No tie to somebody in a crowd is held. What is tied depends on
 * two lists alone, so whether there is a crowd depends on the lines alone.
 */
export const CROWD: Readonly<Record<BondKind, number>> = { copies: 64, likely: 8, tells: 64 };

/** Most have no ties; they share these values. */
export const NO_TIES: readonly never[] = [];
export const NO_TIE_COUNTS: Readonly<Record<BondKind, number>> = { copies: 0, likely: 0, tells: 0 };

/** The ties of one kind that something holds. */
export function tiesOfKind<T extends Tied<T>>({ ties }: T, kind: BondKind): readonly Tie<T>[] {
  return ties.length === 0 ? ties : ties.filter((tie) => tie.kind === kind);
}

/** Who is at the other end of a tie. */
export function otherEnd<T>({ a, b }: Tie<T>, one: T): T {
  return a === one ? b : a;
}

/** Counts a tie to something, or takes one off. Gives how many of its kind there are then. */
export function countTie<T extends Tied<T>>(one: T, kind: BondKind, more: 1 | -1): number {
  const { copies, likely, tells } = one.tieCounts;
  const counts = { copies, likely, tells };
  counts[kind] += more;
  one.tieCounts = counts;
  return counts[kind];
}
