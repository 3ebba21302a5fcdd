import { sameValue } from '../base/equal';
import { fail, succeed, type Result } from '../base/result';
import type { TextChange } from './diff';
import { createEdit, type Edit } from './edit';
import { groupsLed, isAlone } from './follow';
import { locate, type LineRange } from './locate';
import { refuse, type Refusal, type RefusalReason } from './refusal';
import { changesTo, rewriteLines, type Draft, type Hunk } from './rewrite';
import { surveyText, type Survey } from './survey';

/**
 * What became of one edit: the edit that takes it back, made from the text after the write, or why it was not written.
 */
export type Outcome = Result<Edit, Refusal>;

/** The edits of one note, applied to its text. */
export interface Applied {
  /** The text after the write: the one that was given, where every edit was refused. */
  readonly text: string;
  /** The same as changes of the text that was given: smallest, in order, apart from each other. */
  readonly changes: readonly TextChange[];
  /** For each edit, in the order they were given. */
  readonly outcomes: readonly Outcome[];
}

/**
 * Applies all edits to one note in one go. Edits that cannot be applied for sure are refused one by one, the others are
 * applied; all are located in the text that was given, so none can mislead another. Every byte but those of the edited
 * lines stays: a replaced line keeps its line end, a new one takes that of its neighbour. A copy is refused unless the
 * best line of its group is written here, or was written in another note: `led` are the groups of which that is known.
 * Works on the text of a note as on that of an editor.
 */
export function applyEdits(text: string, edits: readonly Edit[], led: ReadonlySet<number> = NONE_LED): Applied {
  const survey = surveyText(text);
  const places = refuseSome(
    edits,
    edits.map((edit) => placeOf(survey, edit)),
    led,
  );
  const hunks = hunksOf(edits, places);
  const refuseAll = (reason: RefusalReason): Applied => ({
    text,
    changes: [],
    outcomes: places.map((place, index) => (place.ok ? refuseEdit(reason, edits[index]!) : place)),
  });
  const drafts = rewriteLines(survey.lines, hunks);
  if (drafts.length === 0) return refuseAll('emptied');
  const mark = text.slice(0, survey.lines[0]!.start);
  const written = mark + drafts.map((draft) => draft.text + draft.end).join('');
  const after = surveyText(written);
  if (!readsAs(after, drafts)) return refuseAll('line-ends');
  const undone = undoing(survey, after, hunks);
  return {
    text: written,
    changes: changesTo(text, mark, drafts),
    outcomes: places.map((place, index) => (place.ok ? succeed(undone.get(index)!) : place)),
  };
}

const NONE_LED: ReadonlySet<number> = new Set();

type Place = Result<LineRange, Refusal>;

/** A hunk that knows which of the given edits it is. */
interface NumberedHunk extends Hunk {
  readonly index: number;
}

function placeOf(survey: Survey, edit: Edit): Place {
  return edit.replacement.some((line) => /[\r\n]/.test(line)) ? refuseEdit('line-break', edit) : locate(survey, edit);
}

function refuseEdit(
  reason: RefusalReason,
  { expected, replacement }: Edit,
): { readonly ok: false; readonly error: Refusal } {
  return fail(refuse(reason, expected[0] ?? replacement[0] ?? ''));
}

function hunksOf(edits: readonly Edit[], places: readonly Place[]): readonly NumberedHunk[] {
  return places
    .flatMap((place, index) => (place.ok ? [{ index, edit: edits[index]!, ...place.value }] : []))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Refuses edits that clash, and copies that are alone, until no more are: each that is refused may leave others so. */
function refuseSome(edits: readonly Edit[], places: readonly Place[], led: ReadonlySet<number>): readonly Place[] {
  const all = new Set([...led, ...groupsLed(edits, (index) => places[index]!.ok)]);
  const left = refuseClashes(
    edits,
    places.map((place, index) =>
      place.ok && isAlone(edits[index]!, all) ? refuseEdit('alone', edits[index]!) : place,
    ),
  );
  return left.every(({ ok }, index) => ok === places[index]!.ok) ? left : refuseSome(edits, left, led);
}

/** Refuses the later of two edits that do the same to the same lines, and both where they contradict each other. */
function refuseClashes(edits: readonly Edit[], places: readonly Place[]): readonly Place[] {
  const hunks = hunksOf(edits, places);
  const refused = [...places];
  hunks.forEach((first, at) => {
    for (const second of hunks.slice(at + 1)) {
      if (second.from > first.to) break;
      const samePlace = first.from === second.from && first.to === second.to;
      const areNext = second === hunks[at + 1];
      if (!samePlace && !overlap(first, second) && !(areNext && bothTakeOut(first, second))) continue;
      if (samePlace && sameValue(first.edit.replacement, second.edit.replacement)) {
        const later = Math.max(first.index, second.index);
        refused[later] = refuseEdit('duplicate', edits[later]!);
      } else {
        for (const { index, edit } of [first, second]) refused[index] = refuseEdit('overlap', edit);
      }
    }
  });
  // Without those that were refused, others may be side by side.
  return hunks.every(({ index }) => refused[index]!.ok) ? refused : refuseClashes(edits, refused);
}

function overlap(first: LineRange, second: LineRange): boolean {
  return first.from < second.to && second.from < first.to;
}

/**
 * Whether two edits take out lines side by side. To take that back would be two inserts at one place, and nothing would
 * say which comes first.
 */
function bothTakeOut(first: Hunk, second: Hunk): boolean {
  return first.to === second.from && first.edit.replacement.length === 0 && second.edit.replacement.length === 0;
}

/**
 * Whether the new text has exactly the lines that it is made of. A lone CR and an LF that come to stand side by side
 * would be one line end.
 */
function readsAs({ lines }: Survey, drafts: readonly Draft[]): boolean {
  return (
    lines.length === drafts.length &&
    lines.every(({ text, end }, index) => text === drafts[index]!.text && end === drafts[index]!.end)
  );
}

/** For each hunk, by its number, the edit that takes it back. */
function undoing(before: Survey, after: Survey, hunks: readonly NumberedHunk[]): ReadonlyMap<number, Edit> {
  let shift = 0;
  return new Map(
    hunks.map(({ index, edit: { path, expected, replacement, part }, from, to }) => {
      const line = from + shift;
      shift += replacement.length - expected.length;
      const ends =
        replacement.length === expected.length
          ? []
          : [before.lines[from - 1]?.end ?? '', ...before.lines.slice(from, to).map(({ end }) => end)];
      const edit = createEdit(after, { path, line, count: replacement.length, replacement: expected, ends });
      return [index, part === undefined ? edit : { ...edit, part: { ...part, back: !part.back } }];
    }),
  );
}
