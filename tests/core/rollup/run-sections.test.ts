import { describe, expect, it, test } from '@jest/globals';
import { meeting, of, run, titled } from './rollup-of';
import { vaultOf, type NoteParts } from '../graph/vault';

describe('rows stand together', () => {
  const VAULT = vaultOf({
    'a.md': meeting('2026-12-28', '## Decisions', '- a', '- a again'),
    'b.md': meeting('2027-01-03', '## Decisions', '- b'),
    'c.md': of('élan', { ...meeting('2027-01-04', '## Decisions', '- c'), title: 'Sync' }),
    'd.md': of('Zeta', { ...meeting('2026-09-30', '## Decisions', '- d [confirmed:: 2026-10-01]'), title: 'Sync' }),
    'e.md': of('No account', { ...meeting('2026-09-30', '## Decisions', '- e'), title: 'Sync' }),
    'n.md': { title: 'Loose', date: '2026-10-01', body: ['## Decisions', '- n'] },
    'C/Zeta/README.md': { title: 'Zeta', body: ['## Decisions', '- z'] },
  });
  test.each([
    ['none', [': c, b, a, a again, n, d, e, z']],
    [
      'day',
      [
        '4 Jan 2027: c',
        '3 Jan 2027: b',
        '28 Dec 2026: a, a again',
        '1 Oct 2026: n',
        '30 Sept 2026: d, e',
        'No date: z',
      ],
    ],
    [
      'week',
      ['Week of 4 Jan 2027: c', 'Week of 28 Dec 2026: b, a, a again', 'Week of 28 Sept 2026: n, d, e', 'No date: z'],
    ],
    [
      'month',
      ['January 2027: c, b', 'December 2026: a, a again', 'October 2026: n', 'September 2026: d, e', 'No date: z'],
    ],
    ['quarter', ['Q1 2027: c, b', 'Q4 2026: a, a again, n', 'Q3 2026: d, e', 'No date: z']],
    ['account', ['Aster: b, a, a again', 'élan: c', 'No account: e', 'Zeta: d, z', 'No account: n']],
    [
      'note',
      [
        'Sync · 4 Jan 2027: c',
        'Call of 2027-01-03 · 3 Jan 2027: b',
        'Call of 2026-12-28 · 28 Dec 2026: a, a again',
        'Loose · 1 Oct 2026: n',
        'Sync · 30 Sept 2026: d',
        'Sync · 30 Sept 2026: e',
        'Zeta: z',
      ],
    ],
    ['status', ['Confirmed: d', 'Stated: c, b, a, a again, n, e, z']],
  ])('by %s', (group, wanted) => {
    expect(titled(run(VAULT, ['account: all', `group: ${group}`]))).toEqual(wanted);
  });

  it('a timeline by owner and by status', () => {
    const graph = vaultOf({
      'a.md': meeting(
        '2026-03-01',
        '- [ ] mine @Myself',
        '- [x] hers @Ana',
        '## Decisions',
        '- said',
        '## Key facts',
        '- known',
      ),
    });
    expect(titled(run(graph, ['show: timeline', 'group: owner']))).toEqual([
      'Me: mine',
      'Ana: hers',
      'No task: Call of 2026-03-01, said, known',
    ]);
    expect(titled(run(graph, ['show: timeline', 'group: status']))).toEqual([
      'Meetings: Call of 2026-03-01',
      'Stated: said',
      'Open: mine',
      'Done: hers',
      'Facts: known',
    ]);
  });
});

describe('lines that say the same', () => {
  const said = 'Keep the on-premises historian as the system of record.';
  const task = 'Send the rack layout of hall two to Ilse Brandt.';

  it('are one row with the others; what is said of any counts for all', () => {
    const graph = vaultOf({
      'a.md': meeting('2026-03-01', `- [?] ${task} @Ana`, '## Decisions', `- ${said} [confirmed:: 2026-03-09]`),
      'b.md': meeting('2026-03-04', `- [ ] ${task} @Ana`, '## Decisions', `- ${said}`),
      'c.md': meeting('2026-03-05', `- [-] ${task} @Ana #copy`),
    });
    expect(run(graph, []).sections[0]!.rows).toMatchObject([
      { path: 'b.md', confirmed: '2026-03-09', copies: [{ path: 'a.md' }] },
    ]);
    expect(run(graph, ['show: tasks', 'status: all']).sections[0]!.rows).toMatchObject([
      { path: 'b.md', status: 'open', copies: [{ path: 'a.md', note: 'Call of 2026-03-01' }] },
    ]);
  });

  it('are not shown twice where an account’s note says them and one that looks to be of it', () => {
    const loose = (...body: readonly string[]): NoteParts => ({ title: 'Aster, loose', date: '2026-03-02', body });
    const graph = vaultOf({
      'a.md': meeting('2026-03-01', `- [ ] ${task} @Ana`, '## Decisions', `- ${said}`),
      'n.md': loose(`- [ ] ${task} @Ana`, '- [ ] Another thing.', '## Decisions', `- ${said}`),
    });
    expect(run(graph, ['account: all']).sections[0]!.rows).toMatchObject([{ path: 'a.md' }]);
    expect(run(graph, ['account: all', 'show: tasks']).sections[0]!.rows).toMatchObject([
      { path: 'n.md', text: 'Another thing.' },
      { path: 'a.md' },
    ]);
  });

  it('are shown where the account’s line is only marked as a copy', () => {
    const graph = vaultOf({
      'a.md': meeting('2026-03-01', `- [-] ${task} @Ana #copy`),
      'n.md': { title: 'Loose', date: '2026-03-02', body: [`- [ ] ${task} @Ana`] },
    });
    expect(run(graph, ['account: all', 'show: tasks']).sections[0]!.rows).toMatchObject([{ path: 'n.md', copies: [] }]);
  });
});
