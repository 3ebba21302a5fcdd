import { sameValue } from '../base/equal';
import { finish, inSteps, type Steps } from '../base/steps';
import { resolveAccounts, type Resolution } from '../account/resolve';
import { baseName, type Note } from '../note/note';
import { sourceKey } from '../note/read-note';

/** All that was read, and whose it is. A graph is a value: a change makes a new one. */
export interface Graph {
  /** Grows by one with each change. */
  readonly revision: number;
  /** The notes that concern us, by path: all that are ours, others that hold tasks, and others that look like ours. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly resolution: Resolution;
  /** The notes of each account, by its key, in order of path. A list stays the same value while its notes do. */
  readonly byAccount: ReadonlyMap<string, readonly Note[]>;
  /** The meetings without an account, in order of path. */
  readonly unassigned: readonly Note[];
  /** The keys of all sources that our notes were made from. */
  readonly sources: ReadonlySet<string>;
}

/** A graph of no notes. */
export const EMPTY_GRAPH: Graph = {
  revision: 0,
  notes: new Map(),
  resolution: finish(resolveAccounts([])),
  byAccount: new Map(),
  unassigned: [],
  sources: new Set(),
};

/**
 * The graph with the notes of `changes` as they are now; null takes a note out. It equals the graph that is built of
 * all its notes anew, whatever the order of the changes. Where nothing changed, it is the same graph.
 */
export function changeNotes(graph: Graph, changes: ReadonlyMap<string, Note | null>): Graph {
  return finish(changeNotesInSteps(graph, changes));
}

/** The same in steps, for changes of thousands of notes. */
export function* changeNotesInSteps(graph: Graph, changes: ReadonlyMap<string, Note | null>): Steps<Graph> {
  const notes = new Map(graph.notes);
  const replaced = new Map<string, Note>();
  let changed = false;
  let resolve = false;
  yield* inSteps(changes, ([path, read]) => {
    const before = notes.get(path) ?? null;
    const after = read !== null && concernsUs(read) ? read : null;
    if (sameValue(before, after)) return;
    changed = true;
    resolve ||= !sameValue(naming(before), naming(after));
    if (after === null) notes.delete(path);
    else {
      notes.set(path, after);
      replaced.set(path, after);
    }
  });
  if (!changed) return graph;
  const revision = graph.revision + 1;
  // Nothing that names an account changed, so each note is where it was.
  if (!resolve) return { ...graph, revision, notes, ...replaceListed(graph, replaced) };
  const inOrder = [...notes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  yield;
  const resolution = yield* resolveAccounts(inOrder);
  const lists = yield* listNotes(inOrder, resolution);
  return { revision, notes, resolution, ...lists, sources: sourcesOf(inOrder) };
}

type Lists = Pick<Graph, 'byAccount' | 'unassigned'>;

function* listNotes(notes: readonly Note[], { accountOf }: Resolution): Steps<Lists> {
  const byAccount = new Map<string, Note[]>();
  const unassigned: Note[] = [];
  yield* inSteps(notes, (note) => {
    const key = accountOf.get(note.path)?.key;
    const list = key === undefined ? null : byAccount.get(key);
    if (list != null) list.push(note);
    else if (key !== undefined) byAccount.set(key, [note]);
    else if (note.kind === 'meeting') unassigned.push(note);
  });
  return { byAccount, unassigned };
}

function replaceListed({ byAccount, unassigned, resolution }: Graph, replaced: ReadonlyMap<string, Note>): Lists {
  const lists = new Map(byAccount);
  const keys = new Set([...replaced.keys()].map((path) => resolution.accountOf.get(path)?.key));
  const renew = (list: readonly Note[]): readonly Note[] => list.map((note) => replaced.get(note.path) ?? note);
  for (const key of keys) {
    if (key !== undefined) lists.set(key, renew(lists.get(key)!));
  }
  return { byAccount: lists, unassigned: keys.has(undefined) ? renew(unassigned) : unassigned };
}

function concernsUs(note: Note): boolean {
  return note.kind !== 'other' || note.tasks.length > 0 || note.missed.length > 0;
}

/** What of a note decides which accounts there are and whose the notes are. */
function naming(note: Note | null): unknown {
  if (note === null || note.kind === 'other') return null;
  const page = note.kind === 'account-page' ? [note.title, note.aliases, note.standing] : null;
  return [note.kind, note.stated, note.source?.key ?? null, page];
}

function sourcesOf(notes: Iterable<Note>): ReadonlySet<string> {
  const sources = new Set<string>();
  for (const { kind, source } of notes) {
    if (kind !== 'other' && source !== null) sources.add(source.key);
  }
  return sources;
}

/** The account of a note, as a key of `graph.resolution.accounts`, or null. */
export function accountKeyOf(graph: Graph, path: string): string | null {
  return graph.resolution.accountOf.get(path)?.key ?? null;
}

/** Whether the note at a path is the source of one of ours and none of ours itself. Sources are never written. */
export function isSource(graph: Graph, path: string): boolean {
  return graph.sources.has(sourceKey(baseName(path))) && (graph.notes.get(path)?.kind ?? 'other') === 'other';
}

/**
 * Whether a note without our tag is read as evidence: it is the source of one of ours, or holds proposed tasks (if the
 * setting says so).
 */
export function isEvidence(graph: Graph, note: Note, readOtherProposals: boolean): boolean {
  if (note.kind !== 'other') return false;
  return isSource(graph, note.path) || (readOtherProposals && note.tasks.some((task) => task.status === 'proposed'));
}
