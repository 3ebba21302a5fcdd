import { describe, expect, it, test } from '@jest/globals';
import { selectGroups } from '../../../src/core/graph/groups';
import type { Graph } from '../../../src/core/graph/graph';
import type { RollupResult } from '../../../src/core/rollup/rows';
import { runRollup, type RollupPlace } from '../../../src/core/rollup/run';
import { readSpec } from '../../../src/core/rollup/spec';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings';
import { vaultOf, type NoteParts } from '../graph/vault';

const TODAY = '2026-11-22';

function run(graph: Graph, lines: readonly string[], place: RollupPlace = { account: 'aster' }, settings: Settings = DEFAULT_SETTINGS): RollupResult {
  const { spec, faults } = readSpec(lines.join('\n'));
  if (spec === null) throw new Error(faults.map(({ sentence }) => sentence).join(' '));
  return runRollup({ graph, groups: selectGroups(graph, settings), viewpoint: { today: TODAY, settings } }, spec, place);
}

const textsOf = ({ sections }: RollupResult): readonly string[] => sections.flatMap(({ rows }) => rows.map(({ text }) => text));
const titled = ({ sections }: RollupResult): readonly string[] => sections.map(({ title, rows }) => `${title ?? ''}: ${rows.map(({ text }) => text).join(', ')}`);
const meeting = (date: string, ...body: readonly string[]): NoteParts => ({ title: `Call of ${date}`, date, account: 'Aster', body });
const of = (account: string, note: NoteParts): NoteParts => ({ ...note, account });

describe('a rollup', () => {
  const VAULT = vaultOf({
    'C/Aster/README.md': { title: 'Aster Foods', aliases: ['Aster'], body: ['- [ ] page task', '## Decisions', '- page rule'] },
    'a.md': meeting('2026-03-01', '- [ ] old task', '## Decisions', '- old law', '## Key facts', '- old fact'),
    'b.md': meeting('2026-03-31', '- [ ] new task', '## Decisions', '- new plan [confirmed:: 2026-04-02]', '- dead wish [superseded:: [[a]]]', '## Key facts', '- new price'),
    'c.md': of('Birch', meeting('2026-03-15', '- [ ] other task', '## Decisions', '- other deal')),
    'd.md': meeting('2026-12-01', '## Decisions', '- change to come'),
    'n.md': { title: 'Nobody’s', date: '2026-03-20', body: ['- [ ] loose task', '## Decisions', '- loose talk'] },
    'list.md': '- [?] from a list',
  });
  const own: RollupPlace = { account: [...VAULT.resolution.accounts.keys()][0]! };

  it('is of the account of its note, newest first; what has no day comes last, and what was superseded does not come', () => {
    expect(run(VAULT, [], own)).toMatchObject({ show: 'decisions', title: 'Decisions · Aster Foods', count: 4, shown: 4, faults: [], empty: null });
    expect(textsOf(run(VAULT, [], own))).toEqual(['change to come', 'new plan', 'old law', 'page rule']);
  });

  it('is of the accounts that it names, under any spelling, each once', () => {
    expect(run(VAULT, ['account: ASTER', 'account: Aster Foods', 'account: [[Birch]]']).title).toBe('Decisions · Aster Foods · Birch');
    expect(textsOf(run(VAULT, ['account: ASTER', 'account: Aster Foods', 'account: [[Birch]]']))).toEqual(['change to come', 'new plan', 'other deal', 'old law', 'page rule']);
    expect(textsOf(run(VAULT, ['account: Birch'], own))).toEqual(['other deal']);
  });

  it('of all has the meetings without an account, too, and no list', () => {
    expect(textsOf(run(VAULT, ['account: all', 'show: tasks', 'sort: newest'], 'no-note'))).toEqual(['new task', 'loose task', 'other task', 'old task', 'page task']);
    expect(run(VAULT, ['account: all', 'group: account'], 'no-note').sections.map(({ title }) => title)).toEqual(['Aster Foods', 'Birch', 'No account']);
  });

  it.each([
    ['since: 2026-03-31', ['change to come', 'new plan']], ['since: 2026-04-01', ['change to come']], ['until: 2026-03-31', ['new plan', 'old law']], ['until: 2026-03-30', ['old law']],
    ['since: 2026-03\nuntil: 2026-03', ['new plan', 'old law']], ['since: this month', ['change to come']], ['until: last quarter', ['new plan', 'old law']],
  ])('%s: the days themselves count, and what has no day is in no period', (lines, wanted) => {
    expect(textsOf(run(VAULT, lines.split('\n'), own))).toEqual(wanted);
  });

  it('says its days in its title', () => {
    expect(run(VAULT, ['show: facts', 'since: 2026-03', 'until: 2026-03'], own).title).toBe('Facts · Aster Foods · since 1 Mar 2026 · until 31 Mar 2026');
    expect(run(VAULT, ['show: timeline', 'account: all']).title).toBe('Timeline · all accounts');
  });

  it.each([
    ['status: superseded', ['dead wish']], ['status: confirmed', ['new plan']], ['status: stated', ['change to come', 'old law', 'page rule']], ['status: all', ['change to come', 'new plan', 'dead wish', 'old law', 'page rule']],
  ])('%s', (line, wanted) => {
    expect(textsOf(run(VAULT, [line], own))).toEqual(wanted);
  });

  it('as a timeline puts the meetings that were before what was said in them', () => {
    expect(run(VAULT, ['show: timeline', 'until: 2026-12-31'], own).sections[0]!.rows.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'decision: change to come', 'meeting: Call of 2026-03-31', 'task: new task', 'decision: new plan', 'fact: new price',
      'meeting: Call of 2026-03-01', 'task: old task', 'decision: old law', 'fact: old fact',
    ]);
  });

  it('counts all rows, and shows the first of them where there is a limit', () => {
    expect(run(VAULT, ['limit: 2', 'group: month'], own)).toMatchObject({ count: 4, shown: 2 });
    expect(titled(run(VAULT, ['limit: 2', 'group: month'], own))).toEqual(['December 2026: change to come', 'March 2026: new plan']);
    expect(run(VAULT, ['limit: 4'], own)).toMatchObject({ count: 4, shown: 4 });
  });
});

