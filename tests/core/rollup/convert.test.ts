import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/core/change/apply';
import { convertEdit } from '../../../src/core/rollup/convert';
import { rollupBlocks } from '../../../src/core/rollup/block';
import type { RollupResult } from '../../../src/core/rollup/rows';
import { toMarkdownTable } from '../../../src/core/rollup/to-markdown';
import { scanLines } from '../../../src/core/text/lines';

const NOTHING: RollupResult = {
  show: 'decisions',
  group: 'none',
  title: 'Decisions · Aster',
  sections: [],
  count: 0,
  shown: 0,
  faults: [],
  empty: 'No decision of “Aster” is known.',
};
const TABLE = toMarkdownTable(NOTHING).split('\n');

/** The text with its one block replaced, or why it was not. */
function converted(text: string): string {
  const [block] = rollupBlocks(scanLines(text));
  const edit = convertEdit({ path: 'a.md', text, ...block! }, NOTHING);
  return edit.ok ? applyEdits(text, [edit.value]).text : edit.error;
}

/** Lines of a note with what stands in the place of the block, behind the same marks. */
const lines = (before: readonly string[], prefix: string, after: readonly string[]): string =>
  [...before, ...TABLE.map((line) => `${prefix}${line}`.trimEnd()), ...after].join('\n');

describe('a rollup that is replaced by a table', () => {
  test.each([
    ['by itself', '```account-rollup\n```', lines([], '', [])],
    ['between words', 'Before\n```account-rollup\n```\nafter', lines(['Before', ''], '', ['', 'after'])],
    [
      'below the words of an item',
      '- item\n\n  ```account-rollup\n  ```\n- next',
      lines(['- item', ''], '  ', ['', '- next']),
    ],
    ['in a quotation', '> said\n> ```account-rollup\n> ```\n> more', lines(['> said', '>'], '> ', ['>', '> more'])],
    [
      'below an item in a quotation',
      '> - item\n>   ```account-rollup\n>   ```\n> - next',
      lines(['> - item', '>'], '>   ', ['>', '> - next']),
    ],
    [
      'in a call-out in a call-out',
      '> [!note]\n> > [!tip]\n> > ```account-rollup\n> > ```',
      lines(['> [!note]', '> > [!tip]', '> >'], '> > ', []),
    ],
  ])('%s stays behind its quote marks and indents', (_, text, expected) => {
    expect(converted(text)).toBe(expected);
  });

  test.each([
    '- ```account-rollup\n  ```\n- next',
    '1. a\n2. ```account-rollup\n   ```',
    '- parent\n    - ```account-rollup\n      ```',
    '> - ```account-rollup\n>   ```',
  ])('%j begins an item of a list, and is refused', (text) => {
    expect(converted(text)).toMatch(/^Couldn't convert the rollup: it starts a list item\./);
  });
});
