import type { ProposalRow } from '../../core/triage/rows';
import { isMine } from '../../core/triage/splits';

/** By what the rows of Triage stand together. */
export const GROUPINGS = ['meeting', 'account', 'person', 'source', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Rows that stand together, with what all of them have in common. */
export interface Section {
  /** Tells it from others. */
  readonly key: string;
  readonly grouping: Grouping;
  /** The title of the meeting or source, or the name of the account or person; null where there is none. */
  readonly title: string | null;
  /** Its rows, in the order they are shown. */
  readonly rows: readonly ProposalRow[];
}

/** What rows have in common that stand together; rows without it stand together, too. */
const COMMON: Readonly<Record<Exclude<Grouping, 'none'>, (row: ProposalRow) => string | null>> = {
  meeting: ({ path }) => path,
  account: ({ account }) => account,
  person: ({ people, mine }) => (mine ? 'me' : (people[0] ?? null)),
  source: ({ source }) => source,
};

/** Rows with those that stand together behind one another: sections and rows in the order in which they came. */
export function inSections(rows: readonly ProposalRow[], grouping: Grouping): readonly ProposalRow[] {
  return grouping === 'none' ? rows : [...bySection(rows, COMMON[grouping]).values()].flat();
}

/** The sections of rows that `inSections` has put in order; none where rows do not stand together. */
export function sectionsOf(rows: readonly ProposalRow[], grouping: Grouping): readonly Section[] {
  if (grouping === 'none') return [];
  return [...bySection(rows, COMMON[grouping])].map(([common, own]) => ({
    key: `${grouping}\n${common ?? ''}`,
    grouping,
    title: grouping === 'meeting' ? own[0]!.note : common,
    rows: own,
  }));
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

function bySection(
  rows: readonly ProposalRow[],
  common: (row: ProposalRow) => string | null,
): ReadonlyMap<string | null, readonly ProposalRow[]> {
  const sections = new Map<string | null, ProposalRow[]>();
  for (const row of rows) {
    const known = sections.get(common(row));
    if (known === undefined) sections.set(common(row), [row]);
    else known.push(row);
  }
  return sections;
}
