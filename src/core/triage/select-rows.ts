import { sameValue } from '../base/equal';
import { oncePer } from '../base/once';
import { keysThatDiffer, SharedMap } from '../base/shared-map';
import type { CopyLine } from '../copies/copy-line';
import { settling, type Group, type Groups } from '../copies/group';
import { EMPTY_GRAPH, type Graph } from '../graph/graph';
import type { Viewpoint } from '../graph/select';
import { pathOfKey } from '../note/line-key';
import type { Note } from '../note/note';
import { personNames, type PersonNames } from '../person/person-names';
import type { Task } from '../task/task';
import { proposalsOf, tasksByKey, type Proposal } from './proposals';
import { groupRow, singleRow, type ProposalRow } from './rows';
import { twinRows } from './twins';
import { changeWaiting, NOTHING_WAITS, type Waiting } from './waiting';

/**
 * The rows of a graph and the groups that are known of it: each proposed line is in exactly one of them. Newest first.
 */
export function selectRows(graph: Graph, groups: Groups, viewpoint: Viewpoint): readonly ProposalRow[] {
  return [...rowsSelection()(graph, groups, viewpoint).rows];
}

type ByKey<T> = ReadonlyMap<string, T>;

/** What rows are made of. */
interface Seen {
  readonly graph: Graph;
  readonly groups: Groups;
  /** By the path of the note, then by the key of the line. */
  readonly proposals: SharedMap<ByKey<Proposal>>;
}

const NOTHING: Seen = { graph: EMPTY_GRAPH, groups: new Map(), proposals: SharedMap.of() };

/**
 * `selectRows` for a graph that is followed: what a change costs depends on what changed. The groups may be those of a
 * graph a moment before: a line that is not there any more, or was decided meanwhile, is in no row. A row stays the same
 * value while the notes of its lines are the same.
 */
export function rowsSelection(): (graph: Graph, groups: Groups, viewpoint: Viewpoint) => Waiting {
  const single = oncePer(singleRow);
  const tasksOf = oncePer(tasksByKey);
  let shelf = groupRows();
  let twins = twinRows();
  let seenBy: { readonly viewpoint: Viewpoint; readonly names: PersonNames } | null = null;
  let before = NOTHING;
  let waiting = NOTHING_WAITS;
  return (graph, groups, viewpoint) => {
    if (seenBy === null || !sameValue(seenBy.viewpoint, viewpoint)) {
      seenBy = { viewpoint, names: personNames(viewpoint.settings) };
      shelf = groupRows();
      twins = twinRows();
      [before, waiting] = [NOTHING, NOTHING_WAITS];
    }
    const { names } = seenBy;
    const notes = new Set(changedNotes(before.graph, graph));
    const proposals = before.proposals.with(
      [...notes].map((path) => {
        const own = proposalsOf(graph, path, viewpoint, names);
        return [path, own.length === 0 ? undefined : new Map(own.map((proposal) => [proposal.key, proposal]))];
      }),
    );
    const paths = new Set([...notes, ...keysThatDiffer(groups, before.groups)]);
    before = { graph, groups, proposals };
    const gone = new Set([...paths].flatMap((path) => waiting.byNote.get(path) ?? []).map(twins.untied));
    for (const path of notes) for (const row of shelf.toldBy(path)) gone.add(row);
    // Every line of these rows, and of what changed, is in a row again if it is still proposed.
    const lines = new Set([...gone].flatMap((row) => [row, ...row.copies].map(({ key }) => key)));
    for (const path of paths) for (const key of proposals.get(path)?.keys() ?? []) lines.add(key);
    const come = new Set<ProposalRow>();
    const grouped = new Map<Group, ProposalRow>();
    for (const key of lines) {
      const path = pathOfKey(key);
      const proposal = proposals.get(path)?.get(key);
      const group = groups.get(path)?.get(key);
      if (proposal === undefined || (group !== undefined && grouped.has(group))) continue;
      if (group === undefined) {
        come.add(single(proposal));
        continue;
      }
      const row = shelf.rowOf(group, notes) ?? rowOf(group, before, tasksOf);
      grouped.set(group, row);
      come.add(row);
    }
    shelf.change(gone, grouped);
    const [left, came] = [[...gone].filter((row) => !come.has(row)), [...come].filter((row) => !gone.has(row))];
    if (left.length + came.length > 0) {
      const tied = twins.change({ gone: left, come: came });
      waiting = changeWaiting(waiting, tied.gone, tied.come);
    }
    return waiting;
  };
}

/** The paths of the notes that changed, or whose account did, or what they are to others. */
function* changedNotes(before: Graph, now: Graph): Generator<string, void, void> {
  yield* keysThatDiffer(now.notes, before.notes);
  yield* keysThatDiffer(now.resolution.accountOf, before.resolution.accountOf);
  for (const key of keysThatDiffer(now.resolution.accounts, before.resolution.accounts)) {
    if (now.resolution.accounts.get(key)?.name === before.resolution.accounts.get(key)?.name) continue;
    for (const { path } of now.byAccount.get(key) ?? []) yield path;
  }
  for (const key of keysThatDiffer(now.sources, before.sources))
    if (now.sources.has(key) !== before.sources.has(key)) yield* now.files.get(key) ?? [];
}

/** The row of a group, of whose lines one at least is proposed. */
function rowOf(group: Group, { graph, proposals }: Seen, tasksOf: (note: Note) => ByKey<Task>): ProposalRow {
  const waiting = group.lines.flatMap((line) => {
    const proposal = proposals.get(line.path)?.get(line.key);
    return proposal === undefined ? [] : [{ line, proposal }];
  });
  const present = settling(group).flatMap((line): readonly CopyLine[] => {
    const note = line.task?.status === 'proposed' ? undefined : graph.notes.get(line.path);
    const task = note === undefined ? undefined : tasksOf(note).get(line.key);
    return task === undefined ? [] : [{ ...line, line: task.line, task }];
  });
  return groupRow(graph, waiting, present, group.likely);
}

/** The rows that were made of groups, as long as they wait. */
interface GroupRows {
  /** The row of a group, unless one of its lines is of a note that changed. */
  readonly rowOf: (group: Group, changed: ReadonlySet<string>) => ProposalRow | undefined;
  /** The rows that the lines of a note may tell of. */
  readonly toldBy: (path: string) => Iterable<ProposalRow>;
  readonly change: (gone: Iterable<ProposalRow>, come: ReadonlyMap<Group, ProposalRow>) => void;
}

function groupRows(): GroupRows {
  const rows = new Map<Group, ProposalRow>();
  const groupsOf = new Map<ProposalRow, Group>();
  const told = new Map<string, Set<ProposalRow>>();
  const forget = (row: ProposalRow, group: Group): void => {
    rows.delete(group);
    groupsOf.delete(row);
    for (const { path } of settling(group)) {
      told.get(path)?.delete(row);
      if (told.get(path)?.size === 0) told.delete(path);
    }
  };
  return {
    rowOf: (group, changed) => (settling(group).some(({ path }) => changed.has(path)) ? undefined : rows.get(group)),
    toldBy: (path) => told.get(path) ?? [],
    change(gone, come) {
      for (const row of gone) {
        const group = groupsOf.get(row);
        if (group !== undefined) forget(row, group);
      }
      for (const [group, row] of come) {
        rows.set(group, row);
        groupsOf.set(row, group);
        for (const { path } of settling(group)) told.set(path, (told.get(path) ?? new Set()).add(row));
      }
    },
  };
}
