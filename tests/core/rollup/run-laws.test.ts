import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plusDays } from '../../../src/core/base/day';
import { changeNotes, EMPTY_GRAPH, type Graph } from '../../../src/core/graph/graph';
import { groupsSelection, selectGroups } from '../../../src/core/graph/groups';
import { readVault } from '../../../src/core/graph/read-vault';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { SHOWS, valuesFor } from '../../../src/core/rollup/keys';
import type { Scene } from '../../../src/core/rollup/material';
import type { RollupResult, RollupRow } from '../../../src/core/rollup/rows';
import { rollupRunner, runRollup, type RollupPlace } from '../../../src/core/rollup/run';
import { readSpec, type RollupSpec } from '../../../src/core/rollup/spec';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { noteText, type NoteParts } from '../graph/vault';

const RULES = readingRules(DEFAULT_SETTINGS);
const TODAY = '2026-03-10';

function specOf(text: string): RollupSpec {
  const { spec, faults } = readSpec(text);
  if (spec === null) throw new Error(faults.map(({ sentence }) => sentence).join(' '));
  return spec;
}

const SPECS = [
  '',
  'status: all\ngroup: status',
  'account: all\ngroup: account\nsort: oldest',
  'account: Aster\naccount: Birch\nshow: tasks\nstatus: all\ngroup: owner',
  'show: timeline\naccount: all\nlimit: 4\ngroup: week',
  'show: facts\nsince: 2026-03-01',
  'show: tasks\nowner: me, nobody\naccount: all\nsort: priority',
  'show: timeline\nstatus: all\nsort: due\ngroup: note',
].map(specOf);
const PLACES: readonly RollupPlace[] = [{ account: 'aster' }, { account: 'birch' }, 'no-account'];

