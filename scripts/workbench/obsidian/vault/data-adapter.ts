import type * as obsidian from 'obsidian';
import { diskError, type Contents, type Disk } from './disk';
import type { Faults } from './doors';
import { parentPath } from './file-tree';

/** The way to the files that Obsidian itself takes: asynchronous, one write to a file after the other. */
export class MemoryAdapter implements obsidian.DataAdapter {
  readonly #disk: Disk;
  readonly #faults: Faults;
  readonly #name: string;
  readonly #busy = new Map<string, Promise<unknown>>();

  constructor(disk: Disk, faults: Faults, name: string) {
    this.#disk = disk;
    this.#faults = faults;
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  async exists(path: string): Promise<boolean> {
    return this.#disk.has(rooted(path));
  }

  async stat(path: string): Promise<obsidian.Stat | null> {
    const file = this.#disk.file(path);
    if (file) return { type: 'file', ctime: file.ctime, mtime: file.mtime, size: file.size };
    return this.#disk.isFolder(rooted(path)) ? { type: 'folder', ctime: 0, mtime: 0, size: 0 } : null;
  }

  async list(path: string): Promise<obsidian.ListedFiles> {
    const folder = rooted(path);
    const here = (child: string): boolean => parentPath(child) === folder;
    if (!this.#disk.isFolder(folder)) throw missing(path);
    return { files: this.#disk.files().filter(here), folders: this.#disk.folders().filter(here) };
  }

  async read(path: string): Promise<string> {
    return this.#text(path);
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    const contents = this.#contents(path);
    return typeof contents === 'string' ? new Blob([contents]).arrayBuffer() : contents.slice(0);
  }

  write(path: string, data: string, options?: obsidian.DataWriteOptions): Promise<void> {
    return this.#queue(path, () => this.#put(path, data, options));
  }

  writeBinary(path: string, data: ArrayBuffer, options?: obsidian.DataWriteOptions): Promise<void> {
    return this.#queue(path, () => this.#put(path, data.slice(0), options));
  }

  append(path: string, data: string, options?: obsidian.DataWriteOptions): Promise<void> {
    return this.#queue(path, () => {
      const before = this.#disk.file(path)?.contents;
      this.#put(path, before === undefined ? data : textOf(before) + data, options);
    });
  }

  appendBinary(): Promise<void> {
    return Promise.reject(new Error('The stand-in leaves out appendBinary.'));
  }

  /** Reads, changes and writes with nobody between. Where `change` gives the same text nothing is written. */
  process(path: string, change: (data: string) => string, options?: obsidian.DataWriteOptions): Promise<string> {
    return this.#queue(path, () => {
      const before = this.#text(path);
      const after = change(before);
      if (after !== before) this.#put(path, after, options);
      return after;
    });
  }

  getResourcePath(path: string): string {
    return `app://local/${encodeURI(path)}`;
  }

  mkdir(path: string): Promise<void> {
    return this.#queue(path, () => {
      this.#faults.checkWrite(path);
      this.#disk.makeFolder(rooted(path));
    });
  }

  /** There is no system bin here: false, as where a system has none. */
  async trashSystem(): Promise<boolean> {
    return false;
  }

  trashLocal(path: string): Promise<void> {
    return this.#queue(path, () => {
      this.#faults.checkWrite(path);
      this.#disk.makeFolder('.trash');
      this.#disk.move(path, this.#freePath(`.trash/${path.slice(path.lastIndexOf('/') + 1)}`));
    });
  }

  rmdir(path: string, recursive: boolean): Promise<void> {
    return this.#queue(path, async () => {
      const { files, folders } = await this.list(path);
      if (!recursive && files.length + folders.length > 0) throw diskError('ENOTEMPTY', 'directory not empty', path);
      this.#faults.checkWrite(path);
      this.#disk.remove(path);
    });
  }

  remove(path: string): Promise<void> {
    return this.#queue(path, () => {
      this.#faults.checkWrite(path);
      if (!this.#disk.file(path)) throw missing(path);
      this.#disk.remove(path);
    });
  }

  rename(path: string, newPath: string): Promise<void> {
    return this.#queue(path, () => {
      this.#faults.checkWrite(path);
      this.#disk.move(path, newPath);
    });
  }

  copy(path: string, newPath: string): Promise<void> {
    return this.#queue(newPath, () => {
      if (this.#disk.has(newPath)) throw new Error('Destination file already exists!');
      this.#put(newPath, this.#contents(path));
    });
  }

  #text(path: string): string {
    const text = textOf(this.#contents(path));
    return this.#faults.takesMarksOff ? text.replace(/^\ufeff/, '') : text;
  }

  #contents(path: string): Contents {
    this.#faults.checkRead(path);
    const file = this.#disk.file(path);
    if (!file) throw missing(path);
    return file.contents;
  }

  #put(path: string, contents: Contents, options?: obsidian.DataWriteOptions): void {
    this.#faults.checkWrite(path);
    this.#disk.write(path, contents, options);
  }

  #freePath(path: string): string {
    if (!this.#disk.has(path)) return path;
    const dot = path.lastIndexOf('.') > path.lastIndexOf('/') + 1 ? path.lastIndexOf('.') : path.length;
    let count = 2;
    while (this.#disk.has(`${path.slice(0, dot)} ${count}${path.slice(dot)}`)) count += 1;
    return `${path.slice(0, dot)} ${count}${path.slice(dot)}`;
  }

  /** Waits for what goes on with this file before it starts: a write never sees half of another. */
  async #queue<T>(path: string, step: () => T | Promise<T>): Promise<T> {
    const before = this.#busy.get(path) ?? Promise.resolve();
    const done = before.then(step);
    const settled = done.catch(() => undefined);
    this.#busy.set(path, settled);
    try {
      return await done;
    } finally {
      if (this.#busy.get(path) === settled) this.#busy.delete(path);
    }
  }
}

function textOf(contents: Contents): string {
  return typeof contents === 'string' ? contents : new TextDecoder().decode(contents);
}

/** The root has many names. */
function rooted(path: string): string {
  return path === '' || path === '.' ? '/' : path;
}

function missing(path: string): Error {
  return diskError('ENOENT', 'no such file or directory', path);
}

/** The adapter on a desktop: left out, here for `instanceof` alone. No vault here lies in a real folder. */
export class FileSystemAdapter extends MemoryAdapter {}

/** The adapter on a phone: left out, here for `instanceof` alone. */
export class CapacitorAdapter extends MemoryAdapter {}
