import { baseName } from '../note/note';
import { escape, noteLink } from '../text/escape';
import type { RollupShow } from './keys';
import type { RollupResult, RollupRow } from './rows';
import { dayInFull } from '../../words/format';
import { words } from '../../words/words';

/**
 * A result as a Markdown list, for the clipboard: what is shown, row by row, each with its note. All words of notes are
 * escaped, tasks have no box and days are in words, so that nothing reads them as tasks, decisions or commands
 * elsewhere. It ends with a line end.
 */
export function toMarkdownList(result: RollupResult): string {
  return `${blocksOf(result, (rows, remarks) => rows.map((row) => `- ${wordsOf(row)} (${[...remarks(row), noteLink(row.path, originOf(row))].join(', ')})`))}\n`;
}

/**
 * The same as a table, for the place of the block: list items in a note of ours would be read as decisions and facts of
 * that note, rows of a table are not. It ends without a line end.
 */
export function toMarkdownTable(result: RollupResult): string {
  const { table } = words.rollups;
  return blocksOf(result, (rows, remarks) => [
    tableRow([table.day, table.what, table.note]),
    '| --- | --- | --- |',
    ...rows.map((row) => {
      const said = remarks(row);
      return tableRow([
        row.day === null ? '' : dayInFull(row.day),
        `${wordsOf(row)}${said.length === 0 ? '' : ` (${said.join(', ')})`}`,
        noteLink(row.path, row.note),
      ]);
    }),
  ]);
}

type Remarks = (row: RollupRow) => readonly string[];

function blocksOf(
  { show, title, sections, count, shown, faults, empty }: RollupResult,
  linesOf: (rows: readonly RollupRow[], remarks: Remarks) => readonly string[],
): string {
  const isOfSeveral = new Set(sections.flatMap(({ rows }) => rows.map(({ account }) => account))).size > 1;
  return [
    strong(title),
    ...sections.flatMap(({ title: common, rows }) => [
      ...(common === null ? [] : [strong(common)]),
      linesOf(rows, (row) => [
        ...(isOfSeveral && row.account !== null && row.account !== common ? [escape(row.account)] : []),
        ...remarksOf(row, show, common),
      ]).join('\n'),
    ]),
    ...faults.map(({ sentence }) => escape(sentence)),
    ...(empty === null ? [] : [escape(empty)]),
    ...(count > shown ? [words.rollups.showing(shown, count)] : []),
  ].join('\n\n');
}

/** Not with asterisks: `**Account: …` at the start of a line says whose a note is. */
function strong(text: string): string {
  return `__${escape(text)}__`;
}

function wordsOf({ text }: RollupRow): string {
  return escape(text) || words.common.noText;
}

/** A link's own bar would end the cell. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(\\?)\|/g, (_, escaped: string) => (escaped === '' ? '\\|' : `${escaped}|`))).join(' | ')} |`;
}

/** What is said of a row besides its words and what its section is called, each escaped where it comes from a note. */
function remarksOf(row: RollupRow, show: RollupShow, section: string | null): readonly string[] {
  // Only a timeline mixes what needs to be told apart.
  const kind = show === 'timeline' && row.kind !== 'task' ? [words.common.facts.kind[row.kind]] : [];
  const copies = row.copies.length === 0 ? [] : [words.count.copies(row.copies.length)];
  switch (row.kind) {
    case 'meeting':
      return [...kind, ...copies];
    case 'fact':
      return [...kind, ...copies];
    case 'decision':
      return [
        ...kind,
        ...(row.confirmed === null ? [] : [words.common.facts.confirmed(dayInFull(row.confirmed))]),
        ...(row.superseded === null ? [] : [`${words.common.facts.supersededBy} ${escape(baseName(row.superseded))}`]),
        ...copies,
      ];
    case 'task':
      return [
        ...(row.owners.length === 0
          ? [words.common.facts.noOwner]
          : row.owners.filter((owner) => owner !== section).map(escape)),
        row.snoozed !== null
          ? words.common.facts.snoozed(dayInFull(row.snoozed))
          : words.common.facts.status[row.status],
        ...(row.due === null ? [] : [words.common.facts[row.overdue ? 'overdue' : 'due'](dayInFull(row.due))]),
        ...copies,
      ];
  }
}

function originOf({ day, note }: RollupRow): string {
  return day === null ? note : dayInFull(day);
}