const said = 'Keep the on-premises historian as the system of record.';
const task = 'Send the rack layout of hall two to Ilse Brandt.';
const bodyLine = fc.constantFrom(
  `- [?] ${task} @Ana`,
  `- [ ] ${task} @Ana 📅 2026-03-12`,
  `- [-] ${task} @Ana #copy`,
  `- [x] ${task}`,
  '- [ ] Call the auditor. @Myself ⏫',
  '- [?] Later. 🛫 2026-03-11',
  '## Decisions',
  `- ${said}`,
  `- ${said} [confirmed:: 2026-03-06]`,
  '- Start in May. [superseded:: [[b]]]',
  '## Key facts',
  `- ${said}`,
  '- The audit is over.',
);
const notes: fc.Arbitrary<NoteParts> = fc.record({
  title: fc.constantFrom('Sync', 'Review'),
  date: fc.constantFrom('2026-03-01', '2026-03-05', '2026-02-20', '2026-03-11'),
  account: fc.constantFrom('Aster', 'Aster', 'Birch', ''),
  body: fc.array(bodyLine, { maxLength: 6 }),
});
const page: fc.Arbitrary<NoteParts> = fc.record({
  title: fc.constantFrom('Aster', 'Aster Foods'),
  aliases: fc.constantFrom(['Aster'], ['Birch', 'Aster']),
  body: fc.constant(['- [ ] Of the page.']),
});
const changes: fc.Arbitrary<readonly (readonly [string, NoteParts | string | null])[]> = fc.array(
  fc.oneof<fc.MaybeWeightedArbitrary<readonly [string, NoteParts | string | null]>[]>(
    {
      weight: 5,
      arbitrary: fc.tuple(fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'), fc.option<NoteParts>(notes, { freq: 4 })),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant('C/Aster/README.md'), fc.option<NoteParts>(page)) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('list.md'), fc.constantFrom(null, `- [?] ${task} @Ana`)) },
  ),
  { maxLength: 8 },
);

const textOf = (note: NoteParts | string): string => (typeof note === 'string' ? note : noteText(note));
const sceneOf = (graph: Graph, today: Scene['viewpoint']['today'] = TODAY): Scene => ({
  graph,
  groups: selectGroups(graph, DEFAULT_SETTINGS),
  viewpoint: { today, settings: DEFAULT_SETTINGS },
});
const rowsOf = ({ sections }: RollupResult): readonly RollupRow[] => sections.flatMap(({ rows }) => rows);

describe('rollups of a vault that changes', () => {
  it('are as if each was run anew', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.nat(12), { minLength: 1 }), (all, given) => {
        const { run, prepare } = rollupRunner();
        let older: Scene = sceneOf(EMPTY_GRAPH);
        let round = 0;
        const selection = groupsSelection();
        const texts = new Map<string, string>();
        let graph: Graph = EMPTY_GRAPH;
        for (const [path, note] of all) {
          if (note === null) texts.delete(path);
          else texts.set(path, textOf(note));
          graph = changeNotes(graph, new Map([[path, note === null ? null : readNote(path, textOf(note), RULES)]]));
          selection.follow(graph, DEFAULT_SETTINGS);
          selection.work(() => false);
          const anew = sceneOf(readVault([...texts], DEFAULT_SETTINGS));
          for (const today of [TODAY, plusDays(TODAY, 1)] as const) {
            const scene = { graph, groups: selection.groups(), viewpoint: { today, settings: DEFAULT_SETTINGS } };
            // A making that was given up, and a block that still sees the scene before, leave no trace.
            const making = prepare(scene, SHOWS[round % SHOWS.length]!);
            for (let steps = given[round++ % given.length]!; steps > 0; steps--) making.next();
            run(older, SPECS[0]!, 'no-note');
            older = scene;
            for (const spec of SPECS) {
              for (const place of PLACES) {
                expect(run(scene, spec, place)).toEqual(
                  runRollup({ ...anew, viewpoint: { today, settings: DEFAULT_SETTINGS } }, spec, place),
                );
              }
            }
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('hold no line twice, and none that is gone, while the copies are those of a moment before', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md'), notes),
        fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md'), notes),
        (now, before) => {
          const graphOf = (vault: Readonly<Record<string, NoteParts>>): Graph =>
            readVault(
              Object.entries(vault).map(([path, note]) => [path, noteText(note)] as const),
              DEFAULT_SETTINGS,
            );
          const scene = { ...sceneOf(graphOf(now)), groups: sceneOf(graphOf(before)).groups };
          for (const show of SHOWS) {
            const rows = rowsOf(
              runRollup(
                scene,
                specOf(`show: ${show}\naccount: all${show === 'facts' ? '' : '\nstatus: all'}`),
                'no-note',
              ),
            );
            const keys = rows.flatMap((row) => [row.key, ...row.copies.map(({ key }) => key)]);
            expect(new Set(keys).size).toBe(keys.length);
            expect(rows.every(({ path }) => Object.hasOwn(now, path))).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  const vault = (more: string): Graph =>
    readVault(
      [
        [
          'a.md',
          noteText({
            title: 'Sync',
            date: '2026-03-01',
            account: 'Aster',
            body: ['- [ ] One. @Ana', '- [ ] Two. @Myself', '## Decisions', `- ${said}`],
          }),
        ],
        ['b.md', noteText({ title: 'Sync', date: '2026-03-02', account: 'Aster', body: ['- [ ] Three.', more] })],
        ['c.md', noteText({ title: 'Sync', date: '2026-03-03', account: 'Birch', body: ['- [ ] Four.'] })],
      ],
      DEFAULT_SETTINGS,
    );

  it('stay the same value where they show the same, and so do their rows', () => {
    const { run } = rollupRunner();
    const graph = vault('');
    const tasks = specOf('show: tasks\ngroup: owner');
    const decisions = specOf('');
    const [before, other] = [
      run(sceneOf(graph), tasks, { account: 'aster' }),
      run(sceneOf(graph), decisions, { account: 'aster' }),
    ];
    expect(run(sceneOf(graph), tasks, { account: 'aster' })).toBe(before);
    const changed = changeNotes(graph, new Map([['b.md', vault('- [ ] Five.').notes.get('b.md')!]]));
    const after = run(sceneOf(changed), tasks, { account: 'aster' });
    expect(after.count).toBe(before.count + 1);
    const rows = new Set(rowsOf(after));
    expect(rowsOf(before).filter((row) => !rows.has(row))).toEqual([]);
    expect(run(sceneOf(changed), decisions, { account: 'aster' })).toBe(other);
    const elsewhere = changeNotes(changed, new Map([['c.md', null]]));
    expect(run(sceneOf(elsewhere), tasks, { account: 'aster' })).toBe(after);
  });
});

describe('a rollup', () => {
  const vaults = fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md', 'C/Aster/README.md'), notes).map((all) =>
    readVault(
      Object.entries(all).map(([path, note]) => [path, noteText(note)] as const),
      DEFAULT_SETTINGS,
    ),
  );

  it('has each row in one section, whatever it is what to group by, and counts what it shows', () => {
    fc.assert(
      fc.property(vaults, fc.constantFrom(...SHOWS), fc.integer({ min: 1, max: 5 }), (graph, show, limit) => {
        const scene = sceneOf(graph);
        for (const sort of valuesFor('sort', show)) {
          const lines = `show: ${show}\naccount: all\nsort: ${sort}`;
          const plain = runRollup(scene, specOf(lines), 'no-note');
          const rows = rowsOf(plain);
          expect(plain).toMatchObject({ count: rows.length, shown: rows.length });
          expect(plain.empty === null).toBe(rows.length > 0);
          for (const group of valuesFor('group', show)) {
            const { sections } = runRollup(scene, specOf(`${lines}\ngroup: ${group}`), 'no-note');
            const grouped = sections.flatMap((section) => section.rows);
            expect(grouped.map(({ key }) => key).sort()).toEqual(rows.map(({ key }) => key).sort());
            const order = new Map(rows.map(({ key }, index) => [key, index]));
            expect(
              sections.every(
                (section) =>
                  section.rows.length > 0 &&
                  section.rows.every(
                    (row, index) => index === 0 || order.get(section.rows[index - 1]!.key)! < order.get(row.key)!,
                  ),
              ),
            ).toBe(true);
            const cut = runRollup(scene, specOf(`${lines}\ngroup: ${group}\nlimit: ${limit}`), 'no-note');
            expect(cut).toMatchObject({ count: rows.length, shown: Math.min(limit, rows.length) });
            expect(
              rowsOf(cut)
                .map(({ key }) => key)
                .sort(),
            ).toEqual(
              rows
                .slice(0, limit)
                .map(({ key }) => key)
                .sort(),
            );
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('shows no line that is marked as a copy, and of a period just the rows of its days', () => {
    fc.assert(
      fc.property(
        vaults,
        fc.constantFrom(...SHOWS),
        fc.constantFrom('2026-02-20', '2026-03-01', '2026-03-04', '2026-03-05'),
        (graph, show, day) => {
          const lines = `show: ${show}\naccount: all${show === 'facts' ? '' : '\nstatus: all'}`;
          const all = rowsOf(runRollup(sceneOf(graph), specOf(lines), 'no-note'));
          expect(all.filter((row) => row.kind === 'task' && row.tags.includes('copy'))).toEqual([]);
          const keysOf = (more: string): readonly string[] =>
            rowsOf(runRollup(sceneOf(graph), specOf(`${lines}\n${more}`), 'no-note')).map(({ key }) => key);
          expect(keysOf(`since: ${day}`)).toEqual(
            all.filter((row) => row.day !== null && row.day >= day).map(({ key }) => key),
          );
          expect(keysOf(`until: ${day}`)).toEqual(
            all.filter((row) => row.day !== null && row.day <= day).map(({ key }) => key),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
