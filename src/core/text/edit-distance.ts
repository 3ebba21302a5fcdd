/**
 * How many letters must be put in, taken out, changed, or swapped with their neighbour, to make one word of another
 * (Damerau and Levenshtein).
 */
export function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(!same), swapped ? before[j - 2]! + 1 : Infinity),
      );
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
