import { describe, expect, it, test } from '@jest/globals';
import { accountKeyOf } from '../../../src/core/graph/graph';
import { meeting, of, run, textsOf, titled } from './rollup-of';
import type { RollupResult } from '../../../src/core/rollup/rows';
import { type RollupPlace } from '../../../src/core/rollup/run';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { vaultOf } from '../graph/vault';

describe('a rollup', () => {
  const VAULT = vaultOf({
    'C/Aster/README.md': {
      title: 'Aster Foods',
      aliases: ['Aster'],
      body: ['- [ ] page task', '## Decisions', '- page rule'],
    },
    'a.md': meeting('2026-03-01', '- [ ] old task', '## Decisions', '- old law', '## Key facts', '- old fact'),
    'b.md': meeting(
      '2026-03-31',
      '- [ ] new task',
      '## Decisions',
      '- new plan [confirmed:: 2026-04-02]',
      '- dead wish [superseded:: [[a]]]',
      '## Key facts',
      '- new price',
    ),
    'c.md': of('Birch', meeting('2026-03-15', '- [ ] other task', '## Decisions', '- other deal')),
    'd.md': meeting('2026-12-01', '## Decisions', '- change to come'),
    'n.md': { title: 'Nobody’s', date: '2026-03-20', body: ['- [ ] loose task', '## Decisions', '- loose talk'] },
    'list.md': '- [?] from a list',
  });
  const own: RollupPlace = { account: accountKeyOf(VAULT, 'a.md')! };

  it('is of the account of its note, newest first; what has no day comes last, and what was superseded does not come', () => {
    expect(run(VAULT, [], own)).toMatchObject({
      show: 'decisions',
      title: 'Decisions · Aster Foods',
      count: 4,
      shown: 4,
      faults: [],
      empty: null,
    });
    expect(textsOf(run(VAULT, [], own))).toEqual(['change to come', 'new plan', 'old law', 'page rule']);
  });

  it('is of the accounts that it names, under any spelling, each once', () => {
    expect(run(VAULT, ['account: ASTER', 'account: Aster Foods', 'account: [[Birch]]']).title).toBe(
      'Decisions · Aster Foods · Birch',
    );
    expect(textsOf(run(VAULT, ['account: ASTER', 'account: Aster Foods', 'account: [[Birch]]']))).toEqual([
      'change to come',
      'new plan',
      'other deal',
      'old law',
      'page rule',
    ]);
    expect(textsOf(run(VAULT, ['account: Birch'], own))).toEqual(['other deal']);
  });

  it('of all has the meetings without an account, too, and no list', () => {
    expect(textsOf(run(VAULT, ['account: all', 'show: tasks', 'sort: newest'], 'no-note'))).toEqual([
      'new task',
      'loose task',
      'other task',
      'old task',
      'page task',
    ]);
    expect(run(VAULT, ['account: all', 'group: account'], 'no-note').sections.map(({ title }) => title)).toEqual([
      'Aster Foods',
      'Birch',
      'No account',
    ]);
  });

  it.each([
    ['since: 2026-03-31', ['change to come', 'new plan']],
    ['since: 2026-04-01', ['change to come']],
    ['until: 2026-03-31', ['new plan', 'old law']],
    ['until: 2026-03-30', ['old law']],
    ['since: 2026-03\nuntil: 2026-03', ['new plan', 'old law']],
    ['since: this month', ['change to come']],
    ['until: last quarter', ['new plan', 'old law']],
  ])('%s: the days themselves count, and what has no day is in no period', (lines, wanted) => {
    expect(textsOf(run(VAULT, lines.split('\n'), own))).toEqual(wanted);
  });

  it('says its days in its title', () => {
    expect(run(VAULT, ['show: facts', 'since: 2026-03', 'until: 2026-03'], own).title).toBe(
      'Facts · Aster Foods · since 1 Mar 2026 · until 31 Mar 2026',
    );
    expect(run(VAULT, ['show: timeline', 'account: all']).title).toBe('Timeline · all accounts');
  });

  it.each([
    ['status: superseded', ['dead wish']],
    ['status: confirmed', ['new plan']],
    ['status: stated', ['change to come', 'old law', 'page rule']],
    ['status: all', ['change to come', 'new plan', 'dead wish', 'old law', 'page rule']],
  ])('%s', (line, wanted) => {
    expect(textsOf(run(VAULT, [line], own))).toEqual(wanted);
  });

  it('as a timeline puts the meetings that were before what was said in them', () => {
    expect(
      run(VAULT, ['show: timeline', 'until: 2026-12-31'], own).sections[0]!.rows.map(
        ({ kind, text }) => `${kind}: ${text}`,
      ),
    ).toEqual([
      'decision: change to come',
      'meeting: Call of 2026-03-31',
      'task: new task',
      'decision: new plan',
      'fact: new price',
      'meeting: Call of 2026-03-01',
      'task: old task',
      'decision: old law',
      'fact: old fact',
    ]);
  });

  it('counts all rows, and shows the first of them where there is a limit', () => {
    expect(run(VAULT, ['limit: 2', 'group: month'], own)).toMatchObject({ count: 4, shown: 2 });
    expect(titled(run(VAULT, ['limit: 2', 'group: month'], own))).toEqual([
      'December 2026: change to come',
      'March 2026: new plan',
    ]);
    expect(run(VAULT, ['limit: 4'], own)).toMatchObject({ count: 4, shown: 4 });
  });
});

