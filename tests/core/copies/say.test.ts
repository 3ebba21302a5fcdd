import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sayApart, saySame, takeBackSaying, type SaidOfLines } from '../../../src/core/copies/say';

const line = fc.record({
  path: fc.constantFrom('A.md', 'B.md'),
  text: fc.constantFrom('Send it.', 'send it', 'Book.'),
});
const group = fc.array(line, { minLength: 1, maxLength: 3 });
const saying = fc.record({ one: group, other: group, areSame: fc.boolean() });
type Saying = typeof saying extends fc.Arbitrary<infer T> ? T : never;

const NOTHING: SaidOfLines = { notTheSame: [], same: [] };
const say = (said: SaidOfLines, { one, other, areSame }: Saying): SaidOfLines =>
  (areSame ? saySame : sayApart)(said, one, other);
const asSets = ({ notTheSame, same }: SaidOfLines) => [
  new Set(notTheSame),
  new Set(same.map((pair) => JSON.stringify(pair))),
];

test('what was said of lines is taken back, whatever was said before', () => {
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 4 }), saying, (sayings, last) => {
      const before = sayings.reduce(say, NOTHING);
      const after = say(before, last);
      expect(asSets(takeBackSaying(after, before, after))).toEqual(asSets(before));
    }),
  );
});

test('that lines are two holds over that they were one', () => {
  fc.assert(
    fc.property(group, group, (one, other) => {
      const after = sayApart(saySame(NOTHING, one, other), one, other);
      expect(after.same).toEqual([]);
      expect(after.notTheSame.length).toBeGreaterThan(0);
    }),
  );
});
