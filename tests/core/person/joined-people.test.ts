import { expect, test } from '@jest/globals';
import { selectAccount } from '../../../src/core/graph/account-detail';
import { selectGroups } from '../../../src/core/graph/groups';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { countFacet, filterRows, NO_FILTER } from '../../../src/core/triage/filter';
import { selectRows } from '../../../src/core/triage/select-rows';
import { vaultOf } from '../graph/vault';
import { allGroups } from '../../../src/core/copies/group';

const meeting = (...body: readonly string[]) => ({
  title: 'Call',
  date: '2026-03-01',
  account: 'Aster',
  more: ['participants: [Ana de la Cruz, Robin Sayer]'],
  body,
});
const graph = vaultOf({
  'a.md': meeting(
    '- [?] Send the rack layout to the freight team @Ana (lead) #task #proposed',
    '- [ ] Count the doors @ana',
    '- [?] Order twelve sensors @ana',
  ),
  'b.md': meeting(
    '- [?] Send the rack layout to the freight team @Ana de la Cruz #task #proposed',
    '- [?] Book the hall @Robin Sayer',
  ),
});
const viewpoint = (people: readonly (readonly string[])[]) => ({
  today: '2026-03-10' as const,
  settings: { ...DEFAULT_SETTINGS, people },
});
const JOINED = viewpoint([
  ['Ana de la Cruz', 'Ana'],
  ['Robin Sayer', 'Myself'],
]);
const APART = viewpoint([]);
const rowsOf = (by: typeof APART) => selectRows(graph, selectGroups(graph, by.settings), by);

test('an account has a joined person once, with what they owe by any spelling', () => {
  const people = (by: typeof APART) =>
    selectAccount(graph, 'aster', by, new Map())!.people.map(({ name, met, open, mine }) => [name, met, open, mine]);
  expect(people(JOINED)).toEqual([
    ['Ana de la Cruz', 2, 1, false],
    ['Robin Sayer', 2, 0, true],
  ]);
  expect(people(APART)).toEqual([
    ['Ana de la Cruz', 2, 0, false],
    ['Robin Sayer', 2, 0, false],
    ['ana', 0, 1, false],
  ]);
});

test('copies between two spellings of a person are of one owner', () => {
  // Two lines of one note with different named owners are two tasks.
  const one = vaultOf({
    'a.md': meeting(
      '- [?] Send the rack layout to the freight team @Myself',
      '- [?] Send the rack layout to the freight team @Robin Sayer',
    ),
  });
  const sizes = (by: typeof APART) => allGroups(selectGroups(one, by.settings)).map(({ lines }) => lines.length);
  expect([sizes(JOINED), sizes(APART)]).toEqual([[2], []]);
});

test('Triage has one owner to filter by for all spellings of a person, and finds all of their rows', () => {
  expect(Object.fromEntries(countFacet(rowsOf(JOINED), 'owner'))).toEqual({ 'Ana de la Cruz': 2, 'Robin Sayer': 1 });
  expect(Object.fromEntries(countFacet(rowsOf(APART), 'owner'))).toEqual({
    Ana: 2,
    'Ana de la Cruz': 1,
    'Robin Sayer': 1,
  });
  expect(filterRows({ ...NO_FILTER, owner: 'ANA (lead)' })(rowsOf(APART))).toHaveLength(2);
  expect(
    rowsOf(JOINED)
      .filter(({ mine }) => mine)
      .map(({ text }) => text),
  ).toEqual(['Book the hall']);
  expect(rowsOf(JOINED).flatMap(({ owners }) => owners)).toEqual(['Ana (lead)', 'ana', 'Robin Sayer']);
});
