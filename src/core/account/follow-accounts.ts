import { sameValue } from '../base/equal';
import { SharedList } from '../base/shared-list';
import { SharedMap } from '../base/shared-map';
import { inSteps, type Steps } from '../base/steps';
import type { Note } from '../note/note';
import {
  accountOf,
  isPage,
  namingOf,
  nearest,
  statedBy,
  type Account,
  type Belonging,
  type Naming,
  type Resolution,
  type Spelling,
  type Spellings,
} from './resolve';

/** A resolution, with what it takes to follow changes of notes. */
export interface Resolving extends Resolution {
  /** The paths of our notes that were made from a source, by its key. */
  readonly bySource: SharedMap<readonly string[]>;
  /** The account pages with a name, by path. */
  readonly pages: SharedMap<Note>;
  readonly naming: Naming;
  readonly spellings: SharedMap<Spellings>;
  /** The paths of our notes that neither state an account nor lie in the folder of one. */
  readonly unstated: SharedList<string>;
}

/** What a resolution is of. */
export interface Resolved {
  readonly notes: SharedMap<Note>;
  readonly byAccount: SharedMap<readonly Note[]>;
}

/** A resolution of no notes. */
export const NOTHING_RESOLVED: Resolving = {
  accounts: SharedMap.of(),
  accountOf: SharedMap.of(),
  bySource: SharedMap.of(),
  pages: SharedMap.of(),
  naming: namingOf([]),
  spellings: SharedMap.of(),
  unstated: SharedList.of<string>([], (a, b) => (a < b ? -1 : Number(a > b))),
};

/**
 * Follows notes that say something else of accounts or sources now (`edits`; null where they are gone). `before` is the
 * resolution of `resolved`. A note is of the account that it states (`statedBy`), else of that of the other notes of its
 * source, if all of them agree. Spellings that share a key, or that one account page ties together (title, folder,
 * aliases), are one account. What comes depends on the notes alone; what it costs, on those that changed, on those of
 * their accounts, and on how many account pages there are where one of these changed.
 */
export function* followAccounts(
  before: Resolving,
  resolved: Resolved,
  edits: ReadonlyMap<string, Note | null>,
): Steps<Resolving> {
  const touched = new Map([...edits].map(([path, note]) => [path, note?.kind === 'other' ? null : note]));
  const pages = before.pages.with([...touched].map(([path, note]) => [path, isPage(note) ? note : undefined]));
  const naming = pages === before.pages ? before.naming : namingOf([...pages.values()].sort(byPath));
  yield;
  const dirty = new Set<string>();
  if (naming !== before.naming) {
    const renamed = yield* renamedIn(before, naming, resolved);
    renamed.keys.forEach((key) => dirty.add(key));
    for (const note of renamed.notes) if (!touched.has(note.path)) touched.set(note.path, note);
  }
  const spelt = yield* spell(before, touched, naming);
  for (const key of spelt.changed) dirty.add(key);
  const { bySource, belongings } = yield* followSources(before, resolved, touched, spelt.stated);
  const accounts: [string, Account | undefined][] = [];
  yield* inSteps(dirty, (key) => {
    const known = before.accounts.get(key);
    const account = accountOf(key, naming, spelt.spellings.get(key));
    accounts.push([key, account !== undefined && sameValue(known, account) ? known : account]);
  });
  return {
    pages,
    naming,
    bySource,
    spellings: spelt.spellings,
    unstated: before.unstated.with(
      touched.keys(),
      [...touched].flatMap(([path, note]) => (note !== null && spelt.stated.get(path) === null ? path : [])),
    ),
    accounts: before.accounts.with(accounts),
    accountOf: before.accountOf.with(
      [...belongings].map(([path, now]) => {
        const was = before.accountOf.get(path);
        return [path, now === null ? undefined : sameValue(was, now) ? was : now];
      }),
    ),
  };
}

type Touched = ReadonlyMap<string, Note | null>;
type Stated = ReadonlyMap<string, Belonging | null>;

