import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../../src/core/base/day';
import { selectGroups, groupsSelection } from '../../../src/core/graph/groups';
import { changeNotes, EMPTY_GRAPH, type Graph } from '../../../src/core/graph/graph';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import type { Viewpoint } from '../../../src/core/graph/select';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { filterRows, NO_FILTER } from '../../../src/core/triage/filter';
import { rowLedBy, type ProposalRow } from '../../../src/core/triage/rows';
import { rowsSelection, selectRows } from '../../../src/core/triage/select-rows';
import { GROUPINGS, inSections } from '../../../src/app/triage/sections';
import { countSplits, nextSplit, splitTest, SPLITS } from '../../../src/core/triage/splits';
import { noteText, vaultOf } from '../graph/vault';

const TODAY: Day = '2026-11-22';
const VIEWPOINT = { today: TODAY, settings: DEFAULT_SETTINGS };
const RULES = { today: TODAY, isNew: (path: string) => path === 'B.md' };

const meeting = (account: string, date: string, tasks: readonly string[], source = 'call'): string =>
  noteText({
    title: `Call of ${date}`,
    date,
    account,
    more: [`source_ref: "Sources/${source}.md"`],
    body: ['## Action Items', '', ...tasks],
  });

const NOTES = {
  'A.md': meeting('Northwind', '2026-11-10', [
    '- [?] Send the pilot report to Ilse. @Ana 📅 2026-11-25 #proposed',
    '- [?] Book the freight lift. #proposed',
  ]),
  'B.md': meeting('Northwind', '2026-11-12', ['- [?] Send the report of the pilot to Ilse. @Ana ⏫ #proposed']),
  'Inbox.md': '- [?] Send the pilot report to Ilse. @Ana #proposed\n- [ ] Buy milk.',
  'Sources/call.md': '- [x] Send Ilse the pilot report. ✅ 2026-11-15\n- [?] Book the freight lift. #proposed',
  'C.md': meeting(
    'Heron',
    '2026-11-01',
    [
      '- [?] Price the renewal. @Myself 🛫 2026-12-01 #proposed',
      '- [?] Ask who signs the data agreement. @Sol #proposed',
      '- [-] Order the badge readers. ❌ 2026-11-02',
    ],
    'other',
  ),
  'D.md': meeting('Heron', '2026-11-20', ['- [?] Order the badge readers. @Myself #proposed'], 'other'),
};

function rowsOf(graph: Graph): readonly ProposalRow[] {
  return selectRows(graph, selectGroups(graph, DEFAULT_SETTINGS), VIEWPOINT);
}

/** The rows of a split, each by its words and the notes of its lines. */
const shown = (rows: readonly ProposalRow[]): readonly string[] =>
  rows.map(({ text, path, copies }) => [text, path, ...copies.map((copy) => copy.path)].join(' | '));

