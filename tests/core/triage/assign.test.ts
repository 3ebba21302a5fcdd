import { describe, expect, test } from '@jest/globals';
import type { Account } from '../../../src/core/account/resolve';
import { applyEdits } from '../../../src/core/change/apply';
import { assignFault } from '../../../src/core/change/assign-account';
import type { RefusalReason } from '../../../src/core/change/refusal';
import { faultWords, stayWords } from '../../../src/core/triage/assign-words';
import {
  assignNotes,
  mergeAccounts,
  type AssignPlan,
  type MergePlan,
  type PlannedNote,
} from '../../../src/core/triage/assign';
import { changeNotes, type Graph } from '../../../src/core/graph/graph';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { accountsOf, vaultOf } from '../graph/vault';

const graph = vaultOf({
  'Customers/Blue Heron/README.md': { aliases: ['Heron'] },
  'Old.md': {
    date: '2026-11-01',
    account: 'Heron',
    tags: ['account/blue-heron-inc'],
    body: ['**Account**: [[Heron]]'],
  },
  'Ear.md': {
    date: '2026-11-02',
    account: 'Blue Herron',
    tags: ['account/blue-herron'],
    body: ['**Account**: [[Blue Herron]]', 'Blue Herron said so.'],
  },
  'Customers/Blue Herron/Note.md': { date: '2026-11-03', account: 'Blue Herron' },
  'Empty.md': { date: '2026-11-04', account: '', tags: ['account/'], body: ['**Account**: [[]]'] },
  'None.md': 'Nothing.\n- [?] a task\n',
});

/** All that a plan writes, the page of a merge last. */
function allOf({
  notes,
  page = null,
}: AssignPlan & Partial<Pick<MergePlan, 'page'>>): readonly Pick<PlannedNote, 'path' | 'edits'>[] {
  return page?.edits.ok === true ? [...notes, { path: page.path, edits: page.edits.value }] : notes;
}

function linesOf(plan: AssignPlan): readonly string[] {
  return allOf(plan).flatMap(({ path, edits }) => {
    const before = graph.notes.get(path)!.text.split('\n');
    return applyEdits(graph.notes.get(path)!.text, edits)
      .text.split('\n')
      .flatMap((line, index) => (line === before[index] ? [] : [`${path}: ${line}`]));
  });
}

function written(plan: AssignPlan): Graph {
  const rules = readingRules(DEFAULT_SETTINGS);
  return changeNotes(
    graph,
    new Map(
      allOf(plan).map(({ path, edits }) => [
        path,
        readNote(path, applyEdits(graph.notes.get(path)!.text, edits).text, rules),
      ]),
    ),
  );
}

