// The imitation of IndexedDB, for a window that has none.
import 'fake-indexeddb/auto';

// jsdom lacks it. What is stored here is plain data.
globalThis.structuredClone ??= <T>(value: T): T =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
