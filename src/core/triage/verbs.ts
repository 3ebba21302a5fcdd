import type { Day } from '../base/day';
import { fail, succeed, type Result } from '../base/result';
import { createEdit, type Edit } from '../change/edit';
import { refuse, type Refusal, type RefusalReason } from '../change/refusal';
import { surveyText } from '../change/survey';
import { statusOf, type StatusSymbols, type TaskStatus } from '../task/status';
import { taskText } from '../task/task';
import { LONGEST_LINE, parseTaskLine, printTaskLine, type Segment, type TaskLine } from '../task/task-line';
import { detectDamage, type Damage } from '../text/encoding';

/** What can be decided of one task. `mark-copy` is for the other lines of a group whose best line was decided. */
export type Verb =
  | { readonly name: 'accept' }
  | { readonly name: 'dismiss' }
  | { readonly name: 'done'; readonly day: Day }
  | { readonly name: 'snooze'; readonly until: Day }
  | { readonly name: 'mark-copy' };

/** What a decision depends on besides the line. */
export interface VerbRules {
  readonly today: Day;
  readonly symbols: StatusSymbols;
}

/** A decision of one line of a note. */
export interface Decision {
  /** The number of the line, from 0. */
  readonly line: number;
  /** The line as the user saw it, without its end. */
  readonly raw: string;
  readonly verb: Verb;
}

/** The edits of decisions of one note, or for each why not, in the order they were given. Text, lines and numbers come from `text` alone. */
export function decideTasks(path: string, text: string, decisions: readonly Decision[], rules: VerbRules): readonly Result<Edit, Refusal>[] {
  const survey = surveyText(text);
  const damage = detectDamage(text);
  return decisions.map(({ line, raw, verb }) => {
    const found = survey.lines[line];
    if (found?.text !== raw) return fail(refuse('changed', raw));
    if (found.kind === 'front-matter' || found.kind === 'code' || found.kind === 'comment') return fail(refuse('masked', raw));
    const decided = decideLine(raw, verb, { ...rules, damage });
    return decided.ok ? succeed(createEdit(survey, { path, line, count: 1, replacement: [decided.value] })) : decided;
  });
}

/**
 * The line that a decision makes of a task line, or why not. All that the decision does not mean keeps its bytes, damaged ones too.
 * New fields go to the end, before a block id, where the Tasks plugin reads them.
 */
export function decideLine(raw: string, verb: Verb, { today, symbols, damage }: VerbRules & { readonly damage: Damage | null }): Result<string, Refusal> {
  if (raw.length > LONGEST_LINE) return fail(refuse('too-long', raw));
  const line = parseTaskLine(raw, damage);
  if (line === null) return fail(refuse('not-a-task', raw));
  const reason = reasonAgainst(line, verb, { today, symbols });
  return reason === null ? succeed(printTaskLine(changeLine(line, verb, today))) : fail(refuse(reason, raw));
}

function reasonAgainst(line: TaskLine, verb: Verb, { today, symbols }: VerbRules): RefusalReason | null {
  const tags = line.segments.flatMap((segment) => (segment.kind === 'tag' ? [segment.tag] : []));
  const status = statusOf(line.symbol, tags, symbols);
  if (!OPEN_TO[verb.name].includes(status)) return status === 'done' || status === 'dismissed' ? DECIDED_REASON[verb.name] : 'not-proposed';
  if (verb.name === 'done' && line.segments.some(isRecurring)) return 'recurring';
  if (verb.name === 'snooze' && verb.until <= today) return 'past-day';
  return verb.name !== 'dismiss' && verb.name !== 'mark-copy' && taskText(line) === '' ? 'no-words' : null;
}

const UNDECIDED: readonly TaskStatus[] = ['proposed', 'open', 'in-progress'];

/** Of which tasks each verb makes something. */
const OPEN_TO: Readonly<Record<Verb['name'], readonly TaskStatus[]>> = {
  accept: ['proposed'],
  dismiss: UNDECIDED,
  done: UNDECIDED,
  snooze: ['proposed'],
  'mark-copy': ['proposed'],
};

const DECIDED_REASON: Readonly<Record<Verb['name'], RefusalReason>> = {
  accept: 'not-proposed',
  dismiss: 'decided',
  done: 'decided',
  snooze: 'not-proposed',
  'mark-copy': 'not-proposed',
};

function isRecurring(segment: Segment): boolean {
  return segment.kind === 'other' && (segment.field === 'recurrence' || segment.field === 'on-completion');
}

function changeLine({ prefix, symbol, segments }: TaskLine, verb: Verb, today: Day): TaskLine {
  switch (verb.name) {
    case 'accept':
      return { prefix, symbol: ' ', segments: without(segments, (segment) => isProposedTag(segment) || isStartAfter(segment, today)) };
    case 'dismiss':
      return { prefix, symbol: '-', segments: withDate(without(segments, isProposedTag), 'cancelled', today) };
    case 'done':
      return { prefix, symbol: 'x', segments: withDate(segments, 'done', verb.day) };
    case 'snooze':
      return { prefix, symbol, segments: withDate(segments, 'start', verb.until) };
    case 'mark-copy':
      return { prefix, symbol: '-', segments: withDate(withCopyTag(segments), 'cancelled', today) };
  }
}

