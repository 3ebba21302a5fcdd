import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { finish } from '../../../src/core/base/steps';
import { selectAccount } from '../../../src/core/graph/account-detail';
import { accountKeyOf, changeNotes, EMPTY_GRAPH, isEvidence, type Graph } from '../../../src/core/graph/graph';
import { isRead, readVault } from '../../../src/core/graph/read-vault';
import { problemsSelection, selectProblems } from '../../../src/core/graph/problems';
import { accountsSelection, selectAccounts } from '../../../src/core/graph/select';
import { selectUnassigned, unassignedSelection } from '../../../src/core/graph/unassigned';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings';
import { damaged } from '../text/damage';
import { noteText, vaultOf, type NoteParts } from './vault';
import type { Groups } from '../../../src/core/copies/group';
import { selectStatements, selectTasks } from '../../../src/core/graph/every-line';

const NO_GROUPS: Groups = new Map();
const RULES = readingRules(DEFAULT_SETTINGS);
const VIEWPOINT = { today: '2026-06-01' as const, settings: DEFAULT_SETTINGS };

/** Everything that the views and scripts are told of a graph, but its revision. */
function told(graph: Graph): unknown {
  return {
    accounts: selectAccounts(graph, VIEWPOINT),
    opened: [...graph.resolution.accounts.keys()].map((key) => selectAccount(graph, key, VIEWPOINT)),
    tasks: selectTasks(graph, VIEWPOINT),
    decisions: selectStatements(graph, 'decisions'),
    unassigned: selectUnassigned(graph, DEFAULT_SETTINGS),
    problems: selectProblems(graph, null),
    accountsByKey: new Map(graph.resolution.accounts),
    accountOf: new Map(graph.resolution.accountOf),
    byAccount: new Map(graph.byAccount),
    listed: graph.unassigned,
    sources: [...graph.sources.keys()].sort(),
  };
}

const names = fc.constantFrom(
  'Aster',
  'Aster',
  'aster',
  'Aster, Inc.',
  'Birch & Co',
  'birch-co',
  'Cedar',
  'Müller',
  'Mueller',
  'C++',
  'C#',
  'C',
  '[[C/Aster/README]]',
  '[[x|Cedar]]',
  '',
  '__proto__',
);
const folders = fc.constantFrom('', 'C/Aster/', 'C/Birch/', 'C/Aster/2026/', 'Sources/', 'S/');
const people = fc.constantFrom('Ana Lopez', 'ana lopez', 'Ben', 'Myself');
const option = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

const meetings: fc.Arbitrary<NoteParts> = fc.record({
  title: fc.constantFrom('A call', 'Aster review', 'Birch & Co and Cedar'),
  date: fc.constantFrom('2026-03-06', '2026-05-30', '2027-01-01', 'soon'),
  account: names,
  tags: fc.array(
    names.map((name) => `account/${name.toLowerCase().replace(/[^a-z_]+/g, '-')}`),
    { maxLength: 1 },
  ),
  more: fc.constantFrom<readonly string[]>(
    [],
    ['participants: ["Ana Lopez", "Ben"]'],
    ['participants: ["ana  lopez"]'],
    ['broken: "x'],
    ['date: again'],
  ),
  body: fc
    .tuple(people, names, option(fc.constantFrom('s1', 'S1', 's2')))
    .map(([owner, name, source]) => [
      '## Summary',
      `About ${name}.`,
      '## Action Items',
      `- [?] Send it. @${owner} 📅 2026-03-06`,
      `- [ ] Ask. @${owner}`,
      '## Decisions',
      '- One',
      ...(source === undefined ? [] : ['', `*Source: [[${source}]]*`]),
    ]),
});
const pages: fc.Arbitrary<NoteParts> = fc.record({
  title: option(names),
  aliases: option(fc.array(names, { maxLength: 2 })),
  account: option(names),
  more: fc.constantFrom<readonly string[]>([], ['status: active']),
});
const texts = fc.oneof(
  { weight: 4, arbitrary: meetings.map(noteText) },
  { weight: 3, arbitrary: pages.map(noteText) },
  fc.constantFrom('- [?] inbox @Ana Lopez', '- [x] done ✅ 2026-03-06', 'nothing', noteText({ more: ['person: Ana'] })),
  names.map((company) => noteText({ more: ['person: Ana'], account: company })),
);
const paths = fc
  .tuple(folders, fc.constantFrom('README', 'Aster', 's1', 'x', 'y', 'z'))
  .map(([folder, name]) => `${folder}${name}.md`);

