import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween, plusDays, weekOf } from '../../../src/core/base/day';
import { accountSelection, selectAccount } from '../../../src/core/graph/account-detail';
import { finish } from '../../../src/core/base/steps';
import { changeNotes, EMPTY_GRAPH, type Graph } from '../../../src/core/graph/graph';
import { selectGroups } from '../../../src/core/graph/groups';
import type { AccountDetail, AccountRow, StatementRow, TaskRow } from '../../../src/core/graph/rows';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { noteText, vaultOf, type NoteParts } from './vault';

const VIEWPOINT = { today: '2026-03-10' as const, settings: DEFAULT_SETTINGS };
const RULES = readingRules(DEFAULT_SETTINGS);

function opened(notes: Readonly<Record<string, NoteParts | string>>): AccountDetail {
  const graph = vaultOf(notes);
  return selectAccount(
    graph,
    [...graph.resolution.accounts.keys()][0]!,
    VIEWPOINT,
    selectGroups(graph, DEFAULT_SETTINGS),
  )!;
}

const meeting = (date: string, ...body: readonly string[]): NoteParts => ({
  title: `Call of ${date}`,
  date,
  account: 'Aster',
  body,
});

describe('an account', () => {
  it('counts its tasks, decisions and facts', () => {
    const { account } = opened({
      'C/Aster/README.md': { title: 'Aster', body: ['- [ ] from the page'] },
      'a.md': meeting(
        '2026-03-01',
        '- [?] a',
        '- [ ] b #proposed',
        '- [ ] c',
        '- [/] d',
        '- [x] e',
        '- [-] f',
        '- [-] g #copy',
        '- [-] h #Copy',
        '- [!] i',
        '## Decisions',
        '- j',
        '## Key facts',
        '- k',
        '- l',
      ),
      'other.md': '- [?] evidence',
    });
    expect(account).toMatchObject({
      notes: 2,
      proposed: 2,
      open: 4,
      done: 1,
      dismissed: 1,
      decisions: 1,
      facts: 2,
      pages: ['C/Aster/README.md'],
    });
  });

  it('is overdue by open and in-progress tasks due before today alone', () => {
    const { account, tasks } = opened({
      'a.md': meeting(
        '2026-03-01',
        '- [?] a 📅 2026-03-01',
        '- [ ] b @Myself 📅 2026-03-09',
        '- [/] c @Ana 📅 2026-03-09',
        '- [ ] d 📅 2026-03-10',
        '- [x] e 📅 2026-03-01',
        '- [-] f 📅 2026-03-01',
        '- [ ] g 📅 2026-03-12',
        '- [ ] h',
        '- [?] i 📅 2026-03-11',
      ),
    });
    expect(account).toMatchObject({ overdue: 2, myOverdue: 1, nextDue: '2026-03-10' });
    expect(tasks.filter(({ overdue }) => overdue).map(({ text }) => text)).toEqual(['b', 'c']);
    expect(tasks.map(({ text }) => text).join('')).toBe('aefbcdigh');
  });

  it('was first and last met on meeting days that are not after today', () => {
    const days = (...dates: readonly string[]): Partial<AccountRow> & Pick<AccountDetail, 'firstContact'> => {
      const { account, firstContact } = opened(Object.fromEntries(dates.map((date) => [`${date}.md`, meeting(date)])));
      return { lastContact: account.lastContact, quiet: account.quiet, firstContact };
    };
    expect(days('2026-03-01', '2026-02-01', '2026-03-11')).toEqual({
      firstContact: '2026-02-01',
      lastContact: '2026-03-01',
      quiet: 9,
    });
    expect(days('2026-03-10')).toEqual({ firstContact: '2026-03-10', lastContact: '2026-03-10', quiet: 0 });
    expect(days('2026-03-11', 'soon')).toEqual({ firstContact: null, lastContact: null, quiet: null });
  });

  it('knows its people, under one name each: how often and when they were met, and what they owe', () => {
    const { people } = opened({
      'b.md': {
        ...meeting(
          '2026-03-01',
          '- [ ] later @Ben (lead) 📅 2026-04-01',
          '- [ ] b @ana lopez',
          '- [?] c @Cy',
          '- [/] sooner @Ben',
          '- [ ] d @TBD',
          '- [ ] e @Me',
        ),
        more: ['participants: ["Ana Lopez", "Ben"]'],
      },
      'a.md': { ...meeting('2026-04-01'), more: ['participants: ["Ana Lopez"]'] },
    });
    expect(people.map(({ owes, ...person }) => ({ ...person, owes: owes.map(({ text }) => text).join(', ') }))).toEqual(
      [
        { name: 'Ana Lopez', mine: false, met: 2, last: '2026-03-01', lastMeeting: 'b.md', open: 1, owes: 'b' },
        { name: 'Ben', mine: false, met: 1, last: '2026-03-01', lastMeeting: 'b.md', open: 2, owes: 'later, sooner' },
        { name: 'Me', mine: true, met: 0, last: null, lastMeeting: null, open: 1, owes: 'e' },
      ],
    );
  });

  it('counts a meeting once, whatever number of notes tell of it', () => {
    const again = (...participants: readonly string[]): NoteParts => ({
      ...meeting('2026-03-02'),
      more: ['source_ref: "/calls/Kick-off.md"', `participants: ${JSON.stringify(participants)}`],
    });
    const { people, weeks, notes } = opened({
      'a.md': again('Ana'),
      'a (2).md': again('ANA', 'Ben'),
      'a (conflicted copy 2026-03-03).md': again('Ana', 'Ana'),
      'b.md': { ...again('Ana'), date: '2026-03-03' },
      'c.md': { ...meeting('2026-03-02'), more: ['participants: ["Ana", "Cy"]'] },
      'c.sync-conflict-20260303-101010-ABCDEF1.md': { ...meeting('2026-03-02'), more: ['participants: ["Cy"]'] },
    });
    expect(Object.fromEntries(people.map(({ name, met }) => [name, met]))).toEqual({ ANA: 3, Ben: 1, Cy: 1 });
    expect(weeks.at(-2)).toMatchObject({ meetings: 3 });
    expect(notes).toHaveLength(6);
  });

  it('shows decisions and notes newest first', () => {
    const { decisions, notes } = opened({
      'a.md': meeting('2026-02-01', '## Decisions', '- old'),
      'b.md': meeting('2026-03-09', '## Decisions', '- new'),
      'c.md': meeting('2026-03-08'),
      'd.md': meeting('2026-03-20'),
    });
    expect(decisions.map(({ text, day }) => [text, day])).toEqual([
      ['new', '2026-03-09'],
      ['old', '2026-02-01'],
    ]);
    expect(notes.map(({ path }) => path)).toEqual(['d.md', 'b.md', 'c.md', 'a.md']);
  });

  it('has the standing of its page', () => {
    expect(
      opened({
        'C/Aster/README.md': { title: 'Aster', more: ['status: At risk', 'industry: Food'] },
        'C/Aster/Contacts.md': { account: 'Aster' },
      }),
    ).toMatchObject({ account: { status: 'At risk', industry: 'Food' } });
  });

  it('is null when it is gone', () => {
    expect(selectAccount(vaultOf({}), 'aster', VIEWPOINT)).toBeNull();
  });
});

