import { words } from '../../words/words';
import { hasOwn } from '../base/has-own';
import { withoutComments } from '../text/comments';

/** Why something was not written. */
export type RefusalReason = keyof typeof SENTENCES;

/** A write that did not happen. `sentence` is for the user: what did not happen, why, and what to do. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly sentence: string;
}

/** The refusal to write `line` for a reason. The sentence shows the words of the line, shortened. */
export function refuse(reason: RefusalReason, line: string): Refusal {
  return { reason, sentence: SENTENCES[reason](quote(line)) };
}

/** Whether a value names a reason. */
export function isRefusalReason(value: unknown): value is RefusalReason {
  return typeof value === 'string' && hasOwn(SENTENCES, value);
}

const SENTENCES = words.refusals.line;

/** What may stand before the words of a line: quote marks, a list marker, a bracket. */
const BEFORE_WORDS = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[.\](?=\s|$))?/u;

/**
 * The words of a line in quotation marks. Characters that turn or hide text are left out: a sentence may be shown
 * anywhere.
 */
function quote(line: string): string {
  const said = withoutComments(line.slice(0, 500))
    .replace(BEFORE_WORDS, '')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return said === '' ? words.refusals.emptyLine : words.common.quoted(said);
}
