import { weekOf, type Day } from '../base/day';
import { namedOwners } from '../copies/copy-line';
import { decisionKind } from '../graph/decision-filter';
import type { PersonNames } from '../person/person-names';
import type { DecisionStatus, RollupGrouping } from './keys';
import type { RollupRow, RollupSection } from './rows';
import type { StatementRow } from '../graph/rows';
import { dayInFull, monthWords } from '../../words/format';
import { words } from '../../words/words';

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
  if (row.kind !== 'task') return { key: '', title: words.rollups.sections.noTask, rank: 3 };
  if (row.mine) return { key: ' mine', title: words.rollups.sections.me, rank: 0 };
  const named = namedOwners(row.owners, names.keyOf);
  if (named.length === 0) return { key: ' nobody', title: words.common.noOwner, rank: 2 };
  return {
    key: named.join(', '),
    title: [...new Set(row.owners.filter((owner) => named.includes(names.keyOf(owner))).map(names.nameOf))].join(', '),
    rank: 1,
  };
}

/** Whose account a row is of; rows of no account come last. */
export function accountOf({ account }: RollupRow): Belonging {
  return account === null
    ? { key: '', title: words.common.noAccount, rank: 1 }
    : { key: account, title: account, rank: 0 };
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
      const title = row.day === null ? words.common.noDay : calendarTitle(row.day, grouping);
      return { key: title, title, rank: 0 };
    }
  }
}

const { status } = words.common;

/** In which order sections of a status come. */
const STATUSES = [
  words.common.kinds.meetings,
  status.confirmed,
  status.stated,
  status.superseded,
  status['in-progress'],
  status.open,
  status.proposed,
  status.snoozed,
  status.done,
  status.dismissed,
  words.common.kinds.facts,
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

function statusTitle(row: RollupRow): string {
  switch (row.kind) {
    case 'meeting':
      return words.common.kinds.meetings;
    case 'fact':
      return words.common.kinds.facts;
    case 'decision':
      return status[decisionStatus(row)];
    case 'task':
      if (row.status === 'proposed' && !row.waits)
        return row.snoozed === null ? words.common.decidedBefore : status.snoozed;
      return status[row.status];
  }
}

function calendarTitle(day: Day, unit: 'day' | 'week' | 'month' | 'quarter'): string {
  switch (unit) {
    case 'day':
      return dayInFull(day);
    case 'week':
      return words.rollups.sections.week(dayInFull(weekOf(day)));
    case 'month':
      return monthWords(day.slice(0, 7));
    case 'quarter':
      return words.rollups.sections.quarter(Math.ceil(Number(day.slice(5, 7)) / 3), day.slice(0, 4));
  }
}
