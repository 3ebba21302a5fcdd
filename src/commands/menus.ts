import { TFile, type Component, type Menu, type Workspace } from 'obsidian';
import type { DecisionVerb, NoteDecisions } from '../app/decisions/note-decisions';
import type { NoteTasks } from '../app/triage/note-tasks';
import type { DecisionName } from '../core/triage/decide';
import { countWords } from '../words/format';
import { selectedLines } from './selected-lines';

/** What the entries of menus can do. */
export interface MenuActions {
  readonly tasks: NoteTasks;
  readonly decisions: NoteDecisions;
}

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
export function addMenuEntries(owner: Component, workspace: Workspace, { tasks, decisions }: MenuActions): void {
  owner.registerEvent(
    workspace.on('editor-menu', (menu, editor, { file }) => {
      if (file === null) return;
      for (const { decision, verb, word, icon } of AT_CURSOR) {
        const count = tasks.countIn(selectedLines(editor, file), decision);
        if (count > 0)
          addEntry(menu, `${verb} ${count === 1 ? word : countWords(count, word)}`, icon, () =>
            tasks.decideIn(selectedLines(editor, file), decision),
          );
      }
      for (const { verb, title, icon } of OF_DECISIONS) {
        const count = decisions.countDecisions(selectedLines(editor, file), verb);
        if (count > 0)
          addEntry(menu, title(count === 1 ? 'decision' : countWords(count, 'decision')), icon, () =>
            decisions.markDecisions(() => selectedLines(editor, file), verb),
          );
      }
    }),
  );
  owner.registerEvent(
    workspace.on('file-menu', (menu, file) => {
      if (!(file instanceof TFile)) return;
      const count = tasks.countInFile(file.path);
      for (const { decision, verb, word, icon } of count === 0 ? [] : AT_CURSOR.slice(0, 2)) {
        addEntry(menu, `${verb} ${countWords(count, word)}`, icon, () => tasks.decideInFile(file.path, decision));
      }
    }),
  );
}

function addEntry(menu: Menu, title: string, icon: string, act: () => void): void {
  menu.addItem((item) => item.setSection('action').setTitle(title).setIcon(icon).onClick(act));
}
