import { parentPath } from './file-tree';

/** What a disk keeps of a file. Text stays text, byte for byte as it was written. */
export type Contents = string | ArrayBuffer;

export interface DiskFile {
  readonly contents: Contents;
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

/** What happened on the disk. A moved folder comes once; what lies in it has moved with it. */
export type DiskChange =
  | {
      readonly kind: 'file-created' | 'file-modified' | 'file-removed' | 'folder-created' | 'folder-removed';
      readonly path: string;
    }
  | { readonly kind: 'moved'; readonly path: string; readonly oldPath: string };

/** Told of each file that was written (`null`: that is gone), so that a page can keep it over a reload. */
export type WriteHook = (path: string, contents: Contents | null) => void;

export interface DiskOptions {
  readonly now?: (() => number) | undefined;
  readonly onWrite?: WriteHook | undefined;
}

interface Times {
  readonly ctime?: number | undefined;
  readonly mtime?: number | undefined;
}

/**
 * The folder that a vault lies in, in memory. It knows nothing of Obsidian; whoever follows it is told of each change
 * at once.
 */
export class Disk {
  readonly #files = new Map<string, DiskFile>();
  readonly #folders = new Set<string>(['/']);
  readonly #followers = new Set<(change: DiskChange) => void>();
  readonly #now: () => number;
  readonly #onWrite: WriteHook;

  constructor({ now = Date.now, onWrite = () => undefined }: DiskOptions = {}) {
    this.#now = now;
    this.#onWrite = onWrite;
  }

  /** Calls `follower` after each change; what comes back ends that. */
  follow(follower: (change: DiskChange) => void): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  file(path: string): DiskFile | undefined {
    return this.#files.get(path);
  }

  isFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  has(path: string): boolean {
    return this.#files.has(path) || this.#folders.has(path);
  }

  /** The paths of all files, in the order in which they came. */
  files(): string[] {
    return [...this.#files.keys()];
  }

  /** The paths of all folders but the root, parents before children. */
  folders(): string[] {
    return [...this.#folders].filter((path) => path !== '/');
  }

  write(path: string, contents: Contents, times: Times = {}): void {
    if (this.#folders.has(path)) throw diskError('EISDIR', 'illegal operation on a directory', path);
    if (!this.#folders.has(parentPath(path))) throw diskError('ENOENT', 'no such file or directory', path);
    const before = this.#files.get(path);
    const now = this.#now();
    this.#files.set(path, {
      contents,
      ctime: times.ctime ?? before?.ctime ?? now,
      mtime: times.mtime ?? now,
      size: typeof contents === 'string' ? utf8Length(contents) : contents.byteLength,
    });
    this.#onWrite(path, contents);
    this.#tell({ kind: before ? 'file-modified' : 'file-created', path });
  }

  /** Makes a folder, and those above it that are missing. */
  makeFolder(path: string): void {
    if (this.#folders.has(path)) return;
    if (this.#files.has(path)) throw diskError('EEXIST', 'file already exists', path);
    this.makeFolder(parentPath(path));
    this.#folders.add(path);
    this.#tell({ kind: 'folder-created', path });
  }

  /** Removes a file, or a folder with all that is in it, children first. */
  remove(path: string): void {
    if (this.#files.delete(path)) {
      this.#onWrite(path, null);
      this.#tell({ kind: 'file-removed', path });
      return;
    }
    if (path === '/' || !this.#folders.has(path)) throw diskError('ENOENT', 'no such file or directory', path);
    for (const child of this.#within(path, this.#files.keys())) this.remove(child);
    for (const child of this.#within(path, this.#folders).reverse()) {
      this.#folders.delete(child);
      this.#tell({ kind: 'folder-removed', path: child });
    }
    this.#folders.delete(path);
    this.#tell({ kind: 'folder-removed', path });
  }

  move(oldPath: string, path: string): void {
    if (!this.has(oldPath) || !this.#folders.has(parentPath(path))) {
      throw diskError('ENOENT', 'no such file or directory', this.has(oldPath) ? path : oldPath);
    }
    if (this.has(path)) throw new Error('Destination file already exists!');
    if (path.startsWith(`${oldPath}/`)) throw diskError('EINVAL', 'invalid argument', path);
    const renamed = (old: string): string => path + old.slice(oldPath.length);
    for (const folder of [oldPath, ...this.#within(oldPath, this.#folders)]) {
      if (this.#folders.delete(folder)) this.#folders.add(renamed(folder));
    }
    for (const file of [oldPath, ...this.#within(oldPath, this.#files.keys())]) this.#moveFile(file, renamed(file));
    this.#tell({ kind: 'moved', path, oldPath });
  }

  #moveFile(oldPath: string, path: string): void {
    const file = this.#files.get(oldPath);
    if (!file) return;
    this.#files.delete(oldPath);
    this.#files.set(path, file);
    this.#onWrite(oldPath, null);
    this.#onWrite(path, file.contents);
  }

  #within(folder: string, paths: Iterable<string>): string[] {
    return [...paths].filter((path) => path.startsWith(`${folder}/`));
  }

  #tell(change: DiskChange): void {
    for (const follower of [...this.#followers]) follower(change);
  }
}

/** An error as a file system gives it. */
export function diskError(code: string, words: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${words}, '${path}'`), { code, path });
}

/** How many bytes a text takes as UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Each half of a surrogate pair takes two of the four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
