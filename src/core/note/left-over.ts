import type { Line } from '../text/lines';

/** Words that stand for a value in a template without signs: `date: YYYY-MM-DD`, `account: CLIENT NAME`. */
const STANDS_FOR =
  /^["']?((?:YYYY|JJJJ|AAAA)[-./](?:MM|DD|TT|JJ)[-./](?:MM|DD|TT|JJ)|\[?(?:ACCOUNT|CLIENT|CUSTOMER|COMPANY)[ _-]NAME\]?)["']?$/;

/** A value, a heading or a line that is nothing but this: a text that only tells of `{{date}}` was not left over. */
const LEFT_OVER =
  /^(?:\[\[)?["']?(?:account\/)?(\{\{[^{}\n]{1,80}\}\}|<%[^%\n]{1,200}%>)(?:\s{0,4}(?:\{\{[^{}\n]{1,80}\}\}|<%[^%\n]{1,200}%>)){0,9}["']?(?:\]\])?$/;
/** What stands before a value: quote and list marks, a box, `key:`, `**Label**:`. */
const BEFORE_VALUE =
  /^[\s>]{0,40}(?:[-*+#]{1,6}\s{1,8})?(?:\[.\]\s{1,8})?(?:\*{0,2}[\p{L}_][\p{L}\p{N} _-]{0,40}\*{0,2}\s?:\*{0,2}\s{0,8})?/u;

/**
 * What a line of a note holds of a template that was not filled, or null. `words`: what it says, where that is known.
 */
export function leftOverIn({ kind, text }: Pick<Line, 'kind' | 'text'>, words?: string): string | null {
  if (kind === 'front-matter' && mayStandFor(text)) {
    const standing = STANDS_FOR.exec(text.replace(BEFORE_VALUE, '').trim())?.[1];
    if (standing !== undefined) return standing;
  }
  if (kind === 'code' || kind === 'comment' || kind === 'blank' || (!text.includes('{{') && !text.includes('<%')))
    return null;
  const value = (words ?? text.replace(BEFORE_VALUE, '')).trim();
  // Of a list between brackets, each item is a value.
  const values =
    kind === 'front-matter' && /^\[(?!\[)/.test(value)
      ? value
          .slice(1)
          .replace(/\]$/, '')
          .split(',')
          .map((item) => item.trim())
      : [value];
  return values.map((one) => LEFT_OVER.exec(one)?.[1]).find((found) => found !== undefined) ?? null;
}

/** Whether a text may hold what a template left over: a cheap question that spares most notes the others. */
export function mayHoldLeftOver(text: string): boolean {
  return text.includes('{{') || text.includes('<%') || mayStandFor(text.slice(0, 1000));
}

function mayStandFor(text: string): boolean {
  return /[YJA]{4}[-./]|[ _-]NAME\b/.test(text);
}
