import { lastOf } from '../base/last-of';
import { finish, type Steps } from '../base/steps';
import { blockOpenedBy, closesFence, COMMENT_END, type Block } from './blocks';
import { beginning } from './caps';

/** What a line of a note is. `item` is a list item outside front matter, code and comments. */
export type LineKind = 'front-matter' | 'code' | 'comment' | 'heading' | 'item' | 'text' | 'blank';

/**
 * One line of a text. Offsets are UTF-16 units from 0, so `text.slice(start, start + line.text.length)` is the line.
 */
export interface Line {
  /** Its number, from 0. */
  readonly index: number;
  readonly start: number;
  /** Its text without its end (and without a byte order mark, on the first line). */
  readonly text: string;
  /** How it ends: empty for the last line of a text without a final newline. */
  readonly end: '' | '\n' | '\r\n' | '\r';
  readonly kind: LineKind;
  /** Whether it opens or closes a fenced block; its other lines, and indented code, do neither. */
  readonly fence: 'opens' | 'closes' | null;
  /** Of a heading its level, 1 to 6; else 0. */
  readonly level: number;
}

const TAB = 9;
const SPACE = 32;
const HASH = 35;
const CLOSING_BRACKET = 41;
const ASTERISK = 42;
const PLUS = 43;
const HYPHEN = 45;
const DOT = 46;
const EQUALS = 61;
const ZERO = 48;
const NINE = 57;
const GREATER = 62;
const UNDERSCORE = 95;
const BYTE_ORDER_MARK = 0xfeff;

/** A block that goes on over lines, and how many quotes and list items it stands in: it ends with them. */
interface OpenBlock extends Block {
  readonly depth: number;
}

/** What is open, and how far a line was read. Columns count from 0; a tab goes to the next multiple of four. */
interface Scan {
  /** The open quotes and list items: `QUOTE`, or by how many columns the content of an item is indented. */
  readonly containers: number[];
  /** Whether a paragraph is open, which goes on in lines that begin nothing else. */
  paragraph: boolean;
  /** Its line, while it is the only one and stands in no quote or item: an underline makes it a heading. */
  sole: Draft | null;
  /** Whether the line before opened a list item without content, which a blank line ends. */
  isEmptyItem: boolean;
  open: OpenBlock | null;
  /** How many of the containers the line stands in by its marks and indent. */
  matched: number;
  /** Whether it begins something of its own. */
  begins: boolean;
  /** The column from which it is to be read on: within a tab, maybe. */
  column: number;
  /** Where its next character stands that is no blank. */
  next: number;
  nextColumn: number;
}

const QUOTE = -1;

/**
 * Splits a text into lines and says what each is, in one pass. Blocks are those of CommonMark: quotes and list items
 * hold others, what is indented by four is code or goes on with a paragraph, and lines of HTML are text. A paragraph of
 * one line with an underline is a heading. Front matter and comments are Obsidian's: the one only when line 1 is `---`
 * and it is closed, the others (`%%` and HTML) where they open at the start of a line. Joining `text + end` of all
 * lines (after a byte order mark, if any) gives the text back.
 */
export function scanLines(text: string): readonly Line[] {
  return finish(scanLinesInSteps(text));
}

/** So many lines are one step. */
const STEP = 1024;

/** `scanLines` in steps, for texts of many thousands of lines. */
export function* scanLinesInSteps(text: string): Steps<readonly Line[]> {
  const lines = yield* splitLines(text);
  const scan: Scan = {
    containers: [],
    paragraph: false,
    sole: null,
    isEmptyItem: false,
    open: null,
    matched: 0,
    begins: false,
    column: 0,
    next: 0,
    nextColumn: 0,
  };
  for (let index = markFrontMatter(lines); index < lines.length; index++) {
    if (index % STEP === STEP - 1) yield;
    const line = lines[index]!;
    // Most lines are nothing, or words that begin at the first column.
    if (scan.open === null) {
      if (line.text === '' && !scan.isEmptyItem) {
        line.kind = 'blank';
        if (scan.containers.includes(QUOTE)) scan.containers.length = scan.containers.indexOf(QUOTE);
        scan.paragraph = false;
        continue;
      }
      if (isLetter(line.text.charCodeAt(0))) {
        if (!scan.paragraph) scan.containers.length = 0;
        scan.sole = scan.paragraph ? null : line;
        scan.isEmptyItem = false;
        scan.paragraph = true;
        continue;
      }
    }
    scanLine(scan, line);
  }
  return lines;
}

