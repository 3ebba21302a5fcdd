import './database';
import { openDB, type IDBPDatabase } from 'idb';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { completeNote, startEntry, type JournalEntry } from '../../src/core/change/journal';
import { applyEdits } from '../../src/core/change/apply';
import { createJournalStore, type JournalStore } from '../../src/host/journal-store';
import { accept } from './open-notes';

const DAY_MS = 24 * 60 * 60 * 1000;
const TEXT = '- [?] Send it. #proposed\n';

let name: string;
let told: string[];
const journals: JournalStore[] = [];

function openJournal(): JournalStore {
  const journal = createJournalStore(name, {
    report: (what) => void told.push(what),
    guard: (_what, action) => void action(),
  });
  journals.push(journal);
  return journal;
}

function entry(
  id: string,
  { at = Date.now(), paths = ['A.md'] }: { readonly at?: number; readonly paths?: readonly string[] } = {},
): JournalEntry {
  return startEntry(
    { id, at, label: `Accept ${id}`, undoOf: null, decided: 0 },
    paths.map((path) => {
      const edits = accept(path, TEXT);
      return { path, edits, foreseen: applyEdits(TEXT, edits).outcomes };
    }),
  );
}

function done(given: JournalEntry): JournalEntry {
  return given.notes.reduce((known, { path, outcomes }) => completeNote(known, path, outcomes), given);
}

/** What the next start of the app finds. */
async function reopened(): Promise<readonly JournalEntry[]> {
  const journal = openJournal();
  await journal.open();
  return journal.entries.get();
}

beforeEach(() => {
  name = crypto.randomUUID();
  told = [];
});
afterEach(() => {
  jest.restoreAllMocks();
  journals.splice(0).forEach((journal) => journal.close());
});

describe('an entry', () => {
  test('is stored before it is known, and found again after a restart as it was', async () => {
    const journal = openJournal();
    const adding = journal.add(entry('one', { paths: ['A.md', 'B.md'] }));
    expect(journal.entries.get()).toEqual([]);
    await adding;
    await journal.update('one', (known) => completeNote(known, 'B.md', known.notes[1]!.outcomes));
    expect(await reopened()).toEqual(journal.entries.get());
    expect(journal.entries.get()[0]!.notes.map(({ state }) => state)).toEqual(['pending', 'done']);
  });

  test('that cannot be stored is not added, and says so', async () => {
    const journal = openJournal();
    await journal.open();
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    await expect(journal.add(entry('one'))).rejects.toThrow('QuotaExceededError');
    expect(journal.entries.get()).toEqual([]);
  });

  test('whose newer state cannot be stored has it all the same until the app is closed, and that is told', async () => {
    const journal = openJournal();
    await journal.add(entry('one'));
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    await journal.update('one', done);
    expect(journal.entries.get()[0]!.notes[0]!.state).toBe('done');
    expect(told).toEqual(["Couldn't save the last change, so it can't be undone after a restart"]);
    jest.restoreAllMocks();
    expect((await reopened())[0]!.notes[0]!.state).toBe('pending');
  });

  test('follows a note that is renamed while it is completed, whichever comes first', async () => {
    const journal = openJournal();
    await journal.add(entry('one', { paths: ['Old/A.md', 'Old/B.md'] }));
    await Promise.all([
      journal.update('one', (known) => completeNote(known, 'Old/A.md', known.notes[0]!.outcomes)),
      journal.rename('Old', 'New'),
      journal.update('one', (known) => completeNote(known, known.notes[1]!.path, known.notes[1]!.outcomes)),
    ]);
    for (const entries of [journal.entries.get(), await reopened()]) {
      expect(entries[0]!.notes.map(({ path, state }) => [path, state])).toEqual([
        ['New/A.md', 'done'],
        ['New/B.md', 'done'],
      ]);
    }
  });
});

