import { succeed, fail, type Result } from '../../../src/core/base/result';
import type { Edit } from '../../../src/core/change/edit';
import type { LineRange } from '../../../src/core/change/locate';
import { refuse, type Refusal } from '../../../src/core/change/refusal';
import type { Survey } from '../../../src/core/change/survey';

/** A `locate` as it must not be: the line that has the number now. */
export function locate({ lines }: Survey, { expected, surroundings: { hint } }: Edit): Result<LineRange, Refusal> {
  return hint + expected.length > lines.length
    ? fail(refuse('gone', expected[0]!))
    : succeed({ from: hint, to: hint + expected.length });
}
