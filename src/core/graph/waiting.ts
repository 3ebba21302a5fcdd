import type { Day } from '../base/day';
import { oncePer } from '../base/once';
import { inSteps, type Steps } from '../base/steps';
import { isDecided } from '../copies/evidence';
import { settling, type Group, type Groups } from '../copies/group';
import { keyMaker } from '../note/line-key';
import type { Note } from '../note/note';
import { accountKeyOf, type Graph } from './graph';

/** What of the lines of a group says whether one of them waits. */
interface Standing {
  /** Whether one was decided before. */
  readonly settled: boolean;
  /** The latest start day of those that are proposed, or null. */
  readonly start: Day | null;
}

const standingOf = oncePer((group: Group): Standing => ({
  settled: settling(group).some(isDecided),
  start: group.lines.reduce<Day | null>((latest, { task, standing }) => {
    const start = task?.status === 'proposed' && standing !== 'source' ? task.start : null;
    return start !== null && (latest === null || start > latest) ? start : latest;
  }, null),
}));

/** The day until which the proposals of a group are snoozed: whoever snoozed one of them meant the task; or null. */
export function snoozedUntil(group: Group, today: Day): Day | null {
  const { start } = standingOf(group);
  return start !== null && start > today ? start : null;
}

/** Whether a person decided one of the lines of a group, or one that tells of it. */
export function isSettled(group: Group): boolean {
  return standingOf(group).settled;
}

/**
 * How many proposals of some notes wait for a decision: lines that say the same are one, and it is neither snoozed nor
 * decided before.
 */
export function countWaiting(notes: readonly Note[], groups: Groups, today: Day): number {
  const seen = new Set<Group>();
  return notes.reduce((count, note) => count + countNew(note, groups, today, seen), 0);
}

/**
 * `countWaiting` in steps, of the meeting notes that have no account: what is proposed of an account elsewhere, too, is
 * counted there.
 */
export function* countUnassigned(graph: Graph, groups: Groups, today: Day): Steps<number> {
  const seen = new Set<Group>();
  const isElsewhere = ({ lines }: Group): boolean =>
    lines.some(
      ({ path, task, standing }) =>
        task?.status === 'proposed' && standing !== 'source' && accountKeyOf(graph, path) !== null,
    );
  let count = 0;
  yield* inSteps(graph.unassigned, (note) => {
    count += countNew(note, groups, today, seen, isElsewhere);
  });
  return count;
}

/** How many proposals of a note wait that are in no group `seen` so far; its own are seen now. */
function countNew(
  { path, tasks, counts }: Note,
  groups: Groups,
  today: Day,
  seen: Set<Group>,
  isElsewhere: (group: Group) => boolean = () => false,
): number {
  if (counts.proposed === 0) return 0;
  const ofNote = groups.get(path);
  const keyOf = keyMaker(path);
  let count = 0;
  for (const { status, raw, start } of tasks) {
    const key = ofNote === undefined ? '' : keyOf(raw);
    if (status !== 'proposed') continue;
    const group = ofNote?.get(key);
    if (group === undefined) count += Number(start === null || start <= today);
    else if (!seen.has(group)) {
      seen.add(group);
      count += Number(!isSettled(group) && snoozedUntil(group, today) === null && !isElsewhere(group));
    }
  }
  return count;
}
