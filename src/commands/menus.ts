import { TFile, type Component, type Menu, type Workspace } from 'obsidian';
import type { DecisionName } from '../core/triage/decide';
import { countWords } from '../ui/parts/day-words';
import type { CommandActions } from './commands';

/** What the entries of menus can do. */
export type MenuActions = Pick<CommandActions, 'countAtCursor' | 'decideAtCursor'> & {
  /** How many proposed tasks of a note wait. */
  countInFile(file: TFile): number;
  decideInFile(file: TFile, decision: DecisionName): void;
};

const AT_CURSOR: readonly { readonly decision: DecisionName; readonly verb: string; readonly word: string; readonly icon: string }[] = [
  { decision: 'accept', verb: 'Accept', word: 'proposed task', icon: 'check' },
  { decision: 'dismiss', verb: 'Dismiss', word: 'proposed task', icon: 'x' },
  { decision: 'done', verb: 'Mark done', word: 'task', icon: 'check-check' },
];

/** Adds what can be decided to the menus of editors and files, while `owner` lives. */
export function addMenuEntries(owner: Component, workspace: Workspace, actions: MenuActions): void {
  owner.registerEvent(workspace.on('editor-menu', (menu, editor, { file }) => {
    if (file === null) return;
    for (const { decision, verb, word, icon } of AT_CURSOR) {
      const count = actions.countAtCursor(editor, file, decision);
      if (count > 0) addEntry(menu, `${verb} ${count === 1 ? word : countWords(count, word)}`, icon, () => actions.decideAtCursor(editor, file, decision));
    }
  }));
  owner.registerEvent(workspace.on('file-menu', (menu, file) => {
    if (!(file instanceof TFile)) return;
    const count = actions.countInFile(file);
    for (const { decision, verb, word, icon } of count === 0 ? [] : AT_CURSOR.slice(0, 2)) {
      addEntry(menu, `${verb} ${countWords(count, word)}`, icon, () => actions.decideInFile(file, decision));
    }
  }));
}

function addEntry(menu: Menu, title: string, icon: string, act: () => void): void {
  menu.addItem((item) => item.setSection('action').setTitle(title).setIcon(icon).onClick(act));
}
