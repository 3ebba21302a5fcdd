import { lastOf } from '../base/last-of';
import { scanLines, type Line } from '../text/lines';
import { LONGEST_LINE } from '../text/caps';

/** What has to be known of a text to say which of its lines is meant, found once for all edits. */
export interface Survey {
  readonly lines: readonly Line[];
  /** The heading line above each line, and at last the one above the end of the text; null where there is none. */
  readonly headings: readonly (string | null)[];
  /** Which lines have a text, by that text. */
  readonly byText: ReadonlyMap<string, readonly number[]>;
  /** Which lines are alike this text: they say the same, whatever their status, tags and days are. */
  readonly alike: (text: string) => readonly number[];
  /** The same for two texts only when they have the same lines. Line ends do not count. */
  readonly fingerprint: string;
}

/** Looks over a text: a note as it is in the vault, or as it stands in an editor. */
export function surveyText(text: string): Survey {
  const lines = scanLines(text);
  const headings: (string | null)[] = [null];
  const byText = new Map<string, number[]>();
  for (const line of lines) {
    headings.push(line.kind === 'heading' ? line.text : lastOf(headings)!);
    collect(byText, line.text, line.index);
  }
  return { lines, headings, byText, alike: alikeIn(lines), fingerprint: fingerprint(lines) };
}

/** From so many questions on, it is cheaper to know the likeness of all lines than to look for each. */
const FEW_QUESTIONS = 8;

/**
 * Finds lines that are alike. Most notes are asked for one or two: then the likeness of a line is made only where it
 * holds the longest word, as each line must that is alike.
 */
function alikeIn(lines: readonly Line[]): Survey['alike'] {
  const asked = new Map<string, readonly number[]>();
  let all: ReadonlyMap<string, readonly number[]> | null = null;
  return (text) => {
    const wanted = likeness(text);
    const known = all?.get(wanted) ?? (all === null ? asked.get(wanted) : []);
    if (known !== undefined) return known;
    if (asked.size === FEW_QUESTIONS) {
      const index = new Map<string, number[]>();
      for (const line of lines) collect(index, likeness(line.text), line.index);
      all = index;
      return index.get(wanted) ?? [];
    }
    const longest = wanted.split(' ').reduce((long, word) => (word.length > long.length ? word : long), '');
    const found = lines.flatMap(({ text: other, index }) =>
      other.includes(longest) && likeness(other) === wanted ? index : [],
    );
    asked.set(wanted, found);
    return found;
  };
}

/** Where lines of exactly these texts follow one another: the index of each first line. */
export function equalSpans({ lines, byText }: Survey, texts: readonly string[]): readonly number[] {
  return (byText.get(texts[0]!) ?? []).filter((start) =>
    texts.every((text, offset) => lines[start + offset]?.text === text),
  );
}

/** Where lines that are alike these follow one another: the index of each first line. */
export function alikeSpans({ lines, alike }: Survey, texts: readonly string[]): readonly number[] {
  const rest = texts.slice(1).map(likeness);
  return alike(texts[0]!).filter((start) =>
    rest.every((words, offset) => {
      const line = lines[start + 1 + offset];
      return line !== undefined && likeness(line.text) === words;
    }),
  );
}

function collect(index: Map<string, number[]>, key: string, line: number): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [line]);
  else known.push(line);
}

const TASK_HEAD = /^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])[ \t]+\[.\]/u;
const FIELDS = /[[(][a-z]+::(?:\s*\[\[[^[\]]*\]\]\s*|[^()[\]]*)[\])]|#\S+|\d{4}-\d{2}-\d{2}/giu;

/** The words of a line that no decision changes. A line without words is like the lines of the same text. */
function likeness(text: string): string {
  if (text.length > LONGEST_LINE) return text;
  const words = text
    .replace(TASK_HEAD, '')
    .replace(FIELDS, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? text.trim() : words;
}

/** Two 32-bit hashes (multiply and xor, as in MurmurHash) of the texts of the lines. */
function fingerprint(lines: readonly Line[]): string {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  const mix = (unit: number): void => {
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
    high ^= high >>> 15;
    low ^= low >>> 13;
  };
  for (const { text } of lines) {
    for (let at = 0; at < text.length; at++) mix(text.charCodeAt(at));
    mix(0x1000a);
  }
  return [high, low].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}
