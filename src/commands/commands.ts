import { Notice, type Command, type Editor, type MarkdownFileInfo, type TFile } from 'obsidian';
import type { Assign } from '../app/assign/assign';
import type { Brief } from '../app/brief';
import type { DecisionVerb, NoteDecisions } from '../app/decisions/note-decisions';
import type { Explain } from '../app/explain';
import type { Repair } from '../app/repair';
import type { NoteLine, NoteRollups } from '../app/rollup/note-rollups';
import type { NoteLines, NoteTasks } from '../app/triage/note-tasks';
import { plainVerbs, VERBS, type PlainVerb, type VerbDoor, type VerbEntry } from '../app/triage/verbs';
import { words } from '../words/words';
import { editedNote, selectedLines } from './selected-lines';

/** What the commands can do. What asks whether it can act answers at once and changes nothing. */
export interface CommandActions {
  readonly tasks: NoteTasks;
  readonly decisions: NoteDecisions;
  readonly assign: Assign;
  readonly brief: Brief;
  readonly rollups: NoteRollups;
  readonly repair: Repair;
  readonly explain: Explain;
  /** Whether the notes are being read for the first time: nothing can be chosen among them yet. */
  readonly isReading: () => boolean;
  /** Triage, where it is the active view. */
  readonly activeTriage: () => VerbDoor | null;
  /** What one writes in, or null. */
  readonly activeEditor: () => MarkdownFileInfo | null;
  readonly openAccounts: () => void;
  readonly openTriage: () => void;
  readonly openTriageTab: () => void;
  readonly openChanges: () => void;
  readonly triagePalette: () => void;
  readonly rebuildIndex: () => void;
  readonly undo: () => void;
  readonly joinPeople: () => void;
  readonly setUpVault: () => void;
}

/** All commands of the plugin; Obsidian puts `account-actions:` before their ids. None has a hotkey of its own. */
export function commandsOf(actions: CommandActions): readonly Command[] {
  return [
    {
      id: 'open-accounts',
      name: words.commands['open-accounts'],
      icon: 'building-2',
      callback: () => actions.openAccounts(),
    },
    {
      id: 'open-triage',
      name: words.commands['open-triage'],
      icon: 'list-checks',
      callback: () => actions.openTriage(),
    },
    {
      id: 'open-triage-tab',
      name: words.commands['open-triage-tab'],
      icon: 'list-checks',
      callback: () => actions.openTriageTab(),
    },
    {
      id: 'triage-palette',
      name: words.commands['triage-palette'],
      icon: 'list-checks',
      callback: () => actions.triagePalette(),
    },
    ...VERBS.map((entry) => ofVerb(actions, entry)),
    ...plainVerbs(({ wholeNote }) => wholeNote !== undefined).map((entry) => inNote(actions, entry)),
    ofDecision(actions, { id: 'confirm-decision', name: words.commands['confirm-decision'], icon: 'check' }, 'confirm'),
    ofDecision(
      actions,
      { id: 'supersede-decision', name: words.commands['supersede-decision'], icon: 'replace' },
      'supersede',
    ),
    ofDecision(actions, { id: 'unmark-decision', name: words.commands['unmark-decision'], icon: 'undo-2' }, 'unmark'),
    offered(
      { id: 'assign-account', name: words.commands['assign-account'], icon: 'building-2' },
      () => actions.assign.assignable() !== null,
      () => {
        const path = actions.assign.assignable();
        if (path !== null) actions.assign.choose(path);
      },
    ),
    {
      id: 'merge-accounts',
      name: words.commands['merge-accounts'],
      icon: 'merge',
      callback: () => onceRead(actions, () => actions.assign.merge()),
    },
    {
      id: 'join-people',
      name: words.commands['join-people'],
      icon: 'users',
      callback: () => onceRead(actions, () => actions.joinPeople()),
    },
    {
      id: 'copy-account-brief',
      name: words.commands['copy-account-brief'],
      icon: 'clipboard-list',
      callback: () => onceRead(actions, () => actions.brief.askBrief()),
    },
    {
      id: 'insert-rollup',
      name: words.commands['insert-rollup'],
      icon: 'list-tree',
      editorCheckCallback(checking, editor, { file }) {
        if (file !== null && !checking)
          onceRead(actions, () => actions.rollups.insertRollup(file.path, () => lineAtCursor(editor, file)));
        return file !== null;
      },
    },
    {
      id: 'convert-rollup',
      name: words.commands['convert-rollup'],
      icon: 'file-text',
      editorCheckCallback(checking, editor, { file }) {
        if (file === null || !actions.rollups.isInRollup(editor.getValue(), editor.getCursor().line)) return false;
        if (!checking) actions.rollups.convertRollup(lineAtCursor(editor, file));
        return true;
      },
    },
    {
      id: 'copy-decisions',
      name: words.commands['copy-decisions'],
      icon: 'copy',
      callback: () => onceRead(actions, () => actions.rollups.copyDecisions()),
    },
    offered(
      { id: 'add-rollup-section', name: words.commands['add-rollup-section'], icon: 'list-plus' },
      () => actions.rollups.lacksRollup(),
      () => actions.rollups.addRollupSection(),
    ),
    { id: 'undo-triage', name: words.commands['undo-triage'], icon: 'undo-2', callback: () => actions.undo() },
    {
      id: 'recent-changes',
      name: words.commands['recent-changes'],
      icon: 'history',
      callback: () => actions.openChanges(),
    },
    offered(
      { id: 'explain-note', name: words.commands['explain-note'], icon: 'circle-help' },
      () => actions.explain.canExplain(),
      () => actions.explain.explainNote(),
    ),
    offered(
      { id: 'repair-note', name: words.commands['repair-note'], icon: 'wand-sparkles' },
      () => actions.repair.isNoteDamaged(),
      () => actions.repair.repairNote(),
    ),
    {
      id: 'set-up-vault',
      name: words.commands['set-up-vault'],
      icon: 'building-2',
      callback: () => actions.setUpVault(),
    },
    {
      id: 'rebuild-index',
      name: words.commands['rebuild-index'],
      icon: 'refresh-cw',
      callback: () => actions.rebuildIndex(),
    },
  ];
}

