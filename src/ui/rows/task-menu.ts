import { Menu } from 'obsidian';
import type { TaskRow } from '../../core/graph/rows';
import { words } from '../../words/words';
import { addEntry, showMenu } from '../parts/show-menu';
import { KEYS, keyWords } from '../triage/keys';
import { TASK_VERBS, type TaskVerb } from './verbs';

/** Offers all that can be done with a task, each with its key where those are taken: at the pointer, or below the button that was pressed. */
export function showTaskMenu(
  event: MouseEvent,
  task: TaskRow,
  { keys, act }: { readonly keys: boolean; readonly act: (verb: TaskVerb) => void },
): void {
  const verbs = TASK_VERBS.filter(({ isFor }) => isFor(task));
  if (verbs.length === 0) return;
  event.preventDefault();
  const menu = new Menu();
  for (const verb of verbs) addEntry(menu, withKey(verb, keys), verb.icon, () => act(verb));
  showMenu(menu, event);
}

/** What a verb is called, with its key where that is taken. */
export function withKey({ name, label }: TaskVerb, keys: boolean): string {
  const key = KEYS.find(({ action }) => action === name)?.keys[0];
  return keys && key !== undefined ? words.triage.withKey(label, keyWords(key)) : label;
}
