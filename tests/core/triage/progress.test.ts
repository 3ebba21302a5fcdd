import { expect, test } from '@jest/globals';
import { succeed } from '../../../src/core/base/result';
import type { JournalEntry } from '../../../src/core/change/journal';
import { decidedByDay, decidedSince } from '../../../src/core/triage/progress';

const DAY = 86_400_000;
const NOW = new Date(2026, 10, 22, 12).getTime();

function entry(
  id: string,
  at: number,
  decided: number,
  undoOf: string | null = null,
  written = 2,
  planned = 2,
): JournalEntry {
  const edit = {} as never;
  const outcomes = Array.from({ length: planned }, (_, index) =>
    index < written ? succeed(edit) : ({ ok: false, error: { reason: 'changed', sentence: '' } } as const),
  );
  return {
    id,
    at,
    label: id,
    undoOf,
    decided,
    left: [],
    notes: [
      {
        path: 'A.md',
        state: written > 0 ? 'done' : 'refused',
        effect: null,
        edits: outcomes.map(() => edit),
        outcomes,
        reason: null,
      },
    ],
  };
}

test('what was decided counts on its day; what was taken back does not, unless that was taken back, too', () => {
  const entries = [
    entry('a', NOW - 2 * DAY, 3),
    entry('b', NOW - DAY, 5),
    entry('c', NOW, 7),
    entry('d', NOW, 10, null, 1, 2),
    entry('e', NOW, 4),
    entry('nothing', NOW, 9, null, 0, 2),
    entry('undo c', NOW, 0, 'c'),
    entry('undo e', NOW, 0, 'e'),
    entry('redo e', NOW, 0, 'undo e'),
    entry('edit', NOW, 0),
  ];
  expect(decidedByDay(entries, '2026-11-22', 2)).toEqual([
    { day: '2026-11-21', count: 5 },
    { day: '2026-11-22', count: 9 },
  ]);
  expect([NOW - DAY, NOW].map((since) => decidedSince(entries, since))).toEqual([14, 9]);
  expect(decidedByDay([], '2026-11-22', 3).map(({ count }) => count)).toEqual([0, 0, 0]);
});
