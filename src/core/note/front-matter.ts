import matter from 'gray-matter';
import { dayOfUtc, leadingDay, type Day } from '../base/day';
import { hasOwn } from '../base/has-own';
import { fail, succeed, type Result } from '../base/result';
import { beginning } from '../text/caps';
import type { Line } from '../text/lines';
import { foldSpace } from '../text/space';
import { readRawLines, unquote } from './raw-lines';
import { words } from '../../words/words';

/**
 * The values of a note's front matter, asked for by key. Values that are not of the asked kind, or hold a template's
 * `{{`, are absent.
 */
export interface FrontMatter {
  /**
   * The text at a key: a string, or a number, date or truth value as it is written in the note. A link without quotes
   * is a link.
   */
  text(key: string): string | null;
  /** The texts at a key: a list, or one text. */
  list(key: string): readonly string[];
  day(key: string): Day | null;
  /** Whether anything stands at a key, a template too. */
  has(key: string): boolean;
  /** What stands at a key where it is a template, as `{{title}}`. */
  template(key: string): string | null;
}

/** Front matter of more lines or UTF-16 units is nobody's, and takes gray-matter long. */
const MOST_LINES = 1000;
const LONGEST = 100_000;
/** Stands in no note: the lines are all front matter. */
const NEVER_CLOSED = '---\u0000';

/**
 * Reads the lines between the two `---`. Broken YAML (a duplicate key, too) is a failure with its reason;
 * `rawFrontMatter` still reads it. Only YAML is ever parsed: the lines are given to gray-matter behind an exact `---`,
 * so that no note chooses another engine.
 */
export function readFrontMatter(lines: readonly string[]): Result<FrontMatter> {
  // These would be lines to gray-matter, though to nobody else.
  const block = lines.join('\n').replace(/[\u2028\u2029]/g, ' ');
  if (block.trim() === '') return succeed(frontMatterOf({}, lines));
  if (lines.length > MOST_LINES || block.length > LONGEST) return fail(words.problems.longFrontMatter);
  try {
    // The options object keeps gray-matter from its global cache, where a broken note reads as empty the second time.
    const { data } = matter(`---\n${block}`, { delimiters: ['---', NEVER_CLOSED] }) as { data: unknown };
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return fail(words.problems.noKeys);
    return succeed(frontMatterOf(data as Readonly<Record<string, unknown>>, lines));
  } catch (error) {
    return fail(words.problems.noYaml(reasonOf(error)));
  }
}

/** What is wrong with a note whose front matter has no end. */
export const NOT_CLOSED = words.problems.notClosed;
const KEY = /^["']?[\p{L}_][\p{L}\p{N} _-]{0,60}["']?[ \t]*:(?=[ \t]|$)/u;

/**
 * The lines of front matter that was opened and never closed, up to a blank line or a heading; null where there is
 * none. A `---` without a key below is a rule.
 */
export function openFrontMatter(lines: readonly Line[]): readonly Line[] | null {
  if (lines[0]!.text !== '---' || lines[0]!.kind === 'front-matter' || !KEY.test(lines[1]?.text ?? '')) return null;
  const end = lines.findIndex(({ kind }) => kind === 'blank' || kind === 'heading');
  return lines.slice(1, end === -1 ? undefined : end);
}

/**
 * Reads what can be read of broken front matter, line by line: `key: value`, `key: [a, b]` and lists of `- value`
 * lines.
 */
export function rawFrontMatter(written: readonly string[]): FrontMatter {
  const lines = written.slice(0, MOST_LINES).map(beginning);
  const values = readRawLines(lines);
  const list = (key: string): readonly string[] => (values.get(key) ?? []).filter(isValue);
  const text = (key: string): string | null => list(key)[0] ?? null;
  return {
    text,
    list,
    day: (key) => dayIn(text(key)),
    has: (key) => (values.get(key)?.length ?? 0) > 0,
    template: (key) => templateOf(lines, key),
  };
}

function frontMatterOf(data: Readonly<Record<string, unknown>>, lines: readonly string[]): FrontMatter {
  const get = (key: string): unknown => (hasOwn(data, key) ? data[key] : undefined);
  const text = (key: string): string | null => {
    const value = get(key);
    if (value === undefined || typeof value === 'string') return textOf(value);
    if (Array.isArray(value)) return value.length === 1 ? (textOf(value) ?? textOf(value[0])) : null;
    // YAML reads 10:30 as 630, 010 as 8 and 2026-02-30 as a day in March; a person reads what is written.
    return (
      (typeof value === 'object' || typeof value === 'number' ? scalarOf(value) && writtenValue(lines, key) : null) ??
      textOf(value)
    );
  };
  return {
    text,
    list: (key) => {
      const value = get(key);
      if (value === undefined) return [];
      const texts = Array.isArray(value) && textOf(value) === null ? value.map(textOf) : [text(key)];
      return texts.filter((item) => item !== null);
    },
    day: (key) => dayIn(text(key)),
    has: (key) => !isEmpty(get(key)),
    template: (key) => templateOf(lines, key),
  };
}

/** The text that a value of YAML is, or null. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : (scalarOf(value) ?? linkOf(value));
  const folded = text === null || text.includes('{{') ? '' : foldSpace(text);
  return folded === '' ? null : folded;
}

function scalarOf(value: unknown): string | null {
  if (value instanceof Date) return dayOfUtc(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A link without quotes, which YAML reads as a list in a list: `[[Blue Heron, Inc.]]`. */
function linkOf(value: unknown): string | null {
  const inner: unknown = Array.isArray(value) && value.length === 1 ? value[0] : null;
  const parts = Array.isArray(inner)
    ? inner.map((part: unknown) => (typeof part === 'string' ? part : scalarOf(part)))
    : [null];
  return parts.includes(null) ? null : `[[${parts.join(', ')}]]`;
}

function dayIn(text: string | null): Day | null {
  return text === null ? null : leadingDay(text.replace(/^\[\[/, ''));
}

function isValue(text: string): boolean {
  return text.trim() !== '' && !text.includes('{{');
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

function writtenValue(lines: readonly string[], key: string): string | null {
  const line = lines.find((candidate) => candidate.startsWith(`${key}:`));
  return line === undefined ? null : unquote(line.slice(key.length + 1));
}

function templateOf(lines: readonly string[], key: string): string | null {
  const written = writtenValue(lines, key);
  return written !== null && written.includes('{{') ? written : null;
}

/** The parser's own words, on one line, with the line of the note that they mean. */
function reasonOf(error: unknown): string {
  const { reason, mark } = error as { reason?: unknown; mark?: { line?: unknown } };
  if (typeof reason !== 'string')
    return error instanceof Error ? error.message.split('\n')[0]! : words.problems.unreadable;
  return typeof mark?.line === 'number' ? words.problems.inLine(reason, mark.line + 1) : `${reason}.`;
}
