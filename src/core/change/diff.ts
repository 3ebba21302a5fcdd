/** Replaces what stands from `from` to `to` (UTF-16 units) by `insert`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Texts that differ in more characters than this are replaced as one piece. */
const MOST_DIFFERENCES = 400;

/**
 * The fewest characters to take out and put in to make `after` of `before`, in order, so that a cursor between them
 * stays where it is. Offsets count from `start`. Never divides a character of two UTF-16 units.
 */
export function smallestChanges(before: string, after: string, start: number): readonly TextChange[] {
  if (before === after) return [];
  const old = [...before];
  const wanted = [...after];
  let head = 0;
  while (head < old.length && head < wanted.length && old[head] === wanted[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < wanted.length - head &&
    old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]
  )
    tail++;
  const oldMiddle = old.slice(head, old.length - tail);
  const newMiddle = wanted.slice(head, wanted.length - tail);
  const from = start + lengthOf(old, 0, head);
  const kept = keptPairs(oldMiddle, newMiddle) ?? [];
  const changes: TextChange[] = [];
  let at = { old: 0, new: 0, offset: from };
  for (const pair of [...kept, { old: oldMiddle.length, new: newMiddle.length }]) {
    const to = at.offset + lengthOf(oldMiddle, at.old, pair.old);
    if (pair.old > at.old || pair.new > at.new)
      changes.push({ from: at.offset, to, insert: newMiddle.slice(at.new, pair.new).join('') });
    at = { old: pair.old + 1, new: pair.new + 1, offset: to + lengthOf(oldMiddle, pair.old, pair.old + 1) };
  }
  return changes;
}

function lengthOf(characters: readonly string[], from: number, to: number): number {
  let length = 0;
  for (let index = from; index < to && index < characters.length; index++) length += characters[index]!.length;
  return length;
}

interface Pair {
  readonly old: number;
  readonly new: number;
}

/**
 * The characters that a longest common subsequence keeps (Myers' greedy search), or null where the texts differ too
 * much.
 */
function keptPairs(old: readonly string[], wanted: readonly string[]): readonly Pair[] | null {
  const reach = new Map<number, number>([[1, 0]]);
  const trail: ReadonlyMap<number, number>[] = [];
  const goesDown = (known: ReadonlyMap<number, number>, diagonal: number, differences: number): boolean =>
    diagonal === -differences || (diagonal !== differences && known.get(diagonal - 1)! < known.get(diagonal + 1)!);
  for (let differences = 0; differences <= MOST_DIFFERENCES; differences++) {
    trail.push(new Map(reach));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = goesDown(reach, diagonal, differences) ? reach.get(diagonal + 1)! : reach.get(diagonal - 1)! + 1;
      while (x < old.length && x - diagonal < wanted.length && old[x] === wanted[x - diagonal]) x++;
      reach.set(diagonal, x);
      if (x >= old.length && x - diagonal >= wanted.length) return walkBack(trail, old.length, wanted.length, goesDown);
    }
  }
  return null;
}

function walkBack(
  trail: readonly ReadonlyMap<number, number>[],
  oldLength: number,
  newLength: number,
  goesDown: (known: ReadonlyMap<number, number>, diagonal: number, differences: number) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let x = oldLength;
  let y = newLength;
  for (let differences = trail.length - 1; differences >= 0; differences--) {
    const known = trail[differences]!;
    const diagonal = x - y;
    const previous = goesDown(known, diagonal, differences) ? diagonal + 1 : diagonal - 1;
    const startX = differences === 0 ? 0 : known.get(previous)!;
    const startY = differences === 0 ? 0 : startX - previous;
    // After its one difference, a step only keeps characters.
    while (x > startX && y > startY) pairs.push({ old: --x, new: --y });
    x = startX;
    y = startY;
  }
  return pairs.reverse();
}
