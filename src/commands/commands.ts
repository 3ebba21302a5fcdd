import { Notice, type Command, type Editor, type TFile } from 'obsidian';
import type { DecisionName, LineDecision } from '../core/triage/decide';
import type { DecisionCommands, DecisionVerb } from './decision-commands';

/** What the commands can do. What asks whether it can act answers at once and changes nothing. */
export interface CommandActions extends DecisionCommands {
  /** Whether the notes are being read for the first time: nothing can be chosen among them yet. */
  isReading(): boolean;
  openAccounts(): void;
  openTriage(): void;
  openChanges(): void;
  triagePalette(): void;
  rebuildIndex(): void;
  undo(): void;
  /** How many tasks at the cursor, or in the selection, can be decided so. */
  countAtCursor(editor: Editor, file: TFile, decision: LineDecision): number;
  decideAtCursor(editor: Editor, file: TFile, decision: DecisionName): void;
  /** Asks for a day first. */
  snoozeAtCursor(editor: Editor, file: TFile): void;
  /** How many proposed tasks of the active note wait. */
  countInNote(): number;
  decideInNote(decision: DecisionName): void;
  /** Whether the active note is one that an account can be given. */
  canAssign(): boolean;
  assignAccount(): void;
  mergeAccounts(): void;
  joinPeople(): void;
  /** Asks for the account first where the active note has none. */
  copyBrief(): void;
  /** Asks whose and what first. */
  insertRollup(editor: Editor, file: TFile): void;
  /** Whether the cursor is in a rollup block. */
  isInRollup(editor: Editor): boolean;
  convertRollup(editor: Editor, file: TFile): void;
  /** Asks for the account first where the active note has none. */
  copyDecisions(): void;
  /** Whether the active note is an account page without a rollup block. */
  lacksRollup(): boolean;
  addRollupSection(): void;
  /** Whether the text of the active note is damaged. */
  isNoteDamaged(): boolean;
  repairNote(): void;
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
    atCursor(actions, { id: 'accept-task', name: 'Accept proposed task', icon: 'check' }, 'accept', (editor, file) =>
      actions.decideAtCursor(editor, file, 'accept'),
    ),
    atCursor(actions, { id: 'dismiss-task', name: 'Dismiss proposed task', icon: 'x' }, 'dismiss', (editor, file) =>
      actions.decideAtCursor(editor, file, 'dismiss'),
    ),
    atCursor(actions, { id: 'done-task', name: 'Mark task done', icon: 'check-check' }, 'done', (editor, file) =>
      actions.decideAtCursor(editor, file, 'done'),
    ),
    atCursor(
      actions,
      { id: 'snooze-task', name: 'Snooze proposed task', icon: 'alarm-clock' },
      'snooze',
      (editor, file) => actions.snoozeAtCursor(editor, file),
    ),
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
      () => actions.canAssign(),
      () => actions.assignAccount(),
    ),
    {
      id: 'merge-accounts',
      name: 'Merge two spellings of an account',
      icon: 'merge',
      callback: () => onceRead(actions, () => actions.mergeAccounts()),
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
      callback: () => onceRead(actions, () => actions.copyBrief()),
    },
    {
      id: 'insert-rollup',
      name: 'Insert rollup',
      icon: 'list-tree',
      editorCheckCallback(checking, editor, { file }) {
        if (file !== null && !checking) onceRead(actions, () => actions.insertRollup(editor, file));
        return file !== null;
      },
    },
    {
      id: 'convert-rollup',
      name: 'Replace rollup by plain Markdown',
      icon: 'file-text',
      editorCheckCallback(checking, editor, { file }) {
        if (file === null || !actions.isInRollup(editor)) return false;
        if (!checking) actions.convertRollup(editor, file);
        return true;
      },
    },
    {
      id: 'copy-decisions',
      name: 'Copy decisions of an account',
      icon: 'copy',
      callback: () => onceRead(actions, () => actions.copyDecisions()),
    },
    offered(
      { id: 'add-rollup-section', name: 'Add rollups to this account page', icon: 'list-plus' },
      () => actions.lacksRollup(),
      () => actions.addRollupSection(),
    ),
    { id: 'undo-triage', name: 'Undo last change', icon: 'undo-2', callback: () => actions.undo() },
    { id: 'recent-changes', name: 'Recent changes', icon: 'history', callback: () => actions.openChanges() },
    offered(
      { id: 'repair-note', name: 'Repair damaged text in this note', icon: 'wand-sparkles' },
      () => actions.isNoteDamaged(),
      () => actions.repairNote(),
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
function atCursor(
  actions: CommandActions,
  named: Named,
  decision: LineDecision,
  act: (editor: Editor, file: TFile) => void,
): Command {
  return inEditor(named, (editor, file) => actions.countAtCursor(editor, file, decision), act);
}

/**
 * A command for the decisions at the cursor or in the selection; offered where there is one of which it can say
 * something.
 */
function ofDecision(actions: CommandActions, named: Named, verb: DecisionVerb): Command {
  return inEditor(
    named,
    (editor, file) => actions.countDecisions(editor, file, verb),
    (editor, file) => actions.markDecisions(editor, file, verb),
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

/** A command for all proposed tasks of the active note; offered where one waits. */
function inNote(actions: CommandActions, named: Named, decision: DecisionName): Command {
  return offered(
    named,
    () => actions.countInNote() > 0,
    () => actions.decideInNote(decision),
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
