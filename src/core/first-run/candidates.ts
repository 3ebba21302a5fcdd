import { lastOf } from '../base/last-of';
import type { Steps } from '../base/steps';
import { parseFolder, parseProperty, parseTag } from '../setting-items';
import type { Settings } from '../settings';
import { foldKey } from '../note/key-words';
import { isInFolder } from '../note/note';
import { isOneOf } from '../note/tags';
import type { NoteFacts } from './facts';
import {
  isCustomersFolder,
  isKindKey,
  tellsCustomers,
  placeTellsMachine,
  tellsMachine,
  tellsMeeting,
  toldByKey,
  valueTellsMachine,
} from './known-words';

/** The settings that a first run may add to: lists get further items, switches are turned on. */
export type Additions = Partial<
  Pick<
    Settings,
    | 'noteTags'
    | 'noteFolders'
    | 'noteProperties'
    | 'accountFolders'
    | 'accountTags'
    | 'machineTags'
    | 'machineFolders'
    | 'machineProperties'
    | 'proposeOpenBoxes'
    | 'proposePlainItems'
  >
>;

/** What a candidate is about. */
export type CandidateKind = 'tag' | 'account-tag' | 'folder' | 'account-folder' | 'property' | 'boxes' | 'items';

/** Settings that would find more in this vault. */
export interface Candidate {
  /** Tells it apart from others. */
  readonly id: string;
  readonly kind: CandidateKind;
  /** The tag, the folder or the property as the setting holds it; of boxes and items, where they are looked for. */
  readonly name: string;
  readonly adds: Additions;
  /** The notes that may be read otherwise with it. */
  readonly paths: readonly string[];
  /** Whether it is what it looks like without a doubt. */
  readonly isSure: boolean;
  /** Whether a machine wrote those notes. */
  readonly isMachine: boolean;
}

/** No vault has more ways to file its customers. */
const MOST = 16;
/** So many notes with days in their names make a folder one of meetings. */
const MOST_LONELY = 1;

/** What the settings could take in of a vault, the surest first. Whether it finds anything, reading says. */
export function* candidatesOf(facts: readonly NoteFacts[]): Steps<readonly Candidate[]> {
  const found = yield* oneByOne([
    () => tagCandidates(facts, tellsCustomers, true),
    () => accountFolders(facts),
    ...propertyLists(facts),
    () => tagCandidates(facts, tellsMeeting, false),
    () => noteFolders(facts),
  ]);
  const seen = new Set<string>();
  return found.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, MOST);
}

/** Signs of notes that machines wrote, each with the notes that have it; what most have comes first. */
export function* machineSigns(facts: readonly NoteFacts[]): Steps<readonly Candidate[]> {
  const signs = yield* oneByOne([
    () =>
      byProperty(facts, machineProperties).map(([name, paths]) =>
        candidate('property', name, { machineProperties: [name] }, paths),
      ),
    () =>
      byTag(facts, (tag) => (placeTellsMachine(tag) ? [tag] : [])).map(([name, paths]) =>
        candidate('tag', name, { machineTags: [name] }, paths),
      ),
    () =>
      byFolder(facts, ({ folders }) => folders.map(lastName).filter(placeTellsMachine)).map(([name, paths]) =>
        candidate('folder', name, { machineFolders: [name] }, paths),
      ),
  ]);
  const covered = new Set<string>();
  const kept = [...signs]
    .sort((a, b) => b.paths.length - a.paths.length)
    .filter(({ paths }) => {
      const isNew = paths.some((path) => !covered.has(path));
      paths.forEach((path) => covered.add(path));
      return isNew;
    });
  return kept.slice(0, MOST);
}

/** Makes lists one after another, with a step between them. */
function* oneByOne(lists: readonly (() => readonly Candidate[])[]): Steps<readonly Candidate[]> {
  const all: Candidate[] = [];
  for (const list of lists) {
    all.push(...list());
    yield;
  }
  return all;
}

