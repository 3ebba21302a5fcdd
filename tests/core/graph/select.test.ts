import { describe, expect, it } from '@jest/globals';
import { byAttention, byLastContact, byName, isQuiet, selectAccount, selectAccounts, selectProblems, selectStatements, selectTasks } from '../../../src/core/graph/select';
import type { AccountDetail, AccountRow } from '../../../src/core/graph/rows';
import { matchesSearch } from '../../../src/core/graph/search';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { vaultOf, type NoteParts } from './vault';

const VIEWPOINT = { today: '2026-03-10' as const, settings: DEFAULT_SETTINGS };

function opened(notes: Readonly<Record<string, NoteParts | string>>): AccountDetail {
  const graph = vaultOf(notes);
  return selectAccount(graph, [...graph.resolution.accounts.keys()][0]!, VIEWPOINT)!;
}

const meeting = (date: string, ...body: readonly string[]): NoteParts => ({ title: `Call of ${date}`, date, account: 'Aster', body });

describe('an account', () => {
  it('counts its tasks, decisions and facts', () => {
    const { account } = opened({
      'C/Aster/README.md': { title: 'Aster', body: ['- [ ] from the page'] },
      'a.md': meeting('2026-03-01', '- [?] a', '- [ ] b #proposed', '- [ ] c', '- [/] d', '- [x] e', '- [-] f', '- [-] g #copy', '- [-] h #Copy', '- [!] i', '## Decisions', '- j', '## Key facts', '- k', '- l'),
      'other.md': '- [?] evidence',
    });
    expect(account).toMatchObject({ notes: 2, proposed: 2, open: 4, done: 1, dismissed: 1, decisions: 1, facts: 2, pages: ['C/Aster/README.md'] });
  });

  it('is overdue by open and in-progress tasks due before today alone', () => {
    const { account, tasks } = opened({
      'a.md': meeting('2026-03-01', '- [?] a 📅 2026-03-01', '- [ ] b @Myself 📅 2026-03-09', '- [/] c @Ana 📅 2026-03-09', '- [ ] d 📅 2026-03-10', '- [x] e 📅 2026-03-01', '- [-] f 📅 2026-03-01', '- [ ] g 📅 2026-03-12', '- [ ] h', '- [?] i 📅 2026-03-11'),
    });
    expect(account).toMatchObject({ overdue: 2, myOverdue: 1, nextDue: '2026-03-10' });
    expect(tasks.filter(({ overdue }) => overdue).map(({ text }) => text)).toEqual(['b', 'c']);
    expect(tasks.map(({ text }) => text).join('')).toBe('aefbcdigh');
  });

  it('was last met on the newest meeting day that is not after today', () => {
    const days = (...dates: readonly string[]): AccountRow => opened(Object.fromEntries(dates.map((date) => [`${date}.md`, meeting(date)]))).account;
    expect(days('2026-03-01', '2026-02-01', '2026-03-11')).toMatchObject({ lastContact: '2026-03-01', quiet: 9 });
    expect(days('2026-03-10')).toMatchObject({ lastContact: '2026-03-10', quiet: 0 });
    expect(days('2026-03-11', 'soon')).toMatchObject({ lastContact: null, quiet: null });
  });

  it('knows its people, under one name each', () => {
    const { people } = opened({
      'b.md': { ...meeting('2026-03-01', '- [ ] a @Ben (lead)', '- [ ] b @ana lopez', '- [?] c @Cy'), more: ['participants: ["Ana Lopez", "Ben"]'] },
      'a.md': { ...meeting('2026-04-01'), more: ['participants: ["Ana Lopez"]'] },
    });
    expect(people).toEqual([{ name: 'Ana Lopez', met: 2, last: '2026-03-01', open: 1 }, { name: 'Ben', met: 1, last: '2026-03-01', open: 1 }]);
  });

  it('shows decisions and notes newest first, and meetings by week', () => {
    const { decisions, notes, meetingsByWeek } = opened({ 'a.md': meeting('2026-02-01', '## Decisions', '- old'), 'b.md': meeting('2026-03-09', '## Decisions', '- new'), 'c.md': meeting('2026-03-08'), 'd.md': meeting('2026-03-20') });
    expect(decisions.map(({ text, day }) => [text, day])).toEqual([['new', '2026-03-09'], ['old', '2026-02-01']]);
    expect(notes.map(({ path }) => path)).toEqual(['d.md', 'b.md', 'c.md', 'a.md']);
    expect(meetingsByWeek).toHaveLength(26);
    expect(meetingsByWeek.slice(-2)).toEqual([{ week: '2026-03-02', count: 1 }, { week: '2026-03-09', count: 1 }]);
  });

  it('has the standing of its page', () => {
    expect(opened({ 'C/Aster/README.md': { title: 'Aster', more: ['status: At risk', 'industry: Food'] }, 'C/Aster/Contacts.md': { account: 'Aster' } })).toMatchObject({ status: 'At risk', industry: 'Food' });
  });

  it('is null when it is gone', () => {
    expect(selectAccount(vaultOf({}), 'aster', VIEWPOINT)).toBeNull();
  });
});