describe('a rollup that shows nothing says why', () => {
  const VAULT = vaultOf({
    'a.md': meeting('2026-03-01', '## Decisions', '- one'),
    'b.md': of('Birch', meeting('2026-03-01', '- [x] done', '- [-] not')),
    'n.md': { title: 'x', date: '2026-03-01' },
  });
  test.each<[readonly string[], RollupPlace, string]>([
    [[], 'no-account', 'This note has no account. Add “account: NAME” or “account: all”.'],
    [[], { account: 'gone' }, 'This note has no account. Add “account: NAME” or “account: all”.'],
    [[], 'no-note', 'A canvas card has no account. Add “account: NAME” or “account: all”.'],
    [[], { account: 'birch' }, 'No decisions for “Birch”.'],
    [['since: today'], { account: 'aster' }, "No decisions for “Aster” match this block. 1 other doesn't."],
    [
      ['show: tasks', 'account: Aster', 'account: Birch'],
      'no-note',
      "No tasks for “Aster” or “Birch” match this block. 2 others don't.",
    ],
    [['show: facts', 'account: all'], 'no-note', 'No facts in the vault.'],
    [
      ['show: timeline', 'account: all', 'since: today'],
      'no-note',
      "No meetings, decisions, tasks or facts in the vault match this block. 6 others don't.",
    ],
    [
      ['since: this month', 'until: last month'],
      { account: 'aster' },
      '“since” (1 Nov 2026) is after “until” (31 Oct 2026).',
    ],
  ])('%j in %j: %s', (lines, place, sentence) => {
    expect(run(VAULT, lines, place)).toMatchObject({ empty: sentence, sections: [], count: 0, shown: 0, faults: [] });
  });

  it('names the nearest account, at its line', () => {
    expect(run(VAULT, ['show: tasks', 'account: Brich', 'account: Aster', 'account: Zebra\u202e'])).toMatchObject({
      count: 0,
      empty: null,
      sections: [],
      faults: [
        {
          line: 1,
          text: 'account: Brich',
          sentence: 'Account “Brich” not found. Did you mean “Birch”?',
          meant: 'account: Birch',
        },
        {
          line: 3,
          sentence: 'Account “Zebra[U+202E]” not found. Check its name in Accounts, or use “all”.',
          meant: null,
        },
      ],
    });
    expect(run(VAULT, ['account: __proto__']).faults).toHaveLength(1);
  });
});

