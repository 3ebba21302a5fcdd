import { hasOwn } from '../base/has-own';
import { parseDay } from '../base/day';

/** What is no letter of a plain block: control characters, ends of lines, halves of characters. */
const ODD = /[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const PAIR = /^([A-Za-z][\w-]{0,39}(?: [\w-]{1,30}){0,4}):(?: (.*))?$/;
/** What YAML takes for a truth value or for nothing. */
const WORD = /^(?:true|false|null)$/i;
/** Begins a text that may end anywhere in its line. */
const BEGINS_PLAIN = /^[\p{L}\d]/u;
/** Numbers and moments, in whatever spelling, hold nothing else. */
const NUMBER = /^[\da-fxotz_.:+ -]*$/i;
const WHOLE = /^(?:0|[1-9]\d{0,14})$/;
const BETWEEN_BRACKETS = /[[\]{}:,]/;

/**
 * The values of a block of YAML that is written as most are, read without a parser of all of YAML: lines of `key: value`
 * and lists of such values. Null where anything in it may mean more (nested maps, anchors, values over lines, numbers in
 * odd spellings, keys that stand twice).
 */
export function readPlainYaml(lines: readonly string[], block: string): Readonly<Record<string, unknown>> | null {
  if (ODD.test(block)) return null;
  const data: Record<string, unknown> = {};
  /** The key above, while its list may begin or go on, and how far that is indented. */
  let open: string | null = null;
  let indent = -1;
  for (const line of lines) {
    if (line === '') continue;
    const marker = line.charCodeAt(0) === SPACE || line.charCodeAt(0) === HYPHEN ? markerOf(line) : -1;
    if (marker !== -1) {
      const item = open === null || (indent !== -1 && indent !== marker) ? undefined : valueOf(line, marker + 2);
      if (item === undefined || item === null) return null;
      if (indent === -1) data[open!] = [item];
      else (data[open!] as unknown[]).push(item);
      indent = marker;
      continue;
    }
    const pair = PAIR.exec(line);
    if (pair === null) return null;
    const key = pair[1]!;
    const value = pair[2] === undefined ? null : pair[2].startsWith('[') ? listOf(pair[2]) : valueOf(pair[2], 0);
    if (value === undefined || WORD.test(key) || hasOwn(data, key)) return null;
    data[key] = value;
    open = value === null ? key : null;
    indent = -1;
  }
  return data;
}

const SPACE = 32;
const HYPHEN = 45;

/** Where the `-` of a list item stands, or -1. */
function markerOf(line: string): number {
  let at = 0;
  while (line.charCodeAt(at) === SPACE) at++;
  return line.charCodeAt(at) === HYPHEN && line.charCodeAt(at + 1) === SPACE ? at : -1;
}

/** The value that the rest of a line is: null for nothing, undefined for what may mean more. */
function valueOf(line: string, start: number): unknown {
  let from = start;
  let end = line.length;
  while (line.charCodeAt(from) === SPACE) from++;
  while (end > from && line.charCodeAt(end - 1) === SPACE) end--;
  const text = line.slice(from, end);
  if (text === '') return null;
  const quote = text[0]!;
  if (quote === '"' || quote === "'") {
    const isWhole = text.indexOf(quote, 1) === text.length - 1 && text.length > 1;
    return isWhole && !(quote === '"' && text.includes('\\')) ? text.slice(1, -1) : undefined;
  }
  if (!BEGINS_PLAIN.test(text) || text.includes(': ') || text.includes(' #') || text.endsWith(':')) return undefined;
  if (text.charCodeAt(0) > 57) return WORD.test(text) ? undefined : text;
  if (!NUMBER.test(text)) return text;
  // As YAML reads a day: midnight in UTC.
  if (parseDay(text) !== null) return new Date(`${text}T00:00:00Z`);
  return WHOLE.test(text) ? Number(text) : undefined;
}

/** The values between brackets on one line; undefined for what may mean more. */
function listOf(written: string): readonly unknown[] | undefined {
  const text = written.trimEnd();
  if (!text.endsWith(']')) return undefined;
  const inner = text.slice(1, -1);
  if (inner === '') return [];
  const items: unknown[] = [];
  for (const piece of inner.split(',')) {
    const item = valueOf(piece, 0);
    if (item === undefined || item === null) return undefined;
    if (!/^ *["']/.test(piece) && BETWEEN_BRACKETS.test(piece)) return undefined;
    items.push(item);
  }
  return items;
}
