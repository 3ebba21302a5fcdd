import { parseDay, type Day } from '../base/day';
import { lastOf } from '../base/last-of';
import { isBlankAt, trimmedEnd } from '../text/space';
import { findSpans } from '../text/spans';

/** What a person said of a decision, at the end of its line. */
export interface StatementMarks {
  /** The day it was confirmed: `[confirmed:: 2026-03-06]`. */
  readonly confirmed: Day | null;
  /** The note of what it was superseded by, as a link path: `[superseded:: [[Pilot results]]]`. */
  readonly superseded: string | null;
}

/** A line without what is said of it. */
export interface MarkedWords extends StatementMarks {
  readonly text: string;
}

// From the bracket that opens a mark to the end of the text.
const CONFIRMED = /^(?:\[confirmed::([^\][]*)\]|\(confirmed::([^()]*)\))$/i;
const SUPERSEDED =
  /^(?:\[superseded::(?:\s*\[\[([^\][|#^]+)(?:[#^|][^\][]*)?\]\]\s*|([^\][]+))\]|\(superseded::\s*\[\[([^\][|#^]+)(?:[#^|][^\][]*)?\]\]\s*\))$/i;
const BLOCK_ID = /^\^[a-zA-Z0-9-]+$/;

export type MarkKind = keyof StatementMarks;

/** A mark as it stands in a line. Offsets are UTF-16 units. */
export interface MarkSpan {
  readonly kind: MarkKind;
  /** The day, or the link path. */
  readonly value: string;
  /** Where the white space before it begins, or it itself where there is none. */
  readonly from: number;
  /** Where its bracket opens. */
  readonly start: number;
  readonly to: number;
}

/**
 * The marks at the end of a line, the last one first, and where its words and marks end: white space, comments and a
 * block id may follow.
 */
export interface MarkedEnd {
  readonly marks: readonly MarkSpan[];
  readonly end: number;
}

/**
 * Finds what is said of a decision or fact at the end of its line. A mark that says nothing that can be read is one of
 * the words.
 */
export function scanMarks(words: string): MarkedEnd {
  let text = withoutEnd(words.trimEnd());
  const end = text.length;
  const marks: MarkSpan[] = [];
  for (let mark = lastMark(text); mark !== null; mark = lastMark(text)) {
    marks.push(mark);
    text = text.slice(0, mark.from);
  }
  return { marks, end };
}

/** A text without the block id that ends it, and without comments on either side of that, such as the ids of tools. */
function withoutEnd(ended: string): string {
  const text = withoutLastComments(ended);
  const at = text.lastIndexOf('^');
  return at > 0 && isBlankAt(text, at - 1) && BLOCK_ID.test(text.slice(at))
    ? withoutLastComments(text.slice(0, trimmedEnd(text, 0, at)))
    : text;
}

function withoutLastComments(text: string): string {
  if (!text.endsWith('%%') && !text.endsWith('-->')) return text;
  let end = text.length;
  for (const { kind, start, end: stop } of [...findSpans(text)].reverse()) {
    if (kind !== 'comment' || stop !== end) break;
    end = trimmedEnd(text, 0, start);
  }
  return text.slice(0, end);
}

/** Where the bracket opens that the text closes at its end, a link in it passed over; -1 where it closes none. */
function lastOpening(text: string): number {
  const open = text.endsWith(']') ? '[' : text.endsWith(')') ? '(' : null;
  if (open === null) return -1;
  const link = text.endsWith(']]', trimmedEnd(text, 0, text.length - 1)) ? text.lastIndexOf('[[') : -1;
  return link === -1 ? text.lastIndexOf(open) : link === 0 ? -1 : text.lastIndexOf(open, link - 1);
}

function lastMark(text: string): MarkSpan | null {
  const start = lastOpening(text);
  if (start === -1) return null;
  const mark = text.slice(start);
  const day = CONFIRMED.exec(mark);
  const confirmed = day === null ? null : parseDay((day[1] ?? day[2]!).trim());
  const by = day === null ? SUPERSEDED.exec(mark) : null;
  const superseded = (by?.[1] ?? by?.[2] ?? by?.[3])?.trim() ?? null;
  const value = confirmed ?? superseded;
  if (value === null) return null;
  return {
    kind: confirmed === null ? 'superseded' : 'confirmed',
    value,
    from: trimmedEnd(text, 0, start),
    start,
    to: text.length,
  };
}

/**
 * Reads a line of a decision or fact: its words, without a block id and what is said of it at its end. Of two marks of
 * a kind the last one counts.
 */
export function readMarks(words: string): MarkedWords {
  const { marks, end } = scanMarks(words);
  const valueOf = (kind: MarkKind): string | null => marks.find((mark) => mark.kind === kind)?.value ?? null;
  return {
    text: words.slice(0, lastOf(marks)?.from ?? end),
    confirmed: valueOf('confirmed') as Day | null,
    superseded: valueOf('superseded'),
  };
}
