/** What can be said of a task. Obsidian writes it as one character between the brackets of a list item. */
export type TaskStatus = 'proposed' | 'open' | 'in-progress' | 'done' | 'dismissed';

/** All statuses, in the order they are shown. */
export const TASK_STATUSES: readonly TaskStatus[] = ['proposed', 'open', 'in-progress', 'done', 'dismissed'];

/** Which status a character between the brackets means. */
export type StatusSymbols = ReadonlyMap<string, TaskStatus>;

/** The symbols that hold without any setting. */
export const DEFAULT_STATUS_SYMBOLS: StatusSymbols = new Map<string, TaskStatus>([
  ['?', 'proposed'],
  [' ', 'open'],
  ['/', 'in-progress'],
  ['x', 'done'],
  ['X', 'done'],
  ['-', 'dismissed'],
]);

/**
 * The status of a task line. A symbol that nobody has given a meaning is open; an open line is proposed while it
 * carries `#proposed`, for pipelines that write `- [ ] … #proposed`.
 */
export function statusOf(symbol: string, tags: readonly string[], symbols: StatusSymbols): TaskStatus {
  const status = symbols.get(symbol) ?? 'open';
  return status === 'open' && tags.some((tag) => tag.toLowerCase() === 'proposed') ? 'proposed' : status;
}
