import { sameValue } from '../base/equal';
import { inSteps, type Steps } from '../base/steps';
import { otherEnd, tiesOfKind } from './bonds';
import { CandidateReader } from './candidate';
import { componentOf, type Leasts } from './component';
import {
  compareSayings,
  contenderOf,
  isListed,
  listingsOf,
  type Contender,
  type Listing,
  type Saying,
} from './contender';
import { ContestTable } from './contest-table';
import type { CopyLine } from './copy-line';
import { tellsOf } from './evidence';
import { GroupShelf } from './group-shelf';
import { LikelyPairs } from './likely-pairs';
import { areNeverCopies, daysApart, LONGEST_TIME, nameOfLine, NOTHING_SAID, pairOfTexts, type Said } from './pair';
import { normalText } from './profile';
import { SameLines } from './same-lines';
import { SIGNS, type Sign } from './signs';
import { splitLinked, type Link } from './split';
import { whyCopies, type Why } from './why';
import type { Group, Groups } from './group';

/** So many lines are moved from group to group in one step of the work. */
const STEP = 100;

/** What is held of a note: its lines, and what they are in contests. */
interface Held {
  readonly lines: readonly CopyLine[];
  readonly contenders: readonly Contender[];
}

const NOTHING: Held = { lines: [], contenders: [] };

/**
 * Keeps the copies among the lines of many notes. It is told what stands in a note, and does the work in steps as long
 * as it may, so that a screen never waits for it. What it finds depends on the lines alone: not on their order, nor on
 * what stood in the notes before.
 */
export class CopyFinder {
  private readonly waiting = new Map<string, () => Steps<readonly CopyLine[]>>();
  private waitingSaid: Said | null = null;
  private readonly byPath = new Map<string, Held>();
  private readonly contenders = new Map<number, Contender>();
  /** What each line says, by its key. */
  private readonly sayings = new Map<string, Saying>();
  private readonly reader = new CandidateReader();
  private readonly table: ContestTable;
  private readonly shelf = new GroupShelf();
  private readonly likely = new LikelyPairs(this.shelf, this.sayings);
  private readonly same = new SameLines();
  /** What was begun is ended before anything new is looked at. */
  private begun: Steps<void> | null = null;

  /** `signs`: what speaks for two tasks being one. */
  constructor(signs: readonly Sign[] = SIGNS) {
    this.table = new ContestTable({ said: NOTHING_SAID, signs });
  }

  /** Says which lines stand in a note now; none takes it out. They are asked for when it is their turn. */
  setNote(path: string, lines: () => Steps<readonly CopyLine[]>): void {
    this.waiting.set(path, lines);
  }

  /** Says what a person said of lines. */
  setSaid(said: Said): void {
    this.waitingSaid = said;
  }

  /**
   * Goes on with the work until nothing is left or `isOver` says to stop; it is asked often. Says whether nothing is
   * left.
   */
  work(isOver: () => boolean): boolean {
    while (this.begun !== null || !this.isDone()) {
      this.begun ??= this.goOn();
      if (this.begun.next().done === true) this.begun = null;
      if (isOver()) break;
    }
    if (this.begun !== null || !this.isDone()) return false;
    this.reader.forgetTexts();
    this.table.forget();
    return true;
  }

  /** The groups as far as they are known: all of them once the work is done. No line is ever in two. */
  groups(): Groups {
    return this.shelf.snapshot();
  }

  /** Why two lines of a group are in it, or null where one of them is not held. */
  why(a: CopyLine, b: CopyLine): Why | null {
    const [one, other] = [this.sayings.get(a.key), this.sayings.get(b.key)];
    if (one === undefined || other === undefined) return null;
    return whyCopies(one, other, this.same.othersOf(a).includes(other));
  }

  private isDone(): boolean {
    return (
      this.waiting.size === 0 &&
      this.waitingSaid === null &&
      this.table.isOver &&
      this.table.loose.size === 0 &&
      this.likely.isDone
    );
  }