describe('a rollup that shows nothing says why', () => {
  const VAULT = vaultOf({
    'a.md': meeting('2026-03-01', '## Decisions', '- one'), 'b.md': of('Birch', meeting('2026-03-01', '- [x] done', '- [-] not')), 'n.md': { title: 'x', date: '2026-03-01' },
  });
  test.each<[readonly string[], RollupPlace, string]>([
    [[], 'no-account', 'This note belongs to no account. Add a line “account: NAME” to the block, or “account: all”.'],
    [[], { account: 'gone' }, 'This note belongs to no account. Add a line “account: NAME” to the block, or “account: all”.'],
    [[], 'no-note', 'A card of a canvas is no note, so it has no account of its own. Add a line “account: NAME” to the block, or “account: all”.'],
    [[], { account: 'birch' }, 'No decision of “Birch” is known.'],
    [['since: today'], { account: 'aster' }, 'No decision of “Aster” is as this block asks for; 1 other is known.'],
    [['show: tasks', 'account: Aster', 'account: Birch'], 'no-note', 'No task of “Aster” or “Birch” is as this block asks for; 2 others are known.'],
    [['show: facts', 'account: all'], 'no-note', 'No fact in the vault is known.'],
    [['show: timeline', 'account: all', 'since: today'], 'no-note', 'No meeting, decision, task or fact in the vault is as this block asks for; 6 others are known.'],
    [['since: this month', 'until: last month'], { account: 'aster' }, 'No day is asked for: “since” begins on 1 Nov 2026, after “until” ends on 31 Oct 2026.'],
  ])('%j in %j: %s', (lines, place, sentence) => {
    expect(run(VAULT, lines, place)).toMatchObject({ empty: sentence, sections: [], count: 0, shown: 0, faults: [] });
  });

  it('names the nearest account, at its line', () => {
    expect(run(VAULT, ['show: tasks', 'account: Brich', 'account: Aster', 'account: Zebra\u202e'])).toMatchObject({
      count: 0, empty: null, sections: [], faults: [
        { line: 1, text: 'account: Brich', sentence: 'There is no account “Brich”. Perhaps “Birch” is meant.', meant: 'account: Birch' },
        { line: 3, sentence: 'There is no account “Zebra[U+202E]”. Write the name as the list of accounts has it, or “all”.', meant: null },
      ],
    });
    expect(run(VAULT, ['account: __proto__']).faults).toHaveLength(1);
  });
});

