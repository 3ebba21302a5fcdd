import './database';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { JournalStore } from '../../src/host/journal-store';
import { startHost, type HostParts } from './host-parts';
import { accept, fileText, openNote } from './open-notes';
import { installVirtualTime, type VirtualTime } from './virtual-time';

const NOTES = 200;
const ACCEPTS = 500;

let time: VirtualTime;
let host: HostParts;
let database: string;

const pathOf = (note: number): string => `Alpha/Note ${note}.md`;

/**
 * Two proposals in each odd note and three in each even one, in notes with all kinds of line ends; among them lines
 * that are equal.
 */
function textOf(note: number): string {
  const lines = [
    '#type/customer',
    '## Action Items',
    '- [?] Send it. #task #proposed',
    `- [?] Call number ${note}. #task #proposed`,
    ...(note % 2 === 0 ? ['## Later', '- [?] Send it. #task #proposed'] : []),
    'End.',
  ];
  return lines.join(note % 3 === 0 ? '\r\n' : '\n');
}

const accepted = (text: string): string => text.replace(/\[\?\]/g, '[ ]').replace(/ #proposed/g, '');
const files = Object.fromEntries(Array.from({ length: NOTES }, (_, note) => [pathOf(note), textOf(note)]));
const everything = Object.entries(files).map(([path, text]) => ({ path, edits: accept(path, text) }));
const entries = () => host.journal.entries.get();

async function start(
  given: Readonly<Record<string, string>>,
  between?: (journal: JournalStore) => JournalStore,
): Promise<void> {
  host = startHost({ files: given, database, ...(between ? { between } : {}) });
  await time.advance(200);
}

/** The app is closed at once, and started again with what lies in its files. */
async function restart(): Promise<void> {
  const { outside } = host.app.doors;
  const left = host.app.vault.getMarkdownFiles().map(({ path }) => [path, outside.read(path)!] as const);
  time.forgetTimers();
  host.journal.close();
  await time.idle();
  await start(Object.fromEntries(left));
  await host.journal.open();
}

beforeEach(() => {
  time = installVirtualTime();
  database = crypto.randomUUID();
});
afterEach(() => {
  host.unload();
  time.end();
  jest.restoreAllMocks();
});

test('500 accepts over 200 notes are one action: each note is wholly done or untouched, the journal says which, and one undo restores all but what others changed', async () => {
  expect(everything.reduce((sum, { edits }) => sum + edits.length, 0)).toBe(ACCEPTS);
  await start(files);
  const failing = new Set(
    Array.from({ length: NOTES }, (_, note) => note)
      .filter((note) => note % 9 === 4)
      .map(pathOf),
  );
  const unreadable = new Set([pathOf(11), pathOf(12)]);
  const gone = pathOf(20);
  host.app.doors.faults.write((path) => (failing.has(path) ? new Error(`EIO: i/o error, '${path}'`) : null));
  host.app.doors.faults.read((path) => (unreadable.has(path) ? new Error(`EIO: i/o error, '${path}'`) : null));
  host.app.doors.outside.remove(gone);

  const told: string[] = [];
  const report = await host.actions.run(
    { label: 'Accept 500 tasks', notes: everything },
    { onProgress: (done, total) => void told.push(`${done}/${total}`) },
  );
  const done = everything.filter(({ path }) => !failing.has(path) && !unreadable.has(path) && path !== gone);
  for (const { path } of everything.filter((note) => note.path !== gone))
    expect(fileText(host, path)).toBe(done.some((note) => note.path === path) ? accepted(files[path]!) : files[path]);
  expect(report).toMatchObject({
    written: done.reduce((sum, { edits }) => sum + edits.length, 0),
    notes: done.length,
    stopped: 0,
  });
  expect(new Set(report.refusals.map(({ path }) => path))).toEqual(new Set([...failing, ...unreadable, gone]));
  expect(entries()).toHaveLength(1);
  expect(entries()[0]!.notes.map(({ path, state }) => [path, state])).toEqual(
    everything.map(({ path }) => [
      path,
      failing.has(path) || unreadable.has(path) || path === gone ? 'failed' : 'done',
    ]),
  );
  expect(told.at(-1)).toBe(`${NOTES}/${NOTES}`);

  host.app.doors.faults.clear();
  const changed = done.slice(0, 15).map(({ path }) => path);
  for (const path of changed)
    host.app.doors.outside.write(path, fileText(host, path)!.replace('Call number', 'Ring number'));
  await restart();
  const undo = await host.actions.undo();
  for (const { path } of done)
    expect(fileText(host, path)).toBe(
      changed.includes(path) ? files[path]!.replace(/- \[\?\] Call (.*) #proposed/, '- [ ] Ring $1') : files[path],
    );
  expect(undo!.written).toBe(report.written - changed.length);
  expect(undo!.refusals.map(({ path }) => path).sort()).toEqual([...changed].sort());
  for (const { sentence } of undo!.refusals)
    expect(sentence).toMatch(/^Couldn't update “Call number .*”: .*in the note/);
  expect(await host.actions.undo()).toBeNull();
});

test('stopping a bulk action leaves the notes that were not reached as they are, and its undo takes back the others', async () => {
  await start(files);
  const stop = new AbortController();
  const report = await host.actions.run(
    { label: 'Accept', notes: everything },
    {
      signal: stop.signal,
      onProgress: (done) => {
        if (done === 50) stop.abort();
      },
    },
  );
  expect(report).toMatchObject({ notes: 50, written: 125, stopped: 150, refusals: [] });
  everything.forEach(({ path }, note) =>
    expect(fileText(host, path)).toBe(note < 50 ? accepted(files[path]!) : files[path]),
  );
  expect(entries()[0]!.notes.map(({ state }) => state)).toEqual([
    ...Array<string>(50).fill('done'),
    ...Array<string>(150).fill('failed'),
  ]);
  expect(await host.actions.undo()).toMatchObject({ notes: 50, written: 125, refusals: [] });
  everything.forEach(({ path }) => expect(fileText(host, path)).toBe(files[path]));
});

test('what Ctrl+Z or another device brought back already is said to be so, and the next undo goes on with the action before', async () => {
  await start(files);
  const [first, second] = everything;
  await host.actions.run({ label: 'Accept the first', notes: [first!] });
  await host.actions.run({ label: 'Accept the second', notes: [second!] });
  host.app.doors.outside.write(second!.path, files[second!.path]!);
  const { written, refusals } = (await host.actions.undo())!;
  expect(written).toBe(0);
  expect(refusals).toHaveLength(second!.edits.length);
  for (const { sentence } of refusals) expect(sentence).toMatch(/^Couldn't update .*: it already says that\.$/);
  expect(fileText(host, second!.path)).toBe(files[second!.path]);
  expect(await host.actions.undo()).toMatchObject({
    label: 'Accept the first',
    written: first!.edits.length,
    refusals: [],
  });
});

test('an action that is refused altogether is none', async () => {
  await start({ [pathOf(1)]: 'Something else.\n' });
  const report = await host.actions.run({ label: 'Accept', notes: [everything[1]!] });
  expect(report.written).toBe(0);
  expect(report.refusals).toHaveLength(2);
  expect(entries()).toEqual([]);
});

test('where the journal cannot be stored nothing is written', async () => {
  await start(files);
  jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  await expect(host.actions.run({ label: 'Accept', notes: everything })).rejects.toThrow('QuotaExceededError');
  everything.forEach(({ path }) => expect(fileText(host, path)).toBe(files[path]));
});

test('a note that is renamed while others are written is written under its new name, and taken back there', async () => {
  await start(files);
  const notes = everything.slice(0, 4);
  const report = await host.actions.run(
    { label: 'Accept', notes },
    {
      onProgress: (done) => {
        if (done === 1) host.app.doors.outside.rename(pathOf(0), 'Beta/First.md');
        if (done === 2) host.app.doors.outside.rename(pathOf(3), 'Beta/Last.md');
      },
    },
  );
  expect(report).toMatchObject({ notes: 4, refusals: [] });
  expect(['Beta/First.md', 'Beta/Last.md'].map((path) => fileText(host, path))).toEqual([
    accepted(textOf(0)),
    accepted(textOf(3)),
  ]);
  await time.idle();
  await restart();
  expect(await host.actions.undo()).toMatchObject({ notes: 4, refusals: [] });
  expect(['Beta/First.md', 'Beta/Last.md'].map((path) => fileText(host, path))).toEqual([textOf(0), textOf(3)]);
});

test('undo asked for before the journal was read waits for it', async () => {
  await start(files);
  await host.actions.run({ label: 'Accept', notes: [everything[0]!] });
  const text = fileText(host, pathOf(0))!;
  host.journal.close();
  host = startHost({ files: { [pathOf(0)]: text }, database });
  expect(await host.actions.undo()).toMatchObject({ written: 3 });
  expect(fileText(host, pathOf(0))).toBe(textOf(0));
});

test('undo takes back the last action, whatever the clock did meanwhile', async () => {
  await start(files);
  await host.actions.run({ label: 'First', notes: [everything[0]!] });
  await host.actions.run({ label: 'In the same millisecond', notes: [everything[1]!] });
  jest.spyOn(Date, 'now').mockReturnValue(time.now() - 3_600_000);
  await host.actions.run({ label: 'After the clock went back', notes: [everything[2]!] });
  jest.restoreAllMocks();
  await restart();
  expect(entries().map(({ label }) => label)).toEqual([
    'First',
    'In the same millisecond',
    'After the clock went back',
  ]);
  expect(await host.actions.undo()).toMatchObject({ label: 'After the clock went back' });
});

test('an action has the time of its clock, though one before was done by a clock that was ahead', async () => {
  await start(files);
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + 91 * 86_400_000);
  await host.actions.run({ label: 'Ahead', notes: [everything[0]!] });
  jest.spyOn(Date, 'now').mockReturnValue(now);
  await host.actions.run({ label: 'Right', notes: [everything[1]!] });
  await restart();
  expect(entries().map(({ label }) => label)).toEqual(['Ahead', 'Right']);
  expect(entries()[1]!.at).toBe(now);
  expect(await host.actions.undo()).toMatchObject({ label: 'Right' });
});

test('an undo that has nothing to take back says so', async () => {
  await start(files);
  await host.actions.run({ label: 'Accept', notes: [everything[0]!] });
  const { id } = entries()[0]!;
  await host.actions.undo(id);
  expect(await host.actions.undo(id)).toMatchObject({
    written: 0,
    refusals: [{ sentence: expect.stringMatching(/^Nothing left to undo/) }],
  });
});

test.each([
  ['before anything was stored', 0, [] as string[], 0],
  ['before the first note was written', 1, ['failed', 'failed', 'failed'], 0],
  ['after the first note was written and before that was stored', 2, ['done', 'failed', 'failed'], 1],
  ['after the second one, too', 4, ['done', 'done', 'failed'], 2],
])(
  'the app closed %s finds at its start how the action ended, and undo takes back what was written',
  async (_when, steps, states, written) => {
    let left = steps;
    const orNever = <T>(step: () => Promise<T>): Promise<T> => (left-- > 0 ? step() : new Promise<T>(() => undefined));
    // The app may be closed before and after each step of the journal.
    const around = async (step: () => Promise<void>): Promise<void> => {
      await orNever(step);
      await orNever(() => Promise.resolve());
    };
    await start(files, (journal) => ({
      ...journal,
      add: (entry) => around(() => journal.add(entry)),
      update: (id, change) => around(() => journal.update(id, change)),
    }));
    void host.actions.run({ label: 'Accept', notes: everything.slice(0, 3) });
    for (let round = 0; round < 10; round++) await time.idle();
    await restart();
    await time.advance(100);
    expect(entries().flatMap(({ notes }) => notes.map(({ state }) => state))).toEqual(states);
    expect(everything.slice(0, 3).filter(({ path }) => fileText(host, path) === accepted(files[path]!))).toHaveLength(
      written,
    );
    if (written > 0) await host.actions.undo();
    everything.slice(0, 3).forEach(({ path }) => expect(fileText(host, path)).toBe(files[path]));
  },
);

test('a note that the user changed while the app was closed in the middle is called unknown, and undo leaves it alone and names it', async () => {
  const never = new Promise<void>(() => undefined);
  await start(files, (journal) => ({ ...journal, update: () => never }));
  void host.actions.run({ label: 'Accept', notes: [everything[1]!] });
  for (let round = 0; round < 10; round++) await time.idle();
  host.app.doors.outside.write(pathOf(1), 'All new.\n');
  await restart();
  await time.advance(100);
  expect(entries()[0]!.notes[0]).toMatchObject({
    state: 'unknown',
    reason: expect.stringContaining('Open the note and check'),
  });
  expect(await host.actions.undo(entries()[0]!.id)).toMatchObject({
    written: 0,
    refusals: [{ path: pathOf(1), sentence: entries()[0]!.notes[0]!.reason }],
  });
  expect(fileText(host, pathOf(1))).toBe('All new.\n');
});

test('events that come late or twice change nothing', async () => {
  await start(files);
  const view = await openNote(host, time, pathOf(0));
  await host.actions.run({ label: 'Accept', notes: everything.slice(0, 2) });
  await time.advance(3000);
  const before = {
    graph: host.indexer.graph.get(),
    journal: entries(),
    text: view.editor.getValue(),
    files: [0, 1].map((note) => fileText(host, pathOf(note))),
  };
  for (const note of [0, 1]) {
    const file = host.app.vault.getFileByPath(pathOf(note))!;
    for (const event of ['modify', 'create', 'modify']) host.app.vault.trigger(event, file);
    host.app.vault.trigger('rename', file, 'Alpha/Gone before.md');
    host.app.vault.trigger('delete', { path: 'Alpha/Never there.md' });
  }
  await time.advance(3000);
  expect({
    graph: host.indexer.graph.get(),
    journal: entries(),
    text: view.editor.getValue(),
    files: [0, 1].map((note) => fileText(host, pathOf(note))),
  }).toEqual(before);
  expect(host.indexer.graph.get()).toBe(before.graph);
  expect(host.failures).toEqual([]);
});

test('the reason that a dismissal was given is kept with its action, also after a restart, and with no undo of it', async () => {
  const path = pathOf(1);
  await start({ [path]: textOf(1) });
  await host.actions.run({
    label: 'Dismiss',
    notes: [{ path, edits: accept(path, textOf(1)) }],
    decided: 2,
    reason: 'not-needed',
  });
  await restart();
  await host.actions.undo();
  expect(entries().map(({ reason }) => reason)).toEqual(['not-needed', undefined]);
});
