import { lastOf } from '../base/last-of';
import { capped, LONGEST_NAME } from '../text/caps';
import { foldSpace } from '../text/space';

/** What the sections of a meeting note hold. */
export type SectionKind = 'summary' | 'actions' | 'decisions' | 'facts';

/** How the headings of each kind of section begin, folded. */
const BEGINNINGS: readonly (readonly [SectionKind, RegExp])[] = [
  ['actions', /^(?:action|follow ?up|next step|to ?do)s?(?!\p{L})/u],
  ['decisions', /^(?:(?:key )?decisions?|decided)(?!\p{L})/u],
  ['facts', /^(?:(?:key )?facts?|key info(?:rmation)?)(?!\p{L})/u],
  ['summary', /^(?:(?:executive |meeting |call )?summary|overview)(?!\p{L})/u],
];

/** A sign that a backslash keeps, a sign between words or letters that is no mark, or a mark. */
const MARK = /\\([!-/:-@[-`{-~])|([\p{L}\p{N}]_)(?=[\p{L}\p{N}])|( [*_])(?= )|[*_`]/gu;

/**
 * The words of a heading line, without its marks: `## **Decisions**:` is "Decisions". What a backslash keeps is a sign,
 * as in Markdown: `# a\[b\]` is "a[b]".
 */
export function headingText(line: string): string {
  const text = capped(line.replace(/^\s*#+/, '').trim(), LONGEST_NAME);
  return /[#*_`:\\]/.test(text) ? withoutClosing(text).replace(MARK, '$1$2$3').replace(/:$/, '').trim() : text;
}

/** `a b ##` without the signs that close a heading; `C#` closes none. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (text[end - 1] === '#') end--;
  return end === 0 || (end < text.length && /\s/.test(text[end - 1]!)) ? text.slice(0, end).trimEnd() : text;
}

/** The depth of a heading line, 1 to 6. */
export function headingLevel(line: string): number {
  const start = line.indexOf('#');
  let end = start;
  while (line[end] === '#') end++;
  return Math.max(1, end - start);
}

/**
 * The kind of section that a heading opens, or null. Case, hyphens of any kind, brackets, numbers and signs before the
 * words do not count.
 */
export function sectionKind(heading: string): SectionKind | null {
  const plain = /^[A-Za-z ]+$/.test(heading);
  const folded = (
    plain
      ? heading
      : foldSpace(
          heading
            .normalize('NFKC')
            .replace(/[-\u2010-\u2015\u2212]/g, ' ')
            .replace(/[()[\]{}]/g, '')
            .replace(/^[^\p{L}]+/u, ''),
        )
  ).toLowerCase();
  return BEGINNINGS.find(([, beginning]) => beginning.test(folded))?.[0] ?? null;
}

/** Follows the headings of a note from top to bottom and says which section a line is in. */
export interface SectionTracker {
  /** Takes the next heading line. */
  enter(line: string): void;
  /** The kind of the section now, or null. */
  kind(): SectionKind | null;
  /** The text of the last heading, or null. */
  heading(): string | null;
}

/**
 * A section goes on through deeper headings that open none of their own, and through `---`.
 * The heading that only repeats the note's title opens none: "Decisions on the pilot" may be a title.
 */
export function trackSections(title: string): SectionTracker {
  const open: { readonly level: number; readonly kind: SectionKind | null }[] = [];
  let heading: string | null = null;
  return {
    enter(line) {
      heading = headingText(line);
      const level = headingLevel(line);
      while (open.length > 0 && lastOf(open)!.level >= level) open.pop();
      const own = level === 1 && heading === title ? null : sectionKind(heading);
      open.push({ level, kind: own ?? lastOf(open)?.kind ?? null });
    },
    kind: () => lastOf(open)?.kind ?? null,
    heading: () => heading,
  };
}
