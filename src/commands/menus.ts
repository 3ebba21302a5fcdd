import { TFile, type Component, type Menu, type Workspace } from 'obsidian';
import type { DecisionName } from '../core/triage/decide';
import { countWords } from '../words/format';
import type { CommandActions } from './commands';
import type { DecisionCommands, DecisionVerb } from './decision-commands';

/** What the entries of menus can do with tasks. */
export type TaskMenuActions = Pick<CommandActions, 'countAtCursor' | 'decideAtCursor'> & {
  /** How many proposed tasks of a note wait. */
  countInFile(file: TFile): number;
  decideInFile(file: TFile, decision: DecisionName): void;
};

/** What the entries of menus can do. */
export type MenuActions = TaskMenuActions & DecisionCommands;

const OF_DECISIONS: readonly {
  readonly verb: DecisionVerb;
  readonly title: (decisions: string) => string;
  readonly icon: string;
}[] = [
  { verb: 'confirm', title: (decisions) => `Confirm ${decisions}`, icon: 'check' },
  { verb: 'supersede', title: (decisions) => `Mark ${decisions} superseded …`, icon: 'replace' },
  { verb: 'unmark', title: (decisions) => `Take back what is said of ${decisions}`, icon: 'undo-2' },
];

const AT_CURSOR: readonly {
  readonly decision: DecisionName;
  readonly verb: string;
  readonly word: string;
  readonly icon: string;
}[] = [
  { decision: 'accept', verb: 'Accept', word: 'proposed task', icon: 'check' },
  { decision: 'dismiss', verb: 'Dismiss', word: 'proposed task', icon: 'x' },
  { decision: 'done', verb: 'Mark done', word: 'task', icon: 'check-check' },
];

/** Adds what can be decided to the menus of editors and files, while `owner` lives. */
export function addMenuEntries(owner: Component, workspace: Workspace, actions: MenuActions): void {
  owner.registerEvent(
    workspace.on('editor-menu', (menu, editor, { file }) => {
      if (file === null) return;
      for (const { decision, verb, word, icon } of AT_CURSOR) {
        const count = actions.countAtCursor(editor, file, decision);
        if (count > 0)
          addEntry(menu, `${verb} ${count === 1 ? word : countWords(count, word)}`, icon, () =>
            actions.decideAtCursor(editor, file, decision),
          );
      }
      for (const { verb, title, icon } of OF_DECISIONS) {
        const count = actions.countDecisions(editor, file, verb);
        if (count > 0)
          addEntry(menu, title(count === 1 ? 'decision' : countWords(count, 'decision')), icon, () =>
            actions.markDecisions(editor, file, verb),
          );
      }
    }),
  );
  owner.registerEvent(
    workspace.on('file-menu', (menu, file) => {
      if (!(file instanceof TFile)) return;
      const count = actions.countInFile(file);
      for (const { decision, verb, word, icon } of count === 0 ? [] : AT_CURSOR.slice(0, 2)) {
        addEntry(menu, `${verb} ${countWords(count, word)}`, icon, () => actions.decideInFile(file, decision));
      }
    }),
  );
}

function addEntry(menu: Menu, title: string, icon: string, act: () => void): void {
  menu.addItem((item) => item.setSection('action').setTitle(title).setIcon(icon).onClick(act));
}
