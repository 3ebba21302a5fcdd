import './database';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createEdit } from '../../src/core/change/edit';
import { surveyText } from '../../src/core/change/survey';
import { startHost, type HostParts } from './host-parts';
import { fileText, openNote, typeAt } from './open-notes';
import { installVirtualTime, type VirtualTime } from './virtual-time';

const PAGE = {
  path: 'Customers/Blue Heron/README.md',
  edits: [],
  effect: { kind: 'create', text: '# Blue Heron\n' },
} as const;
const action = { label: 'Create account “Blue Heron”', notes: [PAGE] };

let time: VirtualTime;
let host: HostParts;
let database: string;

beforeEach(async () => {
  time = installVirtualTime();
  database = crypto.randomUUID();
  host = startHost({ files: { 'A.md': '#type/customer\n' }, database });
  await time.advance(200);
});
afterEach(() => {
  host.unload();
  time.end();
});

test('a new note comes with its folders, goes to the trash by undo, and comes back by taking that back', async () => {
  expect(await host.actions.run(action)).toMatchObject({ written: 1, refusals: [] });
  expect(fileText(host, PAGE.path)).toBe('# Blue Heron\n');
  const [created] = host.journal.entries.get();
  expect(await host.actions.undo()).toMatchObject({ written: 1, refusals: [] });
  expect(fileText(host, PAGE.path)).toBeNull();
  expect(await host.actions.undo()).toBeNull();
  expect(await host.actions.undo(host.journal.entries.get()[1]!.id)).toMatchObject({ written: 1 });
  expect(fileText(host, PAGE.path)).toBe('# Blue Heron\n');
  expect(created!.notes).toMatchObject([{ state: 'done', effect: { kind: 'create' } }]);
});

test('a note that is there already is not overwritten', async () => {
  host.app.doors.outside.write(PAGE.path, 'Mine.\n');
  await time.advance(200);
  const report = await host.actions.run(action);
  expect(report).toMatchObject({ written: 0 });
  expect(report.refusals.map(({ sentence }) => sentence)).toEqual([
    "Couldn't create “README”: “Customers/Blue Heron/README.md” already exists. Choose another name.",
  ]);
  expect(fileText(host, PAGE.path)).toBe('Mine.\n');
});

test('a new note that somebody wrote in stays, and undo says so', async () => {
  await host.actions.run(action);
  host.app.doors.outside.write(PAGE.path, '# Blue Heron\n\nThey like herons.\n');
  await time.advance(200);
  const undo = await host.actions.undo();
  expect(undo).toMatchObject({ written: 0 });
  expect(undo!.refusals.map(({ sentence }) => sentence)).toEqual([
    "Couldn't move “README” to the trash: it was edited since. Delete it yourself.",
  ]);
  expect(fileText(host, PAGE.path)).toBe('# Blue Heron\n\nThey like herons.\n');
  expect(await host.actions.undo()).toBeNull();
});

