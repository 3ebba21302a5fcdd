import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { smallestChanges } from '../../../src/core/change/diff';

function apply(text: string, changes: ReturnType<typeof smallestChanges>): string {
  return [...changes]
    .reverse()
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

/** The length of a longest common subsequence, the slow and plain way. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    b.forEach((right, index) => next.push(left === right ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!)));
    row = next;
  }
  return row.at(-1)!;
}

describe('the smallest changes from one text to another', () => {
  test.each([
    [
      'an accepted task',
      '- [?] Call. #task #proposed #auto',
      '- [ ] Call. #task #auto',
      [
        { from: 3, to: 4, insert: ' ' },
        { from: 18, to: 28, insert: '' },
      ],
    ],
    [
      'a field at the end',
      '- [ ] Call',
      '- [x] Call ✅ 2026-11-22',
      [
        { from: 3, to: 4, insert: 'x' },
        { from: 10, to: 10, insert: ' ✅ 2026-11-22' },
      ],
    ],
    ['equal texts', 'same', 'same', []],
    ['an emoji of two units', 'a 📅 b', 'a 📌 b', [{ from: 2, to: 4, insert: '📌' }]],
    ['a damaged run', 'it‚Äôs', 'it’s', [{ from: 2, to: 5, insert: '’' }]],
    ['everything', '', 'new', [{ from: 0, to: 0, insert: 'new' }]],
  ])('leave the rest alone: %s', (_, before, after, changes) => {
    const found = smallestChanges(before, after, 0);
    expect(apply(before, found)).toBe(after);
    expect(found.map(({ from, to, insert }) => to - from + insert.length).reduce((a, b) => a + b, 0)).toBe(
      changes.map(({ from, to, insert }) => to - from + insert.length).reduce((a, b) => a + b, 0),
    );
    expect(found.length).toBe(changes.length);
  });

  test('count from the place that is given', () => {
    expect(smallestChanges('ab', 'aXb', 100)).toEqual([{ from: 101, to: 101, insert: 'X' }]);
  });

  test('lead from any text to any other, and no shorter way does', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', '📅', '❌') }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = smallestChanges(before, after, 0);
        expect(apply(before, changes)).toBe(after);
        const touched = changes.reduce(
          (sum, { from, to, insert }) => sum + [...before.slice(from, to)].length + [...insert].length,
          0,
        );
        expect(touched).toBe([...before].length + [...after].length - 2 * commonLength([...before], [...after]));
      }),
      { numRuns: 2000 },
    );
  });

  test('replace the middle as one piece where hardly anything is kept', () => {
    const before = `begin ${'a'.repeat(3000)} end`;
    const after = `begin ${'b'.repeat(3000)} end`;
    expect(smallestChanges(before, after, 0)).toEqual([{ from: 6, to: 3006, insert: 'b'.repeat(3000) }]);
  });
});
