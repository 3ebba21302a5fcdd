import type { Day } from '../base/day';
import { sameValue } from '../base/equal';
import { lastOf } from '../base/last-of';
import { trimmedEnd, trimmedStart } from '../text/space';
import { findSpans } from '../text/spans';
import type { DismissReason } from './dismiss-reason';
import { isPlainName } from './owner';
import { isEmptyPair, needsSpace, taskText } from './task';
import type { Priority, Segment } from './task-line';
import { endsWithTag, tasksTail, type FieldFormat } from './tasks-tail';

/** The pieces without some of them. One space before each goes, too, and brackets that held nothing else. */
export function without(segments: readonly Segment[], goes: (segment: Segment) => boolean): readonly Segment[] {
  const kept: Segment[] = [];
  let isGap = false;
  for (const segment of segments) {
    if (goes(segment)) {
      isGap = true;
      const space = spaceBefore(segment).slice(0, -1);
      if (space !== '') kept.push(textOf(space));
      continue;
    }
    const last = lastOf(kept);
    if (isGap && last?.kind === 'text' && segment.kind === 'text' && isEmptyPair(last.raw, segment.raw.trimStart())) {
      kept.splice(-1, 1, textOf(last.raw.slice(0, -1).trimEnd()), textOf(segment.raw.trimStart().slice(1)));
    } else if (isGap && last !== undefined && segment.kind === 'text' && needsSpace(last.raw, segment.raw))
      kept.push(textOf(` ${segment.raw}`));
    else kept.push(segment);
    isGap = false;
  }
  return kept.filter(({ raw }) => raw !== '');
}

/**
 * The pieces with one tag in place of the first that `isOld` names, else at the end; all others that it names go. The
 * tag itself is not doubled.
 */
export function withTag(
  segments: readonly Segment[],
  tag: string,
  isOld: (segment: Segment) => boolean,
): readonly Segment[] {
  const isThere = segments.some((segment) => segment.kind === 'tag' && segment.tag === tag);
  const old = segments.find(isOld);
  if (isThere || old === undefined) {
    const rest = without(segments, isOld);
    return isThere ? rest : append(rest, { kind: 'tag', tag, raw: ` #${tag}` });
  }
  return without(
    segments.map((segment) =>
      segment === old ? { kind: 'tag', tag, raw: `${spaceBefore(segment)}#${tag}` } : segment,
    ),
    isOld,
  );
}

const DATE_SIGNS = {
  due: ['📅', 'due'],
  cancelled: ['❌', 'cancelled'],
  done: ['✅', 'completion'],
  start: ['🛫', 'start'],
  created: ['➕', 'created'],
} as const;

/** The pieces with one date of a kind, or with none of it. `format`: that of the first field of a line. */
export function withDate(
  segments: readonly Segment[],
  field: keyof typeof DATE_SIGNS,
  day: Day | null,
  format: FieldFormat,
): readonly Segment[] {
  // A sign without any value is a picture in the text, and stays; but a bare 📅 says "some day".
  const isThis = (segment: Segment): boolean =>
    segment.kind === 'date' && segment.field === field && (field === 'due' || /[\p{L}\p{N}?]/u.test(segment.raw));
  if (day === null) return without(segments, isThis);
  const [emoji, key] = DATE_SIGNS[field];
  return withField(segments, isThis, format, (style) => ({
    kind: 'date',
    field,
    day,
    raw: style === 'dataview' ? `[${key}:: ${day}]` : `${emoji} ${day}`,
  }));
}

const PRIORITY_SIGNS: Readonly<Record<Priority, string>> = {
  highest: '🔺',
  high: '⏫',
  medium: '🔼',
  low: '🔽',
  lowest: '⏬',
};

/** The pieces with one priority, or with none. */
export function withPriority(
  segments: readonly Segment[],
  priority: Priority | null,
  format: FieldFormat,
): readonly Segment[] {
  const isThis = ({ kind }: Segment): boolean => kind === 'priority';
  if (priority === null) return without(segments, isThis);
  return withField(segments, isThis, format, (style) => ({
    kind: 'priority',
    priority,
    raw: style === 'dataview' ? `[priority:: ${priority}]` : PRIORITY_SIGNS[priority],
  }));
}

/**
 * The pieces with this reason alone, between the words and the fields: the Tasks plugin, which reads backwards, would
 * stop at it.
 */
