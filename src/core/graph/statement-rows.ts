import { newestFirst, type Day } from '../base/day';
import { oncePer } from '../base/once';
import { bestLine } from '../copies/best-line';
import { copyLinesOf, type CopyLine, UNPLACED } from '../copies/copy-line';
import { mergeCopies } from '../copies/merge-copies';
import type { Note } from '../note/note';
import { byPlace } from './select';
import type { StatementRow } from './rows';
import type { Groups } from '../copies/group';

/**
 * The decisions or facts of an account's notes, newest first. Lines that say the same are one: the best of them, with
 * the others.
 */
export type StatementsSelection = (
  notes: readonly Note[],
  what: 'decisions' | 'facts',
  options: { readonly groups: Groups; readonly account: string | null },
) => readonly StatementRow[];

/**
 * Makes such a selection; it looks at the lines of a note once, as long as the note is the same. The groups may be
 * those of a moment before.
 */
export function statementsSelection(): StatementsSelection {
  const linesOf = oncePer(statementLines);
  return (notes, what, { groups, account }) => {
    const titles = new Map(notes.map(({ path, title }) => [path, title]));
    const rowOf = (line: CopyLine): StatementRow => singleStatement(line, titles.get(line.path)!, account);
    const lines = notes.flatMap(linesOf).filter(({ kind }) => kind === KINDS[what]);
    return mergeCopies(lines, groups)
      .map((alike) => statementRow(alike, rowOf))
      .sort(newestPlace);
  };
}

/**
 * The row of lines that say the same: the best of them, with the others. What was said last of any of them counts for
 * all.
 */
export function statementRow(lines: readonly CopyLine[], rowOf: (line: CopyLine) => StatementRow): StatementRow {
  const best = rowOf(bestLine(lines));
  const all = lines.map(rowOf);
  const confirmed = all.reduce<Day | null>(
    (newest, row) => (row.confirmed !== null && (newest === null || row.confirmed > newest) ? row.confirmed : newest),
    null,
  );
  const superseded = best.superseded ?? all.find((row) => row.superseded !== null)?.superseded ?? null;
  return { ...best, confirmed, superseded, copies: all.filter(({ key }) => key !== best.key).sort(newestPlace) };
}

function newestPlace(a: StatementRow, b: StatementRow): number {
  return newestFirst(a.day, b.day) || byPlace(a, b);
}

/** The kind of the lines that are decisions or facts. */
export const KINDS = { decisions: 'decision', facts: 'fact' } as const;

/** The decisions and facts of a note of ours. */
export function statementLines(note: Note): readonly CopyLine[] {
  return copyLinesOf(note, UNPLACED, (owner) => owner).filter(({ kind }) => kind !== 'task');
}

/**
 * The row of the line of a decision or fact alone. `note`: the title of its note; `account`: the name of the note's
 * account, or null.
 */
export function singleStatement(
  { kind, path, key, line, text, day, statement }: CopyLine,
  note: string,
  account: string | null,
): StatementRow {
  return {
    kind: kind === 'fact' ? 'fact' : 'decision',
    path,
    key,
    line,
    text,
    account,
    note,
    day,
    confirmed: statement?.confirmed ?? null,
    superseded: statement?.superseded ?? null,
    copies: [],
  };
}