/** What makes the notes of a sign ours. */
export function readingOf({ kind, name, paths }: Candidate): Candidate {
  const adds: Additions =
    kind === 'tag' ? { noteTags: [name] } : kind === 'folder' ? { noteFolders: [name] } : { noteProperties: [name] };
  return { ...candidate(kind, name, adds, paths), isSure: true, isMachine: true };
}

/** Where proposals are looked for in the notes of some candidates: the same marks, as those of a machine's notes. */
export function asMachine(candidates: readonly { readonly adds: Additions }[]): Additions {
  const all = (list: (adds: Additions) => readonly string[] | undefined): readonly string[] => [
    ...new Set(candidates.flatMap(({ adds }) => list(adds) ?? [])),
  ];
  return {
    machineTags: all((adds) => adds.machineTags ?? adds.noteTags),
    machineFolders: all((adds) => [
      ...(adds.machineFolders ?? []),
      ...(adds.noteFolders ?? []),
      ...(adds.accountFolders ?? []),
    ]),
    machineProperties: all((adds) => adds.machineProperties ?? adds.noteProperties),
  };
}

function candidate(
  kind: CandidateKind,
  name: string,
  adds: Additions,
  paths: readonly string[],
  isSure = false,
): Candidate {
  return { id: `${kind}:${name}`, kind, name, adds, paths, isSure, isMachine: false };
}

/** The tags whose last known part is one of the words, with all below them: `type/customer/emea`, `clients/acme`. */
function tagCandidates(
  facts: readonly NoteFacts[],
  tells: (word: string) => boolean,
  isSure: boolean,
): readonly Candidate[] {
  const rootsOf = (tag: string): readonly string[] => {
    const parts = tag.split('/');
    const at = parts.findIndex(tells);
    const root = parts.slice(0, at + 1).join('/');
    return at === -1 ? [] : [root];
  };
  const below = new Set(
    facts.flatMap(({ tags }) => tags.flatMap((tag) => rootsOf(tag).filter((root) => root !== tag))),
  );
  return byTag(facts, rootsOf).flatMap(([name, paths]) => {
    const plain = candidate('tag', name, { noteTags: [name] }, paths, isSure);
    if (!isSure || !below.has(name)) return [plain];
    return [plain, candidate('account-tag', name, { noteTags: [name], accountTags: [name] }, paths, true)];
  });
}

/** Folders for customers that hold a folder or a note for each. */
function accountFolders(facts: readonly NoteFacts[]): readonly Candidate[] {
  const folders = byFolder(facts, ({ folders: above }) =>
    firstOnly(above, (path) => isCustomersFolder(lastName(path))),
  );
  return folders.flatMap(([name, paths]) => {
    // Meetings right in it would each be taken for an account.
    const right = facts.filter(({ folders: above }) => lastOf(above) === name);
    const dated = right.filter(({ isDated }) => isDated).length;
    const isFlat = dated > 0 && dated * 2 >= paths.length;
    return isFlat ? [] : [candidate('account-folder', name, { accountFolders: [name] }, paths, true)];
  });
}

function propertyLists(facts: readonly NoteFacts[]): readonly (() => readonly Candidate[])[] {
  const by = (namesIn: (key: string, values: readonly string[]) => readonly string[], isSure: boolean) =>
    byProperty(facts, namesIn).map(([name, paths]) =>
      candidate('property', name, { noteProperties: [name] }, paths, isSure),
    );
  const ofKind =
    (tells: (word: string) => boolean) =>
    (key: string, values: readonly string[]): readonly string[] =>
      isKindKey(key) ? values.filter(tells).map((value) => `${key}: ${value.toLowerCase()}`) : [];
  const toldAs =
    (told: ReturnType<typeof toldByKey>) =>
    (key: string): readonly string[] =>
      toldByKey(key) === told ? [key] : [];
  return [
    () => by(ofKind(tellsCustomers), true),
    () => by(toldAs('account'), true),
    () => by(ofKind(tellsMeeting), false),
    () => by(toldAs('people'), false),
    () => by(toldAs('company'), false),
  ];
}

