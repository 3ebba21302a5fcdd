import { beginning, LONGEST_LINE } from '../text/caps';
import { repairText, type Damage } from '../text/encoding';
import { trimmedEnd } from '../text/space';
import { findFields } from './fields';
import type { Segment } from './segment';

export type { DateField, OtherField, Priority, Segment } from './segment';

/** A task line in pieces. `printTaskLine` joins them to exactly the line that was read. */
export interface TaskLine {
  /** Indent, quote marks, list markers (`- - [?] a` is an item of an item) and the white space before the bracket. */
  readonly prefix: string;
  /** The character between the brackets. */
  readonly symbol: string;
  readonly segments: readonly Segment[];
}

const HEAD = /^((?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[(.)\](?=\s|$)/u;

const PLAIN_HEAD = /^((?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?=\S)/u;

/**
 * Reads a line of a note, without its line end, as a task. Null where it is no list item with a bracket.
 * `damage` is that of its note: damaged runs are understood, their bytes stay in the pieces' `raw`.
 *
 * Fields follow the Tasks plugin's emoji format and Dataview's `[due:: …]`. An owner starts at an `@` that follows
 * white space or a bracket, and ends before the next field, ` #`, ` @` or the end of the line: names hold spaces,
 * particles and remarks in brackets.
 */
export function parseTaskLine(
  line: string,
  damage: Damage | null = null,
  { people, isPlain }: LineReading = AS_TASK,
): TaskLine | null {
  const head = (isPlain ? PLAIN_HEAD : HEAD).exec(beginning(line));
  if (head === null) return null;
  const prefix = head[1]!;
  // The white space behind a marker is the prefix's; one blank stands behind the box that is written.
  const words = isPlain ? ` ${line.slice(head[0].length)}` : line.slice(head[0].length);
  return { prefix, symbol: head[2] ?? '?', segments: parseSegments(words, damage, people) };
}

/** How a line is read, as its note has it. */
export interface LineReading {
  /** Who is an owner by name alone: `Ana: send it`. */
  readonly people: readonly string[];
  /** Whether it is a list item without a box that is read as a proposed task. */
  readonly isPlain: boolean;
}

/** The reading of most lines. */
export const AS_TASK: LineReading = { people: [], isPlain: false };

/** The line that `parseTaskLine` read, byte for byte; with changed pieces, the line they make. */
export function printTaskLine({ prefix, symbol, segments }: TaskLine): string {
  return `${prefix}[${symbol}]${segments.map((segment) => segment.raw).join('')}`;
}

function parseSegments(original: string, damage: Damage | null, people: readonly string[]): readonly Segment[] {
  if (original.length > LONGEST_LINE) return [{ kind: 'text', raw: original, text: original }];
  const { text, toOriginal } = repairText(original, damage);
  const segments: Segment[] = [];
  let from = 0;
  const raw = (to: number): string => original.slice(toOriginal(from), toOriginal(to));
  for (const { start, end, content } of findFields(text, people)) {
    const stop = trimmedEnd(text, from, start);
    if (stop > from) {
      segments.push({ kind: 'text', raw: raw(stop), text: text.slice(from, stop) });
      from = stop;
    }
    content.raw = raw(end);
    segments.push(content);
    from = end;
  }
  if (from < text.length) segments.push({ kind: 'text', raw: raw(text.length), text: text.slice(from) });
  return segments;
}
