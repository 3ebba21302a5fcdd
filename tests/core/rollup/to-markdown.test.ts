import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import type { RollupResult, RollupRow } from '../../../src/core/rollup/rows';
import { runRollup } from '../../../src/core/rollup/run';
import { readSpec } from '../../../src/core/rollup/spec';
import { toMarkdownList, toMarkdownTable } from '../../../src/core/rollup/to-markdown';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { foldSpace } from '../../../src/core/text/space';
import { visible } from '../../../src/core/text/inline';
import { createMarkdownParser } from '../../../scripts/workbench/obsidian/rendering/markdown-parser';
import { vaultOf } from '../graph/vault';

const PLAIN = new MarkdownIt({ html: true });
const OBSIDIAN = createMarkdownParser();
const RULES = readingRules(DEFAULT_SETTINGS);

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '`$= dv.pages()`',
  '```dataviewjs',
  '![[x]]',
  '[click](javascript:alert(1))',
  'annex\u202efdp.exe',
  '| a | b |',
  'a\\|b',
  'ends in \\',
  '%%',
  '{{date}}',
  '<% tp.file.title %>',
  '#tag',
  '- [ ] a task',
  '# Decisions',
  '---',
  '**Account**: [[Evil]]',
  'Account: Evil',
  '*Source: [[Evil]]*',
  '^id',
  'key:: value',
  '[due:: 2026-03-06]',
  '<!-- -->',
  '~~~',
  '> quote',
  '1. one',
  '[[Evil]]',
  '__x__',
  '_',
  '*',
  '',
  ' ',
  '\u200b',
  'a\nb',
  '📅 2026-03-06',
  '&lt;',
  '$x$',
  '==y==',
];
const texts = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(' ')),
  fc.string({ unit: fc.constantFrom(...'\\`*_[](){}<>#+-=.!|~^$%&:;@/ a1é\n'), maxLength: 12 }),
);