function scanLine(scan: Scan, line: Draft): void {
  const content = beginning(line.text);
  const { containers } = scan;
  scan.column = 0;
  scan.begins = false;
  skipBlanks(scan, content, 0, 0);
  const isBlank = scan.next === content.length;
  matchContainers(scan, content);
  if (scan.open !== null) {
    if (scan.matched >= scan.open.depth) {
      goOn(scan, scan.open, line);
      return;
    }
    scan.open = null;
    scan.paragraph = false;
  }
  if (scan.next < content.length) {
    openContainers(scan, line);
    return;
  }
  if (isBlank) line.kind = 'blank';
  containers.length = scan.isEmptyItem ? Math.min(scan.matched, containers.length - 1) : scan.matched;
  scan.isEmptyItem = scan.paragraph = false;
}

/** Reads the marks and the indent by which a line stands in what is open. */
function matchContainers(scan: Scan, content: string): void {
  const { containers } = scan;
  let depth = 0;
  for (; depth < containers.length; depth++) {
    const width = containers[depth]!;
    if (width === QUOTE) {
      if (indentOf(scan) > 3 || content.charCodeAt(scan.next) !== GREATER) break;
      passQuoteMark(scan, content);
    } else if (scan.next < content.length) {
      if (indentOf(scan) < width) break;
      scan.column += width;
    }
  }
  scan.matched = depth;
}

/** Says what a line within an open block is, and closes the block where the line ends it. */
function goOn(scan: Scan, { kind, fence, until }: Block, line: Draft): void {
  const content = beginning(line.text);
  line.kind = kind;
  if (fence !== null) {
    if (indentOf(scan) > 3 || !closesFence(content, scan.next, fence)) return;
    line.fence = 'closes';
  } else if (until !== null) {
    if (!until.test(content)) return;
  } else {
    if (scan.next < content.length) return;
    line.kind = 'blank';
  }
  scan.open = null;
}

/** Reads the quote marks and list markers that stand in a line after those that were open, and what they hold. */
function openContainers(scan: Scan, line: Draft): void {
  const content = beginning(line.text);
  let isItem = false;
  while (scan.next < content.length && indentOf(scan) <= 3) {
    const first = content.charCodeAt(scan.next);
    if (isLetter(first)) break;
    if (first === GREATER) {
      begin(scan);
      scan.containers.push(QUOTE);
      passQuoteMark(scan, content);
      continue;
    }
    const width = isRule(content, scan.next, first) ? 0 : markerWidth(content, scan.next, first, goesOn(scan));
    if (width === 0) break;
    begin(scan);
    isItem = true;
    passMarker(scan, content, width);
  }
  line.kind = isItem ? 'item' : 'text';
  scan.isEmptyItem = isItem && scan.next === content.length;
  if (scan.next < content.length) readContent(scan, line, isItem);
}

/** Says what a line is by what stands behind its quote marks and list markers. */
function readContent(scan: Scan, line: Draft, isItem: boolean): void {
  const content = beginning(line.text);
  const { next, containers } = scan;
  const first = content.charCodeAt(next);
  if (indentOf(scan) > 3) {
    if (scan.paragraph) {
      scan.sole = null;
      return;
    }
    begin(scan);
    line.kind = 'code';
    return;
  }
  if (!isLetter(first)) {
    const block = blockOpenedBy(content, next, scan.paragraph);
    if (block !== null) {
      begin(scan);
      if (!isItem || block.kind === 'code') line.kind = block.kind;
      if (block.kind === 'code') line.fence = 'opens';
      // Obsidian's own comments go on through all else.
      if (!block.isClosed) scan.open = { ...block, depth: block.until === COMMENT_END ? 0 : containers.length };
      return;
    }
    if (first === HASH && HEADING.test(content.slice(next, next + 8))) {
      begin(scan);
      if (HEADING_LINE.test(content)) {
        line.kind = 'heading';
        while (content.charCodeAt(next + line.level) === HASH) line.level++;
      }
      return;
    }
    const isUnderline = goesOn(scan) && UNDERLINE.test(content.slice(next));
    if (isUnderline && scan.sole !== null && (first === EQUALS || looksLikeTitle(scan.sole.text))) {
      scan.sole.kind = 'heading';
      scan.sole.level = first === EQUALS ? 1 : 2;
    }
    if (isUnderline || isRule(content, next, first)) {
      begin(scan);
      return;
    }
  }
  if (scan.paragraph) {
    scan.sole = null;
    return;
  }
  begin(scan);
  scan.sole = containers.length === 0 ? line : null;
  // What stands below the title of a call-out does not go on with it.
  scan.paragraph = !(lastOf(containers) === QUOTE && content.startsWith('[!', next));
}

/** A block begins on this line: what it does not stand in has ended, and so has the paragraph. */
function begin(scan: Scan): void {
  if (!scan.begins) scan.containers.length = scan.matched;
  scan.begins = true;
  scan.paragraph = false;
}

/** Whether the line goes on with the paragraph that is open, unless it begins what may interrupt one. */
function goesOn({ paragraph, matched, containers }: Scan): boolean {
  return paragraph && matched === containers.length;
}

/** By how many columns the rest of a line is indented. */
function indentOf({ column, nextColumn }: Scan): number {
  return nextColumn - column;
}

