import { finish, type Steps } from '../base/steps';
import { countTie, CROWD, otherEnd, tiesOfKind, type BondKind, type Tie } from './bonds';
import { CandidateIndex } from './candidate-index';
import type { Contender, Meeting, Saying } from './contender';
import { contest, type Rules } from './contest';
import { TokenCounts } from './match';
import { LEAST_STRICT } from './strict-rule';

/** Two lists that have more lines than this together are long. */
const LONG = 120;
/** So many meetings are one step of the work. */
const STEP = 500;

/** Keeps how sayings are tied by the contests of their lists, and those among them whose ties may be other ones now. */
export class ContestTable {
  /** Sayings whose group may be another one now. */
  readonly loose = new Set<Saying>();
  /** All who met. Whoever is waiting finds them later. */
  private readonly index = new CandidateIndex<Saying>();
  private counts = new TokenCounts();
  /** Contenders that are held and met nobody yet. */
  private readonly waiting = new Set<Contender>();

  /** `rules` may only be changed while nobody is held whom the change concerns. */
  constructor(public rules: Rules) {}

  /** Whether all contests are over. */
  get isOver(): boolean {
    return this.waiting.size === 0;
  }

  /** Lets go of what is only needed while much is done at once. */
  forget(): void {
    this.counts = new TokenCounts();
  }

  /** Takes a contender in; it meets the others later. */
  add(contender: Contender): void {
    this.waiting.add(contender);
    for (const saying of contender.sayings) this.loose.add(saying);
  }

  /** Takes a contender out, with all ties of its sayings. */
  remove(contender: Contender): void {
    for (const saying of contender.sayings) this.loose.delete(saying);
    if (this.waiting.delete(contender)) return;
    const ties = this.tiesOf(contender);
    for (const saying of contender.sayings) this.index.remove(saying);
    for (const { a, b, kind } of ties) {
      if (a.contender !== contender) this.untie(a, b, kind);
      if (b.contender !== contender) this.untie(b, a, kind);
    }
  }

  /** Holds the contests of all contenders that were taken in. */
  *compete(): Steps<void> {
    let count = 0;
    for (const contender of this.waiting) {
      this.waiting.delete(contender);
      for (const saying of contender.sayings) this.index.add(saying);
      for (const meetings of yield* this.meetingsOf(contender)) {
        for (const tie of contest(meetings, this.rules, this.counts)) this.meet(tie);
        count += meetings.length;
        if (count < STEP) continue;
        count = 0;
        yield;
      }
      yield;
    }
  }

  private untie(saying: Saying, other: Saying, kind: BondKind): void {
    saying.ties = saying.ties.filter((tie) => tie.kind !== kind || otherEnd(tie, saying) !== other);
    this.loose.add(saying);
    if (countTie(saying, kind, -1) === CROWD[kind]) this.leaveCrowd(saying, kind);
  }

  /** The ties of a contender: those that its sayings hold and, where one is in a crowd, those that it would hold. */
  private tiesOf(contender: Contender): readonly Tie<Saying>[] {
    const { sayings } = contender;
    const isCrowded = sayings.some(
      ({ ties, tieCounts }) => ties.length < tieCounts.copies + tieCounts.likely + tieCounts.tells,
    );
    if (isCrowded) return finish(this.meetingsOf(contender)).flatMap((met) => contest(met, this.rules, this.counts));
    return sayings.flatMap(({ ties }) => ties);
  }

  private meet(tie: Tie<Saying>): void {
    for (const one of [tie.a, tie.b]) {
      if (countTie(one, tie.kind, 1) === CROWD[tie.kind] + 1) this.joinCrowd(one, tie.kind);
    }
    this.tie(tie);
  }

  private tie(tie: Tie<Saying>): void {
    const { kind, a, b } = tie;
    if (a.tieCounts[kind] > CROWD[kind] || b.tieCounts[kind] > CROWD[kind]) return;
    a.ties = [...a.ties, tie];
    b.ties = [...b.ties, tie];
    this.loose.add(a).add(b);
  }

  private joinCrowd(saying: Saying, kind: BondKind): void {
    for (const tie of tiesOfKind(saying, kind)) {
      const other = otherEnd(tie, saying);
      other.ties = other.ties.filter((one) => one !== tie);
      this.loose.add(other);
    }
    saying.ties = saying.ties.filter((tie) => tie.kind !== kind);
    this.loose.add(saying);
  }

  private leaveCrowd(saying: Saying, kind: BondKind): void {
    for (const meetings of finish(this.meetingsOf(saying.contender))) {
      for (const tie of contest(meetings, this.rules, this.counts)) {
        if (tie.kind === kind && (tie.a === saying || tie.b === saying)) this.tie(tie);
      }
    }
  }

  /** All that the sayings of a contender have in common with those of others who met, contest by contest. */
  private *meetingsOf(contender: Contender): Steps<readonly (readonly Meeting[])[]> {
    const byOther = new Map<Contender, Meeting[]>();
    for (const saying of contender.sayings) {
      yield* this.index.prepare(saying);
      this.index.visitNear(saying, (line, common) => {
        const other = line.contender;
        // Two lines of one list meet once.
        if (other === contender && line.position < saying.position) return;
        if (areLong(contender, other) && common < LEAST_STRICT * (line.weight + saying.weight - common)) return;
        const meeting = other.id < contender.id ? { a: line, b: saying, common } : { a: saying, b: line, common };
        const met = byOther.get(other);
        if (met === undefined) byOther.set(other, [meeting]);
        else met.push(meeting);
      });
      yield;
    }
    return [...byOther.values()];
  }
}

/** In long lists, a word or two in common says nothing. */
function areLong({ sayings: some }: Contender, { sayings: others }: Contender): boolean {
  return some.length + others.length > LONG;
}
