import type { StatementRow, TaskRow } from '../../../src/core/graph/rows';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finish } from '../../../src/core/base/steps';
import { changeNotes, EMPTY_GRAPH, type Graph } from '../../../src/core/graph/graph';
import { selectGroups } from '../../../src/core/graph/groups';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import type { Scene } from '../../../src/core/rollup/material';
import { noteRows, type NoteRows } from '../../../src/core/rollup/note-rows';
import { noteSections, readNoteWish, type NoteResult } from '../../../src/core/rollup/note-sections';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { noteText, vaultOf, type NoteParts } from '../graph/vault';
import { demoScene } from './demo-scene';

const TODAY = '2026-03-10';
const RULES = readingRules(DEFAULT_SETTINGS);
const sceneOf = (graph: Graph, today: Scene['viewpoint']['today'] = TODAY): Scene => ({
  graph,
  groups: selectGroups(graph, DEFAULT_SETTINGS),
  viewpoint: { today, settings: DEFAULT_SETTINGS },
});
/** The rows all at once, of a graph that is followed or of this one alone. */
const rowsAt = (
  scene: Scene,
  paths: readonly string[],
  follow: NoteRows = noteRows(),
): ReadonlyMap<string, readonly (StatementRow | TaskRow)[]> => finish(follow(scene, paths));
const rowsOf = (scene: Scene, paths: readonly string[]): readonly (StatementRow | TaskRow)[] =>
  [...rowsAt(scene, paths).values()].flat();
const shown = (scene: Scene, paths: readonly string[], wish: Readonly<Record<string, unknown>> = {}): NoteResult =>
  finish(
    noteSections(
      [{ title: null, paths }],
      rowsAt(scene, paths),
      readNoteWish((key) => wish[key]),
    ),
  );
const texts = ({ sections }: NoteResult): readonly string[] =>
  sections.flatMap(({ rows }) => rows.map(({ text }) => text));

const SAID = 'Keep the on-premises historian as the system of record.';
const TASK = 'Send the rack layout of hall two to Ilse Brandt.';
const bodyLine = fc.constantFrom(
  `- [?] ${TASK} @Ana`,
  `- [ ] ${TASK} @Ana 📅 2026-03-12`,
  `- [-] ${TASK} @Ana #copy`,
  `- [x] ${TASK}`,
  '- [ ] Call the auditor. @Myself',
  '- [?] Later. 🛫 2026-03-11',
  '## Decisions',
  `- ${SAID}`,
  `- ${SAID} [confirmed:: 2026-03-06]`,
  '- Start in May. [superseded:: [[b]]]',
  '## Key facts',
  '- The audit is over.',
  '## Notes',
);
const note: fc.Arbitrary<NoteParts> = fc.record({
  title: fc.constantFrom('Sync', 'Review'),
  date: fc.constantFrom('2026-03-01', '2026-03-05', '2026-02-20'),
  account: fc.constantFrom('Aster', 'Aster', 'Birch', ''),
  body: fc.array(bodyLine, { maxLength: 8 }),
});
const PATHS = ['a.md', 'b.md', 'c.md', 'd.md', 'list.md', 'gone.md'];
const listing = fc.shuffledSubarray(PATHS);
const page: fc.Arbitrary<NoteParts> = fc.record({
  title: fc.constantFrom('Aster', 'Aster Foods'),
  aliases: fc.constantFrom(['Aster'], ['Birch', 'Aster']),
});
const change: fc.Arbitrary<readonly [string, NoteParts | null]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...PATHS.slice(0, 4)), fc.option<NoteParts>(note, { freq: 5 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('C/README.md'), fc.option<NoteParts>(page)) },
);
const changes = fc.array(
  fc.record({
    change,
    listed: listing,
    today: fc.constantFrom(TODAY, '2026-03-12' as const),
    steps: fc.nat(4),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('the rows of notes', () => {
  test('are each line once: alone, as the best of those that say the same, or among the others', () => {
    fc.assert(
      fc.property(fc.array(note, { minLength: 4, maxLength: 4 }), listing, (notes, listed) => {
        const graph = vaultOf({
          ...Object.fromEntries(notes.map((parts, index) => [PATHS[index]!, parts])),
          'list.md': `- [?] ${TASK} @Ana`,
        });
        const scene = sceneOf(graph);
        const rows = rowsAt(scene, listed);
        const ours = listed.filter(
          (path) => graph.notes.get(path) !== undefined && graph.notes.get(path)!.kind !== 'other',
        );
        expect([...rows.keys()]).toEqual(ours);
        const found = [...rows.values()]
          .flat()
          .flatMap((row) => [row, ...row.copies].map(({ path, line }) => `${path}:${line}`));
        const written = ours
          .map((path) => graph.notes.get(path)!)
          .flatMap(({ path, tasks, decisions, facts }) =>
            [...tasks.filter(({ tags }) => !tags.includes('copy')), ...decisions, ...facts].map(
              ({ line }) => `${path}:${line}`,
            ),
          );
        expect([...found].sort()).toEqual(written.sort());
        rows.forEach((ofNote, path) => {
          expect(ofNote.every((row) => row.path === path)).toBe(true);
          expect(ofNote.map(({ line }) => line)).toEqual(ofNote.map(({ line }) => line).sort((a, b) => a - b));
        });
      }),
    );
  });

  test('are as if they were made anew, whatever was asked for before', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const follow = noteRows();
        let graph: Graph = EMPTY_GRAPH;
        for (const {
          change: [path, parts],
          listed,
          today,
          steps,
        } of all) {
          graph = changeNotes(graph, new Map([[path, parts === null ? null : readNote(path, noteText(parts), RULES)]]));
          const scene = sceneOf(graph, today);
          // Now and then something newer comes in the middle.
          const left = follow(scene, PATHS);
          for (let step = 0; step < steps && left.next().done !== true; step++);
          expect([...rowsAt(scene, listed, follow)]).toEqual([...rowsAt(scene, listed)]);
        }
      }),
    );
  });

  test('stay the same value where nothing of their lines changed', () => {
    const scene = demoScene();
    const follow = noteRows();
    const paths = [...scene.graph.notes.keys()];
    const before = rowsAt(scene, paths, follow);
    const other = readNote(
      'Customers/New/2026-11-21 - Call.md',
      noteText({ title: 'Call', date: '2026-11-21', body: ['- [ ] Something else entirely.'] }),
      RULES,
    );
    const graph = changeNotes(scene.graph, new Map([[other.path, other]]));
    const after = [...rowsAt({ ...scene, graph }, [other.path, ...paths], follow)].slice(1);
    expect(after.length).toBeGreaterThan(20);
    expect(after.every(([path, rows]) => rows.every((row, index) => row === before.get(path)![index]))).toBe(true);
  });

  test('merge copies among the notes that are shown and no others', () => {
    const scene = sceneOf(
      vaultOf({
        'a.md': { title: 'First', date: '2026-03-01', account: 'Aster', body: [`- [?] ${TASK} @Ana`] },
        'b.md': { title: 'Second', date: '2026-03-05', account: 'Aster', body: [`- [?] ${TASK} @Ana`] },
      }),
    );
    expect(
      rowsOf(scene, ['a.md', 'b.md']).map(({ path, copies, account }) => [
        path,
        copies.map((line) => line.path),
        account,
      ]),
    ).toEqual([['b.md', ['a.md'], 'Aster']]);
    expect(rowsOf(scene, ['a.md']).map(({ path, copies }) => [path, copies.length])).toEqual([['a.md', 0]]);
  });
});

