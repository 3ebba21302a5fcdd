import type { Line } from './line-map';

/** A block at the top level of a note: what it is, and its first and last line. */
export interface Block {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const BREAK = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const QUOTE = /^ {0,3}>/;
const HTML = /^ {0,3}<(?:!--|[a-z/][^>]*>?)/i;
const FOOTNOTE = /^\[\^[^\]\s]+\]:/;
const DELIMITER_ROW = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The blocks of a note from `start` on, in order. */
export function scanBlocks(lines: readonly Line[], start: number): Block[] {
  const blocks: Block[] = [];
  let at = start;
  while (at < lines.length) {
    const text = textAt(lines, at);
    if (text.trim() === '') {
      at += 1;
      continue;
    }
    const block = scanBlock(lines, at, text);
    blocks.push(block);
    at = block.to + 1;
  }
  return blocks;
}

/** The mark that opens a fence at the start of this text, or null. */
export function fenceOf(text: string): string | null {
  return FENCE.exec(text)?.[1] ?? null;
}

/** Whether this text closes the fence that `mark` opened. */
export function closesFence(text: string, mark: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= mark.length && trimmed === mark.charAt(0).repeat(trimmed.length);
}

function scanBlock(lines: readonly Line[], from: number, text: string): Block {
  const fence = fenceOf(text);
  if (fence !== null) return { type: 'code', from, to: seek(lines, from + 1, (line) => closesFence(line, fence)) };
  if (HEADING.test(text)) return { type: 'heading', from, to: from };
  if (BREAK.test(text)) return { type: 'thematicBreak', from, to: from };
  if (text.trim() === '%%' || /^%%(?!.*%%)/.test(text))
    return { type: 'comment', from, to: seek(lines, from + 1, (line) => line.includes('%%')) };
  if (text.startsWith('$$'))
    return {
      type: 'math',
      from,
      to: /^\$\$.*\$\$/.test(text) ? from : seek(lines, from + 1, (line) => line.includes('$$')),
    };
  if (/^(?: {4}|\t)/.test(text))
    return { type: 'code', from, to: lastWhile(lines, from, (line) => /^(?: {4}|\t)/.test(line)) };
  if (QUOTE.test(text)) {
    const type = /^ {0,3}>\s*\[![^\]]+\]/.test(text) ? 'callout' : 'blockquote';
    return { type, from, to: lastWhile(lines, from, (line) => QUOTE.test(line) || continues(line)) };
  }
  if (ITEM.test(text)) return { type: 'list', from, to: endOfList(lines, from) };
  if (HTML.test(text)) {
    const to = text.trimStart().startsWith('<!--')
      ? text.includes('-->')
        ? from
        : seek(lines, from + 1, (line) => line.includes('-->'))
      : lastWhile(lines, from, (line) => line.trim() !== '');
    return { type: 'html', from, to };
  }
  if (FOOTNOTE.test(text)) return { type: 'footnoteDefinition', from, to: lastWhile(lines, from, continues) };
  if (text.includes('|') && from + 1 < lines.length && DELIMITER_ROW.test(textAt(lines, from + 1))) {
    return { type: 'table', from, to: lastWhile(lines, from, (line) => line.trim() !== '') };
  }
  return endOfParagraph(lines, from);
}

/** A paragraph that `===` or `---` underlines is a heading. */
function endOfParagraph(lines: readonly Line[], from: number): Block {
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = textAt(lines, at);
    if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(text)) return { type: 'heading', from, to: at };
    if (!continues(text)) return { type: 'paragraph', from, to: at - 1 };
  }
  return { type: 'paragraph', from, to: lines.length - 1 };
}

/** A list goes on over blank lines where an item of its kind or an indented line follows. */
function endOfList(lines: readonly Line[], from: number): number {
  const kind = markerKind(textAt(lines, from));
  let to = from;
  let fence: string | null = null;
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = textAt(lines, at);
    const inner = text.replace(/^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/, '');
    const indented = /^(?: {2}|\t)/.test(text);
    if (fence !== null && (indented || text.trim() === '')) {
      if (closesFence(text, fence)) fence = null;
    } else if (text.trim() === '') {
      continue;
    } else if (ITEM.test(text) && !indented) {
      if (markerKind(text) !== kind || BREAK.test(text)) return to;
      fence = fenceOf(inner);
    } else if (indented) {
      fence = fenceOf(inner);
    } else if (to < at - 1 || !continues(text)) {
      return to;
    }
    to = at;
  }
  return to;
}

function markerKind(text: string): string {
  const marker = /^ {0,3}([-*+]|\d{1,9}([.)]))/.exec(text);
  return marker?.[2] ?? marker?.[1] ?? '';
}

/** Whether a line goes on with the paragraph before it. */
function continues(text: string): boolean {
  return (
    text.trim() !== '' &&
    !HEADING.test(text) &&
    !BREAK.test(text) &&
    !FENCE.test(text) &&
    !QUOTE.test(text) &&
    !ITEM.test(text) &&
    !/^ {0,3}<!--/.test(text) &&
    !text.startsWith('$$')
  );
}

function textAt(lines: readonly Line[], at: number): string {
  return lines[at]?.text ?? '';
}

/** The first line from `at` on that fits, or the last line of all: what is not closed goes on to the end. */
function seek(lines: readonly Line[], at: number, fits: (text: string) => boolean): number {
  for (let line = at; line < lines.length; line += 1) if (fits(textAt(lines, line))) return line;
  return lines.length - 1;
}

function lastWhile(lines: readonly Line[], from: number, fits: (text: string) => boolean): number {
  let to = from;
  while (to + 1 < lines.length && fits(textAt(lines, to + 1))) to += 1;
  return to;
}
