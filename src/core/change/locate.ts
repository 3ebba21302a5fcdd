import { fail, succeed, type Result } from '../base/result';
import { equalGaps, regionAt, sideHolds, type Edit } from './edit';
import { refuse, type Refusal } from './refusal';
import { alikeSpans, equalSpans, type Survey } from './survey';

/** Lines of a text, from 0: `from` is the first, `to` the one after the last. For an insert both are the line it goes before. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the lines that an edit means in a text, or says why it cannot be known. It never takes lines of other texts, and never guesses:
 *
 * 1. Lines that were the only ones that said this, and are the only ones now, are the ones, wherever they stand.
 * 2. If lines are alike, and the text is the one that the edit was made from, they are told apart by their order.
 * 3. If lines are alike in a text that changed, they are told apart by the lines around them: those on both sides, or those on one side with
 *    the heading and the order. None of the others may show any sign of being the one.
 *
 * "Alike" are also lines in other states (see `Survey`): when one was decided, undone or retyped meanwhile, another may have taken its text.
 */
export function locate(survey: Survey, edit: Edit): Result<LineRange, Refusal> {
  const { expected, region, surroundings: { alike, order, text } } = edit;
  const insert = expected.length === 0;
  const equal = insert ? equalGaps(survey, edit.surroundings) : equalSpans(survey, expected);
  const candidates = equal.filter((line) => regionAt(survey, line, expected.length) === region);
  const others = insert ? equal : alikeSpans(survey, expected);
  const found = (line: number): Result<LineRange, Refusal> => succeed({ from: line, to: line + expected.length });
  const refused = (reason: 'changed' | 'ambiguous' | 'gone' | 'masked'): Result<LineRange, Refusal> => fail(refuse(reason, expected[0] ?? edit.replacement[0] ?? ''));

  if (candidates.length === 0) {
    if (equal.length > 0) return refused('masked');
    return refused(insert || others.length > 0 || isRetyped(survey, edit) ? 'changed' : 'gone');
  }
  if (alike === 1 && others.length === 1) return found(candidates[0]!);
  const sameText = text === survey.fingerprint;
  const chosen = sameText ? equal[order.index] : candidates.find((line) => isTold(survey, edit, { line, equal, others }));
  return chosen !== undefined && candidates.includes(chosen) ? found(chosen) : refused('ambiguous');
}

interface Candidate {
  readonly line: number;
  /** All lines with this text, and all lines alike, masked ones too. */
  readonly equal: readonly number[];
  readonly others: readonly number[];
}

/** Whether the surroundings tell that a line is the one. */
function isTold(survey: Survey, edit: Edit, { line, equal, others }: Candidate): boolean {
  const { order, alike, heading, ownHeading } = edit.surroundings;
  const underHeading = others.filter((other) => survey.headings[other] === heading);
  const hasHeading = (other: number): boolean => ownHeading && underHeading.length === 1 && underHeading[0] === other;
  const holdsBefore = (other: number): boolean => sideHolds(survey, edit.surroundings.before, other - 1, -1);
  const holdsAfter = (other: number): boolean => sideHolds(survey, edit.surroundings.after, other + edit.expected.length, 1);
  const sameOrder = equal.length === order.count && equal[order.index] === line && others.length === alike;
  const [before, after] = [holdsBefore(line), holdsAfter(line)];
  const told = (before && after) || ((before || after) && hasHeading(line) && sameOrder);
  return told && others.every((other) => other === line || !(holdsBefore(other) || holdsAfter(other) || hasHeading(other)));
}

/** Whether other words stand between the lines that stood around the expected ones. */
function isRetyped(survey: Survey, { expected, surroundings: { before, after } }: Edit): boolean {
  return survey.lines.some(({ text }, line) => text.trim() !== ''
    && sideHolds(survey, before, line - 1, -1) && sideHolds(survey, after, line + expected.length, 1));
}