test.each([
  [
    'a canvas or an embed',
    () => Promise.resolve(host.app.workspace.trigger('editor-change', {}, { file: pageFile() })),
  ],
  ['an editor that has not saved it', async () => typeAt(await openNote(host, time, PAGE.path), 0, ' and friends')],
  [
    'an editor that shows its reading view now',
    async () => {
      const view = await openNote(host, time, PAGE.path);
      typeAt(view, 0, ' and friends');
      await view.setMode('preview');
    },
  ],
])('a new note that is being typed in stays, and undo says so: in %s', async (_where, type) => {
  await host.actions.run(action);
  await type();
  const undo = await host.actions.undo();
  expect(undo).toMatchObject({
    written: 0,
    refusals: [{ sentence: expect.stringMatching(/^Couldn't move “README”/) }],
  });
  expect(fileText(host, PAGE.path)).not.toBeNull();
});

test('a new note that is being typed in can be taken back later, where nothing was written in it', async () => {
  const { id } = await host.actions.run(action);
  host.app.workspace.trigger('editor-change', {}, { file: pageFile() });
  await host.actions.undo(id!);
  await time.advance(3100);
  expect(await host.actions.undo(id!)).toMatchObject({ written: 1 });
  expect(fileText(host, PAGE.path)).toBeNull();
});

test('a new note that cannot be read now stays, and undo says why', async () => {
  const { id } = await host.actions.run(action);
  host.app.doors.faults.read(() => new Error('EIO: i/o error'));
  expect(await host.actions.undo(id!)).toMatchObject({
    written: 0,
    refusals: [{ sentence: expect.stringMatching(/^Couldn't write “README”: EIO/) }],
  });
  host.app.doors.faults.clear();
  expect(await host.actions.undo(id!)).toMatchObject({ written: 1 });
});

describe('a name in decomposed form', () => {
  const composed = { ...PAGE, path: 'Customers/Café/README.md' };
  const decomposed = { ...PAGE, path: composed.path.normalize('NFD') };
  const graphPaths = (): readonly string[] => [...host.indexer.graph.get().notes.keys()].sort();
  const page = { ...decomposed, effect: { kind: 'create', text: '#type/customer\n# Café\n' } } as const;

  test('makes one page and one entry of the graph, which undo takes away', async () => {
    expect(decomposed.path).not.toBe(composed.path);
    expect(await host.actions.run({ label: 'Create', notes: [page] })).toMatchObject({ written: 1 });
    await time.advance(1000);
    expect(graphPaths()).toEqual(['A.md', composed.path]);
    expect(await host.actions.undo()).toMatchObject({ written: 1 });
    await time.advance(1000);
    expect([graphPaths(), folders()]).toEqual([['A.md'], []]);
  });

  test.each([
    ['composed', composed.path, page],
    ['decomposed', decomposed.path, { ...page, path: composed.path }],
  ])('is not made again where a file has the %s form already', async (_form, taken, wanted) => {
    host.app.doors.outside.write(taken, 'Mine.\n');
    await time.advance(200);
    expect(await host.actions.run({ label: 'Create', notes: [wanted] })).toMatchObject({ written: 0 });
    expect(host.app.vault.getFiles().map(({ path }) => path)).toEqual(['A.md', taken]);
  });
});

const pageFile = () => host.app.vault.getFileByPath(PAGE.path)!;
const folders = (): readonly string[] =>
  host.app.vault
    .getAllFolders()
    .map(({ path }) => path)
    .sort();

test('undo takes the folders that came with a new note away where they are empty, and no others', async () => {
  await host.actions.run(action);
  expect(folders()).toEqual(['Customers', 'Customers/Blue Heron']);
  await host.actions.undo();
  expect(folders()).toEqual([]);

  await host.actions.undo(host.journal.entries.get()[1]!.id);
  expect(fileText(host, PAGE.path)).toBe('# Blue Heron\n');
  await host.app.vault.create('Customers/Mine.md', 'x');
  await host.actions.undo(host.journal.entries.get()[2]!.id);
  expect(folders()).toEqual(['Customers']);

  await host.app.vault.createFolder('Customers/Blue Heron');
  await host.actions.run(action);
  await host.actions.undo();
  expect(folders()).toEqual(['Customers', 'Customers/Blue Heron']);
  expect(host.failures).toEqual([]);
});

test('where a new note cannot be made, nothing else of the action is written', async () => {
  const edits = [
    createEdit(surveyText('#type/customer\n'), {
      path: 'A.md',
      line: 0,
      count: 1,
      replacement: ['#type/customer #account/blue-heron'],
    }),
  ];
  const both = { ...action, notes: [PAGE, { path: 'A.md', edits }] };
  host.app.doors.outside.write(PAGE.path, 'Mine.\n');
  await time.advance(200);
  expect(await host.actions.run(both)).toMatchObject({ id: null, written: 0, refusals: [{ path: PAGE.path }] });
  expect(host.journal.entries.get()).toEqual([]);
  expect(fileText(host, 'A.md')).toBe('#type/customer\n');

  const elsewhere = {
    ...both,
    notes: [
      { ...PAGE, path: 'Customers/Zed/README.md' },
      { path: 'A.md', edits },
    ],
  };
  const create = jest.spyOn(host.app.vault, 'create').mockRejectedValueOnce(new Error('the disk is full'));
  expect(await host.actions.run(elsewhere)).toMatchObject({
    written: 0,
    refusals: [{ sentence: expect.stringContaining('the disk is full') }],
  });
  create.mockRestore();
  expect(fileText(host, 'A.md')).toBe('#type/customer\n');
  expect(host.journal.entries.get()[0]!.notes.map(({ state, reason }) => [state, reason])).toEqual([
    ['failed', expect.stringContaining('the disk is full')],
    ['failed', "Not written: the new note wasn't created."],
  ]);
});

test('what was refused before is kept with the action, also after a restart', async () => {
  const left = [{ path: 'A.md', sentence: '“A” was left as it is.' }];
  const { id } = await host.actions.run({ ...action, left });
  expect(host.journal.entries.get()).toMatchObject([{ id, left }]);
  await host.journal.rename('A.md', 'B.md');
  host.unload();
  host = startHost({ files: {}, database });
  await time.advance(200);
  await host.journal.open();
  expect(host.journal.entries.get()).toMatchObject([{ id, left: [{ ...left[0], path: 'B.md' }] }]);
});
