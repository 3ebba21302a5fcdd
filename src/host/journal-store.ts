import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { oneByOne } from '../core/base/one-by-one';
import { createStore, type Store } from '../core/base/store';
import { forget, renamed, withinLimits, type JournalEntry } from '../core/change/journal';
import { readJournal } from '../core/change/read-journal';
import type { Failure } from './failure';
import { words } from '../words/words';

/** The record of what the plugin wrote, kept on this device. What is asked of it is done one after another. */
export interface JournalStore {
  /** In the order in which they were added, whatever the clock said; empty until it was read. */
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
      /** Counts up from action to action: a clock may go back. Those of older versions have none, and come first. */
      readonly order?: number;
      /** How many notes it has. Those of older versions do not say. */
      readonly count?: number;
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
    onError: (error) => failure.report(words.failures.update.view, error),
  });
  let opening: Promise<Database> | null = null;
  let orders: ReadonlyMap<string, number> = new Map();
  const oneAfterAnother = oneByOne();

  const closed = (): void => {
    opening = null;
  };
  const openAndRead = async (): Promise<Database> => {
    const database = await openDatabase(name, closed);
    const read = await readAll(database, failure);
    orders = read.orders;
    const kept = withinLimits(read.entries, Date.now());
    await store(database, read.entries, kept, orders);
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
      await store(database, before, after, orders);
    });
  return {
    entries,
    open: () => inTurn(() => Promise.resolve()),
    add: (entry) =>
      inTurn(async (database) => {
        orders = new Map([...orders, [entry.id, Math.max(-1, ...orders.values()) + 1]]);
        await store(database, [], [entry], orders);
        entries.set([...entries.get(), entry]);
      }),
    update: (id, newer) =>
      change((before) => before.map((entry) => (entry.id === id ? newer(entry) : entry))).catch((error: unknown) =>
        failure.report(words.failures.journalEnd, error),
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

function openDatabase(name: string, terminated: () => void): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('entries', { keyPath: 'id' });
      fresh.createObjectStore('notes', { keyPath: ['entry', 'index'] });
    },
    terminated,
  });
}

/** Stores what of `after` is not as it was, and removes what is not there any more: all of it or nothing. */
async function store(
  database: Database,
  before: readonly JournalEntry[],
  after: readonly JournalEntry[],
  orders: ReadonlyMap<string, number>,
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
      ...(old.get(head.id)?.left === head.left ? [] : [heads.put(headRecord(head, notes.length, orders))]),
      ...notes.flatMap((note, index) =>
        old.get(head.id)?.notes[index] === note ? [] : [records.put({ entry: head.id, index, note })],
      ),
    ]),
    transaction.done,
  ]);
}

function headRecord(
  head: Omit<JournalEntry, 'notes'>,
  count: number,
  orders: ReadonlyMap<string, number>,
): Schema['entries']['value'] {
  const order = orders.get(head.id);
  return order === undefined ? head : { ...head, order, count };
}

/** All that can be read, in order. Of an action that misses a note, or has one too many, nothing is taken. */
async function readAll(
  database: Database,
  failure: Failure,
): Promise<{ readonly entries: readonly JournalEntry[]; readonly orders: ReadonlyMap<string, number> }> {
  const heads = await database.getAll('entries');
  const records = new Map<string, Schema['notes']['value'][]>(heads.map(({ id }) => [id, []]));
  const orphans = new Set<string>();
  // By key, so that the notes of an entry come in their order.
  for (const record of await database.getAll('notes')) {
    const own = records.get(record.entry);
    if (own === undefined) orphans.add(record.entry);
    else own.push(record);
  }
  const isWhole = ({ id, count }: Schema['entries']['value']): boolean => {
    const own = records.get(id)!;
    return own.every(({ index }, at) => index === at) && (count ?? own.length) === own.length;
  };
  const read = readJournal(
    heads.filter(isWhole).map((head) => ({ ...head, notes: records.get(head.id)!.map(({ note }) => note) })),
  );
  const kept = new Set(read.map(({ id }) => id));
  const lost = heads.map(({ id }) => id).filter((id) => !kept.has(id));
  if (lost.length > 0)
    failure.report(words.failures.lostChanges(lost.length), new Error(words.failures.damagedRecords));
  if (lost.length + orphans.size > 0) await remove(database, [...lost, ...orphans]);
  const orders = new Map(heads.flatMap(({ id, order }) => (Number.isInteger(order) ? [[id, order!] as const] : [])));
  const orderOf = ({ id }: JournalEntry): number => orders.get(id) ?? -1;
  return { entries: [...read].sort((a, b) => orderOf(a) - orderOf(b) || a.at - b.at), orders };
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
