import { type Steps } from '../base/steps';
import { changeNotesInSteps, EMPTY_GRAPH, type Graph } from '../graph/graph';
import type { Note } from '../note/note';
import { readingRules, readNoteInSteps } from '../note/read-note';
import { gatherPeople } from '../person/known-people';
import { personNames } from '../person/person-names';
import { parseName } from '../setting-items';
import { DEFAULT_SETTINGS, type Settings } from '../settings';
import { isDecidable } from '../triage/proposals';
import { asMachine, candidatesOf, machineSigns, readingOf, type Additions, type Candidate } from './candidates';
import { countVault, type VaultCounts } from './counts';
import { factsOf, type NoteText } from './facts';
import { tellsMeeting } from './known-words';

/** What is found in some notes by some settings. */
export interface Finds {
  /** How many notes are ours. */
  readonly notes: number;
  readonly accounts: number;
  /** How many lines are proposed. */
  readonly proposals: number;
}

/** A candidate, and what it finds besides what is found without it. */
export interface Offer extends Candidate {
  readonly finds: Finds;
  /** Whether it is worth to be checked at first. */
  readonly isAdvised: boolean;
}

/** Somebody who may be the user. */
export interface MaybeUser {
  readonly name: string;
  readonly meetings: number;
}

/** What there is in a vault, and which settings would find it. */
export interface Survey {
  readonly counts: VaultCounts;
  /** What the settings find as they are. */
  readonly found: Finds;
  readonly offers: readonly Offer[];
  /** Whom the notes meet most, those that the settings name as the user left out. */
  readonly people: readonly MaybeUser[];
  /** What further readings begin with. */
  readonly read: ReadVault;
}

/** Notes as the settings read them, with their texts. */
export interface ReadVault {
  readonly settings: Settings;
  readonly texts: ReadonlyMap<string, string>;
  readonly graph: Graph;
  /** Whether no note has the tag that is set. */
  readonly isTagUnused: boolean;
}

const MOST_PEOPLE = 5;

/** Looks at the notes of a vault, in steps: each is read once, and again by every candidate that may read it otherwise. */
export function* surveyVault(notes: readonly NoteText[], settings: Settings): Steps<Survey> {
  const facts = [];
  for (const note of notes) {
    facts.push(yield* factsOf(note));
    yield;
  }
  const tags = settings.noteTags.map((tag) => tag.toLowerCase());
  const read: ReadVault = {
    settings,
    texts: new Map(notes.map(({ path, text }) => [path, text])),
    graph: yield* readAll(notes, settings),
    isTagUnused: !facts.some((note) =>
      note.tags.some((tag) => tags.some((own) => tag === own || tag.startsWith(`${own}/`))),
    ),
  };
  const found = findsIn(read.graph, settings);
  const machines = yield* machineSigns(facts);
  const candidates = [...(yield* candidatesOf(facts)), ...machines.map(readingOf)];
  const reading = yield* worthwhile(read, [
    ...candidates.filter(({ isSure }) => isSure),
    ...candidates.filter(({ isSure }) => !isSure),
  ]);
  const advised = reading.filter(({ isAdvised }) => isAdvised);
  const proposing = yield* proposingOffers(read, reading, machines);
  const graph = yield* graphWith(read, advised);
  const names = personNames(settings);
  const { people } = yield* gatherPeople(graph.notes.values(), names, () => null);
  return {
    counts: yield* countVault(facts),
    found,
    offers: [...reading, ...proposing],
    people: people
      .filter(({ name, meetings }) => meetings > 0 && !names.isMine([name]) && parseName(name).ok)
      .sort((a, b) => b.meetings - a.meetings || (a.name < b.name ? -1 : 1))
      .slice(0, MOST_PEOPLE)
      .map(({ name, meetings }) => ({ name, meetings })),
    read,
  };
}

/** What the notes of a survey hold with some candidates, in steps. */
export function* findsWith(read: ReadVault, candidates: readonly Candidate[]): Steps<Finds> {
  return findsIn(yield* graphWith(read, candidates), settingsWith(read, candidates));
}

/** The settings with what some candidates add. A tag that came with the plugin, and that no note has, makes room. */
export function settingsWith(
  { settings, isTagUnused }: ReadVault,
  candidates: readonly { readonly adds: Additions }[],
): Settings {
  const added = candidates.reduce<Settings>((now, { adds }) => {
    const merged: Record<string, unknown> = { ...now };
    for (const [key, value] of Object.entries(adds)) {
      const before = merged[key];
      merged[key] =
        Array.isArray(value) && Array.isArray(before)
          ? [...new Set([...(before as string[]), ...(value as string[])])]
          : value;
    }
    return merged as unknown as Settings;
  }, settings);
  const [own] = DEFAULT_SETTINGS.noteTags;
  const others = added.noteTags.filter((tag) => tag !== own);
  return isTagUnused && others.length > 0 && others.length > settings.noteTags.filter((tag) => tag !== own).length
    ? { ...added, noteTags: others }
    : added;
}

