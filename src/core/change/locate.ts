import { fail, succeed, type Result } from '../base/result';
import { equalGaps, regionAt, sideHolds, type Edit } from './edit';
import { refuse, type Refusal } from './refusal';
import { alikeSpans, equalSpans, type Survey } from './survey';

/**
 * Lines of a text, from 0: `from` is the first, `to` the one after the last. For an insert both are the line it goes
 * before.
 */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the lines that an edit means in a text, or says why it cannot be known. It never takes lines of other texts,
 * and never guesses:
 *
 * 1. Lines that were the only ones that said this, and are the only ones now, are the ones, wherever they stand.
 * 2. If lines are alike, and the text is the one that the edit was made from, they are told apart by their order.
 * 3. If lines are alike in a text that changed, they are told apart by the lines around them: those on both sides, or
 * those on one side with
 *    the heading and the order. None of the others may show any sign of being the one.
 *
 * "Alike" are also lines in other states (see `Survey`): when one was decided, undone or retyped meanwhile, another may
 * have taken its text.
 */
export function locate(survey: Survey, edit: Edit): Result<LineRange, Refusal> {
  const { expected, replacement } = edit;
  const places = placesOf(survey, edit);
  const line = chosenOf(survey, edit, places);
  if (line !== null) return succeed({ from: line, to: line + expected.length });
  const refused = (reason: 'changed' | 'ambiguous' | 'gone' | 'masked' | 'unchanged'): Result<LineRange, Refusal> =>
    fail(refuse(reason, expected[0] ?? replacement[0] ?? ''));

  const { equal, candidates, others } = places;
  if (candidates.length > 0) return refused('ambiguous');
  if (equal.length > 0) return refused('masked');
  if (isWritten(survey, edit)) return refused('unchanged');
  return refused(expected.length === 0 || others.length > 0 || isRetyped(survey, edit) ? 'changed' : 'gone');
}

/** Where the lines that an edit means may stand. */
interface Places {
  /** All lines with this text, and all lines alike, masked ones too. */
  readonly equal: readonly number[];
  readonly others: readonly number[];
  /** Those of `equal` that the edit may change. */
  readonly candidates: readonly number[];
}

function placesOf(survey: Survey, { expected, region, surroundings }: Edit): Places {
  const equal = expected.length === 0 ? equalGaps(survey, surroundings) : equalSpans(survey, expected);
  const candidates = equal.filter((line) => regionAt(survey, line, expected.length) === region);
  return { equal, candidates, others: expected.length === 0 ? equal : alikeSpans(survey, expected) };
}

/** The place that is the one for sure, or null. */
function chosenOf(survey: Survey, edit: Edit, { equal, candidates, others }: Places): number | null {
  const { alike, order, text } = edit.surroundings;
  if (candidates.length === 0) return null;
  if (alike === 1 && others.length === 1) return candidates[0]!;
  const chosen =
    text === survey.fingerprint
      ? equal[order.index]
      : candidates.find((line) => isTold(survey, edit, line, { equal, others }));
  return chosen !== undefined && candidates.includes(chosen) ? chosen : null;
}

/**
 * Whether what an edit would write stands there already: Ctrl+Z or another device did the same. Other words must stand
 * in the very place, where they may have stood before.
 */
function isWritten(survey: Survey, edit: Edit): boolean {
  const { expected, replacement } = edit;
  if (expected.length === 0 || replacement.length === 0) return false;
  const written = { ...edit, expected: replacement };
  const places = placesOf(survey, written);
  const line = chosenOf(survey, written, places);
  return line !== null && (alikeSpans(survey, expected).includes(line) || isTold(survey, written, line, places));
}

/** Whether the surroundings tell that a line is the one. */
function isTold(
  survey: Survey,
  edit: Edit,
  line: number,
  { equal, others }: Pick<Places, 'equal' | 'others'>,
): boolean {
  const { order, alike, heading, ownHeading } = edit.surroundings;
  const underHeading = others.filter((other) => survey.headings[other] === heading);
  const hasHeading = (other: number): boolean => ownHeading && underHeading.length === 1 && underHeading[0] === other;
  const holdsBefore = (other: number): boolean => sideHolds(survey, edit.surroundings.before, other - 1, -1);
  const holdsAfter = (other: number): boolean =>
    sideHolds(survey, edit.surroundings.after, other + edit.expected.length, 1);
  const sameOrder = equal.length === order.count && equal[order.index] === line && others.length === alike;
  const [before, after] = [holdsBefore(line), holdsAfter(line)];
  const told = (before && after) || ((before || after) && hasHeading(line) && sameOrder);
  return (
    told && others.every((other) => other === line || !(holdsBefore(other) || holdsAfter(other) || hasHeading(other)))
  );
}

/** Whether other words stand between the lines that stood around the expected ones. */
function isRetyped(survey: Survey, { expected, surroundings: { before, after } }: Edit): boolean {
  return survey.lines.some(
    ({ text }, line) =>
      text.trim() !== '' &&
      sideHolds(survey, before, line - 1, -1) &&
      sideHolds(survey, after, line + expected.length, 1),
  );
}
