import { leadingDay, parseDay } from '../base/day';
import { isBlankAt, trimmedStart } from '../text/space';
import { isMention, readOwner } from './owner';
import type { DateField, OtherField, Priority, Segment } from './segment';

/** What a field says; its `raw` is set when the line is cut. */
export type FieldContent = Exclude<Segment, { readonly kind: 'text' }> & { raw: string };

/** A field of a task line, in UTF-16 units of the understood text. */
export interface Field {
  readonly start: number;
  readonly end: number;
  readonly content: FieldContent;
}

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
const PRIORITIES: ReadonlySet<string> = new Set<Priority>(['highest', 'high', 'medium', 'low', 'lowest']);

// What stands at the start of a field, or after its emoji. All of them are sticky.
const BLOCK_ID = /\^([a-zA-Z0-9-]+)\s*$/y;
const DATAVIEW_PAIR = /[[(]([a-zA-Z]{1,20})::(?:\s{0,20}\[\[([^\])]{0,500})\]\]\s{0,20}|([^\])]{0,500}))[\])]/y;
const NAME_START = /\[\[|[\p{L}\p{N}]/uy;
const DATE_VALUE =
  /(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2})?)?(?![\d-])|\d[\d./-]*|(?:TBD|TBC|TBA|none|unknown|n\/a)(?![\p{L}\p{N}])|\?+|$/iuy;
const ID_VALUE = /[\p{L}\p{N}_,-]+(?:\s*,\s*[\p{L}\p{N}_-]+)*/uy;
const OTHER_VALUE: Readonly<Record<OtherField, RegExp>> = {
  recurrence: new RegExp(String.raw`(?:(?!\s[#@^])[^[(${[...EMOJI.keys()].join('')}])*`, 'uy'),
  'on-completion': /(?:keep|delete)(?![\p{L}\p{N}])/iuy,
  id: ID_VALUE,
  'depends-on': ID_VALUE,
};

const HASH = 35;
const BRACKET = 40;
const COLON = 58;
const AT = 64;
const SQUARE_BRACKET = 91;
const CARET = 94;
const BRACE = 123;
/** No sign of a field comes before it, but those of ASCII. */
const FIRST_EMOJI = '⌛'.charCodeAt(0);
/** The units that the loop below looks at: most of a line is passed over at once. */
const SIGN = /[#@([^:⌛-\uffff]/;

/** Finds the fields of an understood text, in order. Between them stands text. */
export function findFields(text: string): readonly Field[] {
  const fields: Field[] = [];
  /** Where the owner starts whose end is not known yet, or -1. */
  let owner = -1;
  /** Up to where only fields stand. */
  let opening = 0;
  const add = (field: Field): void => {
    if (trimmedStart(text, opening) >= field.start) opening = field.end;
    fields.push(field);
  };
  const closeOwner = (limit: number): void => {
    if (owner === -1) return;
    const start = owner;
    owner = -1;
    const opensLine = trimmedStart(text, opening) >= start && !opensBracket(text.charCodeAt(start - 1));
    const { name, length } = readOwner(text.slice(start + 1, limit), opensLine);
    add({ start, end: start + 1 + length, content: { kind: 'owner', raw: '', name } });
  };
  const first = text.search(SIGN);
  for (let at = first === -1 ? text.length : first; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (
      unit < FIRST_EMOJI &&
      unit !== HASH &&
      unit !== AT &&
      unit !== BRACKET &&
      unit !== SQUARE_BRACKET &&
      unit !== CARET &&
      unit !== COLON
    )
      continue;
    if (unit === COLON) {
      // An `@` or `#` inside of an address begins nothing.
      if (text.startsWith('://', at)) while (!isBlankAt(text, at + 1)) at++;
      continue;
    }
    const startsWord = isBlankAt(text, at - 1);
    if (unit === AT || unit === HASH) {
      // With white space before it, each ends an owner, even where it begins nothing.
      if (startsWord) closeOwner(at);
      if (unit === AT) {
        if ((startsWord || (owner === -1 && opensBracket(text.charCodeAt(at - 1)))) && startsName(text, at + 1))
          owner = at;
        continue;
      }
    }
    const field = readField(text, at, unit, startsWord, owner !== -1);
    if (field === null) continue;
    closeOwner(at);
    add(field);
    at = field.end - 1;
  }
  closeOwner(text.length);
  return withoutMentions(fields);
}

/**
 * Reads the field that starts at an offset with `unit`, if one does. `inOwner`: an owner is open, which any date ends.
 */
function readField(text: string, start: number, unit: number, startsWord: boolean, inOwner: boolean): Field | null {
  if (unit === HASH) return startsWord ? readTag(text, start) : null;
  if (unit === CARET) {
    const id = startsWord ? matchAt(BLOCK_ID, text, start) : null;
    return id && { start, end: text.length, content: { kind: 'block-id', raw: '', id: id[1]! } };
  }
  if (unit === BRACKET || unit === SQUARE_BRACKET) {
    const pair = matchAt(DATAVIEW_PAIR, text, start);
    if (pair === null) return null;
    const content = readDataview(pair[1]!.toLowerCase(), (pair[2] ?? pair[3]!).trim());
    return content && { start, end: start + pair[0].length, content };
  }
  const emoji = String.fromCodePoint(text.codePointAt(start)!);
  const sign = EMOJI.get(emoji);
  return sign === undefined ? null : readSigned(text, start, start + emoji.length, sign, inOwner);
}

/** A tag of Obsidian: letters, digits, `-`, `_`, `/` and what is not of ASCII, not digits alone. */
function readTag(text: string, start: number): Field | null {
  let end = start + 1;
  let isNumber = true;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const isDigit = unit >= 48 && unit <= 57;
    const isLetter =
      (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 45 || unit === 47 || unit === 95;
    if (!isDigit && !isLetter && (unit < 128 || isBlankAt(text, end))) break;
    isNumber &&= isDigit;
  }
  return isNumber ? null : { start, end, content: { kind: 'tag', raw: '', tag: text.slice(start + 1, end) } };
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
    // A bare 📅 says "some day"; a bare ✅ or ❌ is a picture in the text.
    if (value === null && sign.date !== 'due' && !inOwner) return null;
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

function readDataview(key: string, value: string): FieldContent | null {
  const sign = DATAVIEW.get(key);
  if (sign !== undefined && 'date' in sign) return { kind: 'date', raw: '', field: sign.date, day: leadingDay(value) };
  if (sign !== undefined && 'other' in sign) return { kind: 'other', raw: '', field: sign.other, value };
  if (key === 'priority' && PRIORITIES.has(value.toLowerCase()))
    return { kind: 'priority', raw: '', priority: value.toLowerCase() as Priority };
  return (key === 'owner' || key === 'assignee') && value !== ''
    ? { kind: 'owner', raw: '', name: value.replace(/^@/, '') }
    : null;
}

function withoutMentions(fields: readonly Field[]): readonly Field[] {
  let last = fields.length - 1;
  while (last >= 0 && fields[last]!.content.kind !== 'owner') last--;
  if (last === -1) return fields;
  const isKept = ({ content }: Field, index: number): boolean =>
    content.kind !== 'owner' || !isMention(content.name, index < last);
  return fields.every(isKept) ? fields : fields.filter(isKept);
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
  return unit === BRACKET || unit === SQUARE_BRACKET || unit === BRACE;
}
