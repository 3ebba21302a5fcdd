import { leadingDay, parseDay } from '../base/day';
import { lastOf } from '../base/last-of';
import { isBlankAt, trimmedEnd, trimmedStart } from '../text/space';
import { findSpans, type Span } from '../text/spans';
import { dismissReasonOf } from './dismiss-reason';
import type { Field, FieldContent } from './field';
import { labelledFields } from './labelled';
import { isDayWord } from './name-words';
import { namedFields } from './named';
import { readOwners } from './owner';
import { linksOf, namesInValue, type LinkAt } from './owner-links';
import type { DateField, OtherField, Priority } from './segment';

type Sign = { readonly date: DateField } | { readonly priority: Priority } | { readonly other: OtherField };

const EMOJI: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ['📅', { date: 'due' }],
  ['📆', { date: 'due' }],
  ['🗓', { date: 'due' }],
  ['⏳', { date: 'scheduled' }],
  ['⌛', { date: 'scheduled' }],
  ['🛫', { date: 'start' }],
  ['➕', { date: 'created' }],
  ['✅', { date: 'done' }],
  ['❌', { date: 'cancelled' }],
  ['🔺', { priority: 'highest' }],
  ['⏫', { priority: 'high' }],
  ['🔼', { priority: 'medium' }],
  ['🔽', { priority: 'low' }],
  ['⏬', { priority: 'lowest' }],
  ['🔁', { other: 'recurrence' }],
  ['🏁', { other: 'on-completion' }],
  ['🆔', { other: 'id' }],
  ['⛔', { other: 'depends-on' }],
]);
const DATAVIEW: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ['due', { date: 'due' }],
  ['scheduled', { date: 'scheduled' }],
  ['start', { date: 'start' }],
  ['created', { date: 'created' }],
  ['completion', { date: 'done' }],
  ['cancelled', { date: 'cancelled' }],
  ['repeat', { other: 'recurrence' }],
  ['oncompletion', { other: 'on-completion' }],
  ['id', { other: 'id' }],
  ['dependson', { other: 'depends-on' }],
]);
const FURTHER_KEYS: ReadonlySet<string> = new Set(['priority', 'owner', 'assignee', 'reason']);
const PRIORITIES: ReadonlySet<string> = new Set<Priority>(['highest', 'high', 'medium', 'low', 'lowest']);

