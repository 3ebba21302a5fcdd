import { PERIOD_WORDS } from '../base/period';
import { words } from '../../words/words';

/** What a rollup may show. */
export const SHOWS = ['decisions', 'tasks', 'facts', 'timeline'] as const;
export type RollupShow = (typeof SHOWS)[number];

/** How a decision stands: as a note states it, confirmed by a person, or superseded by another. */
export const DECISION_STATUSES = ['stated', 'confirmed', 'superseded'] as const;
export const ROLLUP_TASK_STATUSES = ['proposed', 'snoozed', 'open', 'in-progress', 'done', 'dismissed'] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];
export type RollupTaskStatus = (typeof ROLLUP_TASK_STATUSES)[number];

/** By what the rows may be put together. */
export const GROUPINGS = ['none', 'account', 'note', 'day', 'week', 'month', 'quarter', 'owner', 'status'] as const;
export type RollupGrouping = (typeof GROUPINGS)[number];

export const SORTS = ['newest', 'oldest', 'due', 'priority', 'owner', 'account'] as const;
export type RollupSort = (typeof SORTS)[number];

/** A key of a rollup block. */
export interface RollupKey {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly about: string;
  /** The values that it takes as they stand, besides names, days and numbers. */
  readonly values: readonly string[];
}

/** All keys, in the order in which one writes them. */
export const ROLLUP_KEYS = [
  { name: 'show', about: words.rollups.keys.show, values: SHOWS },
  { name: 'account', about: words.rollups.keys.account, values: ['all'] },
  { name: 'since', about: words.rollups.keys.since, values: PERIOD_WORDS },
  { name: 'until', about: words.rollups.keys.until, values: PERIOD_WORDS },
  { name: 'owner', about: words.rollups.keys.owner, values: ['me', 'nobody'] },
  {
    name: 'status',
    about: words.rollups.keys.status,
    values: [...DECISION_STATUSES, ...ROLLUP_TASK_STATUSES, 'all'],
  },
  { name: 'group', about: words.rollups.keys.group, values: GROUPINGS },
  { name: 'sort', about: words.rollups.keys.sort, values: SORTS },
  { name: 'limit', about: words.rollups.keys.limit, values: ['5', '10', '20'] },
] as const satisfies readonly RollupKey[];

export type RollupKeyName = (typeof ROLLUP_KEYS)[number]['name'];

const OF_TASKS: ReadonlySet<string> = new Set([...ROLLUP_TASK_STATUSES, 'due', 'priority', 'owner', 'me', 'nobody']);
const OF_DECISIONS: ReadonlySet<string> = new Set(DECISION_STATUSES);

/**
 * The values of a key, besides names, days and numbers, that say something of what is shown: only tasks have an owner,
 * and facts have no status.
 */
export function valuesFor(name: RollupKeyName, show: RollupShow): readonly string[] {
  const hasTasks = show === 'tasks' || show === 'timeline';
  const hasDecisions = show === 'decisions' || show === 'timeline';
  const hasStatus = hasTasks || hasDecisions;
  if (name === 'status' && !hasStatus) return [];
  const values: readonly string[] = ROLLUP_KEYS.find((key) => key.name === name)!.values;
  return values.filter(
    (value) =>
      (hasTasks || !OF_TASKS.has(value)) &&
      (hasDecisions || !OF_DECISIONS.has(value)) &&
      (hasStatus || value !== 'status'),
  );
}
