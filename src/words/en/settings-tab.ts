import { listWords } from '../format';
import { count } from './common';

/** The settings. */
export const settings = {
  notes: 'Notes',
  noteTags: {
    name: 'Tags',
    desc: 'Read notes with one of these tags, or a tag below it. One tag per line.',
    example: 'type/customer',
  },
  noteFolders: {
    name: 'Folders',
    desc: 'Read all notes in these folders. One name or path per line.',
    example: 'Meetings',
  },
  noteProperties: {
    name: 'Properties',
    desc: 'Read notes with one of these properties. One name, or name and value, per line.',
    example: 'type: customer',
  },
  excludedFolders: {
    name: 'Excluded folders',
    desc: 'Skip notes in these folders. One name or path per line.',
    example: '_archive',
  },
  readOtherProposals: {
    name: 'Proposed tasks in other notes',
    desc: 'Include proposed tasks from notes without these tags, such as an inbox.',
  },
  dayOrder: {
    name: 'Order of day and month',
    desc: 'How to read dates such as 03/04/2026.',
    orders: { none: "Don't read them", 'day-month': 'Day first', 'month-day': 'Month first' },
  },
  sectionWords: {
    name: 'Section headings',
    desc: 'Your own section headings. One section per line: actions, decisions, facts or summary, then “:” and the headings.',
    example: 'decisions: Sign-offs, Verdicts',
  },
  accounts: 'Accounts',
  accountKeys: {
    name: 'Account properties',
    desc: 'Properties that name the account of a note. The first one with a name counts. One per line.',
    example: 'account',
  },
  accountFolders: {
    name: 'Account folders',
    desc: 'Every folder or note in one of these folders is an account. One name or path per line.',
    example: 'Clients',
  },
  accountTags: {
    name: 'Account tags',
    desc: 'Tags with the account below them, such as #account/acme. One tag per line, without the account.',
    example: 'account',
  },
  ownDomains: {
    name: 'My email domains',
    desc: "Your company's email domains: they never point to an account. One domain per line.",
    example: 'example.org',
  },
  accountTemplate: {
    name: 'Account page template',
    desc: 'Text of a new account page. {{name}} and {{tag}} are filled in.',
    example: '# {{name}}',
  },
  tasks: 'Tasks',
  myNames: {
    name: 'My names',
    desc: 'Tasks of these owners are yours. One name per line, without “@”.',
    example: 'Myself',
  },
  people: {
    name: 'People',
    desc: 'Names of the same person. One person per line: name to show, “=”, other names. Quote a name with a comma.',
    example: 'Ana de la Cruz = Ana, A. Cruz',
  },
  statusSymbols: {
    name: 'Other statuses',
    desc: 'What other characters in the brackets of a task mean. One per line: the character, then proposed, open, in-progress, done or dismissed.',
    example: '! open',
  },
  writeReasons: {
    name: 'Write the reason into the line',
    desc: 'When you dismiss a task with a reason, add it to the line, such as [reason:: not-needed].',
  },
  proposals: 'Notes written by a tool',
  proposeOpenBoxes: {
    name: 'Propose unchecked tasks',
    desc: 'Propose unchecked tasks under action item headings. Accept adds the date (➕).',
  },
  proposePlainItems: {
    name: 'Propose plain list items',
    desc: 'Propose list items without a checkbox under action item headings. Accept adds a checkbox.',
  },
  machineTags: {
    name: 'Tags of these notes',
    desc: 'Notes with one of these tags were written by a tool. One tag per line.',
    example: 'ai-notes',
  },
  machineFolders: {
    name: 'Folders of these notes',
    desc: 'Notes in these folders were written by a tool. One name or path per line.',
    example: 'Granola',
  },
  machineProperties: {
    name: 'Properties of these notes',
    desc: 'Notes with one of these properties were written by a tool. One name, or name and value, per line.',
    example: 'source: granola',
  },
  views: 'Views',
  accountSort: { name: 'Sort accounts', desc: 'Order of the account list.' },
  followNote: { name: 'Follow active note', desc: 'Show the account of the active note in Accounts.' },
  letterKeys: {
    name: 'Letter keys',
    desc: 'Decide tasks in Triage with single letters and digits. Turn this off if you use speech input.',
  },
  noteButtons: {
    name: 'Buttons on proposed tasks',
    desc: 'Show Accept, Dismiss and Mark done on proposed tasks in notes.',
  },
  proposedBoxes: {
    name: 'Dashed checkboxes for proposed tasks',
    desc: "Show proposed tasks in notes with a dashed checkbox. Turn this off to use your theme's.",
  },
  statusBar: { name: 'Count in status bar', desc: 'Show how many proposals are waiting for you.' },
  copies: 'Copies',
  notTheSame: {
    name: 'Not copies',
    desc: 'Tasks that you marked as not copies. Clear the list to find them as copies again.',
    clear: 'Clear',
    aliases: ['copies', 'group', 'duplicates'],
  },
  changes: 'Recent changes',
  forget: {
    name: 'Forget recent changes',
    desc: 'Changes can be undone for 90 days on this device. Forgetting them leaves your notes as they are.',
    action: 'Forget',
    aliases: ['journal', 'undo', 'history'],
    title: 'Forget recent changes?',
    text: (changes: number) => `You can't undo ${count.changes(changes)} after this. Your notes stay as they are.`,
  },
  /** What is wrong with what was written in a setting. */
  faults: {
    noTag: 'Enter at least one tag.',
    noKey: 'Enter at least one property, such as “account”.',
    tag: (text: string) => `“${text}” isn't a tag. Use letters, numbers, “_”, “-” and “/” only.`,
    tagOfNumbers: (text: string) => `“${text}” isn't a tag. Add a letter.`,
    tagPart: (text: string) => `“${text}” isn't a tag. Write something on both sides of “/”.`,
    heading: (text: string) => `“${text}” isn't a heading. Enter words.`,
    property: (text: string) => `“${text}” isn't a property. Enter a name such as “granola_id”, or “source: granola”.`,
    key: (text: string) => `“${text}” isn't a property. Enter its name, such as “customer”.`,
    section: (line: string, sections: readonly string[]) =>
      `“${line}” isn't complete. Start with ${listWords(
        sections.map((section) => `“${section}:”`),
        'or',
      )}.`,
    vault: '“/” is the whole vault. Enter a folder in it.',
    folder: (text: string) => `“${text}” isn't a folder. Enter a name or a path, such as “Work/Old”.`,
    path: (text: string) => `“${text}” isn't a folder. Enter its path from the top of the vault.`,
    noName: 'Enter a name after “@”.',
    name: (text: string) => `“${text}” isn't a name. Enter one name per line.`,
    person: (line: string) => `“${line}” isn't complete. Write it like “Ana de la Cruz = Ana, A. Cruz”.`,
    quote: (line: string) => `“${line}” needs a closing quote.`,
    spelling: (line: string) => `“${line}” has a part that isn't a name.`,
    oneSpelling: (line: string) => `“${line}” has the same name twice.`,
    twoPeople: (name: string) => `“${name}” is on two lines. Put all names of a person on one line.`,
    domain: (text: string) => `“${text}” isn't an email domain. Enter what comes after “@”, such as “example.org”.`,
    meaning: (line: string, statuses: readonly string[]) =>
      `“${line}” isn't a status. Write a character and ${listWords(statuses, 'or')}, such as “! open”.`,
    twice: (symbol: string) => `“${symbol}” is on two lines. Keep one.`,
    fixed: (symbol: string, status: string) => `“${symbol}” always means ${status}.`,
    symbol: (symbol: string) => `“${symbol}” isn't a character that can stand in the brackets of a task.`,
  },
};
