import { count, quoted } from './common';

/** The commands, by their ids. */
export const commands = {
  'open-accounts': 'Open accounts',
  'open-triage': 'Open triage',
  'open-triage-tab': 'Open triage in a tab',
  'triage-palette': 'Triage proposed tasks',
  'accept-task': 'Accept proposed task',
  'dismiss-task': 'Dismiss proposed task',
  'done-task': 'Mark task done',
  'snooze-task': 'Snooze proposed task',
  'as-before-task': 'Apply earlier decision to proposed task',
  'dismiss-reason-task': 'Dismiss proposed task with a reason',
  'edit-task': 'Edit and accept proposed task',
  'owner-task': 'Change owner of task',
  'due-task': 'Change due date of task',
  'priority-task': 'Change priority of task',
  'accept-all-in-note': 'Accept all proposed tasks in this note',
  'dismiss-all-in-note': 'Dismiss all proposed tasks in this note',
  'confirm-decision': 'Confirm decision',
  'supersede-decision': 'Mark decision as superseded',
  'unmark-decision': 'Remove marks from decision',
  'assign-account': 'Assign account to this note',
  'merge-accounts': 'Merge accounts',
  'join-people': 'Merge people',
  'copy-account-brief': 'Copy account brief',
  'insert-rollup': 'Insert rollup',
  'convert-rollup': 'Convert rollup to Markdown',
  'copy-decisions': 'Copy decisions of an account',
  'add-rollup-section': 'Add rollups to this account page',
  'undo-triage': 'Undo last change',
  'recent-changes': 'Open recent changes',
  'explain-note': 'Explain this note',
  'repair-note': 'Repair damaged text in this note',
  'set-up-vault': 'Set up for this vault',
  'rebuild-index': 'Rebuild index',
};

/** Entries of menus that decide tasks. */
export const menus = {
  one: {
    accept: (text: string) => `Accept ${quoted(text)}`,
    dismiss: (text: string) => `Dismiss ${quoted(text)}`,
    done: (text: string) => `Mark ${quoted(text)} done`,
  },
  some: {
    accept: (tasks: number) => `Accept ${count.proposedTasks(tasks)}`,
    dismiss: (tasks: number) => `Dismiss ${count.proposedTasks(tasks)}`,
    done: (tasks: number) => `Mark ${count.tasks(tasks)} done`,
  },
};