describe('an assignment', () => {
  test('fills what is empty, with the tag that the account has elsewhere', () => {
    expect(linesOf(assignNotes(graph, [{ path: 'Empty.md', account: 'Blue Heron, Inc.' }]))).toEqual([
      'Empty.md: account: "Blue Heron, Inc."',
      'Empty.md:   - "account/blue-heron-inc"',
      'Empty.md: **Account**: [[Blue Heron, Inc.]]',
    ]);
  });

  test('puts another account in the place of the one that the note states', () => {
    const plan = assignNotes(graph, [{ path: 'Ear.md', account: 'Northwind' }]);
    expect(linesOf(plan)).toEqual([
      'Ear.md: account: "Northwind"',
      'Ear.md:   - "account/northwind"',
      'Ear.md: **Account**: [[Northwind]]',
    ]);
    expect(accountsOf(written(plan))['Ear.md']).toBe('Northwind (front matter)');
  });

  test('says of each note why it could not be written', () => {
    const { notes, refusals } = assignNotes(graph, [
      { path: 'None.md', account: 'Northwind' },
      { path: 'gone.md', account: 'Northwind' },
    ]);
    expect(notes).toEqual([]);
    expect(refusals.map(({ path, reason }) => [path, reason])).toEqual([
      ['None.md', 'no-front-matter'],
      ['gone.md', 'gone-note'],
    ]);
    for (const { sentence } of refusals) expect(sentence).toMatch(/^Couldn't (?:update|assign)/);
  });
});

test('a note that says it already is left as it is, and says so', () => {
  expect(assignNotes(graph, [{ path: 'Customers/Blue Herron/Note.md', account: 'Blue Herron' }])).toMatchObject({
    notes: [],
    refusals: [{ reason: 'unchanged', sentence: expect.stringContaining('already says that') }],
  });
});

test('notes of one title are told apart by their paths', () => {
  const twice = vaultOf({
    'A/x.md': { title: 'Call', date: '2026-11-01' },
    'B/x.md': { title: 'Call', date: '2026-11-01' },
    'C.md': { title: 'Other', date: '2026-11-01' },
  });
  expect(
    assignNotes(
      twice,
      ['A/x.md', 'B/x.md', 'C.md'].map((path) => ({ path, account: 'Aster' })),
    ).notes.map(({ name }) => name),
  ).toEqual(['Call (A/x.md)', 'Call (B/x.md)', 'Other']);
});

describe('why notes stay as they are', () => {
  const left = (...reasons: readonly RefusalReason[]) =>
    reasons.map((reason, index) => ({ reason, sentence: `Sentence ${index}.` }));

  test.each([
    [left(), ''],
    [left('template'), 'Sentence 0.'],
    [left('template', 'template'), '2 notes will stay unchanged: 2 with an unfilled template.'],
    [
      left('template', 'no-front-matter', 'no-front-matter', 'broken-front-matter'),
      '4 notes will stay unchanged: 2 without front matter, 1 with an unfilled template, 1 with invalid YAML.',
    ],
    [
      left('template', 'no-front-matter', 'no-front-matter', 'broken-front-matter', 'unchanged', 'gone'),
      '6 notes will stay unchanged: 2 without front matter, 1 with an unfilled template, 1 with invalid YAML, 2 for other reasons.',
    ],
  ])('is said once for a kind', (refusals, words) => {
    expect(stayWords(refusals, 'stay')).toBe(words);
  });
});

test.each<[string, RefusalReason | null, string]>([
  ['---\ndate: 2026-11-01\nAccount: Blue Heron\n---\n', 'other-account', 'unreadable account in the front matter'],
  ['Words.', 'no-front-matter', 'no front matter'],
  ['---\ntags: [a]\ntags: [b]\n---\n', 'broken-front-matter', "front matter isn't valid YAML"],
  ['---\naccount: {a: b}\n---\n', 'front-matter-form', "front matter can't be changed safely"],
  ['---\naccount:\n---\n', null, ''],
])('why a note cannot get an account is said before: %j', (text, fault, why) => {
  expect(assignFault('a.md', text)).toBe(fault);
  if (fault !== null) expect(faultWords(fault)).toBe(`Can't assign yet: ${why}. Correct that first.`);
});

describe('two spellings', () => {
  const accountIn = (of: Graph, key: string): Account => of.resolution.accounts.get(key)!;

  test('become one: every note that states the one states the other, the page knows both, and nothing else changes', () => {
    const plan = mergeAccounts(graph, accountIn(graph, 'blueherron'), accountIn(graph, 'blueheron'));
    expect(linesOf(plan)).toEqual([
      'Customers/Blue Herron/Note.md: account: "Blue Heron"',
      'Ear.md: account: "Blue Heron"',
      'Ear.md:   - "account/blue-heron"',
      'Ear.md: **Account**: [[Blue Heron]]',
      'Customers/Blue Heron/README.md: aliases: ["Heron", "Blue Herron"]',
    ]);
    expect(plan.notes.map(({ path }) => path)).toEqual(['Customers/Blue Herron/Note.md', 'Ear.md']);
    expect([...written(plan).resolution.accounts.values()].map(({ name }) => name)).toEqual(['Blue Heron']);
  });

  test('stay one when a new note says the old one', () => {
    const merged = written(mergeAccounts(graph, accountIn(graph, 'blueherron'), accountIn(graph, 'blueheron')));
    const later = changeNotes(
      merged,
      new Map([
        [
          'New.md',
          readNote(
            'New.md',
            '---\ndate: 2026-11-05\ntags: [type/customer]\naccount: Blue Herron\n---\n',
            readingRules(DEFAULT_SETTINGS),
          ),
        ],
      ]),
    );
    expect(accountsOf(later)['New.md']).toBe('Blue Heron (front matter)');
  });

  test('become the one that has a page, whichever was asked to stay', () => {
    const plan = mergeAccounts(graph, accountIn(graph, 'blueheron'), accountIn(graph, 'blueherron'));
    expect(plan).toEqual(mergeAccounts(graph, accountIn(graph, 'blueherron'), accountIn(graph, 'blueheron')));
    expect([...written(plan).resolution.accounts.values()].map(({ name }) => name)).toEqual(['Blue Heron']);
  });

  test.each([
    ['acmerobotics', 'acmeroboticseurope'],
    ['acmeroboticseurope', 'acmerobotics'],
  ])(
    'with a page each: the name, the standing and the pages are those of the one that stays (%s goes)',
    (goes, stays) => {
      const two = vaultOf({
        'Customers/Acme Robotics/README.md': '---\ntags: [type/customer]\nstatus: active\n---\n',
        'Customers/Acme Robotics Europe/README.md': '---\ntags: [type/customer]\nstatus: prospect\n---\n',
        'A.md': { date: '2026-11-01', account: 'Acme Robotics' },
        'B.md': { date: '2026-11-01', account: 'Acme Robotics Europe' },
      });
      const plan = mergeAccounts(two, accountIn(two, goes), accountIn(two, stays));
      const rules = readingRules(DEFAULT_SETTINGS);
      const merged = changeNotes(
        two,
        new Map(
          allOf(plan).map(({ path, edits }) => [
            path,
            readNote(path, applyEdits(two.notes.get(path)!.text, edits).text, rules),
          ]),
        ),
      );
      const [account, ...others] = merged.resolution.accounts.values();
      const wanted = accountIn(two, stays);
      expect(others).toEqual([]);
      expect(account).toMatchObject({ name: wanted.name, pages: [wanted.pages[0], accountIn(two, goes).pages[0]] });
    },
  );

  test('are known by no page where none is, or where its front matter is not changed for sure', () => {
    const none = vaultOf({
      'A.md': { date: '2026-11-01', account: 'Aster' },
      'B.md': { date: '2026-11-02', account: 'Astra' },
    });
    expect(mergeAccounts(none, accountIn(none, 'astra'), accountIn(none, 'aster'))).toMatchObject({
      notes: [{ path: 'B.md' }],
      page: null,
    });
    const odd = vaultOf({
      'Customers/Aster/README.md': '---\ntags: [type/customer]\naliases: &all [Star]\n---\n',
      'B.md': { date: '2026-11-02', account: 'Astra' },
    });
    expect(mergeAccounts(odd, accountIn(odd, 'astra'), accountIn(odd, 'aster'))).toMatchObject({
      notes: [{ path: 'B.md' }],
      page: { edits: { ok: false, error: "its aliases can't be changed safely" } },
    });
  });
});