describe('rows of the vault', () => {
  it('are in order of path and line, with their account', () => {
    const graph = vaultOf({ 'b.md': meeting('2026-03-01', '- [?] b1', '- [?] b2', '## Decisions', '- d'), 'a.md': { title: 'x', date: '2026-03-01', body: ['- [?] a'] }, 'c.md': '- [?] c' });
    expect(selectTasks(graph, VIEWPOINT).map(({ text, account, evidence }) => [text, account, evidence])).toEqual([['a', null, false], ['b1', 'Aster', false], ['b2', 'Aster', false], ['c', null, true]]);
    expect(selectStatements(graph, 'decisions')).toMatchObject([{ text: 'd', account: 'Aster', day: '2026-03-01', path: 'b.md' }]);
  });

  it('say which notes could not be read, of ours alone', () => {
    const broken = '---\ntitle: "x\ntags: [type/customer]\n---\n- [?] a';
    expect(selectProblems(vaultOf({ 'a.md': broken, 'b.md': broken.replace('type/customer', 'other') }))).toEqual([{ path: 'a.md', title: expect.any(String), reason: expect.stringContaining('YAML') }]);
  });
});

describe('order and search', () => {
  const row = (name: string, parts: Partial<AccountRow> = {}): AccountRow => ({
    key: name, name, names: [name], people: [], pages: [], notes: 1, proposed: 0, open: 0, done: 0, dismissed: 0, decisions: 0, facts: 0, overdue: 0, myOverdue: 0, lastContact: null, quiet: null, nextDue: null, ...parts,
  });

  it('is by what wants attention', () => {
    const rows = [row('z'), row('a'), row('p', { proposed: 9 }), row('q', { quiet: 31, open: 1 }), row('m', { myOverdue: 1 }), row('n', { quiet: 30, open: 1 }), row('o', { quiet: 99 })];
    expect(rows.sort(byAttention).map(({ name }) => name).join('')).toBe('mqpanoz');
    expect(isQuiet(row('a', { quiet: 31, open: 1 }))).toBe(true);
  });

  it('is by name and by last contact', () => {
    expect([row('b10'), row('B2'), row('Ä'), row('a')].sort(byName).map(({ name }) => name)).toEqual(['a', 'Ä', 'B2', 'b10']);
    expect([row('a'), row('b', { lastContact: '2026-01-01' }), row('c', { lastContact: '2026-02-01' })].sort(byLastContact).map(({ name }) => name).join('')).toBe('cba');
  });

  it('is total: equal only to itself', () => {
    expect(byName(row('a'), row('a', { key: 'b' }))).toBe(-1);
    expect(byName(row('a', { key: 'b' }), row('a'))).toBe(1);
    expect(byName(row('a'), row('a'))).toBe(0);
  });

  it('finds names and people by words, folded', () => {
    const account = { names: ['Gdańsk Marine', 'GM'], people: ["Siobhán O'Leary"] };
    expect(['gdansk', 'MARINE gd', 'o’leary', 'gm siobhan', '', '  '].every((search) => matchesSearch(account, search))).toBe(true);
    expect(['x', 'gdansk x'].some((search) => matchesSearch(account, search))).toBe(false);
  });
});

it('accounts named like parts of JavaScript are accounts', () => {
  const graph = vaultOf({ 'a.md': { ...meeting('2026-03-01'), account: '__proto__' }, 'b.md': { ...meeting('2026-03-01'), account: 'constructor' } });
  expect(selectAccounts(graph, VIEWPOINT).map(({ name, notes }) => [name, notes])).toEqual([['__proto__', 1], ['constructor', 1]]);
});
