import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import matter from 'gray-matter';
import { accountKey } from '../../../src/core/account/names';
import { slugOf } from '../../../src/core/account/slug';
import { applyEdits } from '../../../src/core/change/apply';
import { assignAccount, type Assignment } from '../../../src/core/change/assign-account';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { scanLines } from '../../../src/core/text/lines';
import { foldSpace } from '../../../src/core/text/space';

const RUNS = Number(process.env['RUNS'] ?? 250);
const RULES = readingRules(DEFAULT_SETTINGS);
const isOld = (spelling: string): boolean => accountKey(spelling) === 'oldmill';

/** Values that are filled or changed, and values that may be refused. */
const SURE_ACCOUNTS = [
  '',
  ' ',
  ' ""',
  " ''",
  ' null',
  ' ~ # who',
  '  # who?',
  ' "" # x',
  ' []',
  ' [ ]',
  ' [""]',
  ' Old Mill',
  ' "Old Mill" # x',
  " 'old-mill'",
  ' [Old Mill]',
  '\n  - Old Mill # x',
  '\n- ""',
  ' "[[Old Mill]]"',
  ' [[Old Mill]]',
  ' "[[]]"',
];
const OTHER_ACCOUNTS = [
  ' New Mill',
  ' >-\n  Old Mill',
  ' |\n  Old Mill\n',
  ' "Old\n  Mill"',
  ' &a Old Mill',
  ' !!str ""',
  ' {a: b}',
  '\n  a: b',
  ' [a, b]',
  '\n  - Old Mill\n  - b',
  ' "{{account}}"',
  ' [Old\n  Mill]',
  ' [\n]',
  ' "Old Mill',
];
const SURE_TAGS = [
  ' [type/customer, account/]',
  ' [type/customer, "account/old-mill" ] # x',
  ' type/customer account/',
  ' "account/old-mill, b"',
  '\n  - type/customer\n  - account/ # whose',
  "\n- 'account/'",
  ' [\n  a, # b\n  account/\n]',
  '',
  ' []',
  ' a',
  ' [a, account/new-mill]',
];
const OTHER_TAGS = [
  ' &t [account/]',
  ' [account/, [b]]',
  ' {account/: 1}',
  ' "account/\n  b"',
  ' >\n  account/',
  ' [account/',
  ' !!seq [account/]',
];
const ENTRIES = [
  'title: "A: call" # ours',
  "name: 'it''s'",
  'list: [a, "b, c" , d]',
  'block:\n  - a\n  # x\n  - "b"',
  'text: |\n  account: x\n  tags: [account/]\n',
  'keep: |+\n  text\n\n',
  'folded: >-\n  a\n  b',
  'two: "a\n  account: b"',
  '# account: x',
  '',
  'map:\n  account: Old Mill\n  tags: [account/old-mill]',
  'accounts: [x]',
  'anchor: &x y',
  'odd:  x   ',
  '"quoted key": 1',
  '  # indented comment',
];
const DATES = [
  'date: 2026-03-06',
  'date: "2026-03-06" # day',
  "'date': 2026-03-06",
  'date:\n  - 2026-03-06',
  'date: >-\n  2026-03-06',
  'Date: 2026-03-06',
];
const BODY = [
  '',
  '# A call',
  '**Account**: [[]]',
  '**Account**: [[Old Mill]]',
  '> **Account:** [[New Mill]] x',
  'Words #account/old-mill, and #account/new-mill.',
  '- [?] Call. #task #account/old-mill',
  '```',
  '---',
  'account: Old Mill',
];

const name: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'Blue Heron',
    'Blue Heron, Inc.',
    'O\'Leary: "Foods"',
    'yes',
    '10:30',
    '2026-03-06',
    '# 1',
    '[a]',
    '{a',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '- a',
    'a\\b',
    '🦆',
    ' a ',
    'Gdańsk',
    'A | B',
    'A/B',
    '$& $1',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);

interface Shape {
  readonly lines: readonly string[];
  readonly isSure: boolean;
}

/** Front matter of shapes: an account, tags and other keys, in any order, each once. */
const shape: fc.Arbitrary<Shape> = fc
  .record({
    account: fc.option(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...SURE_ACCOUNTS) }, fc.constantFrom(...OTHER_ACCOUNTS)),
    ),
    tags: fc.option(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...SURE_TAGS) }, fc.constantFrom(...OTHER_TAGS))),
    date: fc.option(fc.constantFrom(...DATES)),
    others: fc.subarray(ENTRIES),
    order: fc.array(fc.nat(), { minLength: ENTRIES.length + 3, maxLength: ENTRIES.length + 3 }),
  })
  .map(({ account, tags, date, others, order }) => {
    const entries = [
      ...(account === null ? [] : [`account:${account}`]),
      ...(tags === null ? [] : [`tags:${tags}`]),
      ...(date === null ? [] : [date]),
      ...others,
    ];
    const shuffled = entries
      .map((entry, index) => ({ entry, at: order[index]! }))
      .sort((a, b) => a.at - b.at)
      .map(({ entry }) => entry);
    const isSure = (account === null || SURE_ACCOUNTS.includes(account)) && (tags === null || SURE_TAGS.includes(tags));
    return { lines: shuffled.flatMap((entry) => entry.split('\n')), isSure };
  });

