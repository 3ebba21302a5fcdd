import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import matter from 'gray-matter';
import { addAlias } from '../../../src/core/change/add-alias';
import { applyEdits } from '../../../src/core/change/apply';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { scanLines } from '../../../src/core/text/lines';
import { foldSpace } from '../../../src/core/text/space';

const RUNS = Number(process.env['RUNS'] ?? 250);
const RULES = readingRules(DEFAULT_SETTINGS);

/** What an account page with this front matter becomes when "Old Mill" is added; null where it is left as it is. */
function added(...lines: readonly string[]): readonly string[] | null {
  const text = ['---', ...lines, '---', '# Blue Heron', ''].join('\n');
  const edits = addAlias('page.md', text, 'Old Mill');
  return edits.ok ? applyEdits(text, edits.value).text.split('\n').slice(1, -3) : null;
}

describe('another spelling on an account page', () => {
  test.each<readonly [readonly string[], readonly string[]]>([
    [['title: Blue Heron'], ['title: Blue Heron', 'aliases: [Old Mill]']],
    [[], ['aliases: [Old Mill]']],
    [
      ['aliases:', 'status: active'],
      ['aliases: [Old Mill]', 'status: active'],
    ],
    [['aliases: # none yet'], ['aliases: [Old Mill] # none yet']],
    [['aliases: []'], ['aliases: [Old Mill]']],
    [['aliases: [ Heron, "BH" ] # ours'], ['aliases: [ Heron, "BH", "Old Mill" ] # ours']],
    [["aliases: ['Heron']"], ["aliases: ['Heron', 'Old Mill']"]],
    [
      ['aliases: [', '  Heron, # short', '  BH', ']'],
      ['aliases: [', '  Heron, # short', '  BH, Old Mill', ']'],
    ],
    [
      ['aliases:', '  - Heron # short', '', 'status: active'],
      ['aliases:', '  - Heron # short', '  - Old Mill', '', 'status: active'],
    ],
    [
      ['aliases:', '-   "Heron"', 'status: active'],
      ['aliases:', '-   "Heron"', '-   "Old Mill"', 'status: active'],
    ],
    [
      ['aliases:', '  -'],
      ['aliases:', '  - Old Mill'],
    ],
    [['aliases: Heron'], ['aliases: [Heron, Old Mill]']],
    [['Aliases: [a]'], ['Aliases: [a, Old Mill]']],
    [["aliases: 'Heron' # short"], ["aliases: ['Heron', 'Old Mill'] # short"]],
    [['aliases: ""'], ['aliases: ["Old Mill"]']],
    [['aliases: [Old Mill]'], ['aliases: [Old Mill]']],
  ])('is added to %j', (before, after) => {
    expect(added(...before)).toEqual(after);
  });

  test.each<readonly string[]>([
    ['aliases: Heron, BH'],
    ['aliases: "{{aliases}}"'],
    ['aliases: {a: b}'],
    ['aliases: &all [Heron]'],
    ['aliases: [Heron, [BH]]'],
    ['aliases: [a]', 'aliases: [b]'],
    ['aliases: >-', '  Heron'],
    ['title: "open'],
  ])('is not added to %j', (...before) => {
    expect(added(...before)).toBeNull();
  });

  test('is not added to a page without front matter, nor where no list could hold it', () => {
    expect(addAlias('page.md', '# Blue Heron\n', 'Old Mill')).toEqual({ ok: false, error: 'it has no front matter' });
    expect(addAlias('page.md', '---\na: "\n---\n', 'Old Mill')).toEqual({
      ok: false,
      error: "its front matter isn't valid YAML",
    });
    for (const name of ['{{title}}', ' '])
      expect(addAlias('page.md', '---\nb: 1\n---\n', name)).toEqual({
        ok: false,
        error: "its aliases can't be changed safely",
      });
  });

  const VALUES = [
    '',
    ' []',
    ' [ ]',
    ' Heron',
    ' "Heron"',
    ' [Heron]',
    " [ 'Heron' , b ] # x",
    '\n  - Heron\n  # x\n  - "b"',
    '\n- Heron',
    ' [\n]',
    ' null',
    ' ~',
    ' 10:30',
    ' "[[Heron]]"',
    ' [[Heron]]',
    ' |\n  Heron',
    ' {{x}}',
    ' [Heron',
    '\n  - - a',
    ' [a, ]',
    ' [a,,b]',
    '\n  -\n  - b',
    '\n  - a\n  -',
  ];
  const ENTRIES = [
    'title: "A # page"',
    'text: |+\n  aliases: [x]\n\n',
    'list:\n  - a',
    'alias: Short',
    '# aliases: [x]',
    '',
    'anchor: &x y',
    'map:\n  aliases: [x]',
    'quoted: "a\n  aliases: b"',
  ];

  test('is read as the last one, all else stays in the same bytes, and it is taken back byte by byte', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...VALUES)),
        fc.shuffledSubarray(ENTRIES),
        fc.nat(),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\ufeff'),
        fc.oneof(
          fc.constantFrom('Old Mill', 'Old Mill, Inc.', 'yes', '10:30', '# 1', 'O\'Leary: "Foods"', '[a]', '🦆'),
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
        ),
        (value, entries, at, end, mark, name) => {
          const all = value === null ? entries : spliced(entries, at % (entries.length + 1), 0, `aliases:${value}`);
          const text = mark + ['---', ...all.join('\n').split('\n'), '---', '# Page', 'aliases: [x]'].join(end);
          const planned = addAlias('page.md', text, name);
          if (!planned.ok || planned.value.length === 0) return;
          const edits = planned.value;
          const written = applyEdits(text, edits);
          const before = linesOf(text);
          const after = linesOf(written.text);
          const changed = edits[0]!.expected.length === 1 ? 1 : 0;
          const line = edits[0]!.surroundings.hint;
          expect(edits).toHaveLength(1);
          expect(spliced(after, line, 1)).toEqual(spliced(before, line, changed));
          expect(readNote('page.md', written.text, RULES).aliases).toEqual([
            ...aliasesIn(text),
            foldSpace(name),
            ...(entries.includes('alias: Short') ? ['Short'] : []),
          ]);
          expect(others(written.text)).toEqual(others(text));
          expect(addAlias('page.md', written.text, name)).toEqual({ ok: true, value: [] });
          expect(
            applyEdits(
              written.text,
              written.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
            ).text,
          ).toBe(text);
        },
      ),
      { numRuns: RUNS * 2 },
    );
  });
});

const spliced = (
  lines: readonly string[],
  at: number,
  count: number,
  ...more: readonly string[]
): readonly string[] => [...lines.slice(0, at), ...more, ...lines.slice(at + count)];
const linesOf = (text: string): readonly string[] => scanLines(text).map((line) => line.text + line.end);
const aliasesIn = (text: string): readonly string[] =>
  readNote('page.md', text.replace('alias: Short', 'x: y'), RULES).aliases;

/** The front matter as YAML knows it, without the aliases. */
function others(text: string): unknown {
  const inner = scanLines(text)
    .filter(({ kind }) => kind === 'front-matter')
    .slice(1, -1)
    .map((line) => line.text);
  // The comment gives the last line its end, without which a text that keeps its blank lines (`|+`) has one less.
  const { aliases: _, ...data } = matter(`---\n${inner.join('\n')}\n# end\n---\n`, {}).data;
  return data;
}
