import matter from 'gray-matter';
import { dayOfUtc, leadingDay, type Day } from '../base/day';
import { fail, succeed, type Result } from '../base/result';

/** The values of a note's front matter, asked for by key. Values that are not of the asked kind, or hold a template's `{{`, are absent. */
export interface FrontMatter {
  /** The text at a key: a string, or a number, date or truth value as it is written in the note. */
  text(key: string): string | null;
  /** The texts at a key: a list, or one text. */
  list(key: string): readonly string[];
  day(key: string): Day | null;
  has(key: string): boolean;
}

/**
 * Reads the lines between the two `---`. Broken YAML (a duplicate key, too) is a failure with its reason; `rawFrontMatter` still reads it.
 * Only YAML is ever parsed: the lines are given to gray-matter behind an exact `---`, so that no note chooses another engine.
 */
export function readFrontMatter(lines: readonly string[]): Result<FrontMatter> {
  if (lines.every((line) => line.trim() === '')) return succeed(frontMatterOf({}, lines));
  try {
    // The options object keeps gray-matter from its global cache, where a broken note reads as empty the second time.
    const { data } = matter(`---\n${lines.join('\n')}\n---\n`, {}) as { data: unknown };
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return fail('Front matter is not valid YAML: it has no keys.');
    return succeed(frontMatterOf(data as Readonly<Record<string, unknown>>, lines));
  } catch (error) {
    return fail(`Front matter is not valid YAML: ${reasonOf(error)}`);
  }
}

/** Reads what can be read of broken front matter, line by line: `key: value`, `key: [a, b]` and lists of `- value` lines. */
export function rawFrontMatter(lines: readonly string[]): FrontMatter {
  const values = new Map<string, string[]>();
  let open: string[] | null = null;
  for (const line of lines) {
    const pair = /^([\w-]+):\s*(.*)$/.exec(line);
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (pair !== null) {
      open = flowItems(pair[2]!);
      values.set(pair[1]!, open);
    } else if (item !== null && open !== null) {
      open.push(unquote(item[1]!));
    }
  }
  const list = (key: string): readonly string[] => (values.get(key) ?? []).filter(isValue);
  const text = (key: string): string | null => list(key)[0] ?? null;
  return { text, list, day: (key) => leadingDay(text(key) ?? ''), has: (key) => values.has(key) };
}

function frontMatterOf(data: Readonly<Record<string, unknown>>, lines: readonly string[]): FrontMatter {
  const get = (key: string): unknown => (Object.hasOwn(data, key) ? data[key] : undefined);
  const asText = (value: unknown, key: string): string | null => {
    if (typeof value === 'string') return isValue(value) ? value.trim() : null;
    // YAML reads 10:30 as 630 and 010 as 8; a person reads what is written.
    return typeof value === 'number' || typeof value === 'boolean' || value instanceof Date ? writtenValue(lines, key) : null;
  };
  return {
    text: (key) => {
      const value = get(key);
      return asText(Array.isArray(value) && value.length === 1 ? value[0] : value, key);
    },
    list: (key) => {
      const value = get(key);
      if (!Array.isArray(value)) return [asText(value, key)].filter((text) => text !== null);
      return value.flatMap((item: unknown) => {
        if (typeof item === 'string') return isValue(item) ? [item.trim()] : [];
        if (typeof item === 'number') return [String(item)];
        // An unquoted [[Name]] in YAML is a list in a list.
        return Array.isArray(item) ? item.flat(2).filter((inner): inner is string => typeof inner === 'string') : [];
      });
    },
    day: (key) => {
      const value = get(key);
      if (value instanceof Date) return dayOfUtc(value);
      return typeof value === 'string' ? leadingDay(value.trim()) : null;
    },
    has: (key) => get(key) !== undefined && get(key) !== null && get(key) !== '',
  };
}

function isValue(text: string): boolean {
  return text.trim() !== '' && !text.includes('{{');
}

function writtenValue(lines: readonly string[], key: string): string | null {
  const line = lines.find((candidate) => candidate.startsWith(`${key}:`));
  return line === undefined ? null : unquote(line.slice(key.length + 1).replace(/\s#.*$/, ''));
}

function flowItems(value: string): string[] {
  const flow = /^\[(.*)\]\s*$/.exec(value);
  const items = flow === null || value.startsWith('[[') ? [value] : flow[1]!.split(',');
  return items.map(unquote).filter((item) => item !== '');
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2').trim();
}

/** The parser's own words, on one line, with the line of the note that they mean. */
function reasonOf(error: unknown): string {
  const { reason, mark } = error as { reason?: unknown; mark?: { line?: unknown } };
  if (typeof reason !== 'string') return error instanceof Error ? error.message.split('\n')[0]! : 'it cannot be read.';
  return typeof mark?.line === 'number' ? `${reason} (line ${mark.line + 1}).` : `${reason}.`;
}
