import type { CopyLine } from './copy-line';

/** Lines that say the same; or one line by itself of which there is something to say. */
export interface Group {
  /** The smallest key of its lines. */
  readonly id: string;
  /** In order of their keys. */
  readonly lines: readonly CopyLine[];
  /** Lines of its source that tell what became of it, besides its own; in order of their keys. */
  readonly told: readonly CopyLine[];
  /** An id that it shares with the group that is likely the same, or null. */
  readonly likely: string | null;
}

/** The lines that may settle one of a group: those that say the same, and those that tell of it. */
export function settling({ lines, told }: Group): readonly CopyLine[] {
  return told.length === 0 ? lines : [...lines, ...told];
}

/** The groups of lines: by the path of the note, then by the key of the line. */
export type Groups = ReadonlyMap<string, ReadonlyMap<string, Group>>;

/** The group of a line, or null where it has no copies and nothing tells of it. */
export function groupOf(groups: Groups, { path, key }: Pick<CopyLine, 'path' | 'key'>): Group | null {
  return groups.get(path)?.get(key) ?? null;
}

/** All groups, in order of their ids. */
export function eachGroup(groups: Groups): readonly Group[] {
  const found = new Set([...groups.values()].flatMap((ofNote) => [...ofNote.values()]));
  return [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** All groups of two or more lines, in order of their ids. */
export function allGroups(groups: Groups): readonly Group[] {
  return eachGroup(groups).filter(({ lines }) => lines.length > 1);
}
