import { Menu } from 'obsidian';
import { isFor, VERBS, type VerbEntry } from '../../app/triage/verbs';
import type { TaskRow } from '../../core/graph/rows';
import { words } from '../../words/words';
import { addEntry, showMenu } from '../parts/show-menu';
import { keyWords } from '../triage/keys';

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
    addEntry(menu, withKey(entry.title ?? entry.label, entry, keys), entry.icon, () => act(entry));
  showMenu(menu, event);
}

/** What a verb is called, with its key where that is taken. */
export function withKey(label: string, { keys: [key] }: VerbEntry, isTaken: boolean): string {
  return isTaken && key !== undefined ? words.triage.withKey(label, keyWords(key)) : label;
}