const PLACE = { path: 'Customers/A/Call.md', line: 3, account: 'A', day: '2026-03-06' as const, copies: [] };
const rows: fc.Arbitrary<RollupRow> = fc.oneof(
  fc
    .record({ text: texts, note: texts, superseded: fc.option(texts) })
    .map(({ text, note, superseded }): RollupRow => ({
      ...PLACE,
      kind: 'decision',
      key: text,
      text,
      note,
      confirmed: '2026-03-09',
      superseded,
    })),
  fc.record({ text: texts, note: texts }).map(({ text, note }): RollupRow => ({
    ...PLACE,
    day: null,
    kind: 'fact',
    key: text,
    text,
    note,
    confirmed: null,
    superseded: null,
  })),
  fc
    .record({ text: texts, note: texts, owners: fc.array(texts, { maxLength: 2 }) })
    .map(({ text, note, owners }): RollupRow => ({
      ...PLACE,
      kind: 'task',
      key: text,
      text,
      note,
      owners,
      status: 'open',
      symbol: ' ',
      mine: false,
      due: '2026-03-07',
      overdue: true,
      priority: 'high',
      reason: null,
      tags: [],
      evidence: false,
      snoozed: null,
      waits: false,
    })),
);
const results: fc.Arbitrary<RollupResult> = fc.record({
  show: fc.constantFrom('decisions', 'tasks', 'timeline'),
  group: fc.constant('none'),
  title: texts.map((name) => `Decisions · ${name}`),
  empty: fc.option(texts.map((name) => `No decision of “${name}” is known.`)),
  count: fc.constant(9),
  shown: fc.constant(3),
  faults: fc.constant([]),
  sections: fc.array(
    fc.record({
      title: fc.option(texts.filter((text) => foldSpace(visible(text)) !== '')),
      rows: fc.array(rows, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
});

const forms = [
  ['a list', toMarkdownList],
  ['a table', toMarkdownTable],
] as const;
const HEADINGS = ['## Decisions', '## Key facts', '## Action items', '## Summary', '## Notes'];

describe.each(forms)('a rollup written as %s', (form, write) => {
  it('is text of others as text alone: no HTML, code, link, embed, tag, task, comment or command', () => {
    fc.assert(
      fc.property(results, (result) => {
        const written = write(result);
        for (const parser of [PLAIN, OBSIDIAN]) {
          const tokens = parser.parse(written, {});
          expect(
            tokens
              .map(({ type }) => type)
              .filter((type) => /html|fence|code|hr|heading|blockquote|ordered|callout/.test(type)),
          ).toEqual([]);
          expect(tokens.filter((token) => /task/.test(String(token.attrGet('class'))))).toEqual([]);
          const inline = tokens.flatMap(({ children }) => children ?? []);
          expect(
            inline
              .map(({ type }) => type)
              .filter((type) => !/^(?:text|strong_open|strong_close|a_open|a_close|link_open|link_close)$/.test(type)),
          ).toEqual([]);
          expect(
            inline
              .filter(({ type }) => /^(?:a|link)_open$/.test(type))
              .map((token) => token.attrGet('href'))
              .filter((href) => href !== 'Customers/A/Call'),
          ).toEqual([]);
        }
        expect(written).not.toMatch(/%%|\{\{|<%|::|\$=|==|~~|!\[\[|(?:^|\s)#[^\s\d]|(?:^|\s)\^|[\u200b\u202e]/);
      }),
      { numRuns: 300 },
    );
  });

  it('has each row once, with its words', () => {
    fc.assert(
      fc.property(results, (result) => {
        const tokens = PLAIN.parse(write(result), {});
        const all = result.sections.flatMap((section) => section.rows);
        expect(tokens.filter(({ type }) => type === (form === 'a list' ? 'list_item_open' : 'tr_open'))).toHaveLength(
          all.length + (form === 'a list' ? 0 : result.sections.length),
        );
        const words = tokens
          .flatMap(({ children }) => children?.map(({ content }) => content).join('') ?? [])
          .join('\n');
        for (const { text } of all) expect(words).toContain(foldSpace(visible(foldSpace(text))));
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing in a note that it stands in: no task, account, source or tag, under any heading', () => {
    fc.assert(
      fc.property(results, fc.constantFrom(...HEADINGS), (result, heading) => {
        const note = readNote(
          'a.md',
          `---\ntags: [type/customer]\ndate: 2026-03-06\ntitle: T\n---\n\n${heading}\n\n${write(result)}\n\n**Account**: [[Aster]]\n`,
          RULES,
        );
        expect(note).toMatchObject({
          tasks: [],
          source: null,
          participants: [],
          stated: { frontMatter: null, tag: null, line: 'Aster' },
        });
        if (form === 'a table') expect(note).toMatchObject({ decisions: [], facts: [] });
      }),
      { numRuns: 200 },
    );
  });

  test.each(HOSTILE)('of a vault that says %j', (text) => {
    const graph = vaultOf({
      'a.md': {
        title: `T ${text}`,
        date: '2026-03-06',
        account: 'A',
        body: ['## Decisions', '', `- So ${text.replace('\n', ' ')}`],
      },
    });
    const written = write(
      runRollup(
        { graph, groups: new Map(), viewpoint: { today: '2026-03-10', settings: DEFAULT_SETTINGS } },
        readSpec('group: note').spec!,
        { account: 'a' },
      ),
    );
    const inline = OBSIDIAN.parse(written, {}).flatMap(({ children }) => children ?? []);
    expect(
      inline.map(({ type }) => type).filter((type) => !/^(?:text|strong_open|strong_close|a_open|a_close)$/.test(type)),
    ).toEqual([]);
  });

  test('of a line of a hundred thousand signs is written', () => {
    for (const unit of ['|', '\\', '[', '`', 'x ', '\\|', '# ']) {
      const text = unit.repeat(100_000 / unit.length);
      expect(
        write({
          show: 'facts',
          group: 'none',
          title: 'Facts',
          count: 1,
          shown: 1,
          faults: [],
          empty: null,
          sections: [
            {
              title: null,
              rows: [{ ...PLACE, kind: 'fact', key: '', text, note: text, confirmed: null, superseded: null }],
            },
          ],
        }).length,
      ).toBeGreaterThan(text.length);
    }
  });
});

it('says of each row what is to be known besides its words', () => {
  const graph = vaultOf({
    'C/Aster/Call.md': {
      title: 'Call',
      date: '2026-03-06',
      account: 'Aster',
      body: [
        '- [?] Ask. @Ana 🛫 2026-03-20',
        '- [/] Pay. @Ana 📅 2026-03-09',
        '- [ ] 📅 2026-03-12',
        '## Decisions',
        '- Go on. [confirmed:: 2026-03-09]',
        '- Stop. [superseded:: [[C/Aster/Call#Decisions]]]',
      ],
    },
    'b.md': { title: 'Other', date: '2026-03-05', account: 'Birch', body: ['- [x] Done. @Ben'] },
  });
  const list = (source: string): string =>
    toMarkdownList(
      runRollup(
        { graph, groups: new Map(), viewpoint: { today: '2026-03-10', settings: DEFAULT_SETTINGS } },
        readSpec(source).spec!,
        { account: 'aster' },
      ),
    );
  expect(list('status: all')).toBe(
    '__Decisions · Aster__\n\n- Go on. (confirmed 9 Mar 2026, [[C/Aster/Call|6 Mar 2026]])\n- Stop. (superseded by Call, [[C/Aster/Call|6 Mar 2026]])\n',
  );
  expect(list('show: tasks\nstatus: all\naccount: all\ngroup: owner\nlimit: 4')).toBe(`__Tasks · all accounts__

__Ana__

- Pay. (Aster, in progress, overdue, was due 9 Mar 2026, [[C/Aster/Call|6 Mar 2026]])
- Ask. (Aster, snoozed until 20 Mar 2026, [[C/Aster/Call|6 Mar 2026]])

__Ben__

- Done. (Birch, done, [[b|5 Mar 2026]])

__No owner__

- (no text) (Aster, no owner, open, due 12 Mar 2026, [[C/Aster/Call|6 Mar 2026]])
`);
});

describe('a rollup written as a table', () => {
  it('has three cells in each row', () => {
    fc.assert(
      fc.property(results, (result) => {
        for (const parser of [PLAIN, OBSIDIAN]) {
          const types = parser.parse(toMarkdownTable(result), {}).map(({ type }) => type);
          const cells: number[] = [];
          for (const type of types) {
            if (type === 'tr_open') cells.push(0);
            else if (type === 'td_open' || type === 'th_open') cells.push(cells.pop()! + 1);
          }
          expect(cells.filter((count) => count !== 3)).toEqual([]);
          expect(types.filter((type) => type === 'table_open')).toHaveLength(result.sections.length);
        }
        // No sign ends a cell but those of the table.
        for (const line of toMarkdownTable(result)
          .split('\n')
          .filter((row) => row.startsWith('|')))
          expect(line.split(/(?<!\\)\|/)).toHaveLength(5);
      }),
      { numRuns: 300 },
    );
  });

  it('ends without a line end, and holds no list', () => {
    fc.assert(
      fc.property(results, (result) => {
        expect(toMarkdownTable(result)).not.toMatch(/^\s*(?:[-*+]|\d+[.)])\s/m);
        expect(toMarkdownTable(result).endsWith('\n')).toBe(false);
      }),
    );
  });
});
