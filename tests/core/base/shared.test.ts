import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keysThatDiffer, SharedMap } from '../../../src/core/base/shared-map';
import { partByPart, picking, SharedList } from '../../../src/core/base/shared-list';

const keys = fc.oneof(fc.constantFrom('a', 'b', '', '__proto__', 'constructor'), fc.string({ maxLength: 3 }));

describe('a map that shares what did not change', () => {
  const edits = fc.array(fc.array(fc.tuple(keys, fc.option(fc.nat(3), { nil: undefined }))), { maxLength: 8 });

  test('holds what a map holds that is changed in the same way, and what was handed out stays as it was', () => {
    fc.assert(
      fc.property(edits, (batches) => {
        const expected = new Map<string, number>();
        let map = SharedMap.of<number>();
        const handedOut: (readonly [SharedMap<number>, ReadonlyMap<string, number>])[] = [];
        for (const batch of batches) {
          handedOut.push([map, new Map(expected)]);
          for (const [key, value] of batch) {
            if (value === undefined) expected.delete(key);
            else expected.set(key, value);
          }
          map = map.with(batch);
        }
        handedOut.push([map, expected]);
        for (const [held, told] of handedOut) {
          expect(new Map(held)).toEqual(told);
          expect([held.size, [...held.keys()].length, [...held.values()].length]).toEqual([
            told.size,
            told.size,
            told.size,
          ]);
          for (const [key, value] of told) expect([held.has(key), held.get(key)]).toEqual([true, value]);
          expect(held.has('not there')).toBe(false);
        }
      }),
    );
  });

  test('tells the keys whose values differ, as two plain maps do, and is the same where nothing changes', () => {
    fc.assert(
      fc.property(edits, edits, (some, others) => {
        const start = SharedMap.of<number>().with(some.flat());
        const map = start.with(others.flat());
        const plain = keysThatDiffer(new Map(map), new Map(start));
        expect([...keysThatDiffer(map, start)].sort()).toEqual([...plain].sort());
        expect(map.with(map)).toBe(map);
      }),
    );
  });
});

describe('a list that shares the parts which did not change', () => {
  const byNumber = (a: number, b: number): number => a - b;
  const numbers = fc.array(fc.nat(2000), { maxLength: 900 });

  test('holds what a sorted list holds, wherever one looks, and what was handed out stays as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, numbers), { maxLength: 4 }), (batches) => {
        let list = SharedList.of<number>([], byNumber);
        let expected: readonly number[] = [];
        for (const [gone, come] of batches) {
          const before = [...list];
          const next = list.with(gone, come);
          expect([...list]).toEqual(before);
          expected = [...new Set([...expected.filter((item) => !gone.includes(item)), ...come])].sort(byNumber);
          list = next;
          expect([...list]).toEqual(expected);
          expect(list).toHaveLength(expected.length);
          expect([-1, 0, 7, 600, expected.length - 1, expected.length].map((at) => list.item(at))).toEqual(
            [-1, 0, 7, 600, expected.length - 1, expected.length].map((at) => (at < 0 ? undefined : expected[at])),
          );
          expect(list.slice(5, 700)).toEqual(expected.slice(5, 700));
          for (const sought of [0, 3, 999]) expect(list.indexOf(sought)).toBe(expected.indexOf(sought));
          expect(list.parts.every((part) => part.length > 0 && part.length <= 512)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('makes anew only what is made of the parts that changed', () => {
    const list = SharedList.of(
      Array.from({ length: 5000 }, (_, at) => at * 2),
      byNumber,
    );
    let made = 0;
    const count = partByPart<number, number>((part) => {
      made++;
      return part.length;
    });
    const even = picking<number>((part) => part.filter((item) => item % 4 === 0), byNumber);
    const [before, picked] = [count(list), even(list)];
    made = 0;
    const changed = list.with([2400], [2403]);
    expect(count(changed)).toEqual(before);
    expect(made).toBe(1);
    expect([...even(changed)]).toEqual([...changed].filter((item) => item % 4 === 0));
    expect(even(changed).parts.filter((part) => !picked.parts.includes(part))).toHaveLength(1);
  });
});
