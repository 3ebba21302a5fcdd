import { formFor, numberWords } from '../format';
import { count, quoted } from './common';

/** A label in the middle of a sentence. */
const within = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** What was written, and what is written in the journal. */
export const changes = {
  title: 'Recent changes',
  ofDay: (day: string) => `Recent changes: ${day}`,
  empty: 'No changes yet. You can undo changes here for 90 days on this device.',
  notes: 'Notes',
  newNote: 'New note',
  trashed: 'Moved to trash',
  undo: (label: string) => `Undo: ${label}`,
  inNotes: (what: string, notes: number) => `${what} in ${count.notes(notes)}`,
  notWritten: (what: string) => `${what} not written`,
  alsoNotWritten: (refused: number) => `, ${numberWords(refused)} not written`,
  /** The label of a decision about tasks, in the journal. */
  label: {
    accept: (what: string) => `Accept ${what}`,
    dismiss: (what: string) => `Dismiss ${what}`,
    done: (what: string) => `Mark ${what} done`,
    'as-before': (what: string) => `Apply earlier decision to ${what}`,
    snooze: (what: string) => `Snooze ${what}`,
    'set-owners': (what: string) => `Change owner of ${what}`,
    'set-due': (what: string) => `Change due date of ${what}`,
    'set-priority': (what: string) => `Change priority of ${what}`,
    'edit-text': (what: string) => `Edit and accept ${what}`,
  },
  /** What a decision about tasks did. */
  done: {
    accept: (what: string) => `Accepted ${what}`,
    dismiss: (what: string) => `Dismissed ${what}`,
    done: (what: string) => `Marked ${what} done`,
    'as-before': (what: string) => `Applied earlier decision to ${what}`,
    snooze: (what: string) => `Snoozed ${what}`,
    'set-owners': (what: string) => `Changed owner of ${what}`,
    'set-due': (what: string) => `Changed due date of ${what}`,
    'set-priority': (what: string) => `Changed priority of ${what}`,
    'edit-text': (what: string) => `Edited and accepted ${what}`,
  },
  because: (what: string, reason: string) => `${what} as ${within(reason)}`,
  /** What a decision is about, by its words where it is one task. */
  task: (text: string, copies: number) => `${quoted(text)}${withCopies(copies)}`,
  tasks: (tasks: number, copies: number) => `${count.tasks(tasks)}${withCopies(copies)}`,
  partOf: (written: number, planned: number) => `${numberWords(written)} of ${count.lines(planned)}`,
  sentence: (done: string) => `${done}.`,
  standing: (tasks: number) =>
    ` ${formFor(tasks, { one: 'The task accepted earlier stays.', other: `The ${numberWords(tasks)} tasks accepted earlier stay.` })}`,
  undid: (label: string) => `Undid: ${within(label)}.`,
  nothingToUndo: 'Nothing to undo.',
  left: (left: number) => `${numberWords(left)} left.`,
  moreNotWritten: (lines: number) =>
    formFor(lines, {
      one: '1 more line was not written.',
      other: `${numberWords(lines)} more lines were not written.`,
    }),
  seeRecent: 'See Recent changes.',
  stopped: (notes: number) => `Stopped. ${count.notes(notes)} left unchanged.`,
  stoppedByError: 'An error stopped it.',
  nothingWritten: 'Nothing changed.',
  /** Why a change is not taken back. */
  state: {
    writing: 'Being written.',
    unknown: 'Unclear what was written.',
    nothing: 'Nothing was written.',
    undoing: 'Being undone.',
    redone: 'Undone and redone.',
    undone: 'Undone.',
  },
  undoGone: "Can't undo this any more.",
  lineChanged: 'Nothing changed: the line was edited meanwhile.',
  notInList: "Couldn't decide a task: it's no longer in the list.",
  undoNothing: 'Nothing left to undo.',
  interrupted: {
    notWritten: 'Not written: the app was closed. Try again if you still want this.',
    noteGone: "Can't tell whether this was written: the app was closed and the note is gone. Check the trash.",
    unknown: "Can't tell whether this was written: the app was closed. Open the note and check.",
  },
  notCreated: "Not written: the new note wasn't created.",
  actionStopped: 'Not written: stopped before.',
};

function withCopies(copies: number): string {
  return copies === 0 ? '' : ` with ${count.copies(copies)}`;
}

const cannot =
  (why: string) =>
  (line: string): string =>
    `Couldn't update ${line}: ${why}`;
const cannotAssign =
  (why: string) =>
  (account: string): string =>
    `Couldn't assign ${account}: ${why}`;