describe('what happened by week', () => {
  it('is told for half a year of weeks, this one last', () => {
    const { weeks } = opened({ 'a.md': meeting('2026-02-01') });
    expect(weeks).toHaveLength(26);
    expect(weeks.at(-1)!.week).toBe(weekOf(VIEWPOINT.today));
    expect(weeks.slice(1).every(({ week }, index) => daysBetween(weeks[index]!.week, week) === 7)).toBe(true);
  });

  it('counts meetings, tasks by the day of their note, and the days on which they were done or dismissed', () => {
    const { weeks } = opened({
      'a.md': meeting(
        '2026-03-02',
        '- [?] waits',
        '- [ ] open',
        '- [x] done ✅ 2026-03-09',
        '- [x] done some day',
        '- [-] not wanted ❌ 2026-03-10',
        '- [-] a copy #copy ❌ 2026-03-10',
        '- [x] not yet ✅ 2026-03-11',
      ),
      'b.md': meeting('2026-03-08'),
      'c.md': meeting('2026-03-11', '- [ ] to come'),
      'd.md': meeting('2025-01-01', '- [x] long ago ✅ 2026-03-08'),
    });
    expect(weeks.slice(-2)).toEqual([
      { week: '2026-03-02', meetings: 2, opened: 5, closed: 1 },
      { week: '2026-03-09', meetings: 0, opened: 0, closed: 2 },
    ]);
  });
});

describe('tasks that say the same', () => {
  const said = 'Send the rack layout for the cold store pilot to Ilse.';

  it('are one row: what was decided, else the newest and fullest, with the others; marked copies are left out', () => {
    const { account, tasks, people } = opened({
      'a.md': meeting(
        '2026-02-20',
        `- [ ] ${said} @Ana`,
        '- [?] Order twelve door sensors.',
        '- [?] Book the freight lift. 🛫 2026-03-20',
      ),
      'b.md': meeting(
        '2026-03-01',
        `- [?] ${said} @Ana`,
        '- [?] Order twelve door sensors. @Ben',
        '- [-] Send the rack layout of the cold store pilot to Ilse. @Ana #copy',
      ),
    });
    expect(
      tasks.map(({ text, status, path, snoozed, copies }) => [
        text,
        status,
        path,
        snoozed,
        copies.map((other) => `${other.path} ${other.status}`),
      ]),
    ).toEqual([
      [said, 'open', 'a.md', null, ['b.md proposed']],
      ['Book the freight lift.', 'proposed', 'a.md', '2026-03-20', []],
      ['Order twelve door sensors.', 'proposed', 'b.md', null, ['a.md proposed']],
    ]);
    expect(people.map(({ name, owes }) => [name, owes.length])).toEqual([['Ana', 1]]);
    // Counts of the list are of lines.
    expect(account).toMatchObject({ proposed: 4, open: 1 });
  });
});

