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
const SUPERSEDED = /\s*(?:\[superseded::\s*(?:\[\[([^\][|#^]+)(?:[#^|][^\][]*)?\]\]|([^\][]+))\s*\]|\(superseded::\s*\[\[([^\][|#^]+)(?:[#^|][^\][]*)?\]\]\s*\))$/i;
const BLOCK_ID = /\s+\^[a-zA-Z0-9-]+$/;

/** Reads a line of a decision or fact: its words, without a block id and what is said of it at its end. A mark that says nothing that can be read stays among the words. */
export function readMarks(words: string): MarkedWords {
  let text = words.trimEnd();
  let confirmed: Day | null = null;
  let superseded: string | null = null;
  if (text.includes('^')) text = text.replace(BLOCK_ID, '');
  while (text.includes('::')) {
    const day = CONFIRMED.exec(text);
    const confirmedOn = day === null ? null : parseDay((day[1] ?? day[2]!).trim());
    const by = day === null ? SUPERSEDED.exec(text) : null;
    const mark = confirmedOn !== null ? day : by;
    if (mark === null) break;
    confirmed ??= confirmedOn;
    superseded ??= (by?.[1] ?? by?.[2] ?? by?.[3])?.trim() ?? null;
    text = text.slice(0, mark.index);
  }
  return { text, confirmed, superseded };
}
