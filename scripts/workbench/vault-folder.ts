import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../src/core/base/result';

/** The text files of a folder on disk, by path inside of it, and those that could not be read. */
export interface VaultFolder {
  readonly files: ReadonlyMap<string, string>;
  /** The paths of all its files, whatever they hold. */
  readonly paths: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

const TEXT_FILE = /\.(?:md|base|canvas)$/i;
const LARGEST = 5 * 1024 * 1024;

/**
 * Reads a folder as a vault. Hidden files and folders are left out, links are not followed, nothing is written. Fails
 * where it is no folder.
 */
export async function readVaultFolder(folder: string): Promise<Result<VaultFolder>> {
  const stats = await lstat(folder).catch(() => null);
  if (stats === null) return fail(`There is no folder at ${folder}.`);
  const target = stats.isSymbolicLink() ? await lstat(join(folder, '.')).catch(() => null) : stats;
  if (target === null || !target.isDirectory())
    return fail(`${folder} is a file, not a folder. Give the folder of a vault.`);
  const files = new Map<string, string>();
  const paths: string[] = [];
  const unreadable: { path: string; reason: string }[] = [];

  async function visit(inside: string): Promise<void> {
    const entries = await readdir(join(folder, inside), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isFile()) paths.push(path);
      try {
        if (entry.isDirectory() && entry.name !== 'node_modules') await visit(path);
        else if (entry.isFile() && TEXT_FILE.test(entry.name)) files.set(path, await readText(join(folder, path)));
        else if (entry.isSymbolicLink() && TEXT_FILE.test(entry.name))
          unreadable.push({ path, reason: 'it is a link, and links are not followed' });
      } catch (error) {
        unreadable.push({ path, reason: error instanceof Error ? error.message : String(error) });
      }
    }
  }

  try {
    await visit('');
  } catch (error) {
    return fail(`The folder ${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return succeed({ files, paths, unreadable });
}

async function readText(file: string): Promise<string> {
  const { size } = await lstat(file);
  if (size > LARGEST) throw new Error('it is larger than 5 MB');
  return readFile(file, 'utf8');
}
