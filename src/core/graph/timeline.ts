import { foldText, searchedWords } from '../text/words';
import type { NoteRow } from './rows';

/** Which notes of an account are looked at. An empty search holds all. */
export interface NoteFilter {
  readonly kind: NoteRow['kind'] | 'all';
  readonly words: string;
}

/** The notes of a month. */
export interface TimelineMonth {
  /** `YYYY-MM`, or null for notes without a day. */
  readonly month: string | null;
  readonly notes: readonly NoteRow[];
}

/**
 * The notes that a filter holds, month by month, in the order that they come in (newest first, those without a day
 * last).
 */
export function timelineOf(notes: readonly NoteRow[], { kind, words }: NoteFilter): readonly TimelineMonth[] {
  const wanted = searchedWords(words);
  const months = new Map<string | null, NoteRow[]>();
  for (const note of notes) {
    const title = foldText(note.title);
    if ((kind !== 'all' && note.kind !== kind) || !wanted.every((word) => title.includes(word))) continue;
    const month = note.day?.slice(0, 7) ?? null;
    const known = months.get(month);
    if (known === undefined) months.set(month, [note]);
    else known.push(note);
  }
  return [...months].map(([month, held]) => ({ month, notes: held }));
}
