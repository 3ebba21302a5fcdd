import type { CopyLine } from './copy-line';
import { groupOf, type Group, type Groups } from './group';

/** The lines with those that say the same put together, in the order in which the first of each comes. */
export function mergeCopies(lines: Iterable<CopyLine>, groups: Groups): readonly (readonly CopyLine[])[] {
  const alike = new Map<Group | CopyLine, CopyLine[]>();
  for (const line of lines) {
    const one = groupOf(groups, line) ?? line;
    const known = alike.get(one);
    if (known === undefined) alike.set(one, [line]);
    else known.push(line);
  }
  return [...alike.values()];
}
