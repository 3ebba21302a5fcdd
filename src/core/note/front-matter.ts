import matter from 'gray-matter';
import { dayOfUtc } from '../base/day';
import { fail, succeed, type Result } from '../base/result';
import { beginning } from '../text/caps';
import type { Line } from '../text/lines';
import { foldSpace } from '../text/space';
import { foldKey } from './key-words';
import { readPlainYaml } from './plain-yaml';
import { readRawLines, unquote } from './raw-lines';
import { words } from '../../words/words';

/**
 * The values of a note's front matter, asked for by key; a key that is not there counts in other spellings, too
 * (`Created At` for `createdat`: see `foldKey`). Values that are not of the asked kind, or hold a template's `{{` or
 * `<%`, are absent.
 */
export interface FrontMatter {
  /**
   * The text at a key: a string, or a number, date or truth value as it is written in the note. A link without quotes
   * is a link.
   */
  text(key: string): string | null;
  /** The texts at a key: a list, or one text. */
  list(key: string): readonly string[];
  /** The people at a key: a text or a list, or maps with names (`{ name: Ana, email: … }`, `Ana: CTO`). */
  people(key: string): readonly string[];
  /** Its keys, folded. */
  readonly keys: readonly string[];
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
  const written = lines.join('\n');
  if (written.trim() === '') return succeed(frontMatterOf({}, lines));
  if (lines.length > MOST_LINES || written.length > LONGEST) return fail(words.problems.longFrontMatter);
  const plain = readPlainYaml(lines, written);
  if (plain !== null) return succeed(frontMatterOf(plain, lines));
  // These would be lines to gray-matter, though to nobody else.
  const block = written.replace(/[\u2028\u2029]/g, ' ');
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
  if (lines[0]!.text.trimEnd() !== '---' || lines[0]!.kind === 'front-matter' || !KEY.test(lines[1]?.text ?? ''))
    return null;
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
  const names = [...values.keys()];
  const keys = names.map(foldKey);
  const keyOf = keyFinder(names, keys);
  const get = (key: string): readonly string[] => values.get(keyOf(key) ?? '') ?? [];
  const list = (key: string): readonly string[] =>
    get(key).filter((value) => value.trim() !== '' && !isTemplate(value));
  return {
    text: (key) => list(key)[0] ?? null,
    list,
    // Of a list of maps, the lines of each are its pairs.
    people: (key) =>
      list(key).flatMap((value) => (/^(?!name:)\w+:\s/i.test(value) ? [] : [value.replace(/^name:\s*/i, '')])),
    keys,
    has: (key) => get(key).length > 0,
    template: (key) => templateOf(lines, keyOf(key)),
  };
}

/** Finds the key as it is written: the very one, else the first that is the same folded. */
function keyFinder(written: readonly string[], keys: readonly string[]): (key: string) => string | null {
  const known = new Map<string, string>();
  keys.forEach((key, at) => {
    if (!known.has(key)) known.set(key, written[at]!);
  });
  for (const key of written) known.set(key, key);
  return (key) => known.get(key) ?? null;
}

function frontMatterOf(data: Readonly<Record<string, unknown>>, lines: readonly string[]): FrontMatter {
  const written = Object.keys(data);
  const keys = written.map(foldKey);
  const keyOf = keyFinder(written, keys);
  const get = (key: string): unknown => {
    const own = keyOf(key);
    return own === null ? undefined : data[own];
  };
  const text = (key: string): string | null => {
    const value = get(key);
    if (value === undefined || typeof value === 'string') return textOf(value);
    if (Array.isArray(value)) return value.length === 1 ? (textOf(value) ?? textOf(value[0])) : null;
    // YAML reads 10:30 as 630, 010 as 8 and 2026-02-30 as a day in March; a person reads what is written.
    return (
      (typeof value === 'object' || typeof value === 'number'
        ? scalarOf(value) && writtenValue(lines, keyOf(key))
        : null) ?? textOf(value)
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
    people: (key) => peopleOf(get(key)),
    keys,
    has: (key) => !isEmpty(get(key)),
    template: (key) => templateOf(lines, keyOf(key)),
  };
}

/** The text that a value of YAML is, or null. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : (scalarOf(value) ?? linkOf(value) ?? nameIn(value));
  const folded = text === null || isTemplate(text) ? '' : foldSpace(text);
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

/** Whether a text is left over from a template. */
function isTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('<%');
}

