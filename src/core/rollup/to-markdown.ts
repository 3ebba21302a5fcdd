import { dayInFull } from '../base/day';
import { escape, noteLink } from '../text/escape';
import type { RollupShow } from './keys';
import type { RollupResult, RollupRow } from './rows';

/**
 * A result as a Markdown list, for the clipboard: what is shown, row by row, each with its note. All words of notes are escaped, tasks have no box and days are in
 * words, so that nothing reads them as tasks, decisions or commands elsewhere. It ends with a line end.
 */
export function toMarkdownList({ show, title, sections, count, shown, empty }: RollupResult): string {
  const blocks = sections.map(({ title: common, rows }) => [
    ...(common === null ? [] : [`**${escape(common)}**`, '']),
    ...rows.map((row) => `- ${escape(row.text)} (${[...remarksOf(row, show), noteLink(row.path, originOf(row))].join(', ')})`),
  ].join('\n'));
  return `${[`**${escape(title)}**`, ...blocks, ...closing(count, shown, empty)].join('\n\n')}\n`;
}

/**
 * The same as a table, for the place of the block: list items in a note of ours would be read as decisions and facts of that note, rows of a table are not.
 * It ends without a line end.
 */
export function toMarkdownTable({ show, title, sections, count, shown, empty }: RollupResult): string {
  const blocks = sections.map(({ title: common, rows }) => [
    ...(common === null ? [] : [`**${escape(common)}**`, '']),
    '| Day | What | Note |', '| --- | --- | --- |',
    ...rows.map((row) => tableRow([row.day === null ? '' : dayInFull(row.day), [escape(row.text), remarks(row, show)].join(''), noteLink(row.path, row.note)])),
  ].join('\n'));
  return [`**${escape(title)}**`, ...blocks, ...closing(count, shown, empty)].join('\n\n');
}

/** A link's own bar would end the cell. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(\\?)\|/g, (_, escaped: string) => (escaped === '' ? '\\|' : `${escaped}|`))).join(' | ')} |`;
}

function remarks(row: RollupRow, show: RollupShow): string {
  const said = remarksOf(row, show);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

/** What is said of a row besides its words, each escaped where it comes from a note. */
function remarksOf(row: RollupRow, show: RollupShow): readonly string[] {
  // Only a timeline mixes what needs to be told apart.
  const kind = show === 'timeline' && row.kind !== 'task' ? [row.kind] : [];
  const similar = row.similar.length === 0 ? [] : [`+${row.similar.length} similar`];
  switch (row.kind) {
    case 'meeting': return kind;
    case 'fact': return [...kind, ...similar];
    case 'decision': return [
      ...kind, ...(row.confirmed === null ? [] : [`confirmed on ${dayInFull(row.confirmed)}`]), ...(row.superseded === null ? [] : [`superseded by ${escape(row.superseded)}`]), ...similar,
    ];
    case 'task': return [
      row.owners.length === 0 ? 'no owner' : row.owners.map(escape).join(', '), row.snoozed === null ? row.status : `snoozed until ${dayInFull(row.snoozed)}`,
      ...(row.due === null ? [] : [`${row.overdue ? 'overdue, was ' : ''}due ${dayInFull(row.due)}`]), ...similar,
    ];
  }
}

function originOf({ day, note }: RollupRow): string {
  return day === null ? note : dayInFull(day);
}

function closing(count: number, shown: number, empty: string | null): readonly string[] {
  if (empty !== null) return [escape(empty)];
  return count > shown ? [`${shown} of ${count} are shown.`] : [];
}
