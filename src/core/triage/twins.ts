import type { ProposalRow } from './rows';
import { isWaiting } from './splits';
import { byFirstLine } from './waiting';

/** Rows that go and that come. */
interface Change {
  readonly gone: readonly ProposalRow[];
  readonly come: readonly ProposalRow[];
}

/** Ties rows that are likely the same, two and two, as rows come and go. */
export interface Twins {
  /** A row by itself, as it was before it was tied. */
  readonly untied: (row: ProposalRow) => ProposalRow;
  /** What changes among the tied rows when these go and come by themselves. */
  readonly change: (change: Change) => Change;
}

/** Ties rows from now on; none is there yet. */
export function twinRows(): Twins {
  /** The rows of each id of what is likely the same, by themselves; and how each is shown. */
  const byId = new Map<string, readonly ProposalRow[]>();
  const shown = new Map<ProposalRow, ProposalRow>();
  const alone = new WeakMap<ProposalRow, ProposalRow>();
  const show = (rows: readonly ProposalRow[]): readonly ProposalRow[] => {
    const tied = tieRows(rows);
    rows.forEach((row, index) => {
      shown.set(row, tied[index]!);
      alone.set(tied[index]!, row);
    });
    return tied;
  };
  return {
    untied: (row) => alone.get(row) ?? row,
    change(change) {
      const ids = new Set([...change.gone, ...change.come].flatMap(({ likely }) => likely ?? []));
      if (ids.size === 0) return change;
      const left = new Set(change.gone);
      const come = new Map<string, ProposalRow[]>();
      for (const row of change.come)
        if (row.likely !== null) come.set(row.likely, [...(come.get(row.likely) ?? []), row]);
      const all = { gone: change.gone.filter(isFree), come: change.come.filter(isFree) };
      for (const id of ids) {
        const before = byId.get(id) ?? [];
        const now = [...before.filter((row) => !left.has(row)), ...(come.get(id) ?? [])];
        all.gone.push(...before.map((row) => shown.get(row)!));
        before.forEach((row) => shown.delete(row));
        all.come.push(...show(now));
        if (now.length === 0) byId.delete(id);
        else byId.set(id, now);
      }
      return all;
    },
  };
}

function isFree({ likely }: ProposalRow): boolean {
  return likely === null;
}

/** Two rows that wait, each with the other one; others as they are. */
function tieRows(rows: readonly ProposalRow[]): readonly ProposalRow[] {
  const [a, b, ...more] = rows;
  if (a === undefined || b === undefined || more.length > 0 || !rows.every(isWaiting)) return rows;
  const isFirst = byFirstLine(a, b) < 0;
  return [
    { ...a, twin: { row: b, leads: !isFirst } },
    { ...b, twin: { row: a, leads: isFirst } },
  ];
}

/** A row that is not likely the same as any other, now that somebody said so. */
export function rowAlone(row: ProposalRow): ProposalRow {
  return { ...row, twin: null, likely: null };
}

/**
 * The row that two become when somebody says that they are the same, until copies are looked for again: led by a line
 * of our notes, then by the newer one.
 */
export function joinedRow(a: ProposalRow, b: ProposalRow): ProposalRow {
  const isFirst = a.inList === b.inList ? (a.day ?? '') >= (b.day ?? '') : b.inList;
  const [lead, other] = isFirst ? [a, b] : [b, a];
  return {
    ...rowAlone(lead),
    account: lead.account ?? other.account,
    copies: [...lead.copies, rowAlone(other), ...other.copies],
    done: lead.done ?? other.done,
    decided: lead.decided ?? other.decided,
  };
}
