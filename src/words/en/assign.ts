import { formFor, numberWords } from '../format';
import { count } from './common';

/** Notes without an account, and what gives them one. */
export const assign = {
  none: 'Every note has an account.',
  looking: 'Looking for suggestions…',
  lead: 'No account set. Pick a suggestion.',
  triage: (tasks: number) => `Triage ${count.proposedTasks(tasks)}`,
  show: 'Show',
  all: 'All',
  certain: 'Certain',
  certainToo: ', certain',
  whyCertain: 'Certain: the title, or email and people, match this account only.',
  tied: 'Between two accounts',
  chooseOne: 'Two accounts match. Choose one.',
  counted: (label: string, notes: number) => `${label} (${numberWords(notes)})`,
  nothingLeft: 'Nothing left here.',
  unknown: 'No known account',
  suggestedFor: (account: string) => `Suggested for ${account}`,
  assignNotes: (notes: number) => `Assign ${count.notes(notes)}`,
  /** Around the name of an account. */
  assignTo: (notes: number) => [`Assign ${count.notes(notes)} to `, '…'],
  more: '…',
  noSuggestions: 'No suggestions.',
  /** Before the name of an account, for those who see it and for those who do not. */
  create: 'Create account ',
  assign: 'Assign: ',
  toNote: (note: string) => `, to ${note}`,
  alsoNew: ', new account',
  isNew: 'new account',
  lessLikely: (accounts: number) =>
    formFor(accounts, { one: 'and 1 less likely account', other: `and ${numberWords(accounts)} less likely accounts` }),
  choose: 'Choose…',
  createNamed: (name: string) => `Create account “${name}”`,
  newPage: 'new account page',
  noAccounts: 'No matching accounts.',
  accountFor: (note: string, now: string | null) => `Account for “${note}”${now === null ? '' : ` (now “${now}”)`}`,
  label: (account: string, note: string) => `Assign “${account}” to “${note}”`,
  done: (account: string, note: string) => `Assigned “${account}” to “${note}”.`,
  change: {
    title: 'Change account',
    text: (note: string, now: string, why: string, account: string) =>
      `“${note}” belongs to “${now}” (${why}). Change it to “${account}”?`,
    action: 'Change',
    label: (note: string, now: string, account: string) => `Change account of “${note}” from “${now}” to “${account}”`,
    done: (note: string, now: string, account: string) => `Changed account of “${note}” from “${now}” to “${account}”.`,
  },
  many: {
    title: 'Assign accounts',
    text: (notes: number, account: string) => `Assigns “${account}” to ${count.notes(notes)}.`,
    textOfSome: (notes: number, accounts: number) =>
      `Assigns the first suggestion to ${count.notes(notes)}: ${count.accounts(accounts)} in all.`,
    label: (notes: number, account: string) => `Assign “${account}” to ${count.notes(notes)}`,
    labelOfSome: (notes: number) => `Assign suggested accounts to ${count.notes(notes)}`,
    done: (notes: number, account: string) => `Assigned “${account}” to ${count.notes(notes)}.`,
    doneOfSome: (notes: number) => `Assigned suggested accounts to ${count.notes(notes)}.`,
  },
  creation: {
    title: 'Create account',
    text: (note: string, now: string, why: string, account: string, path: string) =>
      `“${note}” belongs to “${now}” (${why}). Create “${account}” at “${path}” and assign it instead?`,
    action: 'Create',
    label: (account: string, note: string) => `Create account “${account}” and assign it to “${note}”`,
    done: (account: string, note: string) => `Created account “${account}” and assigned it to “${note}”.`,
    notAssigned: (account: string) => `Created account “${account}”, but couldn't assign it.`,
    notCreated: 'No account created.',
  },
  /** What says whose a note is. */
  why: {
    'account page': 'account page',
    'front matter': 'front matter',
    tag: 'tag',
    'account line': 'account line',
    folder: 'folder',
    'same source': 'source',
  },
  nothing: 'Nothing to change.',
  preview: 'These lines will change. You can undo this.',
  /** A reason, and the note that it holds for. */
  inNote: (reason: string, note: string) => `${reason} (${note})`,
  /** How many notes stay as they are, and why. */
  left: {
    stay: (notes: number, why: string) => `${count.notes(notes)} will stay unchanged: ${why}.`,
    left: (notes: number, why: string) => `${count.notes(notes)} left unchanged: ${why}.`,
    counted: (notes: number, why: string) => `${numberWords(notes)} ${why}`,
    other: 'for other reasons',
    why: {
      'no-front-matter': 'without front matter',
      'open-front-matter': 'with unclosed front matter',
      'broken-front-matter': 'with invalid YAML',
      template: 'with an unfilled template',
      'front-matter-form': "with front matter that can't be changed safely",
      'other-account': 'with another account in front matter',
      'account-link': 'with a linked account',
      unchanged: 'already assigned',
      'gone-note': 'no longer there',
    },
  },
  fault: (why: string) => `Can't assign yet: ${why}. Correct that first.`,
  faults: {
    'no-front-matter': 'no front matter',
    'open-front-matter': "front matter isn't closed",
    'broken-front-matter': "front matter isn't valid YAML",
    template: 'unfilled template in the front matter',
    'other-account': 'unreadable account in the front matter',
    other: "front matter can't be changed safely",
  },
  page: {
    refused: (name: string, why: string) => `Couldn't create a page for “${name}”: ${why}`,
    long: 'the name is too long. Use 80 characters at most.',
    template: '“{{” is an unfilled template. Write the name itself.',
    placeholder: 'it stands for no account. Enter its name.',
    noFile: "a file can't have this name. Use letters.",
    folder: 'the name stands for its whole folder. Choose another name.',
    excluded: (path: string) => `“${path}” is in an excluded folder. Choose another name, or change the settings.`,
  },
};

