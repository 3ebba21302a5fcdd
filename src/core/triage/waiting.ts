import { newestFirst } from '../base/day';
import { oncePer } from '../base/once';
import { SharedList, type Compare } from '../base/shared-list';
import { SharedMap } from '../base/shared-map';
import { pathOfKey } from '../note/line-key';
import type { Proposal } from './proposals';
import { standsAs, type ProposalRow } from './rows';

/** The rows of what is proposed, snoozed ones too. */
export interface Waiting {
  /** The newest first: each row stands where the first of its lines does. */
  readonly rows: SharedList<ProposalRow>;
  /** The rows that have a line in a note, by its path. */
  readonly byNote: SharedMap<readonly ProposalRow[]>;
}

/**
 * Sorts rows by the first of their lines: that of the newest note, then by path, then by line. What is likely the same
 * stands together.
 */
export const byFirstLine: Compare<ProposalRow> = (a, b) =>
  byPlace(firstLine(standsAs(a)), firstLine(standsAs(b))) || Number(isBehind(a)) - Number(isBehind(b));

function isBehind({ twin }: ProposalRow): boolean {
  return twin?.leads === true;
}

function byPlace(a: Proposal, b: Proposal): number {
  return newestFirst(a.day, b.day) || (a.path < b.path ? -1 : Number(a.path > b.path)) || a.line - b.line;
}

/** The first line of a row: where it stands among others. */
export function firstLine(row: ProposalRow): Proposal {
  let first: Proposal = row;
  for (const copy of row.copies) if (byPlace(copy, first) < 0) first = copy;
  return first;
}

/** Nothing is proposed. */
export const NOTHING_WAITS: Waiting = { rows: SharedList.of<ProposalRow>([], byFirstLine), byNote: SharedMap.of() };

/** These rows, whatever their order. */
export function waitingOf(rows: Iterable<ProposalRow>): Waiting {
  return changeWaiting(NOTHING_WAITS, [], [...rows]);
}

/** What waits without some rows and with others. */
export function changeWaiting(
  { rows, byNote }: Waiting,
  gone: readonly ProposalRow[],
  come: readonly ProposalRow[],
): Waiting {
  const edits = new Map<string, ProposalRow[]>();
  const left = new Set(gone);
  const rowsAt = (path: string): ProposalRow[] => {
    const known = edits.get(path) ?? (byNote.get(path) ?? []).filter((row) => !left.has(row));
    edits.set(path, known);
    return known;
  };
  for (const row of gone) for (const path of pathsOf(row)) rowsAt(path);
  for (const row of come) for (const path of pathsOf(row)) rowsAt(path).push(row);
  return {
    rows: rows.with(gone, come),
    byNote: byNote.with([...edits].map(([path, held]) => [path, held.length === 0 ? undefined : held])),
  };
}

function pathsOf({ path, copies }: ProposalRow): Iterable<string> {
  return copies.length === 0 ? [path] : new Set([path, ...copies.map((copy) => copy.path)]);
}

/** The row whose own line has a key; undefined where there is none. */
export function rowAt({ byNote }: Waiting, key: string): ProposalRow | undefined {
  const row = rowsByKey(byNote.get(pathOfKey(key)) ?? NO_ROWS).get(key);
  return row?.key === key ? row : undefined;
}

/** The row that a line is in, by its key; undefined where there is none. */
export function rowWith({ byNote }: Waiting, key: string): ProposalRow | undefined {
  return rowsByKey(byNote.get(pathOfKey(key)) ?? NO_ROWS).get(key);
}

/** The rows of a note by the keys of their lines. */
const rowsByKey = oncePer(
  (rows: readonly ProposalRow[]): ReadonlyMap<string, ProposalRow> =>
    new Map(rows.flatMap((row) => [row, ...row.copies].map(({ key }) => [key, row] as const))),
);

const NO_ROWS: readonly ProposalRow[] = [];
