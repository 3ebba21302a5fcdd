import { SharedList, type Compare } from '../../core/base/shared-list';
import type { Day } from '../../core/base/day';
import { standsAs, type ProposalRow } from '../../core/triage/rows';
import { isMine } from '../../core/triage/splits';
import { byFirstLine, firstLine } from '../../core/triage/waiting';
import type { Rows } from './desk';

/** By what the rows of Triage stand together. */
export const GROUPINGS = ['meeting', 'account', 'person', 'source', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Rows that stand together, with what all of them have in common. */
export interface Section {
  readonly grouping: Exclude<Grouping, 'none'>;
  /** The title of the meeting or source, or the name of the account or person; null where there is none. */
  readonly title: string | null;
  /** Of a meeting: the path and day of its note, and the account, or null. */
  readonly path: string;
  readonly day: Day | null;
  readonly account: string | null;
  /** Its rows, in the order they are shown. */
  readonly rows: readonly ProposalRow[];
}

/** The user among the people that rows stand together by. */
export const ME = '\0me';

/** What rows have in common that stand together; rows without it stand together, too. */
const COMMON: Readonly<Record<Exclude<Grouping, 'none'>, (row: ProposalRow) => string | null>> = {
  meeting: (row) => firstLine(standsAs(row)).path,
  account: (row) => standsAs(row).account,
  person(row) {
    const { people, mine } = standsAs(row);
    return mine ? ME : (people[0] ?? null);
  },
  source: (row) => firstLine(standsAs(row)).source,
};

/** The order in which rows stand together: by name, and those without one last. Meetings are in order already. */
export const orderOf: Readonly<Record<Grouping, Compare<ProposalRow>>> = {
  none: byFirstLine,
  meeting: byFirstLine,
  account: byCommon(COMMON.account),
  person: byCommon(COMMON.person),
  source: byCommon(COMMON.source),
};

/** Rows in the order in which they stand together. */
export function inSections(rows: Rows, grouping: Grouping): Rows {
  return orderOf[grouping] === byFirstLine ? rows : SharedList.of(rows, orderOf[grouping]);
}

/** The section that begins at an index of rows that `inSections` has put in order; null where none begins. */
export function sectionFrom(rows: Rows, index: number, grouping: Grouping): Section | null {
  const first = rows.item(index);
  if (first === undefined || grouping === 'none') return null;
  const common = COMMON[grouping];
  const before = rows.item(index - 1);
  if (before !== undefined && common(before) === common(first)) return null;
  const own: ProposalRow[] = [];
  for (let at = index, row = rows.item(at); row !== undefined && common(row) === common(first); row = rows.item(++at))
    own.push(row);
  const { path, day, note } = firstLine(standsAs(first));
  const title = grouping === 'meeting' ? note : common(first);
  return { grouping, title, path, day, account: standsAs(first).account, rows: own };
}

/** The rows that stand together with the one at an index; that one alone where rows do not. */
export function rowsAround(rows: Rows, index: number, grouping: Grouping): readonly ProposalRow[] {
  const row = rows.item(index);
  if (row === undefined) return [];
  if (grouping === 'none') return [row];
  let first = index;
  const common = COMMON[grouping];
  while (first > 0 && common(rows.item(first - 1)!) === common(row)) first--;
  return sectionFrom(rows, first, grouping)!.rows;
}

/** The rows of a section that are the user's, and those that are somebody else's. */
export function sharesOf({ rows }: Section): {
  readonly mine: readonly ProposalRow[];
  readonly others: readonly ProposalRow[];
} {
  return {
    mine: rows.filter(isMine),
    others: rows.filter((row) => !isMine(row) && row.owners.length > 0),
  };
}

function byCommon(common: (row: ProposalRow) => string | null): Compare<ProposalRow> {
  return (a, b) => compareNames(common(a), common(b)) || byFirstLine(a, b);
}

function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
