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
  excludedFolders: {
    name: 'Excluded folders',
    desc: 'Skip notes in these folders. One name or path per line.',
    example: '_archive',
  },
  readOtherProposals: {
    name: 'Proposed tasks in other notes',
    desc: 'Include proposed tasks from notes without these tags, such as an inbox.',
  },
  accounts: 'Accounts',
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
    tag: (text: string) => `“${text}” isn't a tag. Use letters, numbers, “_”, “-” and “/” only.`,
    tagOfNumbers: (text: string) => `“${text}” isn't a tag. Add a letter.`,
    tagPart: (text: string) => `“${text}” isn't a tag. Write something on both sides of “/”.`,
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
