import { parseDay, type Day } from '../base/day';
import { repairText, type Damage } from '../text/encoding';

export type Priority = 'highest' | 'high' | 'medium' | 'low' | 'lowest';

/** The dates that a task line can hold, by the names that Dataview and Tasks give them. */
export type DateField = 'due' | 'scheduled' | 'start' | 'created' | 'done' | 'cancelled';

/** Further fields of the Tasks plugin, which we keep and do not change. */
export type OtherField = 'recurrence' | 'on-completion' | 'id' | 'depends-on';

/** A piece of a task line. `raw` is exactly what stands in the note, white space before it included. */
export type Segment =
  | { readonly kind: 'text'; readonly raw: string; readonly text: string }
  | { readonly kind: 'owner'; readonly raw: string; readonly name: string }
  | { readonly kind: 'date'; readonly raw: string; readonly field: DateField; readonly day: Day | null }
  | { readonly kind: 'priority'; readonly raw: string; readonly priority: Priority }
  | { readonly kind: 'tag'; readonly raw: string; readonly tag: string }
  | { readonly kind: 'other'; readonly raw: string; readonly field: OtherField; readonly value: string }
  | { readonly kind: 'block-id'; readonly raw: string; readonly id: string };

/** A task line in pieces. `printTaskLine` joins them to exactly the line that was read. */
export interface TaskLine {
  /** Indent, quote marks, list marker and the white space before the bracket. */
  readonly prefix: string;
  /** The character between the brackets. */
  readonly symbol: string;
  readonly segments: readonly Segment[];
}

const HEAD = /^([ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[(.)\](?=\s|$)/u;

const DATE_EMOJI: ReadonlyMap<string, DateField> = new Map<string, DateField>([
  ['📅', 'due'], ['📆', 'due'], ['🗓', 'due'], ['⏳', 'scheduled'], ['⌛', 'scheduled'],
  ['🛫', 'start'], ['➕', 'created'], ['✅', 'done'], ['❌', 'cancelled'],
]);
const PRIORITY_EMOJI: ReadonlyMap<string, Priority> = new Map<string, Priority>([
  ['🔺', 'highest'], ['⏫', 'high'], ['🔼', 'medium'], ['🔽', 'low'], ['⏬', 'lowest'],
]);
const OTHER_EMOJI: ReadonlyMap<string, OtherField> = new Map<string, OtherField>([
  ['🔁', 'recurrence'], ['🏁', 'on-completion'], ['🆔', 'id'], ['⛔', 'depends-on'],
]);
const DATAVIEW_DATE: ReadonlyMap<string, DateField> = new Map<string, DateField>([
  ['due', 'due'], ['scheduled', 'scheduled'], ['start', 'start'], ['created', 'created'], ['completion', 'done'], ['cancelled', 'cancelled'],
]);
const DATAVIEW_OTHER: ReadonlyMap<string, OtherField> = new Map<string, OtherField>([
  ['repeat', 'recurrence'], ['oncompletion', 'on-completion'], ['id', 'id'], ['dependson', 'depends-on'],
]);
const PRIORITIES: ReadonlySet<string> = new Set<Priority>(['highest', 'high', 'medium', 'low', 'lowest']);

const EMOJI = '📅📆🗓⏳⌛🛫➕✅❌🔺⏫🔼🔽⏬🔁🏁🆔⛔';
const TAG = String.raw`#(?=[^\s#]*[^\s#\d])[^\s#,;:.!?'"()[\]{}<>|\\^~@${'`'}=+*&%$]+`;

/**
 * Where a field may begin. Whole words and addresses come first, so that an `@` or `#` inside of one begins nothing
 * (and so that no character is looked at twice).
 */
const FIELD = new RegExp([
  String.raw`(?<word>[\p{L}\p{N}._%+-]+(?:@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+|:\/\/\S+)?)`,
  String.raw`(?<emoji>[${EMOJI}])\ufe0f?`,
  String.raw`(?<dataview>[[(](?<key>[a-z]+)::\s*(?<value>[^\])]*)[\])])`,
  String.raw`(?<tag>${TAG})`,
  String.raw`(?<owner>@(?=\[\[|[\p{L}\p{N}]))`,
  String.raw`(?<block>\^[a-zA-Z0-9-]+\s*$)`,
].join('|'), 'giu');

const DATE_VALUE = /^\s*(?:(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2})?)?(?![\d-])|\d[\d./-]*|(?:TBD|TBC|TBA|none|unknown|n\/a|\?+)(?![\p{L}\p{N}])|(?=\s*$))/iu;
const WORD_VALUE = /^\s*[\p{L}\p{N}_,-]+(?:\s*,\s*[\p{L}\p{N}_-]+)*/u;

