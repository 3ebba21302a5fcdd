import type { Day } from '../base/day';
import { statusOf, type StatusSymbols, type TaskStatus } from './status';
import { parseTaskLine, type DateField, type Priority, type Segment, type TaskLine } from './task-line';
import type { Damage } from '../text/encoding';

/** A task as it stands in a note. */
export interface Task {
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
  /** The day it was done, where the line says so. */
  readonly done: Day | null;
  readonly cancelled: Day | null;
  readonly priority: Priority | null;
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
}

/** Reads a line, without its end, as a task; null where it is none. */
export function readTask(raw: string, { line, heading, symbols, damage }: TaskContext): Task | null {
  const parsed = parseTaskLine(raw, damage);
  if (parsed === null) return null;
  const { segments, symbol } = parsed;
  const tags = segments.flatMap((segment) => (segment.kind === 'tag' ? [segment.tag] : []));
  return {
    line,
    raw,
    heading,
    status: statusOf(symbol, tags, symbols),
    symbol,
    text: taskText(parsed),
    owners: [...new Set(segments.flatMap((segment) => (segment.kind === 'owner' && segment.name !== '' ? [segment.name] : [])))],
    due: dateOf(segments, 'due'),
    scheduled: dateOf(segments, 'scheduled'),
    start: dateOf(segments, 'start'),
    done: dateOf(segments, 'done'),
    cancelled: dateOf(segments, 'cancelled'),
    priority: segments.find((segment) => segment.kind === 'priority')?.priority ?? null,
    recurring: segments.some((segment) => segment.kind === 'other' && (segment.field === 'recurrence' || segment.field === 'on-completion')),
    tags,
  };
}

/** Tags that say how a line came to be and how it is worked on; they are never a part of what is to be done. */
const WORKFLOW_TAGS: ReadonlySet<string> = new Set(['task', 'proposed', 'auto', 'copy']);

/** What is to be done: the words of the line, with the tags that stand among them. */
export function taskText({ segments }: TaskLine): string {
  const lastWord = segments.reduce((last, segment, index) => (segment.kind === 'text' && /[\p{L}\p{N}]/u.test(segment.text) ? index : last), -1);
  return segments
    .map((segment, index) => {
      if (segment.kind === 'text') return segment.text;
      return segment.kind === 'tag' && index < lastWord && !WORKFLOW_TAGS.has(segment.tag) ? ` #${segment.tag}` : '';
    })
    .join('')
    .replace(/[([{]\s*[)\]}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The first of the dates of a kind that can be read; the Tasks plugin, too, holds one of each. */
function dateOf(segments: readonly Segment[], field: DateField): Day | null {
  for (const segment of segments) {
    if (segment.kind === 'date' && segment.field === field && segment.day !== null) return segment.day;
  }
  return null;
}
