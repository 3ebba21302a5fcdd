import { accountsByName, accountsInOrder } from '../account/named';
import { accountKey } from '../account/names';
import type { Account, Resolution } from '../account/resolve';
import { type Day } from '../base/day';
import { sameValue } from '../base/equal';
import { oncePer } from '../base/once';
import { firstDayOf, lastDayOf } from '../base/period';
import type { Steps } from '../base/steps';
import { namedOwners } from '../copies/copy-line';
import { personNames, type PersonNames } from '../person/person-names';
import { ROLLUP_TASK_STATUSES, type RollupShow, type RollupSort, type RollupTaskStatus } from './keys';
import { materialOf, newestRow, type AccountKeys, type Material, type MaterialKind, type Scene } from './material';
import { nearest } from './nearest';
import type { RollupResult, RollupRow } from './rows';
import { accountOf, byName, decisionStatus, ownerOf, sectionsOf } from './sections';
import { shown, type RollupSpec, type SpecFault } from './spec';
import type { TaskRow } from '../graph/rows';
import { dayInFull } from '../../words/format';
import { words } from '../../words/words';

/**
 * Where a block stands: in a note of an account (its key), in a note that belongs to none, or in no note at all (a card
 * of a canvas).
 */
export type RollupPlace = { readonly account: string } | 'no-account' | 'no-note';

/** Runs what blocks ask for over a graph that is followed, and keeps what many blocks have in common. */
export interface RollupRunner {
  /** What a block shows. It stays the same value while it shows the same. */
  readonly run: (scene: Scene, spec: RollupSpec, place: RollupPlace) => RollupResult;
  /** Makes in steps what blocks about all accounts show: then `run` is quick for them, too. */
  readonly prepare: (scene: Scene, show: RollupShow) => Steps<void>;
}

/** One run of a block, all at once. */
export function runRollup(scene: Scene, spec: RollupSpec, place: RollupPlace): RollupResult {
  return rollupRunner().run(scene, spec, place);
}

/** Makes a `RollupRunner`. */
export function rollupRunner(): RollupRunner {
  const material = materialOf();
  const last = new WeakMap<RollupSpec, RollupResult>();
  const byNameIn = oncePer(accountsByName);
  const run: RollupRunner['run'] = (scene, spec, place) => {
    const whose = accountsOf(scene, spec, place, byNameIn(scene.graph.resolution));
    const result = resultOf(scene, spec, whose, material);
    const before = last.get(spec);
    if (before !== undefined && sameValue(before, result)) return before;
    last.set(spec, result);
    return result;
  };
  return {
    run,
    *prepare(scene, show) {
      for (const kind of KINDS[show]) yield* material.prepare(scene, kind, allAccounts(scene.graph.resolution));
    },
  };
}

function allAccounts({ accounts }: Resolution): AccountKeys {
  return [...accounts.keys(), null];
}

function resultOf(scene: Scene, spec: RollupSpec, whose: Whose, material: Material): RollupResult {
  const { today, settings } = scene.viewpoint;
  const nothing = {
    show: spec.show,
    group: spec.group,
    title: titleOf(spec, whose.names, today),
    sections: [],
    count: 0,
    shown: 0,
  };
  if (whose.faults.length > 0) return { ...nothing, faults: whose.faults, empty: null };
  if (whose.keys === null) return { ...nothing, faults: [], empty: whose.missing };
  const names = personNames(settings);
  const holds = filterOf(spec, today, names);
  const parts = KINDS[spec.show].map((kind) => material.rows(scene, kind, whose.keys!));
  const rows = parts.flatMap((part) => part.filter(holds));
  if (rows.length === 0) return { ...nothing, faults: [], empty: emptyOf(spec, whose, parts.flat(), today, names) };
  if (parts.length > 1 || spec.sort !== 'newest') rows.sort(orderOf(spec.sort, rows, names));
  const some = spec.limit === null ? rows : rows.slice(0, spec.limit);
  return {
    ...nothing,
    sections: sectionsOf(some, spec.group, names),
    count: rows.length,
    shown: some.length,
    faults: [],
    empty: null,
  };
}

const KINDS: Readonly<Record<RollupShow, readonly MaterialKind[]>> = {
  decisions: ['decisions'],
  tasks: ['tasks'],
  facts: ['facts'],
  timeline: ['meetings', 'decisions', 'tasks', 'facts'],
};

/** Why there are no rows. `others`: those that the block does not ask for. */
function emptyOf(
  { show, since, until, owners }: RollupSpec,
  { all, names }: Whose,
  others: readonly RollupRow[],
  today: Day,
  { keyOf }: PersonNames,
): string {
  const known = others.length;
  const people = others.flatMap((row) => (row.kind === 'task' ? row.owners : []));
  const stranger = owners?.find(
    (name) => !['me', 'nobody'].includes(name.toLowerCase()) && !people.some((owner) => keyOf(owner) === keyOf(name)),
  );
  if (stranger !== undefined && known > 0) {
    const meant = nearest(stranger, people);
    return `${words.rollups.nobody(shown(stranger))}${meant === null ? '' : words.rollups.meant(shown(meant))}`;
  }
  if (since !== null && until !== null && firstDayOf(since, today) > lastDayOf(until, today)) {
    return words.rollups.noDays(dayInFull(firstDayOf(since, today)), dayInFull(lastDayOf(until, today)));
  }
  const whose = all ? null : names.map((name) => `“${shown(name)}”`);
  return known === 0 ? words.rollups.none(show, whose) : words.rollups.noneOf(show, whose, known);
}

