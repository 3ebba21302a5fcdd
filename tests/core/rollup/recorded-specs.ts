/** Where a block stands: on the page of an account of the demo vault, in a note without an account, or in no note. */
export type RecordedPlace = 'Northwind Traders' | 'Gdańsk Marine Systems' | 'Blue Heron' | 'no-account' | 'no-note';

/**
 * Blocks whose output over the demo vault is recorded, as Markdown and as what a screen reader is told: what each is
 * about, its text, and where it stands.
 */
export const RECORDED_SPECS: readonly (readonly [what: string, source: string, place: RecordedPlace])[] = [
  ['01 decisions', '', 'Northwind Traders'],
  ['02 decisions since a day, by note', 'show: decisions\nsince: 2026-09-01\ngroup: note', 'Northwind Traders'],
  [
    '03 decisions of two accounts, the oldest first, by month',
    'account: Blue Heron\naccount: [[Gdańsk Marine Systems]]\nsort: oldest\ngroup: month',
    'no-note',
  ],
  [
    '04 decisions of all accounts since this month, by account',
    'account: all\nsince: this month\ngroup: account',
    'no-account',
  ],
  [
    '05 decisions of all accounts until the last quarter, by quarter',
    'account: all\nuntil: last quarter\ngroup: quarter',
    'no-note',
  ],
  [
    '06 decisions of all accounts in order of account, seven at most',
    'account: all\nsort: account\nlimit: 7',
    'no-note',
  ],
  ['07 decisions that were confirmed or superseded', 'status: confirmed, superseded', 'Northwind Traders'],
  ['08 facts by week', 'show: facts\ngroup: week', 'Gdańsk Marine Systems'],
  [
    '09 facts of two accounts, by account',
    'show: facts\naccount: Juniper & Vale\naccount: Saltmarsh Water\nsort: account\ngroup: account',
    'no-note',
  ],
  ['10 tasks that are open, of all accounts', 'show: tasks\nstatus: open, in-progress\naccount: all', 'no-note'],
  [
    '11 tasks that are open or snoozed, by owner',
    'show: tasks\nstatus: open, in-progress, snoozed\naccount: all\ngroup: owner',
    'no-note',
  ],
  [
    '12 my proposals by priority, eight at most',
    'show: tasks\nowner: me\nstatus: proposed\nsort: priority\nlimit: 8',
    'Blue Heron',
  ],
  [
    '13 tasks of nobody and of one person, in order of owner',
    'show: tasks\nowner: nobody, Mei Tanaka\naccount: all\nsort: owner',
    'no-note',
  ],
  ['14 tasks of every status, by status', 'show: tasks\nstatus: all\ngroup: status', 'Gdańsk Marine Systems'],
  [
    '15 tasks that are done or dismissed, newest first, by day',
    'show: tasks\nstatus: done, dismissed\naccount: all\nsort: newest\ngroup: day',
    'no-note',
  ],
  ['16 a timeline, ten rows at most', 'show: timeline\nlimit: 10', 'Blue Heron'],
  [
    '17 a timeline of a period, by status',
    'show: timeline\nsince: last month\nuntil: this month\ngroup: status',
    'Gdańsk Marine Systems',
  ],
  ['18 hostile words', 'show: tasks\naccount: Juniper & Vale', 'no-note'],
  ['19 nothing since today', 'since: today', 'Northwind Traders'],
  ['20 a period that ends before it begins', 'show: facts\nsince: this month\nuntil: 90d', 'Northwind Traders'],
  ['21 a note without an account', '', 'no-account'],
  ['22 an account that is not known', 'account: Northwynd', 'no-note'],
  [
    '23 a block with a fault in each line',
    'shwo: tasks\nstatus: opne\nsince: 2026-9-1\nowner: Mei\nlimit: ten\nwhat is open',
    'Blue Heron',
  ],
];