/** Any lines that mean something to YAML, valid or not. */
const soup: fc.Arbitrary<Shape> = fc
  .array(
    fc.constantFrom(
      'account:',
      'account: ""',
      'account: Old Mill',
      'account: "',
      'account: [',
      "account: '",
      'Account: a',
      '  account: x',
      '? account',
      ': Old Mill',
      '  Old Mill',
      '- account/',
      '  - account/',
      '  - Old Mill',
      'tags: [',
      'tags:',
      'tags: [account/]',
      'account/',
      ']',
      '"',
      "'",
      '}',
      'b: "x',
      "c: 'y",
      'd: [a,',
      'e: |',
      'f: >+',
      'g: {',
      '  text',
      ' text',
      '\ttext',
      '...',
      '--- x',
      '<<: *a',
      'h: &a {account: x}',
      'i: *a',
      'date: 2026-03-06',
      'date: "',
      '# c',
      '  # c',
      '',
      '%YAML 1.2',
      '!!map',
      'k: v',
    ),
    { maxLength: 9 },
  )
  .map((lines) => ({ lines, isSure: false }));

const lineEnds: fc.Arbitrary<(index: number) => string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('\n', '\r\n').map((end) => () => end) },
  fc
    .array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1 })
    .map((ends) => (index: number) => ends[index % ends.length]!),
);

interface Scene {
  readonly text: string;
  readonly isSure: boolean;
  readonly assignment: Assignment;
}

const sceneOf = (front: fc.Arbitrary<Shape>): fc.Arbitrary<Scene> =>
  fc
    .record({
      front,
      body: fc.array(fc.constantFrom(...BODY), { maxLength: 5 }),
      ends: lineEnds,
      mark: fc.constantFrom('', '\ufeff'),
      name,
    })
    .map(({ front: { lines, isSure }, body, ends, mark, name: given }) => {
      const all = ['---', ...lines, '---', ...body];
      const text = mark + all.map((line, index) => line + (index === all.length - 1 ? '' : ends(index))).join('');
      return { text, isSure, assignment: { to: { name: given, slug: slugOf(given) }, replaces: isOld } };
    });

/** The front matter as YAML knows it, without the account, and with the tags as they are to be. */
function dataOf(text: string, tags: (tag: unknown) => unknown): unknown {
  const inner = scanLines(text)
    .filter(({ kind }) => kind === 'front-matter')
    .slice(1, -1)
    .map((line) => line.text);
  // The comment gives the last line its end, without which a text that keeps its blank lines (`|+`) has one less.
  const { account: _, ...data } = matter(`---\n${inner.join('\n')}\n# end\n---\n`, {}).data;
  return 'tags' in data
    ? { ...data, tags: Array.isArray(data['tags']) ? data['tags'].map(tags) : tags(data['tags']) }
    : data;
}

const renamedTags =
  ({ to: { slug } }: Assignment) =>
  (tag: unknown): unknown =>
    typeof tag !== 'string' || slug === null
      ? tag
      : tag.replace(
          /(^|[\s,])(#?account\/)(?:old-mill)?(?=$|[\s,])/gi,
          (_, before: string, start: string) => before + start + slug,
        );

/** The lines of a text with their ends. */
function linesOf(text: string): readonly string[] {
  return scanLines(text).map((line) => line.text + line.end);
}

const PROMISED = /account|old.mill|^\s*-\s*""\s*$/i;

function expectPromise({ text, assignment }: Scene): void {
  const edits = assignAccount('a.md', text, assignment);
  if (!edits.ok) return;
  const written = applyEdits(text, edits.value);
  const wanted = foldSpace(assignment.to.name);

  const note = readNote('a.md', written.text, RULES);
  expect(note.problem).toBeNull();
  expect(note.stated.frontMatter).toBe(wanted);
  expect(dataOf(written.text, (tag) => tag)).toEqual(dataOf(text, renamedTags(assignment)));
  expect(note.stated.line === null || !isOld(note.stated.line) || isOld(wanted)).toBe(true);

  const before = linesOf(text);
  const after = [...linesOf(written.text)];
  if (after.length > before.length) expect(after.splice(edits.value[0]!.surroundings.hint, 1)[0]).toMatch(/^account: /);
  expect(after.length).toBe(before.length);
  for (const [index, line] of before.entries()) if (!PROMISED.test(line)) expect(after[index]).toBe(line);

  expect(assignAccount('a.md', written.text, assignment)).toEqual({ ok: true, value: [] });
  const undone = applyEdits(
    written.text,
    written.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
  );
  expect(undone.text).toBe(text);
}

describe('a note that is given an account', () => {
  test('states it, says all else as before in the same bytes, is not written twice, and is taken back byte by byte', () => {
    fc.assert(fc.property(sceneOf(shape), expectPromise), { numRuns: RUNS });
  });

  test('does so whatever stands in its front matter, or is refused', () => {
    fc.assert(fc.property(sceneOf(soup), expectPromise), { numRuns: RUNS * 2 });
  });

  test('is not refused where its front matter is written in a way that people write', () => {
    fc.assert(
      fc.property(
        sceneOf(shape).filter(({ isSure }) => isSure),
        ({ text, assignment }) => {
          const edits = assignAccount('a.md', text, { ...assignment, to: { name: 'Blue Heron', slug: 'blue-heron' } });
          expect(edits).toMatchObject({ ok: true });
        },
      ),
      { numRuns: RUNS },
    );
  });
});
