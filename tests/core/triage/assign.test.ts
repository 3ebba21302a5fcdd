import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/core/change/apply';
import { assignNotes, mergeAccounts, type AssignPlan } from '../../../src/core/triage/assign';
import { changeNotes, type Graph } from '../../../src/core/graph/graph';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { accountsOf, vaultOf } from '../graph/vault';

const graph = vaultOf({
  'Customers/Blue Heron/README.md': { aliases: ['Heron'] },
  'Old.md': { date: '2026-11-01', account: 'Heron', tags: ['account/blue-heron-inc'], body: ['**Account**: [[Heron]]'] },
  'Ear.md': { date: '2026-11-02', account: 'Blue Herron', tags: ['account/blue-herron'], body: ['**Account**: [[Blue Herron]]', 'Blue Herron said so.'] },
  'Customers/Blue Herron/Note.md': { date: '2026-11-03', account: 'Blue Herron' },
  'Empty.md': { date: '2026-11-04', account: '', tags: ['account/'], body: ['**Account**: [[]]'] },
  'None.md': 'Nothing.\n- [?] a task\n',
});

function linesOf(plan: AssignPlan): readonly string[] {
  return plan.notes.flatMap(({ path, edits }) => {
    const before = graph.notes.get(path)!.text.split('\n');
    return applyEdits(graph.notes.get(path)!.text, edits).text.split('\n').flatMap((line, index) => (line === before[index] ? [] : [`${path}: ${line}`]));
  });
}

function written(plan: AssignPlan): Graph {
  const rules = readingRules(DEFAULT_SETTINGS);
  return changeNotes(graph, new Map(plan.notes.map(({ path, edits }) => [path, readNote(path, applyEdits(graph.notes.get(path)!.text, edits).text, rules)])));
}

describe('an assignment', () => {
  test('fills what is empty, with the tag that the account has elsewhere', () => {
    expect(linesOf(assignNotes(graph, [{ path: 'Empty.md', account: 'Blue Heron, Inc.' }]))).toEqual([
      'Empty.md: account: "Blue Heron, Inc."', 'Empty.md:   - "account/blue-heron-inc"', 'Empty.md: **Account**: [[Blue Heron, Inc.]]',
    ]);
  });

  test('puts another account in the place of the one that the note states', () => {
    const plan = assignNotes(graph, [{ path: 'Ear.md', account: 'Northwind' }]);
    expect(linesOf(plan)).toEqual(['Ear.md: account: "Northwind"', 'Ear.md:   - "account/northwind"', 'Ear.md: **Account**: [[Northwind]]']);
    expect(accountsOf(written(plan))['Ear.md']).toBe('Northwind (front matter)');
  });

  test('says of each note why it could not be written', () => {
    const { notes, refusals } = assignNotes(graph, [{ path: 'None.md', account: 'Northwind' }, { path: 'gone.md', account: 'Northwind' }]);
    expect(notes).toEqual([]);
    expect(refusals.map(({ path }) => path)).toEqual(['None.md', 'gone.md']);
    for (const { sentence } of refusals) expect(sentence).toMatch(/was not (?:written|assigned)/);
  });
});

test('two spellings become one: every note that states the one states the other, and nothing else changes', () => {
  const plan = mergeAccounts(graph, 'blueherron', 'Blue Heron');
  expect(linesOf(plan)).toEqual([
    'Customers/Blue Herron/Note.md: account: "Blue Heron"',
    'Ear.md: account: "Blue Heron"', 'Ear.md:   - "account/blue-heron"', 'Ear.md: **Account**: [[Blue Heron]]',
  ]);
  expect([...written(plan).resolution.accounts.values()].map(({ name }) => name)).toEqual(['Blue Heron']);
});