/** What the notes state now, and how often accounts are spelt how. */
function* spell(
  before: Resolving,
  touched: Touched,
  naming: Naming,
): Steps<{ readonly stated: Stated; readonly spellings: SharedMap<Spellings>; readonly changed: Iterable<string> }> {
  const counts = new Map<string, Map<string, Spelling>>();
  const count = (belonging: Belonging | null, uses: 1 | -1): void => {
    if (belonging?.spelt == null) return;
    const {
      key,
      spelt: { name, weight },
    } = belonging;
    const names = counts.get(key) ?? new Map(before.spellings.get(key));
    counts.set(key, names);
    const known = names.get(name) ?? { weight: 0, uses: 0 };
    if (known.uses + uses === 0) names.delete(name);
    else names.set(name, { weight: known.weight + uses * weight, uses: known.uses + uses });
  };
  const stated = new Map<string, Belonging | null>();
  yield* inSteps(touched, ([path, note]) => {
    const now = note === null ? null : statedBy(note, naming);
    count(before.accountOf.get(path) ?? null, -1);
    count(now, 1);
    stated.set(path, now);
  });
  const spellings = before.spellings.with(
    [...counts].map(([key, names]) => [key, names.size === 0 ? undefined : names]),
  );
  return { stated, spellings, changed: counts.keys() };
}

/** Whose the notes are that changed, and those of their sources. */
function* followSources(
  { accountOf: belongings, bySource }: Resolving,
  { notes }: Resolved,
  touched: Touched,
  stated: Stated,
): Steps<{ readonly bySource: Resolving['bySource']; readonly belongings: Stated }> {
  const sources = new Map<string, Set<string>>();
  const madeFrom = (key: string): Set<string> => {
    const known = sources.get(key) ?? new Set(bySource.get(key));
    sources.set(key, known);
    return known;
  };
  yield* inSteps(touched, ([path, note]) => {
    const known = notes.get(path);
    if (known !== undefined && known.kind !== 'other' && known.source !== null) madeFrom(known.source.key).delete(path);
    if (note?.source != null) madeFrom(note.source.key).add(path);
  });
  const statedAt = (path: string): Belonging | null => {
    const known = stated.get(path);
    if (known !== undefined) return known;
    const belonging = belongings.get(path);
    return belonging === undefined || belonging.reason === 'same source' ? null : belonging;
  };
  const changed = new Map(stated);
  yield* inSteps(sources.values(), (paths) => {
    const [key, ...others] = new Set([...paths].flatMap((path) => statedAt(path)?.key ?? []));
    const shared: Belonging | null =
      key === undefined || others.length > 0 ? null : { key, reason: 'same source', spelt: null };
    for (const path of paths) if (statedAt(path) === null) changed.set(path, shared);
  });
  return {
    bySource: bySource.with([...sources].map(([key, paths]) => [key, paths.size === 0 ? undefined : [...paths]])),
    belongings: changed,
  };
}

/** The accounts, and the notes, that other names, folders and pages say something else of. */
function* renamedIn(
  { naming: before, unstated }: Resolving,
  now: Naming,
  { notes, byAccount }: Resolved,
): Steps<{ readonly keys: ReadonlySet<string>; readonly notes: ReadonlySet<Note> }> {
  const keys = new Set<string>();
  const found = new Set<Note>();
  const add = (some: Iterable<Note>): void => {
    for (const note of some) found.add(note);
  };
  yield* inSteps(new Set([...before.paths, ...now.paths]), (path) => {
    const note = notes.get(path);
    if (note !== undefined && before.paths.has(path) !== now.paths.has(path)) found.add(note);
  });
  const tied = new Set([...before.ties.tied, ...now.ties.tied]);
  yield* inSteps(tied, (key) => {
    const [was, is] = [before.ties.rootOf(key), now.ties.rootOf(key)];
    if (was !== is) add(byAccount.get(was) ?? []);
  });
  yield* inSteps(new Set([...before.pagesOf.keys(), ...now.pagesOf.keys()]), (key) => {
    const [was, is] = [before.pagesOf.get(key) ?? [], now.pagesOf.get(key) ?? []];
    if (was.length !== is.length || was.some((page, index) => page !== is[index])) keys.add(key);
  });
  yield* inSteps(new Set([...before.folders.keys(), ...now.folders.keys()]), (folder) => {
    if (before.folders.get(folder) === now.folders.get(folder)) return;
    const was = nearest(before.folders, folder);
    const held = was === undefined ? [...unstated].flatMap((path) => notes.get(path) ?? []) : byAccount.get(was);
    add((held ?? []).filter(({ path }) => path.startsWith(`${folder}/`)));
  });
  return { keys, notes: found };
}

function byPath(a: Note, b: Note): number {
  return a.path < b.path ? -1 : 1;
}