describe('tasks of a rollup', () => {
  const VAULT = vaultOf({
    'a.md': meeting(
      '2026-03-01', '- [?] proposed @Ana Lopez (host) 📅 2026-12-09 🔽', '- [?] snoozed @Ana Lopez 🛫 2026-12-01', '- [?] woken @ana lopez 🛫 2026-11-22', '- [ ] open @Myself 📅 2026-12-01 ⏫', '- [/] begun @Ben Adler @Ana Lopez 📅 2026-11-01', '- [x] done @Ben Adler', '- [-] dismissed', '- [-] copied #copy',
      '- [ ] nobody’s 🔺', '- [ ] to be decided @TBD',
    ),
  });
  const tasks = (...lines: readonly string[]): RollupResult => run(VAULT, ['show: tasks', ...lines]);

  it('are those that are to be done or decided, the first due first', () => {
    expect(textsOf(tasks())).toEqual(['begun', 'open', 'proposed', 'woken', 'nobody’s', 'to be decided']);
    expect(tasks().sections[0]!.rows[0]).toMatchObject({ kind: 'task', overdue: true, mine: false, snoozed: null, account: 'Aster', note: 'Call of 2026-03-01', similar: [] });
  });

  it.each([
    ['status: proposed', ['proposed', 'woken']], ['status: snoozed', ['snoozed']], ['status: open', ['open', 'nobody’s', 'to be decided']], ['status: in-progress', ['begun']], ['status: done, dismissed', ['done', 'dismissed']],
    ['status: all', ['begun', 'open', 'proposed', 'snoozed', 'woken', 'done', 'dismissed', 'nobody’s', 'to be decided']],
    ['owner: me', ['open']], ['owner: Me, nobody', ['open', 'nobody’s', 'to be decided']], ['owner: @Ana López (finance)', ['begun', 'proposed', 'woken']], ['owner: ben adler', ['begun']], ['owner: Carl', []], ['owner: TBD', ['to be decided']],
    ['sort: priority', ['nobody’s', 'open', 'woken', 'begun', 'to be decided', 'proposed']], ['sort: owner', ['open', 'proposed', 'woken', 'begun', 'nobody’s', 'to be decided']],
    ['sort: oldest', ['proposed', 'woken', 'open', 'begun', 'nobody’s', 'to be decided']], ['sort: account', ['proposed', 'woken', 'open', 'begun', 'nobody’s', 'to be decided']],
  ])('%s', (line, wanted) => {
    expect(textsOf(tasks(line))).toEqual(wanted);
  });

  it('know one person under all spellings that are joined', () => {
    const settings = { ...DEFAULT_SETTINGS, people: [['Ana Lopez', 'Ben Adler'], ['Myself', 'Robin']] };
    const joined = (...lines: readonly string[]): RollupResult => run(VAULT, ['show: tasks', ...lines], { account: 'aster' }, settings);
    expect(textsOf(joined('owner: Ben Adler'))).toEqual(['begun', 'proposed', 'woken']);
    expect(textsOf(joined('owner: Robin'))).toEqual(['open']);
    expect(titled(joined('group: owner'))).toEqual(['Me: open', 'Ana Lopez: begun, proposed, woken', 'Nobody yet: nobody’s, to be decided']);
  });

  it('stand by owner in one section each, mine first, nobody’s last', () => {
    expect(titled(tasks('group: owner', 'status: all'))).toEqual(['Me: open', 'Ana Lopez: proposed, snoozed, woken', 'Ben Adler: done', 'Ben Adler, Ana Lopez: begun', 'Nobody yet: dismissed, nobody’s, to be decided']);
  });

  it('stand by status as work goes', () => {
    expect(titled(tasks('group: status', 'status: all'))).toEqual(['In progress: begun', 'Open: open, nobody’s, to be decided', 'Proposed: proposed, woken', 'Snoozed: snoozed', 'Done: done', 'Dismissed: dismissed']);
  });
});

