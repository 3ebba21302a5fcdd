import type { Day } from '../base/day';
import { namedOwners } from '../copies/copy-line';
import { meetingsOf } from '../note/meetings';
import type { Note } from '../note/note';
import type { PersonRow, TaskRow } from './rows';
import { isOpen, type Glance } from './select';

/**
 * The people of an account's notes: who was met most comes first. `tasks`: the rows of the notes' tasks, in the order
 * that they are to be shown.
 */
export function peopleOf(
  notes: readonly Note[],
  tasks: readonly TaskRow[],
  { today, names }: Glance,
): readonly PersonRow[] {
  const people = new Map<
    string,
    { name: string; met: number; last: Day | null; lastMeeting: string | null; owes: TaskRow[] }
  >();
  const person = (name: string): { met: number; last: Day | null; lastMeeting: string | null; owes: TaskRow[] } => {
    const key = names.keyOf(name);
    const known = people.get(key) ?? { name: names.nameOf(name), met: 0, last: null, lastMeeting: null, owes: [] };
    people.set(key, known);
    return known;
  };
  for (const meeting of meetingsOf(notes)) {
    const [{ day, path }] = meeting;
    for (const entry of new Set(meeting.flatMap(({ participants }) => participants.map(person)))) {
      entry.met++;
      if (day === null || day > today || (entry.last !== null && day <= entry.last)) continue;
      entry.last = day;
      entry.lastMeeting = path;
    }
  }
  for (const task of tasks) {
    if (!isOpen(task)) continue;
    for (const owner of task.owners) {
      // `TBD` and the like are nobody yet.
      if (namedOwners([owner], names.keyOf).length > 0) person(owner).owes.push(task);
    }
  }
  return [...people.values()]
    .map((entry) => ({ ...entry, mine: names.isMine([entry.name]), open: entry.owes.length }))
    .sort((a, b) => b.met - a.met || b.open - a.open || (a.name < b.name ? -1 : 1));
}
