import { countSaying, placeOf, type NoteText } from './note-text';

/** Why a line that was written counts as the one that was meant. */
export type Sameness =
  /** It is the very line. */
  | 'itself'
  /** Only equal lines and empty ones stand between it and the very line: nobody can tell them apart. */
  | 'run'
  /**
   * It was the only line that said this when the user saw it, and the one that was written is the only one that says it
   * now.
   */
  | 'only-one'
  /**
   * It stands between the same lines as the very line stood, out to lines that are the only ones of their text, or the
   * start and the end of the note.
   */
  | 'same-place'
  /** Every shortest way to make the one text of the other keeps it. */
  | 'kept';

/**
 * Whether line `at` of a note is the one that was line `index` of it `then`, or null: another line was written. The
 * last three reasons are for worlds where a line was cut or retyped and an equal one set in its place, or added before
 * the first one was removed: the texts before and after are all that there is, and they say that the line stayed or
 * moved.
 */
export function sameLine(then: NoteText, index: number, now: NoteText, at: number): Sameness | null {
  const meant = then.lines[index]!;
  const written = now.lines[at]!;
  if (written.id === meant.id) return 'itself';
  const place = placeOf(now, meant.id);
  const between = now.lines.slice(Math.min(place, at), Math.max(place, at) + 1);
  if (place >= 0 && between.every(({ text }) => text === written.text || text.trim() === '')) return 'run';
  if (countSaying(then, meant.text) === 1 && countSaying(now, written.text) === 1) return 'only-one';
  const samePlace = ([-1, 1] as const).every((step) => {
    const before = neighbours(then, index, step);
    const after = neighbours(now, at, step);
    return before.length === after.length && before.every((text, nth) => text === after[nth]);
  });
  if (samePlace) return 'same-place';
  const texts = [then.lines, now.lines].map((lines) => lines.map(({ text }) => text)) as [string[], string[]];
  return mostKept(...texts, null) > mostKept(...texts, { from: index, to: at }) ? 'kept' : null;
}

/**
 * How many lines stay at most when the one text is made of the other, if the line `not.from` may not become `not.to`.
 */
function mostKept(
  before: readonly string[],
  after: readonly string[],
  not: { readonly from: number; readonly to: number } | null,
): number {
  let row = after.map(() => 0).concat(0);
  before.forEach((text, from) => {
    const next = [0];
    after.forEach((other, to) => {
      const same = text === other && !(not?.from === from && not.to === to);
      next.push(Math.max(row[to + 1]!, next[to]!, same ? row[to]! + 1 : 0));
    });
    row = next;
  });
  return row.at(-1)!;
}

/**
 * The non-blank lines on one side, the nearest first, up to the first that is the only one of its text; null where the
 * note ends.
 */
function neighbours({ lines }: NoteText, from: number, step: 1 | -1): readonly (string | null)[] {
  const found: (string | null)[] = [];
  for (let index = from + step; index >= 0 && index < lines.length; index += step) {
    const { text } = lines[index]!;
    if (text.trim() === '') continue;
    found.push(text);
    if (lines.filter((line) => line.text === text).length === 1) return found;
  }
  return [...found, null];
}
