import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffLine, type LinePiece } from '../../../src/core/change/line-diff';

const textOf = (pieces: readonly LinePiece[]): string => pieces.map(({ text }) => text).join('');
const kept = (pieces: readonly LinePiece[]): string => textOf(pieces.filter(({ changed }) => !changed));

it('shows what went and what came', () => {
  expect(diffLine('- [?] Send it. #task #proposed #auto', '- [ ] Send it. #task #auto')).toEqual({
    before: [
      { text: '- [', changed: false },
      { text: '?', changed: true },
      { text: '] Send it. #task', changed: false },
      { text: ' #proposed', changed: true },
      { text: ' #auto', changed: false },
    ],
    after: [
      { text: '- [', changed: false },
      { text: ' ', changed: true },
      { text: '] Send it. #task', changed: false },
      { text: ' #auto', changed: false },
    ],
  });
});

it('shows another name as one, whatever letters both have in common', () => {
  expect(
    diffLine('**Account**: [[Racket Crops Ltd]] x', '**Account**: [[Big Corp]] x')
      .before.filter(({ changed }) => changed)
      .map(({ text }) => text),
  ).toEqual(['Racket Crops Ltd']);
});

it('of a line that came or went is all of it', () => {
  expect(diffLine('', 'new')).toEqual({ before: [], after: [{ text: 'new', changed: true }] });
  expect(diffLine('old', '')).toEqual({ before: [{ text: 'old', changed: true }], after: [] });
  expect(diffLine('same', 'same')).toEqual({
    before: [{ text: 'same', changed: false }],
    after: [{ text: 'same', changed: false }],
  });
});

it('holds both lines whole, and the same text of both outside the changes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const diff = diffLine(before, after);
      expect([textOf(diff.before), textOf(diff.after)]).toEqual([before, after]);
      expect(kept(diff.before)).toBe(kept(diff.after));
    }),
  );
});
