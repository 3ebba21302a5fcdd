import { finish, type Steps } from '../base/steps';
import { LONGEST_LINE } from './caps';

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
}

/** Quote marks, indent and list markers: what may stand before the content of a line. */
const CONTAINER = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/;
const ITEM = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const FENCE_OPEN = /^(`{3,}(?=[^`]*$)|~{3,})/;

interface Fence {
  readonly mark: string;
  readonly quoted: boolean;
  /**
   * A fence inside a list item ends with the item: at the first line that starts before this column. 0 outside of
   * lists.
   */
  readonly indent: number;
  /** The column of its first mark. */
  readonly column: number;
}

/**
 * Splits a text into lines and says what each is, in one pass. Masks follow Obsidian: front matter only when line 1 is
 * exactly `---` and it is closed; fences and indented code; `%%` and HTML comments that open at the start of a line.
 * Joining `text + end` of all lines (after a byte order mark, if any) gives the text back.
 */
export function scanLines(text: string): readonly Line[] {
  return finish(scanLinesInSteps(text));
}

/** So many lines are one step. */
const STEP = 1024;

/** `scanLines` in steps, for texts of many thousands of lines. */
export function* scanLinesInSteps(text: string): Steps<readonly Line[]> {
  const lines = yield* splitLines(text);
  const bodyStart = markFrontMatter(lines);
  const holdsFences = text.includes('```') || text.includes('~~~');
  let fence: Fence | null = null;
  let comment: '%%' | '-->' | null = null;
  /** The column where the content of the last list item starts; 0 when no list is open. */
  let itemContent = 0;
  let afterBlank = true;

  for (let index = bodyStart; index < lines.length; index++) {
    if (index % STEP === STEP - 1) yield;
    const line = lines[index]!;
    const content = line.text.length > LONGEST_LINE ? line.text.slice(0, LONGEST_LINE) : line.text;
    if (fence !== null) {
      if (endsFence(fence, content)) {
        line.kind = 'code';
        line.fence = 'closes';
        fence = null;
        afterBlank = true;
        continue;
      }
      if (!leavesFence(fence, content)) {
        line.kind = 'code';
        continue;
      }
      fence = null;
    }
    if (comment !== null) {
      line.kind = 'comment';
      if (content.includes(comment)) comment = null;
      continue;
    }
    const indent = indentOf(content);
    if (indent === content.length) {
      line.kind = 'blank';
      afterBlank = true;
      continue;
    }
    const first = content.charCodeAt(indent);
    if (first === PERCENT || first === LESS) {
      const opened = commentOpenedBy(content, indent);
      if (opened !== null) {
        line.kind = 'comment';
        comment = opened.closed ? null : opened.until;
        continue;
      }
    }
    if (afterBlank && indent > 0 && columnsOf(content, indent) >= itemContent + 4) {
      line.kind = 'code';
      continue;
    }
    afterBlank = false;
    if (holdsFences) fence = fenceOpenedBy(content, itemContent);
    if (fence !== null) {
      line.kind = 'code';
      line.fence = 'opens';
      if (fence.indent === 0) itemContent = 0;
    } else if (first === HASH && HEADING.test(content)) {
      line.kind = 'heading';
      itemContent = 0;
      afterBlank = true;
    } else if (opensItem(first) && ITEM.test(content)) {
      line.kind = 'item';
      itemContent = first === QUOTE && indent === 0 ? 0 : containerColumns(content);
    } else {
      line.kind = 'text';
      if (indent === 0) itemContent = 0;
    }
  }
  return lines;
}

const PERCENT = 37;
const LESS = 60;
const HASH = 35;
const QUOTE = 62;
const BYTE_ORDER_MARK = 0xfeff;

/** Whether a line whose first sign is this may be a list item: a look that spares most lines the regular expression. */
function opensItem(first: number): boolean {
  return first === 45 || first === 42 || first === 43 || first === QUOTE || (first >= 48 && first <= 57);
}

type Draft = { -readonly [Key in keyof Line]: Line[Key] };

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
    lines.push({ index: lines.length, start, text: text.slice(start, stop), end, kind: 'text', fence: null });
    if (end === '') return lines;
    if (lines.length % STEP === 0) yield;
    start = stop + end.length;
    if (feed !== -1 && feed < start) feed = text.indexOf('\n', start);
    if (cr !== -1 && cr < start) cr = text.indexOf('\r', start);
  }
}

/** Marks the front matter and gives the index of the first line after it. */
function markFrontMatter(lines: Draft[]): number {
  if (lines[0]!.text !== '---') return 0;
  for (let close = 1; close < lines.length; close++) {
    if (lines[close]!.text.startsWith('---') && lines[close]!.text.trimEnd() === '---') {
      for (let index = 0; index <= close; index++) lines[index]!.kind = 'front-matter';
      return close + 1;
    }
  }
  return 0;
}

function indentOf(content: string): number {
  let indent = 0;
  while (indent < content.length && (content[indent] === ' ' || content[indent] === '\t')) indent++;
  return indent;
}

/** The width of the first `length` characters in columns; a tab goes to the next multiple of four. */
function columnsOf(content: string, length: number): number {
  let columns = 0;
  for (let at = 0; at < length; at++) columns += content[at] === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

function commentOpenedBy(
  content: string,
  at: number,
): { readonly until: '%%' | '-->'; readonly closed: boolean } | null {
  if (content.startsWith('%%', at)) return { until: '%%', closed: content.includes('%%', at + 2) };
  if (content.startsWith('<!--', at)) return { until: '-->', closed: content.includes('-->', at + 2) };
  return null;
}

function fenceOpenedBy(content: string, itemContent: number): Fence | null {
  const container = CONTAINER.exec(content)![0];
  const mark = FENCE_OPEN.exec(content.slice(container.length))?.[1];
  if (mark === undefined) return null;
  const column = columnsOf(content, container.length);
  const item = ITEM.test(content) ? column : itemContent;
  return { mark, quoted: container.includes('>'), indent: column >= item ? item : 0, column };
}

function containerColumns(content: string): number {
  return Math.max(1, columnsOf(content, CONTAINER.exec(content)![0].length));
}

function endsFence(fence: Fence, content: string): boolean {
  const bare = content.replace(/^[ \t]*(?:>[ \t]?)*[ \t]*/, '').trimEnd();
  return (
    bare.length >= fence.mark.length &&
    bare === fence.mark[0]!.repeat(bare.length) &&
    fence.quoted === /^[ \t]*>/.test(content) &&
    (fence.quoted || columnsOf(content, indentOf(content)) <= fence.column + 3)
  );
}

/** Whether a line stands outside of the quote or the list item that the open fence belongs to. */
function leavesFence(fence: Fence, content: string): boolean {
  if (fence.quoted) return !/^[ \t]*>/.test(content);
  return fence.indent > 0 && content.trim() !== '' && columnsOf(content, indentOf(content)) < fence.indent;
}
