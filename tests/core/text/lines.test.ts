import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scanLines } from '../../../src/core/text/lines';

const PIECES = [
  '---',
  '```',
  '~~~',
  '````',
  '%%',
  '<!--',
  '-->',
  '> ',
  '- ',
  '* ',
  '1. ',
  '[?] task',
  '# Heading',
  '    ',
  '\t',
  '\u00a0',
  'text',
  '',
  '\ufeff',
  ' ',
];
const texts = fc
  .array(
    fc.tuple(fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r', '\n\n')),
    { maxLength: 20 },
  )
  .map((lines) => lines.map(([pieces, end]) => pieces.join('') + end).join(''));

describe('scanLines', () => {
  it('gives the text back, any ends', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          texts,
          fc.string({ unit: 'binary' }),
          texts.map((text) => `\ufeff${text}x`),
        ),
        (text) => {
          const lines = scanLines(text);
          const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
          expect(mark + lines.map((line) => line.text + line.end).join('')).toBe(text);
          lines.forEach((line, index) => {
            expect(line.index).toBe(index);
            expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
            expect(line.text).not.toMatch(/[\r\n]/);
          });
        },
      ),
    );
  });

  it('says the same of a text with any ends', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('\r\n', '\r'), (text, end) => {
        const plain = text.replace(/\r\n|\r/g, '\n');
        const kinds = (of: string): readonly string[] => scanLines(of).map((line) => line.kind);
        expect(kinds(plain.replaceAll('\n', end))).toEqual(kinds(plain));
      }),
    );
  });
});

/** The kinds of the lines of a text, a letter each: front matter, code, comment, heading, item, text, blank. */
function kinds(...lines: readonly string[]): string {
  const letters = { 'front-matter': 'f', code: 'c', comment: '%', heading: 'h', item: 'i', text: 't', blank: '.' };
  return scanLines(lines.join('\n'))
    .map((line) => letters[line.kind])
    .join('');
}

describe('front matter', () => {
  it.each([
    ['closed', ['---', 'a: 1', '---', 'x'], 'ffft'],
    ['blanks after the close', ['---', 'a: 1', '---  ', 'x'], 'ffft'],
    ['after a byte order mark', ['\ufeff---', 'a: 1', '---'], 'fff'],
    ['unclosed', ['---', 'a: 1', '- [?] x'], 'tti'],
    ['only on the first line', ['', '---', '- x', '---'], '.tit'],
    ['of another engine', ['---js', 'a', '---'], 'ttt'],
    ['with a blank after the first dashes', ['--- ', '- x', '---'], 'fff'],
    ['empty', ['---', '---', '- x'], 'ffi'],
    ['with more dashes inside', ['---', '----', '---x', '---', 'x'], 'fffft'],
  ])('%s', (_what, lines, wanted) => {
    expect(kinds(...lines)).toBe(wanted);
  });
});

describe('masks', () => {
  it.each([
    ['a fence', ['```js', '- [?] x', '```', '- y'], 'ccci'],
    ['a fence of tildes, backticks inside', ['~~~', '```', '- x', '~~~', '- y'], 'cccci'],
    ['a longer fence', ['````', '```', '- x', '````', '- y'], 'cccci'],
    ['a fence closed by a longer one', ['```', '- x', '`````', '- y'], 'ccci'],
    ['a fence with words after its end does not end', ['```', '- x', '``` js', '- y', '```'], 'ccccc'],
    ['an indented fence', ['  ```', '- x', '  ```', '- y'], 'ccci'],
    ['marks indented by four do not end a fence', ['```', '    ```', '- x', '```', '- y'], 'cccci'],
    ['an unclosed fence', ['```', '- x', '# y', ''], 'cccc'],
    ['inline code is no fence', ['```js``` x', '- y'], 'ti'],
    ['a fence in a list item', ['- a', '  ```', '  - x', '  ```', '- y'], 'iccci'],
    ['a fence on the line of a list item', ['- ```', '  - x', '  ```', '- y'], 'ccci'],
    ['an unclosed fence in a list item ends with it', ['- a', '  ```', '  - x', '- y'], 'icci'],
    ['an unclosed fence in a numbered item', ['1. a', '   ```', '   x', '', '   y', 'z'], 'icccct'],
    ['a fence in a quote', ['> ```', '> - x', '> ```', '> - y'], 'ccci'],
    ['an unclosed fence in a quote ends with it', ['> ```', '> - x', '- y'], 'cci'],
    ['a fence in a call-out', ['> [!todo] a', '> - [?] y', '> ```', '> - x', '> ```', '> - z'], 'ticcci'],
    ['a comment', ['%%', '- x', '%%', '- y'], '%%%i'],
    ['a comment on one line', ['%% a %%', '- y'], '%i'],
    ['an unclosed comment', ['%% a', '- x', '# y'], '%%%'],
    ['an HTML comment', ['<!--', '- x', '', '-->', '- y'], '%%%%i'],
    ['an HTML comment on one line', ['<!-- x -->', '- y'], '%i'],
    ['the shortest HTML comment', ['<!-->', '- y'], '%i'],
    ['other HTML, up to a blank line', ['<div>', '- y', '', '- z'], 'tt.i'],
    ['a comment in a fence', ['```', '%%', '```', '- y'], 'ccci'],
    ['a fence in a comment', ['%%', '```', '%%', '- y'], '%%%i'],
    ['indented code', ['a', '', '    - x', '', '    - y', '- z'], 't.c.ci'],
    ['indented code at the start', ['    - x', '\t- y', '- z'], 'cci'],
    ['indented code after a heading', ['# a', '    - x'], 'hc'],
    ['a paragraph that goes on indented', ['a', '    - x', '    ```', '    %%', '- y'], 'tttti'],
    ['a paragraph that a number other than 1 does not end', ['a', '2. x', '1. y', '2. z'], 'ttii'],
    ['four blanks before a fence', ['a', '', '    ```', '- x'], 't.ci'],
    ['four blanks before a comment', ['a', '', '    %%', '    <!--', '- x'], 't.cci'],
    ['four blanks before a fence in a list item', ['- a', '', '      ```', '- x'], 'i.ci'],
    ['code in a quote', ['> a', '>', '>     - x', '> - y'], 'ttci'],
    ['numbers below the title of a call-out', ['> [!todo] a', '> 2. x'], 'ti'],
    ['a comment that a quote ends', ['> <!--', '> - x', '- y'], '%%i'],
    ['a list item in a list item', ['- - x', '1. > - y'], 'ii'],
    ['nested items', ['- a', '    - b', '        - c', '', '    - d', '', '- e'], 'iii.i.i'],
    ['nested items by tabs', ['- a', '\t- b', '\t\t- c', '', '\t- d'], 'iii.i'],
    ['code in a list item', ['- a', '', '      - x', '- b'], 'i.ci'],
    ['code after a fence that ended the list', ['- a', '', '```', '```', '', '    - x'], 'i.cc.c'],
    ['code after a paragraph that ended the list', ['- a', '', 'b', '', '    - x'], 'i.t.c'],
    ['all markers', ['- a', '* a', '+ a', '1. a', '2) a', '-', '-a', '1.a', '1234567890. a'], 'iiiiiittt'],
    ['headings', ['# a', '###### a', '####### a', '#a', '   # a', '#'], 'hhtthh'],
    ['rules', ['- a', '', '---', '', '***', '- - -'], 'i.t.tt'],
    ['blanks', ['', '  ', '\t', '> '], '...t'],
  ])('%s', (_what, lines, wanted) => {
    expect(kinds(...lines)).toBe(wanted);
  });
});
