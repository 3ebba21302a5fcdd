import { sameValue } from '../base/equal';
import { finish, inSteps, type Steps } from '../base/steps';
import { keysThatDiffer, SharedMap } from '../base/shared-map';
import { followAccounts, NOTHING_RESOLVED, type Resolving } from '../account/follow-accounts';
import { baseName, type Note } from '../note/note';
import { sourceKey } from '../note/read-note';

/**
 * All that was read, and whose it is. A graph is a value: a change makes a new one, which shares with the one before
 * all that did not change.
 */
export interface Graph {
  /** Grows by one with each change. */
  readonly revision: number;
  /** The notes that concern us, by path: all that are ours, others that hold tasks, and others that look like ours. */
  readonly notes: SharedMap<Note>;
  readonly resolution: Resolving;
  /** The notes of each account, by its key, in order of path. A list stays the same value while its notes do. */
  readonly byAccount: SharedMap<readonly Note[]>;
  /** The meetings without an account, in order of path. */
  readonly unassigned: readonly Note[];
  /** The paths of the notes that were made from each source, by its key. */
  readonly sources: Resolving['bySource'];
  /** The paths of the notes whose own file is, or would be, the source of a key. */
  readonly files: SharedMap<readonly string[]>;
}

/** A graph of no notes. */
export const EMPTY_GRAPH: Graph = {
  revision: 0,
  notes: SharedMap.of(),
  resolution: NOTHING_RESOLVED,
  byAccount: SharedMap.of(),
  unassigned: [],
  sources: NOTHING_RESOLVED.bySource,
  files: SharedMap.of(),
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
  const changed = new Map<string, Note | null>();
  const renamed = new Map<string, Note | null>();
  yield* inSteps(changes, ([path, read]) => {
    const before = graph.notes.get(path) ?? null;
    const after = read !== null && concernsUs(read) ? read : null;
    if (sameValue(before, after)) return;
    changed.set(path, after);
    if (!sameValue(naming(before), naming(after))) renamed.set(path, after);
  });
  if (changed.size === 0) return graph;
  // Where nothing that names an account changed, each note is where it was.
  const resolution = renamed.size === 0 ? graph.resolution : yield* followAccounts(graph.resolution, graph, renamed);
  yield;
  const notes = graph.notes.with([...changed].map(([path, note]) => [path, note ?? undefined]));
  const lists = yield* listNotes(graph, notes, resolution, changed.keys());
  const files = listFiles(graph.files, changed, graph.notes);
  return { revision: graph.revision + 1, notes, resolution, ...lists, sources: resolution.bySource, files };
}

function listFiles(
  files: Graph['files'],
  changed: ReadonlyMap<string, Note | null>,
  before: Graph['notes'],
): Graph['files'] {
  const edits = new Map<string, Set<string>>();
  for (const [path, note] of changed) {
    if ((note === null) === !before.has(path)) continue;
    const key = sourceKey(baseName(path));
    const paths = edits.get(key) ?? new Set(files.get(key));
    edits.set(key, paths);
    if (note === null) paths.delete(path);
    else paths.add(path);
  }
  return files.with([...edits].map(([key, paths]) => [key, paths.size === 0 ? undefined : [...paths]]));
}

type Lists = Pick<Graph, 'byAccount' | 'unassigned'>;

/** The notes of each account, of which those at some paths changed, and those of another account now. */
function* listNotes(
  before: Graph,
  notes: Graph['notes'],
  { accountOf }: Resolving,
  changed: Iterable<string>,
): Steps<Lists> {
  const edits = new Map<string | null, Map<string, Note | null>>();
  const edit = (key: string | null, path: string, note: Note | null): void => {
    const known = edits.get(key);
    if (known === undefined) edits.set(key, new Map([[path, note]]));
    else known.set(path, note);
  };
  const paths = new Set([...changed, ...keysThatDiffer(accountOf, before.resolution.accountOf)]);
  yield* inSteps(paths, (path) => {
    edit(before.resolution.accountOf.get(path)?.key ?? null, path, null);
    const note = notes.get(path);
    if (note !== undefined) edit(accountOf.get(path)?.key ?? null, path, note);
  });
  const lists: [string, readonly Note[] | undefined][] = [];
  let { unassigned } = before;
  yield* inSteps(edits, ([key, own]) => {
    if (key === null) unassigned = editedList(unassigned, own, ({ kind }) => kind === 'meeting');
    else {
      const list = editedList(before.byAccount.get(key) ?? [], own);
      lists.push([key, list.length === 0 ? undefined : list]);
    }
  });
  return { byAccount: before.byAccount.with(lists), unassigned };
}

/** A list in order of path with some notes changed; null takes one out. */
function editedList(
  list: readonly Note[],
  edits: ReadonlyMap<string, Note | null>,
  belongs: (note: Note) => boolean = () => true,
): readonly Note[] {
  if (edits.size > MANY) {
    const come = [...edits.values()].filter((note): note is Note => note !== null && belongs(note));
    return [...list.filter(({ path }) => !edits.has(path)), ...come].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
  let edited: Note[] | null = null;
  for (const [path, note] of edits) {
    const now = edited ?? list;
    const at = firstFrom(now, path);
    const gone = now[at]?.path === path ? 1 : 0;
    const come = note !== null && belongs(note) ? [note] : [];
    if (gone === 0 && come.length === 0) continue;
    edited ??= [...list];
    edited.splice(at, gone, ...come);
  }
  return edited ?? list;
}

/** From so many edits on, a list is sorted anew. */
const MANY = 20;

/** The index of the first note that does not come before a path. */
function firstFrom(list: readonly Note[], path: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.path < path) low = middle + 1;
    else high = middle;
  }
  return low;
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
