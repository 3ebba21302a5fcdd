import { expect, it } from '@jest/globals';
import type { NoteRow } from '../../../src/core/graph/rows';
import { timelineOf } from '../../../src/core/graph/timeline';

const note = (title: string, day: NoteRow['day'], kind: NoteRow['kind'] = 'meeting'): NoteRow => ({
  path: `${title}.md`,
  title,
  kind,
  day,
  proposed: 0,
  decisions: 0,
});
const NOTES = [
  note('Größe review', '2026-03-06'),
  note('Kick-off', '2026-03-01'),
  note('Old call', '2025-03-31'),
  note('Aster', null, 'account-page'),
  note('Ana', null, 'person-page'),
];

it.each([
  [
    'all notes',
    'all',
    '',
    [
      ['2026-03', 'Größe review, Kick-off'],
      ['2025-03', 'Old call'],
      [null, 'Aster, Ana'],
    ],
  ],
  ['one kind', 'person-page', '', [[null, 'Ana']]],
  ['words of the title in any order, folded', 'all', ' REVIEW  grosse ', [['2026-03', 'Größe review']]],
  ['words that no title holds', 'all', 'review call', []],
  ['a kind with words', 'meeting', 'a', [['2025-03', 'Old call']]],
] as const)('the notes of an account month by month: %s', (_, kind, words, months) => {
  expect(
    timelineOf(NOTES, { kind, words }).map(({ month, notes }) => [month, notes.map(({ title }) => title).join(', ')]),
  ).toEqual(months);
});
