import { accountsByName } from '../account/named';
import { accountKey } from '../account/names';
import type { Account, Resolution } from '../account/resolve';
import { dayInFull, type Day } from '../base/day';
import { firstDayOf, lastDayOf } from '../base/period';
import { personNames } from '../person/person-names';
import type { RollupShow, RollupTaskStatus } from './keys';
import { materialOf, newestRow, type Material, type MaterialKind, type Scene } from './material';
import { nearest } from './nearest';
import type { RollupResult, RollupRow, RollupTask } from './rows';
import { sectionsOf } from './sections';
import type { RollupSpec, SpecFault } from './spec';

/** Where a block stands: in a note of an account (its key), in a note that belongs to none, or in no note at all (a card of a canvas). */
export type RollupPlace = { readonly account: string } | 'no-account' | 'no-note';

/** Runs what blocks ask for over a graph that is followed. What was found for a block stays the same value while it shows the same. */
export type RollupRun = (scene: Scene, spec: RollupSpec, place: RollupPlace) => RollupResult;

/** One run of a block, all at once. */
export function runRollup(scene: Scene, spec: RollupSpec, place: RollupPlace): RollupResult {
  return rollupRun()(scene, spec, place);
}

/** Makes a `RollupRun` that keeps what many blocks have in common. */
export function rollupRun(): RollupRun {
  const material = materialOf();
  let named: { readonly resolution: Resolution; readonly byName: ReadonlyMap<string, Account> } | null = null;
  return (scene, spec, place) => {
    const { resolution } = scene.graph;
    if (named?.resolution !== resolution) named = { resolution, byName: accountsByName(resolution) };
    const whose = accountsOf(scene, spec, place, named.byName);
    const title = titleOf(spec, whose.names, scene.viewpoint.today);
    const nothing = { show: spec.show, group: spec.group, title, sections: [], count: 0, shown: 0 };
    if (whose.faults.length > 0) return { ...nothing, faults: whose.faults, empty: null };
    if (whose.keys === null) return { ...nothing, faults: [], empty: whose.missing };
    const rows = rowsFor(scene, spec, whose.keys, material);
    if (rows.length === 0) return { ...nothing, faults: [], empty: `No ${NOTHING[spec.show]} ${whose.all ? 'in the vault' : `of ${whose.names.map((name) => `“${name}”`).join(' or ')}`} ${conditionsOf(spec)}.`.replace(/\s+\./, '.') };
    const shown = spec.limit === null ? rows : rows.slice(0, spec.limit);
    return { show: spec.show, group: spec.group, title, sections: sectionsOf(shown, spec.group), count: rows.length, shown: shown.length, faults: [], empty: null };
  };
}

const NOTHING: Readonly<Record<RollupShow, string>> = { decisions: 'decision', tasks: 'task', facts: 'fact', timeline: 'meeting, decision, task or fact' };

function conditionsOf({ since, until, owners, show, tasks, decisions }: RollupSpec): string {
  const limited = since !== null || until !== null || owners !== null || (show === 'tasks' && tasks.size < 6) || (show === 'decisions' && decisions.size < 3);
  return limited ? 'is as this block asks for' : 'is known';
}

interface Whose {
  /** Null where none can be told. */
  readonly keys: readonly (string | null)[] | null;
  readonly names: readonly string[];
  readonly all: boolean;
  readonly faults: readonly SpecFault[];
  readonly missing: string | null;
}

function accountsOf({ graph: { resolution } }: Scene, { account }: RollupSpec, place: RollupPlace, byName: ReadonlyMap<string, Account>): Whose {
  const whose = { keys: null, names: [], all: false, faults: [], missing: null };
  if (account === 'all') return { ...whose, keys: [...resolution.accounts.keys(), null], all: true };
  if (account === 'own') {
    const own = typeof place === 'string' ? undefined : resolution.accounts.get(place.account);
    if (own !== undefined) return { ...whose, keys: [own.key], names: [own.name] };
    const why = place === 'no-note' ? 'A card of a canvas is no note, so it has no account of its own.' : 'This note belongs to no account.';
    return { ...whose, missing: `${why} Add a line “account: NAME” to the block, or “account: all”.` };
  }
  const found = account.map(({ name, line }) => ({ name, line, known: byName.get(accountKey(name)) }));
  const faults = found.flatMap(({ name, line, known }): readonly SpecFault[] => {
    if (known !== undefined) return [];
    const meant = nearest(name, [...resolution.accounts.values()].flatMap(({ names }) => names));
    const hint = meant === null ? 'Write the name as the list of accounts has it, or “all”.' : `Perhaps “${meant}” is meant.`;
    return [{ line, text: `account: ${name}`, sentence: `There is no account “${name}”. ${hint}`, meant: meant === null ? null : `account: ${meant}` }];
  });
  const accounts = [...new Set(found.flatMap(({ known }) => known ?? []))];
  return { ...whose, keys: accounts.map(({ key }) => key), names: accounts.map(({ name }) => name), faults };
}

