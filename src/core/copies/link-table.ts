import type { Steps } from '../base/steps';
import { CandidateIndex } from './candidate-index';
import { copyLikeness, type NotTheSame } from './pair';
import type { Saying } from './saying';

/**
 * A saying that more others than this are alike to is a crowd: thousands of lines that differ in a word say nothing of
 * each other. A crowd has no links; only lines that are equal to the letter are its copies. What is alike depends on
 * the two texts alone, so whether there is a crowd depends on the lines alone.
 */
export const CROWD = 64;
/** So many comparisons are one step of the work. */
const STEP = 500;

/** Keeps which sayings are alike, and those among them whose links may be other ones now. */
export class LinkTable {
  /** Sayings whose group may be another one now. */
  readonly loose = new Set<Saying>();
  /**
   * Which pairs of texts are not the same. It may only be changed while none of the sayings with these texts is held.
   */
  notTheSame: NotTheSame = new Set();
  private readonly index = new CandidateIndex<Saying>();
  /** Sayings that are held and not yet compared. */
  private readonly unlinked = new Set<Saying>();

  /** Whether all sayings are compared. */
  get isLinked(): boolean {
    return this.unlinked.size === 0;
  }

  /** Takes a saying in; it is compared later. */
  add(saying: Saying): void {
    this.index.add(saying);
    this.unlinked.add(saying);
    this.loose.add(saying);
  }

  /** Takes a saying out. */
  remove(saying: Saying): void {
    this.unlink(saying);
    this.index.remove(saying);
    this.unlinked.delete(saying);
    this.loose.delete(saying);
  }

  /**
   * Forgets what a saying is alike to; it is compared again later. To be told before anything changes that decides it.
   */
  unlink(saying: Saying): void {
    if (this.unlinked.has(saying)) return;
    this.unlinked.add(saying);
    this.loose.add(saying);
    const alike =
      saying.alike === (saying.links?.size ?? 0)
        ? [...(saying.links?.keys() ?? [])]
        : this.alikeTo(saying).map(([other]) => other);
    saying.alike = 0;
    saying.links = null;
    for (const other of alike) {
      other.links?.delete(saying);
      this.loose.add(other);
      other.alike--;
      if (other.alike === CROWD) this.leaveCrowd(other);
    }
  }

  /** Compares all sayings that were taken in. */
  *link(): Steps<void> {
    let count = 0;
    for (const saying of this.unlinked) {
      this.unlinked.delete(saying);
      for (const other of this.index.near(saying)) {
        if (++count % STEP === 0) yield;
        // Whoever is compared later finds this one.
        const likeness = this.unlinked.has(other) ? null : copyLikeness(saying, other, this.notTheSame);
        if (likeness !== null) this.meet(saying, other, likeness);
      }
      yield;
    }
  }

  private meet(saying: Saying, other: Saying, likeness: number): void {
    for (const one of [saying, other]) {
      one.alike++;
      if (one.alike === CROWD + 1) this.joinCrowd(one);
    }
    this.tie(saying, other, likeness);
  }

  private tie(saying: Saying, other: Saying, likeness: number): void {
    if (saying.alike > CROWD || other.alike > CROWD) return;
    (saying.links ??= new Map()).set(other, likeness);
    (other.links ??= new Map()).set(saying, likeness);
    this.loose.add(saying);
  }

  private joinCrowd(saying: Saying): void {
    for (const other of saying.links?.keys() ?? []) {
      other.links!.delete(saying);
      this.loose.add(other);
    }
    saying.links = null;
    this.loose.add(saying);
  }

  private leaveCrowd(saying: Saying): void {
    for (const [other, likeness] of this.alikeTo(saying)) this.tie(saying, other, likeness);
  }

  private alikeTo(saying: Saying): readonly (readonly [Saying, number])[] {
    return this.index.near(saying).flatMap((other) => {
      const likeness = this.unlinked.has(other) ? null : copyLikeness(saying, other, this.notTheSame);
      return likeness === null ? [] : [[other, likeness] as const];
    });
  }
}