describe('tasks of a rollup', () => {
  const VAULT = vaultOf({
    'a.md': meeting(
      '2026-03-01',
      '- [?] proposed @Ana Lopez (host) 📅 2026-12-09 🔽',
      '- [?] snoozed @Ana Lopez 🛫 2026-12-01',
      '- [?] woken @ana lopez 🛫 2026-11-22',
      '- [ ] open @Myself 📅 2026-12-01 ⏫',
      '- [/] begun @Ben Adler @Ana Lopez 📅 2026-11-01',
      '- [x] done @Ben Adler',
      '- [-] dismissed',
      '- [-] copied #copy',
      '- [ ] nobody’s 🔺',
      '- [ ] to be decided @TBD',
    ),
  });
  const tasks = (...lines: readonly string[]): RollupResult => run(VAULT, ['show: tasks', ...lines]);

  it('are those that are to be done or decided, the first due first', () => {
    expect(textsOf(tasks())).toEqual(['begun', 'open', 'proposed', 'woken', 'nobody’s', 'to be decided']);
    expect(tasks().sections[0]!.rows[0]).toMatchObject({
      kind: 'task',
      overdue: true,
      mine: false,
      snoozed: null,
      account: 'Aster',
      note: 'Call of 2026-03-01',
      copies: [],
    });
  });

  it.each([
    ['status: proposed', ['proposed', 'woken']],
    ['status: snoozed', ['snoozed']],
    ['status: open', ['open', 'nobody’s', 'to be decided']],
    ['status: in-progress', ['begun']],
    ['status: done, dismissed', ['done', 'dismissed']],
    [
      'status: all',
      ['begun', 'open', 'proposed', 'snoozed', 'woken', 'done', 'dismissed', 'nobody’s', 'to be decided'],
    ],
    ['owner: me', ['open']],
    ['owner: Me, nobody', ['open', 'nobody’s', 'to be decided']],
    ['owner: @Ana López (finance)', ['begun', 'proposed', 'woken']],
    ['owner: ben adler', ['begun']],
    ['owner: Carl', []],
    ['owner: TBD', ['to be decided']],
    ['sort: priority', ['nobody’s', 'open', 'woken', 'begun', 'to be decided', 'proposed']],
    ['sort: owner', ['open', 'proposed', 'woken', 'begun', 'nobody’s', 'to be decided']],
    ['sort: oldest', ['proposed', 'woken', 'open', 'begun', 'nobody’s', 'to be decided']],
    ['sort: account', ['proposed', 'woken', 'open', 'begun', 'nobody’s', 'to be decided']],
  ])('%s', (line, wanted) => {
    expect(textsOf(tasks(line))).toEqual(wanted);
  });

  it('know one person under all spellings that are joined', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      people: [
        ['Ana Lopez', 'Ben Adler'],
        ['Myself', 'Robin'],
      ],
    };
    const joined = (...lines: readonly string[]): RollupResult =>
      run(VAULT, ['show: tasks', ...lines], { account: 'aster' }, settings);
    expect(textsOf(joined('owner: Ben Adler'))).toEqual(['begun', 'proposed', 'woken']);
    expect(textsOf(joined('owner: Robin'))).toEqual(['open']);
    expect(titled(joined('group: owner'))).toEqual([
      'Me: open',
      'Ana Lopez: begun, proposed, woken',
      'No owner: nobody’s, to be decided',
    ]);
  });

  it('stand by owner in one section each, mine first, nobody’s last', () => {
    expect(titled(tasks('group: owner', 'status: all'))).toEqual([
      'Me: open',
      'Ana Lopez: proposed, snoozed, woken',
      'Ben Adler: done',
      'Ben Adler, Ana Lopez: begun',
      'No owner: dismissed, nobody’s, to be decided',
    ]);
  });

  it('stand by status as work goes', () => {
    expect(titled(tasks('group: status', 'status: all'))).toEqual([
      'In progress: begun',
      'Open: open, nobody’s, to be decided',
      'Proposed: proposed, woken',
      'Snoozed: snoozed',
      'Done: done',
      'Dismissed: dismissed',
    ]);
  });
});