type Event =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };
const events: fc.Arbitrary<readonly (readonly Event[])[]> = fc.array(
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), path: paths, text: texts }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), path: paths }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path: paths, to: paths }) },
    ),
    { minLength: 1, maxLength: 4 },
  ),
  { maxLength: 12 },
);

/**
 * The files after each batch of events, and the graph that followed them, with the one before. At first there is what
 * `graph` holds.
 */
function* followed(
  batches: readonly (readonly Event[])[],
  { graph = EMPTY_GRAPH, settings = DEFAULT_SETTINGS }: { readonly graph?: Graph; readonly settings?: Settings } = {},
): Generator<{ readonly files: ReadonlyMap<string, string>; readonly before: Graph; readonly graph: Graph }> {
  const rules = readingRules(settings);
  const files = new Map([...graph.notes].map(([path, { text }]) => [path, text]));
  for (const batch of batches) {
    const changed = new Set<string>();
    for (const event of batch) {
      const text = event.kind === 'write' ? event.text : files.get(event.path);
      if (event.kind !== 'write') files.delete(event.path);
      changed.add(event.path);
      const to = event.kind === 'rename' ? event.to : event.path;
      if (event.kind === 'delete' || text === undefined) continue;
      files.set(to, text);
      changed.add(to);
    }
    const before = graph;
    graph = changeNotes(
      graph,
      new Map([...changed].map((path) => [path, files.has(path) ? readNote(path, files.get(path)!, rules) : null])),
    );
    yield { files, before, graph };
  }
}

