import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findSpans } from '../../../src/core/text/spans';

const PIECES = [
  '`',
  '``',
  '$',
  '$$',
  '%%',
  '<!--',
  '-->',
  '<b>',
  '[[',
  ']]',
  '[',
  '](',
  ')',
  '(',
  '\\',
  'https://',
  'a',
  ' ',
  '"',
  '5',
];

test('the spans of any line stand in order, none in another, within the line', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end } of findSpans(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 3000 },
  );
});

test.each<[string, readonly string[]]>([
  ['a `b` ``c ` d`` `e', ['code `b`', 'code ``c ` d``']],
  ['$x$ costs $5 and $6, $$y$$', ['maths $x$', 'maths $$y$$']],
  ['%%a%% <!-- b --> %%c', ['comment %%a%%', 'comment <!-- b -->']],
  ['[[A|b]] [c](d) ![e](<f g>) [h] (i)', ['note-link [[A|b]]', 'link [c](d)', 'link [e](<f g>)']],
  ['see https://a.example/b 📅', ['address https://a.example/b']],
  ['<a@b.example> <mark>x</mark> a < b', ['address <a@b.example>', 'html <mark>', 'html </mark>']],
  ['\\@a `\\`', ['escape \\@', 'code `\\`']],
])('of %j', (text, wanted) => {
  expect(findSpans(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual(wanted);
});
