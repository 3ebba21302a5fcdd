import type { Day } from '../base/day';
import { lineKey } from '../note/line-key';
import type { StatusSymbols } from '../task/status';
import { readTask, type Task } from '../task/task';
import { LONGEST_LINE } from '../text/caps';
import type { Damage } from '../text/encoding';
import type { Line } from '../text/lines';
import type { Lines } from './decide';

/** How the lines of a note are looked at. */
export interface LineRules {
  readonly symbols: StatusSymbols;
  /** That of the note. */
  readonly damage: Damage | null;
  readonly today: Day;
}

/**
 * The task of a line by itself, if it waits for a decision: proposed and not snoozed. Whether the line stands in code
 * or a comment is not looked at.
 */
export function waitingTask(raw: string, line: number, rules: LineRules): Task | null {
  // No command writes a line that long, so it carries no button either.
  if (raw.length > LONGEST_LINE) return null;
  const task = readTask(raw, { line, heading: null, ...rules });
  return task?.status === 'proposed' && (task.start === null || task.start <= rules.today) ? task : null;
}

/**
 * The keys of the tasks on some lines of a note, as `tasksByKey` has them, by the numbers of the lines. What stands in
 * code, comments or front matter is none.
 */
export function taskKeys(
  path: string,
  lines: readonly Line[],
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  const seen = new Map<string, number>();
  for (const index of wanted) seen.set(lines[index]?.text ?? '', 0);
  // Most lines of a note differ from those that are wanted in their length already.
  const lengths = new Set([...seen.keys()].map((raw) => raw.length));
  const last = Math.max(-1, ...wanted);
  for (const { index, kind, text } of lines) {
    if (index > last) break;
    if (kind !== 'item' || !lengths.has(text.length)) continue;
    const nth = seen.get(text);
    if (nth === undefined) continue;
    seen.set(text, nth + 1);
    if (wanted.has(index)) keys.set(index, lineKey(path, text, nth));
  }
  return keys;
}

/**
 * The tasks that were rendered from a part of a note, in order, told by the symbols of what was rendered. Null where it
 * cannot be told for sure which is which: there are more or fewer of them, or others.
 */
export function renderedTasks(
  lines: readonly Line[],
  { first, last }: Lines,
  rendered: readonly string[],
  rules: LineRules,
): readonly Task[] | null {
  const tasks = lines
    .slice(first, last + 1)
    .flatMap(({ index, kind, text }) =>
      kind === 'item' ? (readTask(text, { line: index, heading: null, ...rules }) ?? []) : [],
    );
  return tasks.length === rendered.length && tasks.every(({ symbol }, at) => symbol === rendered[at]) ? tasks : null;
}
