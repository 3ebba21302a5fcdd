import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import matter from 'gray-matter';
import { readPlainYaml } from '../../../src/core/note/plain-yaml';

function read(lines: readonly string[]): unknown {
  return readPlainYaml(lines, lines.join('\n'));
}

/** What gray-matter reads, or why it reads nothing. */
function wholly(lines: readonly string[]): unknown {
  try {
    return matter(`---\n${lines.join('\n')}`, { delimiters: ['---', '---\u0000'] }).data;
  } catch (error) {
    return String(error);
  }
}

const word = fc.constantFrom(
  ...'a b date Title Created_At true Null yes n x e f o inf nan k-v Ana Lopez Gdańsk 日本 é 2026-03-06 2026-02-30 2026-3-6 10 010 0x1F 1_000 3.10 1e3 10:30 0 -1 +1 .5 ~ T Z - -- --- ... ? ! & * | > % @ ` # #tag : :: , ; [ ] [[ ]] { } " \' "" \'\' \\ \\n << = ( ) / <b> {{title}} 🦆 \u0085 \u00a0 \ufeff \u2028 \u0000 \t'.split(
    ' ',
  ),
  ' ',
  '  ',
);
const words = fc.array(word, { maxLength: 6 }).map((pieces) => pieces.join(''));
const spaced = fc.array(word, { maxLength: 5 }).map((pieces) => pieces.join(' '));
const text = fc.oneof(words, spaced);
const value = fc.oneof(
  text,
  text.map((inner) => `"${inner}"`),
  text.map((inner) => `'${inner}'`),
  fc.array(text, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
);
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'date', 'Title', 'tags', 'Created At', 'true', 'constructor'),
  text,
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, fc.constantFrom(': ', ':  ', ':'), value).map((parts) => parts.join('')) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('', ' ', '  ', '   '), fc.constantFrom('- ', '-', '-  '), value)
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: key.map((name) => `${name}:`) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('', ' ', '  '), value).map((parts) => parts.join('')) },
);

describe('front matter that is written as most is', () => {
  it('reads as all of YAML does, or is left to it', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const plain = read(lines);
        if (plain !== null) expect({ ...plain }).toEqual(wholly(lines));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 3000) },
    );
  });

  it('is read without it', () => {
    const lines = [
      'title: "Kick-off: pilot"',
      'date: 2026-03-06',
      'tags: [customer, meeting/kick-off]',
      'account: "[[Blue Heron]]"',
      'attendees:',
      '  - Ana Lopez',
      "  - 'Ben Fox <ben@example.org>'",
      'Created At: 2026-03-06',
      'duration: 45',
      'status:',
      'url: https://example.org/a',
    ];
    expect(read(lines)).toEqual(wholly(lines));
    expect(read(lines)).not.toBeNull();
  });

  it.each(['a: &b c', 'a: 10:30', 'a: true', 'a: b # c', 'a: >', 'a: {b: c}', 'a: 1\na: 2', 'a: b\n  c', 'a: "\\n"'])(
    '%j is left to YAML',
    (block) => {
      expect(read(block.split('\n'))).toBeNull();
    },
  );
});
