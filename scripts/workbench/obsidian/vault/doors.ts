import type { Disk } from './disk';
import { parentPath } from './file-tree';

type Fault = (path: string) => Error | null;

/** Failures that a test asks for. They meet what goes through the vault, not what is done from outside. */
export class Faults {
  #read: Fault = () => null;
  #write: Fault = () => null;
  /**
   * Whether reading a file takes its byte order mark off, as some versions of Obsidian do; what is written then has
   * none.
   */
  takesMarksOff = false;

  /** From now on a read of `path` fails with what `fault` gives for it; `null` is no failure. */
  read(fault: Fault): void {
    this.#read = fault;
  }

  /** From now on a write to `path` (also a rename or a removal) fails with what `fault` gives for it. */
  write(fault: Fault): void {
    this.#write = fault;
  }

  /** From now on the vault cannot be written, or can again. */
  readOnly(on: boolean): void {
    this.#write = on
      ? (path) => Object.assign(new Error(`EROFS: read-only file system, open '${path}'`), { code: 'EROFS', path })
      : () => null;
  }

  /** Ends all faults. */
  clear(): void {
    this.#read = () => null;
    this.#write = () => null;
  }

  /** Throws where a read of this path has to fail. */
  checkRead(path: string): void {
    const error = this.#read(path);
    if (error) throw error;
  }

  /** Throws where a write to this path has to fail. */
  checkWrite(path: string): void {
    const error = this.#write(path);
    if (error) throw error;
  }
}

/** Changes from outside Obsidian (a sync client, another editor): they pass no queue, no check, and ask nobody. */
export class Outside {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Writes a file, and makes the folders above it. */
  write(path: string, text: string): void {
    this.#disk.makeFolder(parentPath(path));
    this.#disk.write(path, text);
  }

  rename(oldPath: string, path: string): void {
    this.#disk.makeFolder(parentPath(path));
    this.#disk.move(oldPath, path);
  }

  remove(path: string): void {
    this.#disk.remove(path);
  }

  /** The text that lies on the disk now, or null. */
  read(path: string): string | null {
    const contents = this.#disk.file(path)?.contents;
    return typeof contents === 'string' ? contents : null;
  }
}

/** The test doors of an app: what happens from outside, and what fails. */
export interface Doors {
  readonly outside: Outside;
  readonly faults: Faults;
  /**
   * Whether blocks in the text cards of a canvas learn the path of the canvas. Reports of Obsidian say both: its path,
   * and an empty one.
   */
  canvasPaths: boolean;
  /** Whether items of tasks are drawn anew some time after they were rendered, as the Tasks plugin does. */
  tasksPlugin: boolean;
}
