import { type DBSchema, openDB } from 'idb';

interface Schema extends DBSchema {
  writes: { key: string; value: string | null };
}

/** What was written since the vault was read from its folder. The folder itself is never written. */
export interface Overlay {
  /** By path; null is a file that is gone. */
  readonly entries: ReadonlyMap<string, string | null>;
  write(path: string, contents: string | ArrayBuffer | null): void;
  /** Settled when all that was written until now is kept. */
  kept(): Promise<void>;
  /** Forgets all of it. */
  clear(): Promise<void>;
}

/** Opens the overlay of the vault of this name, kept in this browser. */
export async function openOverlay(vaultName: string): Promise<Overlay> {
  const database = await openDB<Schema>(`workbench:${vaultName}`, 1, {
    upgrade: (db) => {
      db.createObjectStore('writes');
    },
  });
  const [paths, texts] = await Promise.all([database.getAllKeys('writes'), database.getAll('writes')]);
  let last: Promise<unknown> = Promise.resolve();
  return {
    entries: new Map(paths.map((path, at) => [path, texts[at] ?? null])),
    write: (path, contents) => {
      // Binary files are not kept: no view of ours makes one.
      if (typeof contents === 'string' || contents === null) last = database.put('writes', contents, path);
    },
    kept: async () => void (await last),
    clear: () => database.clear('writes'),
  };
}
