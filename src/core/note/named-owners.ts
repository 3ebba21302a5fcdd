import { knownPeople, namesOfTask, type KnownPeople } from '../task/named';
import { readTask, type Task, type TaskContext } from '../task/task';

/**
 * The tasks of a note, with the owners that their lines name without any sign: `**Ana**: send it`, `Send it (Ana)`.
 * Only people that the note knows are owners, those who took part and owners of other lines; `Reminder: …` is none. A
 * line with an owner keeps it.
 */
export function withNamedOwners(
  tasks: readonly Task[],
  participants: readonly string[],
  { symbols, damage }: Pick<TaskContext, 'symbols' | 'damage'>,
): readonly Task[] {
  let known: KnownPeople | null = null;
  return tasks.map((task) => {
    if (task.owners.length > 0 || task.form === 'row') return task;
    known ??= knownPeople([...participants, ...tasks.flatMap(({ owners }) => owners)]);
    const { isCalled, mayStandIn } = known;
    if (!mayStandIn(task.text)) return task;
    const people = namesOfTask(task.text)
      .filter((names) => names.every(isCalled))
      .flat();
    if (people.length === 0) return task;
    const { line, heading, form } = task;
    const read = readTask(task.raw, { line, heading, form, symbols, damage, people });
    return read === null || read.owners.length === 0 ? task : { ...read, status: task.status };
  });
}