describe('at the start', () => {
  test('entries come oldest first, whatever their ids and the clock say', async () => {
    const journal = openJournal();
    const now = Date.now();
    for (const [id, at] of [
      ['c', now - 2],
      ['a', now],
      ['b', now - 1],
    ] as const)
      await journal.add(done(entry(id, { at })));
    expect((await reopened()).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  test('what is older than 90 days is forgotten, but not what was left in the middle', async () => {
    const journal = openJournal();
    const before = (days: number): number => Date.now() - days * DAY_MS;
    await journal.add(done(entry('old', { at: before(92) })));
    await journal.add(entry('left', { at: before(91) }));
    for (const days of [75, 50, 25, 0]) await journal.add(done(entry(String(days), { at: before(days) })));
    expect((await reopened()).map(({ id }) => id)).toEqual(['left', '75', '50', '25', '0']);
    const database = await openDB(name);
    expect(await database.count('entries')).toBe(5);
    expect(await database.count('notes')).toBe(5);
    database.close();
  });

  test('a damaged entry is told once and left out, the others are read', async () => {
    const journal = openJournal();
    await journal.add(done(entry('good')));
    await journal.add(done(entry('bad')));
    const database = await openDB(name);
    await database.put('notes', { entry: 'bad', index: 0, note: { path: 7 } });
    database.close();
    expect((await reopened()).map(({ id }) => id)).toEqual(['good']);
    expect((await reopened()).map(({ id }) => id)).toEqual(['good']);
    expect(told).toEqual(["1 change can't be undone any more"]);
  });

  test.each<[string, (database: IDBPDatabase) => Promise<unknown>]>([
    ['the record of a note is missing', (database) => database.delete('notes', ['bad', 1])],
    ['the record of the last note is missing', (database) => database.delete('notes', ['bad', 2])],
    [
      'the record of a note is doubled',
      async (database) => {
        const record = (await database.get('notes', ['bad', 1])) as object;
        await database.put('notes', { ...record, index: 3 });
      },
    ],
    ['the record of the action is missing', (database) => database.delete('entries', 'bad')],
    [
      'the record of the action says nothing of what it should',
      (database) => database.put('entries', { id: 'bad', at: 'today' }),
    ],
  ])('only the entry is lost of which %s, and no record is left of it', async (_what, damage) => {
    const journal = openJournal();
    const paths = ['A.md', 'B.md', 'C.md'];
    await journal.add(done(entry('before', { paths })));
    await journal.add(done(entry('bad', { paths })));
    await journal.add(entry('after', { paths }));
    const database = await openDB(name);
    await damage(database);
    expect((await reopened()).map(({ id }) => id)).toEqual(['before', 'after']);
    expect([await database.count('entries'), await database.count('notes')]).toEqual([2, 6]);
    database.close();
    const again = openJournal();
    await again.update('after', done);
    expect((await reopened()).map(({ notes }) => notes.map(({ path, state }) => `${path} ${state}`))).toEqual(
      Array(2).fill(paths.map((path) => `${path} done`)),
    );
  });

  test('entries of older versions, which do not say how many notes they have nor which came first, are read in the order of their times', async () => {
    const journal = openJournal();
    const now = Date.now();
    await journal.add(done(entry('late', { at: now })));
    await journal.add(done(entry('early', { at: now - 5, paths: ['A.md', 'B.md'] })));
    const database = await openDB(name);
    for (const { order: _order, count: _count, ...head } of (await database.getAll('entries')) as Record<
      string,
      unknown
    >[])
      await database.put('entries', head);
    database.close();
    const next = openJournal();
    await next.open();
    await next.add(done(entry('new', { at: now - 10 })));
    expect((await reopened()).map(({ id }) => id)).toEqual(['early', 'late', 'new']);
  });

  test('an action of a clock that is 91 days ahead takes nothing with it: neither the others, nor their order, nor their times', async () => {
    const journal = openJournal();
    const now = Date.now();
    await journal.add(done(entry('before', { at: now - 1 })));
    await journal.add(done(entry('ahead', { at: now + 91 * DAY_MS })));
    await journal.add(done(entry('after', { at: now })));
    jest.spyOn(Date, 'now').mockReturnValue(now + 91 * DAY_MS + 1);
    expect((await reopened()).map(({ id }) => id)).toEqual(['before', 'ahead', 'after']);
    jest.restoreAllMocks();
    expect((await reopened()).map(({ id, at }) => [id, at])).toEqual([
      ['before', now - 1],
      ['ahead', now + 91 * DAY_MS],
      ['after', now],
    ]);
  });

  test('a database that could not be opened is tried again by the next who asks', async () => {
    jest.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new Error('The disk is full.');
    });
    const journal = openJournal();
    await expect(journal.open()).rejects.toThrow('The disk is full.');
    await journal.add(entry('one'));
    expect(await reopened()).toHaveLength(1);
  });
});

test('forgetting keeps what is being written right now, and nothing else', async () => {
  const journal = openJournal();
  await journal.add(done(entry('past')));
  await journal.add(entry('now'));
  await journal.forget();
  expect(journal.entries.get().map(({ id }) => id)).toEqual(['now']);
  expect((await reopened()).map(({ id }) => id)).toEqual(['now']);
});

test('two vaults of one device have a journal each', async () => {
  await openJournal().add(entry('one'));
  name = crypto.randomUUID();
  expect(await reopened()).toEqual([]);
});
