import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowPlaces } from '../../src/ui/parts/row-places';

const keyOf = (index: number): string => `row ${index}`;

function placesOf(count: number): RowPlaces {
  const places = new RowPlaces(40);
  places.setRows(count, keyOf);
  return places;
}

test('rows stand where those above them end, whatever is measured in whatever order', () => {
  const measured = fc.array(fc.record({ index: fc.nat(49), size: fc.integer({ min: 1, max: 300 }) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.array(measured, { maxLength: 5 }), fc.integer({ min: -50, max: 20_000 }), (batches, place) => {
      const places = placesOf(50);
      const sizes = new Array<number>(50).fill(40);
      for (const rows of batches) {
        const unlike = [...new Map(rows.map((row) => [row.index, row])).values()];
        places.measure(unlike, 0);
        for (const { index, size } of unlike) sizes[index] = size;
      }
      let end = 0;
      sizes.forEach((size, index) => {
        expect([places.startOf(index), places.endOf(index)]).toEqual([end, (end += size)]);
      });
      expect(places.height).toBe(end);
      const at = places.rowAt(place);
      expect(at === 0 || places.startOf(at) <= place).toBe(true);
      expect(at === 49 || place < places.endOf(at)).toBe(true);
    }),
  );
});

test('what is measured above the edge moves what stands at it; what lies below does not', () => {
  const places = placesOf(10);
  // The edge lies in the third row.
  expect(
    places.measure(
      [
        { index: 0, size: 50 },
        { index: 4, size: 90 },
      ],
      100,
    ),
  ).toBe(10);
  expect(places.measure([{ index: 1, size: 30 }], 110)).toBe(-10);
  expect(places.measure([{ index: 2, size: 60 }], 100)).toBe(20);
  // It is known now: it grows downwards.
  expect(places.measure([{ index: 2, size: 80 }], 120)).toBe(0);
  expect(places.measure([{ index: 2, size: 80.02 }], 120)).toBeNull();
  expect(places.measure([], 120)).toBeNull();
});

test('a row keeps its measure wherever it comes to stand', () => {
  const places = placesOf(3);
  places.measure([{ index: 2, size: 100 }], 0);
  const left = ['row 2', 'row 0'];
  places.setRows(2, (index) => left[index]!);
  expect([places.count, places.endOf(0), places.height]).toEqual([2, 100, 140]);
  places.setRows(0, keyOf);
  expect([places.count, places.height, places.rowAt(10)]).toEqual([0, 0, 0]);
});