function* readAll(notes: readonly NoteText[], settings: Settings): Steps<Graph> {
  const rules = readingRules(settings);
  const found = new Map<string, Note>();
  for (const { path, text } of notes) {
    found.set(path, yield* readNoteInSteps(path, text, rules));
    yield;
  }
  return yield* changeNotesInSteps(EMPTY_GRAPH, found);
}

/** The graph with some candidates: only the notes that they may read otherwise are read again. */
function* graphWith(read: ReadVault, candidates: readonly Candidate[]): Steps<Graph> {
  const paths = new Set(candidates.flatMap((candidate) => candidate.paths));
  const rules = readingRules(settingsWith(read, candidates));
  const changed = new Map<string, Note>();
  for (const path of paths) {
    changed.set(path, yield* readNoteInSteps(path, read.texts.get(path)!, rules));
    yield;
  }
  return yield* changeNotesInSteps(read.graph, changed);
}

function findsIn(graph: Graph, { readOtherProposals }: Settings): Finds {
  let notes = 0;
  let proposals = 0;
  for (const note of graph.notes.values()) {
    if (note.kind !== 'other') notes++;
    if (note.counts.proposed > 0 && isDecidable(graph, note, readOtherProposals)) proposals += note.counts.proposed;
  }
  return { notes, accounts: graph.resolution.accounts.size, proposals };
}

/** The candidates that find more than those before them did. */
function* worthwhile(read: ReadVault, candidates: readonly Candidate[]): Steps<readonly Offer[]> {
  const alone = findsIn(read.graph, read.settings);
  const kept: Offer[] = [];
  let before = alone;
  for (const candidate of candidates) {
    const together = yield* findsWith(read, [...kept, candidate]);
    if (together.notes <= before.notes && together.accounts <= before.accounts) continue;
    const plain = kept.find(({ kind, name }) => kind === 'tag' && name === candidate.name);
    if (candidate.kind === 'account-tag' && plain !== undefined) {
      // Below a tag may stand something else than accounts, where the notes name them otherwise.
      if (plain.finds.accounts > 0) continue;
      kept.splice(kept.indexOf(plain), 1);
    }
    before = together;
    const finds = less(kept.length === 0 ? together : yield* findsWith(read, [candidate]), alone);
    kept.push({ ...candidate, finds, isAdvised: candidate.isSure });
  }
  if (kept.some(({ isAdvised }) => isAdvised)) return kept;
  const best =
    kept.find(({ finds }) => finds.accounts > 0) ??
    kept.find(({ name }) => tellsMeeting(name)) ??
    kept.find(({ kind }) => kind === 'property');
  return kept.map((offer) => ({ ...offer, isAdvised: offer === best }));
}

/** What would be proposed besides what is marked: in notes that machines wrote, where there are any, else in ours. */
function* proposingOffers(
  read: ReadVault,
  reading: readonly Offer[],
  machines: readonly Candidate[],
): Steps<readonly Offer[]> {
  const base = reading.filter(({ isAdvised }) => isAdvised);
  const { noteTags, noteFolders, noteProperties, accountFolders } = read.settings;
  const own = { adds: { noteTags, noteFolders, noteProperties, accountFolders } };
  const isMachine = machines.length > 0;
  const where = asMachine(isMachine ? machines : [...base, own]);
  const paths = isMachine
    ? [...new Set(machines.flatMap((sign) => sign.paths))]
    : [...new Set([...base.flatMap((offer) => offer.paths), ...read.graph.notes.keys()])];
  const without = yield* findsWith(read, base);
  const offers: Offer[] = [];
  for (const kind of ['boxes', 'items'] as const) {
    const adds: Additions = {
      ...where,
      ...(kind === 'boxes' ? { proposeOpenBoxes: true } : { proposePlainItems: true }),
    };
    const candidate: Candidate = { id: kind, kind, name: '', adds, paths, isSure: isMachine, isMachine };
    const finds = less(yield* findsWith(read, [...base, candidate]), without);
    if (finds.proposals > 0) offers.push({ ...candidate, finds, isAdvised: isMachine || without.proposals === 0 });
  }
  return offers;
}

function less(more: Finds, than: Finds): Finds {
  return {
    notes: more.notes - than.notes,
    accounts: more.accounts - than.accounts,
    proposals: more.proposals - than.proposals,
  };
}
