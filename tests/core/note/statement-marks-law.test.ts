import { test, expect } from '@jest/globals';
import fc from 'fast-check';
import { parseDay, type Day } from '../../../src/core/base/day';
import { readMarks, type MarkedWords } from '../../../src/core/note/statement-marks';

// What a mark is, as one expression says it; it is square in the blanks of a line, so that nothing but this test uses it.
const CONFIRMED = /\s*(?:\[confirmed::([^\][]*)\]|\(confirmed::([^()]*)\))$/i;
const SUPERSEDED =
  /\s*(?:\[superseded::\s*(?:\[\[([^\][|#^]+)(?:[#^|][^\][]*)?\]\]|([^\][]+))\s*\]|\(superseded::\s*\[\[([^\][|#^]+)(?:[#^|][^\][]*)?\]\]\s*\))$/i;

function described(words: string): MarkedWords {
  let text = words.trimEnd().replace(/\s+\^[a-zA-Z0-9-]+$/, '');
  let confirmed: Day | null = null;
  let superseded: string | null = null;
  for (;;) {
    const day = CONFIRMED.exec(text);
    const by = day === null ? SUPERSEDED.exec(text) : null;
    const value =
      day === null ? ((by?.[1] ?? by?.[2] ?? by?.[3])?.trim() ?? null) : parseDay((day[1] ?? day[2]!).trim());
    if (value === null) return { text, confirmed, superseded };
    if (day === null) superseded ??= value;
    else confirmed ??= value as Day;
    text = text.slice(0, (day ?? by)!.index);
  }
}

const piece = fc.constantFrom(
  'We agreed',
  ' ',
  '  ',
  '\t',
  '[confirmed:: 2026-03-06]',
  '(Confirmed::2026-03-06 )',
  '[confirmed:: soon]',
  '[superseded:: [[Pilot|P]] ]',
  '(superseded:: [[Pilot (2)#Results]])',
  '[Superseded:: Pilot]',
  '[superseded::',
  '[confirmed::',
  '[[',
  ']]',
  ']',
  ')',
  '(',
  '::',
  '^id',
  ' ^id-1',
  '|',
  '#',
);

test('what is said of a decision at the end of its line is what the rule of one line says', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const words = pieces.join('');
      expect(readMarks(words)).toEqual(described(words));
    }),
    { numRuns: 20_000 },
  );
});
