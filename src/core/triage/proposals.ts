import { daysBetween, type Day } from '../base/day';
import { sameValue } from '../base/equal';
import { accountKeyOf, isSource, type Graph } from '../graph/graph';
import type { Place } from '../graph/rows';
import type { Viewpoint } from '../graph/select';
import type { Note } from '../note/note';
import { mineTest } from '../person/mine';
import type { Task } from '../task/task';
import type { Priority } from '../task/task-line';
import { foldText } from '../text/words';

/** A proposed task that waits for a decision. */
export interface ProposalRow extends Place {
  /** Stays the same while the line is the same, wherever in its note it moves. */
  readonly key: string;
  readonly text: string;
  readonly owners: readonly string[];
  readonly mine: boolean;
  readonly due: Day | null;
  readonly priority: Priority | null;
  /** The name of the account, or null. */
  readonly account: string | null;
  readonly note: string;
  /** The day of its note. */
  readonly day: Day | null;
  /** Days since then. */
  readonly age: number | null;
  /** Whether it stands in a note that is read as evidence only, such as an inbox list. */
  readonly evidence: boolean;
}

/**
 * The proposed tasks of the vault that wait, newest note first, in the order of their lines. Snoozed ones (a start day after today) do not wait.
 * A source's own lines are evidence and never decided.
 */
export function selectProposals(graph: Graph, viewpoint: Viewpoint): readonly ProposalRow[] {
  return proposalsSelection()(graph, viewpoint);
}

/** `selectProposals` for a graph that is followed: the rows of a note are made anew only when the note, its account or the viewpoint changed. */
export function proposalsSelection(): (graph: Graph, viewpoint: Viewpoint) => readonly ProposalRow[] {
  let known = new Map<Note, { readonly account: string | null; readonly rows: readonly ProposalRow[] }>();
  let seenBy: Viewpoint | null = null;
  return (graph, viewpoint) => {
    const { today, settings } = viewpoint;
    const usable = sameValue(seenBy, viewpoint) ? known : new Map<Note, never>();
    const isMine = mineTest(settings.myNames);
    known = new Map();
    seenBy = viewpoint;
    const byDay = new Map<Day | null, { readonly path: string; readonly rows: readonly ProposalRow[] }[]>();
    for (const note of graph.notes.values()) {
      if (note.tasks.length === 0 || !isDecidable(graph, note, settings.readOtherProposals)) continue;
      const account = graph.resolution.accounts.get(accountKeyOf(graph, note.path) ?? '')?.name ?? null;
      const before = usable.get(note);
      const entry = before?.account === account ? before : { account, rows: rowsOf(note, account, today, isMine) };
      known.set(note, entry);
      if (entry.rows.length === 0) continue;
      const found = { path: note.path, rows: entry.rows };
      const sameDay = byDay.get(note.day);
      if (sameDay === undefined) byDay.set(note.day, [found]);
      else sameDay.push(found);
    }
    // Day by day: the notes of one day are few, all of them are many.
    const all: ProposalRow[] = [];
    for (const [, notes] of [...byDay].sort(([a], [b]) => newestFirst(a, b))) {
      for (const { rows } of notes.sort((a, b) => (a.path < b.path ? -1 : 1))) all.push(...rows);
    }
    return all;
  };
}

function rowsOf(note: Note, account: string | null, today: Day, isMine: (owners: readonly string[]) => boolean): readonly ProposalRow[] {
  const age = note.day === null ? null : daysBetween(note.day, today);
  const rows: ProposalRow[] = [];
  forEachKey(note, (task, key) => {
    if (task.status !== 'proposed' || isSnoozed(task, today)) return;
    const { line, text, owners, due, priority } = task;
    rows.push({
      key, path: note.path, line, text, owners, mine: isMine(owners), due, priority, account,
      note: note.title, day: note.day, age, evidence: note.kind === 'other',
    });
  });
  return rows;
}

/** The task that a row's key means, in a note as it was read; null where no such line is there any more. */
export function taskOfKey(note: Note, wanted: string): Task | null {
  let found: Task | null = null;
  forEachKey(note, (task, key) => {
    if (key === wanted) found = task;
  });
  return found;
}

/** The path of the note that a row's key means. */
export function pathOfKey(key: string): string {
  return key.slice(0, key.indexOf('\n'));
}

/** The rows of one note. */
export function proposalsOf(graph: Graph, path: string, { today, settings }: Viewpoint): readonly ProposalRow[] {
  const note = graph.notes.get(path);
  if (note === undefined || !isDecidable(graph, note, settings.readOtherProposals)) return [];
  return rowsOf(note, graph.resolution.accounts.get(accountKeyOf(graph, path) ?? '')?.name ?? null, today, mineTest(settings.myNames));
}

/** Whether the proposals of a note are decided: those of our notes, and of inbox lists (if the setting says so), never those of sources. */
function isDecidable(graph: Graph, note: Note, readOtherProposals: boolean): boolean {
  return note.kind !== 'other' || (readOtherProposals && !isSource(graph, note.path));
}

/** Whether a task is proposed and starts after today. */
export function isSnoozed(task: Task, today: Day): boolean {
  return task.start !== null && task.start > today;
}

/** Calls `visit` for each task of a note with its key: equal lines are told apart by their order. */
function forEachKey(note: Note, visit: (task: Task, key: string) => void): void {
  const seen = new Map<string, number>();
  for (const task of note.tasks) {
    const nth = seen.get(task.raw) ?? 0;
    seen.set(task.raw, nth + 1);
    visit(task, `${note.path}\n${task.raw}\n${nth}`);
  }
}

/** Whether a proposal is one of an account (null: any; empty: of none), and holds all words of a search in its text, account, owners or note. */
export function matchesFilter(row: ProposalRow, { account, words }: { readonly account: string | null; readonly words: string }): boolean {
  if (account !== null && (row.account ?? '') !== account) return false;
  const wanted = foldText(words).split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) return true;
  const text = foldText([row.text, row.account ?? '', ...row.owners, row.note].join(' '));
  return wanted.every((word) => text.includes(word));
}

function newestFirst(a: Day | null, b: Day | null): number {
  return a === b ? 0 : a === null || (b !== null && a < b) ? 1 : -1;
}
