import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { oneByOne } from '../core/base/one-by-one';
import { createStore, type Store } from '../core/base/store';
import { forget, renamed, withinLimits, type JournalEntry } from '../core/change/journal';
import { readJournal } from '../core/change/read-journal';
import type { Failure } from './failure';

/** The record of what the plugin wrote, kept on this device. What is asked of it is done one after another. */
export interface JournalStore {
  /** Oldest first; empty until it was read. */
  readonly entries: Store<readonly JournalEntry[]>;
  /** Reads what was stored. What follows waits for it. */
  open(): Promise<void>;
  /**
   * Adds an entry; comes back when it is stored, and fails where it cannot be: what is not in the journal may not be in
   * a note.
   */
  add(entry: JournalEntry): Promise<void>;
  /**
   * Puts the newer state of an entry in its place. It holds at once; a failure to store it is told and stops nobody.
   */
  update(id: string, change: (entry: JournalEntry) => JournalEntry): Promise<void>;
  /** Follows a note or folder that got another path. */
  rename(from: string, to: string): Promise<void>;
  /** Forgets everything that is not being written right now. */
  forget(): Promise<void>;
  close(): void;
}

interface Schema extends DBSchema {
  /** Everything of an entry but its notes, which are kept apart: a note that is completed writes one small record. */
  entries: {
    key: string;
    value: {
      readonly id: string;
      readonly at: number;
      readonly label: string;
      readonly undoOf: string | null;
      readonly left: JournalEntry['left'];
    };
  };
  /** The notes of an entry, by the entry's id and their place in it. */
  notes: {
    key: [string, number];
    value: { readonly entry: string; readonly index: number; readonly note: JournalEntry['notes'][number] };
  };
}

type Database = IDBPDatabase<Schema>;

/** The journal of a vault, which `name` identifies on this device. What cannot be read of it is told and left out. */
export function createJournalStore(name: string, failure: Failure): JournalStore {
  const entries = createStore<readonly JournalEntry[]>([], {
    onError: (error) => failure.report('A view did not follow the journal', error),
  });
  let opening: Promise<Database> | null = null;
  const oneAfterAnother = oneByOne();

  const closed = (): void => {
    opening = null;
  };
  const openAndRead = async (): Promise<Database> => {
    const database = await openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('entries', { keyPath: 'id' });
        fresh.createObjectStore('notes', { keyPath: ['entry', 'index'] });
      },
      terminated: closed,
    });
    const stored = await readAll(database, failure);
    const kept = withinLimits(stored, Date.now());
    await store(database, stored, kept);
    entries.set(kept);
    return database;
  };
  const opened = (): Promise<Database> => {
    opening ??= openAndRead().catch((error: unknown) => {
      // The next who asks tries again.
      closed();
      throw error;
    });
    return opening;
  };
  const inTurn = (work: (database: Database) => Promise<void>): Promise<void> =>
    oneAfterAnother(async () => work(await opened()));
  const change = (changed: (before: readonly JournalEntry[]) => readonly JournalEntry[]): Promise<void> =>
    inTurn(async (database) => {
      const before = entries.get();
      const after = changed(before);
      entries.set(after);
      await store(database, before, after);
    });
  return {
    entries,
    open: () => inTurn(() => Promise.resolve()),
    add: (entry) =>
      inTurn(async (database) => {
        await store(database, [], [entry]);
        entries.set([...entries.get(), entry]);
      }),
    update: (id, newer) =>
      change((before) => before.map((entry) => (entry.id === id ? newer(entry) : entry))).catch((error: unknown) =>
        failure.report('It was not stored how the last change ended, so it may not be undone after a restart', error),
      ),
    rename: (from, to) => change((before) => renamed(before, from, to)),
    forget: () => change(forget),
    close: () =>
      void opening?.then(
        (database) => database.close(),
        () => undefined,
      ),
  };
}

/** Stores what of `after` is not as it was, and removes what is not there any more: all of it or nothing. */
async function store(
  database: Database,
  before: readonly JournalEntry[],
  after: readonly JournalEntry[],
): Promise<void> {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !kept.has(id));
  const newer = after.filter((entry) => old.get(entry.id) !== entry);
  if (removed.length + newer.length === 0) return;
  const transaction = database.transaction(['entries', 'notes'], 'readwrite');
  const heads = transaction.objectStore('entries');
  const records = transaction.objectStore('notes');
  await Promise.all([
    ...removed.flatMap(({ id, notes }) => [heads.delete(id), ...notes.map((_, index) => records.delete([id, index]))]),
    ...newer.flatMap(({ notes, ...head }) => [
      ...(old.get(head.id)?.left === head.left ? [] : [heads.put(head)]),
      ...notes.flatMap((note, index) =>
        old.get(head.id)?.notes[index] === note ? [] : [records.put({ entry: head.id, index, note })],
      ),
    ]),
    transaction.done,
  ]);
}

async function readAll(database: Database, failure: Failure): Promise<readonly JournalEntry[]> {
  const heads = await database.getAll('entries');
  const notes = new Map<string, JournalEntry['notes'][number][]>(heads.map(({ id }) => [id, []]));
  // By key, so that the notes of an entry come in their order.
  for (const { entry, note } of await database.getAll('notes')) notes.get(entry)?.push(note);
  const read = readJournal(heads.map((head) => ({ ...head, notes: notes.get(head.id) })));
  const lost = heads.map(({ id }) => id).filter((id) => !read.some((entry) => entry.id === id));
  if (lost.length > 0) {
    failure.report(
      `${lost.length} of the recent changes cannot be undone any more`,
      new Error('their records on this device are damaged'),
    );
    await remove(database, lost);
  }
  return [...read].sort((a, b) => a.at - b.at);
}

/** Removes records that cannot be read, so that they are told once. */
async function remove(database: Database, ids: readonly string[]): Promise<void> {
  const transaction = database.transaction(['entries', 'notes'], 'readwrite');
  await Promise.all([
    ...ids.flatMap((id) => [
      transaction.objectStore('entries').delete(id),
      transaction.objectStore('notes').delete(IDBKeyRange.bound([id], [id, []])),
    ]),
    transaction.done,
  ]);
}
