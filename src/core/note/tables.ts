import { sameValue } from '../base/equal';
import { once } from '../base/remembered';
import { surelyWritten, writtenDay } from '../base/written-day';
import { namesInValue } from '../task/owner-links';
import type { TaskStatus } from '../task/status';
import { readTask, type Task, type TaskContext } from '../task/task';
import { foldText } from '../text/words';
import { words } from '../../words/words';
import { foldHeading, sectionKind, type OwnWords, type SectionKind } from './sections';
import { COLUMN_WORDS, STATE_WORDS, type Column } from './table-words';

/** Rows of a note's tables that are read; more are nobody's list of actions. */
export const MOST_ROWS = 1000;

/** A table: which of its columns says what; null where none does. */
export interface Table {
  readonly task: number | null;
  readonly decision: number | null;
  readonly owner: number | null;
  readonly due: number | null;
  readonly status: number | null;
  /** Whether each row is a label and what it says: `| **Decisions** | Start in aisle 3 |`. */
  readonly isPairs: boolean;
}

/** What a row says. */
export interface Row {
  readonly tasks: readonly Task[];
  readonly decisions: readonly string[];
}

/**
 * The cells of a row, without the white space around them, or null where the line is none. What a backslash or code
 * keeps parts no cells; in a link, `\|` is read as `|`.
 */
export function cellsOf(line: string): readonly string[] | null {
  if (!line.includes('|')) return null;
  const text = line.replace(/^(?:\s{0,3}>\s?)+/, '').trim();
  const cells: string[] = [];
  let from = text.startsWith('|') ? 1 : 0;
  let inCode = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') inCode = !inCode && text.includes('`', at + 1);
    else if (text[at] === '|' && !inCode) {
      cells.push(text.slice(from, at));
      from = at + 1;
    }
  }
  if (from === 0) return null;
  if (from < text.length) cells.push(text.slice(from));
  return cells.map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** Whether a line is the one of dashes between the head of a table and its rows. */
export function isDelimiter(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
}

const columns = once(
  () =>
    new Map(
      (Object.entries(COLUMN_WORDS) as [Column, string][]).flatMap(([column, list]) =>
        list.split(', ').map((word) => [foldHeading(word) || word, column] as const),
      ),
    ),
);

/** The head of the tables that a rollup becomes: each row tells of a line of another note, and is none of its own. */
const ROLLUP_HEAD: readonly string[] = [words.rollups.table.day, words.rollups.table.what, words.rollups.table.note];

/** What a table holds, by its head and the section that it stands in. */
export function tableOf(head: readonly string[], section: SectionKind | null, own: OwnWords): Table {
  const kinds = sameValue(head, ROLLUP_HEAD) ? [] : head.map((cell) => columnKind(cell, own));
  const at = (column: Column | SectionKind): number | null => {
    const index = kinds.indexOf(column);
    return index === -1 ? null : index;
  };
  const free = kinds.findIndex((kind) => kind === null || kind === 'thing');
  const owner = at('owner');
  const isBesideTask = owner !== null || at('due') !== null || at('status') !== null;
  const strong = at('actions') ?? at('task');
  const decision = at('decisions') ?? (section === 'decisions' && free !== -1 ? free : null);
  const weak = owner !== null || section === 'actions' ? at('thing') : null;
  const named = strong !== null && (isBesideTask || section === 'actions') ? strong : weak;
  const task = named ?? (section === 'actions' && kinds.length > 1 && free !== -1 ? free : null);
  return {
    task: task === decision ? null : task,
    decision,
    owner,
    due: at('due'),
    status: at('status'),
    isPairs: head.length === 2 && task === null && decision === null,
  };
}

/** What a column holds, by the words over it or by those in brackets behind them: `Quem? (Responsável)`. */
function columnKind(cell: string, own: OwnWords): Column | SectionKind | null {
  const [outside = '', inside = ''] = cell.replace(/[*_`]/g, '').split(/[(（)）]/, 2);
  for (const part of [outside, inside]) {
    const folded = foldHeading(part) || part.trim();
    const known = columns().get(folded);
    const kind = known === undefined || known === 'thing' ? sectionKind(part.trim(), own) : null;
    if (kind === 'actions' || kind === 'decisions') return kind;
    if (known !== undefined && known !== 'thing') return known;
    if (known === 'thing' && inside === '') return known;
  }
  return null;
}

/** Reads a row. `context`: of its line. */
export function readRow(table: Table, cells: readonly string[], raw: string, context: RowContext): Row {
  const cell = (column: number | null): string => (column === null ? '' : (cells[column] ?? ''));
  if (table.isPairs) return readPair(cells, raw, context);
  const words = cell(table.task);
  const decision = cell(table.decision);
  const tasks = isNothing(words) ? [] : itemsOf(words).flatMap((item) => rowTask(item, raw, context) ?? []);
  return {
    tasks: tasks.map((task) => ({
      ...task,
      owners: task.owners.length > 0 ? task.owners : ownersIn(cell(table.owner)),
      due: task.due ?? surelyWritten(writtenDay(cell(table.due), null)),
      status: task.symbol === ' ' && task.status === 'open' ? stateOf(cell(table.status)) : task.status,
    })),
    decisions: isNothing(decision) ? [] : [decision],
  };
}

/** How the tasks of a row are read, and the words over sections. */
export interface RowContext extends TaskContext {
  readonly own: OwnWords;
}

function readPair([name = '', value = '']: readonly string[], raw: string, context: RowContext): Row {
  const kind =
    name.length > 80 || isNothing(value) ? null : sectionKind(name.replace(/[*_`]/g, '').trim(), context.own);
  const items = kind === null ? [] : itemsOf(value);
  return {
    tasks: kind === 'actions' ? items.flatMap((item) => rowTask(item, raw, context) ?? []) : [],
    decisions: kind === 'decisions' ? items.map((item) => item.replace(MARKER, '')) : [],
  };
}

const MARKER = /^(?:(?:[-*+•]|\d{1,3}[.)])\s+)?/;
const BOX = /^\[(.)\]\s+/u;

/** The things that a cell lists, line by line. */
function itemsOf(cell: string): readonly string[] {
  return cell
    .split(/<br\s{0,3}\/?>/i)
    .map((item) => item.trim())
    .filter((item) => !isNothing(item));
}

function rowTask(item: string, raw: string, context: RowContext): Task | null {
  const words = item.replace(MARKER, '');
  const box = BOX.exec(words);
  const task = readTask(`- [${box?.[1] ?? ' '}] ${words.slice(box?.[0].length ?? 0)}`, context);
  return task === null || task.text === '' ? null : { ...task, raw, form: 'row' };
}

/** Whether a cell says nothing: it is empty, dashes, or "none". */
function isNothing(cell: string): boolean {
  return /^(?:[\s\-–—.…?*_]*|none|n\/a|tbd|tba)$/i.test(cell);
}

function ownersIn(cell: string): readonly string[] {
  if (isNothing(cell)) return [];
  const names = namesInValue(
    cell.replace(/[*_`]/g, '').replace(/<br\s{0,3}\/?>|\s(?:and|und|et|y|e|en|i)\s|[&+/、，]/giu, ','),
  );
  return [...new Set(names.map(({ name }) => name).filter((name) => !isNothing(name)))].slice(0, 20);
}

function stateOf(cell: string): TaskStatus {
  const folded = foldText(cell.trim());
  return STATE_WORDS.find(([, words]) => words.test(folded) || words.test(cell))?.[0] ?? 'open';
}
