import { sameValue } from '../base/equal';
import { lastOf } from '../base/last-of';
import type { Line, LineKind } from '../text/lines';
import { alikeSpans, equalSpans, type Survey } from './survey';

/** Which part of a note an edit may change; `block` is a code block or a comment. The other parts are masked. */
export type Region = 'body' | 'front-matter' | 'block';

/** The non-blank lines on one side of an edit, the nearest first. Null stands for the start or the end of the note. */
export interface Side {
  readonly lines: readonly (string | null)[];
  /**
   * Whether the farthest of them was the only line of its text. If not, this side cannot tell one line from another.
   */
  readonly telling: boolean;
}

/** Where a line stood in the text that an edit was made from. */
export interface Surroundings {
  /** The heading line above it, or null. */
  readonly heading: string | null;
  /** Whether no other line alike stood under a heading of that text. */
  readonly ownHeading: boolean;
  readonly before: Side;
  readonly after: Side;
  /** Which of the lines with equal text it was, from 0, and how many there were. */
  readonly order: { readonly index: number; readonly count: number };
  /** How many lines said the same (see `Survey`), itself included. */
  readonly alike: number;
  /** For an insert: how many blank lines stood directly before and after it. */
  readonly blanks: { readonly before: number; readonly after: number } | null;
  /** The number of its line, from 0. Only good for opening the note there. */
  readonly hint: number;
  /** The fingerprint of the text. */
  readonly text: string;
}

/** What an edit is among those of a group that are decided together. */
export interface Part {
  /** The number of the group in its action. */
  readonly group: number;
  /** An edit of a copy marks it as one: without its best line it would be lost, so it is written only with that. */
  readonly role: 'best' | 'copy';
  /** Whether the edit takes this back. Then it waits for none: a line that comes back is never lost by that. */
  readonly back: boolean;
}

/**
 * A change of one note as data. It says which lines it means by what they say and where they stood, and is found again
 * by `locate`.
 */
export interface Edit {
  readonly path: string;
  readonly region: Region;
  /** The texts of the lines that it replaces, without line ends; none for an insert. */
  readonly expected: readonly string[];
  /** The texts that come in their place; none to take the lines out. */
  readonly replacement: readonly string[];
  /**
   * For an edit that puts lines back: the ends that the line before and the lines themselves had. Else empty: lines
   * take the end of a neighbour.
   */
  readonly ends: readonly Line['end'][];
  readonly surroundings: Surroundings;
  /** Left out where it is in no group. */
  readonly part?: Part;
}

/** Which lines of a text to replace by what. */
export interface Replace {
  readonly path: string;
  /** The first line, from 0. */
  readonly line: number;
  /** How many lines; 0 inserts before `line`. */
  readonly count: number;
  readonly replacement: readonly string[];
  readonly ends?: readonly Line['end'][];
}

/**
 * Whether an edit writes its lines as they are. It says that they must be there: the best line of a group that was
 * accepted before stays so, and its copies are written only while it stands.
 */
export function stays({ expected, replacement }: Edit): boolean {
  return sameValue(expected, replacement);
}

/** How many lines of each side are kept at most. */
const LONGEST_SIDE = 3;

/** Makes an edit. All that it says of the lines and their surroundings comes from the one text that was surveyed. */
export function createEdit(survey: Survey, { path, line, count, replacement, ends = [] }: Replace): Edit {
  const { lines, headings, fingerprint } = survey;
  if (line < 0 || count < 0 || line + count > lines.length)
    throw new RangeError(`The note has no lines ${line} to ${line + count}.`);
  const expected = lines.slice(line, line + count).map(({ text }) => text);
  const before = sideOf(survey, line - 1, -1);
  const after = sideOf(survey, line + count, 1);
  const blanks = count > 0 ? null : blanksAround(survey, line);
  const equal = count > 0 ? equalSpans(survey, expected) : equalGaps(survey, { before, after, blanks });
  const alike = count > 0 ? alikeSpans(survey, expected) : equal;
  return {
    path,
    region: regionAt(survey, line, count),
    expected,
    replacement,
    ends,
    surroundings: {
      heading: headings[line]!,
      ownHeading: alike.every((other) => other === line || headings[other] !== headings[line]),
      before,
      after,
      order: { index: equal.indexOf(line), count: equal.length },
      alike: alike.length,
      blanks,
      hint: line,
      text: fingerprint,
    },
  };
}

/**
 * The region of some lines, or of an insert before `line`. What lines are follows from those above them, so the first
 * one decides.
 */
export function regionAt({ lines }: Survey, line: number, count: number): Region {
  const below = regionOf(lines[line]?.kind);
  if (count > 0) return below;
  const above = regionOf(lines[line - 1]?.kind);
  return above === 'body' || below === 'body' || above !== below ? 'body' : above;
}

/** Beyond the start and the end of a note is its body. */
function regionOf(kind: LineKind = 'blank'): Region {
  if (kind === 'front-matter') return 'front-matter';
  return kind === 'code' || kind === 'comment' ? 'block' : 'body';
}

/**
 * The nearest non-blank lines from line `from` on, downwards (`step` 1) or upwards (-1): up to the first that is the
 * only one of its text.
 */
function sideOf(survey: Survey, from: number, step: 1 | -1): Side {
  const found: (string | null)[] = [];
  for (const text of nonBlankLines(survey, from, step)) {
    found.push(text);
    if (isSole(survey, text)) return { lines: found, telling: true };
    if (found.length === LONGEST_SIDE) break;
  }
  return { lines: found, telling: false };
}

/** Whether a side that can tell lines apart still stands as it stood, seen from line `from` on. */
export function sideHolds(survey: Survey, side: Side, from: number, step: 1 | -1): boolean {
  if (!side.telling || !isSole(survey, lastOf(side.lines)!)) return false;
  const found = nonBlankLines(survey, from, step);
  return side.lines.every((text) => found.next().value === text);
}

/** The texts of the non-blank lines from line `from` on, and null at the start or the end of the note. */
function* nonBlankLines({ lines }: Survey, from: number, step: 1 | -1): Generator<string | null> {
  for (let index = from; index >= 0 && index < lines.length; index += step) {
    if (!isBlank(lines[index]!)) yield lines[index]!.text;
  }
  yield null;
}

function isSole({ byText }: Survey, text: string | null): boolean {
  return text === null || byText.get(text)?.length === 1;
}

function isBlank(line: Line): boolean {
  return line.text.trim() === '';
}

/** The places for an insert that look the same: between equal non-blank lines, as many blank lines away from them. */
export function equalGaps(
  { lines }: Survey,
  { before, after, blanks }: Pick<Surroundings, 'before' | 'after' | 'blanks'>,
): readonly number[] {
  if (blanks === null) return [];
  const gaps: number[] = [];
  let above = -1;
  for (let below = 0; below <= lines.length; below++) {
    const line = lines[below];
    if (line !== undefined && isBlank(line)) continue;
    if (
      below - above - 1 === blanks.before + blanks.after &&
      (lines[above]?.text ?? null) === before.lines[0] &&
      (line?.text ?? null) === after.lines[0]
    ) {
      gaps.push(above + 1 + blanks.before);
    }
    above = below;
  }
  return gaps;
}

function blanksAround({ lines }: Survey, gap: number): { readonly before: number; readonly after: number } {
  let before = 0;
  while (gap - 1 - before >= 0 && isBlank(lines[gap - 1 - before]!)) before++;
  let after = 0;
  while (gap + after < lines.length && isBlank(lines[gap + after]!)) after++;
  return { before, after };
}
