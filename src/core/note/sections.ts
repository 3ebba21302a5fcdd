/** What the sections of a meeting note hold. */
export type SectionKind = 'summary' | 'actions' | 'decisions' | 'facts';

/** How the headings of each kind of section begin, folded. */
const BEGINNINGS: readonly (readonly [SectionKind, readonly string[]])[] = [
  ['actions', ['action', 'follow-up', 'follow up', 'followup', 'next step', 'to-do', 'to do', 'todo']],
  ['decisions', ['decision', 'key decision', 'decided']],
  ['facts', ['key information', 'key info', 'key fact', 'fact']],
  ['summary', ['summary', 'executive summary', 'meeting summary', 'overview']],
];

/** The words of a heading line, without its marks: `## **Decisions**:` is "Decisions". */
export function headingText(line: string): string {
  return line.replace(/^\s*#+\s*/, '').replace(/\s+#+\s*$/, '').replace(/[*_`]+/g, '').replace(/:\s*$/, '').trim();
}

/** The depth of a heading line, 1 to 6. */
export function headingLevel(line: string): number {
  return /^\s*(#+)/.exec(line)?.[1]!.length ?? 1;
}

/** The kind of section that a heading opens, or null. Case, hyphens of any kind, brackets, numbers and signs before the words do not count. */
export function sectionKind(heading: string): SectionKind | null {
  const folded = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[()[\]{}]/g, '')
    .replace(/^[^\p{L}]+/u, '');
  return BEGINNINGS.find(([, beginnings]) => beginnings.some((beginning) => folded.startsWith(beginning)))?.[0] ?? null;
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
  let open: readonly { readonly level: number; readonly kind: SectionKind | null }[] = [];
  let heading: string | null = null;
  return {
    enter(line) {
      heading = headingText(line);
      const level = headingLevel(line);
      const outer = open.filter((section) => section.level < level);
      const own = level === 1 && heading === title ? null : sectionKind(heading);
      open = [...outer, { level, kind: own ?? outer.at(-1)?.kind ?? null }];
    },
    kind: () => open.at(-1)?.kind ?? null,
    heading: () => heading,
  };
}