describe('the graph', () => {
  it('equals the one that is built anew, after any order of events', () => {
    fc.assert(
      fc.property(events, fc.constantFrom([], ['C'], ['S']), (batches, accountFolders) => {
        const settings = { ...DEFAULT_SETTINGS, accountFolders };
        for (const { files, before, graph } of followed(batches, { settings })) {
          expect(graph.revision - before.revision).toBe(graph === before ? 0 : 1);
          expect(told(graph)).toEqual(told(readVault([...files].sort(), settings)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is told by rows that follow it as by rows that are made anew, also where a making was given up', () => {
    // So many that each making takes several steps.
    const many = vaultOf(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, at) => [
          `Many/${at}.md`,
          {
            title: `Call ${at}`,
            date: '2026-03-06',
            account: at % 3 === 0 ? '' : `Account ${at}`,
            body: ['- [?] Send it.'],
          },
        ]),
      ),
    );
    fc.assert(
      fc.property(events, fc.array(fc.nat(3), { minLength: 1 }), (batches, given) => {
        let making = 0;
        const [accounts, unassigned, problems] = [accountsSelection(), unassignedSelection(), problemsSelection()];
        for (const { graph } of followed(batches, { graph: many })) {
          for (const makings of [
            accounts(graph, VIEWPOINT, NO_GROUPS),
            unassigned(graph, DEFAULT_SETTINGS),
            problems(graph, null),
          ]) {
            for (let steps = given[making++ % given.length]!; steps > 0; steps--) makings.next();
          }
          expect(finish(accounts(graph, VIEWPOINT, NO_GROUPS))).toEqual(selectAccounts(graph, VIEWPOINT));
          expect(finish(unassigned(graph, DEFAULT_SETTINGS))).toEqual(selectUnassigned(graph, DEFAULT_SETTINGS));
          expect(finish(problems(graph, null))).toEqual(selectProblems(graph, null));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('does not depend on the order of the notes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(paths, texts), { selector: ([path]) => path, maxLength: 10 }), (files) => {
        expect(told(readVault([...files].reverse(), DEFAULT_SETTINGS))).toEqual(
          told(readVault(files, DEFAULT_SETTINGS)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('is the same where nothing changed, and keeps its resolution where no account can have', () => {
    const text = noteText({ title: 'a', date: '2026-03-06', account: 'Aster', body: ['- [?] a'] });
    const graph = readVault([['m.md', text]], DEFAULT_SETTINGS);
    expect(
      changeNotes(
        graph,
        new Map([
          ['m.md', readNote('m.md', text, RULES)],
          ['gone.md', null],
          ['x.md', readNote('x.md', 'no tasks', RULES)],
        ]),
      ),
    ).toBe(graph);
    const next = changeNotes(graph, new Map([['m.md', readNote('m.md', `${text} changed`, RULES)]]));
    expect(next).not.toBe(graph);
    expect(next.resolution).toBe(graph.resolution);
    expect(graph.notes.get('m.md')!.tasks[0]!.text).toBe('a');
  });

  it('re-resolves notes when an account page comes, goes or is renamed', () => {
    const meeting = { title: 'a', date: '2026-03-06' };
    const page = readNote('C/Aster/README.md', noteText({ title: 'Aster, Inc.', aliases: ['A1'] }), RULES);
    const bare = vaultOf({ 'C/Aster/m.md': meeting, 'x.md': { ...meeting, account: 'A1' } });
    const shown = (graph: Graph): readonly string[] =>
      selectAccounts(graph, VIEWPOINT).map(({ name, notes }) => `${name} ${notes}`);
    const withPage = changeNotes(bare, new Map([[page.path, page]]));
    expect([bare, withPage, changeNotes(withPage, new Map([[page.path, null]]))].map(shown)).toEqual([
      ['A1 1'],
      ['Aster, Inc. 3'],
      ['A1 1'],
    ]);
    expect(accountKeyOf(withPage, 'C/Aster/m.md')).toBe(accountKeyOf(withPage, 'x.md'));
  });
});

it('sees a page in the folder of an account begin to say what an account page says', () => {
  const page = (more: readonly string[]): Graph =>
    changeNotes(
      vaultOf({ 'C/README.md': { title: 'All' }, 'C/Aster.md': {} }),
      new Map([['C/Aster.md', readNote('C/Aster.md', noteText({ more }), RULES)]]),
    );
  expect([page([]), page(['status: active'])].map(({ resolution }) => resolution.accounts.size)).toEqual([1, 2]);
});

describe('evidence', () => {
  const name = 'Sync on Heron’s racks';
  const graph = vaultOf({
    'm.md': { title: 'a', date: '2026-03-06', body: [`*Source: [[${name}]]*`] },
    [`Sources/${name.toUpperCase()}.md`]: '- [x] done',
    [`Sources/${damaged(name, 'mac-roman')}.md`]: '- [x] damaged name',
    'inbox.md': '- [?] proposed',
    'open.md': '- [ ] open',
    'none.md': 'text',
  });
  const evidence = (readOtherProposals: boolean): readonly string[] =>
    [...graph.notes.values()]
      .filter((note) => isEvidence(graph, note, readOtherProposals))
      .flatMap((note) => note.tasks.map((task) => task.text))
      .sort();

  it('is the source of one of our notes, and other notes with proposals if the setting says so', () => {
    expect(evidence(true)).toEqual(['damaged name', 'done', 'proposed']);
    expect(evidence(false)).toEqual(['damaged name', 'done']);
    expect(graph.notes.has('none.md')).toBe(false);
  });

  it('has no account, and is told apart', () => {
    expect(selectTasks(graph, VIEWPOINT).every(({ account, evidence: isOther }) => account === null && isOther)).toBe(
      true,
    );
    expect(selectAccounts(graph, VIEWPOINT)).toEqual([]);
  });
});

describe('which files are read', () => {
  it.each([
    ['a.md', true],
    ['a/b.MD', true],
    ['a.txt', false],
    ['_archive/a.md', false],
    ['a/Templates/b/c.md', false],
    ['Templates.md', true],
    ['templates/a.md', false],
    ['99 Templates/a.md', false],
    ['99 Templates of mine/a.md', true],
    ['a/_archived/b.md', true],
  ])('%s: %j', (path, read) => {
    expect(isRead(path, DEFAULT_SETTINGS)).toBe(read);
  });

  it('folders in the setting may be paths', () => {
    expect(['A/B/x.md', 'A/Bx/x.md', 'Z/A/B/x.md'].map((path) => isRead(path, { excludedFolders: ['A/B'] }))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
