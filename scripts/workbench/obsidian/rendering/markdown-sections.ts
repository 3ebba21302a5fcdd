import type { Token } from 'markdown-it';
import { type MarkdownParser, withoutHidden } from './markdown-parser';

/** A top-level block of a note. */
export interface MarkdownSection {
  readonly lineStart: number;
  readonly lineEnd: number;
  /** Its lines as they are written. */
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The note as its top-level blocks, with their lines. */
export function readSections(parser: MarkdownParser, text: string): readonly MarkdownSection[] {
  const lines = text.split('\n');
  const sections: MarkdownSection[] = [];
  let group: Token[] = [];
  let depth = 0;
  for (const token of parser.parse(withoutHidden(text), {})) {
    group.push(token);
    depth += token.nesting;
    if (depth > 0) continue;
    const [lineStart, end] = group[0]?.map ?? [0, 0];
    sections.push({
      lineStart,
      lineEnd: Math.max(lineStart, lastFilled(lines, end - 1, lineStart)),
      text: lines.slice(lineStart, end).join('\n'),
      tokens: group,
    });
    group = [];
  }
  return sections;
}

function lastFilled(lines: readonly string[], from: number, floor: number): number {
  let at = from;
  while (at > floor && (lines[at] ?? '').trim() === '') at -= 1;
  return at;
}

/** The class that Obsidian gives the element around a section. */
export function sectionClass(section: MarkdownSection): string {
  const first = section.tokens[0];
  if (!first) return '';
  return `el-${first.type === 'fence' || first.type === 'code_block' ? 'pre' : first.tag || 'p'}`;
}
