import { describe, expect, it } from '@jest/globals';
import { selectAccounts } from '../../../src/core/graph/select';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { vaultOf, type NoteParts } from './vault';
import { selectStatements, selectTasks } from '../../../src/core/graph/every-line';

const VIEWPOINT = { today: '2026-03-10' as const, settings: DEFAULT_SETTINGS };

const meeting = (date: string, ...body: readonly string[]): NoteParts => ({
  title: `Call of ${date}`,
  date,
  account: 'Aster',
  body,
});

describe('rows of the vault', () => {
  it('are in order of path and line, with their account', () => {
    const graph = vaultOf({
      'b.md': meeting('2026-03-01', '- [?] b1', '- [?] b2', '## Decisions', '- d'),
      'a.md': { title: 'x', date: '2026-03-01', body: ['- [?] a'] },
      'c.md': '- [?] c',
    });
    expect(selectTasks(graph, VIEWPOINT).map(({ text, account, evidence }) => [text, account, evidence])).toEqual([
      ['a', null, false],
      ['b1', 'Aster', false],
      ['b2', 'Aster', false],
      ['c', null, true],
    ]);
    expect(selectStatements(graph, 'decisions')).toMatchObject([
      { text: 'd', account: 'Aster', day: '2026-03-01', path: 'b.md' },
    ]);
  });
});

it('accounts named like parts of JavaScript are accounts', () => {
  const graph = vaultOf({
    'a.md': { ...meeting('2026-03-01'), account: '__proto__' },
    'b.md': { ...meeting('2026-03-01'), account: 'constructor' },
  });
  expect(selectAccounts(graph, VIEWPOINT).map(({ name, notes }) => [name, notes])).toEqual([
    ['__proto__', 1],
    ['constructor', 1],
  ]);
});
