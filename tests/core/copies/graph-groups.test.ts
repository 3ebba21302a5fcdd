import { expect, test } from '@jest/globals';
import { allGroups, groupOf, type Groups } from '../../../src/core/copies/copy-finder';
import { changeNotes } from '../../../src/core/graph/graph';
import { groupsSelection, selectGroups, type GroupsSelection } from '../../../src/core/graph/groups';
import { readVault } from '../../../src/core/graph/read-vault';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';

const RULES = readingRules(DEFAULT_SETTINGS);

function meeting(account: string, tasks: readonly string[], source = 'call'): string {
  return [
    '---',
    'date: "2026-11-03"',
    `account: "${account}"`,
    `source_ref: "Sources/${source}.md"`,
    'tags:',
    '  - "type/customer"',
    '---',
    '',
    '## Action Items',
    '',
    ...tasks.map((task) => `- [?] ${task} #proposed`),
  ].join('\n');
}

const FILES = new Map([
  ['one.md', meeting('Northwind', ['Send the pilot report to Ilse. @Myself', 'Book the dock. @TBD'])],
  ['two.md', meeting('Northwind', ['Forward the report of the pilot to Ilse. @Me'])],
  ['three.md', meeting('Heron', ['Send the pilot report to Ilse. @Myself'], 'other')],
  ['inbox.md', '- [?] Book the dock. #proposed'],
  ['Sources/call.md', '- [x] Send Ilse the pilot report. ✅ 2026-11-09'],
]);

function textsOf(groups: Groups): readonly (readonly string[])[] {
  return allGroups(groups).map(({ lines }) => lines.map(({ path, text }) => `${path}: ${text}`));
}

function finish(selection: GroupsSelection): Groups {
  let steps = 0;
  while (!selection.work(() => true)) expect(++steps).toBeLessThan(1_000);
  return selection.groups();
}

test('the groups of a graph hold notes of one account, inbox lists and sources; my names are one person', () => {
  expect(textsOf(selectGroups(readVault(FILES, DEFAULT_SETTINGS), DEFAULT_SETTINGS))).toEqual([
    [
      'Sources/call.md: Send Ilse the pilot report.',
      'one.md: Send the pilot report to Ilse.',
      'two.md: Forward the report of the pilot to Ilse.',
    ],
    ['inbox.md: Book the dock.', 'one.md: Book the dock.'],
  ]);
});

test('a graph that is followed has the groups of one that is read anew, and what did not change stays the same value', () => {
  const selection = groupsSelection();
  let graph = readVault(FILES, DEFAULT_SETTINGS);
  selection.follow(graph, DEFAULT_SETTINGS);
  const first = finish(selection);
  const [, dock] = allGroups(first);
  const changes: readonly (readonly [string, string | null])[] = [
    ['two.md', meeting('Heron', ['Forward the report of the pilot to Ilse. @Me'], 'other')],
    ['Sources/call.md', null],
    ['four.md', `\n\n${meeting('Northwind', ['Share the pilot report with Ilse. @Myself'])}`],
    ['three.md', meeting('', ['Send the pilot report to Ilse. @Myself'])],
    ['one.md', null],
  ];
  for (const [path, text] of changes) {
    graph = changeNotes(graph, new Map([[path, text === null ? null : readNote(path, text, RULES)]]));
    selection.follow(graph, DEFAULT_SETTINGS);
    const groups = finish(selection);
    expect(textsOf(groups)).toEqual(textsOf(selectGroups(graph, DEFAULT_SETTINGS)));
    if (path === 'two.md') expect(groupOf(groups, dock!.lines[0]!)).toBe(dock);
  }
  expect(textsOf(first)).toHaveLength(2);
});

test('settings count: other names of mine, and inbox lists that are not read', () => {
  const selection = groupsSelection();
  const graph = readVault(FILES, DEFAULT_SETTINGS);
  selection.follow(graph, DEFAULT_SETTINGS);
  finish(selection);
  const settings = { myNames: ['Robin'], people: [], readOtherProposals: false };
  selection.follow(graph, settings);
  expect(textsOf(finish(selection))).toEqual(textsOf(selectGroups(graph, settings)));
  expect(
    textsOf(selection.groups())
      .flat()
      .some((line) => line.startsWith('inbox')),
  ).toBe(false);
});
