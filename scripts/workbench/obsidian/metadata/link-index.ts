import type * as obsidian from 'obsidian';
import { parentPath, type TFile } from '../vault/file-tree';

/** Finds the file that a link means, by its name and not by a walk through the vault. */
export class LinkIndex {
  readonly #byName = new Map<string, TFile[]>();

  add(file: TFile): void {
    const key = keyOf(file.path);
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), file]);
  }

  /** Forgets a file that lay at `path`. */
  remove(file: TFile, path: string): void {
    const key = keyOf(path);
    const rest = (this.#byName.get(key) ?? []).filter((other) => other !== file);
    if (rest.length > 0) this.#byName.set(key, rest);
    else this.#byName.delete(key);
  }

  /** Whether no other file has this name. */
  isOnlyOne(file: obsidian.TFile): boolean {
    return (this.#byName.get(keyOf(file.path)) ?? []).every((other) => other === file);
  }

  /** The file that a link path means from `sourcePath`: the whole path first, then the nearest that ends so. */
  find(linkpath: string, sourcePath: string): TFile | null {
    if (linkpath === '') return this.#among(sourcePath).find((file) => file.path === sourcePath) ?? null;
    if (/^\.\.?\//.test(linkpath)) return this.#exact(resolve(parentPath(sourcePath), linkpath));
    if (linkpath.startsWith('/')) return this.#exact(linkpath.slice(1));
    return this.#exact(linkpath) ?? this.#nearest(linkpath, sourcePath);
  }

  #exact(path: string): TFile | null {
    const wanted = path.toLowerCase();
    const fits = (file: TFile): boolean => [wanted, `${wanted}.md`].includes(file.path.toLowerCase());
    return this.#among(path).find(fits) ?? null;
  }

  #nearest(linkpath: string, sourcePath: string): TFile | null {
    const wanted = linkpath.toLowerCase();
    const folder = parentPath(sourcePath);
    const ends = (file: TFile): boolean =>
      [wanted, `${wanted}.md`].some((path) => `/${file.path.toLowerCase()}`.endsWith(`/${path}`));
    const distance = (file: TFile): number => (parentPath(file.path) === folder ? 0 : file.path.length);
    const [first] = this.#among(linkpath)
      .filter(ends)
      .sort((a, b) => distance(a) - distance(b));
    return first ?? null;
  }

  #among(path: string): TFile[] {
    const key = keyOf(path);
    return [...(this.#byName.get(`${key}.md`) ?? []), ...(this.#byName.get(key) ?? [])];
  }
}

function keyOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

function resolve(folder: string, relative: string): string {
  const parts = folder === '/' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