describe('what waits', () => {
  const rows = rowsOf(vaultOf(NOTES));

  test('is one row for a group: its best line, and the copies in other notes and inbox lists', () => {
    expect(shown(rows)).toEqual([
      'Order the badge readers. | D.md',
      'Send the report of the pilot to Ilse. | B.md | A.md | Inbox.md',
      'Book the freight lift. | A.md',
      'Price the renewal. | C.md',
      'Ask who signs the data agreement. | C.md',
    ]);
  });

  test('says where and when it was done or decided before', () => {
    expect(
      rows.map(({ done, decided }) => [
        done && `${done.status} ${done.day} ${done.path}:${done.line}`,
        decided && `${decided.status} ${decided.day} ${decided.path}`,
      ]),
    ).toEqual([
      [null, 'dismissed 2026-11-02 C.md'],
      ['done 2026-11-15 Sources/call.md:0', null],
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  test('may be led by another of its lines: each line is still in it once, and what is known of it stays', () => {
    const row = rows[1]!;
    for (const { key, path, text } of [row, ...row.copies]) {
      const led = rowLedBy(row, key);
      expect(led).toMatchObject({ key, path, text, done: row.done, decided: row.decided, account: row.account });
      expect(new Set([led, ...led.copies].map((line) => line.key))).toEqual(
        new Set([row, ...row.copies].map((line) => line.key)),
      );
      expect(led.copies).toHaveLength(row.copies.length);
    }
  });

  test('comes in splits with counts; what is snoozed is in no other one', () => {
    expect(countSplits(rows, RULES)).toEqual({
      all: 3,
      mine: 0,
      overdue: 0,
      week: 1,
      new: 1,
      before: 2,
      others: 2,
      copies: 1,
      likely: 0,
      'no-account': 0,
      snoozed: 1,
    });
    for (const name of SPLITS) expect(rows.filter(splitTest(name, RULES))).toHaveLength(countSplits(rows, RULES)[name]);
    expect(shown(rows.filter(splitTest('snoozed', RULES)))).toEqual(['Price the renewal. | C.md']);
  });

  test('is overdue, or due this week, by the day alone, and leads on to what is most urgent', () => {
    const dueOn = (day: string): readonly ProposalRow[] =>
      rowsOf(vaultOf({ 'A.md': meeting('Heron', '2026-11-20', [`- [?] Ask who signs. @Sol 📅 ${day} #proposed`]) }));
    const splitsOf = (day: string): readonly string[] =>
      SPLITS.filter((split) => dueOn(day).some(splitTest(split, RULES)));
    expect(splitsOf('2026-11-21')).toEqual(['all', 'overdue', 'others']);
    for (const day of ['2026-11-22', '2026-11-29']) expect(splitsOf(day)).toEqual(['all', 'week', 'others']);
    expect(splitsOf('2026-11-30')).toEqual(['all', 'others']);
    expect(['2026-11-21', '2026-11-22', '2026-11-30'].map((day) => nextSplit(countSplits(dueOn(day), RULES)))).toEqual([
      'overdue',
      'week',
      'others',
    ]);
    expect(nextSplit(countSplits([], RULES))).toBeNull();
  });

  test.each([
    [{ account: 'Heron' }, ['Order', 'Price', 'Ask']],
    [{ account: '' }, []],
    [{ owner: 'Ana' }, ['Send']],
    [{ owner: '' }, ['Book']],
    [{ note: 'Inbox.md' }, ['Send']],
    [{ age: 'week' as const }, ['Order']],
    [{ age: 'month' as const, words: 'LIFT northwind' }, ['Book']],
    [{ words: 'inbox' }, ['Send']],
    [{ words: 'no such words' }, []],
  ])('is narrowed by %j', (filter, words) => {
    expect(filterRows({ ...NO_FILTER, ...filter })(rows).map(({ text }) => text.split(' ')[0])).toEqual(words);
  });

  test('holds a snoozed group as snoozed whichever of its lines says so', () => {
    const graph = vaultOf({ ...NOTES, 'B.md': NOTES['B.md'].replace('⏫', '⏫ 🛫 2026-11-30') });
    expect(rowsOf(graph).find(({ copies }) => copies.length === 2)).toMatchObject({ snoozed: '2026-11-30' });
  });
});

test('two lines of one note that ask two people the same thing stay two rows', () => {
  const graph = vaultOf({
    'A.md': meeting('Northwind', '2026-11-10', [
      '- [?] Attend the design review. @Ana #proposed',
      '- [?] Attend the design review. @Sol #proposed',
    ]),
  });
  expect(shown(rowsOf(graph))).toEqual(['Attend the design review. | A.md', 'Attend the design review. | A.md']);
});

test('rows that are followed are those that are made anew, and a row that did not change stays the same value', () => {
  let graph = vaultOf(NOTES);
  const groups = groupsSelection();
  const follow = rowsSelection();
  const settle = () => {
    groups.follow(graph, DEFAULT_SETTINGS);
    groups.work(() => false);
    return groups.groups();
  };
  let before = [...follow(graph, settle(), VIEWPOINT).rows];
  const changes: Readonly<Record<string, string | null>> = {
    'D.md': `\n\n${NOTES['D.md']}`,
    'A.md': NOTES['A.md'].replace('[?] Send', '[ ] Send'),
    'Inbox.md': null,
    'Sources/call.md': 'Nothing was said.',
  };
  for (const [path, text] of Object.entries(changes)) {
    const stale = groups.groups();
    graph = changeNotes(
      graph,
      new Map([[path, text === null ? null : readNote(path, text, readingRules(DEFAULT_SETTINGS))]]),
    );
    // The copies are found a moment later: until then no row holds a line that is not proposed any more, and none is
    // missing.
    const meanwhile = [...follow(graph, stale, VIEWPOINT).rows];
    const lines = meanwhile
      .flatMap((row) => [row, ...row.copies])
      .map(({ key }) => key)
      .sort();
    expect(lines).toEqual(
      rowsOf(graph)
        .flatMap((row) => [row, ...row.copies])
        .map(({ key }) => key)
        .sort(),
    );
    const after = [...follow(graph, settle(), VIEWPOINT).rows];
    expect(after).toEqual(rowsOf(graph));
    for (const row of after) {
      if (path === 'D.md' ? row.path !== 'D.md' : row.path === 'C.md')
        expect(row).toBe(before.find(({ key }) => key === row.key));
    }
    before = after;
  }
});

test('rows follow whatever changes: notes, accounts, copies that are known later, the day and the settings', () => {
  const lines = fc.constantFrom(
    '- [?] Send the pilot report to Ilse. @Ana #proposed',
    '- [?] Send Ilse the pilot report. #proposed',
    '- [ ] Send the report of the pilot to Ilse. @Ana',
    '- [x] Send Ilse the pilot report. ✅ 2026-11-15',
    '- [?] Book the freight lift. 🛫 2026-11-23 #proposed',
    '- [?] Book the freight lift. @Myself #proposed',
    '- [-] Book the freight lift. ❌ 2026-11-02',
  );
  const texts = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('Northwind', 'Northwind', 'Heron', ''),
        fc.constantFrom('2026-11-10', '2026-11-12'),
        fc.array(lines, { maxLength: 3 }),
      )
      .map(([account, date, tasks]) => meeting(account, date, tasks)),
    fc.array(lines, { maxLength: 2 }).map((tasks) => tasks.join('\n')),
  );
  const paths = fc.constantFrom(
    'A.md',
    'B.md',
    'C.md',
    'Customers/Heron/D.md',
    'Inbox.md',
    'Sources/call.md',
    'Customers/Heron/README.md',
  );
  const viewpoints = fc.constantFrom<Viewpoint>(
    VIEWPOINT,
    VIEWPOINT,
    { ...VIEWPOINT, today: '2026-11-24' },
    { ...VIEWPOINT, settings: { ...DEFAULT_SETTINGS, readOtherProposals: !DEFAULT_SETTINGS.readOtherProposals } },
    { ...VIEWPOINT, settings: { ...DEFAULT_SETTINGS, people: [['Ana Cruz', 'Ana']] } },
  );
  const changes = fc.array(
    fc.record({
      notes: fc.dictionary(paths, fc.option(texts), { minKeys: 1, maxKeys: 3 }),
      viewpoint: viewpoints,
      finds: fc.boolean(),
      waits: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(changes, (steps) => {
      let graph: Graph = EMPTY_GRAPH;
      let seen = graph;
      const groups = groupsSelection();
      const follow = rowsSelection();
      for (const { notes, viewpoint, finds, waits } of steps) {
        graph = changeNotes(
          graph,
          new Map(
            Object.entries(notes).map(([path, text]) => [
              path,
              text === null ? null : readNote(path, text, readingRules(DEFAULT_SETTINGS)),
            ]),
          ),
        );
        if (finds) {
          groups.follow(graph, DEFAULT_SETTINGS);
          groups.work(() => false);
        }
        expect([...follow(graph, groups.groups(), viewpoint).rows]).toEqual(
          selectRows(graph, groups.groups(), viewpoint),
        );
        // While many notes are written, the copies may be those of a moment later.
        if (waits)
          expect([...follow(seen, groups.groups(), viewpoint).rows]).toEqual(
            selectRows(seen, groups.groups(), viewpoint),
          );
        seen = graph;
      }
    }),
    { numRuns: 150 },
  );
});

describe('a follow-up', () => {
  const graph = vaultOf({
    'A.md': meeting('Northwind', '2026-11-03', [
      '- [?] Roll out the release at the north gate early on Thursday. @Dario Penhall 📅 2026-11-10 #proposed',
      '- [?] Order the spare badge readers for the yard. @Mei 📅 2026-11-12 #proposed',
    ]),
    'B.md': meeting(
      'Northwind',
      '2026-11-10',
      [
        '- [?] Roll out the release at the north gate. @Dario 📅 2026-11-17 #proposed',
        '- [?] Write the instruction card for the shift leads. @Mei 📅 2026-11-12 #proposed',
      ],
      'mail',
    ),
    'Sources/mail.md': '- [x] Instruction card: written for shift leads. ✅ 2026-11-16',
  });
  const rows = rowsOf(graph);

  test('moves a task on: its row shows the newest day, and what it was', () => {
    const row = rows.find(({ text }) => text.startsWith('Roll out'))!;
    expect(row).toMatchObject({
      path: 'B.md',
      due: '2026-11-17',
      was: { due: '2026-11-10', owners: [] },
      copies: [{ path: 'A.md' }],
    });
    expect(rows.filter(({ was }) => was !== null)).toEqual([row]);
  });

  test('is done where its own source says so in other words', () => {
    const done = rows.flatMap((row) => (row.done === null ? [] : [[row.text, row.done.path, row.done.day]]));
    expect(done).toEqual([['Write the instruction card for the shift leads.', 'Sources/mail.md', '2026-11-16']]);
  });
});

test('rows that are likely the same share an id', () => {
  const rows = rowsOf(
    vaultOf({
      'A.md': meeting('Northwind', '2026-11-03', [
        '- [?] Finish the letter to leavers, of which half is written. @Ana #proposed',
        '- [?] Book the freight lift. @Mei #proposed',
      ]),
      'B.md': meeting('Northwind', '2026-11-03', [
        '- [?] Complete the letter and give it to Bronagh. @TBD #proposed',
        '- [?] Order badge readers. @Mei #proposed',
      ]),
    }),
  );
  const likely = rows.filter((row) => row.likely !== null);
  expect(likely.map(({ text }) => text.split(' ')[0]).sort()).toEqual(['Complete', 'Finish']);
  expect(new Set(likely.map((row) => row.likely)).size).toBe(1);
});

test('rows that are likely the same stand together, in any grouping, as long as both wait', () => {
  const task = (words: string, rest = ''): string => `- [?] ${words}${rest} #proposed`;
  const [first, other] = [
    'Finish the letter to leavers, of which half is written. @Ana',
    'Complete the letter and give it to Bronagh. @TBD',
  ];
  const notes = (rest: string): Readonly<Record<string, string>> => ({
    'A.md': meeting('Northwind', '2026-11-03', [task(first), task('Book the freight lift. @Mei')]),
    'B.md': meeting('Northwind', '2026-11-04', [task('Weld the gate. @Mei')], 'other'),
    'C.md': meeting('Northwind', '2026-11-05', [task(other, rest), task('Order badge readers. @Mei')]),
  });
  const graph = vaultOf(notes(''));
  const follow = rowsSelection();
  const groups = selectGroups(graph, DEFAULT_SETTINGS);
  const rows = [...follow(graph, groups, VIEWPOINT).rows];
  expect(rows.map(({ text }) => text.split(' ')[0])).toEqual(['Complete', 'Finish', 'Order', 'Weld', 'Book']);
  expect(rows.map(({ twin }) => twin && [twin.row.text.split(' ')[0], twin.leads])).toEqual([
    ['Finish', false],
    ['Complete', true],
    null,
    null,
    null,
  ]);
  for (const grouping of GROUPINGS) {
    const shownRows = [...inSections(follow(graph, groups, VIEWPOINT).rows, grouping)].map(
      ({ text }) => text.split(' ')[0],
    );
    expect(shownRows.indexOf('Finish')).toBe(shownRows.indexOf('Complete') + 1);
  }
  for (const rest of [' 🛫 2026-12-24', '']) {
    const now = vaultOf(notes(rest));
    const known = selectGroups(now, DEFAULT_SETTINGS);
    const followed = [...follow(now, known, VIEWPOINT).rows];
    expect(followed).toEqual(selectRows(now, known, VIEWPOINT));
    expect(followed.filter(({ twin }) => twin !== null)).toHaveLength(rest === '' ? 2 : 0);
  }
});