function skipBlanks(scan: Scan, content: string, from: number, fromColumn: number): void {
  let at = from;
  let column = fromColumn;
  for (; at < content.length; at++) {
    const unit = content.charCodeAt(at);
    if (unit === SPACE) column++;
    else if (unit === TAB) column += 4 - (column % 4);
    else break;
  }
  scan.next = at;
  scan.nextColumn = column;
}

/** Reads a `>` and one column of the white space behind it. */
function passQuoteMark(scan: Scan, content: string): void {
  const column = scan.nextColumn + 1;
  const at = scan.next + 1;
  skipBlanks(scan, content, at, column);
  scan.column = scan.next > at ? column + 1 : column;
}

/** Reads a list marker and the white space behind it, and opens its item. */
function passMarker(scan: Scan, content: string, width: number): void {
  const indent = indentOf(scan) + width;
  const column = scan.nextColumn + width;
  skipBlanks(scan, content, scan.next + width, column);
  const gap = scan.nextColumn - column;
  // Behind a marker, more white space than that is indented code.
  const isWide = gap > 4 || scan.next === content.length;
  scan.containers.push(indent + (isWide ? 1 : gap));
  scan.column = isWide ? column + 1 : scan.nextColumn;
}

/**
 * How long the list marker at an offset is; 0 where there is none. `interrupts`: a paragraph would go on here, so that
 * no number but 1 and no empty item begins a list.
 */
function markerWidth(content: string, at: number, first: number, interrupts: boolean): number {
  let end = at + 1;
  if (first >= ZERO && first <= NINE) {
    while (end < at + 9 && content.charCodeAt(end) >= ZERO && content.charCodeAt(end) <= NINE) end++;
    const sign = content.charCodeAt(end);
    if ((sign !== DOT && sign !== CLOSING_BRACKET) || (interrupts && Number(content.slice(at, end)) !== 1)) return 0;
    end++;
  } else if (first !== HYPHEN && first !== ASTERISK && first !== PLUS) return 0;
  const after = content.charCodeAt(end);
  if (end < content.length && after !== SPACE && after !== TAB) return 0;
  return interrupts && content.slice(end).trim() === '' ? 0 : end - at;
}

/** Whether `---`, `* * *` or the like stands at an offset, and nothing else behind it. */
function isRule(content: string, at: number, first: number): boolean {
  if (first !== HYPHEN && first !== ASTERISK && first !== UNDERSCORE) return false;
  let marks = 0;
  for (let index = at; index < content.length; index++) {
    const unit = content.charCodeAt(index);
    if (unit === first) marks++;
    else if (unit !== SPACE && unit !== TAB) return false;
  }
  return marks >= 3;
}

const HEADING = /^#{1,6}(?:[ \t]|$)/;
const HEADING_LINE = /^ {0,3}#/;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;

/** No title is longer. */
const LONGEST_TITLE = 120;

/** Whether a line over dashes may be meant as a heading: for many they only part, so that a sentence or a label is none. */
function looksLikeTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !/[.!?;,…。]\s*$|[:：][*_]*\s+\S|\|/.test(text);
}

type Draft = { -readonly [Key in keyof Line]: Line[Key] };

/** A text as an editor holds it: without a byte order mark, and with LF as its line ends. */
export function asEdited(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

function* splitLines(text: string): Steps<Draft[]> {
  const lines: Draft[] = [];
  let start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  let feed = text.indexOf('\n', start);
  let cr = text.indexOf('\r', start);
  for (;;) {
    let stop = text.length;
    let end: Line['end'] = '';
    if (cr !== -1 && (feed === -1 || cr < feed)) {
      stop = cr;
      end = feed === cr + 1 ? '\r\n' : '\r';
    } else if (feed !== -1) {
      stop = feed;
      end = '\n';
    }
    lines.push({ index: lines.length, start, text: text.slice(start, stop), end, kind: 'text', fence: null, level: 0 });
    if (end === '') return lines;
    if (lines.length % STEP === 0) yield;
    start = stop + end.length;
    if (feed !== -1 && feed < start) feed = text.indexOf('\n', start);
    if (cr !== -1 && cr < start) cr = text.indexOf('\r', start);
  }
}

/** Marks the front matter and gives the index of the first line after it. */
function markFrontMatter(lines: Draft[]): number {
  if (!isFence(lines[0]!.text)) return 0;
  for (let close = 1; close < lines.length; close++) {
    if (isFence(lines[close]!.text)) {
      for (let index = 0; index <= close; index++) lines[index]!.kind = 'front-matter';
      return close + 1;
    }
  }
  return 0;
}

/** `---`, with or without blanks behind it. */
function isFence(text: string): boolean {
  return text.startsWith('---') && text.trimEnd() === '---';
}

/** A letter of ASCII begins no block. */
function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}
