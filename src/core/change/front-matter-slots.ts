import { readFrontMatter } from '../note/front-matter';
import type { YamlQuote } from '../note/yaml-scalar';
import type { Line } from '../text/lines';
import type { Piece } from './pieces';

/** A place in a line of front matter where one text stands, or may stand. */
export interface Slot {
  /** The number of the line in the note, from 0. */
  readonly line: number;
  /** Where in the line, quotes included, in UTF-16 units. The same for a place where nothing stands. */
  readonly from: number;
  readonly to: number;
  /** What stands there, as it is written. */
  readonly written: string;
  /** Whether it is an item of a list between brackets. */
  readonly isBetweenBrackets: boolean;
}

/**
 * Where the texts at a key stand. `missing`: no line has the key. `unsure`: they are written in a way in which no
 * change is certain to be one of them alone.
 */
export type KeyPlace = { readonly line: number; readonly slots: readonly Slot[] } | 'missing' | 'unsure';

/**
 * Finds where the texts at a key stand: one text, a list between brackets or a list of `- ` lines. What else YAML knows
 * (texts over several lines, anchors, tags, maps, lists in lists), a key that stands twice, and a line that may be
 * inside another value are unsure. Capitals do not count: to YAML, `Account` is another key, to a person it is not.
 * `inner` are the lines between the two `---` of front matter that is valid YAML.
 */
export function placeOfKey(inner: readonly Line[], key: string): KeyPlace {
  const pattern = new RegExp(`^(["']?)${key}\\1[ \\t]*:(?=[ \\t]|$)`, 'i');
  const found = inner.flatMap(({ text }, at) => (pattern.test(text) ? [at] : []));
  const [at] = found;
  if (at === undefined) return 'missing';
  const line = inner[at]!;
  // Where the lines above are valid by themselves, no quote and no bracket is open that would take this line in.
  if (found.length > 1 || !readFrontMatter(inner.slice(0, at).map(({ text }) => text)).ok) return 'unsure';
  const slots = slotsAt(inner, at, pattern.exec(line.text)![0].length);
  return slots === null ? 'unsure' : { line: line.index, slots };
}

/** What puts the words of a value into a slot, with the blank that YAML wants before it. */
export function fillSlot({ line, from, to, isBetweenBrackets }: Slot, inner: readonly Line[], words: string): Piece {
  const { text } = inner.find(({ index }) => index === line)!;
  const touches = from === to && !isBetweenBrackets && !/[ \t]/.test(text[from - 1]!);
  return { line, from, to, insert: touches ? ` ${words}` : words };
}

/** The quotes around a text as it is written. */
export function quoteOf(written: string): YamlQuote {
  return written.startsWith('"') ? '"' : written.startsWith("'") ? "'" : '';
}

/** The slots of the value that begins at a column of a line, or null where that is not sure. */
function slotsAt(inner: readonly Line[], at: number, column: number): readonly Slot[] | null {
  const line = inner[at]!;
  const next = inner.slice(at + 1).findIndex(({ text }) => !isIdle(text)) + at + 1;
  const below = next > at ? inner[next]!.text : '';
  const slot = textSlot(line, column);
  if (slot !== null && slot.from === slot.to && ITEM.test(below)) return itemSlots(inner, next);
  if (slot !== null) return /^[ \t]/.test(below) ? null : [slot];
  const start = skipBlanks(line.text, column);
  return line.text[start] === '[' ? bracketSlots(inner, at, start) : null;
}

const ITEM = /^([ \t]*)-(?=[ \t]|$)/;

