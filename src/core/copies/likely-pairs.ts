import { inSteps, type Steps } from '../base/steps';
import { otherEnd, type Tie } from './bonds';
import { compareSayings, type Saying } from './contender';
import type { GroupShelf } from './group-shelf';
import { areNeverCopies, shareList, type Said } from './pair';
import type { Group } from './group';

/** The sayings of a group, or one by itself. */
type Unit = readonly Saying[];

/** The likeliest tie of a unit, and who is at its other end. */
interface Best {
  readonly tie: Tie<Saying>;
  readonly to: Saying;
}

/** Units are looked at in steps of so many. */
const STEP = 50;

/**
 * Finds groups that are likely the same without being surely so: of two, each is what the other is likeliest the same
 * as. Only tasks are paired.
 */
export class LikelyPairs {
  /** Sayings whose groups may have another partner now. */
  private readonly dirty = new Set<Saying>();
  private readonly partners = new Map<Unit, Unit>();

  constructor(
    private readonly shelf: GroupShelf,
    /** What each line says, by its key. */
    private readonly sayings: ReadonlyMap<string, Saying>,
  ) {}

  /** Whether nothing is left to look at. */
  get isDone(): boolean {
    return this.dirty.size === 0;
  }

  /** Says that sayings have other groups, or other ties, now. */
  look(sayings: Iterable<Saying>): void {
    for (const saying of sayings) if (saying.line.kind === 'task') this.dirty.add(saying);
  }

  /** Says which groups are no more, while their sayings are still those of the group: their partners are alone. */
  part(groups: readonly Group[]): void {
    for (const { likely, lines } of groups) {
      const saying = likely === null ? undefined : this.sayings.get(lines[0]!.key);
      if (saying !== undefined) this.partUnit(saying.group);
    }
  }

  /** Looks for partners of all that may have others now. */
  *settle(said: Said): Steps<void> {
    const units = new Set<Unit>();
    yield* inSteps(this.dirty, (saying) => {
      this.dirty.delete(saying);
      if (saying.lines.length === 0 || (isAlone(saying) && !this.partners.has(saying.group))) return;
      units.add(saying.group);
      for (const tie of saying.ties) units.add(otherEnd(tie, saying).group);
    });
    yield* inSteps(units, (unit) => this.pair(unit, partnerOf(unit, said)), STEP);
  }

  private pair(unit: Unit, partner: Unit | null): void {
    if (this.partners.get(unit) === (partner ?? undefined)) return;
    this.partUnit(unit);
    if (partner === null) return;
    this.partUnit(partner);
    this.partners.set(unit, partner).set(partner, unit);
    const [id] = [unit, partner].map((one) => this.shelf.idOf(lineOf(one))).sort();
    for (const one of [unit, partner]) this.shelf.setLikely(lineOf(one), id!);
  }

  private partUnit(unit: Unit): void {
    const partner = this.partners.get(unit);
    if (partner === undefined) return;
    this.partners.delete(unit);
    this.partners.delete(partner);
    for (const one of [unit, partner]) {
      const there = one.find(({ lines }) => lines.length > 0);
      if (there === undefined) continue;
      this.shelf.setLikely(there.lines[0]!, null);
      this.dirty.add(there);
    }
  }
}

/** The other group of two that are each other's likeliest, or null. */
function partnerOf(unit: Unit, said: Said): Unit | null {
  const partner = likeliest(unit, said);
  return partner !== null && likeliest(partner, said) === unit ? partner : null;
}

function likeliest(unit: Unit, said: Said): Unit | null {
  let best: Best | null = null;
  for (const from of unit) {
    // What only a person can say, and copies that did not come into one group.
    for (const tie of from.ties) {
      const to = otherEnd(tie, from);
      if (tie.kind === 'tells' || to.group === unit || (best !== null && compareTies(tie, best.tie) >= 0)) continue;
      if (mayBeOne(unit, to.group, said)) best = { tie, to };
    }
  }
  return best?.to.group ?? null;
}

/** Whether a saying has no ties but with its own group, as most have. */
function isAlone(saying: Saying): boolean {
  return saying.ties.every((tie) => tie.kind === 'tells' || otherEnd(tie, saying).group === saying.group);
}

/** Which tie is likelier comes first. Each tie has the same end first, whoever looks at it. */
function compareTies(one: Tie<Saying>, other: Tie<Saying>): number {
  return other.likeness - one.likeness || compareSayings(one.a, other.a) || compareSayings(one.b, other.b);
}

/** Two groups that have lines of one list are two: who wrote it told them apart. */
function mayBeOne(some: Unit, others: Unit, said: Said): boolean {
  return !some.some((a) => others.some((b) => shareList(a, b) || areNeverCopies(a, b, said)));
}

function lineOf(unit: Unit): Saying['line'] {
  return unit.find(({ lines }) => lines.length > 0)!.lines[0]!;
}
