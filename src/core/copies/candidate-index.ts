import type { Steps } from '../base/steps';
import type { Candidate } from './candidate';
import { LineHome } from './line-home';
import { areOfOneOccasion, daysApart, isOfAnyAccount, LONGEST_TIME, shareList } from './pair';
import { overlapOf } from './similarity';
import { LEAST_STRICT } from './strict-rule';

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
  /** By their source; of notes that have none, by their list. */
  readonly bySource: Map<number | string | object, LineHome<T>>;
  readonly byAccount: Map<number, Times<T>>;
  /** The lines of inbox lists, which may be of any account, and all others. */
  readonly lists: LineHome<T>;
  readonly others: Times<T>;
}

/** Lines among which those are that may be copies of a line. */
interface Neighbours<T extends Indexed> {
  readonly home: LineHome<T>;
  /** The least share of what they speak of that they have in common with it; and the same of one of them. */
  readonly least: number;
  readonly leastWith: (line: Candidate, other: Candidate) => number;
}

/**
 * Of two tasks of two sources, the least share of what they speak of that they have in common: the less else ties them,
 * the more.
 */
const LEAST_SHARE = { sameOwner: 0.16, openOwner: 0.25, otherOwner: 0.4 } as const;
/** No two lines have so much in common. */
const MORE_THAN_ALL = 2;

/**
 * Finds the lines that may be copies of a line without looking at all pairs: those of its source that have any word in
 * common with it, and those of its account and time with enough of them. Which these are depends on the two lines alone.
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

  /** Gets ready to be asked for what is near a line, in steps: a line of any account is looked for among all. */
  *prepare(line: T): Steps<void> {
    if (!isOfAnyAccount(line)) return;
    for (const home of homesAround(this.homesOfKind(line.line.kind).others, line)) yield* home.prepare();
  }

  /**
   * Shows all lines that may be copies of a line, each once, in no particular order, and the weight of what both speak
   * of.
   */
  visitNear(line: T, look: (other: T, common: number) => void): void {
    const search = ++this.searches;
    line.search = search;
    for (const { home, least, leastWith } of this.homesNear(line)) {
      home.visit(line.profile, least, (other, most) => {
        if (other.search === search) return;
        other.search = search;
        const needed = leastWith(line, other);
        if (shareOf(line, other, most) < needed || !areOfOneOccasion(line, other)) return;
        const common = overlapOf(line.profile, other.profile);
        if (common > 0 && shareOf(line, other, common) >= needed) look(other, common);
      });
    }
  }

  /** Where all lines belong that may be copies of a line; its own source comes first, as it asks for least. */
  private homesNear(line: T): readonly Neighbours<T>[] {
    const { bySource, byAccount, lists, others } = this.homesOfKind(line.line.kind);
    const { source, account } = line;
    const times = account === null ? undefined : byAccount.get(account);
    const own = bySource.get(source ?? line.list);
    return [
      ...(own === undefined ? [] : [{ home: own, least: 0, leastWith: byList }]),
      ...(times === undefined ? [] : homesAround(times, line)).map((home) =>
        line.line.kind === 'task'
          ? { home, least: LEAST_SHARE[line.ownerBits === 0 ? 'openOwner' : 'sameOwner'], leastWith: byTimeAndOwners }
          : { home, least: LEAST_STRICT, leastWith: strictly },
      ),
      ...[lists, ...(isOfAnyAccount(line) ? homesAround(others, line) : [])].map((home) => ({
        home,
        least: LEAST_STRICT,
        leastWith: strictly,
      })),
    ];
  }

  private homesOf(line: T): readonly LineHome<T>[] {
    const { bySource, byAccount, lists, others } = this.homesOfKind(line.line.kind);
    const { source, account } = line;
    const span = line.dayNumber === null ? null : spanOf(line.dayNumber);
    const homes = [isOfAnyAccount(line) ? lists : homeAt(others, span), homeAt(bySource, source ?? line.list)];
    if (account !== null)
      homes.push(
        homeAt(
          itemAt<number, Times<T>>(byAccount, account, () => new Map()),
          span,
        ),
      );
    return homes;
  }

  private homesOfKind(kind: string): Homes<T> {
    return itemAt(this.kinds, kind, () => ({
      bySource: new Map(),
      byAccount: new Map(),
      lists: new LineHome<T>(),
      others: new Map(),
    }));
  }
}

/** The share that two lines have in common of all they speak of. */
function shareOf({ weight: a }: Candidate, { weight: b }: Candidate, common: number): number {
  return common / (a + b - common);
}

function byList(a: Candidate, b: Candidate): number {
  return shareList(a, b) ? LEAST_STRICT : 0;
}

function strictly(): number {
  return LEAST_STRICT;
}

/** This is asked most often, so that only numbers are compared. */
function byTimeAndOwners(a: Candidate, b: Candidate): number {
  if ((daysApart(a, b) ?? 0) > LONGEST_TIME) return MORE_THAN_ALL;
  if (a.ownerBits === 0 || b.ownerBits === 0) return LEAST_SHARE.openOwner;
  return (a.ownerBits & b.ownerBits) === 0 ? LEAST_SHARE.otherOwner : LEAST_SHARE.sameOwner;
}

/** Where the lines are that are near a line in time. */
function homesAround<T extends Indexed>(times: Times<T>, { dayNumber }: T): readonly LineHome<T>[] {
  if (dayNumber === null) return [...times.values()];
  const span = spanOf(dayNumber);
  return [span - 1, span, span + 1, null].map((at) => times.get(at)).filter((home) => home !== undefined);
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
