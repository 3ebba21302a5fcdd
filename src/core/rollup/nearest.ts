import { editDistance } from '../text/edit-distance';

/**
 * The candidate that a mistyped word most likely means: the one that takes the fewest changes of letters, a third of
 * its letters at most; else one that begins with it; null where none is near.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const folded = word.toLowerCase();
  let best: { readonly candidate: string; readonly changes: number } | null = null;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const limit = Math.floor(Math.max(folded.length, other.length) / 3);
    if (Math.abs(folded.length - other.length) > limit) continue;
    const changes = editDistance(folded, other);
    if (changes <= limit && (best === null || changes < best.changes)) best = { candidate, changes };
  }
  return (
    best?.candidate ??
    candidates.find((candidate) => folded.length > 2 && candidate.toLowerCase().startsWith(folded)) ??
    null
  );
}
