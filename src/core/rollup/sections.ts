import { dayInFull, weekOf, type Day } from '../base/day';
import type { RollupGrouping } from './keys';
import type { RollupRow, RollupSection } from './rows';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** In which order sections of a status come. */
const STATUSES = ['Meetings', 'Facts', 'Confirmed', 'Stated', 'Superseded', 'In progress', 'Open', 'Proposed', 'Snoozed', 'Done', 'Dismissed'];

/** Puts rows together, each in one section. Sections of accounts and owners come by name, those of a status as work goes, others as their first rows come. */
export function sectionsOf(rows: readonly RollupRow[], grouping: RollupGrouping): readonly RollupSection[] {
  if (grouping === 'none') return rows.length === 0 ? [] : [{ title: null, rows }];
  const sections = new Map<string, RollupRow[]>();
  for (const row of rows) {
    const title = titleOf(row, grouping);
    const known = sections.get(title);
    if (known === undefined) sections.set(title, [row]);
    else known.push(row);
  }
  const found = [...sections].map(([title, held]) => ({ title, rows: held }));
  if (grouping === 'status') return found.sort((a, b) => STATUSES.indexOf(a.title) - STATUSES.indexOf(b.title));
  return grouping === 'account' || grouping === 'owner' ? found.sort((a, b) => byName(a.title, b.title)) : found;
}

const NO_ACCOUNT = 'No account';
const NOBODY = 'Nobody yet';
const NO_OWNER = 'No task';
const LAST = [NOBODY, NO_OWNER, NO_ACCOUNT];

function byName(a: string, b: string): number {
  return LAST.indexOf(a) - LAST.indexOf(b) || (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
}

function titleOf(row: RollupRow, grouping: Exclude<RollupGrouping, 'none'>): string {
  switch (grouping) {
    case 'account': return row.account ?? NO_ACCOUNT;
    case 'note': return row.note;
    case 'owner': return row.kind !== 'task' ? NO_OWNER : row.mine ? 'Me' : row.owners.join(', ') || NOBODY;
    case 'status': return statusTitle(row);
    default: return row.day === null ? 'Without a day' : calendarTitle(row.day, grouping);
  }
}

function statusTitle(row: RollupRow): string {
  switch (row.kind) {
    case 'meeting': return 'Meetings';
    case 'fact': return 'Facts';
    case 'decision': return row.superseded !== null ? 'Superseded' : row.confirmed !== null ? 'Confirmed' : 'Stated';
    case 'task': return row.snoozed !== null ? 'Snoozed' : row.status === 'in-progress' ? 'In progress' : `${row.status.charAt(0).toUpperCase()}${row.status.slice(1)}`;
  }
}

function calendarTitle(day: Day, unit: 'day' | 'week' | 'month' | 'quarter'): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (unit) {
    case 'day': return dayInFull(day);
    case 'week': return `Week of ${dayInFull(weekOf(day))}`;
    case 'month': return `${MONTHS[month - 1]!} ${year}`;
    case 'quarter': return `Quarter ${Math.ceil(month / 3)} of ${year}`;
  }
}