describe('decisions and facts that say the same', () => {
  const said = 'Keep the on-premises historian as the system of record.';

  it('are one row: the newest and fullest, with the others', () => {
    const { decisions, facts } = opened({
      'a.md': meeting(
        '2026-02-20',
        '- [ ] a',
        '## Decisions',
        `- ${said}`,
        '- Start in May.',
        '## Key facts',
        `- ${said}`,
      ),
      'b.md': meeting('2026-03-01', '## Decisions', `- ${said}`, `- ${said}`),
    });
    const shown = (rows: readonly StatementRow[]) =>
      rows.map(({ text, path, copies }) => [text, path, copies.map((other) => other.path)]);
    expect(shown(decisions)).toEqual([
      [said, 'b.md', ['b.md', 'a.md']],
      ['Start in May.', 'a.md', []],
    ]);
    expect(shown(facts)).toEqual([[said, 'a.md', []]]);
  });

  const texts = fc.constantFrom(
    said,
    'Keep the historian on the premises as system of record',
    'Start in May.',
    'Start in May',
    'The audit is over.',
  );
  const bodies = fc
    .array(fc.tuple(fc.constantFrom('## Action Items', '## Decisions', '## Key facts'), texts), { maxLength: 5 })
    .map((lines) =>
      lines.flatMap(([heading, text]) => [heading, `- ${heading.endsWith('Items') ? '[?] ' : ''}${text}`]),
    );
  const notes = fc.record({
    date: fc.constantFrom('2026-03-01', '2026-03-05', '2026-02-20'),
    account: fc.constantFrom('Aster', 'Aster', 'Birch'),
    body: bodies,
  });
  const paths = fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md');

  const linesOf = (rows: readonly (StatementRow | TaskRow)[]): readonly string[] =>
    rows
      .flatMap((row) => [row, ...row.copies])
      .map(({ path, line }) => `${path}:${line}`)
      .sort();

  it('stand in one row each and none is lost, whatever is known of copies', () => {
    fc.assert(
      fc.property(fc.dictionary(paths, notes), fc.dictionary(paths, notes), (now, before) => {
        const graph = vaultOf(now);
        const single = selectAccount(graph, 'aster', VIEWPOINT);
        for (const groups of [selectGroups(graph, DEFAULT_SETTINGS), selectGroups(vaultOf(before), DEFAULT_SETTINGS)]) {
          const merged = selectAccount(graph, 'aster', VIEWPOINT, groups);
          expect(merged === null).toBe(single === null);
          for (const what of ['tasks', 'decisions', 'facts'] as const)
            expect(linesOf(merged?.[what] ?? [])).toEqual(linesOf(single?.[what] ?? []));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('follow a vault that changes, as if the account was opened anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(paths, fc.option(notes), fc.nat(4)), { maxLength: 8 }), (changes) => {
        const selection = accountSelection('aster');
        const select = (...of: Parameters<typeof selection>): AccountDetail | null => finish(selection(...of));
        let graph: Graph = EMPTY_GRAPH;
        for (const [path, note, given] of changes) {
          const givenUp = selection(graph, VIEWPOINT, new Map());
          for (let step = 0; step < given; step++) givenUp.next();
          graph = changeNotes(graph, new Map([[path, note === null ? null : readNote(path, noteText(note), RULES)]]));
          const groups = selectGroups(graph, DEFAULT_SETTINGS);
          expect(select(graph, VIEWPOINT, groups)).toEqual(selectAccount(graph, 'aster', VIEWPOINT, groups));
          const tomorrow = { ...VIEWPOINT, today: plusDays(VIEWPOINT.today, 1) };
          expect(select(graph, tomorrow, groups)).toEqual(selectAccount(graph, 'aster', tomorrow, groups));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('another account’s note changes nothing of it', () => {
    const graph = vaultOf({
      'a.md': meeting('2026-03-01', '## Decisions', `- ${said}`),
      'b.md': { ...meeting('2026-03-01'), account: 'Birch' },
    });
    const select = accountSelection('aster');
    const detail = finish(select(graph, VIEWPOINT, new Map()));
    const next = changeNotes(
      graph,
      new Map([
        ['b.md', readNote('b.md', noteText({ ...meeting('2026-03-01', '- [ ] new'), account: 'Birch' }), RULES)],
      ]),
    );
    expect(next).not.toBe(graph);
    expect(finish(select(next, VIEWPOINT, new Map()))).toBe(detail);
  });
});
