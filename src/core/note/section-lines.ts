import type { Damage } from '../text/encoding';
import { repaired } from '../text/encoding';
import { beginning } from '../text/caps';
import type { Line } from '../text/lines';
import { trimmedEnd } from '../text/space';
import { headingText, sectionKind, trackSections, type OwnWords, type SectionKind } from './sections';

/** A line that is no heading and yet stands over others: `**Decisions:**`, `Decisions:`. */
interface LineOver {
  readonly heading: string;
  /** Below that of any heading: 7 for a bold line, 8 for a label. */
  readonly level: number;
}

/** No line over others is longer. */
const LONGEST = 100;
const QUOTED = /^\s{0,3}>/;
const QUOTE_MARKS = /^(?:\s{0,3}>\s?)+/;
const CALL_OUT = /^\[!([^\]\s|]{1,40})[^\]]{0,80}\][+-]?\s*(.*)$/;
const BOLD = /^[^\p{L}\p{N}*_[(]{0,8}\*\*([^*]{1,90})\*\*\s*[:：]{0,2}$/u;
const LABEL = /^([^:：]{1,60})[:：]{1,2}$/;
/** A label with its value in the same line: `**Decision**: start in aisle 3`. */
const VALUED = /^\*\*(\p{L}[\p{L}\p{M} ]{1,30})(?:\*\*)?[:：](?:\*\*)?\s+(?=\S)/u;

/** The line over others that some words are, or null. White space around them does not count. */
function lineOver(words: string): LineOver | null {
  const text = words.trim();
  if (text.length > LONGEST || text === '') return null;
  const bold = BOLD.exec(text)?.[1];
  if (bold !== undefined) return { heading: headingText(bold), level: 7 };
  const label = LABEL.exec(text)?.[1];
  return label === undefined ? null : { heading: headingText(label), level: 8 };
}

/** Whether a line of text may stand over others: a cheap question that spares most lines the rest. */
function mayBeOver(words: string): boolean {
  const last = words[trimmedEnd(words, 0, words.length) - 1];
  return last === ':' || last === '：' || last === '*' || last === '_';
}

/** The heading within a quote that a line is, `> ## Decisions`, or the title of a call-out; null where it is none. */
function quotedHeading(rest: string): string | null {
  if (/^#{1,6}\s/.test(rest)) return headingText(rest);
  const callOut = CALL_OUT.exec(rest);
  if (callOut !== null) return callOut[2]!.trim() === '' ? callOut[1]! : headingText(callOut[2]!);
  return mayBeOver(rest) ? (lineOver(rest)?.heading ?? null) : null;
}

/** What follows the lines of a note and knows in which section they stand. */
export interface SectionLines {
  /** Takes the next line, however it stands; whether it only opens or closes a section. */
  takes(line: Line, words: string): boolean;
  kind(): SectionKind | null;
  heading(): string | null;
}

/**
 * Which section each line is in: below headings, bold lines and labels (`Decisions:`), call-outs and headings in quotes
 * up to the end of the quote, and below list items that hold nothing but such a word, up to their last child.
 */
export function followSections(title: string, own: OwnWords, damage: Damage | null): SectionLines {
  const sections = trackSections(title, own);
  let quoted: SectionKind | null = null;
  let item: { readonly indent: number; readonly kind: SectionKind } | null = null;
  const takesItem = (line: Line, words: string): boolean => {
    if (item === null && !mayBeOver(words) && !words.includes('# ')) return false;
    const [before, content] = itemParts(words);
    const indent = indentWidth(before);
    if (item !== null && indent <= item.indent) item = null;
    if (content.length > LONGEST || /^\[.\](?:\s|$)/u.test(content)) return false;
    const heading = /^#{1,6}\s/.test(content)
      ? headingText(content)
      : mayBeOver(content)
        ? (lineOver(content)?.heading ?? '')
        : '';
    const kind = heading === '' ? null : sectionKind(heading, own);
    if (kind === null) return false;
    item = { indent, kind };
    return line.kind === 'item';
  };
  return {
    takes(line, words) {
      if (line.kind === 'heading') {
        quoted = item = null;
        sections.enter(repaired(beginning(line.text), damage), line.level);
        return true;
      }
      if (line.kind !== 'text' && line.kind !== 'item') return false;
      // A task at the first column opens nothing.
      if (item === null && words[2] === '[' && words[4] === ']' && words[0] === '-') {
        quoted = null;
        return false;
      }
      const isQuoted = words.charCodeAt(0) <= GREATER && QUOTED.test(words);
      if (!isQuoted) quoted = null;
      if (line.kind === 'item') return takesItem(line, words);
      if (isQuoted) {
        const rest = words.replace(QUOTE_MARKS, '');
        const heading = quotedHeading(rest);
        if (heading === null) return false;
        const isOpen = quoted !== null;
        quoted = sectionKind(heading, own);
        return isOpen || quoted !== null || rest.startsWith('#');
      }
      if (/^\S/.test(words)) item = null;
      const over = mayBeOver(words) && !/^\s/.test(words) ? lineOver(words) : null;
      if (over === null) return false;
      const kind = sectionKind(over.heading, own);
      // A bold line within a section of a heading parts it, and ends none.
      if (kind === null && !sections.isBelow()) return false;
      sections.enterBelow(over.heading, over.level);
      return true;
    },
    kind: () => item?.kind ?? quoted ?? sections.kind(),
    heading: () => sections.heading(),
  };
}

const ITEM_START = /^([ \t]*(?:>[ \t]*)*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;

const SPACE = 32;
const ASTERISK = 42;
const HYPHEN = 45;
const GREATER = 62;

/** What stands before the marker of a list item, and behind it. */
export function itemParts(words: string): readonly [before: string, content: string] {
  // Most items begin at the first column.
  const marker = words.charCodeAt(0);
  if ((marker === HYPHEN || marker === ASTERISK) && words[1] === ' ' && words.charCodeAt(2) > SPACE)
    return ['', words.slice(2)];
  const [start, before] = ITEM_START.exec(words) ?? ['', ''];
  return [before, words.slice(start.length)];
}

function indentWidth(before: string): number {
  let width = 0;
  for (const character of before) width += character === '\t' ? 4 : 1;
  return width;
}

/**
 * The kind of decision or fact that a line says by a label in bold, and where its words begin: `**Decision**: start in
 * aisle 3`.
 */
export function labelled(
  content: string,
  own: OwnWords,
): { readonly kind: 'decisions' | 'facts'; readonly from: number } | null {
  const match = VALUED.exec(content);
  const kind = match === null ? null : sectionKind(match[1]!.trim(), own);
  return kind === 'decisions' || kind === 'facts' ? { kind, from: match![0].length } : null;
}
