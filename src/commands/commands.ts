import { Notice, type Command, type Editor, type TFile } from 'obsidian';
import type { Assign } from '../app/assign/assign';
import type { Brief } from '../app/brief';
import type { DecisionVerb, NoteDecisions } from '../app/decisions/note-decisions';
import type { Repair } from '../app/repair';
import type { NoteLine, NoteRollups } from '../app/rollup/note-rollups';
import type { NoteTasks } from '../app/triage/note-tasks';
import type { DecisionName, LineDecision } from '../core/triage/decide';
import { selectedLines } from './selected-lines';

/** What the commands can do. What asks whether it can act answers at once and changes nothing. */
export interface CommandActions {
  readonly tasks: NoteTasks;
  readonly decisions: NoteDecisions;
  readonly assign: Assign;
  readonly brief: Brief;
  readonly rollups: NoteRollups;
  readonly repair: Repair;
  /** Whether the notes are being read for the first time: nothing can be chosen among them yet. */
  readonly isReading: () => boolean;
  readonly openAccounts: () => void;
  readonly openTriage: () => void;
  readonly openChanges: () => void;
  readonly triagePalette: () => void;
  readonly rebuildIndex: () => void;
  readonly undo: () => void;
  readonly joinPeople: () => void;
}

/** All commands of the plugin; Obsidian puts `account-actions:` before their ids. None has a hotkey of its own. */
export function commandsOf(actions: CommandActions): readonly Command[] {
  return [
    { id: 'open-accounts', name: 'Open accounts', icon: 'building-2', callback: () => actions.openAccounts() },
    { id: 'open-triage', name: 'Open triage', icon: 'list-checks', callback: () => actions.openTriage() },
    {
      id: 'triage-palette',
      name: 'Triage proposed tasks',
      icon: 'list-checks',
      callback: () => actions.triagePalette(),
    },
    atCursor(actions, { id: 'accept-task', name: 'Accept proposed task', icon: 'check' }, 'accept'),
    atCursor(actions, { id: 'dismiss-task', name: 'Dismiss proposed task', icon: 'x' }, 'dismiss'),
    atCursor(actions, { id: 'done-task', name: 'Mark task done', icon: 'check-check' }, 'done'),
    atCursor(actions, { id: 'snooze-task', name: 'Snooze proposed task', icon: 'alarm-clock' }, 'snooze'),
    inNote(
      actions,
      { id: 'accept-all-in-note', name: 'Accept all proposed tasks in this note', icon: 'check' },
      'accept',
    ),
    inNote(
      actions,
      { id: 'dismiss-all-in-note', name: 'Dismiss all proposed tasks in this note', icon: 'x' },
      'dismiss',
    ),
    ofDecision(actions, { id: 'confirm-decision', name: 'Confirm decision', icon: 'check' }, 'confirm'),
    ofDecision(
      actions,
      { id: 'supersede-decision', name: 'Mark decision superseded by another', icon: 'replace' },
      'supersede',
    ),
    ofDecision(
      actions,
      { id: 'unmark-decision', name: 'Take back what is said of this decision', icon: 'undo-2' },
      'unmark',
    ),
    offered(
      { id: 'assign-account', name: 'Assign account to this note', icon: 'building-2' },
      () => actions.assign.assignable() !== null,
      () => {
        const path = actions.assign.assignable();
        if (path !== null) actions.assign.choose(path);
      },
    ),
    {
      id: 'merge-accounts',
      name: 'Merge two spellings of an account',
      icon: 'merge',
      callback: () => onceRead(actions, () => actions.assign.merge()),
    },
    {
      id: 'join-people',
      name: 'Join spellings of a person',
      icon: 'users',
      callback: () => onceRead(actions, () => actions.joinPeople()),
    },
    {
      id: 'copy-account-brief',
      name: 'Copy account brief',
      icon: 'clipboard-list',
      callback: () => onceRead(actions, () => actions.brief.askBrief()),
    },
    {
      id: 'insert-rollup',
      name: 'Insert rollup',
      icon: 'list-tree',
      editorCheckCallback(checking, editor, { file }) {
        if (file !== null && !checking)
          onceRead(actions, () => actions.rollups.insertRollup(file.path, () => lineAtCursor(editor, file)));
        return file !== null;
      },
    },
    {
      id: 'convert-rollup',
      name: 'Replace rollup by plain Markdown',
      icon: 'file-text',
      editorCheckCallback(checking, editor, { file }) {
        if (file === null || !actions.rollups.isInRollup(editor.getValue(), editor.getCursor().line)) return false;
        if (!checking) actions.rollups.convertRollup(lineAtCursor(editor, file));
        return true;
      },
    },
    {
      id: 'copy-decisions',
      name: 'Copy decisions of an account',
      icon: 'copy',
      callback: () => onceRead(actions, () => actions.rollups.copyDecisions()),
    },
    offered(
      { id: 'add-rollup-section', name: 'Add rollups to this account page', icon: 'list-plus' },
      () => actions.rollups.lacksRollup(),
      () => actions.rollups.addRollupSection(),
    ),
    { id: 'undo-triage', name: 'Undo last change', icon: 'undo-2', callback: () => actions.undo() },
    { id: 'recent-changes', name: 'Recent changes', icon: 'history', callback: () => actions.openChanges() },
    offered(
      { id: 'repair-note', name: 'Repair damaged text in this note', icon: 'wand-sparkles' },
      () => actions.repair.isNoteDamaged(),
      () => actions.repair.repairNote(),
    ),
    { id: 'rebuild-index', name: 'Rebuild index', icon: 'refresh-cw', callback: () => actions.rebuildIndex() },
  ];
}

type Named = Pick<Command, 'id' | 'name' | 'icon'>;

/** Does what needs to know the notes, or says that they are being read. */
function onceRead({ isReading }: Pick<CommandActions, 'isReading'>, act: () => void): void {
  if (isReading()) new Notice('The notes are being read. Try it again in a moment.');
  else act();
}

/** A command for the tasks at the cursor or in the selection; offered where there is one that it can decide. */
function atCursor({ tasks }: CommandActions, named: Named, decision: LineDecision): Command {
  return inEditor(
    named,
    (editor, file) => tasks.countIn(selectedLines(editor, file), decision),
    (editor, file) =>
      decision === 'snooze'
        ? tasks.snoozeIn(() => selectedLines(editor, file))
        : tasks.decideIn(selectedLines(editor, file), decision),
  );
}

/**
 * A command for the decisions at the cursor or in the selection; offered where there is one of which it can say
 * something.
 */
function ofDecision({ decisions }: CommandActions, named: Named, verb: DecisionVerb): Command {
  return inEditor(
    named,
    (editor, file) => decisions.countDecisions(selectedLines(editor, file), verb),
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
function inNote(actions: CommandActions, named: Named, decision: DecisionName): Command {
  return offered(
    named,
    () => actions.tasks.countInNote() > 0,
    () => actions.tasks.decideInNote(decision),
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