function machineProperties(key: string, values: readonly string[]): readonly string[] {
  if (tellsMachine(key)) return [key];
  return values.filter((value) => valueTellsMachine(key, value)).map((value) => `${key}: ${value.toLowerCase()}`);
}

/** Folders of customers or meetings whose notes are ours, but for those that stand for one account each. */
function noteFolders(facts: readonly NoteFacts[]): readonly Candidate[] {
  const named = byFolder(facts, ({ folders }) =>
    firstOnly(
      folders,
      (path) =>
        lastName(path)
          .split(/[\s_-]+/)
          .some(tellsMeeting) || isCustomersFolder(lastName(path)),
    ),
  );
  const dated = facts.filter(({ isDated }) => isDated);
  const ofDated = byFolder(dated, ({ folders }) => folders.slice(-1)).filter(([, paths]) => paths.length > MOST_LONELY);
  return [...named, ...ofDated].map(([name]) =>
    candidate(
      'folder',
      name,
      { noteFolders: [name] },
      facts.flatMap(({ path }) => (isInFolder(path, [name]) ? [path] : [])),
    ),
  );
}

function lastName(path: string): string {
  return lastOf(path.split('/'))!;
}

function firstOnly(paths: readonly string[], is: (path: string) => boolean): readonly string[] {
  const first = paths.find(is);
  return first === undefined ? [] : [first];
}

/** A name, and the paths of the notes that have it. */
type Named = readonly [name: string, paths: readonly string[]];

/** The tags that notes have, as settings mean them: with all below them. */
function byTag(facts: readonly NoteFacts[], namesIn: (tag: string) => readonly string[]): readonly Named[] {
  return grouped(
    facts,
    ({ tags }) => tags.flatMap(namesIn).filter((tag) => parseTag(tag).ok),
    (name) =>
      ({ tags }) =>
        tags.some((tag) => isOneOf(tag, [name])),
  );
}

/** The folders that notes lie in, as settings mean them: a name at any depth, or a path. */
function byFolder(facts: readonly NoteFacts[], namesIn: (note: NoteFacts) => readonly string[]): readonly Named[] {
  return grouped(
    facts,
    (note) => namesIn(note).filter((path) => parseFolder(path).ok),
    (name) =>
      ({ path }) =>
        isInFolder(path, [name]),
  );
}

/** The properties that notes have, each as it is spelt first. */
function byProperty(
  facts: readonly NoteFacts[],
  namesIn: (key: string, values: readonly string[]) => readonly string[],
): readonly Named[] {
  const spelt = new Map<string, string>();
  const items = facts.map(({ properties }) =>
    properties.flatMap(({ key, values }) => {
      const found = namesIn(key, values).flatMap((item) => (parseProperty(item).ok ? [item] : []));
      return found.map((item) => {
        const folded = foldKey(key) + item.slice(key.length);
        spelt.set(folded, spelt.get(folded) ?? item);
        return spelt.get(folded)!;
      });
    }),
  );
  const byNote = new Map(facts.map((note, at) => [note, new Set(items[at])]));
  return grouped(
    facts,
    (note) => [...byNote.get(note)!],
    (name) => (note) => byNote.get(note)!.has(name),
  );
}

/** The names that most notes have, with all notes that `has` says have them. */
function grouped(
  facts: readonly NoteFacts[],
  namesIn: (note: NoteFacts) => readonly string[],
  has: (name: string) => (note: NoteFacts) => boolean,
): readonly Named[] {
  const counts = new Map<string, number>();
  for (const note of facts) for (const name of new Set(namesIn(note))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([name]) => [name, facts.filter(has(name)).map(({ path }) => path)] as const);
}
