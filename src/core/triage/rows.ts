import type { Day } from '../base/day';
import { bestLine } from '../copies/best-line';
import { settling, type Group, type Groups } from '../copies/group';
import type { CopyLine } from '../copies/copy-line';
import { alreadyDecided, alreadyDone, type DecidedEvidence, type DoneEvidence } from '../copies/evidence';
import { whatItWas, type Was } from '../copies/moved';
import type { Graph } from '../graph/graph';
import type { Place } from '../graph/rows';
import type { Viewpoint } from '../graph/select';
import type { Note } from '../note/note';
import type { Task } from '../task/task';
import { proposalsSelection, tasksByKey, type NoteProposals, type Proposal } from './proposals';

/** A line by which a proposal is done or decided already. */
export interface Evidence extends Place {
  readonly key: string;
  readonly note: string;
  readonly status: 'done' | DecidedEvidence['status'];
  /** When that was, as far as it is known. */
  readonly day: Day | null;
}

/**
 * What waits for one decision: the best line of a group, with those that say the same. Its key, words and place are
 * those of the best line.
 */
export interface ProposalRow extends Proposal {
  /** The other proposed lines that say the same, newest first. */
  readonly copies: readonly Proposal[];
  /** Where its action is done already. */
  readonly done: Evidence | null;
  /** Where it was accepted or dismissed before. */
  readonly decided: Evidence | null;
  /** What an older note said of it, where a newer one moved it to another day or owner. */
  readonly was: Was | null;
  /** An id that it shares with the row that is likely the same, or null. */
  readonly likely: string | null;
}

const NO_COPIES: readonly Proposal[] = [];

/** A proposal by itself as a row. */
export function singleRow(proposal: Proposal): ProposalRow {
  return { ...proposal, copies: NO_COPIES, done: null, decided: null, was: null, likely: null };
}

/**
 * The row with one of its lines as the one that is decided, whatever else says it better: the line that somebody looked
 * at.
 */
export function rowLedBy(row: ProposalRow, key: string): ProposalRow {
  const lead = row.copies.find((copy) => copy.key === key);
  return lead === undefined
    ? row
    : {
        ...row,
        ...lead,
        account: row.account,
        snoozed: row.snoozed,
        copies: [row, ...row.copies.filter((copy) => copy !== lead)],
      };
}

/**
 * The rows of a graph and the groups that are known of it: each proposed line is in exactly one of them. Newest first.
 */
export function selectRows(graph: Graph, groups: Groups, viewpoint: Viewpoint): readonly ProposalRow[] {
  return rowsSelection()(graph, groups, viewpoint);
}

/** What rows were made of. */
interface Made {
  readonly notes: ReadonlyMap<string, Note>;
  readonly proposals: ReadonlyMap<string, NoteProposals>;
  readonly grouped: ReadonlyMap<Group, ProposalRow>;
}

/**
 * `selectRows` for a graph that is followed. The groups may be those of a graph a moment before: a line that is not
 * there any more, or was decided meanwhile, is in no row. A row stays the same value while the notes of its lines are
 * the same.
 */