/** Why something was not written, and what to do. */
export const refusals = {
  line: {
    changed: cannot('the note changed. Decide it in the note.'),
    ambiguous: cannot('the note has several lines like it. Decide it in the note.'),
    gone: cannot("it's no longer in the note."),
    masked: cannot("it's in front matter, code or a comment. Edit it in the note."),
    'line-break': cannot('the new text has a line break. Put it on one line.'),
    'line-ends': cannot('the note has mixed line endings. Edit it in the note.'),
    emptied: cannot('the note would be empty. Delete the note instead.'),
    overlap: cannot('it would change twice at once. Decide it on its own.'),
    alone: (line: string) => `Left ${line} unchanged: the line it's a copy of wasn't written.`,
    duplicate: (line: string) => `Skipped ${line}: the same change was just written.`,
    'not-a-task': cannot("it isn't a task. Choose a line that starts with “- [?]”."),
    'in-table': cannot("it's in a table. Edit its row in the note."),
    'not-proposed': cannot("it's no longer proposed."),
    decided: cannot("it's already done or dismissed."),
    recurring: (line: string) => `Couldn't mark ${line} done: it recurs (🔁, 🏁). Use the Tasks plugin's command.`,
    'too-long': cannot("it's over 10,000 characters. Shorten it in the note."),
    'no-words': cannot('it has no text. Write what to do, or dismiss it.'),
    'past-day': (line: string) => `Couldn't snooze ${line}: choose a day after today.`,
    unchanged: cannot('it already says that.'),
    owner: cannot("the owner's name has a sign such as @, # or 📅. Leave it out."),
    text: cannot('the text ends with an owner, date or tag, or is empty. Write words only.'),
    misread: cannot('it would mean something else. Edit it in the note.'),
    'not-a-decision': cannot("it isn't in a section of decisions. Move it to one."),
    'note-name': (line: string) =>
      `Couldn't mark ${line} superseded: the other note's name can't be linked. Rename that note first.`,
    'no-front-matter': cannotAssign('the note has no front matter. Add “---”, “account: …” and “---” at the top.'),
    'open-front-matter': cannotAssign("the front matter isn't closed. Add “---” below its last key."),
    template: cannotAssign("a template in the front matter isn't filled in. Fill it in first."),
    'broken-front-matter': cannotAssign("the front matter isn't valid YAML. Correct it first."),
    'front-matter-form': cannotAssign("the front matter can't be changed safely. Edit it in the note."),
    'other-account': cannotAssign('the front matter names another account. Change it in the note.'),
    'gone-note': cannotAssign('the note is gone. Check whether it was moved.'),
    'account-name': cannotAssign("that name can't be used. Choose another one."),
    'account-link': cannotAssign("the note links its account, and this name can't be linked. Edit that line first."),
  },
  emptyLine: 'an empty line',
  goneFromNote: (what: string) => `Couldn't update ${what}: it's no longer in the note.`,
  note: {
    notWritten: (name: string, why: string) => `Couldn't write “${name}”: ${why}.`,
    failed: (name: string, reason: string) => `Couldn't write “${name}”: ${reason}. Nothing was changed.`,
    gone: "it's no longer in the vault",
    elsewhere: "it's being edited elsewhere. Try again in a moment",
    twice: "it's open twice with different unsaved changes. Save it and try again",
    behind: "its editor isn't up to date yet. Try again in a moment",
    tooLarge: (megabytes: number) => `it's larger than ${numberWords(megabytes)} MB. Split it, or edit it yourself`,
    unreadable: 'it has unreadable characters (“\ufffd”). Save it as UTF-8 and try again',
    notSaved: "its file can't be saved",
    exists: (name: string, path: string) => `Couldn't create “${name}”: “${path}” already exists. Choose another name.`,
    notTrashed: (name: string, why: string) => `Couldn't move “${name}” to the trash: ${why}.`,
    changedSince: 'it was edited since. Delete it yourself',
  },
  task: 'a task',
  decision: 'a decision',
  nothingBefore: (task: string) => `Left “${task}” unchanged: it has no earlier decision. Decide it yourself.`,
};

/** What nobody expected to fail, without its full stop: the error itself follows. */
export const failures = {
  notice: (what: string, reason: string) => `Account Actions: ${what}: ${reason}`,
  console: (what: string) => `Account Actions: ${what}`,
  view: (name: string) => `Couldn't show ${name}`,
  draw: {
    lines: "Couldn't show the lines",
    rollup: "Couldn't show a rollup",
    base: "Couldn't show a base",
    palette: "Couldn't show the proposed tasks",
  },
  update: {
    accounts: "Couldn't update Accounts",
    triage: "Couldn't update Triage",
    changes: "Couldn't update Recent changes",
    problems: "Couldn't update Needs attention",
    rollup: "Couldn't update a rollup",
    buttons: "Couldn't update the buttons in notes",
    waiting: "Couldn't update the number of proposals",
    firstRun: "Couldn't look at this vault",
    people: "Couldn't update the names of people",
    view: "Couldn't update a view",
  },
  openAccounts: "Couldn't open Accounts",
  sample: "Couldn't write the sample note",
  openTriage: "Couldn't open Triage",
  openChanges: "Couldn't open Recent changes",
  openNote: "Couldn't open the note",
  undo: "Couldn't undo the change",
  undoLast: "Couldn't undo the last change",
  decideTask: "Couldn't decide the task",
  decideTasks: "Couldn't decide the tasks",
  decide: "Couldn't write the decision",
  assign: "Couldn't assign the account",
  brief: "Couldn't make the brief",
  rollup: "Couldn't write the rollup",
  rollups: "Couldn't turn on rollups in notes",
  replaceRollup: "Couldn't replace the rollup",
  repair: "Couldn't repair the note",
  forget: "Couldn't forget recent changes",
  findCopies: "Couldn't find copies of tasks",
  readNotes: "Couldn't read some notes",
  readAgain: "Couldn't read a changed note",
  renamed: "Couldn't follow a renamed note in Recent changes",
  journal: "Couldn't load recent changes",
  journalEnd: "Couldn't save the last change, so it can't be undone after a restart",
  unsure: (name: string) => `Couldn't tell whether “${name}” was written`,
  lostChanges: (changes: number) => `${count.changes(changes)} can't be undone any more`,
  damagedRecords: 'their records on this device are damaged',
  readSettings: "Couldn't read the settings, so the defaults are used",
  reloadSettings: "Couldn't read the new settings, so the old ones stay",
  saveSettings: "Couldn't save the settings",
  tasksPlugin: "Couldn't read the settings of the Tasks plugin",
  emptyFolder: "Couldn't move an empty folder to the trash",
};