/** What speaks for an account. */
export const signs = {
  in: {
    title: 'in the title',
    heading: 'in a heading link',
    summary: 'in the summary',
    text: 'in the text',
    folder: 'in its folder',
    source: 'in the name of its source',
    participants: 'next to a participant',
  },
  as: { customer: '', passing: ' in passing', beside: ' as a partner or reference' },
  named: (where: string) => `named ${where}`,
  namedTimes: (times: number) =>
    formFor(times, { one: 'named once in the text', other: `named ${numberWords(times)} times in the text` }),
  name: (name: string, where: string) => `“${name}” ${where}`,
  part: (where: string) => `part of its name ${where}`,
  initials: (where: string) => `its initials ${where}`,
  within: (where: string) => `one word of a longer name ${where}`,
  found: (kind: string, name: string) => `${kind}: “${name}”`,
  sounds: (where: string) => `sounds like a name ${where}`,
  soundsLike: (name: string, where: string) => `sounds like “${name}” ${where}`,
  mail: 'email address',
  mailAt: (domain: string) => `email address at ${domain}`,
  people: 'people met in this account only',
  peopleNamed: (names: readonly string[]) => `${peopleWords(names)} met in this account only`,
  source: 'same source as one of its notes',
  sourceOf: (note: string) => `same source as “${note}”`,
};

function peopleWords([first = '', second = '', ...more]: readonly string[]): string {
  if (second === '') return first;
  return `${first} and ${more.length === 0 ? second : `${numberWords(more.length + 1)} more`}`;
}

/** Accounts that are one. */
export const merge = {
  which: 'Which account do you want to merge?',
  into: (name: string) => `Which account is the same as “${name}”?`,
  like: (name: string) => `like “${name}”`,
  maybe: (names: string) => `maybe ${names}`,
  gone: 'Nothing merged: one of the accounts is gone.',
  stays: (name: string) => `“${name}” has an account page, so its name stays. `,
  noNotes: (name: string) => `No note says “${name}”.`,
  notes: (from: string, to: string, notes: number) => `Changes “${from}” to “${to}” in ${count.notes(notes)}.`,
  noPage: (from: string) => `New notes that say “${from}” stay separate: no account page has both names.`,
  addAlias: (from: string, path: string, why: string) =>
    `For new notes, add “${from}” to the aliases of “${path}” yourself: ${why}.`,
  alias: (from: string, path: string) => `Adds “${from}” to the aliases of “${path}”.`,
  title: 'Merge accounts',
  action: 'Merge',
  actionOf: (notes: number) => `Merge ${count.notes(notes)}`,
  label: (from: string, to: string) => `Merge “${from}” into “${to}”`,
  done: (from: string, to: string) => `Merged “${from}” into “${to}”.`,
  noFrontMatter: 'it has no front matter',
  brokenFrontMatter: "its front matter isn't valid YAML",
  aliasForm: "its aliases can't be changed safely",
};

/** Names that are one person. */
export const people = {
  which: 'Which names are the same person?',
  shown: 'Which name do you want to show?',
  other: (shown: string) => `Which name is also “${shown}”?`,
  two: 'Merge two other names…',
  noPairs: 'No similar names found.',
  noMatch: 'No matching names.',
  inMeetings: (meetings: number) => `in ${count.meetings(meetings)}`,
  ownsTasks: (tasks: number) => `owner of ${count.tasks(tasks)}`,
  where: (met: string, accounts: string, more: boolean) =>
    `${met}${accounts === '' ? '' : ` (${accounts}${more ? ', …' : ''})`}`,
  joined: (other: string, shown: string) => `“${other}” is now “${shown}”. Change this under People in the settings.`,
  notJoined: (other: string, shown: string, why: string) => `Couldn't merge “${other}” and “${shown}”: ${why}`,
  reasons: {
    initial: 'differ by an initial',
    firstName: 'first name only',
    shortened: 'initial instead of first name',
    you: 'you, and the person in most meetings',
  },
};