const KINDS: Readonly<Record<RollupShow, readonly MaterialKind[]>> = {
  decisions: ['decisions'], tasks: ['tasks'], facts: ['facts'], timeline: ['meetings', 'decisions', 'tasks', 'facts'],
};

function rowsFor(scene: Scene, spec: RollupSpec, keys: readonly (string | null)[], material: Material): readonly RollupRow[] {
  const holds = filterOf(spec, scene);
  const parts = KINDS[spec.show].map((kind) => material(scene, kind, keys));
  const held = parts.flatMap((rows) => rows.filter(holds));
  if (spec.sort === 'newest') return parts.length === 1 ? held : held.sort(newestRow);
  return held.sort(ORDERS[spec.sort]);
}

/** A day that is not known is in no period. */
function filterOf(spec: RollupSpec, { viewpoint: { today, settings } }: Scene): (row: RollupRow) => boolean {
  const since = spec.since === null ? null : firstDayOf(spec.since, today);
  const until = spec.until === null ? null : lastDayOf(spec.until, today);
  const isOwned = ownerFilter(spec.owners, personNames(settings));
  return (row) => {
    if ((since !== null || until !== null) && row.day === null) return false;
    if ((since !== null && row.day! < since) || (until !== null && row.day! > until)) return false;
    if (row.kind === 'task') return spec.tasks.has(taskStatus(row)) && isOwned(row);
    return row.kind !== 'decision' || spec.decisions.has(row.superseded !== null ? 'superseded' : row.confirmed !== null ? 'confirmed' : 'stated');
  };
}

/** How a task stands for a rollup: a proposal that is put off is apart from those that wait. */
export function taskStatus({ snoozed, status }: RollupTask): RollupTaskStatus {
  return snoozed === null ? status : 'snoozed';
}

function ownerFilter(wanted: readonly string[] | null, names: ReturnType<typeof personNames>): (task: RollupTask) => boolean {
  if (wanted === null) return () => true;
  const words = wanted.map((name) => name.toLowerCase());
  const keys = new Set(wanted.map(names.keyOf));
  return ({ owners, mine }) => (mine && words.includes('me')) || (owners.length === 0 && words.includes('nobody')) || owners.some((owner) => keys.has(names.keyOf(owner)));
}

const PRIORITIES = ['highest', 'high', 'medium', null, 'low', 'lowest'];

const dueOf = (row: RollupRow): Day | '9' => (row.kind === 'task' ? (row.due ?? '9') : '9');
const priorityOf = (row: RollupRow): number => (row.kind === 'task' ? PRIORITIES.indexOf(row.priority) : PRIORITIES.length);
/** After all letters. */
const LAST = '\uffff';
const ownerOf = (row: RollupRow): string => (row.kind === 'task' && row.owners.length > 0 ? row.owners.join(', ').toLowerCase() : LAST);
const accountOf = ({ account }: RollupRow): string => account?.toLowerCase() ?? LAST;

function by<T extends string | number>(value: (row: RollupRow) => T): (a: RollupRow, b: RollupRow) => number {
  return (a, b) => (value(a) < value(b) ? -1 : Number(value(a) > value(b))) || newestRow(a, b);
}

const ORDERS = {
  // Those without a day are the last in both orders.
  oldest: (a: RollupRow, b: RollupRow) => (a.day === null || b.day === null || a.day === b.day ? newestRow(a, b) : a.day < b.day ? -1 : 1),
  due: by(dueOf),
  priority: by(priorityOf),
  owner: by(ownerOf),
  account: by(accountOf),
};

const SHOWN: Readonly<Record<RollupShow, string>> = { decisions: 'Decisions', tasks: 'Tasks', facts: 'Facts', timeline: 'Timeline' };

function titleOf({ show, account, since, until }: RollupSpec, names: readonly string[], today: Day): string {
  return [
    SHOWN[show],
    ...(account === 'all' ? ['all accounts'] : names),
    ...(since === null ? [] : [`since ${dayInFull(firstDayOf(since, today))}`]),
    ...(until === null ? [] : [`until ${dayInFull(lastDayOf(until, today))}`]),
  ].join(' · ');
}