describe('the sections of a base', () => {
  const graph = vaultOf({
    'a.md': {
      title: 'A',
      date: '2026-03-01',
      account: 'Aster',
      body: [
        '- [x] Sent. ✅ 2026-03-02',
        '- [?] Later. 🛫 2026-04-01',
        '## Decisions',
        '- Old rule. [superseded:: [[b]]]',
      ],
    },
    'b.md': {
      title: 'B',
      date: '2026-03-05',
      account: 'Birch',
      body: ['- [?] Call Ana.', '## Decisions', '- New rule.', '## Key facts', '- Two halls.'],
    },
    'c.md': { title: 'C', date: '2026-03-06', account: 'Birch', body: ['Nothing.'] },
    'list.md': '- [?] In the inbox.',
  });
  const scene = sceneOf(graph);

  test('show what is chosen, in the order of the notes', () => {
    expect(texts(shown(scene, ['b.md', 'a.md']))).toEqual(['Call Ana.', 'New rule.']);
    expect(texts(shown(scene, ['b.md', 'a.md'], { show: 'all', tasks: 'all', superseded: true }))).toEqual([
      'Call Ana.',
      'New rule.',
      'Two halls.',
      'Sent.',
      'Later.',
      'Old rule.',
    ]);
    expect(texts(shown(scene, ['a.md', 'b.md'], { show: 'decisions', superseded: true }))).toEqual([
      'Old rule.',
      'New rule.',
    ]);
    expect(texts(shown(scene, ['b.md'], { show: 'facts' }))).toEqual(['Two halls.']);
    expect(texts(shown(scene, ['b.md'], { show: '__proto__', tasks: { all: true }, superseded: 'true' }))).toEqual([
      'Call Ana.',
      'New rule.',
    ]);
  });

  test('stand together as the base has them, each note once, and those without rows are left out', () => {
    const paths = ['b.md', 'c.md', 'a.md'];
    const { sections, count } = finish(
      noteSections(
        [
          { title: 'one', paths: ['c.md'] },
          { title: 'two', paths: ['b.md'] },
          { title: 'two', paths: ['a.md', 'b.md'] },
        ],
        rowsAt(scene, paths),
        readNoteWish((key) => (key === 'tasks' ? 'all' : undefined)),
      ),
    );
    expect(sections.map(({ title, rows }) => [title, rows.map(({ text }) => text)])).toEqual([
      ['two', ['Call Ana.', 'New rule.']],
      ['two', ['Sent.', 'Later.']],
    ]);
    expect(count).toBe(4);
  });

  test('say why nothing is shown', () => {
    expect(shown(scene, []).empty).toBe('This base has no notes.');
    expect(shown(scene, ['c.md']).empty).toBe('No decisions or tasks in these notes.');
    expect(shown(scene, ['c.md', 'list.md'], { show: 'all' }).empty).toBe(
      'No decisions, tasks or facts in these notes.',
    );
    expect(shown(scene, ['c.md', 'a.md'], { show: 'facts' }).empty).toBe('No facts in these notes.');
    expect(shown(scene, ['list.md', 'gone.md']).empty).toBe('This base has no customer notes.');
    expect(shown(scene, ['list.md']).empty).toBe('This base has no customer notes.');
    expect(shown(scene, ['a.md']).empty).toBe(
      "Everything here is done, dismissed or snoozed, or superseded. Change the view's options to show it.",
    );
    expect(shown(scene, ['b.md']).empty).toBeNull();
  });
});
