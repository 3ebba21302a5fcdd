import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { scanLines } from '../../../src/core/text/lines';

const RUNS = Number(process.env['RUNS'] ?? 3000);

const PIECES = [
  '> ',
  '>',
  '- ',
  '* ',
  '1. ',
  '2. ',
  '10) ',
  '[?] task',
  'words',
  '# Heading',
  '```',
  '~~~~',
  '---',
  '===',
  '- - -',
  '<div>',
  '</div>',
  '<!-- a',
  '-->',
  '<b>',
  '<pre>',
  '</pre>',
  '    ',
  '  ',
  ' ',
  '\t',
];
const texts = fc
  .array(
    fc.oneof(
      fc.constant(''),
      fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('')),
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((lines) => ['words', '', ...lines].join('\n'))
  // There, markdown-it goes on with a quote, which CommonMark does not.
  .filter((text) => !/(?:\t| {4})[ \t]*>/.test(text));

const markdown = new MarkdownIt({ html: true });
markdown.disable('reference');

/** The lines on which a reader of CommonMark sees a list item begin, and no code in it. */
function itemLines(text: string): readonly number[] {
  const tokens = markdown.parse(text, {});
  const code = new Set(tokens.flatMap(({ type, map }) => (type === 'fence' || type === 'code_block' ? [map![0]] : [])));
  const items = tokens.flatMap(({ type, map }) => (type === 'list_item_open' ? [map![0]] : []));
  return [...new Set(items)].filter((line) => !code.has(line));
}

test('list items are where a reader of CommonMark sees them, in any text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = scanLines(text).flatMap(({ kind, index }) => (kind === 'item' ? [index] : []));
      expect(found).toEqual(itemLines(text));
    }),
    { numRuns: RUNS },
  );
});