  private *goOn(): Steps<void> {
    if (this.waitingSaid !== null) yield* this.takeSaid(this.waitingSaid);
    for (const [path, lines] of this.waiting) {
      this.waiting.delete(path);
      yield* this.takeNote(path, yield* lines());
      yield;
    }
    yield* this.table.compete();
    const leasts: Leasts = new Map();
    for (const saying of this.table.loose) {
      yield* this.regroup(saying, leasts);
      yield;
    }
    yield* this.likely.settle(this.said);
  }

  /** Whether a saying still stands in some note. */
  private isHeld({ contender }: Saying): boolean {
    return this.contenders.get(contender.id) === contender;
  }

  private get said(): Said {
    return this.table.rules.said;
  }

  /** The notes that something else is said of now are taken out, and in again. */
  private *takeSaid(said: Said): Steps<void> {
    this.waitingSaid = null;
    const texts = changedTexts(this.said, said);
    const names = this.same.changedNames(said.same);
    const changed = new Map<string, Held>();
    yield* inSteps(texts.size + names.size === 0 ? [] : this.contenders.values(), ({ sayings, paths }) => {
      const isConcerned = sayings.some(
        ({ line, lines }) =>
          (texts.size > 0 && texts.has(normalText(line.text))) ||
          (names.size > 0 && lines.some((one) => names.has(nameOfLine(one)))),
      );
      if (isConcerned) for (const path of paths) changed.set(path, this.byPath.get(path)!);
    });
    for (const path of changed.keys()) yield* this.takeNote(path, []);
    this.table.rules = { ...this.table.rules, said };
    this.same.change(said.same);
    for (const [path, { lines }] of changed) yield* this.takeNote(path, lines);
  }

  private *takeNote(path: string, lines: readonly CopyLine[]): Steps<void> {
    const before = this.byPath.get(path) ?? NOTHING;
    const listings = listingsOf(lines, this.isAlone);
    const listed = new Map(listings.flatMap(({ id, lines: own }) => own.flat().map((line) => [line.key, id] as const)));
    const gone = before.lines.filter(({ key }) => listed.get(key) !== this.sayings.get(key)!.contender.id);
    this.likely.part(yield* this.shelf.move(gone, []));
    yield* inSteps(gone, (line) => this.takeOut(line), STEP);
    const ids = new Set(listings.map(({ id }) => id));
    for (const contender of before.contenders) {
      if (!ids.has(contender.id)) this.leave(contender, path);
      yield;
    }
    const contenders: Contender[] = [];
    for (const listing of listings) {
      contenders.push(this.enter(listing, path));
      yield;
    }
    if (lines.length === 0) this.byPath.delete(path);
    else this.byPath.set(path, { lines, contenders });
  }

  private takeOut(line: CopyLine): void {
    const { key } = line;
    const saying = this.sayings.get(key)!;
    for (const other of this.same.othersOf(line)) this.table.loose.add(other);
    this.same.leave(line, saying);
    this.sayings.delete(key);
    saying.lines.splice(
      saying.lines.findIndex((other) => other.key === key),
      1,
    );
    this.loosen(saying);
  }

  private leave(contender: Contender, path: string): void {
    contender.paths.delete(path);
    if (contender.paths.size > 0) return;
    this.contenders.delete(contender.id);
    this.table.remove(contender);
  }

  private enter(listing: Listing, path: string): Contender {
    const contender = this.contenderFor(listing);
    contender.paths.add(path);
    for (const [index, lines] of listing.lines.entries()) {
      for (const line of lines) this.putIn(line, contender.sayings[index]!);
    }
    return contender;
  }

  private contenderFor(listing: Listing): Contender {
    let { id } = listing;
    let known = this.contenders.get(id);
    while (known !== undefined && !isListed(known, listing)) known = this.contenders.get(++id);
    if (known !== undefined) return known;
    const contender = contenderOf(listing, id, this.reader);
    this.contenders.set(id, contender);
    this.table.add(contender);
    return contender;
  }

