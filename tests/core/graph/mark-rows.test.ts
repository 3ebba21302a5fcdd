import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/change/apply';
import type { DecisionMark } from '../../../src/core/change/mark-decision';
import { selectAccount } from '../../../src/core/graph/account-detail';
import { decisionKind, filterDecisions } from '../../../src/core/graph/decision-filter';
import { changeNotes, type Graph } from '../../../src/core/graph/graph';
import { selectGroups } from '../../../src/core/graph/groups';
import { decisionsIn, markLines, markRow, otherDecisions, type MarkPlan } from '../../../src/core/graph/mark-rows';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { vaultOf, type NoteParts } from './vault';
import type { StatementRow } from '../../../src/core/graph/rows';
import { allGroups } from '../../../src/core/copies/group';

const RULES = readingRules(DEFAULT_SETTINGS);
const VIEWPOINT = { today: '2026-03-10' as const, settings: DEFAULT_SETTINGS };
const CONFIRM: DecisionMark = { name: 'confirm', day: '2026-03-06' };
const meeting = (date: string, ...decisions: readonly string[]): NoteParts => ({
  title: `Call of ${date}`,
  date,
  account: 'Aster',
  body: ['## Decisions', ...decisions],
});
const said = 'Keep the on-premises historian as the system of record.';

const groupsOf = (graph: Graph) => selectGroups(graph, DEFAULT_SETTINGS);
const rowsOf = (graph: Graph): readonly StatementRow[] =>
  selectAccount(graph, 'aster', VIEWPOINT, groupsOf(graph))!.decisions;
const plan = (graph: Graph, row: Pick<StatementRow, 'path' | 'key'>, mark: DecisionMark): MarkPlan =>
  markRow(graph, row, mark, { groups: groupsOf(graph), rules: RULES });

/** The graph after a plan was written. */
function written(graph: Graph, { notes }: MarkPlan): Graph {
  return changeNotes(
    graph,
    new Map(
      notes.map(({ path, edits }) => [
        path,
        readNote(path, applyEdits(graph.notes.get(path)!.text, edits).text, RULES),
      ]),
    ),
  );
}

describe('a row of decisions that say the same', () => {
  const vault = vaultOf({
    'a.md': meeting('2026-02-20', `- ${said} [confirmed:: 2026-02-21] ^id`, '- Start in May.'),
    'b.md': meeting('2026-03-01', `- ${said} [confirmed:: 2026-02-25]`, '- Buy racks. [superseded:: [[c]]]'),
    'c.md': meeting('2026-03-05', `- ${said}`),
  });

  test('takes what is said from any of its lines, the newest day', () => {
    expect(
      rowsOf(vault).map(({ path, text, confirmed, superseded, copies }) => [
        path,
        text,
        confirmed,
        superseded,
        copies.map((other) => [other.path, other.confirmed]),
      ]),
    ).toEqual([
      [
        'c.md',
        said,
        '2026-02-25',
        null,
        [
          ['b.md', '2026-02-25'],
          ['a.md', '2026-02-21'],
        ],
      ],
      ['b.md', 'Buy racks.', null, 'c', []],
      ['a.md', 'Start in May.', null, null, []],
    ]);
  });

  test('is told on its best line, and loses what was told on each of its lines', () => {
    const [row] = rowsOf(vault);
    const confirmed = plan(vault, row!, CONFIRM);
    expect(confirmed).toMatchObject({
      refusals: [],
      decisions: 1,
      first: said,
      notes: [{ path: 'c.md', edits: [{ replacement: [`- ${said} [confirmed:: 2026-03-06]`] }] }],
    });
    const now = written(vault, confirmed);
    const [again] = rowsOf(now);
    expect(again).toMatchObject({ path: 'c.md', confirmed: '2026-03-06' });
    expect(again!.copies).toHaveLength(2);
    const back = plan(now, again!, { name: 'unmark', kinds: ['confirmed'] });
    expect(back.notes.flatMap(({ path, edits }) => edits.map(({ replacement }) => [path, replacement]))).toEqual([
      ['a.md', [`- ${said} ^id`]],
      ['b.md', [`- ${said}`]],
      ['c.md', [`- ${said}`]],
    ]);
    expect(rowsOf(written(now, back))[0]).toMatchObject({
      path: 'c.md',
      confirmed: null,
      copies: [{ path: 'b.md' }, { path: 'a.md' }],
    });
  });

  test('is refused where it is gone, or where there is nothing to take back', () => {
    const last = rowsOf(vault).at(-1)!;
    expect(plan(vault, last, { name: 'unmark', kinds: ['superseded'] })).toMatchObject({
      notes: [],
      refusals: [{ sentence: "Couldn't update “Start in May.”: it already says that." }],
    });
    expect(plan(vault, { path: 'a.md', key: 'a.md\n- gone\n0' }, CONFIRM)).toMatchObject({
      notes: [],
      refusals: [{ sentence: "Couldn't update a decision: it's no longer in the note." }],
    });
  });

  test('may be superseded by the other decisions of its account', () => {
    const others = (path: string, text: string): readonly string[] =>
      otherDecisions(vault, path, [text], groupsOf(vault)).map((row) => row.text);
    expect(others('a.md', said)).toEqual(['Buy racks.', 'Start in May.']);
    expect(others('a.md', 'Start in May.')).toEqual([said, 'Buy racks.']);
    expect(
      otherDecisions(
        vaultOf({ 'x.md': { date: '2026-03-01', body: ['## Decisions', '- One.', '- Two.'] } }),
        'x.md',
        ['One.'],
        new Map(),
      ).map((row) => row.text),
    ).toEqual(['Two.']);
    expect(others('nowhere.md', 'One.')).toEqual([]);
  });
});

