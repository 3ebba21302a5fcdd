import type { Day } from '../base/day';
import { lastOf } from '../base/last-of';
import type { DismissReason } from './dismiss-reason';
import { statusOf, type StatusSymbols, type TaskStatus } from './status';
import { parseTaskLine, type DateField, type Priority, type TaskLine } from './task-line';
import { capped, LONGEST_LINE, LONGEST_NAME } from '../text/caps';
import type { Damage } from '../text/encoding';
import { foldSpace } from '../text/space';

/**
 * How a task stands in its note: a list item with a box; one with an open box, or without any, that a setting takes as
 * proposed; or a row of a table, which is not written.
 */
export type TaskForm = 'box' | 'open-box' | 'plain' | 'row';

/** A task as it stands in a note. */
export interface Task {
  /** How it stands in its note. */
  readonly form: TaskForm;
  /** Who its line names as owners without any sign of one, as its note knows them: `Ana: send it`. */
  readonly people: readonly string[];
  /** The number of its line, from 0. */
  readonly line: number;
  /** Its line as it stands in the note, without the line end. */
  readonly raw: string;
  /** The text of the heading it stands under, or null. */
  readonly heading: string | null;
  readonly status: TaskStatus;
  readonly symbol: string;
  /** What is to be done: the line without its fields, white space folded. */
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: Day | null;
  readonly scheduled: Day | null;
  readonly start: Day | null;
  /** The day it was made, where the line says so. */
  readonly created: Day | null;
  /** The day it was done, where the line says so. */
  readonly done: Day | null;
  readonly cancelled: Day | null;
  readonly priority: Priority | null;
  /** Why it was dismissed, where the line says so. */
  readonly reason: DismissReason | null;
  /** Whether it repeats (🔁) or acts when it is done (🏁), which only the Tasks plugin can do right. */
  readonly recurring: boolean;
  readonly tags: readonly string[];
}

/** Where a line stands and how it is to be read. */
export interface TaskContext {
  readonly line: number;
  readonly heading: string | null;
  readonly symbols: StatusSymbols;
  readonly damage: Damage | null;
  readonly form?: TaskForm;
  readonly people?: readonly string[];
}

const NOBODY: readonly string[] = [];

/** Reads a line, without its end, as a task; null where it is none. */
export function readTask(
  raw: string,
  { line, heading, symbols, damage, form = 'box', people = NOBODY }: TaskContext,
): Task | null {
  const parsed = parseTaskLine(raw, damage, { people, isPlain: form === 'plain' });
  if (parsed === null) return null;
  const { symbol, segments } = parsed;
  // The first of each kind that can be read counts; the Tasks plugin, too, holds one of each.
  const dates: Partial<Record<DateField, Day>> = {};
  const owners: string[] = [];
  const tags: string[] = [];
  let priority: Priority | null = null;
  let reason: DismissReason | null = null;
  let recurring = false;
  for (const segment of segments) {
    if (segment.kind === 'date') {
      if (segment.day !== null) dates[segment.field] ??= segment.day;
    } else if (segment.kind === 'owner') {
      const name = capped(segment.name, LONGEST_NAME);
      if (name !== '' && !owners.includes(name)) owners.push(name);
    } else if (segment.kind === 'tag') tags.push(segment.tag);
    else if (segment.kind === 'priority') priority ??= segment.priority;
    else if (segment.kind === 'reason') reason ??= segment.reason;
    else if (segment.kind === 'other')
      recurring ||= segment.field === 'recurrence' || segment.field === 'on-completion';
  }
  return {
    form,
    people,
    line,
    raw,
    heading,
    status: form === 'open-box' || form === 'plain' ? 'proposed' : statusOf(symbol, tags, symbols),
    symbol,
    text: taskText(parsed),
    owners,
    due: dates.due ?? null,
    scheduled: dates.scheduled ?? null,
    start: dates.start ?? null,
    created: dates.created ?? null,
    done: dates.done ?? null,
    cancelled: dates.cancelled ?? null,
    priority,
    reason,
    recurring,
    tags,
  };
}

/** Tags that say how a line came to be and how it is worked on; they are never a part of what is to be done. */
const WORKFLOW_TAGS: ReadonlySet<string> = new Set(['task', 'proposed', 'auto', 'copy']);

/** What is to be done: the words of the line, with the tags that stand among them. */
export function taskText({ segments }: TaskLine): string {
  let lastText = segments.length - 1;
  while (lastText >= 0 && segments[lastText]!.kind !== 'text') lastText--;
  const only = segments[0];
  if (lastText === 0 && only?.kind === 'text') return foldSpace(capped(only.text, LONGEST_LINE));
  let text = '';
  /** Tags that are a part of the text if more words follow. */
  let among = '';
  for (let index = 0; index <= lastText; index++) {
    const segment = segments[index]!;
    if (segment.kind === 'tag' && !WORKFLOW_TAGS.has(segment.tag.toLowerCase())) among += ` #${segment.tag}`;
    if (segment.kind !== 'text') continue;
    if (among !== '' && /[\p{L}\p{N}]/u.test(segment.text)) {
      text += among;
      among = '';
    }
    // Brackets that held nothing but an owner go with it.
    const rest = segment.text.trimStart();
    const previous = segments[index - 1];
    const isApart =
      previous !== undefined &&
      previous.kind !== 'tag' &&
      previous.kind !== 'comment' &&
      needsSpace(text, segment.text);
    text = isEmptyPair(text, rest) ? text.slice(0, -1) + rest.slice(1) : text + (isApart ? ' ' : '') + segment.text;
  }
  return foldSpace(text);
}

/** Whether a bracket that is open at the end of a text is closed at the start of the next. `\(` opens none. */
export function isEmptyPair(before: string, after: string): boolean {
  const open = before.endsWith('\\', before.length - 1) ? undefined : lastOf(before);
  return (
    (open === '(' && after.startsWith(')')) ||
    (open === '[' && after.startsWith(']')) ||
    (open === '（' && after.startsWith('）')) ||
    (open === '{' && after.startsWith('}'))
  );
}

/**
 * Whether words stay apart where a field between them goes: all but signs that belong to what is before or behind them.
 * A backslash would take the meaning of the sign behind it.
 */
export function needsSpace(before: string, after: string): boolean {
  if (before.endsWith('\\')) return after.trimStart() === after;
  return before !== '' && !/[\s([{]$/.test(before) && !/^[\s.,;:!?…)\]}]/.test(after);
}
