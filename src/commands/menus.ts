import { TFile, type Component, type Editor, type Menu, type Workspace } from 'obsidian';
import type { DecisionVerb, NoteDecisions } from '../app/decisions/note-decisions';
import type { NoteTasks } from '../app/triage/note-tasks';
import { plainVerbs } from '../app/triage/verbs';
import { visible } from '../core/text/inline';
import { words } from '../words/words';
import { menuLines } from './selected-lines';

/** What the entries of menus can do. */
export interface MenuActions {
  readonly tasks: NoteTasks;
  readonly decisions: NoteDecisions;
  /** At which line of an editor its menu is asked for just now; null where that is not known. */
  readonly clickedLine: (editor: Editor) => number | null;
}

const OF_DECISIONS: readonly { readonly verb: DecisionVerb; readonly icon: string }[] = [
  { verb: 'confirm', icon: 'check' },
  { verb: 'supersede', icon: 'replace' },
  { verb: 'unmark', icon: 'undo-2' },
];

const IN_MENUS = plainVerbs(({ menu }) => menu !== undefined);

/** Adds what can be decided to the menus of editors and files, while `owner` lives. */
export function addMenuEntries(
  owner: Component,
  workspace: Workspace,
  { tasks, decisions, clickedLine }: MenuActions,
): void {
  owner.registerEvent(
    workspace.on('editor-menu', (menu, editor, { file }) => {
      if (file === null) return;
      const lines = menuLines(editor, file, clickedLine(editor));
      const add = (
        texts: readonly string[],
        said: { readonly one: (text: string) => string; readonly some: (count: number) => string },
        icon: string,
        act: () => void,
      ): void => {
        const [first] = texts;
        if (first === undefined) return;
        const text = first === '' ? words.common.noText : visible(first);
        addEntry(menu, texts.length === 1 ? said.one(text) : said.some(texts.length), icon, act);
      };
      for (const entry of IN_MENUS)
        add(tasks.textsIn(lines, entry), entry.menu!, entry.icon, () => tasks.decideIn(() => lines, entry));
      for (const { verb, icon } of OF_DECISIONS)
        add(decisions.textsIn(lines, verb), words.decisions.menu[verb], icon, () =>
          decisions.markDecisions(() => lines, verb),
        );
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
