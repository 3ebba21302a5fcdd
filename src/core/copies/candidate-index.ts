import { LineHome } from './line-home';
import { areOfOneOccasion, LEAST_LIKENESS, LONGEST_TIME, type Candidate } from './pair';

/** A line that the index holds. */
export interface Indexed extends Candidate {
  /** The number of the last search that met it, so that none meets it twice. */
  search: number;
}

/**
 * Lines by their time: spans as long as copies can be apart, so that those of a line are in its own span or beside it.
 * Null: of no day.
 */
type Times<T extends Indexed> = Map<number | null, LineHome<T>>;

/** The lines of one kind, by where they belong. */
interface Homes<T extends Indexed> {
  readonly byTime: Times<T>;
  readonly byAccount: Map<number | null, Times<T>>;
  readonly bySource: Map<number, LineHome<T>>;
}

/**
 * Finds the lines that may be copies of a line without looking at all pairs: those of its account and time, and those
 * of its source. Where these are many, two texts that are alike enough share one of the tokens that make up the greater
 * part of each; so it is enough to look at those lines that share one of its rarer tokens, and none is missed.
 */
export class CandidateIndex<T extends Indexed> {
  private readonly kinds = new Map<string, Homes<T>>();
  private searches = 0;

  /** Takes a line in. */
  add(line: T): void {
    for (const home of this.homesOf(line)) home.add(line);
  }

  /** Takes a line out. */
  remove(line: T): void {
    for (const home of this.homesOf(line)) home.remove(line);
  }

  /** All lines that may be copies of a line, each once, in no particular order. */
  near(line: T): readonly T[] {
    const search = ++this.searches;
    line.search = search;
    const found: T[] = [];
    const look = (lines: readonly T[]): void => {
      for (const other of lines) {
        if (other.search === search) continue;
        other.search = search;
        if (isOfLikeWeight(line, other) && areOfOneOccasion(line, other)) found.push(other);
      }
    };
    const many: LineHome<T>[] = [];
    for (const home of this.homesNear(line)) {
      const few = home.few();
      if (few === null) many.push(home);
      else look(few);
    }
    if (many.length > 0) rarerLists(line, many).forEach(look);
    return found;
  }

  /**
   * Where all lines belong that may be copies of a line: those of its account (or of none) and its time, and those of
   * its source.
   */
  private homesNear({ line: { kind }, account, source, dayNumber }: T): readonly LineHome<T>[] {
    const { byTime, byAccount, bySource } = this.homesOfKind(kind);
    const times = account === null ? [byTime] : present([byAccount.get(account), byAccount.get(null)]);
    const homes = times.flatMap((ofTime) => {
      if (dayNumber === null) return [...ofTime.values()];
      const span = spanOf(dayNumber);
      return present([ofTime.get(span - 1), ofTime.get(span), ofTime.get(span + 1), ofTime.get(null)]);
    });
    return source === null ? homes : [...homes, ...present([bySource.get(source)])];
  }

  private homesOf({ line: { kind }, account, source, dayNumber }: T): readonly LineHome<T>[] {
    const { byTime, byAccount, bySource } = this.homesOfKind(kind);
    const span = dayNumber === null ? null : spanOf(dayNumber);
    const homes = [
      homeAt(byTime, span),
      homeAt(
        itemAt<number | null, Times<T>>(byAccount, account, () => new Map()),
        span,
      ),
    ];
    return source === null ? homes : [...homes, homeAt(bySource, source)];
  }

  private homesOfKind(kind: string): Homes<T> {
    return itemAt(this.kinds, kind, () => ({ byTime: new Map(), byAccount: new Map(), bySource: new Map() }));
  }
}

/**
 * The lines of the tokens with the fewest of them, so many tokens that the others together are too little for any copy.
 */
function rarerLists<T extends Indexed>(
  { profile: { tokens, weights, weight } }: T,
  homes: readonly LineHome<T>[],
): readonly (readonly T[])[] {
  const choices = tokens.map((token, index) => {
    const lists = homes.map((home) => home.ofToken(token));
    return { lists, length: lists.reduce((sum, list) => sum + list.length, 0), weight: weights[index]! };
  });
  choices.sort((a, b) => a.length - b.length);
  const rarer: (readonly T[])[] = [];
  let others = weight;
  for (const choice of choices) {
    if (others < LEAST_LIKENESS * weight) break;
    rarer.push(...choice.lists);
    others -= choice.weight;
  }
  return rarer;
}

function homeAt<K, T extends Indexed>(homes: Map<K, LineHome<T>>, key: K): LineHome<T> {
  return itemAt(homes, key, () => new LineHome<T>());
}

function itemAt<K, V>(items: Map<K, V>, key: K, create: () => V): V {
  const known = items.get(key);
  if (known !== undefined) return known;
  const created = create();
  items.set(key, created);
  return created;
}

function spanOf(dayNumber: number): number {
  return Math.floor(dayNumber / (LONGEST_TIME + 1));
}

function present<T>(items: readonly (T | undefined)[]): readonly T[] {
  return items.filter((item) => item !== undefined);
}

/** Whether two texts say about as much: one that says far more has too little in common with the other. */
function isOfLikeWeight({ weight: a }: Candidate, { weight: b }: Candidate): boolean {
  return a < b ? a >= LEAST_LIKENESS * b : b >= LEAST_LIKENESS * a;
}
