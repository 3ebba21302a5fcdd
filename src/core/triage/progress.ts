import { dayOf, plusDays, type Day } from '../base/day';
import type { JournalEntry } from '../change/journal';

/** How many proposals were decided on a day. */
export interface DecidedDay {
  readonly day: Day;
  readonly count: number;
}

/**
 * What was decided on each of the last `days` days, oldest first, by the journal of this device. What was taken back
 * does not count.
 */
export function decidedByDay(entries: readonly JournalEntry[], today: Day, days: number): readonly DecidedDay[] {
  const counts = new Map<Day, number>();
  for (let back = days - 1; back >= 0; back--) counts.set(plusDays(today, -back), 0);
  for (const { at, count } of decidedIn(entries)) {
    const day = dayOf(new Date(at));
    if (counts.has(day)) counts.set(day, counts.get(day)! + count);
  }
  return [...counts].map(([day, count]) => ({ day, count }));
}

/** How many proposals were decided since a moment, in milliseconds since 1970, and not taken back. */
export function decidedSince(entries: readonly JournalEntry[], since: number): number {
  return decidedIn(entries).reduce((sum, { at, count }) => (at >= since ? sum + count : sum), 0);
}

/** When how many were decided, of all that was not taken back. */
function decidedIn(entries: readonly JournalEntry[]): readonly { readonly at: number; readonly count: number }[] {
  const undone = new Set<string>();
  for (const entry of [...entries].reverse()) {
    if (entry.undoOf !== null && !undone.has(entry.id) && share(entry) > 0) undone.add(entry.undoOf);
  }
  return entries.flatMap((entry) =>
    entry.decided === 0 || undone.has(entry.id)
      ? []
      : { at: entry.at, count: Math.round(entry.decided * share(entry)) },
  );
}

/** How much of an action was written, from 0 to 1. */
function share({ notes }: JournalEntry): number {
  const all = notes.reduce((sum, { edits }) => sum + edits.length, 0);
  const written = notes.reduce(
    (sum, { state, outcomes }) => sum + (state === 'done' ? outcomes.filter(({ ok }) => ok).length : 0),
    0,
  );
  return all === 0 ? 0 : written / all;
}
