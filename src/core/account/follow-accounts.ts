import { sameValue } from '../base/equal';
import { SharedList } from '../base/shared-list';
import { SharedMap } from '../base/shared-map';
import { inSteps, type Steps } from '../base/steps';
import type { Note } from '../note/note';
import { accountKey, keyAliases, otherKeys, type KeyAliases } from './names';
import {
  accountOf,
  isPage,
  linkKeys,
  namingOf,
  nearest,
  pageNames,
  statedBy,
  statedNames,
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
  /** The notes of people, by path. */
  readonly people: SharedMap<Note>;
  /** How many notes have each name that goes by other keys as well, and how many names have each key. */
  readonly named: Named;
  /** The paths of the notes whose account is a link, by what it may lead to. */
  readonly byLink: SharedMap<readonly string[]>;
  readonly aliases: KeyAliases;
  readonly naming: Naming;
  readonly spellings: SharedMap<Spellings>;
  /** The paths of our notes that neither state an account nor lie in the folder of a page. */
  readonly unstated: SharedList<string>;
}

interface Named {
  readonly names: SharedMap<number>;
  readonly keys: SharedMap<number>;
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
  people: SharedMap.of(),
  named: { names: SharedMap.of(), keys: SharedMap.of() },
  byLink: SharedMap.of(),
  aliases: new Map(),
  naming: namingOf([], new Map()),
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
  const people = before.people.with([...touched].map(([path, note]) => [path, isPersonPage(note) ? note : undefined]));
  const gone = [...touched.keys()]
    .flatMap((path) => resolved.notes.get(path) ?? [])
    .filter(({ kind }) => kind !== 'other');
  const come = [...touched.values()].filter((note): note is Note => note !== null);
  const named = countNames(before.named, gone, come);
  const byLink = indexed(before.byLink, gone, come, linkKeys);
  const aliases = followAliases(before, named);
  const naming =
    pages === before.pages && aliases === before.aliases
      ? before.naming
      : namingOf([...pages.values()].sort(byPath), aliases);
  yield;
  const dirty = new Set<string>();
  if (naming !== before.naming) {
    const renamed = yield* renamedIn(before, naming, resolved);
    renamed.keys.forEach((key) => dirty.add(key));
    for (const note of renamed.notes) if (!touched.has(note.path)) touched.set(note.path, note);
  }
  const spelt = yield* spell(before, touched, naming, people);
  for (const key of spelt.changed) dirty.add(key);
  for (const path of spelt.stated.keys()) if (!touched.has(path)) touched.set(path, people.get(path)!);
  const { bySource, belongings } = yield* followSources(before, resolved, touched, spelt.stated);
  const accounts: [string, Account | undefined][] = [];
  yield* inSteps(dirty, (key) => {
    const known = before.accounts.get(key);
    const account = accountOf(key, naming, spelt.spellings.get(key));
    accounts.push([key, account !== undefined && sameValue(known, account) ? known : account]);
  });
  return {
    pages,
    people,
    named,
    byLink,
    aliases,
    naming,
    bySource,
    spellings: spelt.spellings,
    unstated: before.unstated.with(
      touched.keys(),
      [...touched].flatMap(([path, note]) => (note !== null && isUnplaced(spelt.stated.get(path)!) ? path : [])),
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

/** Whether a note states no account and lies in the folder of no page; it may lie in the folder of an account. */
function isUnplaced(stated: Belonging | null): boolean {
  return stated === null || (stated.reason === 'folder' && stated.spelt !== null);
}

function isPersonPage(note: Note | null): note is Note {
  return note?.kind === 'person-page';
}

/** The names that count where names go by other keys. */
function namesOf(note: Note): readonly string[] {
  return isPersonPage(note) ? [] : [...statedNames(note), ...(isPage(note) ? pageNames(note) : [])];
}

function countNames({ names, keys }: Named, gone: readonly Note[], come: readonly Note[]): Named {
  const counts = { names: new Map<string, number>(), keys: new Map<string, number>() };
  const count = (of: keyof Named, what: string, uses: 1 | -1): void =>
    void counts[of].set(what, (counts[of].get(what) ?? 0) + uses);
  for (const [notes, uses] of [
    [gone, -1],
    [come, 1],
  ] as const)
    for (const name of notes.flatMap(namesOf)) {
      count('keys', accountKey(name), uses);
      if (otherKeys(name) !== null) count('names', name, uses);
    }
  const changed = (known: SharedMap<number>, by: ReadonlyMap<string, number>): SharedMap<number> =>
    known.with(
      [...by].map(([what, uses]) => {
        const now = (known.get(what) ?? 0) + uses;
        return [what, now === 0 ? undefined : now];
      }),
    );
  return { names: changed(names, counts.names), keys: changed(keys, counts.keys) };
}

/** Which keys stand for others now; the same value where they are the same. */
function followAliases(before: Resolving, { names, keys }: Named): KeyAliases {
  if (names.size === 0 && before.named.names.size === 0) return before.aliases;
  const now = keyAliases(names.keys(), (key) => keys.has(key));
  return sameValue([...before.aliases].sort(), [...now].sort()) ? before.aliases : now;
}

/** An index of the paths of notes, without those that go and with those that come. */
function indexed(
  index: SharedMap<readonly string[]>,
  gone: readonly Note[],
  come: readonly Note[],
  keysOf: (note: Note) => readonly string[],
): SharedMap<readonly string[]> {
  const edits = new Map<string, Set<string>>();
  const at = (key: string): Set<string> => {
    const known = edits.get(key) ?? new Set(index.get(key));
    edits.set(key, known);
    return known;
  };
  for (const note of gone) for (const key of keysOf(note)) at(key).delete(note.path);
  for (const note of come) for (const key of keysOf(note)) at(key).add(note.path);
  return index.with([...edits].map(([key, paths]) => [key, paths.size === 0 ? undefined : [...paths]]));
}

/**
 * What the notes state now, and how often accounts are spelt how. Notes of people are of accounts that others found:
 * where one is founded, or no more, all of them are looked at anew.
 */
function* spell(
  before: Resolving,
  touched: Touched,
  naming: Naming,
  people: SharedMap<Note>,
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
    const now = note === null || isPersonPage(note) ? null : statedBy(note, naming);
    count(before.accountOf.get(path) ?? null, -1);
    count(now, 1);
    stated.set(path, now);
  });
  const spellings = before.spellings.with(
    [...counts].map(([key, names]) => [key, names.size === 0 ? undefined : names]),
  );
  const isOther =
    naming !== before.naming || [...counts.keys()].some((key) => spellings.has(key) !== before.spellings.has(key));
  const looked = isOther ? people.values() : [...touched.values()].filter(isPersonPage);
  yield* inSteps(looked, (note) => {
    const now = statedBy(note, naming);
    stated.set(note.path, now !== null && spellings.has(now.key) ? now : null);
  });
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
  { naming: before, unstated, byLink }: Resolving,
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
  yield* inSteps(new Set([...before.linked.keys(), ...now.linked.keys()]), (key) => {
    if (before.linked.get(key) !== now.linked.get(key))
      add((byLink.get(key) ?? []).flatMap((path) => notes.get(path) ?? []));
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
