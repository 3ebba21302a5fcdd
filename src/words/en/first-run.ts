import { countWords, formFor, listWords, numberWords } from '../format';
import { count } from './common';

const hashed = (tags: readonly string[]): string =>
  listWords(
    tags.map((tag) => `#${tag}`),
    'or',
  );

/** The card that sets the plugin up for a vault. */
export const firstRun = {
  title: 'Set up for this vault',
  nothing: (tags: readonly string[]) => `No notes tagged ${hashed(tags)} yet.`,
  noAccounts: (tags: readonly string[]) => `No accounts yet. Add the tag ${hashed(tags)} and an account to a note.`,
  looking: (read: number, total: number) => `Looking at your notes: ${numberWords(read)} of ${numberWords(total)}`,
  empty: 'This vault has no notes yet.',
  unknown: (tags: readonly string[]) =>
    `None of your notes looks like a customer note. Add the tag ${hashed(tags)} to one, or put them in a folder such as “Clients”.`,
  newest: (notes: number, all: number) => `Only the newest ${numberWords(notes)} of ${count.notes(all)} are counted.`,
  counts: {
    notes: count.notes,
    tags: (n: number) => countWords(n, { one: 'tag', other: 'tags' }),
    folders: (n: number) => countWords(n, { one: 'folder', other: 'folders' }),
    properties: (n: number) => countWords(n, { one: 'property', other: 'properties' }),
    headings: (n: number) => countWords(n, { one: 'heading', other: 'headings' }),
    boxes: (n: number) => countWords(n, { one: 'open task', other: 'open tasks' }),
  },
  most: { tags: 'Tags', folders: 'Folders', properties: 'Properties', headings: 'Headings' },
  reading: 'Where are your customer notes?',
  proposing: 'What do you want to decide?',
  people: 'Who are you?',
  offer: {
    tag: (tag: string) => `Notes tagged #${tag}`,
    'account-tag': (tag: string) => `Notes tagged #${tag}/…, each tag an account`,
    folder: (folder: string) => `All notes in “${folder}”`,
    'account-folder': (folder: string) => `“${folder}”, each folder or note in it an account`,
    property: (property: string) => `Notes with the property “${property}”`,
    boxes: () => 'Unchecked tasks under action item headings',
    items: () => 'Plain list items under action item headings',
  },
  finds: (notes: number, folder: string, accounts: number, proposals: number) =>
    [
      `${count.notes(notes)}${folder === '' ? '' : ` in “${folder}”`}`,
      ...(accounts > 0 ? [count.accounts(accounts)] : []),
      ...(proposals > 0 ? [count.proposals(proposals)] : []),
    ].join(', '),
  proposals: (proposals: number, folder: string) =>
    `${count.proposals(proposals)}${folder === '' ? '' : ` in “${folder}”`}`,
  met: (meetings: number) => formFor(meetings, { one: 'in 1 meeting', other: `in ${numberWords(meetings)} meetings` }),
  found: (accounts: number, notes: number, proposals: number) =>
    `Your settings find ${listWords([count.accounts(accounts), count.notes(notes), count.proposals(proposals)])}.`,
  total: (accounts: number, notes: number, proposals: number) =>
    `With these: ${listWords([count.accounts(accounts), count.notes(notes), count.proposals(proposals)])}.`,
  counting: 'Counting…',
  apply: 'Apply',
  applied: 'Reading your notes. You can change this in the settings.',
  sample: {
    why: 'Or try it with a sample note. You can remove it any time.',
    add: 'Add sample note',
    remove: 'Remove sample note',
    added: (name: string) => `Added “${name}”.`,
    removed: (name: string) => `Removed “${name}”.`,
    name: 'Sample call with Blue Heron',
    account: 'Blue Heron',
    people: ['Ana Lopez', 'Me'],
    summary: ['Summary', 'Blue Heron wants to try the new racks in one warehouse before winter.'],
    decisions: ['Decisions', 'Start the trial in the warehouse in Gdańsk.'],
    actions: [
      'Action items',
      'Send the rack layout to Ana.',
      'Book a call about the price of the racks.',
      'Ask who signs the contract.',
    ],
    note: 'This is a sample. To remove it, run the command “Set up for this vault” and choose “Remove sample note”.',
  },
};