/**
 * Reads a line of a note, without its line end, as a task. Null where it is no list item with a bracket.
 * `damage` is that of its note: damaged runs are understood, their bytes stay in the pieces' `raw`.
 *
 * Fields follow the Tasks plugin's emoji format and Dataview's `[due:: …]`. An owner starts at an `@` that follows white space
 * or a bracket, and ends before the next field, ` #`, ` @` or the end of the line: names hold spaces, particles and remarks in brackets.
 */
export function parseTaskLine(line: string, damage: Damage | null = null): TaskLine | null {
  const head = HEAD.exec(line);
  if (head === null) return null;
  const prefix = head[1]!;
  const symbol = head[2]!;
  return { prefix, symbol, segments: parseSegments(line.slice(head[0].length), damage) };
}

/** The line that `parseTaskLine` read, byte for byte; with changed pieces, the line they make. */
export function printTaskLine({ prefix, symbol, segments }: TaskLine): string {
  return `${prefix}[${symbol}]${segments.map((segment) => segment.raw).join('')}`;
}

/** Longer lines (in UTF-16 units) are nobody's task: their fields are not looked for, and no command writes them. */
export const LONGEST_LINE = 10_000;

function parseSegments(original: string, damage: Damage | null): readonly Segment[] {
  if (original.length > LONGEST_LINE) return [{ kind: 'text', raw: original, text: original }];
  const { text, toOriginal } = repairText(original, damage);
  const fields = dropMentions(findFields(text));
  const segments: Segment[] = [];
  let from = 0;
  const add = (to: number, make: (raw: string) => Segment): void => {
    if (to > from) segments.push(make(original.slice(toOriginal(from), toOriginal(to))));
    from = Math.max(from, to);
  };
  for (const field of fields) {
    const start = from + text.slice(from, field.start).trimEnd().length;
    add(start, (raw) => ({ kind: 'text', raw, text: text.slice(from, start) }));
    add(field.end, (raw) => ({ ...field.content, raw }));
  }
  const rest = text.slice(from);
  add(text.length, (raw) => ({ kind: 'text', raw, text: rest }));
  return segments;
}

type Content = Segment extends infer S ? S extends Segment ? Omit<S, 'raw'> : never : never;

interface Field {
  readonly start: number;
  readonly end: number;
  readonly content: Content;
}

