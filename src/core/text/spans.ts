import { lastOf } from '../base/last-of';

/** What a span of a line is: text that is not read for signs of its own. */
export type SpanKind = 'code' | 'maths' | 'comment' | 'html' | 'note-link' | 'link' | 'address' | 'escape';

/** A part of a line that stands for itself, in UTF-16 units. */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
}

const NONE: readonly Span[] = [];
/** Without one of these, a line holds no span. */
const OPENING = /[`$<\\%\]:]/;
const SIGN = /[`$<\\%[\]:]/g;
const TAG = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,64}@[^\s<>]*|\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?)>/iy;
const TARGET = /\((?:<[^<>]*>|(?:[^\s()<]|\([^\s()]*\))(?:[^\s()]|\([^\s()]*\))*)?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y;
/** An address goes on up to white space, a sign that never is in one, or a sign of a field. */
const ADDRESS = /:\/\/[^\s<>"`\u231b-\u2bff\u{1f000}-\u{1faff}]*/uy;
const SCHEME = /[a-z][a-z0-9+.-]{0,31}$/i;
const ESCAPED = /[!-/:-@[-`{-~]/;

/**
 * Finds the spans of a line, in order and none in another: inline code, maths, comments (`%%…%%` and `<!-- … -->`),
 * tags of HTML, links between double brackets, links of Markdown, addresses, and signs that a backslash keeps. What
 * opens and is not closed on the line is none. Takes time in proportion to the line.
 */
export function findSpans(text: string): readonly Span[] {
  if (!OPENING.test(text)) return NONE;
  const spans: Span[] = [];
  /** Where brackets opened that may be the text of a link. */
  const brackets: number[] = [];
  const ends = closings(text);
  const add = (span: Span | null): void => {
    if (span === null) return;
    spans.push(span);
    SIGN.lastIndex = span.end;
  };
  SIGN.lastIndex = 0;
  for (let match = SIGN.exec(text); match !== null; match = SIGN.exec(text)) {
    const start = match.index;
    switch (match[0]) {
      case '`': {
        let open = start + 1;
        while (text[open] === '`') open++;
        const end = ends.code(start, open);
        if (end === -1) SIGN.lastIndex = open;
        else add({ kind: 'code', start, end });
        break;
      }
      case '$': {
        const end = ends.maths(start);
        if (end !== -1) add({ kind: 'maths', start, end });
        else if (text[start + 1] === '$') SIGN.lastIndex = start + 2;
        break;
      }
      case '%': {
        const end = text[start + 1] === '%' ? ends.after('%%', start + 2) : -1;
        if (end !== -1) add({ kind: 'comment', start, end });
        break;
      }
      case '<':
        add(angledAt(text, start, ends));
        break;
      case '\\':
        if (ESCAPED.test(text[start + 1] ?? '')) add({ kind: 'escape', start, end: start + 2 });
        break;
      case '[': {
        const end = text[start + 1] === '[' ? ends.noteLink(start) : -1;
        if (end === -1) brackets.push(start);
        else add({ kind: 'note-link', start, end });
        break;
      }
      case ']': {
        const open = brackets.pop();
        const end = open === undefined || text[start + 1] !== '(' ? -1 : matchEnd(TARGET, text, start + 1);
        if (open === undefined || end === -1) break;
        while (spans.length > 0 && lastOf(spans)!.start > open) spans.pop();
        // No link stands in another, but an image may.
        if (text[open - 1] !== '!') brackets.length = 0;
        add({ kind: 'link', start: open, end });
        break;
      }
      default:
        add(addressAt(text, start));
    }
  }
  return spans;
}

/** What `<` opens: a comment, a tag or an address; null where it is none of these. */
function angledAt(text: string, start: number, ends: Closings): Span | null {
  const end = text.startsWith('<!--', start) ? ends.after('-->', start + 4) : -1;
  if (end !== -1) return { kind: 'comment', start, end };
  const tag = matchEnd(TAG, text, start);
  if (tag === -1) return null;
  return { kind: /[:@]/.test(text.slice(start, tag).split(/\s/, 1)[0]!) ? 'address' : 'html', start, end: tag };
}

/** The address whose scheme ends before the `:` at `colon`, or null. */
function addressAt(text: string, colon: number): Span | null {
  let end = matchEnd(ADDRESS, text, colon);
  if (end === -1) return null;
  // What ends a sentence ends no address.
  while (/[.,;:!?)\]}'’]/.test(text[end - 1]!) && end > colon + 3) end--;
  const scheme = SCHEME.exec(text.slice(Math.max(0, colon - 32), colon))?.[0] ?? '';
  return { kind: 'address', start: colon - scheme.length, end };
}

interface Closings {
  readonly code: (start: number, open: number) => number;
  readonly maths: (start: number) => number;
  readonly after: (sign: string, from: number) => number;
  readonly noteLink: (start: number) => number;
}

/** Finds where what opened at an offset ends, or -1. What was not found once is not looked for again. */
function closings(text: string): Closings {
  const missing = new Set<string | number>();
  const found = new Map<string, number>();
  const next = (sign: string, from: number): number => {
    const known = found.get(sign);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const at = text.indexOf(sign, from);
    found.set(sign, at);
    return at;
  };
  return {
    code(start, open) {
      const length = open - start;
      if (missing.has(length)) return -1;
      for (let at = text.indexOf('`', open); at !== -1;) {
        let end = at + 1;
        while (text[end] === '`') end++;
        if (end - at === length) return end;
        at = text.indexOf('`', end);
      }
      missing.add(length);
      return -1;
    },
    maths(start) {
      if (text[start + 1] === '$') {
        const end = next('$$', start + 2);
        return end === -1 || end === start + 2 ? -1 : end + 2;
      }
      // As in Obsidian: `$5 and $6` is no formula.
      if (isBlank(text[start + 1]) || missing.has('$')) return -1;
      for (let at = text.indexOf('$', start + 1); at !== -1; at = text.indexOf('$', at + 1)) {
        if (!isBlank(text[at - 1]) && !/[\\$]/.test(text[at - 1]!) && !/[0-9$]/.test(text[at + 1] ?? '')) return at + 1;
      }
      missing.add('$');
      return -1;
    },
    after(sign, from) {
      const at = next(sign, from);
      return at === -1 ? -1 : at + sign.length;
    },
    noteLink(start) {
      const end = next(']]', start + 2);
      if (end === -1 || end === start + 2) return -1;
      const inner = text.indexOf('[[', start + 2);
      return inner !== -1 && inner < end ? -1 : end + 2;
    },
  };
}

function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : -1;
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || character.trim() === '';
}
