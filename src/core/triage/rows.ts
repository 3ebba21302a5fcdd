import type { Day } from '../base/day';
import { bestLine } from '../copies/best-line';
import type { CopyLine } from '../copies/copy-line';
import { alreadyDecided, alreadyDone, isDecided, type DecidedEvidence, type DoneEvidence } from '../copies/evidence';
import { whatItWas, type Was } from '../copies/moved';
import type { Graph } from '../graph/graph';
import type { Place } from '../graph/rows';
import type { DismissReason } from '../task/dismiss-reason';
import type { Proposal } from './proposals';

/** A line by which a proposal is done or decided already. */
export interface Evidence extends Place {
  readonly key: string;
  readonly note: string;
  readonly status: 'done' | DecidedEvidence['status'];
  /** When that was, as far as it is known. */
  readonly day: Day | null;
  /** Why it was dismissed, where the line says so. */
  readonly reason: DismissReason | null;
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
  /** Whether a line that says the same, or that tells of it, was decided before: any but one of a source. */
  readonly settled: boolean;
  /** What an older note said of it, where a newer one moved it to another day or owner. */
  readonly was: Was | null;
  /** An id that it shares with the row that is likely the same, or null. */
  readonly likely: string | null;
  /** The row that is likely the same, where it waits, too; else null. They stand together. */
  readonly twin: Twin | null;
}

/** Of two rows that are likely the same, the other one. */
export interface Twin {
  /** By itself. */
  readonly row: ProposalRow;
  /** Whether it comes first: the one that has it for a twin stands behind it, and not in a place of its own. */
  readonly leads: boolean;
}

const NO_COPIES: readonly Proposal[] = [];

/** A proposal by itself as a row. */
export function singleRow(proposal: Proposal): ProposalRow {
  return {
    ...proposal,
    copies: NO_COPIES,
    done: null,
    decided: null,
    settled: false,
    was: null,
    likely: null,
    twin: null,
  };
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

/** The row of lines of a group: those that wait, and those that may tell that it is done or decided. */
export function groupRow(
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
    settled: present.some(isDecided),
    was: whatItWas(
      best,
      waiting.map(({ line }) => line),
    ),
    likely,
    twin: null,
  };
}

/** The row in whose place a row stands: itself, or the one before it that is likely the same. */
export function standsAs(row: ProposalRow): ProposalRow {
  return row.twin?.leads === true ? row.twin.row : row;
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
    reason: 'reason' in found ? found.reason : null,
  };
}