export function withReason(
  segments: readonly Segment[],
  reason: DismissReason,
  format: FieldFormat,
): readonly Segment[] {
  const rest = without(segments, ({ kind }) => kind === 'reason');
  const { head, tail, end } = parts(rest, styleOf(rest, format));
  const field: Segment = { kind: 'reason', reason, raw: ` [reason:: ${reason}]` };
  return [...append(head, field), ...tail.map(spacedField), ...end];
}

/**
 * The pieces with exactly these owners, in this order: in place of the first one that stands after the words and before
 * the fields, else there. What the Tasks plugin reads at the end stays together.
 */
export function withOwners(
  segments: readonly Segment[],
  names: readonly string[],
  format: FieldFormat,
): readonly Segment[] {
  const isOwner = ({ kind }: Segment): boolean => kind === 'owner';
  const { head, tail, end } = parts(segments, styleOf(segments, format));
  const place = placeOfOwners(head);
  const before = names.reduce<readonly Segment[]>(
    (pieces, name) => append(pieces, { kind: 'owner', name, raw: ` ${ownerField(name)}` }),
    without(head.slice(0, place), isOwner),
  );
  const after = head.slice(place).filter((segment) => !isOwner(segment));
  return [...before, ...[...after, ...tail].map(spacedField), ...end];
}

/** How an owner is written. A name that would be read as words of the line behind an `@` becomes a field of Dataview. */
export function ownerField(name: string): string {
  return isPlainName(name) ? `@${name}` : `[owner:: ${name}]`;
}

function placeOfOwners(segments: readonly Segment[]): number {
  const afterWords = lastIndexOf(segments, ({ kind, raw }) => kind === 'text' && raw.trim() !== '') + 1;
  let place = afterWords;
  while (segments[place]?.kind === 'tag') place++;
  return segments[place]?.kind === 'owner' ? place : afterWords;
}

/** The pieces with other words, which come first. Tags among the old words were a part of them, and go. */
export function withWords(segments: readonly Segment[], words: readonly Segment[]): readonly Segment[] {
  const lastWord = lastIndexOf(segments, (segment) => segment.kind === 'text' && /[\p{L}\p{N}]/u.test(segment.text));
  const isKept = (segment: Segment, index: number): boolean =>
    segment.kind !== 'text' && (index > lastWord || !isOfWords(segment));
  const last = lastOf(segments);
  const space = last?.kind === 'text' ? last.raw.slice(trimmedEnd(last.raw, 0, last.raw.length)) : '';
  return [...words, ...segments.filter(isKept).map(spaced), ...(space === '' ? [] : [textOf(space)])];
}

/** Whether a piece counts as a part of the text where a word follows it. */
function isOfWords(segment: Segment): boolean {
  return taskText({ prefix: '', symbol: ' ', segments: [segment, textOf(' word')] }) !== 'word';
}

/**
 * The pieces with one field of a kind: in the place of the one that stood at the end, where the Tasks plugin reads it,
 * else as a new piece there. One that says the same already keeps its bytes.
 */
function withField(
  segments: readonly Segment[],
  isThis: (segment: Segment) => boolean,
  format: FieldFormat,
  write: (style: FieldFormat) => Segment,
): readonly Segment[] {
  const style = styleOf(segments, format);
  const written = write(style);
  const known = parts(segments, style).tail.reverse().find(isThis);
  if (known === undefined)
    return append(apartFromTag(without(segments, isThis), style), { ...written, raw: ` ${written.raw}` });
  const stays = sameValue({ ...known, raw: '' }, { ...written, raw: '' })
    ? known
    : { ...written, raw: spaceBefore(known) + written.raw };
  return without(
    segments.map((segment) => (segment === known ? stays : segment)),
    (segment) => segment !== stays && isThis(segment),
  );
}

/** The pieces with white space before the fields at the end, where the Tasks plugin would take them into a tag. */
function apartFromTag(segments: readonly Segment[], style: FieldFormat): readonly Segment[] {
  const { head, tail, end } = parts(segments, style);
  const [first, ...others] = tail;
  return first !== undefined && endsWithTag(head.map(({ raw }) => raw).join(''))
    ? [...head, spacedField(first), ...others, ...end]
    : segments;
}

