import { newestFirst } from '../base/day';
import { bestLine } from '../copies/best-line';
import { groupOf, type Group, type Groups } from '../copies/copy-finder';
import { copyLinesOf, type CopyLine } from '../copies/copy-line';
import type { Note } from '../note/note';
import type { MergedStatement, StatementRow } from './rows';
import { byPlace } from './select';

/** The decisions or facts of an account's notes, newest first. Lines that say the same are one: the best of them, with the others. */
export type StatementsSelection = (notes: readonly Note[], what: 'decisions' | 'facts', options: { readonly groups: Groups; readonly account: string }) => readonly MergedStatement[];

/** Makes such a selection; it looks at the lines of a note once, as long as the note is the same. The groups may be those of a moment before. */
export function statementsSelection(): StatementsSelection {
  const known = new WeakMap<Note, readonly CopyLine[]>();
  const linesOf = (note: Note): readonly CopyLine[] => {
    const lines = known.get(note) ?? copyLinesOf(note, { account: null, source: null, standing: 'note' }, (owner) => owner).filter(({ kind }) => kind !== 'task');
    known.set(note, lines);
    return lines;
  };
  return (notes, what, { groups, account }) => {
    const titles = new Map(notes.map(({ path, title }) => [path, title]));
    const rowOf = ({ path, line, text, day }: CopyLine): StatementRow => ({ path, line, text, account, note: titles.get(path)!, day });
    const kind = what === 'decisions' ? 'decision' : 'fact';
    const said = new Map<Group | CopyLine, CopyLine[]>();
    for (const line of notes.flatMap(linesOf)) {
      if (line.kind !== kind) continue;
      const one = groupOf(groups, line) ?? line;
      const lines = said.get(one);
      if (lines === undefined) said.set(one, [line]);
      else lines.push(line);
    }
    return [...said.values()].map((lines) => {
      const best = bestLine(lines);
      return { ...rowOf(best), similar: lines.filter((line) => line !== best).map(rowOf).sort(newestPlace) };
    }).sort(newestPlace);
  };
}

function newestPlace(a: StatementRow, b: StatementRow): number {
  return newestFirst(a.day, b.day) || byPlace(a, b);
}
