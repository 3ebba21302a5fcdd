import { expect, test } from '@jest/globals';
import { firstRows } from '../../src/ui/parts/long-list';

test('lists that are short together are drawn whole', () => {
  expect(firstRows([12, 0, 18])).toEqual([12, 0, 18]);
});

test('of several long lists so much is drawn as of one, and short ones are whole', () => {
  expect(firstRows([400, 4, 30, 90])).toEqual([8, 4, 9, 9]);
  expect(firstRows([2000])).toEqual([30]);
  expect(firstRows([])).toEqual([]);
});
