import { SharedMap } from '../base/shared-map';
import type { Steps } from '../base/steps';
import type { CopyLine } from './copy-line';
import { groupOf, type Group, type Groups } from './group';

/** Holds the groups of lines as they change, and hands out snapshots that stay as they were. */
export class GroupShelf {
  private readonly grouped = new Map<string, Map<string, Group>>();
  /** The notes whose groups were not handed out yet, so that they may be changed in place. */
  private readonly ownPaths = new Set<string>();
  /** Lines are on their way from group to group: what is handed out meanwhile is what was. */
  private isMoving = false;
  private isStale = false;
  private result: SharedMap<ReadonlyMap<string, Group>> = SharedMap.of();

  /** The groups as far as they are known. No line is ever in two. */
  snapshot(): Groups {
    if (this.isStale && !this.isMoving) {
      this.result = this.result.with([...this.ownPaths].map((path) => [path, this.grouped.get(path)]));
      this.ownPaths.clear();
      this.isStale = false;
    }
    return this.result;
  }

  /** The group of a line as it is now. */
  groupOf(line: Pick<CopyLine, 'path' | 'key'>): Group | null {
    return groupOf(this.grouped, line);
  }

  /**
   * Takes lines out of the groups where they were, and puts them into those where they are now. The lines that they
   * leave behind stay together. Gives the groups that are no more.
   */
  *move(lines: readonly CopyLine[], groups: readonly Group[]): Steps<readonly Group[]> {
    const stay = new Set<Group>();
    const come = groups.filter((group) => {
      const known = this.sameAs(group);
      if (known !== null) stay.add(known);
      return known === null;
    });
    const moved = new Set(lines.map(({ key }) => key));
    const left = new Set<Group>();
    for (const line of lines) {
      const group = this.groupOf(line);
      if (group !== null && !stay.has(group)) left.add(group);
    }
    this.isMoving = true;
    for (const group of left) {
      const rest = group.lines.filter(({ key }) => !moved.has(key));
      const remains = rest.length > 1 ? { ...group, id: rest[0]!.key, lines: rest, likely: null } : null;
      for (const line of group.lines) this.set(line, moved.has(line.key) ? null : remains);
      yield;
    }
    for (const group of come) {
      for (const line of group.lines) this.set(line, group);
      yield;
    }
    this.isMoving = false;
    return [...left];
  }

  /** The id of the group of a line, or that it would have by itself. */
  idOf(line: CopyLine): string {
    return this.groupOf(line)?.id ?? line.key;
  }

  /** Says what the group of a line, or the line by itself, is likely the same as. */
  setLikely(line: CopyLine, likely: string | null): void {
    const group = this.groupOf(line) ?? { id: line.key, lines: [line], told: [], likely: null };
    if (group.likely === likely) return;
    const saysNothing = likely === null && group.lines.length === 1 && group.told.length === 0;
    const now = saysNothing ? null : { ...group, likely };
    for (const one of group.lines) this.set(one, now);
  }

  /** Puts a line where it was that is another one only to those who show it. */
  replace(line: CopyLine): void {
    const group = this.groupOf(line);
    if (group === null) return;
    const now = { ...group, lines: group.lines.map((other) => (other.key === line.key ? line : other)) };
    for (const other of now.lines) this.set(other, now);
  }

  /** The group that is there already with the same lines, of which the same is told; what is likely comes later. */
  private sameAs({ lines, told }: Group): Group | null {
    const known = this.groupOf(lines[0]!);
    return known !== null && sameItems(known.lines, lines) && sameItems(known.told, told) ? known : null;
  }

  private set({ path, key }: CopyLine, group: Group | null): void {
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

function sameItems<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index]);
}