interface Whose {
  /** Null where none can be told. */
  readonly keys: AccountKeys | null;
  readonly names: readonly string[];
  readonly all: boolean;
  readonly faults: readonly SpecFault[];
  readonly missing: string | null;
}

function accountsOf(
  { graph: { resolution } }: Scene,
  { account }: RollupSpec,
  place: RollupPlace,
  byName: ReadonlyMap<string, Account>,
): Whose {
  const whose = { keys: null, names: [], all: false, faults: [], missing: null };
  if (account === 'all') return { ...whose, keys: allAccounts(resolution), all: true };
  if (account === 'own') {
    const own = typeof place === 'string' ? undefined : resolution.accounts.get(place.account);
    if (own !== undefined) return { ...whose, keys: [own.key], names: [own.name] };
    return { ...whose, missing: place === 'no-note' ? words.rollups.canvas : words.rollups.noAccount };
  }
  const found = account.map(({ name, line }) => ({ name, line, known: byName.get(accountKey(name)) }));
  const faults = found.flatMap(({ name, line, known }): readonly SpecFault[] => {
    if (known !== undefined) return [];
    const meant = nearest(
      name,
      accountsInOrder(resolution).flatMap(({ names }) => names),
    );
    const hint = meant === null ? words.rollups.checkName : words.rollups.meant(meant);
    return [
      {
        line,
        text: `account: ${name}`,
        sentence: `${words.rollups.unknownAccount(shown(name))}${hint}`,
        meant: meant === null ? null : `account: ${meant}`,
      },
    ];
  });
  const accounts = [...new Set(found.flatMap(({ known }) => known ?? []))];
  return { ...whose, keys: accounts.map(({ key }) => key), names: accounts.map(({ name }) => name), faults };
}

/** A day that is not known is in no period. */
function filterOf(spec: RollupSpec, today: Day, names: PersonNames): (row: RollupRow) => boolean {
  const since = spec.since === null ? null : firstDayOf(spec.since, today);
  const until = spec.until === null ? null : lastDayOf(spec.until, today);
  const isOwned = ownerFilter(spec.owners, names);
  return (row) => {
    if ((since !== null || until !== null) && row.day === null) return false;
    if ((since !== null && row.day! < since) || (until !== null && row.day! > until)) return false;
    if (row.kind === 'task') {
      const status = taskStatus(row);
      // What was decided before, in another note, is among all of them only.
      const isAsked = status === null ? spec.tasks.size === ROLLUP_TASK_STATUSES.length : spec.tasks.has(status);
      return isAsked && isOwned(row);
    }
    return row.kind !== 'decision' || spec.decisions.has(decisionStatus(row));
  };
}

/**
 * How a task stands for a rollup: a proposal that is put off is apart from those that wait, and one that was decided
 * before in another note is none of these (null).
 */
export function taskStatus({ snoozed, status, waits }: TaskRow): RollupTaskStatus | null {
  return snoozed !== null ? 'snoozed' : status === 'proposed' && !waits ? null : status;
}

function ownerFilter(wanted: readonly string[] | null, names: PersonNames): (task: TaskRow) => boolean {
  if (wanted === null) return () => true;
  const words = new Set(wanted.map((name) => name.toLowerCase()));
  const keys = new Set(wanted.map(names.keyOf));
  return ({ owners, mine }) =>
    (mine && words.has('me')) ||
    (words.has('nobody') && namedOwners(owners, names.keyOf).length === 0) ||
    owners.some((owner) => keys.has(names.keyOf(owner)));
}

type Order = (a: RollupRow, b: RollupRow) => number;

function orderOf(sort: RollupSort, rows: readonly RollupRow[], names: PersonNames): Order {
  switch (sort) {
    case 'newest':
      return newestRow;
    // Those without a day are the last in both orders.
    case 'oldest':
      return (a, b) => (a.day === null || b.day === null || a.day === b.day ? newestRow(a, b) : a.day < b.day ? -1 : 1);
    case 'due':
      return by(rows, dueOf, (a, b) => (a < b ? -1 : Number(a > b)));
    case 'priority':
      return by(rows, priorityOf, (a, b) => a - b);
    case 'owner':
      return by(rows, (row) => ownerOf(row, names), byName);
    case 'account':
      return by(rows, accountOf, byName);
  }
}

/** Sorts rows by what is seen of each once, then the newest first. */
function by<T>(rows: readonly RollupRow[], look: (row: RollupRow) => T, compare: (a: T, b: T) => number): Order {
  const seen = new Map(rows.map((row) => [row, look(row)]));
  return (a, b) => compare(seen.get(a)!, seen.get(b)!) || newestRow(a, b);
}

const PRIORITIES = ['highest', 'high', 'medium', null, 'low', 'lowest'];

/** After all days. */
const NEVER = '9999-99-99';

function dueOf(row: RollupRow): string {
  return row.kind === 'task' ? (row.due ?? NEVER) : NEVER;
}

function priorityOf(row: RollupRow): number {
  return row.kind === 'task' ? PRIORITIES.indexOf(row.priority) : PRIORITIES.length;
}

function titleOf(spec: RollupSpec, accounts: readonly string[], today: Day): string {
  const { show, account, since, until, owners } = spec;
  return [
    words.common.kinds[show],
    ...(account === 'all' ? [words.rollups.allAccounts] : accounts),
    ...(owners === null ? [] : [words.rollups.of(owners.join(', '))]),
    ...(spec.status === null || spec.status.includes('all') ? [] : [spec.status.join(', ')]),
    ...(since === null ? [] : [words.rollups.since(dayInFull(firstDayOf(since, today)))]),
    ...(until === null ? [] : [words.rollups.until(dayInFull(lastDayOf(until, today)))]),
  ].join(' · ');
}
