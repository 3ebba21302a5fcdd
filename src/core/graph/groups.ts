import type { Account } from '../account/resolve';
import { accountFinder, suggestAccounts, type AccountFinder } from '../account/suggest';
import { sameValue } from '../base/equal';
import { oncePer } from '../base/once';
import { keysThatDiffer } from '../base/shared-map';
import type { Steps } from '../base/steps';
import { CopyFinder } from '../copies/copy-finder';
import { copyLinesInSteps, type CopyLine, type Standing } from '../copies/copy-line';
import { NOTHING_SAID, type Said } from '../copies/pair';
import { SIGNS, type Sign } from '../copies/signs';
import { sourceIdentity } from '../copies/source-identity';
import type { Why } from '../copies/why';
import { baseName, type Note } from '../note/note';
import { sourceKey } from '../note/read-note';
import { namesInNotes, type NamesInNote } from '../person/full-names';
import { personNames } from '../person/person-names';
import { accountKeyOf, isEvidence, type Graph } from './graph';
import type { Viewpoint } from './select';
import type { Groups } from '../copies/group';

/** What of the settings decides what copies are. */
export type GroupSettings = Viewpoint['settings'];

/** Keeps the groups of lines that say the same, of a graph that is followed. */
export interface GroupsSelection {
  /** Says how the graph is now; the work that this makes waits for `work`. */
  follow(graph: Graph, settings: GroupSettings): void;
  /** Says what a person said of lines. */
  setSaid(said: Said): void;
  /** Works until nothing is left or `isOver` says to stop; says whether nothing is left. */
  work(isOver: () => boolean): boolean;
  /** The groups: of the graph that was followed last, once the work is done. */
  groups(): Groups;
  /** Why two lines of a group are in it, or null where one of them is not known. */
  why(a: CopyLine, b: CopyLine): Why | null;
}

/** The groups of a graph, all at once. `signs`: what speaks for two tasks being one. */
export function selectGroups(
  graph: Graph,
  settings: GroupSettings,
  { said = NOTHING_SAID, signs = SIGNS }: { readonly said?: Said; readonly signs?: readonly Sign[] } = {},
): Groups {
  const selection = groupsSelection(signs);
  selection.setSaid(said);
  selection.follow(graph, settings);
  selection.work(() => false);
  return selection.groups();
}

/** What of a note decides what its lines may be copies of. */
interface Seen {
  readonly note: Note;
  readonly account: string | null;
  readonly standing: Standing | null;
  /** The key that its own file would have as a source, and whether it is one. */
  readonly own: string;
  readonly isSource: boolean;
  /** What tells whose a note without an account is; null where that is known. */
  readonly finder: AccountFinder | null;
}

// eslint-disable-next-line require-yield -- There is nothing to do.
const NO_LINES = function* (): Steps<readonly CopyLine[]> {
  return [];
};

interface Followed {
  readonly graph: Graph;
  readonly settings: GroupSettings;
}

/** Groups for a graph that is followed: only the lines of notes that changed are looked at again. */
export function groupsSelection(signs: readonly Sign[] = SIGNS): GroupsSelection {
  const copies = new CopyFinder(signs);
  const finderOf = oncePer((accounts: ReadonlyMap<string, Account>) => accountFinder(accounts.values()));
  const known = new Map<string, Seen>();
  /** Those that nothing but a finder tells the account of. */
  const unknown = new Set<string>();
  let followed: Followed | null = null;
  let keysIn = namesInNotes(personNames({ myNames: [], people: [] }));
  const forget = (path: string): void => {
    known.delete(path);
    unknown.delete(path);
  };
  const look = (note: Note, graph: Graph, settings: GroupSettings, finder: AccountFinder): void => {
    const before = known.get(note.path);
    const standing = standingOf(graph, note, settings.readOtherProposals);
    const account = standing === 'note' ? accountKeyOf(graph, note.path) : null;
    const own = before?.own ?? sourceKey(baseName(note.path));
    const isUnknown = standing === 'note' && account === null;
    const seen: Seen = {
      note,
      account,
      standing,
      own,
      isSource: graph.sources.has(own),
      finder: isUnknown ? finder : null,
    };
    if (before !== undefined && isSame(before, seen)) return;
    forget(note.path);
    known.set(note.path, seen);
    if (isUnknown) unknown.add(note.path);
    const { accounts } = graph.resolution;
    copies.setNote(note.path, standing === null ? NO_LINES : () => linesOf(seen, standing, accounts, keysIn));
  };
  return {
    follow(graph, settings) {
      const now = { graph, settings };
      if (!sameValue([followed?.settings.myNames, followed?.settings.people], [settings.myNames, settings.people])) {
        keysIn = namesInNotes(personNames(settings));
        for (const path of known.keys()) if (!graph.notes.has(path)) copies.setNote(path, NO_LINES);
        known.clear();
        unknown.clear();
        followed = null;
      }
      const finder = finderOf(graph.resolution.accounts);
      for (const path of new Set(followed === null ? graph.notes.keys() : changedPaths(followed, now, unknown))) {
        const note = graph.notes.get(path);
        if (note !== undefined) look(note, graph, settings, finder);
        else if (known.has(path)) {
          forget(path);
          copies.setNote(path, NO_LINES);
        }
      }
      followed = now;
    },
    setSaid: (said) => copies.setSaid(said),
    work: (isOver) => copies.work(isOver),
    groups: () => copies.groups(),
    why: (a, b) => copies.why(a, b),
  };
}

/** The paths of the notes whose lines may be others now; `unknown`: those that a finder tells the account of. */
function* changedPaths(
  { graph: before, settings: seenBy }: Followed,
  { graph, settings }: Followed,
  unknown: Iterable<string>,
): Generator<string, void, void> {
  if (seenBy.readOtherProposals !== settings.readOtherProposals) yield* graph.notes.keys();
  yield* keysThatDiffer(graph.notes, before.notes);
  yield* keysThatDiffer(graph.resolution.accountOf, before.resolution.accountOf);
  for (const own of keysThatDiffer(graph.sources, before.sources)) yield* graph.files.get(own) ?? [];
  if (graph.resolution.accounts !== before.resolution.accounts) yield* unknown;
}

function isSame(before: Seen, now: Seen): boolean {
  return (Object.keys(now) as (keyof Seen)[]).every((key) => before[key] === now[key]);
}

function linesOf(
  { note, account, own, isSource, finder }: Seen,
  standing: Standing,
  accounts: ReadonlyMap<string, Account>,
  keysIn: NamesInNote,
): Steps<readonly CopyLine[]> {
  const source = isSource || standing === 'source' ? own : (note.source?.key ?? (standing === 'list' ? own : null));
  const looksLike =
    finder === null || note.tasks.length + note.decisions.length + note.facts.length === 0
      ? null
      : likeliest(note, accounts, finder);
  return copyLinesInSteps(
    note,
    { account, looksLike, source: source === null ? null : sourceIdentity(source), standing },
    keysIn(note),
  );
}

/** The account that a note looks to be of by what it says itself, or null where nothing tells or two are as likely. */
function likeliest(note: Note, accounts: ReadonlyMap<string, Account>, finder: AccountFinder): string | null {
  const [first] = suggestAccounts(note, accounts, finder);
  return first?.key ?? null;
}

/** How the lines of a note stand; null where they are not read at all. */
function standingOf(graph: Graph, note: Note, readOtherProposals: boolean): Standing | null {
  if (note.kind !== 'other') return 'note';
  if (isEvidence(graph, note, false)) return 'source';
  return isEvidence(graph, note, readOtherProposals) ? 'list' : null;
}
