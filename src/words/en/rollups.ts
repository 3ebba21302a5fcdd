import { formFor, listWords, numberWords } from '../format';
import { count } from './common';

type Show = 'decisions' | 'tasks' | 'facts' | 'timeline';

const NONE: Readonly<Record<Show, string>> = {
  decisions: 'No decisions',
  tasks: 'No tasks',
  facts: 'No facts',
  timeline: 'No meetings, decisions, tasks or facts',
};

/** Where nothing was found: in some accounts, or in the whole vault. */
function place(accounts: readonly string[] | null): string {
  return accounts === null ? 'in the vault' : `for ${listWords(accounts, 'or')}`;
}

/** Rollup blocks, and the view of bases. */
export const rollups = {
  region: (what: string) => `Rollup: ${what}`,
  broken: 'Rollup: has errors',
  try: 'Try',
  limited: (shown: number, all: number) => `${numberWords(shown)} of ${count.rows(all)} (limit)`,
  ofAll: (shown: number, all: number) => `${numberWords(shown)} of ${numberWords(all)}`,
  convert: 'Convert to Markdown…',
  showText: 'Show more',
  showRest: (rows: number) => `Show ${numberWords(rows)} more`,
  copied: 'Copied rollup to clipboard.',
  notCopied: "Couldn't copy to the clipboard.",
  notHere: "Couldn't convert the rollup here. Open its note and try there.",
  allAccounts: 'all accounts',
  of: (owners: string) => `of ${owners}`,
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  sections: { noTask: 'No task', me: 'Me', week: (day: string) => `Week of ${day}`, quarter: quarterWords },
  table: { day: 'Day', what: 'Text', note: 'Note' },
  showing: (shown: number, all: number) => `Showing ${numberWords(shown)} of ${numberWords(all)}.`,
  decided: 'What was decided',
  happened: 'What happened',
  none: (show: Show, accounts: readonly string[] | null) => `${NONE[show]} ${place(accounts)}.`,
  noneOf: (show: Show, accounts: readonly string[] | null, others: number) =>
    `${NONE[show]} ${place(accounts)} match this block. ${formFor(others, { one: "1 other doesn't.", other: `${numberWords(others)} others don't.` })}`,
  nobody: (name: string) => `No tasks of “${name}” here.`,
  noDays: (since: string, until: string) => `“since” (${since}) is after “until” (${until}).`,
  canvas: 'A canvas card has no account. Add “account: NAME” or “account: all”.',
  noAccount: 'This note has no account. Add “account: NAME” or “account: all”.',
  unknownAccount: (name: string) => `Account “${name}” not found.`,
  checkName: ' Check its name in Accounts, or use “all”.',
  meant: (word: string) => ` Did you mean “${word}”?`,
  use: (values: readonly string[]) => ` Use ${listWords(values, 'or')}.`,
  manyLines: (lines: number) => `Use ${count.lines(lines)} at most.`,
  longLine: (characters: number) => `Use ${numberWords(characters)} characters at most.`,
  noKey: 'Write a key and a value, such as “show: decisions”.',
  unknownKey: (key: string) => `Unknown key “${key}”.`,
  noValue: (key: string) => `Enter a value for “${key}”, or remove the line.`,
  twice: (key: string) => `“${key}” is here twice. Remove one.`,
  noOwner: 'Only tasks have an owner. Remove the line, or write “show: tasks”.',
  noStatus: 'Only tasks and decisions have a status. Remove the line.',
  notANumber: (text: string) => `“${text}” isn't a number. Enter one such as 10.`,
  notFor: (setting: string, show: string) => `“${setting}” doesn't go with ${show}.`,
  notAValue: (key: string, value: string) => `“${key}” can't be “${value}”.`,
  notADate: (text: string) => `“${text}” isn't a date. Try 2026-03-02, 30d, this quarter or last month.`,
  keys: {
    show: 'what to show',
    account: "whose; this note's if left out",
    since: 'from this day on',
    until: 'up to this day',
    owner: 'tasks of these people',
    status: 'status of tasks or decisions',
    group: 'what to group by',
    sort: 'sort order',
    limit: 'most rows to show',
  },
  everyAccount: 'every account',
  withoutOwner: 'tasks without an owner',
  inList: "Couldn't convert the rollup: it starts a list item. Move it to a line of its own.",
  ask: {
    whose: 'Which account?',
    whoseExample: 'Account name',
    own: "this note's account",
    all: 'All accounts',
    vault: 'the whole vault',
    noAccount: 'No matching accounts.',
    ofOwn: "Rollup of this note's account",
    ofAll: 'Rollup of all accounts',
    of: (account: string) => `Rollup of “${account}”`,
    example: 'What to show, and since when',
    option: (show: string, period: string) => `${show} ${period}`,
    periods: {
      all: 'of all time',
      quarter: 'of this quarter',
      days: 'of the last 30 days',
      month: 'since last month',
      year: 'of this year',
    },
    noMatch: 'Choose what to show and a period.',
  },
  insert: {
    title: 'Insert rollup',
    action: 'Insert',
    done: 'Inserted.',
    undo: (shows: string) => `${shows} You can undo this.`,
    shows: (title: string, rows: number) => `“${title}” shows ${count.rows(rows)} now.`,
    masked: "Choose another line: rollups don't work in front matter, code or comments.",
    section: 'Add rollups to this account page',
    about: 'Adds decisions and a timeline of this account.',
  },
  conversion: {
    title: 'Convert rollup to Markdown',
    text: "Replaces the rollup with what it shows now. It won't update any more. You can undo this.",
    action: 'Convert',
    label: (title: string) => `Convert rollup “${title}” to Markdown`,
    done: 'Converted rollup to Markdown.',
    refused: (why: string) => `Couldn't convert the rollup. ${why}`,
  },
  whoseDecisions: 'Whose decisions do you want to copy?',
  copiedDecisions: (decisions: number, account: string) =>
    `Copied ${count.decisions(decisions)} of “${account}” to clipboard.`,
  base: {
    name: 'Account actions',
    rows: 'Decisions, tasks and facts',
    counted: (rows: number) => `${count.rows(rows)} · `,
    unproven: 'Not tested in Obsidian itself yet.',
    show: 'Show',
    shows: {
      both: 'Decisions and tasks',
      decisions: 'Decisions',
      tasks: 'Tasks',
      facts: 'Facts',
      all: 'Decisions, tasks and facts',
    },
    tasks: 'Tasks',
    waiting: 'Proposed, open and in progress',
    all: 'All',
    superseded: 'Superseded decisions',
    noValue: 'No value',
    noNotes: 'This base has no notes.',
    noCustomers: 'This base has no customer notes.',
    kinds: { decisions: 'decisions', tasks: 'tasks', facts: 'facts' },
    none: (kinds: readonly string[]) => `No ${listWords(kinds, 'or')} in these notes.`,
    settled: 'done, dismissed or snoozed',
    old: 'superseded',
    hidden: (how: readonly string[]) =>
      `Everything here is ${how.join(', or ')}. Change the view's options to show it.`,
  },
};

