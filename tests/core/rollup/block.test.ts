import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { rollupAt, rollupBlocks } from '../../../src/core/rollup/block';
import { readSpec } from '../../../src/core/rollup/spec';
import { scanLines } from '../../../src/core/text/lines';

const blocksOf = (...lines: readonly string[]): readonly (readonly [number, number, string])[] =>
  rollupBlocks(scanLines(lines.join('\n'))).map(({ first, last, source }) => [first, last, source]);

describe('a rollup block', () => {
  test.each<[string, readonly string[], readonly (readonly [number, number, string])[]]>([
    [
      'of backticks',
      ['Text', '```account-rollup', 'show: tasks', 'limit: 5', '```', 'Text'],
      [[1, 4, 'show: tasks\nlimit: 5']],
    ],
    ['of tildes', ['~~~account-rollup', 'show: tasks', '~~~'], [[0, 2, 'show: tasks']]],
    ['with a longer fence', ['````account-rollup', 'show: tasks', '```', '`````'], [[0, 3, 'show: tasks\n```']]],
    [
      'with a blank before its name, and after',
      ['``` account-rollup ', 'show: tasks', '```  '],
      [[0, 2, 'show: tasks']],
    ],
    ['with words after its name', ['```account-rollup for the call', '```'], [[0, 1, '']]],
    ['that is empty', ['```account-rollup', '```'], [[0, 1, '']]],
    [
      'one after the other',
      ['```account-rollup', 'a', '```', '```account-rollup', 'b', '```'],
      [
        [0, 2, 'a'],
        [3, 5, 'b'],
      ],
    ],
    ['after another block', ['```js', 'x', '```', '```account-rollup', '```'], [[3, 4, '']]],
    [
      'in a quotation',
      ['> ```account-rollup', '> show: tasks', '>limit: 5', '> ```'],
      [[0, 3, 'show: tasks\nlimit: 5']],
    ],
    [
      'in a call-out',
      ['> [!info] Tasks', '> ```account-rollup', '> show: tasks', '> ```', 'After'],
      [[1, 3, 'show: tasks']],
    ],
    ['in a call-out within one', ['> > ```account-rollup', '> > show: tasks', '> > ```'], [[0, 2, 'show: tasks']]],
    ['in a list item', ['- Item', '  ```account-rollup', '  show: tasks', '  ```'], [[1, 3, '  show: tasks']]],
    [
      'that begins a list item',
      ['- ```account-rollup', '  show: tasks', '  ```', '1. ```account-rollup', '   ```'],
      [
        [0, 2, '  show: tasks'],
        [3, 4, ''],
      ],
    ],
    [
      'below indented code that shows a fence',
      ['Text', '', '    echo "```"', '', '```account-rollup', '```'],
      [[4, 5, '']],
    ],
    [
      'below a fence that its quotation ended',
      ['> ```js', '> x', 'Text', '```account-rollup', 'a', '```'],
      [[3, 5, 'a']],
    ],
    [
      'right below a fence that its quotation ended',
      ['> ```js', '> x', '```account-rollup', 'a', '```'],
      [[2, 4, 'a']],
    ],
    [
      'below a fence that its list item ended',
      ['- ```js', '  x', 'Text', '```account-rollup', 'a', '```'],
      [[3, 5, 'a']],
    ],
    ['below front matter', ['---', 'a: 1', '---', '```account-rollup', '```'], [[3, 4, '']]],
  ])('%s', (_what, lines, wanted) => {
    expect(blocksOf(...lines)).toEqual(wanted);
    expect(blocksOf(...lines.join('\r\n').split('\n'))).toEqual(wanted);
  });

  test.each([
    ['that is not closed', ['```account-rollup', 'show: tasks']],
    ['that its quotation ends', ['> ```account-rollup', '> show: tasks', 'Text', '```']],
    ['of another language', ['```account-rollups', '```', '```js account-rollup', '```', '```Account-Rollup', '```']],
    ['within another block', ['````md', '```account-rollup', '```', '````']],
    ['within a block of tildes', ['~~~', '```account-rollup', '```', '~~~']],
    ['of indented code', ['Text', '', '    ```account-rollup', '    show: tasks', '    ```']],
    ['in a comment', ['%%', '```account-rollup', '```', '%%', '<!--', '```account-rollup', '```', '-->']],
    ['in front matter', ['---', '```account-rollup', '```', '---']],
    ['in a line of text', ['So: ```account-rollup', '```']],
    ['of inline code', ['```account-rollup```', '', '`account-rollup`']],
  ])('%s is none', (_what, lines) => {
    expect(blocksOf(...lines)).toEqual([]);
  });

  it('holds each of its lines, fences too', () => {
    const lines = scanLines('Text\n```account-rollup\nshow: tasks\n```\nText');
    expect([0, 1, 2, 3, 4].map((line) => rollupAt(lines, line)?.first ?? null)).toEqual([null, 1, 1, 1, null]);
  });

  it('has its lines where a fault of them is told, wherever it stands', () => {
    for (const mark of ['', '> ', '> > ', '  ']) {
      const [block] = rollupBlocks(
        scanLines(
          [
            `- Item`,
            '',
            ...['```account-rollup', 'show: tasks', '', 'wrong', '```'].map((line) => `${mark}${line}`),
          ].join('\n'),
        ),
      );
      expect(readSpec(block!.source).faults.map(({ line }) => block!.first + 1 + line)).toEqual([5]);
    }
  });

  it('is found in any text, with no line in two of them', () => {
    const pieces = fc.constantFrom(
      '```',
      '~~~',
      '````',
      'account-rollup',
      '> ',
      '- ',
      '  ',
      '    ',
      'show: tasks',
      '%%',
      '---',
      '',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(pieces, { maxLength: 4 }).map((parts) => parts.join('')),
          { maxLength: 20 },
        ),
        (text) => {
          const lines = scanLines(text.join('\n'));
          const blocks = rollupBlocks(lines);
          blocks.forEach(({ first, last, source }, index) => {
            expect(first).toBeLessThan(last);
            expect(index === 0 || blocks[index - 1]!.last < first).toBe(true);
            expect(source.split('\n')).toHaveLength(Math.max(1, last - first - 1));
            expect(lines.slice(first, last + 1).every(({ kind }) => kind === 'code')).toBe(true);
            expect(lines[first]!.text).toMatch(/^[\s>]*(?:- )*[\s>]*(?:```+|~~~+)\s*account-rollup/);
          });
        },
      ),
      { numRuns: 400 },
    );
  });
});
