import { sameValue } from '../base/equal';
import { inSteps, type Steps } from '../base/steps';
import type { CopyLine } from './copy-line';
import { LinkTable } from './link-table';
import { areNeverCopies, CandidateReader, daysApart, pairOfTexts, type NotTheSame } from './pair';
import { normalText } from './profile';
import { sayingIdOf, sayingOf, type Saying } from './saying';
import { splitLinked, type Link } from './split';

/** Lines that say the same: two or more. */
export interface Group {
  /** The smallest key of its lines. */
  readonly id: string;
  /** In order of their keys. */
  readonly lines: readonly CopyLine[];
}

/** The groups of the lines that have copies: by the path of the note, then by the key of the line. */
export type Groups = ReadonlyMap<string, ReadonlyMap<string, Group>>;

/** The group of a line, or null where it has no copies. */
export function groupOf(groups: Groups, { path, key }: Pick<CopyLine, 'path' | 'key'>): Group | null {
  return groups.get(path)?.get(key) ?? null;
}

/** All groups, in order of their ids. */
export function allGroups(groups: Groups): readonly Group[] {
  const found = new Set([...groups.values()].flatMap((ofNote) => [...ofNote.values()]));
  return [...found].sort((a, b) => compare(a.id, b.id));
}

/** So many lines are moved from group to group in one step of the work. */
const STEP = 100;
const NO_LINES: ReadonlyMap<string, CopyLine> = new Map();

/**
 * Keeps the copies among the lines of many notes. It is told what stands in a note, and does the work in steps as long
 * as it may, so that a screen never waits for it. What it finds depends on the lines alone: not on their order, nor on
 * what stood in the notes before.
 */
export class CopyFinder {
  private readonly waiting = new Map<string, () => Steps<readonly CopyLine[]>>();
  private waitingPairs: NotTheSame | null = null;
  /** The lines of each note, by their keys. */
  private readonly byPath = new Map<string, ReadonlyMap<string, CopyLine>>();
  private readonly sayings = new Map<string, Saying>();
  /** What each line says, by its key. */
  private readonly said = new Map<string, Saying>();
  private readonly reader = new CandidateReader();
  private readonly table = new LinkTable();
  private readonly grouped = new Map<string, Map<string, Group>>();
  /** The notes whose groups were not handed out yet, so that they may be changed in place. */
  private readonly ownPaths = new Set<string>();
  /** What was begun is ended before anything new is looked at. */
  private begun: Steps<void> | null = null;
  /** Lines are on their way from group to group: what is handed out meanwhile is what was. */
  private isMoving = false;
  private isStale = false;
  private result: Groups = new Map();

  /** Says which lines stand in a note now; none takes it out. They are asked for when it is their turn. */
  setNote(path: string, lines: () => Steps<readonly CopyLine[]>): void {
    this.waiting.set(path, lines);
  }

  /** Says which pairs of texts are not the same, as `pairOfTexts` writes them. */
  setNotTheSame(pairs: NotTheSame): void {
    this.waitingPairs = pairs;
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
    return true;
  }

  /** The groups as far as they are known: all of them once the work is done. No line is ever in two. */
  groups(): Groups {
    if (this.isStale && !this.isMoving) {
      this.result = new Map(this.grouped);
      this.ownPaths.clear();
      this.isStale = false;
    }
    return this.result;
  }

  private isDone(): boolean {
    return this.waiting.size === 0 && this.waitingPairs === null && this.table.isLinked && this.table.loose.size === 0;
  }

  private *goOn(): Steps<void> {
    if (this.waitingPairs !== null) yield* this.takePairs(this.waitingPairs);
    for (const [path, lines] of this.waiting) {
      this.waiting.delete(path);
      yield* this.takeNote(path, yield* lines());
      yield;
    }
    yield* this.table.link();
    for (const saying of this.table.loose) {
      yield* this.regroup(saying);
      yield;
    }
  }

  private *takePairs(pairs: NotTheSame): Steps<void> {
    this.waitingPairs = null;
    const before = this.table.notTheSame;
    const texts = new Set(
      [...pairs, ...before].filter((pair) => pairs.has(pair) !== before.has(pair)).flatMap((pair) => pair.split('\n')),
    );
    if (texts.size === 0) return;
    const changed: CopyLine[] = [];
    yield* inSteps(this.sayings.values(), ({ profile, lines }) => {
      if (texts.has(profile.normal)) changed.push(...lines);
    });
    yield* this.moveLines(changed, []);
    yield* inSteps(changed, (line) => this.remove(line), STEP);
    this.table.notTheSame = pairs;
    yield* inSteps(changed, (line) => this.add(line), STEP);
  }

  private *takeNote(path: string, lines: readonly CopyLine[]): Steps<void> {
    const before = this.byPath.get(path) ?? NO_LINES;
    const now = new Map<string, CopyLine>();
    yield* inSteps(lines, (line) => now.set(line.key, line));
    const stays = (line: CopyLine, other: CopyLine | undefined): boolean =>
      other !== undefined && isSameToOthers(line, other);
    const gone: CopyLine[] = [];
    yield* inSteps(before.values(), (line) => {
      if (!stays(line, now.get(line.key))) gone.push(line);
    });
    yield* this.moveLines(gone, []);
    yield* inSteps(gone, (line) => this.remove(line), STEP);
    yield* inSteps(
      lines,
      (line) => {
        const known = before.get(line.key);
        if (!stays(line, known)) this.add(line);
        else if (!sameValue(known, line)) this.replace(line);
      },
      STEP,
    );
    if (now.size === 0) this.byPath.delete(path);
    else this.byPath.set(path, now);
  }

