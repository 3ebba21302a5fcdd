import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sourceIdentity } from '../../../src/core/copies/source-identity';

const SAME: readonly (readonly [string, string])[] = [
  ['2026-03-11 - 0042 - dock door 7', '2026-03-11 - 0107 - dock door 7'],
  ['2026-03-11 - re dock door 7', '2026-03-11 - dock door 7'],
  ['2026-03-11 - aw_ wg_ dock door 7', '2026-03-11 - 12-fwd- dock door 7'],
  ['re[2]: dock door 7', 'dock door 7'],
  ['dock door 7 (2)', 'dock door 7'],
];

test.each(SAME)('“%s” and “%s” are one source', (a, b) => {
  expect(sourceIdentity(a)).toBe(sourceIdentity(b));
});

test.each<[string, string]>([
  ['call 1', 'call 2'],
  ['01 - weekly', '02 - weekly'],
  ['2026-03-11 - weekly', '2026-03-18 - weekly'],
  ['2026-03-11', '2026-03-12'],
  ['re', 'fwd'],
  ['review of door 7', 'view of door 7'],
  ['2026-03-11 - 4711', '2026-03-11 - 4712'],
])('“%s” and “%s” are two sources', (a, b) => {
  expect(sourceIdentity(a)).not.toBe(sourceIdentity(b));
});

test('what tells a source apart is told apart by itself, too', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9 ._()[\]-]{0,30}$/), (name) => {
      const once = sourceIdentity(name);
      expect(sourceIdentity(once)).toBe(once);
    }),
  );
});
