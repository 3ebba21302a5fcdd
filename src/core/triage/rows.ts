import type { Day } from '../base/day';
import { bestLine } from '../copies/best-line';
import { groupOf, type Group, type Groups } from '../copies/copy-finder';
import type { CopyLine } from '../copies/copy-line';
import { alreadyDecided, alreadyDone, type DecidedEvidence, type DoneEvidence } from '../copies/evidence';
import type { Graph } from '../graph/graph';
import type { Place } from '../graph/rows';
import type { Viewpoint } from '../graph/select';
import type { Note } from '../note/note';
import type { Task } from '../task/task';
import { proposalsSelection, tasksByKey, type Proposal } from './proposals';

/** A line by which a proposal is done or decided already. */
export interface Evidence extends Place {
  readonly note: string;
  readonly status: 'done' | DecidedEvidence['status'];
  /** When that was, as far as it is known. */
  readonly day: Day | null;
}

/** What waits for one decision: the best line of a group, with those that say the same. Its key, words and place are those of the best line. */
export interface ProposalRow extends Proposal {
  /** The other proposed lines that say the same, newest first. */
  readonly copies: readonly Proposal[];
  /** Where its action is done already. */
  readonly done: Evidence | null;
  /** Where it was accepted or dismissed before. */
  readonly decided: Evidence | null;
}

const NO_COPIES: readonly Proposal[] = [];

/** A proposal by itself as a row. */
export function singleRow(proposal: Proposal): ProposalRow {
  return { ...proposal, copies: NO_COPIES, done: null, decided: null };
}

/** The row with one of its lines as the one that is decided, whatever else says it better: the line that somebody looked at. */
export function rowLedBy(row: ProposalRow, key: string): ProposalRow {
  const lead = row.copies.find((copy) => copy.key === key);
  return lead === undefined ? row : { ...row, ...lead, account: row.account, snoozed: row.snoozed, copies: [row, ...row.copies.filter((copy) => copy !== lead)] };
}

/** The rows of a graph and the groups that are known of it: each proposed line is in exactly one of them. Newest first. */
export function selectRows(graph: Graph, groups: Groups, viewpoint: Viewpoint): readonly ProposalRow[] {
  return rowsSelection()(graph, groups, viewpoint);
}

/**
 * `selectRows` for a graph that is followed. The groups may be those of a graph a moment before: a line that is not there any more, or was decided
 * meanwhile, is in no row. A row stays the same value while what it shows is the same.
 */
export function rowsSelection(): (graph: Graph, groups: Groups, viewpoint: Viewpoint) => readonly ProposalRow[] {
  const selectProposals = proposalsSelection();
  let tasksOf = new Map<Note, ReadonlyMap<string, Task>>();
  const singles = new WeakMap<Proposal, ProposalRow>();
  let grouped = new Map<Group, { readonly from: readonly unknown[]; readonly row: ProposalRow }>();
  return (graph, groups, viewpoint) => {
    const proposals = selectProposals(graph, viewpoint);
    const groupsOf = proposals.map((proposal) => groupOf(groups, proposal));
    // Most lines are alone, and nobody asks for them by their keys.
    const byKey = new Map<string, Proposal>();
    proposals.forEach((proposal, index) => groupsOf[index] !== null && byKey.set(proposal.key, proposal));
    const before = { tasksOf, grouped };
    tasksOf = new Map();
    grouped = new Map();
    const taskOf = ({ path, key }: CopyLine): Task | null => {
      const note = graph.notes.get(path);
      if (note === undefined) return null;
      const tasks = tasksOf.get(note) ?? before.tasksOf.get(note) ?? tasksByKey(note);
      tasksOf.set(note, tasks);
      return tasks.get(key) ?? null;
    };
    const groupRow = (group: Group): ProposalRow => {
      const waiting = group.lines.filter(({ key }) => byKey.has(key));
      const present = group.lines.flatMap((line) => {
        const task = line.task?.status === 'proposed' ? null : taskOf(line);
        return task === null ? [] : [{ line, task }];
      });
      const from = [...waiting.map(({ key }) => byKey.get(key)), ...present.map(({ task }) => task)];
      const known = before.grouped.get(group);
      const entry = known !== undefined && isSameList(known.from, from) ? known : { from, row: rowOf(graph, waiting, present.map(({ line, task }) => ({ ...line, line: task.line, task })), byKey) };
      grouped.set(group, entry);
      return entry.row;
    };
    const rows: ProposalRow[] = [];
    for (const [index, proposal] of proposals.entries()) {
      const group = groupsOf[index] ?? null;
      if (group !== null) {
        if (!grouped.has(group)) rows.push(groupRow(group));
        continue;
      }
      const row = singles.get(proposal) ?? singleRow(proposal);
      singles.set(proposal, row);
      rows.push(row);
    }
    return rows;
  };
}

/** The row of lines of a group: those that wait, and those that may tell that it is done or decided. */
function rowOf(graph: Graph, waiting: readonly CopyLine[], present: readonly CopyLine[], byKey: ReadonlyMap<string, Proposal>): ProposalRow {
  const best = bestLine(waiting);
  const own = byKey.get(best.key)!;
  const copies = waiting.filter(({ key }) => key !== best.key).map(({ key }) => byKey.get(key)!);
  const all = [own, ...copies];
  return {
    ...own,
    account: own.account ?? all.find(({ account }) => account !== null)?.account ?? null,
    // Whoever snoozed one of them meant the task, and not the line.
    snoozed: all.reduce<Day | null>((latest, { snoozed }) => (snoozed !== null && (latest === null || snoozed > latest) ? snoozed : latest), null),
    copies: copies.sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : (a.day ?? '') > (b.day ?? '') ? -1 : a.key < b.key ? -1 : 1)),
    done: evidenceOf(graph, alreadyDone(best, present)),
    decided: evidenceOf(graph, alreadyDecided(best, present)),
  };
}

function evidenceOf(graph: Graph, found: DoneEvidence | DecidedEvidence | null): Evidence | null {
  if (found === null) return null;
  const { line: { path, line }, day } = found;
  return { path, line, day, note: graph.notes.get(path)?.title ?? path, status: 'status' in found ? found.status : 'done' };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
