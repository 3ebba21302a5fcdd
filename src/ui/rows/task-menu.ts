import { Menu } from 'obsidian';
import { isFor, VERBS, type VerbEntry } from '../../app/triage/verbs';
import type { TaskRow } from '../../core/graph/rows';
import { addEntry, showMenu } from '../parts/show-menu';
import { withKey } from '../triage/keys';

/** What can be done with a task that is listed. */
export function verbsOf({ status, waits, snoozed }: TaskRow): readonly VerbEntry[] {
  const isDecidedBefore = !waits && snoozed === null;
  return VERBS.filter((entry) => isFor(entry, status) && (entry.only !== 'decided-before' || isDecidedBefore));
}

/** Offers all that can be done with a task, each with its key where those are taken: at the pointer, or below the button that was pressed. */
export function showTaskMenu(
  event: MouseEvent,
  task: TaskRow,
  { keys, act }: { readonly keys: boolean; readonly act: (entry: VerbEntry) => void },
): void {
  const verbs = verbsOf(task);
  if (verbs.length === 0) return;
  event.preventDefault();
  const menu = new Menu();
  for (const entry of verbs)
    addEntry(menu, withKey(entry.title ?? entry.label, entry.keys, keys), entry.icon, () => act(entry));
  showMenu(menu, event);
}
