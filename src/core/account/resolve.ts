import { baseName, folderOf, type Note } from '../note/note';
import { isFolderPageName } from '../note/read-note';
import { accountKey, nameOfSlug } from './names';

/** An account: what the notes that state it have in common. */
export interface Account {
  /** Identifies it among the accounts of a vault, whatever the order of the notes. */
  readonly key: string;
  /** The spelling to show. */
  readonly name: string;
  /** Every spelling met, aliases too, `name` first. */
  readonly names: readonly string[];
  /** Paths of its account pages, sorted. */
  readonly pages: readonly string[];
}

/** Why a note counts to its account. */
export type AccountReason = 'account page' | 'front matter' | 'tag' | 'account line' | 'folder' | 'same source';

/** Which accounts there are, and which note is whose. */
export interface Resolution {
  readonly accounts: ReadonlyMap<string, Account>;
  /** For each path with an account: its key and why. */
  readonly accountOf: ReadonlyMap<string, { readonly key: string; readonly reason: AccountReason }>;
}

/**
 * Says for each note which account it states, by the first that holds: it is an account page; `account` in its front matter; the tag
 * `account/<slug>`; its `**Account**` line; the folder of an account page; another note of the same source (if all of them agree).
 * Spellings that share a key, or that one account page ties together (title, folder, aliases), are one account.
 * The result depends on the notes alone, not on their order.
 */
export function resolveAccounts(notes: Iterable<Note>): Resolution {
  const all = [...notes].filter((note) => note.kind !== 'other').sort((a, b) => (a.path < b.path ? -1 : 1));
  const pages = all.filter((note) => note.kind === 'account-page');
  const ties = tieSpellings(pages.map(pageNames));
  const folders = accountFolders(pages, ties);
  const accountOf = new Map<string, { readonly key: string; readonly reason: AccountReason }>();
  const spellings = new SpellingCount();
  const state = (note: Note, name: string, reason: AccountReason, weight: number): void => {
    const key = ties.keyOf(name);
    accountOf.set(note.path, { key, reason });
    spellings.add(key, name, weight);
  };

  for (const note of all) {
    const [pageName] = note.kind === 'account-page' ? pageNames(note) : [];
    const { frontMatter, tag, line } = note.stated;
    if (pageName !== undefined) state(note, pageName, 'account page', 0);
    else if (frontMatter !== null) state(note, frontMatter, 'front matter', 1);
    else if (tag !== null) state(note, nameOfSlug(tag), 'tag', 0.001);
    else if (line !== null) state(note, line, 'account line', 1);
    else {
      const key = nearest(folders, folderOf(note.path));
      if (key !== undefined) accountOf.set(note.path, { key, reason: 'folder' });
    }
  }
  for (const [path, key] of bySameSource(all, accountOf)) accountOf.set(path, { key, reason: 'same source' });
  return { accounts: collectAccounts(pages, ties, spellings), accountOf };
}

/** The names that an account page gives its account, the one to show first. An empty page or a template gives none. */
export function pageNames(page: Note): readonly string[] {
  const base = baseName(page.path);
  const folder = folderOf(page.path).split('/').at(-1)!;
  const own = ownsFolder(page);
  const candidates = [
    page.stated.frontMatter,
    isFolderPageName(page.title) ? null : page.title,
    own && folder !== '' ? folder : null,
    isFolderPageName(base) ? null : base,
    ...page.aliases,
  ];
  return [...new Set(candidates.filter((name): name is string => name !== null && name.trim() !== '' && !name.includes('{{')))];
}

/** Whether a page stands for the folder it is in: `Blue Heron/README.md`, or `Blue Heron/Blue Heron.md`. */
function ownsFolder(page: Note): boolean {
  const base = baseName(page.path);
  const folder = folderOf(page.path).split('/').at(-1)!;
  return isFolderPageName(base) || accountKey(base) === accountKey(folder);
}

interface Ties {
  /** The key of the account that a spelling names. */
  keyOf(name: string): string;
}

/** Ties the spellings of each group together: the key of an account is the smallest key of its tied spellings. */
function tieSpellings(groups: readonly (readonly string[])[]): Ties {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    return root;
  };
  for (const names of groups) {
    for (const name of names.slice(1)) {
      const [low, high] = [find(accountKey(names[0]!)), find(accountKey(name))].sort();
      if (low !== high) parent.set(high!, low!);
    }
  }
  const known = new Map<string, string>();
  return {
    keyOf(name) {
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const key = find(accountKey(name));
      known.set(name, key);
      return key;
    },
  };
}

function accountFolders(pages: readonly Note[], ties: Ties): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const page of pages) {
    const [name] = pageNames(page);
    const folder = folderOf(page.path);
    if (name !== undefined && folder !== '' && ownsFolder(page) && !folders.has(folder)) folders.set(folder, ties.keyOf(name));
  }
  return folders;
}

function nearest(folders: ReadonlyMap<string, string>, start: string): string | undefined {
  for (let folder = start; folder !== ''; folder = folderOf(folder)) {
    const key = folders.get(folder);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** The notes without an account whose source another note shares, if the notes of that source agree on one account. */
function bySameSource(notes: readonly Note[], accountOf: ReadonlyMap<string, { readonly key: string }>): ReadonlyMap<string, string> {
  const known = new Map<string, Set<string>>();
  for (const note of notes) {
    const account = accountOf.get(note.path);
    if (note.source === null || account === undefined) continue;
    known.set(note.source.key, (known.get(note.source.key) ?? new Set()).add(account.key));
  }
  const found = new Map<string, string>();
  for (const note of notes) {
    const keys = note.source === null || accountOf.has(note.path) ? undefined : known.get(note.source.key);
    if (keys?.size === 1) found.set(note.path, [...keys][0]!);
  }
  return found;
}

/** How often each spelling of an account was written. */
class SpellingCount {
  private readonly counts = new Map<string, Map<string, number>>();

  add(key: string, name: string, weight: number): void {
    const names = this.counts.get(key) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + weight);
    this.counts.set(key, names);
  }

  keys(): Iterable<string> {
    return this.counts.keys();
  }

  /** The spellings of an account, most used first. */
  of(key: string): readonly string[] {
    const names = [...(this.counts.get(key) ?? [])];
    return names.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
  }
}

function collectAccounts(pages: readonly Note[], ties: Ties, spellings: SpellingCount): ReadonlyMap<string, Account> {
  const pagesOf = new Map<string, Note[]>();
  for (const page of pages) {
    const [name] = pageNames(page);
    if (name === undefined) continue;
    const key = ties.keyOf(name);
    pagesOf.set(key, [...(pagesOf.get(key) ?? []), page]);
  }
  const accounts = new Map<string, Account>();
  for (const key of spellings.keys()) {
    const own = pagesOf.get(key) ?? [];
    const names = [...new Set([...own.flatMap(pageNames), ...spellings.of(key)])];
    accounts.set(key, { key, name: names[0]!, names, pages: own.map((page) => page.path) });
  }
  return accounts;
}
