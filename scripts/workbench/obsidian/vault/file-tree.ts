import type * as obsidian from 'obsidian';

/** A file or a folder of the vault. Its path changes when it is renamed; the object stays. */
export abstract class TAbstractFile implements obsidian.TAbstractFile {
  vault: obsidian.Vault;
  path: string;
  name: string;
  parent: obsidian.TFolder | null = null;

  constructor(vault: obsidian.Vault, path: string) {
    this.vault = vault;
    this.path = path;
    this.name = nameOf(path);
  }
}

/** A file of the vault. */
export class TFile extends TAbstractFile implements obsidian.TFile {
  stat: obsidian.FileStats;
  basename: string;
  extension: string;

  constructor(vault: obsidian.Vault, path: string, stat: obsidian.FileStats) {
    super(vault, path);
    this.stat = stat;
    this.basename = basenameOf(this.name);
    this.extension = extensionOf(this.name);
  }
}

/** A folder of the vault; the root is the one whose path is `/`. */
export class TFolder extends TAbstractFile implements obsidian.TFolder {
  children: obsidian.TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}

/** Gives a file or folder its new path, and what follows from it. */
export function setPath(file: obsidian.TAbstractFile, path: string): void {
  file.path = path;
  file.name = nameOf(path);
  if (file instanceof TFile) {
    file.basename = basenameOf(file.name);
    file.extension = extensionOf(file.name);
  }
}

/** The folder part of a path; `/` for a path at the top. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash > 0 ? path.slice(0, slash) : '/';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function basenameOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}