export function rowsSelection(): (graph: Graph, groups: Groups, viewpoint: Viewpoint) => readonly ProposalRow[] {
  const selectProposals = proposalsSelection();
  const singles = new WeakMap<Proposal, ProposalRow>();
  const proposalsByKey = new WeakMap<NoteProposals, ReadonlyMap<string, Proposal>>();
  const tasksOf = new WeakMap<Note, ReadonlyMap<string, Task>>();
  let last: Made = { notes: new Map(), proposals: new Map(), grouped: new Map() };
  return (graph, groups, viewpoint) => {
    const before = last;
    const notes = selectProposals(graph, viewpoint);
    const proposals = new Map(notes.map((found) => [found.path, found]));
    const changed = changedPaths(before, graph.notes, proposals);
    const grouped = new Map<Group, ProposalRow>();
    last = { notes: graph.notes, proposals, grouped };
    const proposalAt = ({ path, key }: CopyLine): Proposal | null => {
      const found = proposals.get(path);
      if (found === undefined) return null;
      const byKey = proposalsByKey.get(found) ?? new Map(found.proposals.map((proposal) => [proposal.key, proposal]));
      proposalsByKey.set(found, byKey);
      return byKey.get(key) ?? null;
    };
    const taskAt = ({ path, key }: CopyLine): Task | null => {
      const note = graph.notes.get(path);
      if (note === undefined) return null;
      const tasks = tasksOf.get(note) ?? tasksByKey(note);
      tasksOf.set(note, tasks);
      return tasks.get(key) ?? null;
    };
    const groupRow = (group: Group): ProposalRow => {
      const known = before.grouped.get(group);
      const lines = settling(group);
      if (known !== undefined && !lines.some(({ path }) => changed.has(path))) return known;
      const waiting = group.lines.flatMap((line) => {
        const proposal = proposalAt(line);
        return proposal === null ? [] : [{ line, proposal }];
      });
      const present = lines.flatMap((line) => {
        const task = line.task?.status === 'proposed' ? null : taskAt(line);
        return task === null ? [] : [{ ...line, line: task.line, task }];
      });
      return rowOf(graph, waiting, present, group.likely);
    };
    const rows: ProposalRow[] = [];
    for (const { path, proposals: own } of notes) {
      const groupsOf = groups.get(path);
      for (const proposal of own) {
        const group = groupsOf?.get(proposal.key);
        if (group !== undefined) {
          if (grouped.has(group)) continue;
          const row = groupRow(group);
          grouped.set(group, row);
          rows.push(row);
          continue;
        }
        const row = singles.get(proposal) ?? singleRow(proposal);
        singles.set(proposal, row);
        rows.push(row);
      }
    }
    return rows;
  };
}

/** The paths of notes that are not as they were, or whose proposals are not. */
function changedPaths(
  before: Made,
  notes: ReadonlyMap<string, Note>,
  proposals: ReadonlyMap<string, NoteProposals>,
): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [path, note] of notes) {
    if (before.notes.get(path) !== note || before.proposals.get(path) !== proposals.get(path)) changed.add(path);
  }
  for (const path of before.notes.keys()) {
    if (!notes.has(path)) changed.add(path);
  }
  return changed;
}

/** The row of lines of a group: those that wait, and those that may tell that it is done or decided. */
function rowOf(
  graph: Graph,
  waiting: readonly { readonly line: CopyLine; readonly proposal: Proposal }[],
  present: readonly CopyLine[],
  likely: string | null,
): ProposalRow {
  const best = bestLine(waiting.map(({ line }) => line));
  const own = waiting.find(({ line }) => line === best)!.proposal;
  const copies = waiting.flatMap(({ proposal }) => (proposal === own ? [] : [proposal]));
  const all = [own, ...copies];
  return {
    ...own,
    account: own.account ?? all.find(({ account }) => account !== null)?.account ?? null,
    // Whoever snoozed one of them meant the task, and not the line.
    snoozed: all.reduce<Day | null>(
      (latest, { snoozed }) => (snoozed !== null && (latest === null || snoozed > latest) ? snoozed : latest),
      null,
    ),
    copies: copies.sort((a, b) =>
      (a.day ?? '') < (b.day ?? '') ? 1 : (a.day ?? '') > (b.day ?? '') ? -1 : a.key < b.key ? -1 : 1,
    ),
    done: evidenceOf(graph, alreadyDone(best, present)),
    decided: evidenceOf(graph, alreadyDecided(best, present)),
    was: whatItWas(
      best,
      waiting.map(({ line }) => line),
    ),
    likely,
  };
}

function evidenceOf(graph: Graph, found: DoneEvidence | DecidedEvidence | null): Evidence | null {
  if (found === null) return null;
  const {
    line: { path, key, line },
    day,
  } = found;
  return {
    path,
    key,
    line,
    day,
    note: graph.notes.get(path)?.title ?? path,
    status: 'status' in found ? found.status : 'done',
  };
}