describe('rows stand together', () => {
  const VAULT = vaultOf({
    'a.md': meeting('2026-12-28', '## Decisions', '- a', '- a again'), 'b.md': meeting('2027-01-03', '## Decisions', '- b'), 'c.md': of('élan', { ...meeting('2027-01-04', '## Decisions', '- c'), title: 'Sync' }),
    'd.md': of('Zeta', { ...meeting('2026-09-30', '## Decisions', '- d [confirmed:: 2026-10-01]'), title: 'Sync' }), 'e.md': of('No account', { ...meeting('2026-09-30', '## Decisions', '- e'), title: 'Sync' }),
    'n.md': { title: 'Loose', date: '2026-10-01', body: ['## Decisions', '- n'] }, 'C/Zeta/README.md': { title: 'Zeta', body: ['## Decisions', '- z'] },
  });
  test.each([
    ['none', [': c, b, a, a again, n, d, e, z']],
    ['day', ['4 Jan 2027: c', '3 Jan 2027: b', '28 Dec 2026: a, a again', '1 Oct 2026: n', '30 Sep 2026: d, e', 'Without a day: z']],
    ['week', ['Week of 4 Jan 2027: c', 'Week of 28 Dec 2026: b, a, a again', 'Week of 28 Sep 2026: n, d, e', 'Without a day: z']],
    ['month', ['January 2027: c, b', 'December 2026: a, a again', 'October 2026: n', 'September 2026: d, e', 'Without a day: z']],
    ['quarter', ['Quarter 1 of 2027: c, b', 'Quarter 4 of 2026: a, a again, n', 'Quarter 3 of 2026: d, e', 'Without a day: z']],
    ['account', ['Aster: b, a, a again', 'élan: c', 'No account: e', 'Zeta: d, z', 'No account: n']],
    ['note', ['Sync · 4 Jan 2027: c', 'Call of 2027-01-03 · 3 Jan 2027: b', 'Call of 2026-12-28 · 28 Dec 2026: a, a again', 'Loose · 1 Oct 2026: n', 'Sync · 30 Sep 2026: d', 'Sync · 30 Sep 2026: e', 'Zeta: z']],
    ['status', ['Confirmed: d', 'Stated: c, b, a, a again, n, e, z']],
  ])('by %s', (group, wanted) => {
    expect(titled(run(VAULT, ['account: all', `group: ${group}`]))).toEqual(wanted);
  });

  it('a timeline by owner and by status', () => {
    const graph = vaultOf({ 'a.md': meeting('2026-03-01', '- [ ] mine @Myself', '- [x] hers @Ana', '## Decisions', '- said', '## Key facts', '- known') });
    expect(titled(run(graph, ['show: timeline', 'group: owner']))).toEqual(['Me: mine', 'Ana: hers', 'No task: Call of 2026-03-01, said, known']);
    expect(titled(run(graph, ['show: timeline', 'group: status']))).toEqual(['Meetings: Call of 2026-03-01', 'Stated: said', 'Open: mine', 'Done: hers', 'Facts: known']);
  });
});

describe('lines that say the same', () => {
  const said = 'Keep the on-premises historian as the system of record.';
  const task = 'Send the rack layout of hall two to Ilse Brandt.';

  it('are one row with the others; what is said of any counts for all', () => {
    const graph = vaultOf({
      'a.md': meeting('2026-03-01', `- [?] ${task} @Ana`, '## Decisions', `- ${said} [confirmed:: 2026-03-09]`), 'b.md': meeting('2026-03-04', `- [ ] ${task} @Ana`, '## Decisions', `- ${said}`), 'c.md': meeting('2026-03-05', `- [-] ${task} @Ana #copy`),
    });
    expect(run(graph, []).sections[0]!.rows).toMatchObject([{ path: 'b.md', confirmed: '2026-03-09', similar: [{ path: 'a.md' }] }]);
    expect(run(graph, ['show: tasks', 'status: all']).sections[0]!.rows).toMatchObject([{ path: 'b.md', status: 'open', similar: [{ path: 'a.md', note: 'Call of 2026-03-01' }] }]);
  });

  it('are not shown twice where an account’s note and one without an account say them', () => {
    const loose = (...body: readonly string[]): NoteParts => ({ title: 'Loose', date: '2026-03-02', body });
    const graph = vaultOf({ 'a.md': meeting('2026-03-01', `- [ ] ${task} @Ana`, '## Decisions', `- ${said}`), 'n.md': loose(`- [ ] ${task} @Ana`, '- [ ] Another thing.', '## Decisions', `- ${said}`) });
    expect(run(graph, ['account: all']).sections[0]!.rows).toMatchObject([{ path: 'a.md' }]);
    expect(run(graph, ['account: all', 'show: tasks']).sections[0]!.rows).toMatchObject([{ path: 'n.md', text: 'Another thing.' }, { path: 'a.md' }]);
  });

  it('are shown where the account’s line is only marked as a copy', () => {
    const graph = vaultOf({ 'a.md': meeting('2026-03-01', `- [-] ${task} @Ana #copy`), 'n.md': { title: 'Loose', date: '2026-03-02', body: [`- [ ] ${task} @Ana`] } });
    expect(run(graph, ['account: all', 'show: tasks']).sections[0]!.rows).toMatchObject([{ path: 'n.md', similar: [] }]);
  });
});