/** How the fields of both formats begin; a label (`Due: 2026-03-06`) is of none. */
const SIGNED = /^\s*(?:[[(]\s*[a-zA-Z]+::|\p{Extended_Pictographic})/u;

/** How the fields of a line are written: all of them, where they agree, else as the Tasks plugin is set. */
function styleOf(segments: readonly Segment[], format: FieldFormat): FieldFormat {
  const fields = segments.filter(
    ({ kind, raw }) => (kind === 'date' || kind === 'priority' || kind === 'other') && SIGNED.test(raw),
  );
  if (fields.length === 0) return format;
  const ofDataview = fields.filter(({ raw }) => /^\s*[[(]/u.test(raw)).length;
  return ofDataview === fields.length ? 'dataview' : ofDataview === 0 ? 'emoji' : format;
}

/**
 * The pieces before those that the Tasks plugin reads at the end, these, and what ends the line and is no part of the
 * task: white space and a block id. A piece of text may be cut: `#1` at its end is a tag for that plugin.
 */
function parts(
  segments: readonly Segment[],
  style: FieldFormat,
): { readonly head: readonly Segment[]; readonly tail: Segment[]; readonly end: readonly Segment[] } {
  const last = endOfLine(segments);
  const body = segments.slice(0, last);
  const text = body.map(({ raw }) => raw).join('');
  const found = tasksTail(text, style);
  // That plugin knows no links: `[[Plan #a]]` ends with a tag for it.
  const start = findSpans(text).find((span) => span.start < found && span.end > found)?.end ?? found;
  const head: Segment[] = [];
  const tail: Segment[] = [];
  let at = 0;
  for (const segment of body) {
    const from = at;
    at += segment.raw.length;
    // White space before it belongs to a piece.
    const first = from + spaceBefore(segment).length;
    if (first >= start) tail.push(segment);
    else if (at <= start || segment.kind !== 'text') head.push(segment);
    else {
      const cut = trimmedEnd(segment.raw, 0, start - from);
      head.push(textOf(segment.raw.slice(0, cut)));
      tail.push(textOf(segment.raw.slice(cut)));
    }
  }
  return { head, tail, end: segments.slice(last) };
}

/** The fields of a line that the Tasks plugin reads at its end, as they are written. */
export function fieldsAtEnd(segments: readonly Segment[], format: FieldFormat): ReadonlySet<string> {
  const { tail } = parts(segments, styleOf(segments, format));
  return new Set(tail.flatMap(({ kind, raw }) => (kind === 'text' || kind === 'tag' ? [] : [raw.trim()])));
}

/** Adds a piece at the end, before a block id and before white space. */
function append(segments: readonly Segment[], added: Segment): readonly Segment[] {
  const end = endOfLine(segments);
  const last = segments[end - 1];
  const wordsEnd = last?.kind === 'text' ? trimmedEnd(last.raw, 0, last.raw.length) : -1;
  const rest = segments.slice(end).map(behindSpace);
  if (last === undefined || wordsEnd === -1 || wordsEnd === last.raw.length)
    return [...segments.slice(0, end), added, ...rest];
  return [
    ...segments.slice(0, end - 1),
    textOf(last.raw.slice(0, wordsEnd)),
    added,
    textOf(last.raw.slice(wordsEnd)),
    ...rest,
  ];
}

/** A block id behind a space: behind a tab, the Tasks plugin would read neither it nor the fields before it. */
function behindSpace(segment: Segment): Segment {
  return segment.kind === 'block-id' ? { ...segment, raw: segment.raw.replace(/\s(?=\^)/, ' ') } : segment;
}

/** The index of what ends the line and is no part of the task: white space and a block id. */
function endOfLine(segments: readonly Segment[]): number {
  return lastIndexOf(segments, ({ kind, raw }) => kind !== 'block-id' && (kind !== 'text' || raw.trim() !== '')) + 1;
}

/** A piece with white space before it, unless it is text, which may go on with the piece before it. */
function spacedField(segment: Segment): Segment {
  return segment.kind === 'text' ? segment : spaced(segment);
}

/** A piece with white space before it. */
function spaced(segment: Segment): Segment {
  return spaceBefore(segment) === '' ? { ...segment, raw: ` ${segment.raw}` } : segment;
}

function spaceBefore({ raw }: Segment): string {
  return raw.slice(0, trimmedStart(raw, 0));
}

function lastIndexOf(segments: readonly Segment[], isWanted: (segment: Segment) => boolean): number {
  let index = segments.length - 1;
  while (index >= 0 && !isWanted(segments[index]!)) index--;
  return index;
}

function textOf(raw: string): Segment {
  return { kind: 'text', raw, text: raw };
}
