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
  const { assign, brief, rollups, explain, repair } = actions;
  /** For what needs to know the notes: else it says that they are being read. */
  const onceRead = (act: () => void): void => {
    if (actions.isReading()) new Notice(words.common.stillReading);
    else act();
  };
  return [
    always('open-accounts', 'building-2', () => actions.openAccounts()),
    always('open-triage', 'list-checks', () => actions.openTriage()),
    always('open-triage-tab', 'list-checks', () => actions.openTriageTab()),
    always('triage-palette', 'list-checks', () => actions.triagePalette()),
    ...VERBS.map((entry) => ofVerb(actions, entry)),
    ...plainVerbs(({ wholeNote }) => wholeNote !== undefined).map((entry) => inNote(actions, entry)),
    ofDecision(actions, named('confirm-decision', 'check'), 'confirm'),
    ofDecision(actions, named('supersede-decision', 'replace'), 'supersede'),
    ofDecision(actions, named('unmark-decision', 'undo-2'), 'unmark'),
    offered(
      named('assign-account', 'building-2'),
      () => assign.assignable() !== null,
      () => {
        const path = assign.assignable();
        if (path !== null) assign.choose(path);
      },
    ),
    always('merge-accounts', 'merge', () => onceRead(() => assign.merge())),
    always('join-people', 'users', () => onceRead(() => actions.joinPeople())),
    always('copy-account-brief', 'clipboard-list', () => onceRead(() => brief.askBrief())),
    inEditor(
      named('insert-rollup', 'list-tree'),
      () => true,
      (editor, file) => onceRead(() => rollups.insertRollup(file.path, () => lineAtCursor(editor, file))),
    ),
    inEditor(
      named('convert-rollup', 'file-text'),
      (editor) => rollups.isInRollup(editor.getValue(), editor.getCursor().line),
      (editor, file) => rollups.convertRollup(lineAtCursor(editor, file)),
    ),
    always('copy-decisions', 'copy', () => onceRead(() => rollups.copyDecisions())),
    offered(
      named('add-rollup-section', 'list-plus'),
      () => rollups.lacksRollup(),
      () => rollups.addRollupSection(),
    ),
    always('undo-triage', 'undo-2', () => actions.undo()),
    always('recent-changes', 'history', () => actions.openChanges()),
    offered(
      named('explain-note', 'circle-help'),
      () => explain.canExplain(),
      () => explain.explainNote(),
    ),
    offered(
      named('repair-note', 'wand-sparkles'),
      () => repair.isNoteDamaged(),
      () => repair.repairNote(),
    ),
    always('set-up-vault', 'building-2', () => actions.setUpVault()),
    always('rebuild-index', 'refresh-cw', () => actions.rebuildIndex()),
  ];
}

type Named = Pick<Command, 'id' | 'name' | 'icon'>;

function named(id: keyof typeof words.commands, icon: string): Named {
  return { id, name: words.commands[id], icon };
}

/** A command that is always offered. */
function always(id: keyof typeof words.commands, icon: string, callback: () => void): Command {
  return { ...named(id, icon), callback };
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
function ofDecision({ decisions }: CommandActions, called: Named, verb: DecisionVerb): Command {
  return inEditor(
    called,
    (editor, file) => decisions.textsIn(selectedLines(editor, file), verb).length > 0,
    (editor, file) => decisions.markDecisions(() => selectedLines(editor, file), verb),
  );
}

/** A command for a note in an editor, offered where it can act. */
function inEditor(
  called: Named,
  can: (editor: Editor, file: TFile) => boolean,
  act: (editor: Editor, file: TFile) => void,
): Command {
  return {
    ...called,
    editorCheckCallback(checking, editor, { file }) {
      if (file === null || !can(editor, file)) return false;
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
function offered(called: Named, can: () => boolean, act: () => void): Command {
  return {
    ...called,
    checkCallback(checking) {
      if (!can()) return false;
      if (!checking) act();
      return true;
    },
  };
}
