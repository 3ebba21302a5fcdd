import { describe, expect, test } from '@jest/globals';
import { alreadyDone } from '../../../src/core/copies/evidence';
import { settling, allGroups, eachGroup, groupOf, type Groups } from '../../../src/core/copies/group';
import { NOTHING_SAID, pairOfTexts } from '../../../src/core/copies/pair';
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

describe('what a person said', () => {
  const notes = new Map(
    ['one.md', 'two.md', 'three.md'].map((path, index) => [
      path,
      meeting('Northwind', [['Call Ilse.', 'Order the probes.', 'Call Ilse.'][index]!], path),
    ]),
  );
  const graph = readVault(notes, DEFAULT_SETTINGS);

  test('is the same ties these two lines, and no others with their words', () => {
    const tied = [
      { path: 'one.md', text: 'call ilse' },
      { path: 'two.md', text: 'Order the probes!' },
    ] as const;
    const said = { ...NOTHING_SAID, same: [tied] };
    expect(textsOf(selectGroups(graph, DEFAULT_SETTINGS, { said }))).toEqual([
      ['one.md: Call Ilse.', 'three.md: Call Ilse.', 'two.md: Order the probes.'],
    ]);
    const apart = { notTheSame: new Set([pairOfTexts('call ilse', 'call ilse')]), same: [tied] };
    expect(textsOf(selectGroups(graph, DEFAULT_SETTINGS, { said: apart }))).toEqual([
      ['one.md: Call Ilse.', 'two.md: Order the probes.'],
    ]);
  });

  test('holds over accounts, owners and facts that differ', () => {
    const others = readVault(
      new Map([
        ['one.md', meeting('Northwind', ['Order 20 probes. @Ana'])],
        ['two.md', meeting('Heron', ['Buy 30 sensors. @Mei'], 'other')],
      ]),
      DEFAULT_SETTINGS,
    );
    const said = {
      ...NOTHING_SAID,
      same: [
        [
          { path: 'one.md', text: 'Order 20 probes.' },
          { path: 'two.md', text: 'Buy 30 sensors.' },
        ],
      ] as const,
    };
    expect(textsOf(selectGroups(others, DEFAULT_SETTINGS))).toEqual([]);
    expect(textsOf(selectGroups(others, DEFAULT_SETTINGS, { said }))).toHaveLength(1);
  });
});

describe('a source is one', () => {
  const said = (...names: readonly string[]): Groups =>
    selectGroups(
      readVault(
        new Map(
          names.map((name, index) => [
            `${index}.md`,
            meeting('', ['Send the pilot report to Ilse. @Ana', `Book lift ${index + 11}.`], name),
          ]),
        ),
        DEFAULT_SETTINGS,
      ),
      DEFAULT_SETTINGS,
    );

  test('by whatever number its mail was exported', () => {
    expect(textsOf(said('2026-11-03 - 12 - Pilot', '2026-11-03 - 40 - Re_ Pilot'))).toHaveLength(1);
    expect(textsOf(said('2026-11-03 - 12 - Pilot', '2026-11-03 - 13 - Yard'))).toEqual([]);
  });

  test('for an inbox list that names it, and for a note of ours that is one itself', () => {
    const list = `---\nsource_ref: "Sources/call.md"\n---\n\n- [?] Forward the report. @Ana #proposed\n- [?] Book it.`;
    const own = meeting('', ['Forward Ilse the report. @Ana', 'Order tags.'], 'elsewhere');
    const note = meeting('', ['Send the pilot report to Ilse. @Ana', 'Book the freight lift.'], 'call');
    for (const [path, text] of [
      ['Inbox.md', list],
      ['Sources/call.md', own],
    ] as const) {
      const graph = readVault(
        new Map([
          ['a.md', note],
          [path, text],
        ]),
        DEFAULT_SETTINGS,
      );
      const groups = textsOf(selectGroups(graph, DEFAULT_SETTINGS));
      expect(groups.some((texts) => texts.length === 2 && texts.some((line) => line.startsWith(path)))).toBe(true);
    }
  });
});

describe('where no account is known', () => {
  const titled = (title: string, source: string): string =>
    meeting('', ['Send the signed data agreement to legal. @Ana'], source).replace('tags:', `title: "${title}"\ntags:`);
  const pages = ['Northwind', 'Heron'].map(
    (name) => [`Customers/${name}/README.md`, '---\ntags:\n  - "type/customer"\n---\n'] as const,
  );
  const sizes = (...notes: readonly (readonly [string, string])[]): readonly number[] =>
    allGroups(selectGroups(readVault(new Map([...pages, ...notes]), DEFAULT_SETTINGS), DEFAULT_SETTINGS)).map(
      ({ lines }) => lines.length,
    );

  test('notes that look to be of two accounts share no group, even of one source', () => {
    expect(sizes(['a.md', titled('Northwind call', 'call')], ['b.md', titled('Heron call', 'call')])).toEqual([]);
    expect(sizes(['a.md', titled('Northwind call', 'call')], ['b.md', titled('Call', 'call')])).toEqual([2]);
  });

  test('notes that look to be of one do, and those of which nothing tells only with their source', () => {
    expect(sizes(['a.md', titled('Northwind call', 'one')], ['b.md', titled('Northwind mail', 'two')])).toEqual([2]);
    expect(sizes(['a.md', titled('Call', 'one')], ['b.md', titled('Mail', 'two')])).toEqual([]);
    expect(sizes(['a.md', titled('Call', 'one')], ['b.md', titled('Mail', 'one')])).toEqual([2]);
  });
});

describe('what became of a proposal', () => {
  const note = meeting('Northwind', [
    'Send the signed access list for the console to Mei before the rollout begins. @Ana',
    'Order the spare badge readers for hall two and the yard. @Ana',
  ]);
  const evidenceIn = (source: string): readonly (readonly [string, string])[] => {
    const graph = readVault(
      new Map([
        ['a.md', note],
        ['Sources/call.md', source],
      ]),
      DEFAULT_SETTINGS,
    );
    return eachGroup(selectGroups(graph, DEFAULT_SETTINGS)).flatMap((group) =>
      group.lines.flatMap((line) => {
        const done = alreadyDone(line, settling(group));
        return done === null ? [] : [[line.text.split(' ')[0]!, done.line.text] as const];
      }),
    );
  };

  test('its own source tells with half of the words, though they are no copies', () => {
    expect(evidenceIn('- [x] Access list for console: Mei. ✅ 2026-11-09')).toEqual([
      ['Send', 'Access list for console: Mei.'],
    ]);
    expect(evidenceIn('- [x] Lunch with Mei. ✅ 2026-11-09')).toEqual([]);
  });

  test('and each of its lines tells of one', () => {
    expect(evidenceIn('- [x] Readers and list ordered, console access. ✅ 2026-11-09').length).toBeLessThanOrEqual(1);
  });
});