  private add(line: CopyLine): void {
    const id = this.sayingId(line);
    let saying = this.sayings.get(id);
    if (saying === undefined) {
      saying = sayingOf(id, this.reader.read(line));
      this.sayings.set(id, saying);
      this.table.add(saying);
    } else {
      if (!saying.paths.has(line.path)) {
        this.table.unlink(saying);
        saying.paths = new Set(saying.paths).add(line.path);
      }
      this.table.loose.add(saying);
      saying.lines.push(line);
    }
    this.said.set(line.key, saying);
  }

  private remove({ key, path }: CopyLine): void {
    const saying = this.said.get(key)!;
    this.said.delete(key);
    saying.lines.splice(
      saying.lines.findIndex((line) => line.key === key),
      1,
    );
    this.table.loose.add(saying);
    if (saying.lines.length === 0) {
      this.sayings.delete(saying.id);
      this.table.remove(saying);
    } else if (!saying.lines.some((line) => line.path === path)) {
      this.table.unlink(saying);
      saying.paths = new Set(saying.lines.map((line) => line.path));
    }
  }

  /** Puts a line where it was that is another one only to those who show it. */
  private replace(line: CopyLine): void {
    const said = this.said.get(line.key)!.lines;
    said[said.findIndex(({ key }) => key === line.key)] = line;
    const group = groupOf(this.grouped, line);
    if (group === null) return;
    const now: Group = { id: group.id, lines: group.lines.map((other) => (other.key === line.key ? line : other)) };
    for (const other of now.lines) this.setGroup(other, now);
  }

  /** What was said not to be the same as itself is a saying for each line. */
  private sayingId(line: CopyLine): string {
    if (this.table.notTheSame.size === 0) return sayingIdOf(line);
    const normal = normalText(line.text);
    return sayingIdOf(line) + (this.table.notTheSame.has(pairOfTexts(normal, normal)) ? line.key : '');
  }

  /** Groups a saying, and all that hang together with it, anew. */
  private *regroup(start: Saying): Steps<void> {
    const together = new Set([start]);
    const links: Link<Saying>[] = [];
    yield* inSteps(
      together,
      (saying) => {
        this.table.loose.delete(saying);
        for (const [other, likeness] of saying.links ?? []) {
          together.add(other);
          if (saying.id < other.id) links.push({ a: saying, b: other, likeness });
        }
      },
      STEP,
    );
    const found = yield* splitLinked(links, { closer, never: (a, b) => areNeverCopies(a, b, this.table.notTheSame) });
    const linked = new Set(found.flat());
    const alone = [...together].filter((saying) => !linked.has(saying));
    const groups: Group[] = [];
    yield* inSteps(
      [...found, ...alone.map((saying) => [saying])],
      (sayings) => {
        const lines = sayings.flatMap((saying) => saying.lines).sort((a, b) => compare(a.key, b.key));
        if (lines.length > 1) groups.push({ id: lines[0]!.key, lines });
      },
      STEP,
    );
    yield* this.moveLines(
      [...together].flatMap(({ lines }) => lines),
      groups,
    );
  }

  /**
   * Takes lines out of the groups where they were, and puts them into those where they are now. The lines that they
   * leave behind stay together.
   */
  private *moveLines(lines: readonly CopyLine[], groups: readonly Group[]): Steps<void> {
    const moved = new Set(lines.map(({ key }) => key));
    const left = new Set(lines.map((line) => groupOf(this.grouped, line)).filter((group) => group !== null));
    this.isMoving = true;
    for (const group of left) {
      const rest = group.lines.filter(({ key }) => !moved.has(key));
      const remains = rest.length > 1 ? { id: rest[0]!.key, lines: rest } : null;
      for (const line of group.lines) this.setGroup(line, moved.has(line.key) ? null : remains);
      yield;
    }
    for (const group of groups) {
      for (const line of group.lines) this.setGroup(line, group);
      yield;
    }
    this.isMoving = false;
  }

  private setGroup({ path, key }: CopyLine, group: Group | null): void {
    const known = this.grouped.get(path);
    if (group === null && known?.has(key) !== true) return;
    // What was handed out stays as it was.
    const ofNote = known !== undefined && this.ownPaths.has(path) ? known : new Map(known);
    if (group === null) ofNote.delete(key);
    else ofNote.set(key, group);
    if (ofNote.size === 0) this.grouped.delete(path);
    else this.grouped.set(path, ofNote);
    this.ownPaths.add(path);
    this.isStale = true;
  }
}

/** Whether a line is to others what it was: nothing that copies depend on has changed. */
function isSameToOthers(before: CopyLine, now: CopyLine): boolean {
  return (
    before.text === now.text &&
    before.day === now.day &&
    before.account === now.account &&
    before.source === now.source &&
    before.kind === now.kind &&
    sameValue(before.owners, now.owners)
  );
}

/**
 * Of links that are equally alike, those of notes that are less far apart come first; where that is not known, it is
 * half as far as copies can be.
 */
function closer(one: Link<Saying>, other: Link<Saying>): number {
  return (
    (daysApart(one.a, one.b) ?? 15) - (daysApart(other.a, other.b) ?? 15) ||
    compare(one.a.id, other.a.id) ||
    compare(one.b.id, other.b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
