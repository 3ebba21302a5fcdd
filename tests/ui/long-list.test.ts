import { expect, test } from '@jest/globals';
import { firstRows } from '../../src/ui/parts/long-list';

test('lists that are short together are drawn whole', () => {
  expect(firstRows([12, 0, 38])).toEqual([12, 0, 38]);
});

test('of several long lists so much is drawn as of one, and short ones are whole', () => {
  expect(firstRows([400, 4, 30, 90])).toEqual([15, 4, 16, 15]);
  expect(firstRows([2000])).toEqual([50]);
  expect(firstRows([])).toEqual([]);
});