type Named = Pick<Command, 'id' | 'name' | 'icon'>;

/** Does what needs to know the notes, or says that they are being read. */
function onceRead({ isReading }: Pick<CommandActions, 'isReading'>, act: () => void): void {
  if (isReading()) new Notice(words.common.stillReading);
  else act();
}

/**
 * A command for a verb: in Triage for the row under the cursor or the selected ones, in a note for the tasks at the
 * cursor or in the selection. It is offered where there is one that it can be done to.
 */
function ofVerb({ tasks, activeTriage, activeEditor }: CommandActions, entry: VerbEntry): Command {
  return {
    id: `${entry.name}-task`,
    name: entry.command,
    icon: entry.icon,
    checkCallback(checking) {
      const triage = activeTriage();
      if (triage !== null) {
        const can = triage.can(entry);
        if (can && !checking) triage.press(entry);
        return can;
      }
      const note = editedNote(activeEditor());
      if (note === null) return false;
      const lines = (): NoteLines => selectedLines(note.editor, note.file);
      const can = tasks.textsIn(lines(), entry).length > 0;
      if (can && !checking) tasks.decideIn(lines, entry);
      return can;
    },
  };
}

/**
 * A command for the decisions at the cursor or in the selection; offered where there is one of which it can say
 * something.
 */
function ofDecision({ decisions }: CommandActions, named: Named, verb: DecisionVerb): Command {
  return inEditor(
    named,
    (editor, file) => decisions.textsIn(selectedLines(editor, file), verb).length,
    (editor, file) => decisions.markDecisions(() => selectedLines(editor, file), verb),
  );
}

function inEditor(
  named: Named,
  count: (editor: Editor, file: TFile) => number,
  act: (editor: Editor, file: TFile) => void,
): Command {
  return {
    ...named,
    editorCheckCallback(checking, editor, { file }) {
      if (file === null || count(editor, file) === 0) return false;
      if (!checking) act(editor, file);
      return true;
    },
  };
}

/** The line of the cursor. */
function lineAtCursor(editor: Editor, { path }: TFile): NoteLine {
  return { path, text: editor.getValue(), line: editor.getCursor().line };
}

/** A command for all proposed tasks of the active note; offered where one waits. */
function inNote(actions: CommandActions, { name, icon, verb, wholeNote }: PlainVerb): Command {
  return offered(
    { id: `${name}-all-in-note`, name: wholeNote!, icon },
    () => actions.tasks.countInNote() > 0,
    () => actions.tasks.decideInNote(verb),
  );
}

/** A command that is offered only where it can act. */
function offered(named: Named, can: () => boolean, act: () => void): Command {
  return {
    ...named,
    checkCallback(checking) {
      if (!can()) return false;
      if (!checking) act();
      return true;
    },
  };
}