function quarterWords(quarter: number, year: string): string {
  return `Q${quarter} ${year}`;
}

/** The brief of an account. */
export const brief = {
  which: 'Which account do you want a brief of?',
  title: (account: string) => `Brief of “${account}”`,
  example: 'Where to, and since when',
  into: { clipboard: 'Copy to clipboard', note: 'Create note' },
  option: (into: string, period: string) => `${into}, ${period}`,
  sinceLast: (day: string) => `since the last meeting, ${day}`,
  days: (days: number) => `last ${numberWords(days)} days`,
  allTime: 'all time',
  noMatch: 'Choose the clipboard or a note, and a period.',
  gone: 'Account not found.',
  copied: (account: string) => `Copied brief of “${account}” to clipboard.`,
  notCopied: "Couldn't copy to the clipboard. Create a note instead.",
  file: (account: string, day: string) => `Brief ${account} ${day}`,
  label: (account: string) => `Make brief of “${account}”`,
  done: (account: string, path: string) => `Created brief of “${account}” at “${path}”.`,
  heading: (account: string) => `Brief: ${account}`,
  open: 'Open tasks',
  waiting: (tasks: number) => `Waiting for a decision: ${numberWords(tasks)}`,
  /** None of the headings that decisions are read below: a brief may be kept as a note. */
  decided: (since: string | null) => `What was settled${since === null ? '' : ` since ${since}`}`,
  learned: (since: string | null) => `What was learned${since === null ? '' : ` since ${since}`}`,
  people: 'People',
  meetings: 'Recent meetings',
  madeOn: (day: string) => `Made on ${day}.`,
  status: (status: string) => `Status: ${status}.`,
  notMet: 'No meetings yet.',
  lastMet: (day: string, when: string) => `Last met on ${day}, ${when}.`,
  openTasks: (tasks: number, overdue: number) =>
    `Open tasks: ${numberWords(tasks)}${overdue === 0 ? '' : `, ${numberWords(overdue)} overdue`}.`,
  nextDue: (day: string) => `Next due on ${day}.`,
  more: (items: number) => `and ${numberWords(items)} more`,
  person: (name: string, met: string, last: string | null) =>
    `${name}, ${met}${last === null ? '' : `, last on ${last}`}`,
};

/** Damaged text. */
export const repair = {
  title: 'Repair damaged text',
  label: (note: string) => `Repair damaged text in “${note}”`,
  text: (note: string) => `Some characters in “${note}” are damaged. These lines will change. You can undo this.`,
  list: 'Damaged lines',
  action: (lines: number) => `Repair ${count.lines(lines)}`,
  done: (lines: number) => `Repaired ${count.lines(lines)}.`,
};

/** Why lines are taken to be copies. */
export const copies = {
  said: 'you said so',
  sameOwner: 'same owner',
  sameDay: 'same day',
  sameOwnerAndDay: 'same owner and day',
  sameText: 'same words',
  common: (shared: number) =>
    formFor(shared, { one: '1 word in common', other: `${numberWords(shared)} words in common` }),
};
