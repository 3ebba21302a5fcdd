import { expect, test } from '@jest/globals';
import type { Editor, MarkdownFileInfo } from 'obsidian';
import { VERBS } from '../../src/app/triage/verbs';
import { commandsOf, type CommandActions } from '../../src/commands/commands';

const did: string[] = [];
const act = (name: string) => (): void => void did.push(name);

const EDITOR = {
  getValue: () => '- [?] Send the plan.',
  getCursor: () => ({ line: 0, ch: 0 }),
  listSelections: () => [{ anchor: { line: 0, ch: 0 }, head: { line: 0, ch: 0 } }],
} as unknown as Editor;
const NOTE = { editor: EDITOR, file: { path: 'Call.md' } } as MarkdownFileInfo;

/** Actions that can do something, or nothing; all notes were read, or not yet. */
function actions(can: boolean, reads = false): CommandActions {
  return {
    activeTriage: () => null,
    activeEditor: () => NOTE,
    openAccounts: act('accounts'),
    openTriage: act('triage'),
    openTriageTab: act('triage in a tab'),
    openChanges: act('changes'),
    triagePalette: act('palette'),
    rebuildIndex: act('rebuild'),
    undo: act('undo'),
    tasks: {
      textsIn: () => (can ? ['Send the plan.'] : []),
      decideIn: (_now, { name }) => void did.push(`${name} at cursor`),
      countInNote: () => (can ? 1 : 0),
      decideInNote: ({ name }) => void did.push(`${name} in note`),
      countInFile: () => (can ? 1 : 0),
      decideInFile: act('decide in file'),
    },
    decisions: {
      textsIn: () => (can ? ['Keep the gate.'] : []),
      markDecisions: (_now, verb) => void did.push(`${verb} decision`),
    },
    assign: {
      assign: () => Promise.resolve(),
      create: () => Promise.resolve(),
      choose: act('assign'),
      assignable: () => (can ? 'Call.md' : null),
      merge: act('merge'),
    },
    brief: { askBrief: act('brief'), askBriefOf: act('brief of') },
    joinPeople: act('join'),
    setUpVault: act('set up'),
    repair: { isNoteDamaged: () => can, repairNote: act('repair') },
    explain: { canExplain: () => can, explainNote: act('explain') },
    isReading: () => reads,
    rollups: {
      insertRollup: act('insert rollup'),
      isInRollup: () => can,
      convertRollup: act('convert rollup'),
      copyDecisions: act('copy decisions'),
      lacksRollup: () => can,
      addRollupSection: act('add rollups'),
    },
  };
}

/** Runs a command as Obsidian does: it asks whether it is offered, and then lets it act. */
function run(command: ReturnType<typeof commandsOf>[number]): boolean {
  if (command.callback !== undefined) command.callback();
  else if (command.checkCallback !== undefined)
    return command.checkCallback(true) === true && command.checkCallback(false) === true;
  else
    return (
      command.editorCheckCallback!(true, EDITOR, NOTE) === true &&
      command.editorCheckCallback!(false, EDITOR, NOTE) === true
    );
  return true;
}

test('every command is offered where it can act, and acts', () => {
  did.splice(0);
  expect(commandsOf(actions(true)).map((command) => [command.id, run(command)])).toEqual(
    [
      'open-accounts',
      'open-triage',
      'open-triage-tab',
      'triage-palette',
      'accept-task',
      'dismiss-task',
      'done-task',
      'as-before-task',
      'dismiss-reason-task',
      'snooze-task',
      'edit-task',
      'owner-task',
      'due-task',
      'priority-task',
      'accept-all-in-note',
      'dismiss-all-in-note',
      'confirm-decision',
      'supersede-decision',
      'unmark-decision',
      'assign-account',
      'merge-accounts',
      'join-people',
      'copy-account-brief',
      'insert-rollup',
      'convert-rollup',
      'copy-decisions',
      'add-rollup-section',
      'undo-triage',
      'recent-changes',
      'explain-note',
      'repair-note',
      'set-up-vault',
      'rebuild-index',
    ].map((id) => [id, true]),
  );
  expect(did).toEqual([
    'accounts',
    'triage',
    'triage in a tab',
    'palette',
    'accept at cursor',
    'dismiss at cursor',
    'done at cursor',
    'as-before at cursor',
    'dismiss-reason at cursor',
    'snooze at cursor',
    'edit at cursor',
    'owner at cursor',
    'due at cursor',
    'priority at cursor',
    'accept in note',
    'dismiss in note',
    'confirm decision',
    'supersede decision',
    'unmark decision',
    'assign',
    'merge',
    'join',
    'brief',
    'insert rollup',
    'convert rollup',
    'copy decisions',
    'add rollups',
    'undo',
    'changes',
    'explain',
    'repair',
    'set up',
    'rebuild',
  ]);
});

test('a command that cannot act is not offered, and asking changes nothing', () => {
  did.splice(0);
  const offered = commandsOf(actions(false))
    .filter(run)
    .map(({ id }) => id);
  expect(offered).toEqual([
    'open-accounts',
    'open-triage',
    'open-triage-tab',
    'triage-palette',
    'merge-accounts',
    'join-people',
    'copy-account-brief',
    'insert-rollup',
    'copy-decisions',
    'undo-triage',
    'recent-changes',
    'set-up-vault',
    'rebuild-index',
  ]);
  expect(did).toEqual([
    'accounts',
    'triage',
    'triage in a tab',
    'palette',
    'merge',
    'join',
    'brief',
    'insert rollup',
    'copy decisions',
    'undo',
    'changes',
    'set up',
    'rebuild',
  ]);
});

test('in Triage, the command of a verb is for its rows, and for none of a note that is open beside it', () => {
  did.splice(0);
  const verbs = (can: boolean): readonly string[] =>
    commandsOf({
      ...actions(true),
      activeTriage: () => ({ can: () => can, press: ({ name }) => void did.push(`${name} in Triage`) }),
    })
      .filter(({ id }) => id.endsWith('-task') && !id.startsWith('undo'))
      .filter(run)
      .map(({ id }) => id);
  expect(verbs(false)).toEqual([]);
  expect(did).toEqual([]);
  const all = VERBS.map(({ name }) => name);
  expect(verbs(true)).toEqual(all.map((name) => `${name}-task`));
  expect(did).toEqual(all.map((name) => `${name} in Triage`));
});

test('a verb is no command where nothing is edited', () => {
  const command = commandsOf({ ...actions(true), activeEditor: () => null }).find(({ id }) => id === 'accept-task')!;
  expect(command.checkCallback!(true)).toBe(false);
});

test('what chooses among notes that are still being read says so, and does nothing', () => {
  did.splice(0);
  document.body.replaceChildren();
  commandsOf(actions(true, true))
    .filter(({ id }) =>
      ['merge-accounts', 'join-people', 'copy-account-brief', 'insert-rollup', 'copy-decisions'].includes(id),
    )
    .forEach(run);
  expect(did).toEqual([]);
  expect(document.body.textContent).toBe('Notes are still loading. Try again in a moment.'.repeat(5));
});

test('no command has a hotkey of its own, and their names are in sentence case', () => {
  for (const { name, hotkeys } of commandsOf(actions(true))) {
    expect(hotkeys).toBeUndefined();
    expect(name).toMatch(/^[A-Z][a-z ]+(?: Markdown)?$/);
  }
});
