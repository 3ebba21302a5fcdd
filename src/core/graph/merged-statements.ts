import { newestFirst, type Day } from '../base/day';
import { bestLine } from '../copies/best-line';
import type { Groups } from '../copies/group';
import type { CopyLine } from '../copies/copy-line';
import { mergeCopies } from '../copies/merge-copies';
import type { Note } from '../note/note';
import type { MergedStatement, StatementRow } from './rows';
import { byPlace, KINDS, statementLines, statementRow } from './select';

/**
 * The decisions or facts of an account's notes, newest first. Lines that say the same are one: the best of them, with
 * the others.
 */
export type StatementsSelection = (
  notes: readonly Note[],
  what: 'decisions' | 'facts',
  options: { readonly groups: Groups; readonly account: string | null },
) => readonly MergedStatement[];

/**
 * Makes such a selection; it looks at the lines of a note once, as long as the note is the same. The groups may be
 * those of a moment before.
 */
export function statementsSelection(): StatementsSelection {
  const known = new WeakMap<Note, readonly CopyLine[]>();
  const linesOf = (note: Note): readonly CopyLine[] => {
    const lines = known.get(note) ?? statementLines(note);
    known.set(note, lines);
    return lines;
  };
  return (notes, what, { groups, account }) => {
    const titles = new Map(notes.map(({ path, title }) => [path, title]));
    const rowOf = (line: CopyLine): StatementRow => statementRow(line, titles.get(line.path)!, account);
    const lines = notes.flatMap(linesOf).filter(({ kind }) => kind === KINDS[what]);
    return mergeCopies(lines, groups)
      .map((alike) => mergedStatement(alike, rowOf))
      .sort(newestPlace);
  };
}

/**
 * The row of lines that say the same: the best of them, with the others. What was said last of any of them counts for
 * all.
 */
export function mergedStatement(lines: readonly CopyLine[], rowOf: (line: CopyLine) => StatementRow): MergedStatement {
  const best = rowOf(bestLine(lines));
  const all = lines.map(rowOf);
  const confirmed = all.reduce<Day | null>(
    (newest, row) => (row.confirmed !== null && (newest === null || row.confirmed > newest) ? row.confirmed : newest),
    null,
  );
  const superseded = best.superseded ?? all.find((row) => row.superseded !== null)?.superseded ?? null;
  return { ...best, confirmed, superseded, similar: all.filter(({ key }) => key !== best.key).sort(newestPlace) };
}

function newestPlace(a: StatementRow, b: StatementRow): number {
  return newestFirst(a.day, b.day) || byPlace(a, b);
}
