/** The candidate that a mistyped word most likely means: the one that takes the fewest changes of letters, a third of its letters at most; else one that begins with it; null where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const folded = word.toLowerCase();
  let best: { readonly candidate: string; readonly changes: number } | null = null;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const limit = Math.floor(Math.max(folded.length, other.length) / 3);
    if (Math.abs(folded.length - other.length) > limit) continue;
    const changes = changesBetween(folded, other);
    if (changes <= limit && (best === null || changes < best.changes)) best = { candidate, changes };
  }
  return best?.candidate ?? candidates.find((candidate) => folded.length > 2 && candidate.toLowerCase().startsWith(folded)) ?? null;
}

/** How many letters must be put in, taken out, changed, or swapped with their neighbour, to make one word of another (Damerau and Levenshtein). */
function changesBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(!same), swapped ? before[j - 2]! + 1 : Infinity));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
