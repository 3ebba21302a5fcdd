import { parseDay, type Day } from '../base/day';

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

const CONFIRMED = /\s*(?:\[confirmed::([^\][]*)\]|\(confirmed::([^()]*)\))$/i;
const SUPERSEDED =
  /\s*(?:\[superseded::\s*(?:\[\[([^\][|#^]+)(?:[#^|][^\][]*)?\]\]|([^\][]+))\s*\]|\(superseded::\s*\[\[([^\][|#^]+)(?:[#^|][^\][]*)?\]\]\s*\))$/i;
const BLOCK_ID = /\s+\^[a-zA-Z0-9-]+$/;

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
 * The marks at the end of a line, the last one first, and where its words and marks end: white space and a block id may
 * follow.
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
  let text = words.trimEnd();
  if (text.includes('^')) text = text.replace(BLOCK_ID, '');
  const end = text.length;
  const marks: MarkSpan[] = [];
  while (text.includes('::')) {
    const mark = lastMark(text);
    if (mark === null) break;
    marks.push(mark);
    text = text.slice(0, mark.from);
  }
  return { marks, end };
}

function lastMark(text: string): MarkSpan | null {
  const day = CONFIRMED.exec(text);
  const confirmed = day === null ? null : parseDay((day[1] ?? day[2]!).trim());
  const by = day === null ? SUPERSEDED.exec(text) : null;
  const superseded = (by?.[1] ?? by?.[2] ?? by?.[3])?.trim() ?? null;
  const match = day ?? by;
  const value = confirmed ?? superseded;
  if (match === null || value === null) return null;
  return {
    kind: confirmed === null ? 'superseded' : 'confirmed',
    value,
    from: match.index,
    start: match.index + match[0].search(/\S/),
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
    text: words.slice(0, marks.at(-1)?.from ?? end),
    confirmed: valueOf('confirmed') as Day | null,
    superseded: valueOf('superseded'),
  };
}
