import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseInline, plainText, visible, type Inline } from '../../../src/core/text/inline';

/** The pieces as a short text: what kind each is, and what is shown. */
function shape(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
          return piece.text;
        case 'code':
          return `{code ${piece.text}}`;
        case 'strong':
        case 'emphasis':
          return `{${piece.kind} ${shape(piece.children)}}`;
        case 'note':
          return `{note ${piece.target}|${piece.text}}`;
        case 'url':
          return `{url ${piece.url}|${piece.text}}`;
        case 'hidden':
          return `{hidden ${piece.name}}`;
      }
    })
    .join('');
}

describe('parseInline', () => {
  it.each([
    ['plain', 'plain'],
    ['a **b** *c* `d`', 'a {strong b} {emphasis c} {code d}'],
    ['Now!**b** !`c`', 'Now!{strong b} !{code c}'],
    ['[[A/B|c]] [[D]]', '{note A/B|c} {note D|D}'],
    ['![[A]] ![b](https://c.example/d)', '![[A]] ![b](https://c.example/d)'],
    [
      '[a](https://b.example) https://c.example/d.',
      '{url https://b.example|a} {url https://c.example/d|https://c.example/d}.',
    ],
    [
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///x)',
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///x)',
    ],
    ['<img src=x onerror=alert(1)> <b>x</b>', '<img src=x onerror=alert(1)> <b>x</b>'],
    ['a\u202eb\u200bc', 'a{hidden U+202E}b{hidden U+200B}c'],
    ['[\u202ea](https://b.example)', '{url https://b.example|[U+202E]a}'],
    ['**a [[b]]**', '{strong a {note b|b}}'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['\\[\\[a\\]\\] \\*b\\* \\`c\\` \\<d> \\\\ \\e', '[[a]] *b* `c` <d> \\ \\e'],
    ['\\[[A]] \\\\[[B]]', '[[A]] \\{note B|B}'],
    ['**a \\* b** *c \\* d* `e \\* f`', '{strong a * b} {emphasis c * d} {code e \\* f}'],
  ])('reads %j', (text, wanted) => {
    expect(shape(parseInline(text))).toBe(wanted);
  });

  it('loses no plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '!', '<', '&', '"', '😀', '_', '~') }), (text) => {
        expect(shape(parseInline(text))).toBe(text);
      }),
    );
  });
});

describe('visible', () => {
  it('names what cannot be seen', () => {
    expect(visible('a\u202e\u0000b\u2066')).toBe('a[U+202E][U+0000]b[U+2066]');
  });
});

it('plain words are a line without its marks', () => {
  expect(plainText('Run **the** [[A|pilot]] *now*, `x` and [b](https://c.example) a\u202eb <b>')).toBe(
    'Run the pilot now, x and b a[U+202E]b <b>',
  );
});
