import { lastOf } from '../base/last-of';
import { once, remembered } from '../base/remembered';
import { capped, LONGEST_NAME } from '../text/caps';
import { withoutComments } from '../text/comments';
import { between, foldSpace } from '../text/space';
import { foldText } from '../text/words';
import {
  FOLLOWERS,
  OTHER_PARTS,
  QUALIFIERS,
  SECTION_WORDS,
  UNSPACED_QUALIFIERS,
  type SectionKind,
} from './section-words';

export type { SectionKind } from './section-words';

/** The kinds of sections by words of the user's own, folded as `foldHeading` does. */
export type OwnWords = ReadonlyMap<string, SectionKind>;

export const NO_WORDS: OwnWords = new Map();

/** How English headings begin, whatever follows: `Decisions on the pilot`. */
const BEGINNINGS: readonly (readonly [SectionKind, RegExp])[] = [
  ['actions', /^(?:action|follow ?up|next step|to ?do)s?(?!\p{L})/u],
  [
    'decisions',
    /^(?:key )?(?:decisions|decided)(?!\p{L})(?! (?:needed|required|pending|open|outstanding|to|we need|tree|makers?|making)(?!\p{L}))/u,
  ],
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
  const text = capped(
    withoutComments(line)
      .replace(/^\s*#+/, '')
      .trim(),
    LONGEST_NAME,
  );
  return /[#*_`:\\]/.test(text) ? withoutClosing(text).replace(MARK, '$1$2$3').replace(/:$/, '').trim() : text;
}

/** `a b ##` without the signs that close a heading; `C#` closes none. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (text[end - 1] === '#') end--;
  return end === 0 || (end < text.length && /\s/.test(text[end - 1]!)) ? text.slice(0, end).trimEnd() : text;
}

/** The depth of a line of `#`, 1 to 6. */
export function headingLevel(line: string): number {
  const start = line.indexOf('#');
  let end = start;
  while (line[end] === '#') end++;
  return Math.max(1, end - start);
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(foldText));
const wordsBefore = once(() => wordsIn(QUALIFIERS));
const wordsAfter = once(() => wordsIn(FOLLOWERS));
/** The kinds of sections by the words over them, folded. */
const kinds = once(() => {
  const lists = Object.entries(SECTION_WORDS) as [SectionKind, readonly string[]][];
  return new Map<string, SectionKind>(
    lists.flatMap(([kind, list]) =>
      list.flatMap((words) => words.split(', ').map((word) => [foldHeading(word), kind] as const)),
    ),
  );
});
/** The words that one of them begins with. */
const firstWords = once(() => new Set([...kinds().keys()].map((words) => words.split(' ', 1)[0]!)));
const otherParts = once((): ReadonlySet<string> => new Set(OTHER_PARTS.split(', ').map(foldHeading)));

/** The words of a heading, folded so that spellings meet: case, accents, hyphens and signs around them do not count. */
export function foldHeading(heading: string): string {
  const folded = foldSpace(
    between(foldText(heading).replace(/[-'\u2010-\u2015\u2212]/g, ' '), /\p{L}/u, /[\p{L}\p{N}]/u),
  );
  return UNSPACED.test(folded.normalize('NFC')) ? folded.replaceAll(' ', '') : folded;
}

/** The user's words over sections, as `sectionKind` takes them. */
export function ownWords(words: Readonly<Record<SectionKind, readonly string[]>>): OwnWords {
  const lists = Object.entries(words) as [SectionKind, readonly string[]][];
  return new Map(lists.flatMap(([kind, list]) => list.map((word) => [foldHeading(word), kind] as const)));
}

const JOINED = /\s{0,8}[&+/|·•;,、・＆，]\s{0,8}|\s[-\u2010-\u2015]{1,8}\s|\s(?:and|und|et|y|e|en|och|og|i|и)\s/giu;
/** What tools and people put beside the words: tags, ids, anchors, numbers of chapters, emoji by their names. */
const BESIDE = /\s[#^][^\s]{1,80}|\{[^{}]{0,80}\}|^\s*(?:[ivx]{1,5}|[a-z])[.)]\s|:[a-z0-9_+-]{2,40}:/giu;
/** A remark in brackets behind the words. */
const REMARK = /([\p{L}\p{N}.*_])\s{0,3}[(（][^()（）]{0,120}[)）]/gu;

/**
 * The kind of section that a heading opens, or null. Case, accents, hyphens of any kind, brackets, numbers and signs
 * before the words do not count; of words that are joined (`Discussion & decisions`), the first that tell a kind do.
 * `own`: the user's words, which go before ours.
 */
export function sectionKind(heading: string, own: OwnWords = NO_WORDS): SectionKind | null {
  if (heading === '') return null;
  if (own.size > 0) {
    const kind = own.get(foldHeading(heading));
    if (kind !== undefined) return kind;
  }
  return kindOfHeading(heading);
}

/** The same headings stand in all notes of a vault. */
const kindOfHeading = remembered((heading: string): SectionKind | null => {
  if (/^[A-Za-z ]+$/.test(heading)) return kindOfPart(heading.toLowerCase());
  const bare = heading.normalize('NFKC').replace(BESIDE, ' ').replace(REMARK, '$1');
  const end = bare.indexOf(':');
  const [first = '', ...others] = (end === -1 ? bare : bare.slice(0, end)).replace(/[()[\]]/g, '').split(JOINED, 4);
  return others.reduce((kind, part) => kind ?? wholeKind(foldHeading(part)), kindOfPart(foldHeading(first)));
});

/** The kind by a folded text: wholly, or by how it begins. */
function kindOfPart(folded: string): SectionKind | null {
  return wholeKind(folded) ?? BEGINNINGS.find(([, beginning]) => beginning.test(folded))?.[0] ?? null;
}

/** The kind by a folded text, but for words around it that tell nothing. */
function wholeKind(folded: string): SectionKind | null {
  const exact = kinds().get(folded);
  if (exact !== undefined) return exact;
  const words = folded.split(/ +/, 9);
  if (words.length < 9 && words.some((word) => firstWords().has(word))) {
    for (let from = 0; from < words.length; from++) {
      for (let to = words.length; to > from; to--) {
        const kind = kinds().get(words.slice(from, to).join(' '));
        if (kind !== undefined) return kind;
        if (!wordsAfter().has(words[to - 1]!)) break;
      }
      if (!wordsBefore().has(words[from]!)) break;
    }
  }
  return kinds().get(folded.replace(UNSPACED_NFKD, '')) ?? null;
}

const UNSPACED_NFKD = new RegExp(foldText(UNSPACED_QUALIFIERS.source), 'u');

const isOtherPart = remembered((heading) => otherParts().has(foldHeading(heading)));

/** Follows the headings of a note from top to bottom and says which section a line is in. */
export interface SectionTracker {
  /** Takes the next heading line: of `#`, or underlined, whose level is told. */
  enter(line: string, level?: number): void;
  /** Takes a line that stands over others without being a heading: bold (7), or a label (8). */
  enterBelow(heading: string, level: number): void;
  /** The kind of the section now, or null. */
  kind(): SectionKind | null;
  /** Whether the section now was opened by a line that is no heading. */
  isBelow(): boolean;
  /** The text of the last heading, or null. */
  heading(): string | null;
}

/**
 * A section goes on through deeper headings that open none of their own, and through `---`.
 * The heading that only repeats the note's title opens none: "Decisions on the pilot" may be a title.
 */
export function trackSections(title: string, own: OwnWords = NO_WORDS): SectionTracker {
  const open: { readonly level: number; readonly kind: SectionKind | null }[] = [];
  let heading: string | null = null;
  const push = (level: number, text: string, kind: SectionKind | null): void => {
    while (open.length > 0 && lastOf(open)!.level >= level) open.pop();
    const around = lastOf(open)?.kind ?? null;
    open.push({ level, kind: kind ?? (around !== null && isOtherPart(text) ? null : around) });
  };
  return {
    enter(line, level = headingLevel(line)) {
      heading = headingText(line);
      push(level, heading, level === 1 && heading === title ? null : sectionKind(heading, own));
    },
    enterBelow: (text, level) => push(level, text, sectionKind(text, own)),
    kind: () => lastOf(open)?.kind ?? null,
    isBelow: () => (lastOf(open)?.level ?? 0) > 6,
    heading: () => heading,
  };
}