// What stands at the start of a field, or after its emoji. All of them are sticky.
const BLOCK_ID = /\^([a-zA-Z0-9-]+)\s*$/y;
const DATAVIEW_KEY = /[[(]\s*([a-zA-Z]+)::/y;
const WORD = /[\p{L}\p{N}]+/uy;
const NAME_START = /\[|[\p{L}\p{N}]/uy;
const DATE_VALUE =
  /(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2})?)?(?![\d-])|\d[\d./-]*|(?:TBD|TBC|TBA|none|unknown|n\/a)(?![\p{L}\p{N}])|\?+/iuy;
const OTHER_VALUE: Readonly<Record<OtherField, RegExp>> = {
  recurrence: /[a-zA-Z0-9, !\u00a0]*/y,
  'on-completion': /(?:keep|delete)(?![\p{L}\p{N}])/iuy,
  id: /[\p{L}\p{N}_-]+/uy,
  'depends-on': /[\p{L}\p{N}_-]+(?:\s*,\s*[\p{L}\p{N}_-]+)*/uy,
};
/** A value of Dataview is no longer. */
const LONGEST_VALUE = 500;

const HASH = 35;
const BRACKET = 40;
const AT = 64;
const SQUARE_BRACKET = 91;
const CARET = 94;
/** No sign of a field comes before it, but those of ASCII. */
const FIRST_EMOJI = '⌛'.charCodeAt(0);
/** The units that the loop below looks at: most of a line is passed over at once. */
const SIGN = /[#@([^%<⌛-\uffff]/;

/**
 * Finds the fields and comments of an understood text, in order. Between them stands text: what is in code, a link, an
 * address, maths or HTML, too, but for a link to a person (`[[@Ana]]`). `people`: who is an owner by name alone, see
 * `namedFields`.
 */
export function findFields(text: string, people: readonly string[] = NOBODY): readonly Field[] {
  const marked = scanFields(text);
  const labelled = labelledFields(text);
  const fields = labelled.length === 0 ? marked : withLabelled(text, marked, labelled);
  if ((people.length === 0 && !text.includes('**@')) || fields.some(({ content }) => content.kind === 'owner'))
    return fields;
  const named = namedFields(text, wordsEnd(text, fields), people);
  return named.length === 0 ? fields : merged(fields, named);
}

/** Where the words of a text end: only fields and white space follow. */
export function wordsEnd(text: string, fields: readonly Field[]): number {
  let end = text.length;
  for (let index = fields.length - 1; index >= 0; index--) {
    const { start, end: stop } = fields[index]!;
    if (trimmedEnd(text, 0, end) > stop) break;
    end = start;
  }
  return end;
}

/** The fields with those by labels, unless one stands in a span such as code. A label's owner may have an `@`. */
function withLabelled(text: string, marked: readonly Field[], labelled: readonly Field[]): readonly Field[] {
  const spans = findSpans(text);
  const free = labelled.flatMap((field) => {
    // A sign that ends the field before it belongs to that.
    const before = marked.find(({ start, end }) => start < field.start && end > field.start);
    const start = before === undefined ? field.start : before.end;
    const isFree =
      !/[\p{L}\p{N}]/u.test(text.slice(field.start, start)) &&
      !spans.some(
        (span) => span.start < field.end && span.end > start && (span.start <= start || span.kind === 'comment'),
      );
    return isFree ? [{ ...field, start }] : [];
  });
  const outside = marked.filter(({ start, end }) => !free.some((field) => start < field.end && end > field.start));
  return merged(outside, free);
}

function merged(fields: readonly Field[], others: readonly Field[]): readonly Field[] {
  return [...fields, ...others].sort((a, b) => a.start - b.start);
}

function scanFields(text: string): readonly Field[] {
  const first = text.search(SIGN);
  if (first === -1) return NO_FIELDS;
  const spans = findSpans(text);
  const fields: Field[] = [];
  const found: Found = {
    fields,
    linkAt: linksOf(text, spans),
    owner: -1,
    row: 0,
    rowEnd: -1,
    opening: 0,
    counted: 0,
  };
  let span = 0;
  let spanStart = spans[0]?.start ?? Infinity;
  for (let at = first; at < text.length; at++) {
    while (at > spanStart && at >= spans[span]!.end) spanStart = spans[++span]?.start ?? Infinity;
    if (at >= spanStart) {
      const inSpan = spans[span]!;
      if (inSpan.kind === 'comment') {
        closeOwner(text, found, at, false);
        fields.push({ start: at, end: inSpan.end, content: { kind: 'comment', raw: '' } });
      } else if (found.owner === -1 && namesPerson(text, inSpan)) found.owner = at;
      at = inSpan.end - 1;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (beginsNothing(unit)) continue;
    const startsWord = isBlankAt(text, at - 1);
    if (unit === AT || unit === HASH) {
      // With white space before it, each ends an owner, even where it begins nothing.
      if (startsWord) closeOwner(text, found, at, false);
      if (unit === AT) {
        if (found.owner === -1 && (startsWord || opensBracket(text.charCodeAt(at - 1))) && startsName(text, at + 1))
          found.owner = at;
        continue;
      }
    }
    if (unit === BRACKET || unit === SQUARE_BRACKET) {
      const pair = readDataviewPair(text, at);
      if (pair.length === 0) continue;
      closeOwner(text, found, at, true);
      fields.push(...pair);
      at = lastOf(pair)!.end - 1;
      continue;
    }
    const field = readField(text, at, unit, startsWord, found.owner !== -1);
    if (field === null) continue;
    closeOwner(text, found, at, true);
    fields.push(field);
    at = field.end - 1;
  }
  closeOwner(text, found, text.length, false);
  return fields;
}

function beginsNothing(unit: number): boolean {
  return (
    unit < FIRST_EMOJI && unit !== HASH && unit !== AT && unit !== BRACKET && unit !== SQUARE_BRACKET && unit !== CARET
  );
}

const NO_FIELDS: readonly Field[] = [];
const NOBODY: readonly string[] = [];

/** What was found so far of a text, and the owner that is open: it is read as soon as it is known where it ends. */
interface Found {
  readonly fields: Field[];
  readonly linkAt: LinkAt;
  /** Where the open owner begins, or -1. */
  owner: number;
  /** The first of the owners that stand in a row up to `rowEnd`: they are mentions where the last one is. */
  row: number;
  rowEnd: number;
  /** Up to where only fields stand, of so many that were counted. */
  opening: number;
  counted: number;
}

/** The owner that is open ends here at the latest. */
function closeOwner(text: string, found: Found, limit: number, beforeField: boolean): void {
  const { fields, owner: start } = found;
  if (start === -1) return;
  found.owner = -1;
  for (; found.counted < fields.length; found.counted++) {
    const field = fields[found.counted]!;
    if (trimmedStart(text, found.opening) >= field.start) found.opening = field.end;
  }
  const opensLine = trimmedStart(text, found.opening) >= start;
  const last = lastOf(fields);
  const followsField = last !== undefined && last.content.kind !== 'comment' && trimmedStart(text, last.end) >= start;
  if (found.rowEnd !== start) found.row = fields.length;
  found.rowEnd = limit;
  const owners = readOwners(text, { start, limit, opensLine, followsField, beforeField }, found.linkAt);
  if (owners === null) {
    if (!opensLine) fields.length = found.counted = Math.min(found.row, fields.length);
    found.rowEnd = -1;
    return;
  }
  for (const { name, start: from, end } of owners)
    fields.push({ start: from, end, content: { kind: 'owner', raw: '', name } });
}

/** Whether a span is a link that is written like an owner: `[[@Ana Lopez]]`, `[@Ana](People/Ana.md)`. */
function namesPerson(text: string, { kind, start, end }: Span): boolean {
  // A link to a profile elsewhere names no owner.
  if (kind === 'link') return text[start + 1] === '@' && !text.slice(start, end).includes('://');
  if (kind !== 'note-link') return false;
  const inner = text.slice(start + 2, end - 2);
  return inner.startsWith('@') || /[/|]@/.test(inner);
}

const NO_CONTENT: readonly Field[] = [];

/** Reads the field that starts at an offset with `unit`, if one does. `inOwner`: an owner is open, which any date ends. */
function readField(text: string, start: number, unit: number, startsWord: boolean, inOwner: boolean): Field | null {
  if (unit === HASH) return startsWord ? readTag(text, start) : null;
  if (unit === CARET) {
    const id = startsWord ? matchAt(BLOCK_ID, text, start) : null;
    return id && { start, end: text.length, content: { kind: 'block-id', raw: '', id: id[1]! } };
  }
  if (unit < FIRST_EMOJI) return null;
  const emoji = String.fromCodePoint(text.codePointAt(start)!);
  const sign = EMOJI.get(emoji);
  return sign === undefined ? null : readSigned(text, start, start + emoji.length, sign, inOwner);
}

/** Reads `[key:: value]` or `(key:: value)`, which is several fields where it names several owners: brackets within the value are closed, and so is the field by its own. */
function readDataviewPair(text: string, start: number): readonly Field[] {
  const key = matchAt(DATAVIEW_KEY, text, start);
  const name = key?.[1]!.toLowerCase() ?? '';
  if (key === null || !(DATAVIEW.has(name) || FURTHER_KEYS.has(name))) return NO_CONTENT;
  const valueStart = start + key[0].length;
  const close = closingBracket(text, start);
  if (close === -1) return NO_CONTENT;
  const value = text.slice(valueStart, close);
  if (name === 'owner' || name === 'assignee') {
    const names = namesInValue(value);
    return names.map(({ name: owner, end }, index) => ({
      start: index === 0 ? start : valueStart + names[index - 1]!.end,
      end: index === names.length - 1 ? close + 1 : valueStart + end,
      content: { kind: 'owner', raw: '', name: owner },
    }));
  }
  const content = readDataview(name, value.trim().replace(/^\[\[(.*)\]\]$/, '$1'));
  return content === null ? NO_CONTENT : [{ start, end: close + 1, content }];
}

/** Where the bracket at an offset is closed, or -1: where it is not, or brackets in it do not match. */
function closingBracket(text: string, start: number): number {
  const open: string[] = [];
  const last = Math.min(text.length, start + LONGEST_VALUE);
  for (let at = start; at < last; at++) {
    const character = text[at]!;
    if (character === '(') open.push(')');
    else if (character === '[') open.push(']');
    else if ((character === ')' || character === ']') && open.pop() !== character) return -1;
    if (open.length === 0) return at;
  }
  return -1;
}

/**
 * A tag of Obsidian: letters, digits, `-`, `_`, `/` and what is not of ASCII, not digits alone. A day that is glued to
 * it is none of it: the Tasks plugin reads `#a📅 2026-03-06` as a tag and a field.
 */
function readTag(text: string, start: number): Field | null {
  let end = start + 1;
  let isNumber = true;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const isDigit = unit >= 48 && unit <= 57;
    const isLetter =
      (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 45 || unit === 47 || unit === 95;
    if (!isDigit && !isLetter && (unit < 128 || isBlankAt(text, end))) break;
    if (unit >= FIRST_EMOJI && startsDay(text, end)) break;
    isNumber &&= isDigit;
  }
  return isNumber ? null : { start, end, content: { kind: 'tag', raw: '', tag: text.slice(start + 1, end) } };
}

/** Whether the emoji of a date and a day stand at an offset. */
function startsDay(text: string, start: number): boolean {
  const emoji = String.fromCodePoint(text.codePointAt(start)!);
  const sign = EMOJI.get(emoji);
  if (sign === undefined || !('date' in sign)) return false;
  const field = readSigned(text, start, start + emoji.length, sign, false);
  // That plugin looks at the digits alone: 30 February is a day for it.
  return field !== null && /\d{4}-\d{2}-\d{2}$/.test(text.slice(start, field.end));
}

/** Reads what stands after the emoji of a field, which ends at `after`. */
function readSigned(text: string, start: number, after: number, sign: Sign, inOwner: boolean): Field | null {
  const selector = text.charCodeAt(after);
  const end = selector === 0xfe0f || selector === 0xfe0e ? after + 1 : after;
  if ('priority' in sign) return { start, end, content: { kind: 'priority', raw: '', priority: sign.priority } };
  const valueStart = trimmedStart(text, end);
  if ('date' in sign) {
    const plain = /\s/.test(text[valueStart + 10] ?? ' ') ? parseDay(text.slice(valueStart, valueStart + 10)) : null;
    if (plain !== null)
      return { start, end: valueStart + 10, content: { kind: 'date', raw: '', field: sign.date, day: plain } };
    const value = matchAt(DATE_VALUE, text, valueStart);
    const day = value?.[1] === undefined ? null : parseDay(value[1]);
    // A bare 📅 says "some day" where no other word follows; others are pictures in the text.
    if (value === null && !inOwner && (sign.date !== 'due' || !saysSomeDay(text, valueStart))) return null;
    return {
      start,
      end: value === null ? end : valueStart + value[0].length,
      content: { kind: 'date', raw: '', field: sign.date, day },
    };
  }
  const value = matchAt(OTHER_VALUE[sign.other], text, valueStart)?.[0].trimEnd() ?? '';
  return {
    start,
    end: value === '' ? end : valueStart + value.length,
    content: { kind: 'other', raw: '', field: sign.other, value },
  };
}

/** Whether no word stands at an offset, or one such as "next" in `📅 next week`. */
function saysSomeDay(text: string, at: number): boolean {
  const word = matchAt(WORD, text, at)?.[0];
  return word === undefined || isDayWord(word, '');
}

function readDataview(key: string, value: string): FieldContent | null {
  const sign = DATAVIEW.get(key);
  if (sign !== undefined && 'date' in sign)
    // Links, code and the like are words of somebody, whatever the key says.
    return /[[\]`<>%$]|:\/\//.test(value) ? null : { kind: 'date', raw: '', field: sign.date, day: leadingDay(value) };
  if (sign !== undefined && 'other' in sign) return { kind: 'other', raw: '', field: sign.other, value };
  if (key === 'reason') {
    const reason = dismissReasonOf(value);
    return reason && { kind: 'reason', raw: '', reason };
  }
  const priority = value.toLowerCase() as Priority;
  return PRIORITIES.has(priority) ? { kind: 'priority', raw: '', priority } : null;
}

function startsName(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || matchAt(NAME_START, text, at) !== null;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

function opensBracket(unit: number): boolean {
  return unit === 40 || unit === 91 || unit === 123;
}