function isProposedTag(segment: Segment): boolean {
  return segment.kind === 'tag' && segment.tag.toLowerCase() === 'proposed';
}

function isStartAfter(segment: Segment, today: Day): boolean {
  return segment.kind === 'date' && segment.field === 'start' && segment.day !== null && segment.day > today;
}

/** The pieces without some of them; one space before each goes, too. */
function without(segments: readonly Segment[], goes: (segment: Segment) => boolean): readonly Segment[] {
  return segments.flatMap((segment) => {
    if (!goes(segment)) return [segment];
    const space = spaceBefore(segment).slice(0, -1);
    return space === '' ? [] : [textOf(space)];
  });
}

/** The pieces with `#copy` in place of `#proposed`. */
function withCopyTag(segments: readonly Segment[]): readonly Segment[] {
  const isCopied = segments.some((segment) => segment.kind === 'tag' && segment.tag === 'copy');
  const proposed = segments.find(isProposedTag);
  if (isCopied || proposed === undefined) {
    const rest = without(segments, isProposedTag);
    return isCopied ? rest : append(rest, { kind: 'tag', tag: 'copy', raw: ' #copy' });
  }
  return without(segments.map((segment) => (segment === proposed ? { kind: 'tag', tag: 'copy', raw: `${spaceBefore(segment)}#copy` } : segment)), isProposedTag);
}

const DATE_SIGNS = { cancelled: ['❌', 'cancelled'], done: ['✅', 'completion'], start: ['🛫', 'start'] } as const;

/** The pieces with one date of a kind: in the place of the one that stood at the end, where the Tasks plugin reads it, else as a new piece there. */
function withDate(segments: readonly Segment[], field: keyof typeof DATE_SIGNS, day: Day): readonly Segment[] {
  // A sign without any value is a picture in the text, and stays.
  const isThis = (segment: Segment): boolean => segment.kind === 'date' && segment.field === field && /[\p{L}\p{N}?]/u.test(segment.raw);
  const style = styleOf(segments);
  const [emoji, key] = DATE_SIGNS[field];
  const write = (space: string): Segment => ({ kind: 'date', field, day, raw: space + (style === 'dataview' ? `[${key}:: ${day}]` : `${emoji} ${day}`) });
  const known = tailOf(segments, style).reverse().find(isThis);
  if (known === undefined) return append(without(segments, isThis), write(' '));
  const written = write(spaceBefore(known));
  return without(segments.map((segment) => (segment === known ? written : segment)), (segment) => segment !== written && isThis(segment));
}

type Style = 'emoji' | 'dataview';

/** How the fields of a line are written: as emoji, unless all of them are Dataview's. */
function styleOf(segments: readonly Segment[]): Style {
  const fields = segments.filter(({ kind }) => kind === 'date' || kind === 'priority' || kind === 'other');
  return fields.length > 0 && fields.every(isOfDataview) ? 'dataview' : 'emoji';
}

function isOfDataview({ raw }: Segment): boolean {
  return /^\s*[[(]/u.test(raw);
}

/** A field of emoji as the Tasks plugin takes it; damaged ones and those with other words it does not. */
const EMOJI_FIELD = /^\s*\p{Extended_Pictographic}\ufe0f? *[a-zA-Z0-9, !-]*$/u;

/** The fields and tags at the end: the Tasks plugin reads those of one style, backwards, and stops at anything else. */
function tailOf(segments: readonly Segment[], style: Style): Segment[] {
  const isRead = (segment: Segment): boolean => {
    if (segment.kind === 'tag') return true;
    const isField = segment.kind === 'priority' || segment.kind === 'other' || (segment.kind === 'date' && segment.day !== null);
    return isField && (style === 'dataview' ? isOfDataview(segment) : EMOJI_FIELD.test(segment.raw));
  };
  const end = endOfLine(segments);
  let start = end;
  while (start > 0 && isRead(segments[start - 1]!)) start--;
  return segments.slice(start, end);
}

/** Adds a piece at the end, before a block id and before white space. */
function append(segments: readonly Segment[], added: Segment): readonly Segment[] {
  const end = endOfLine(segments);
  const last = segments[end - 1];
  const space = last?.kind === 'text' ? /\s*$/u.exec(last.raw)![0] : '';
  if (space === '') return [...segments.slice(0, end), added, ...segments.slice(end)];
  const words = last!.raw.slice(0, last!.raw.length - space.length);
  return [...segments.slice(0, end - 1), textOf(words), added, textOf(space), ...segments.slice(end)];
}

/** The index of what ends the line and is no part of the task: white space and a block id. */
function endOfLine(segments: readonly Segment[]): number {
  const last = segments.at(-1);
  if (last?.kind === 'block-id' || (last?.kind === 'text' && last.raw.trim() === '')) return endOfLine(segments.slice(0, -1));
  return segments.length;
}

function spaceBefore({ raw }: Segment): string {
  return /^\s*/u.exec(raw)![0];
}

function textOf(raw: string): Segment {
  return { kind: 'text', raw, text: raw };
}
