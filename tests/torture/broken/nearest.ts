import { succeed, fail, type Result } from '../../../src/core/base/result';
import type { Edit } from '../../../src/core/change/edit';
import type { LineRange } from '../../../src/core/change/locate';
import { refuse, type Refusal } from '../../../src/core/change/refusal';
import { equalSpans, type Survey } from '../../../src/core/change/survey';

/** A `locate` as it must not be: of the lines with the text, the one nearest to where the line stood. */
export function locate(survey: Survey, edit: Edit): Result<LineRange, Refusal> {
  const {
    expected,
    surroundings: { hint },
  } = edit;
  const [nearest] = [...equalSpans(survey, expected)].sort((a, b) => Math.abs(a - hint) - Math.abs(b - hint));
  return nearest === undefined
    ? fail(refuse('gone', expected[0]!))
    : succeed({ from: nearest, to: nearest + expected.length });
}
