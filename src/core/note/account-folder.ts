import { baseName, isFolderPageName } from './note';

/** Where a note lies below a folder whose children are accounts: the name of that child, and whether it is this note. */
export interface AccountFolder {
  readonly name: string;
  readonly isFile: boolean;
}

/**
 * The account that a note is filed under, by `folders`, each a name at any depth or a path from the top of the vault.
 * Null where it lies in none, or is the page of such a folder itself.
 */
export function accountFolderOf(path: string, folders: readonly string[]): AccountFolder | null {
  for (const folder of folders) {
    const start = folder.includes('/') ? (path.startsWith(`${folder}/`) ? 0 : -1) : `/${path}`.indexOf(`/${folder}/`);
    const [child, ...below] = start < 0 ? [] : path.slice(start + folder.length + 1).split('/');
    if (child === undefined) continue;
    if (below.length > 0) return { name: child, isFile: false };
    const name = baseName(child);
    const isPageOfAll = isFolderPageName(name) || name === folder.slice(folder.lastIndexOf('/') + 1);
    return isPageOfAll ? null : { name, isFile: true };
  }
  return null;
}
