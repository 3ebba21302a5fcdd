import type { Result } from '../base/result';
import type { Edit } from '../change/edit';
import type { Refusal } from '../change/refusal';
import type { Graph } from '../graph/graph';
import { readNote, type ReadingRules } from '../note/read-note';
import type { StatusSymbols, TaskStatus } from '../task/status';
import { taskText, type Task } from '../task/task';
import { parseTaskLine } from '../task/task-line';
import type { Day } from '../base/day';
import { pathOfKey, taskOfKey } from './proposals';
import { decideTasks, type Decision, type Verb } from './verbs';

/** What a person can decide of proposed tasks. */
export type DecisionName = 'accept' | 'dismiss' | 'done';

/** What is to be written for a decision of many rows, and which of them cannot be decided. */
export interface DecidedRows {
  readonly notes: readonly { readonly path: string; readonly edits: readonly Edit[] }[];
  readonly refusals: readonly { readonly path: string; readonly sentence: string }[];
  /** The words of the first task, for a label. */
  readonly first: string;
}

/** The edits that decide the rows with these keys, note by note, as the graph knows their notes. */
export function decideRows(graph: Graph, keys: readonly string[], decision: DecisionName, { today, symbols }: { readonly today: Day; readonly symbols: StatusSymbols }): DecidedRows {
  const keysOf = new Map<string, string[]>();
  for (const key of keys) keysOf.set(pathOfKey(key), [...(keysOf.get(pathOfKey(key)) ?? []), key]);
  const notes: { path: string; edits: readonly Edit[] }[] = [];
  const refusals: { path: string; sentence: string }[] = [];
  let first = '';
  for (const [path, own] of keysOf) {
    const note = graph.notes.get(path);
    const decisions = own.flatMap((key): Decision[] => {
      const task = note === undefined ? null : taskOfKey(note, key);
      if (task === null) {
        refusals.push({ path, sentence: 'A task was not decided: it is not in its note any more. The list shows what is there now.' });
        return [];
      }
      return [{ line: task.line, raw: task.raw, verb: verbOf(decision, today) }];
    });
    const results = note === undefined ? [] : decideTasks(path, note.text, decisions, { today, symbols });
    first ||= wordsOfFirst(results);
    refusals.push(...results.flatMap((result) => (result.ok ? [] : [{ path, sentence: result.error.sentence }])));
    const edits = results.flatMap((result) => (result.ok ? [result.value] : []));
    if (edits.length > 0) notes.push({ path, edits });
  }
  return { notes, refusals, first };
}

/** The words of the first task that is decided. */
function wordsOfFirst(results: readonly Result<Edit, Refusal>[]): string {
  const [raw] = results.flatMap((result) => (result.ok ? result.value.expected : []));
  const line = raw === undefined ? null : parseTaskLine(raw);
  return line === null ? '' : taskText(line);
}

/** Lines of a text, from 0, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** The tasks among some lines of a note's text that a decision is for: accept and dismiss are for proposed ones, done for any that is not decided. */
export function tasksFor(decision: DecisionName, path: string, text: string, { first, last }: Lines, rules: ReadingRules): readonly Task[] {
  return readNote(path, text, rules).tasks.filter(({ line, status }) => line >= first && line <= last && MEANT[decision].includes(status));
}

const MEANT: Readonly<Record<DecisionName, readonly TaskStatus[]>> = {
  accept: ['proposed'],
  dismiss: ['proposed'],
  done: ['proposed', 'open', 'in-progress'],
};

/** The edits that decide tasks that were read from `text`: lines and numbers come from it alone. */
export function decideLines(decision: DecisionName, path: string, text: string, tasks: readonly Task[], { today, reading }: { readonly today: Day; readonly reading: ReadingRules }): DecidedRows {
  const verb = verbOf(decision, today);
  const results = decideTasks(path, text, tasks.map(({ line, raw }) => ({ line, raw, verb })), { today, symbols: reading.symbols });
  const edits = results.flatMap((result) => (result.ok ? [result.value] : []));
  return {
    notes: edits.length > 0 ? [{ path, edits }] : [],
    refusals: results.flatMap((result) => (result.ok ? [] : [{ path, sentence: result.error.sentence }])),
    first: wordsOfFirst(results),
  };
}

function verbOf(decision: DecisionName, today: Day): Verb {
  return decision === 'done' ? { name: 'done', day: today } : { name: decision };
}
