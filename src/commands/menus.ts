import { TFile, type Component, type Menu, type Workspace } from 'obsidian';
import type { DecisionVerb, NoteDecisions } from '../app/decisions/note-decisions';
import type { NoteTasks } from '../app/triage/note-tasks';
import { plainVerbs } from '../app/triage/verbs';
import { words } from '../words/words';
import { selectedLines } from './selected-lines';

/** What the entries of menus can do. */
export interface MenuActions {
  readonly tasks: NoteTasks;
  readonly decisions: NoteDecisions;
}

const OF_DECISIONS: readonly { readonly verb: DecisionVerb; readonly icon: string }[] = [
  { verb: 'confirm', icon: 'check' },
  { verb: 'supersede', icon: 'replace' },
  { verb: 'unmark', icon: 'undo-2' },
];

const IN_MENUS = plainVerbs(({ menu }) => menu !== undefined);

/** Adds what can be decided to the menus of editors and files, while `owner` lives. */
export function addMenuEntries(owner: Component, workspace: Workspace, { tasks, decisions }: MenuActions): void {
  owner.registerEvent(
    workspace.on('editor-menu', (menu, editor, { file }) => {
      if (file === null) return;
      for (const entry of IN_MENUS) {
        const { one, some } = entry.menu!;
        const count = tasks.countIn(selectedLines(editor, file), entry);
        if (count > 0)
          addEntry(menu, count === 1 ? one : some(count), entry.icon, () =>
            tasks.decideIn(() => selectedLines(editor, file), entry),
          );
      }
      for (const { verb, icon } of OF_DECISIONS) {
        const count = decisions.countDecisions(selectedLines(editor, file), verb);
        if (count > 0)
          addEntry(menu, words.decisions.menu[verb](count), icon, () =>
            decisions.markDecisions(() => selectedLines(editor, file), verb),
          );
      }
    }),
  );
  owner.registerEvent(
    workspace.on('file-menu', (menu, file) => {
      if (!(file instanceof TFile)) return;
      const count = tasks.countInFile(file.path);
      for (const { menu: said, icon, verb, wholeNote } of count === 0 ? [] : IN_MENUS)
        if (wholeNote !== undefined) addEntry(menu, said!.some(count), icon, () => tasks.decideInFile(file.path, verb));
    }),
  );
}

function addEntry(menu: Menu, title: string, icon: string, act: () => void): void {
  menu.addItem((item) => item.setSection('action').setTitle(title).setIcon(icon).onClick(act));
}
