import { sameValue } from '../base/equal';
import { CandidateIndex, type Indexed } from './candidate-index';
import type { CopyLine } from './copy-line';
import { areNeverCopies, CandidateReader, copyLikeness, daysApart, type NotTheSame } from './pair';
import { splitLinked, type Link, type SplitRules } from './split';

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

/** A line that was taken in, with the lines that are copies of it. */
interface Entry extends Indexed {
  line: CopyLine;
  /** How alike they are; null where there are none. */
  links: Map<Entry, number> | null;
}

/**
 * Keeps the copies among the lines of many notes. It is told what stands in a note, and does the work in steps as long as it may, so that a screen
 * never waits for it. What it finds depends on the lines alone: not on their order, nor on what stood in the notes before.
 */
export class CopyFinder {
  private readonly waiting = new Map<string, () => readonly CopyLine[]>();
  private readonly entries = new Map<string, Entry>();
  private readonly byPath = new Map<string, readonly Entry[]>();
  private readonly reader = new CandidateReader();
  private readonly index = new CandidateIndex<Entry>();
  /** Lines that are taken in and not yet compared. */
  private readonly unlinked = new Set<Entry>();
  /** Lines whose group may be another one now. */
  private readonly loose = new Set<Entry>();
  private readonly grouped = new Map<string, Map<string, Group>>();
  /** The notes whose groups were not handed out yet, so that they may be changed in place. */
  private readonly ownPaths = new Set<string>();
  private notTheSame: NotTheSame = new Set();
  private result: Groups | null = null;

  /** Says which lines stand in a note now; none takes it out. They are asked for when it is their turn. */
  setNote(path: string, lines: () => readonly CopyLine[]): void {
    this.waiting.set(path, lines);
  }

  /** Says which pairs of texts are not the same, as `pairOfTexts` writes them. */
  setNotTheSame(pairs: NotTheSame): void {
    const changed = new Set([...pairs, ...this.notTheSame].filter((pair) => pairs.has(pair) !== this.notTheSame.has(pair)).flatMap((pair) => pair.split('\n')));
    this.notTheSame = pairs;
    if (changed.size === 0) return;
    for (const entry of this.entries.values()) {
      if (!changed.has(entry.profile.normal)) continue;
      this.unlink(entry);
      this.unlinked.add(entry);
    }
  }

  /** Goes on with the work until nothing is left or `isOver` says to stop; it is asked often. Says whether nothing is left. */
  work(isOver: () => boolean): boolean {
    for (const [path, lines] of this.waiting) {
      this.waiting.delete(path);
      this.takeIn(path, lines());
      if (isOver()) return this.isDone();
    }
    for (const entry of this.unlinked) {
      this.unlinked.delete(entry);
      this.link(entry);
      if (isOver()) return this.isDone();
    }
    for (const entry of this.loose) {
      this.regroup(entry);
      if (isOver()) return this.isDone();
    }
    this.reader.forgetTexts();
    return true;
  }

  /** The groups as far as they are known: all of them once the work is done. */
  groups(): Groups {
    if (this.result === null) {
      this.result = new Map(this.grouped);
      this.ownPaths.clear();
    }
    return this.result;
  }

  private isDone(): boolean {
    return this.waiting.size === 0 && this.unlinked.size === 0 && this.loose.size === 0;
  }

  private takeIn(path: string, lines: readonly CopyLine[]): void {
    const before = new Map((this.byPath.get(path) ?? []).map((entry) => [entry.line.key, entry]));
    const now = lines.map((line) => {
      const known = before.get(line.key);
      if (known === undefined || !isSameToOthers(known.line, line)) return this.add(line);
      before.delete(line.key);
      if (!sameValue(known.line, line)) {
        known.line = line;
        if (this.grouped.get(path)?.has(line.key) === true) this.loose.add(known);
      }
      return known;
    });
    for (const entry of before.values()) this.remove(entry);
    for (const entry of now) this.entries.set(entry.line.key, entry);
    if (now.length === 0) this.byPath.delete(path);
    else this.byPath.set(path, now);
  }

  private add(line: CopyLine): Entry {
    const { profile, weight, dayNumber, account, source } = this.reader.read(line);
    const entry: Entry = { line, profile, weight, dayNumber, account, source, links: null, search: 0 };
    this.index.add(entry);
    this.unlinked.add(entry);
    return entry;
  }

  private remove(entry: Entry): void {
    this.unlink(entry);
    this.index.remove(entry);
    this.unlinked.delete(entry);
    this.loose.delete(entry);
    this.entries.delete(entry.line.key);
    this.setGroup(entry.line, null);
  }

  private unlink(entry: Entry): void {
    for (const other of entry.links?.keys() ?? []) {
      other.links!.delete(entry);
      this.loose.add(other);
    }
    entry.links = null;
    this.loose.add(entry);
  }

  private link(entry: Entry): void {
    for (const other of this.index.near(entry)) {
      // Whoever is compared later finds this one.
      if (this.unlinked.has(other)) continue;
      const likeness = copyLikeness(entry, other, this.notTheSame);
      if (likeness === null) continue;
      (entry.links ??= new Map()).set(other, likeness);
      (other.links ??= new Map()).set(entry, likeness);
      this.loose.add(entry);
    }
  }

  /** Groups a line, and all that hang together with it, anew. */
  private regroup(start: Entry): void {
    const together = new Set([start]);
    const links: Link<Entry>[] = [];
    for (const entry of together) {
      this.loose.delete(entry);
      for (const [other, likeness] of entry.links ?? []) {
        together.add(other);
        if (entry.line.key < other.line.key) links.push({ a: entry, b: other, likeness });
      }
    }
    const found = splitLinked(links, this.rules);
    for (const { line } of together) this.setGroup(line, null);
    for (const entries of found) {
      const lines = entries.map(({ line }) => line).sort((a, b) => compare(a.key, b.key));
      const group: Group = { id: lines[0]!.key, lines };
      for (const line of lines) this.setGroup(line, group);
    }
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
    this.result = null;
  }

  private readonly rules: SplitRules<Entry> = {
    never: (a, b) => areNeverCopies(a, b, this.notTheSame),
    linked: (a, b) => a.links?.has(b) === true,
    closer: (one, other) => distance(one) - distance(other) || compare(one.a.line.key, other.a.line.key) || compare(one.b.line.key, other.b.line.key),
  };
}

/** Whether a line is to others what it was: nothing that copies depend on has changed. */
function isSameToOthers(before: CopyLine, now: CopyLine): boolean {
  return before.text === now.text && before.day === now.day && before.account === now.account && before.source === now.source && before.kind === now.kind && sameValue(before.owners, now.owners);
}

/** How far apart two notes are, in days; where it is not known, half as far as copies can be. */
function distance({ a, b }: Link<Entry>): number {
  return daysApart(a, b) ?? 15;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
