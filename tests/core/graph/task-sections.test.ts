import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { selectAccount } from '../../../src/core/graph/account-detail';
import type { AccountDetail } from '../../../src/core/graph/rows';
import { searchTasks, taskSections, type TaskGrouping, type Whose } from '../../../src/core/graph/task-sections';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { vaultOf } from './vault';

const TODAY = '2026-03-10' as const;

function opened(lines: readonly string[]): AccountDetail {
  return selectAccount(vaultOf({ 'a.md': { date: '2026-03-01', account: 'Aster', body: lines } }), 'aster', {
    today: TODAY,
    settings: DEFAULT_SETTINGS,
  })!;
}

const shown = (
  lines: readonly string[],
  grouping: TaskGrouping,
  whose: Whose = 'all',
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    taskSections(opened(lines), { grouping, whose, today: TODAY }).map(({ title, tasks }) => [
      title,
      tasks.map(({ text }) => text).join(' '),
    ]),
  );

const LINES = [
  '- [ ] a @Me 📅 2026-03-10',
  '- [ ] b @Ana, @Ben',
  '- [/] c @Ben (lead) 📅 2026-03-17',
  '- [ ] d 📅 2026-03-09',
  '- [ ] e @TBD 📅 2026-03-18',
  '- [ ] f @Myself @Ana',
  '- [?] g @Me',
  '- [x] h',
  '- [-] i @Ana',
];

describe('the tasks of an account', () => {
  it.each<[string, TaskGrouping, Whose, Readonly<Record<string, string>>]>([
    [
      'mine and those of others',
      'side',
      'all',
      { Mine: 'a f', 'Waiting on others': 'd c e b', Proposed: 'g', Done: 'h', Dismissed: 'i' },
    ],
    [
      'by owner, one of several people with each',
      'owner',
      'all',
      { Mine: 'a f', Ana: 'b', Ben: 'c b', 'No owner': 'd e', Proposed: 'g', Done: 'h', Dismissed: 'i' },
    ],
    [
      'by day',
      'day',
      'all',
      {
        Overdue: 'd',
        Today: 'a',
        'Next 7 days': 'c',
        Later: 'e',
        'No date': 'b f',
        Proposed: 'g',
        Done: 'h',
        Dismissed: 'i',
      },
    ],
    ['mine alone', 'day', 'mine', { Today: 'a', 'No date': 'f', Proposed: 'g' }],
    [
      'what others are to do',
      'owner',
      'others',
      { Ana: 'b', Ben: 'c b', 'No owner': 'd e', Done: 'h', Dismissed: 'i' },
    ],
  ])('are put together: %s', (_, grouping, whose, expected) => {
    expect(shown(LINES, grouping, whose)).toEqual(expected);
  });

  it('stand in a section each, none in two but by owner, and no section is empty', () => {
    const line = fc.tuple(
      fc.constantFrom(' ', '/', '?', 'x', '-'),
      fc.subarray(['@Me', '@Ana', '@ana', '@Ben', '@TBD']),
      fc.constantFrom('', '📅 2026-03-09', '📅 2026-03-10', '📅 2026-03-17', '📅 2026-09-01'),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom<TaskGrouping>('side', 'owner', 'day'),
        (lines, grouping) => {
          const detail = opened(
            lines.map(([symbol, owners, due], index) => `- [${symbol}] task${index} ${owners.join(' ')} ${due}`),
          );
          const held = (whose: Whose) => taskSections(detail, { grouping, whose, today: TODAY });
          const all = held('all').flatMap(({ tasks }) => tasks);
          expect(new Set(all)).toEqual(new Set(detail.tasks));
          if (grouping !== 'owner') expect(all).toHaveLength(detail.tasks.length);
          expect(held('all').every(({ tasks }) => tasks.length > 0)).toBe(true);
          const parts = [held('mine'), held('others')].map(
            (sections) => new Set(sections.flatMap(({ tasks }) => tasks)),
          );
          expect(parts[0]!.size + parts[1]!.size).toBe(detail.tasks.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a search among the tasks of an account', () => {
  const found = (search: string): readonly string[] => searchTasks(opened(LINES).tasks, search).map(({ text }) => text);

  it('finds what holds each word, in what a task says, whose it is, or the name of its note', () => {
    expect(found('')).toHaveLength(LINES.length);
    expect(found('ana')).toEqual(expect.arrayContaining(['b', 'f', 'i']));
    expect(found('ana ben')).toEqual(['b']);
    expect(found('nobody')).toEqual([]);
  });

  it('finds no more with more words, and each task by its own words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (first, second) => {
        const wider = found(first);
        return found(`${first} ${second}`).every((text) => wider.includes(text));
      }),
    );
    for (const { text } of opened(LINES).tasks) expect(found(text)).toContain(text);
  });
});