/** Whether a line says nothing: it is blank, or a comment. */
function isIdle(text: string): boolean {
  return /^[ \t]*(?:#|$)/.test(text);
}

/** The texts of the `- ` lines from the line `at` on, up to the next key. */
function itemSlots(inner: readonly Line[], at: number): readonly Slot[] | null {
  const indent = ITEM.exec(inner[at]!.text)![1]!;
  const slots: Slot[] = [];
  for (const line of inner.slice(at)) {
    if (isIdle(line.text)) continue;
    const item = ITEM.exec(line.text);
    if (item === null && !/^[ \t]/.test(line.text)) break;
    const slot = item?.[1] === indent ? textSlot(line, item[0].length) : null;
    if (slot === null) return null;
    slots.push(slot);
  }
  return slots;
}

/** The texts between the bracket at a column and the one that closes it, maybe lines below. */
function bracketSlots(inner: readonly Line[], at: number, column: number): readonly Slot[] | null {
  const slots: Slot[] = [];
  let from = column + 1;
  let mayHoldItem = true;
  for (let index = at; index < inner.length; from = 0, index++) {
    const line = inner[index]!;
    for (;;) {
      const start = skipBlanks(line.text, from);
      const sign = line.text[start];
      if (sign === undefined || (sign === '#' && (start > from || start === 0))) break;
      if (sign === ']') return slots.length > 0 ? slots : emptyList(line, index === at ? column + 1 : null, start);
      if (sign === ',') {
        mayHoldItem = true;
        from = start + 1;
        continue;
      }
      const to = mayHoldItem ? endOfText(line.text, start, true) : null;
      if (to === null) return null;
      slots.push({ line: line.index, from: start, to, written: line.text.slice(start, to), isBetweenBrackets: true });
      mayHoldItem = false;
      from = to;
    }
  }
  return null;
}

/** The place for the first text of an empty list in one line. */
function emptyList(line: Line, from: number | null, to: number): readonly Slot[] | null {
  return from === null
    ? null
    : [{ line: line.index, from, to, written: line.text.slice(from, to), isBetweenBrackets: true }];
}

/** The text that stands alone, but for a comment, in a line from a column on. */
function textSlot(line: Line, column: number): Slot | null {
  const { text, index } = line;
  const start = skipBlanks(text, column);
  const slot = (from: number, to: number): Slot => ({
    line: index,
    from,
    to,
    written: text.slice(from, to),
    isBetweenBrackets: false,
  });
  if (start === text.length) return slot(start, start);
  if (text[start] === '#') return slot(column, column);
  const to = endOfText(text, start, false);
  return to !== null && endsAfter(text, to) ? slot(start, to) : null;
}

const BLANKS = /^[ \t]*/;
/** A text between quotes, or a link without them. */
const ENCLOSED = /^(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*(?:''[^']*)*'|\[\[[^[\]]*\]\])/;
const PLAIN = /^[^ \t#"'[\]{},&*!|>%@`][^ \t]*(?:[ \t]+[^ \t#][^ \t]*)*/;
const PLAIN_ITEM = /^[^ \t#"'[\]{},&*!|>%@`][^ \t,[\]{}]*(?:[ \t]+[^ \t#,[\]{}][^ \t,[\]{}]*)*/;
/** What makes a map or a list of what looks like a text: `a: b`, `- a`. */
const NO_TEXT = /^[-?:](?:[ \t]|$)|:(?:[ \t]|$)/;

/** Where the text that begins at `start` ends, or null where something else begins there. */
function endOfText(text: string, start: number, isBetweenBrackets: boolean): number | null {
  const enclosed = matchAt(ENCLOSED, text, start);
  if (enclosed !== null) return start + enclosed.length;
  const plain = matchAt(isBetweenBrackets ? PLAIN_ITEM : PLAIN, text, start);
  return plain === null || NO_TEXT.test(plain) ? null : start + plain.length;
}

function skipBlanks(text: string, from: number): number {
  return from + matchAt(BLANKS, text, from)!.length;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  return pattern.exec(text.slice(at))?.[0] ?? null;
}

/** Whether nothing but blanks and a comment stands from a column on. */
function endsAfter(text: string, column: number): boolean {
  return text.slice(column).trim() === '' || /^[ \t]+#/.test(text.slice(column));
}