test('the decisions of some lines are those that begin or go on there', () => {
  const text = '---\ntags: [type/customer]\n---\n## Decisions\n- One\n  goes on\n- Two\n\n## Key facts\n- Three';
  const at = (first: number, last = first): readonly string[] =>
    decisionsIn('a.md', text, { first, last }, RULES).map((decision) => decision.text);
  expect([at(3), at(4), at(5), at(6), at(5, 6), at(9)]).toEqual([
    [],
    ['One goes on'],
    ['One goes on'],
    ['Two'],
    ['One goes on', 'Two'],
    [],
  ]);
  expect(decisionsIn('a.md', text.replace('type/customer', 'x'), { first: 0, last: 9 }, RULES)).toEqual([]);
  expect(
    applyEdits(
      text,
      markLines('a.md', text, decisionsIn('a.md', text, { first: 4, last: 6 }, RULES), CONFIRM, RULES).notes[0]!.edits,
    ).text,
  ).toBe(text.replace('- One', '- One [confirmed:: 2026-03-06]').replace('- Two', '- Two [confirmed:: 2026-03-06]'));
});

test('a filter shows decisions of one kind; of all of them those that do not hold any more come last', () => {
  const rows = [
    ['a', null, null],
    ['b', '2026-03-06', 'X'],
    ['c', '2026-03-06', null],
    ['d', null, 'X'],
    ['e', null, null],
  ].map(([name, confirmed, superseded]) => ({
    name,
    confirmed: confirmed as '2026-03-06' | null,
    superseded: superseded!,
  }));
  const names = (filter: Parameters<typeof filterDecisions>[1]): string =>
    filterDecisions(rows, filter)
      .map(({ name }) => name)
      .join('');
  expect([names('all'), names('confirmed'), names('unconfirmed'), names('superseded')]).toEqual([
    'acebd',
    'c',
    'ae',
    'bd',
  ]);
  expect(rows.map(decisionKind)).toEqual(['unconfirmed', 'superseded', 'confirmed', 'superseded', 'unconfirmed']);
});

const texts = fc.constantFrom(
  said,
  'Keep the historian on the premises as system of record',
  'The historian stays on the premises as the system of record.',
  'Start in May.',
  'Start in May',
  'Start the pilot in May.',
  'The audit is over.',
);
const notes = fc.record({
  date: fc.constantFrom('2026-03-01', '2026-03-05', '2026-02-20'),
  account: fc.constantFrom('Aster', 'Aster', 'Birch', ''),
  body: fc
    .array(
      texts.map((text) => `- ${text}`),
      { minLength: 1, maxLength: 4 },
    )
    .map((lines) => ['## Decisions', ...lines]),
});
const marks: fc.Arbitrary<DecisionMark> = fc.constantFrom<DecisionMark>(
  CONFIRM,
  { name: 'confirm', day: '2026-01-01' },
  { name: 'supersede', by: 'b' },
  { name: 'supersede', by: 'Historian' },
  { name: 'unmark', kinds: ['confirmed'] },
);

test('which lines say the same is the same whatever is said of them', () => {
  const linesIn = (graph: Graph): readonly (readonly string[])[] =>
    allGroups(groupsOf(graph))
      .map(({ lines }) => lines.map(({ path, line }) => `${path}:${line}`).sort())
      .sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'), notes, { minKeys: 1 }),
      fc.array(fc.tuple(fc.nat(), marks), { minLength: 1, maxLength: 4 }),
      (vault, steps) => {
        const before = vaultOf(vault);
        let graph = before;
        for (const [which, mark] of steps) {
          const rows = selectAccount(graph, 'aster', VIEWPOINT, groupsOf(graph))?.decisions ?? [];
          if (rows.length > 0) graph = written(graph, plan(graph, rows[which % rows.length]!, mark));
        }
        expect(linesIn(graph)).toEqual(linesIn(before));
        const shown = (of: Graph): readonly unknown[] =>
          (selectAccount(of, 'aster', VIEWPOINT, groupsOf(of))?.decisions ?? []).map((row) =>
            [row, ...row.copies].map(({ path, line, text }) => `${path}:${line} ${text}`).sort(),
          );
        expect(shown(graph)).toEqual(shown(before));
      },
    ),
    { numRuns: 100 },
  );
});
