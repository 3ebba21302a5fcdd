import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../src/core/base/result';
import { TOO_LARGE, tooLong } from '../../src/core/note/read-note';
import { LONGEST_NOTE } from '../../src/core/text/caps';

/** The text files of a folder on disk, by path inside of it, and what was left out, with the reason as a sentence. */
export interface VaultFolder {
  readonly files: ReadonlyMap<string, string>;
  /** The paths of all its files, whatever they hold. */
  readonly paths: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

const TEXT_FILE = /\.(?:md|base|canvas)$/i;
/** Of a text of no more characters than this, whatever they are. */
const MOST_BYTES = 3 * LONGEST_NOTE;

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
        else if (entry.isFile() && TEXT_FILE.test(entry.name)) {
          const text = await readText(join(folder, path));
          if (text.ok) files.set(path, text.value);
          else unreadable.push({ path, reason: text.error });
        } else if (entry.isSymbolicLink())
          unreadable.push({ path, reason: 'It is a link, and links are not followed.' });
      } catch (error) {
        // A name that is no UTF-8 leads nowhere once it was read as text.
        const reason = path.includes('\ufffd') ? 'Its name is not UTF-8.' : `${messageOf(error)}.`;
        unreadable.push({ path, reason });
      }
    }
  }

  try {
    await visit('');
  } catch (error) {
    return fail(`The folder ${folder} cannot be read: ${messageOf(error)}.`);
  }
  return succeed({ files, paths, unreadable });
}

async function readText(file: string): Promise<Result<string>> {
  const { size } = await lstat(file);
  if (size > MOST_BYTES) return fail(TOO_LARGE);
  const text = await readFile(file, 'utf8');
  const reason = tooLong(text);
  return reason === null ? succeed(text) : fail(reason);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