function findFields(text: string): readonly Field[] {
  const fields: Field[] = [];
  /** An owner whose end is not known before the next field is. */
  let owner: number | null = null;
  const closeOwner = (end: number): void => {
    if (owner !== null) fields.push(readOwner(text, owner, end));
    owner = null;
  };
  FIELD.lastIndex = 0;
  for (let match = FIELD.exec(text); match !== null; match = FIELD.exec(text)) {
    const start = match.index;
    const before = text[start - 1] ?? ' ';
    const { emoji, dataview, key, value, tag, block } = match.groups!;
    const startsWord = /\s/.test(before);
    let field: Field | null = null;
    if (emoji !== undefined) field = readEmoji(text, start, emoji, FIELD.lastIndex);
    else if (dataview !== undefined) field = readDataview(start, FIELD.lastIndex, key!.toLowerCase(), value!.trim());
    else if (tag !== undefined && startsWord) field = { start, end: FIELD.lastIndex, content: { kind: 'tag', tag: tag.slice(1) } };
    else if (block !== undefined && startsWord) field = { start, end: FIELD.lastIndex, content: { kind: 'block-id', id: block.trim().slice(1) } };
    else if (match.groups!['owner'] !== undefined && (startsWord || (owner === null && /[([{]/.test(before)))) {
      closeOwner(start);
      owner = start;
    }
    if (field !== null) {
      closeOwner(field.start);
      fields.push(field);
      FIELD.lastIndex = field.end;
    }
  }
  closeOwner(text.length);
  return fields;
}

function readEmoji(text: string, start: number, emoji: string, after: number): Field | null {
  const priority = PRIORITY_EMOJI.get(emoji);
  if (priority !== undefined) return { start, end: after, content: { kind: 'priority', priority } };
  const rest = text.slice(after);
  const date = DATE_EMOJI.get(emoji);
  if (date !== undefined) {
    const value = DATE_VALUE.exec(rest);
    // A bare 📅 says "some day"; a bare ✅ or ❌ is a picture in the text.
    if (value === null) return date === 'due' && /^\s*[#@📅⏫🔼🔽⏬🔺]/u.test(rest) ? { start, end: after, content: { kind: 'date', field: date, day: null } } : null;
    return { start, end: after + value[0].length, content: { kind: 'date', field: date, day: value[1] === undefined ? null : parseDay(value[1]) } };
  }
  const field = OTHER_EMOJI.get(emoji)!;
  const value = field === 'recurrence' ? rest.slice(0, nextField(rest)) : WORD_VALUE.exec(rest)?.[0] ?? '';
  return { start, end: after + value.trimEnd().length, content: { kind: 'other', field, value: value.trim() } };
}

/** Where the words of a recurrence rule end. */
function nextField(rest: string): number {
  const next = rest.search(/\s[#@^]|[📅📆🗓⏳⌛🛫➕✅❌🔺⏫🔼🔽⏬🔁🏁🆔⛔[(]/u);
  return next === -1 ? rest.length : next;
}

function readDataview(start: number, end: number, key: string, value: string): Field | null {
  const date = DATAVIEW_DATE.get(key);
  if (date !== undefined) return { start, end, content: { kind: 'date', field: date, day: parseDay(value.slice(0, 10)) } };
  if (key === 'priority' && PRIORITIES.has(value.toLowerCase())) {
    return { start, end, content: { kind: 'priority', priority: value.toLowerCase() as Priority } };
  }
  if ((key === 'owner' || key === 'assignee') && value !== '') return { start, end, content: { kind: 'owner', name: value.replace(/^@/, '') } };
  const other = DATAVIEW_OTHER.get(key);
  return other === undefined ? null : { start, end, content: { kind: 'other', field: other, value } };
}

/** Reads the owner that starts with the `@` at `start` and may reach up to `limit`. */
function readOwner(text: string, start: number, limit: number): Field {
  const bracket = /[([{]/.test(text[start - 1] ?? ' ');
  const end = start + 1 + ownerLength(text.slice(start + 1, limit), text.slice(0, start).trim() === '' && !bracket);
  const name = text.slice(start + 1, end)
    .replace(/^\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/, '$1')
    .replace(/[\s,;:&/|*_-]+$/u, '')
    .replace(/\s+(?:and|or)$/iu, '');
  return { start, end, content: { kind: 'owner', name: trimStop(name.trim()) } };
}

/** A full stop ends the sentence, not the name, unless it belongs to it: `Jr.`, `Inc.`, `K.` */
function trimStop(name: string): string {
  return /(?:^|\s)(?:Jr|Sr|Inc|Ltd|Co|Corp|Dr|\p{Lu})\.$/u.test(name) ? name : name.replace(/[.!?]+$/u, '');
}

function ownerLength(run: string, opensLine: boolean): number {
  let depth = 0;
  for (let at = 0; at < run.length; at++) {
    if (/[([{]/.test(run[at]!)) depth++;
    // The bracket that the @ stands in, as in `(@Ana)`.
    if (/[)\]}]/.test(run[at]!) && --depth < 0) return at;
  }
  if (opensLine) {
    // `@Ana: send the deck` or `@Ana send the deck`: the words after the name are the task.
    const colon = /^[^:()[\]]{1,40}:(?=\s)/u.exec(run);
    if (colon !== null) return colon[0].length;
    if (run.trim().split(/\s+/).length > 3) return /^\S+/.exec(run)![0].length;
  }
  return run.trimEnd().length;
}

/**
 * An owner that reads like a part of the sentence ("Ask @Ilse about the racks. @Myself") is a mention, and stays text:
 * one before another owner that goes on in words no name has, or one that runs on for a whole sentence.
 */
function dropMentions(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ content }, index) => {
    if (content.kind !== 'owner') return true;
    const words = content.name.replace(/\([^)]*\)?/gu, ' ').trim().split(/\s+/);
    if (words.length > 8) return false;
    const followed = fields.slice(index + 1).some((later) => later.content.kind === 'owner');
    return !(followed && words.length > 1 && words.slice(1).some((word) => SENTENCE_WORDS.has(word.toLowerCase())));
  });
}

const SENTENCE_WORDS: ReadonlySet<string> = new Set([
  'about', 'to', 'for', 'the', 'with', 'on', 'in', 'at', 'from', 'that', 'whether', 'if', 'when', 'by', 'will', 'is', 'are', 'should', 'has', 'before', 'after',
]);
