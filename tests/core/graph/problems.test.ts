import { describe, expect, it } from '@jest/globals';
import { finish } from '../../../src/core/base/steps';
import { changeNotes } from '../../../src/core/graph/graph';
import { problemsSelection, selectProblems, sourceKeys } from '../../../src/core/graph/problems';
import { vaultOf, type NoteParts } from './vault';

const meeting = (values: NoteParts = {}): NoteParts => ({
  title: 'Call',
  date: '2026-03-01',
  account: 'Aster',
  ...values,
});
const found = (notes: Parameters<typeof vaultOf>[0], files: readonly string[] | null = null) =>
  selectProblems(vaultOf(notes), files === null ? null : sourceKeys(files));
const kinds = (...values: Parameters<typeof found>) => found(...values).map(({ path, kind }) => `${path} ${kind}`);

it('broken front matter is told of notes of ours alone, and its reason begins with what is wrong', () => {
  const broken = '---\ntitle: "x\ntags: [type/customer]\n---\n- [?] a';
  const rows = found({ 'a.md': broken, 'b.md': broken.replace('type/customer', 'other') });
  expect(rows).toEqual([
    {
      path: 'a.md',
      title: expect.any(String),
      kind: 'front-matter',
      line: 3,
      reason: expect.stringMatching(/^Front matter is not valid YAML: .*\.$/),
      advice: expect.stringMatching(/\.$/),
    },
  ]);
});

it('front matter that is not closed is told with what to do', () => {
  expect(found({ 'a.md': '---\ndate: 2026-03-01\ntags: [type/customer]\n\n# A call\n' })).toEqual([
    {
      path: 'a.md',
      title: 'A call',
      kind: 'front-matter',
      line: 0,
      reason: expect.stringMatching(/^Front matter is not closed.*\.$/),
      advice: expect.stringMatching(
        /^Add a line “---” below its last key\. Until then, only some of its keys are read\.$/,
      ),
    },
  ]);
});

describe('what a template left over', () => {
  it.each([
    ['a title', { title: '{{title}}' }],
    ['an account', { account: '{{account}}' }],
    ['a tag', { tags: ['account/{{account}}'] }],
    ['a command of a title', { title: '<% tp.file.title %>' }],
    ['a heading', { body: ['# {{title}}'] }],
    ['a labelled line', { body: ['**Account**: [[{{account}}]]'] }],
    ['a line', { body: ['<% tp.file.cursor() %>'] }],
    ['a task', { body: ['- [?] {{task}} @Myself 📅 {{date}} #task #proposed'] }],
    ['a list item', { body: ['> - {{ decision }}'] }],
  ] as const)('is found as %s', (_name, values) => {
    expect(kinds({ 'a.md': meeting(values) })).toEqual(['a.md template']);
  });

  it.each([
    [
      'a sentence that tells of one',
      [
        '- Placeholders such as {{date}} are left as they are.',
        '{{date}} stands in the form.',
        '- [?] Replace {{date}} in the form #task',
      ],
    ],
    ['code', ['```', '{{date}}', '```']],
    ['a comment', ['%%', '{{date}}', '%%']],
    ['half of one', ['{{date', '# %>', '50 <% 60']],
  ])('is not %s', (_name, body) => {
    expect(kinds({ 'a.md': meeting({ body }) })).toEqual([]);
  });

  it('is said of front matter that it breaks, and beside front matter that something else breaks', () => {
    const lines = ['---', 'date: 2026-03-01', 'account: ""', 'tags: [type/customer, account/{{account}}]', '---', ''];
    expect(found({ 'a.md': lines.join('\n') })).toMatchObject([
      {
        kind: 'template',
        line: 3,
        reason: 'Unfilled template “{{account}}” in line 4. The front matter is not valid YAML.',
      },
    ]);
    expect(
      kinds({ 'a.md': [...lines.slice(0, 3), 'tags: [type/customer]', 'tags: [x]', '---', '# {{title}}'].join('\n') }),
    ).toEqual(['a.md front-matter', 'a.md template']);
    expect(kinds({ 'a.md': meeting({ more: ['other: [a, "{{b}}"]'] }) })).toEqual(['a.md template']);
  });

  it('is one row for a note, with its first line, and is looked for in a hostile line in no time', () => {
    expect(
      found({
        'a.md': meeting({
          body: [
            '{{one}}',
            '{{two}}',
            `${'**a '.repeat(30_000)}{{x`,
            `- ${'<%'.repeat(50_000)}`,
            `${'>'.repeat(90_000)}{{x}}`,
          ],
        }),
      }),
    ).toMatchObject([{ reason: 'Unfilled template “{{one}}” in line 9, and 1 more.' }]);
  });
});

