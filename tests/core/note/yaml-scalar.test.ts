import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import matter from 'gray-matter';
import { yamlScalar, type YamlQuote } from '../../../src/core/note/yaml-scalar';

/** What YAML reads at a key of this value, with lines around it. */
function read(line: string): unknown {
  return matter(`---\nbefore: 1\n${line}\nafter: 2\n---\n`, {}).data['a'];
}

describe('a value of YAML', () => {
  it.each<[string, YamlQuote, string]>([
    ['Blue Heron', '', 'Blue Heron'],
    ['Blue Heron, Inc.', '', 'Blue Heron, Inc.'],
    ["O'Leary Foods", '', "O'Leary Foods"],
    ['Juniper & Vale', '', 'Juniper & Vale'],
    ['Gdańsk Marine', '', 'Gdańsk Marine'],
    ['日本製鉄', '', '日本製鉄'],
    ['Blue Heron', '"', '"Blue Heron"'],
    ["O'Leary", "'", "'O''Leary'"],
    ['The "Mill"', '"', '"The \\"Mill\\""'],
    ['A: b', '', '"A: b"'],
    ['A #1', '', '"A #1"'],
    ['#1', '', '"#1"'],
    ['[A]', '', '"[A]"'],
    ['{A}', '', '"{A}"'],
    ['*A', '', '"*A"'],
    ['&A', '', '"&A"'],
    ['!A', '', '"!A"'],
    ['%A', '', '"%A"'],
    ['@A', '', '"@A"'],
    ['- A', '', '"- A"'],
    ['yes', '', '"yes"'],
    ['NULL', '', '"NULL"'],
    ['Yes & No', '', 'Yes & No'],
    ['10', '', '"10"'],
    ['1e3', '', '"1e3"'],
    ['10:30', '', '"10:30"'],
    ['2026-03-06', '', '"2026-03-06"'],
    ['3M', '', '"3M"'],
    ['~', '', '"~"'],
    ['.inf', '', '".inf"'],
    ['', '', '""'],
    ['A ', '', '"A "'],
    [' A', "'", "' A'"],
    ['🦆', '', '"🦆"'],
    ['A\\B', '', '"A\\\\B"'],
    ['A\nB', "'", '"A\\nB"'],
    ['A\u2028B', "'", '"A\\u2028B"'],
    ['\u0085', '', '"\\u0085"'],
  ])('%j with the quotes %j is %s', (text, quote, written) => {
    expect(yamlScalar(text, quote, false)).toBe(written);
  });

  it('holds a comma without quotes, but for an item between brackets', () => {
    expect([false, true].map((inList) => yamlScalar('Blue Heron, Inc.', '', inList))).toEqual([
      'Blue Heron, Inc.',
      '"Blue Heron, Inc."',
    ]);
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'a',
          'B',
          ' ',
          ':',
          '#',
          '"',
          "'",
          '\\',
          '[',
          ']',
          '{',
          '}',
          ',',
          '&',
          '*',
          '-',
          '!',
          '%',
          '@',
          '?',
          '|',
          '>',
          '`',
          '~',
          '1',
          '\n',
          '\u0085',
          '\u2028',
          '\ufeff',
          '🦆',
          'é',
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
    fc.constantFrom('null', 'Yes', 'on', '0x1F', '1_000', '<<', '=', '---', '...', 'a: b', 'y'),
  );

  it('is read back exactly, alone, with a comment, as an item of a line and between brackets', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<YamlQuote>('', '"', "'"), (given, quote) => {
        expect(yamlScalar(given, quote, false)).not.toMatch(/[\r\n]/);
        expect(read(`a: ${yamlScalar(given, quote, false)}`)).toBe(given);
        expect(read(`a: ${yamlScalar(given, quote, false)} # comment`)).toBe(given);
        expect(read(`a:\n  - ${yamlScalar(given, quote, false)}`)).toEqual([given]);
        expect(read(`a: [x, ${yamlScalar(given, quote, true)}, y]`)).toEqual(['x', given, 'y']);
      }),
      { numRuns: 500 },
    );
  });
});
