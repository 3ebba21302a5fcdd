import { dayInFull, weekOf, type Day } from '../base/day';
import { namedOwners } from '../copies/copy-line';
import { decisionKind } from '../graph/decision-filter';
import type { PersonNames } from '../person/person-names';
import type { DecisionStatus, RollupGrouping } from './keys';
import type { RollupRow, RollupSection } from './rows';
import type { StatementRow } from '../graph/rows';

/** Where a row belongs: rows with one key stand together, under a title; lower ranks come first. */
interface Belonging {
  readonly key: string;
  readonly title: string;
  readonly rank: number;
}

const NAMES = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/**
 * Puts rows together, each in one section. Sections of accounts and owners come by name, those of a status as work
 * goes, others as their first rows come.
 */
export function sectionsOf(
  rows: readonly RollupRow[],
  grouping: RollupGrouping,
  names: PersonNames,
): readonly RollupSection[] {
  if (grouping === 'none') return rows.length === 0 ? [] : [{ title: null, rows }];
  const sections = new Map<string, { readonly of: Belonging; readonly rows: RollupRow[] }>();
  for (const row of rows) {
    const of = belongingOf(row, grouping, names);
    const known = sections.get(of.key);
    if (known === undefined) sections.set(of.key, { of, rows: [row] });
    else known.rows.push(row);
  }
  const found = [...sections.values()];
  if (grouping === 'account' || grouping === 'owner' || grouping === 'status') found.sort((a, b) => byName(a.of, b.of));
  return found.map(({ of: { title }, rows: held }) => ({ title, rows: held }));
}

/** Sorts by rank, then by name. */
export function byName(a: Belonging, b: Belonging): number {
  return a.rank - b.rank || NAMES.compare(a.title, b.title);
}

/**
 * Whose a row is: mine before those of others, then what nobody owns yet, then what cannot be owned. Spellings of one
 * person are one.
 */
export function ownerOf(row: RollupRow, names: PersonNames): Belonging {
  if (row.kind !== 'task') return { key: '', title: 'No task', rank: 3 };
  if (row.mine) return { key: ' mine', title: 'Me', rank: 0 };
  const named = namedOwners(row.owners, names.keyOf);
  if (named.length === 0) return { key: ' nobody', title: 'Nobody yet', rank: 2 };
  return {
    key: named.join(', '),
    title: [...new Set(row.owners.filter((owner) => named.includes(names.keyOf(owner))).map(names.nameOf))].join(', '),
    rank: 1,
  };
}

/** Whose account a row is of; rows of no account come last. */
export function accountOf({ account }: RollupRow): Belonging {
  return account === null ? { key: '', title: 'No account', rank: 1 } : { key: account, title: account, rank: 0 };
}

function belongingOf(row: RollupRow, grouping: Exclude<RollupGrouping, 'none'>, names: PersonNames): Belonging {
  switch (grouping) {
    case 'account':
      return accountOf(row);
    case 'owner':
      return ownerOf(row, names);
    case 'status':
      return statusOf(row);
    case 'note':
      return { key: row.path, title: row.day === null ? row.note : `${row.note} · ${dayInFull(row.day)}`, rank: 0 };
    default: {
      const title = row.day === null ? 'Without a day' : calendarTitle(row.day, grouping);
      return { key: title, title, rank: 0 };
    }
  }
}

/** In which order sections of a status come. */
const STATUSES = [
  'Meetings',
  'Confirmed',
  'Stated',
  'Superseded',
  'In progress',
  'Open',
  'Proposed',
  'Snoozed',
  'Done',
  'Dismissed',
  'Facts',
];

function statusOf(row: RollupRow): Belonging {
  const title = statusTitle(row);
  return { key: title, title, rank: STATUSES.indexOf(title) };
}

/** How a decision stands for a rollup. */
export function decisionStatus(decision: Pick<StatementRow, 'confirmed' | 'superseded'>): DecisionStatus {
  const kind = decisionKind(decision);
  return kind === 'unconfirmed' ? 'stated' : kind;
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function statusTitle(row: RollupRow): string {
  switch (row.kind) {
    case 'meeting':
      return 'Meetings';
    case 'fact':
      return 'Facts';
    case 'decision':
      return capitalised(decisionStatus(row));
    case 'task':
      if (row.status === 'proposed' && !row.waits) return row.snoozed === null ? 'Decided before' : 'Snoozed';
      return row.status === 'in-progress' ? 'In progress' : capitalised(row.status);
  }
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function calendarTitle(day: Day, unit: 'day' | 'week' | 'month' | 'quarter'): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (unit) {
    case 'day':
      return dayInFull(day);
    case 'week':
      return `Week of ${dayInFull(weekOf(day))}`;
    case 'month':
      return `${MONTHS[month - 1]!} ${year}`;
    case 'quarter':
      return `Quarter ${Math.ceil(month / 3)} of ${year}`;
  }
}
