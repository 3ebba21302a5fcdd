// What an item of a setting may be: each function gives the item that a text means, or what is wrong with it.

import { fail, succeed, type Result } from './base/result';
import { DEFAULT_STATUS_SYMBOLS, TASK_STATUSES, type TaskStatus } from './task/status';
import { foldText } from './text/words';
import { words } from '../words/words';

const { faults } = words.settings;

/** A tag, without its `#`, or why a text is none. */
export function parseTag(text: string): Result<string> {
  const tag = text.trim().replace(/^#/, '');
  if (!/^[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d_/-]+$/u.test(tag)) return fail(faults.tag(text));
  if (/^[\d/]+$/.test(tag)) return fail(faults.tagOfNumbers(text));
  return tag.split('/').includes('') ? fail(faults.tagPart(text)) : succeed(tag);
}

/** Words over a section. */
export function parseHeading(text: string): Result<string> {
  const heading = text.trim().replace(/^#+\s*/, '');
  return /\p{L}/u.test(heading) && heading.length <= 100 ? succeed(heading) : fail(faults.heading(text.trim()));
}

/** A key of the front matter, or `key: value`. */
export function parseProperty(text: string): Result<string> {
  const [key = '', ...value] = text.split(':').map((part) => part.trim());
  return /^[\p{L}_][\p{L}\p{M}\p{N} _-]{0,59}$/u.test(key)
    ? succeed(value.length === 0 ? key : `${key}: ${value.join(':')}`.trimEnd().replace(/:$/, ''))
    : fail(faults.property(text.trim()));
}

/** The name of a folder, or its path from the top of the vault. */
export function parseFolder(text: string): Result<string> {
  const folder = withoutSlashes(text.trim());
  if (folder === '') return fail(faults.vault);
  if (/[\\:*?"<>|]/.test(folder)) return fail(faults.folder(text));
  return folder.split('/').some((part) => part === '' || part === '.' || part === '..')
    ? fail(faults.path(text))
    : succeed(folder);
}

/** A key of the front matter. */
export function parseKey(text: string): Result<string> {
  const key = text.trim().replace(/\s{0,8}:{1,8}$/, '');
  return /^[\p{L}_][\p{L}\p{M}\p{N} _-]{0,59}$/u.test(key) ? succeed(key) : fail(faults.key(text));
}

/** Without the `/` at its ends. */
function withoutSlashes(path: string): string {
  let from = 0;
  let to = path.length;
  while (from < to && path[from] === '/') from++;
  while (to > from && path[to - 1] === '/') to--;
  return path.slice(from, to);
}

/** A name as owners are written, without its `@`. */
export function parseName(text: string): Result<string> {
  const name = text.trim().replace(/^@/, '').trim();
  if (name === '') return fail(faults.noName);
  return /[@#,;]/.test(name) ? fail(faults.name(text)) : succeed(name);
}

/**
 * A spelling of a person as it stands in the setting: between quotes, and without its own, where a sign in it would end
 * it. Quotes do not tell people apart.
 */
export function printSpelling(spelling: string): string {
  return parseName(spelling).ok && !/^"|=/.test(spelling) ? spelling : `"${spelling.replaceAll('"', '')}"`;
}

/** A spelling of a person, out of the quotes that `printSpelling` puts around it. */
export function parseSpelling(written: string): Result<string> {
  const [, quoted = ''] = /^\s*"([^"]*)"\s*$/.exec(written) ?? [];
  const spelling = quoted.trim();
  return spelling === '' ? parseName(written) : succeed(spelling);
}

/** Reads `Ana de la Cruz = Ana, A. Cruz, "Cruz, Ana"`: the name to show, and its other spellings. */
export function parsePerson(line: string): Result<readonly string[]> {
  const written = [...line.matchAll(/(?:^|[=,])((?:"[^"]*"|[^=,])*)/g)].map(([, spelling]) => spelling!);
  if (!/^[^=,]*=[^=]*$/.test(line.replace(/"[^"]*"/g, ''))) return fail(faults.person(line));
  const spellings = new Map<string, string>();
  for (const one of written) {
    if (/^\s*"[^"]*$/.test(one)) return fail(faults.quote(line));
    const spelling = parseSpelling(one);
    if (!spelling.ok) return fail(faults.spelling(line));
    if (!spellings.has(foldText(spelling.value))) spellings.set(foldText(spelling.value), spelling.value);
  }
  return spellings.size > 1 ? succeed([...spellings.values()]) : fail(faults.oneSpelling(line));
}

/** A mail domain: also out of an address. */
export function parseDomain(text: string): Result<string> {
  const domain = text
    .trim()
    .replace(/^[^@\s]*@/, '')
    .toLowerCase();
  return /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}$/u.test(domain) ? succeed(domain) : fail(faults.domain(text));
}

/** Reads `! open`: a character between the brackets of a task, and what it means. */
export function parseMeaning(line: string): Result<{ readonly symbol: string; readonly status: TaskStatus }> {
  const [, symbol = '', said = ''] = /^(\S+?)(?:\s*[=:]\s*|\s+)(\p{L}.*)$/u.exec(line) ?? [];
  const status = TASK_STATUSES.find((known) => known === said.toLowerCase().replace(/\s+/g, '-'));
  if (status === undefined) return fail(faults.meaning(line, TASK_STATUSES));
  const fault = symbolFault(symbol);
  return fault === null ? succeed({ symbol, status }) : fail(fault);
}

/** The symbols that a decision writes: with another meaning, a decided task would still wait. */
const WRITTEN_SYMBOLS = [' ', 'x', '-'];

/** Why a character cannot have a meaning of its own, or null. */
export function symbolFault(symbol: string): string | null {
  if (WRITTEN_SYMBOLS.includes(symbol)) return faults.fixed(symbol, DEFAULT_STATUS_SYMBOLS.get(symbol)!);
  return /^[^\s[\]\p{C}\p{M}]$/u.test(symbol) ? null : faults.symbol(symbol);
}