/** The values of a map by their folded keys; null for what is no map. */
function mapOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date
    ? null
    : new Map(Object.entries(value).map(([key, inner]) => [foldKey(key), inner] as const));
}

/** The name that a map gives: `{ name: Ana Lopez, role: CTO }`. */
function nameIn(value: unknown): string | null {
  const map = mapOf(value);
  if (map === null) return null;
  const textAt = (keys: readonly string[]): string | null =>
    keys.map((key) => map.get(key)).find((text): text is string => typeof text === 'string' && text.trim() !== '') ??
    null;
  const [first, last] = [textAt(['firstname', 'givenname']), textAt(['lastname', 'familyname', 'surname'])];
  return (
    textAt(['name', 'fullname', 'displayname', 'person', 'attendee', 'participant']) ??
    (first !== null && last !== null ? `${first} ${last}` : (first ?? last))
  );
}

/** No note has more people; YAML may hold one list so often that it would never end. */
const MOST_PEOPLE = 1000;
const DEEPEST = 4;
/** Keys that say whose the people below them are. */
const GROUP =
  /^(?:(?:in|ex)ternal|clients?|customers?|ours?|us|theirs?|them|team|guests?|hosts?|organi[sz]ers?|present|attendees|participants)$/;
const NOT_THERE = /^(?:absent|absentees|declined|regrets|apologies)$/;

/** The people of a value: texts, maps with a name or an address, names as keys, or groups of them. */
function peopleOf(given: unknown): readonly string[] {
  const found: string[] = [];
  let left = MOST_PEOPLE;
  const visit = (value: unknown, depth: number): void => {
    if (left-- <= 0 || depth > DEEPEST) return;
    const text = typeof value === 'string' ? value : linkOf(value);
    if (text !== null) {
      if (text.trim() !== '' && !isTemplate(text)) found.push(text.trim());
    } else if (Array.isArray(value)) value.slice(0, MOST_PEOPLE).forEach((item: unknown) => visit(item, depth + 1));
    else visitMap(mapOf(value), value, depth);
  };
  const visitMap = (map: ReadonlyMap<string, unknown> | null, value: unknown, depth: number): void => {
    if (map === null || map.get('attended') === false || map.get('present') === false) return;
    const address = ['email', 'mail', 'emailaddress', 'address']
      .map((key) => map.get(key))
      .find((at) => typeof at === 'string');
    const name = nameIn(value);
    if (name !== null) visit(address === undefined ? name : `${name} <${address}>`, depth + 1);
    else if (address !== undefined) visit(address, depth + 1);
    else
      for (const [key, inner] of Object.entries(value as object)) {
        if (NOT_THERE.test(foldKey(key))) continue;
        const isGroup =
          Array.isArray(inner) || GROUP.test(foldKey(key)) || [...(mapOf(inner)?.values() ?? [])].some(isHolder);
        visit(isGroup ? inner : key, depth + 1);
      }
  };
  visit(given, 0);
  return found;
}

function isHolder(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

function writtenValue(lines: readonly string[], key: string | null): string | null {
  if (key === null) return null;
  const line = lines.find((candidate) => candidate.startsWith(`${key}:`));
  return line === undefined ? null : unquote(line.slice(key.length + 1));
}

function templateOf(lines: readonly string[], key: string | null): string | null {
  const written = writtenValue(lines, key);
  return written !== null && isTemplate(written) ? written : null;
}

/** The parser's own words, on one line, with the line of the note that they mean. */
function reasonOf(error: unknown): string {
  const { reason, mark } = error as { reason?: unknown; mark?: { line?: unknown } };
  if (typeof reason !== 'string')
    return error instanceof Error ? error.message.split('\n')[0]! : words.problems.unreadable;
  return typeof mark?.line === 'number' ? words.problems.inLine(reason, mark.line + 1) : `${reason}.`;
}
