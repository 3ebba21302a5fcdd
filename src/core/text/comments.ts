import { findSpans } from './spans';

/** A text without the comments within its line, `%%…%%` and `<!-- … -->`: nobody reads them in a note either. */
export function withoutComments(text: string): string {
  if (!text.includes('%%') && !text.includes('<!--')) return text;
  let rest = '';
  let from = 0;
  for (const { kind, start, end } of findSpans(text)) {
    if (kind !== 'comment') continue;
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from);
}
