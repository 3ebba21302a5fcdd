import { sameValue } from '../base/equal';
import type { Steps } from '../base/steps';
import { CopyFinder, type Groups } from '../copies/copy-finder';
import { copyLinesInSteps, type CopyLine, type Standing } from '../copies/copy-line';
import type { NotTheSame } from '../copies/pair';
import { baseName, type Note } from '../note/note';
import { sourceKey } from '../note/read-note';
import { personNames } from '../person/person-names';
import { accountKeyOf, isEvidence, type Graph } from './graph';
import type { Viewpoint } from './select';

/** What of the settings decides what copies are. */
export type GroupSettings = Viewpoint['settings'];

/** Keeps the groups of lines that say the same, of a graph that is followed. */
export interface GroupsSelection {
  /** Says how the graph is now; the work that this makes waits for `work`. */
  follow(graph: Graph, settings: GroupSettings): void;
  /** Says which pairs of texts are not the same, as `pairOfTexts` writes them. */
  setNotTheSame(pairs: NotTheSame): void;
  /** Works until nothing is left or `isOver` says to stop; says whether nothing is left. */
  work(isOver: () => boolean): boolean;
  /** The groups: of the graph that was followed last, once the work is done. */
  groups(): Groups;
}

/** The groups of a graph, all at once. */
export function selectGroups(graph: Graph, settings: GroupSettings, notTheSame: NotTheSame = new Set()): Groups {
  const selection = groupsSelection();
  selection.setNotTheSame(notTheSame);
  selection.follow(graph, settings);
  selection.work(() => false);
  return selection.groups();
}

/** What of a note decides what its lines may be copies of. */
interface Seen {
  readonly note: Note;
  readonly account: string | null;
  readonly standing: Standing | null;
}

// eslint-disable-next-line require-yield -- There is nothing to do.
const NO_LINES = function* (): Steps<readonly CopyLine[]> {
  return [];
};

/** Groups for a graph that is followed: only the lines of notes that changed are looked at again. */
export function groupsSelection(): GroupsSelection {
  const finder = new CopyFinder();
  const known = new Map<string, Seen>();
  let followed: { readonly graph: Graph; readonly settings: GroupSettings } | null = null;
  let ownerKey = personNames({ myNames: [], people: [] }).keyOf;
  return {
    follow(graph, settings) {
      if (!sameValue([followed?.settings.myNames, followed?.settings.people], [settings.myNames, settings.people])) {
        ownerKey = personNames(settings).keyOf;
        known.clear();
      }
      // Where these are the same, a note that is the same is whose it was.
      const isSteady =
        followed?.graph.resolution === graph.resolution &&
        followed.graph.sources === graph.sources &&
        followed.settings.readOtherProposals === settings.readOtherProposals;
      for (const note of graph.notes.values()) {
        const seen = known.get(note.path);
        if (isSteady && seen?.note === note) continue;
        const standing = standingOf(graph, note, settings.readOtherProposals);
        const account = standing === 'note' ? accountKeyOf(graph, note.path) : null;
        if (seen?.note === note && seen.account === account && seen.standing === standing) continue;
        known.set(note.path, { note, account, standing });
        finder.setNote(note.path, standing === null ? NO_LINES : linesOf(note, account, standing, ownerKey));
      }
      for (const path of followed?.graph.notes.keys() ?? []) {
        if (graph.notes.has(path)) continue;
        known.delete(path);
        finder.setNote(path, NO_LINES);
      }
      followed = { graph, settings };
    },
    setNotTheSame: (pairs) => finder.setNotTheSame(pairs),
    work: (isOver) => finder.work(isOver),
    groups: () => finder.groups(),
  };
}

function linesOf(
  note: Note,
  account: string | null,
  standing: Standing,
  ownerKey: (name: string) => string,
): () => Steps<readonly CopyLine[]> {
  const source = standing === 'note' ? (note.source?.key ?? null) : sourceKey(baseName(note.path));
  return () => copyLinesInSteps(note, { account, source, standing }, ownerKey);
}

/** How the lines of a note stand; null where they are not read at all. */
function standingOf(graph: Graph, note: Note, readOtherProposals: boolean): Standing | null {
  if (note.kind !== 'other') return 'note';
  if (isEvidence(graph, note, false)) return 'source';
  return isEvidence(graph, note, readOtherProposals) ? 'list' : null;
}
