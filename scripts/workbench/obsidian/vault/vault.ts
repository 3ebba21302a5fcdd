import type * as obsidian from 'obsidian';
import { MemoryAdapter } from './data-adapter';
import type { Disk, DiskChange } from './disk';
import type { Faults } from './doors';
import { Events, type EventRef } from '../base/events';
import { parentPath, setPath, type TAbstractFile, TFile, TFolder } from './file-tree';
import { normalizePath } from '../base/text';

export interface VaultOptions {
  readonly disk: Disk;
  readonly faults: Faults;
  readonly name?: string | undefined;
}

/** The notes as Obsidian sees them: a tree of files over the disk, kept in step with it, with events. */
export class Vault extends Events implements obsidian.Vault {
  readonly adapter: MemoryAdapter;
  readonly configDir = '.obsidian';
  readonly #disk: Disk;
  readonly #root = new TFolder(this, '/');
  readonly #tree = new Map<string, TAbstractFile>([['/', this.#root]]);

  constructor({ disk, faults, name = 'Vault' }: VaultOptions) {
    super();
    this.#disk = disk;
    this.#root.name = '';
    this.adapter = new MemoryAdapter(disk, faults, name);
  }

  /** Takes in what lies on the disk, with a `create` for each file and folder, and follows it from then on. */
  load(): void {
    for (const path of this.#disk.folders()) this.#add(path);
    for (const path of this.#disk.files()) this.#add(path);
    this.#disk.follow((change) => this.#take(change));
  }

  getName(): string {
    return this.adapter.getName();
  }

  getRoot(): TFolder {
    return this.#root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.#tree.get(path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const file = this.#tree.get(path);
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const folder = this.#tree.get(path);
    return folder instanceof TFolder ? folder : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.#tree.values()];
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter(
      (file): file is TFolder => file instanceof TFolder && (includeRoot || !file.isRoot()),
    );
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file): file is TFile => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  async create(path: string, data: string, options?: obsidian.DataWriteOptions): Promise<TFile> {
    const clean = this.#newPath(path, 'File already exists.');
    await this.adapter.write(clean, data, options);
    return this.#expectFile(clean);
  }

  async createBinary(path: string, data: ArrayBuffer, options?: obsidian.DataWriteOptions): Promise<TFile> {
    const clean = this.#newPath(path, 'File already exists.');
    await this.adapter.writeBinary(clean, data, options);
    return this.#expectFile(clean);
  }

  async createFolder(path: string): Promise<TFolder> {
    const clean = this.#newPath(path, 'Folder already exists.');
    await this.adapter.mkdir(clean);
    const folder = this.getFolderByPath(clean);
    if (!folder) throw new Error(`No folder at ${clean}`);
    return folder;
  }

  read(file: obsidian.TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  cachedRead(file: obsidian.TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  readBinary(file: obsidian.TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  getResourcePath(file: obsidian.TFile): string {
    return `${this.adapter.getResourcePath(file.path)}?${file.stat.mtime}`;
  }

  modify(file: obsidian.TFile, data: string, options?: obsidian.DataWriteOptions): Promise<void> {
    return this.adapter.write(file.path, data, options);
  }

  modifyBinary(file: obsidian.TFile, data: ArrayBuffer, options?: obsidian.DataWriteOptions): Promise<void> {
    return this.adapter.writeBinary(file.path, data, options);
  }

  append(file: obsidian.TFile, data: string, options?: obsidian.DataWriteOptions): Promise<void> {
    return this.adapter.append(file.path, data, options);
  }

  appendBinary(): Promise<void> {
    return this.adapter.appendBinary();
  }

  process(
    file: obsidian.TFile,
    change: (data: string) => string,
    options?: obsidian.DataWriteOptions,
  ): Promise<string> {
    return this.adapter.process(file.path, change, options);
  }

  async delete(file: obsidian.TAbstractFile, force = false): Promise<void> {
    if (file instanceof TFolder) await this.adapter.rmdir(file.path, force || file.children.length > 0);
    else await this.adapter.remove(file.path);
  }

  async trash(file: obsidian.TAbstractFile, system: boolean): Promise<void> {
    if (system && (await this.adapter.trashSystem())) return;
    await this.adapter.trashLocal(file.path);
  }

  async rename(file: obsidian.TAbstractFile, newPath: string): Promise<void> {
    await this.adapter.rename(file.path, this.#newPath(newPath, 'Destination file already exists!'));
  }

  async copy<T extends obsidian.TAbstractFile>(file: T, newPath: string): Promise<T> {
    const clean = this.#newPath(newPath, 'Destination file already exists!');
    if (file instanceof TFolder) {
      await this.adapter.mkdir(clean);
      for (const child of [...file.children]) await this.copy(child, `${clean}/${child.name}`);
    } else {
      await this.adapter.copy(file.path, clean);
    }
    return this.getAbstractFileByPath(clean) as unknown as T;
  }

  /** Calls `callback` for a folder and everything below it. */
  static recurseChildren(root: obsidian.TFolder, callback: (file: obsidian.TAbstractFile) => unknown): void {
    callback(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }

  override on(
    name: 'create' | 'modify' | 'delete',
    callback: (file: TAbstractFile) => unknown,
    context?: unknown,
  ): EventRef;
  /** Each change on the disk, of hidden files too; no part of obsidian.d.ts. */
  override on(name: 'raw', callback: (path: string) => unknown, context?: unknown): EventRef;
  override on(name: 'rename', callback: (file: TAbstractFile, oldPath: string) => unknown, context?: unknown): EventRef;
  override on(name: string, callback: (...data: never[]) => unknown, context?: unknown): EventRef {
    return super.on(name, callback as (...data: unknown[]) => unknown, context);
  }

  #take(change: DiskChange): void {
    this.trigger('raw', change.path);
    if (change.kind === 'moved') this.#move(change.oldPath, change.path);
    else if (change.kind === 'file-modified') this.#modified(change.path);
    else if (change.kind === 'file-created' || change.kind === 'folder-created') this.#add(change.path);
    else this.#remove(change.path);
  }

  #add(path: string): void {
    const parent = this.getFolderByPath(parentPath(path));
    if (!parent || isHidden(path)) return;
    const file = this.#disk.isFolder(path) ? new TFolder(this, path) : new TFile(this, path, this.#stat(path));
    file.parent = parent;
    parent.children.push(file);
    this.#tree.set(path, file);
    this.trigger('create', file);
  }

  #modified(path: string): void {
    const file = this.getFileByPath(path);
    if (!file) return;
    file.stat = this.#stat(path);
    this.trigger('modify', file);
  }

  #remove(path: string): void {
    const file = this.#tree.get(path);
    if (!file) return;
    this.#tree.delete(path);
    leave(file);
    this.trigger('delete', file);
  }

  #move(oldPath: string, path: string): void {
    const file = this.#tree.get(oldPath);
    const parent = this.getFolderByPath(parentPath(path));
    if (file && parent && !isHidden(path)) {
      leave(file);
      file.parent = parent;
      parent.children.push(file);
      for (const { moved, from } of this.#repath(file, path)) this.trigger('rename', moved, from);
    } else if (file) {
      // Into `.trash` or another hidden folder: gone, as far as the vault knows.
      const below: TAbstractFile[] = [];
      if (file instanceof TFolder) Vault.recurseChildren(file, (child) => below.unshift(child));
      else below.push(file);
      for (const gone of below) this.#remove(gone.path);
    } else {
      for (const folder of this.#disk.folders())
        if (folder === path || folder.startsWith(`${path}/`)) this.#add(folder);
      for (const child of this.#disk.files()) if (child === path || child.startsWith(`${path}/`)) this.#add(child);
    }
  }

  /** Gives `file` and all below it their new paths, and says which had which; a folder comes before its children. */
  #repath(file: obsidian.TAbstractFile, path: string): { moved: obsidian.TAbstractFile; from: string }[] {
    const from = file.path;
    this.#tree.delete(from);
    setPath(file, path);
    this.#tree.set(path, file);
    const below =
      file instanceof TFolder ? file.children.flatMap((child) => this.#repath(child, `${path}/${child.name}`)) : [];
    return [{ moved: file, from }, ...below];
  }

  #stat(path: string): obsidian.FileStats {
    const file = this.#disk.file(path);
    return { ctime: file?.ctime ?? 0, mtime: file?.mtime ?? 0, size: file?.size ?? 0 };
  }

  #newPath(path: string, taken: string): string {
    const clean = normalizePath(path);
    if (/[\\:]/.test(clean)) throw new Error('File name cannot contain any of the following characters: \\ / :');
    if (this.#tree.has(clean)) throw new Error(taken);
    return clean;
  }

  #expectFile(path: string): TFile {
    const file = this.getFileByPath(path);
    if (!file) throw new Error(`No file at ${path}`);
    return file;
  }
}

/** Files and folders whose name starts with a dot are on the disk but not in the vault. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}

function leave(file: TAbstractFile): void {
  const children = file.parent?.children;
  const index = children ? children.indexOf(file) : -1;
  if (index >= 0) children?.splice(index, 1);
}