  private putIn(line: CopyLine, saying: Saying): void {
    const known = this.sayings.get(line.key);
    if (known === undefined) {
      this.sayings.set(line.key, saying);
      // Most have one line, for which a list that was pushed to has far too much room.
      if (saying.lines.length === 0) saying.lines = [line];
      else saying.lines.push(line);
      this.same.enter(line, saying);
      this.loosen(saying);
      return;
    }
    const at = saying.lines.findIndex(({ key }) => key === line.key);
    if (sameValue(saying.lines[at], line)) return;
    // It is another one only to those who show it.
    saying.lines[at] = line;
    this.shelf.replace(line);
    this.loosenTold(saying);
  }

  private loosen(saying: Saying): void {
    this.table.loose.add(saying);
    this.loosenTold(saying);
  }

  /** What a saying tells of others may be something else now. */
  private loosenTold(saying: Saying): void {
    for (const tie of tiesOfKind(saying, 'tells')) this.table.loose.add(otherEnd(tie, saying));
  }

  /** Whether somebody said something of a line that does not hold for all lines that are equal to it. */
  private readonly isAlone = (line: CopyLine): boolean => {
    if (this.same.has(line)) return true;
    if (this.said.notTheSame.size === 0) return false;
    const normal = normalText(line.text);
    return this.said.notTheSame.has(pairOfTexts(normal, normal));
  };

  /** Groups a saying, and all that hang together with it, anew. */
  private *regroup(start: Saying, leasts: Leasts): Steps<void> {
    const { sayings: together, links } = componentOf(start, this.same, leasts);
    const isTogether = new Set(together);
    // Who hung together with one of them, and does no more, has another component, too.
    for (const saying of together) {
      this.table.loose.delete(saying);
      if (saying.component === together) continue;
      for (const other of saying.component) {
        if (!isTogether.has(other) && this.isHeld(other)) this.table.loose.add(other);
      }
      saying.component = together;
    }
    yield;
    const found = yield* splitLinked(links, {
      closer,
      never: (a, b) => areNeverCopies(a, b, this.said) || areTwoOfOneList(a, b),
    });
    const linked = new Set(found.flat());
    const alone = together.filter((saying) => !linked.has(saying));
    const all = [...found.map((sayings) => [...sayings].sort(compareSayings)), ...alone.map((saying) => [saying])];
    const groups: Group[] = [];
    yield* inSteps(
      all,
      (sayings) => {
        const lines = sayings.flatMap((saying) => saying.lines).sort(byKey);
        const told = tellsOf(sayings, lines);
        if (lines.length > 1 || told.length > 0) groups.push({ id: lines[0]!.key, lines, told, likely: null });
      },
      STEP,
    );
    const lines = together.flatMap((saying) => saying.lines);
    this.likely.part(yield* this.shelf.move(lines, groups));
    yield* inSteps(all, setGroup, STEP);
    this.likely.look(together);
  }
}

/** Says to sayings that they are a group; where they were one before, it stays the same value. */
function setGroup(sayings: readonly Saying[]): void {
  const { group } = sayings[0]!;
  if (group.length === sayings.length && group.every((saying, index) => saying === sayings[index])) return;
  for (const saying of sayings) saying.group = sayings;
}

function changedTexts({ notTheSame: before }: Said, { notTheSame: now }: Said): ReadonlySet<string> {
  const pairs = [...before, ...now].filter((pair) => before.has(pair) !== now.has(pair));
  return new Set(pairs.flatMap((pair) => pair.split('\n')));
}

/** Two lines of one list are one task only where they are copies themselves: not because a third is like both. */
function areTwoOfOneList(a: Saying, b: Saying): boolean {
  return a.contender === b.contender && !tiesOfKind(a, 'copies').some((tie) => otherEnd(tie, a) === b);
}

/**
 * Of links that are equally alike, those of notes that are less far apart come first; where that is not known, it is
 * half as far as copies can be.
 */
function closer(one: Link<Saying>, other: Link<Saying>): number {
  return (
    (daysApart(one.a, one.b) ?? LONGEST_TIME / 2) - (daysApart(other.a, other.b) ?? LONGEST_TIME / 2) ||
    compareSayings(one.a, other.a) ||
    compareSayings(one.b, other.b)
  );
}

function byKey(a: CopyLine, b: CopyLine): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