describe('a source', () => {
  const from = (name: string): NoteParts => meeting({ body: [`*Source: [[${name}]]*`] });

  it('that is not in the vault is told where sources are, and gone when it comes', () => {
    const notes = { 'a.md': from('Sources/One'), 'b.md': from('Two') };
    expect(found(notes, ['Sources/One.md'])).toMatchObject([
      { path: 'b.md', kind: 'source', reason: 'Source “Two” not found.' },
    ]);
    expect(kinds(notes, ['Sources/One.md', 'mails/two.EML'])).toEqual([]);
  });

  it('is not missed where sources are kept elsewhere, or the files are not known', () => {
    const notes = { 'a.md': from('One'), 'b.md': from('Two'), 'c.md': from('Three') };
    expect(kinds(notes, ['One.md'])).toEqual([]);
    expect(kinds(notes)).toEqual([]);
  });
});

describe('conflict copies', () => {
  const note = meeting({ body: ['- [?] x #task #proposed'] });
  it.each([
    'Call (conflicted copy 2026-03-06)',
    "Call (Ana's conflicted copy 2026-03-06)",
    'Call (Conflicted copy laptop 202603061010)',
    'Call.sync-conflict-20260306-101010-ABC',
    'Call 2',
  ])('%s', (name) => {
    expect(found({ 'x/Call.md': note, [`x/${name}.md`]: note })).toMatchObject([
      {
        path: `x/${name}.md`,
        kind: 'conflict',
        reason: 'A sync copy of “Call” with the same text.',
        advice: 'Delete this copy.',
      },
    ]);
  });

  it('that say something else are told, by their name', () => {
    expect(found({ 'Call.md': note, 'Call (conflicted copy 2026-03-06).md': meeting() })).toMatchObject([
      { kind: 'conflict', advice: expect.stringContaining("Copy what's missing") },
    ]);
  });

  it('are not notes that are only numbered, or written about conflicts', () => {
    expect(
      kinds({
        'Call.md': note,
        'Call 2.md': meeting(),
        'Call 3.md': meeting({ title: 'Third' }),
        'y/Call 2.md': note,
        'Our conflicted copy.md': note,
        'Call (2).md': note,
      }),
    ).toEqual([]);
  });

  it('of an inbox list count where they hold proposals', () => {
    expect(
      kinds({ 'Inbox (conflicted copy 2026-03-06).md': '- [?] x', 'List (conflicted copy 2026-03-06).md': '- [ ] x' }),
    ).toEqual(['Inbox (conflicted copy 2026-03-06).md conflict']);
  });
});

it('a row goes when its note is mended', () => {
  const selection = problemsSelection();
  const select = (...of: Parameters<typeof selection>) => finish(selection(...of));
  const broken = vaultOf({ 'a.md': meeting({ title: '{{title}}' }), 'b.md': meeting({ body: ['{{x}}'] }) });
  const mended = changeNotes(broken, new Map([['a.md', vaultOf({ 'a.md': meeting() }).notes.get('a.md')!]]));
  expect(select(broken, null)).toHaveLength(2);
  expect(select(mended, null)).toMatchObject([{ path: 'b.md' }]);
  expect(select(mended, null)).toEqual(selectProblems(mended, null));
});
