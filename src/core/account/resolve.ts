import { lastOf } from '../base/last-of';
import { inSteps, type Steps } from '../base/steps';
import { baseName, folderOf, isFolderPageName, type Note } from '../note/note';
import { wordsOf } from '../text/words';
import { accountKey, nameOfSlug } from './names';

/** An account: what the notes that state it have in common. */
export interface Account {
  /** Identifies it among the accounts of a vault, whatever the order of the notes. */
  readonly key: string;
  /** The spelling to show. */
  readonly name: string;
  /** Every spelling met, aliases too, `name` first. */
  readonly names: readonly string[];
  /**
   * Paths of its account pages: those that stand for a folder first, then by path; one whose name another of them has
   * as an alias comes last.
   */
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
 * Says for each note which account it states, by the first that holds: it is an account page; `account` in its front
 * matter; the tag `account/<slug>`; its `**Account**` line; the folder of an account page; another note of the same
 * source (if all of them agree). Spellings that share a key, or that one account page ties together (title, folder,
 * aliases), are one account. `notes` come in order of path, so that the result depends on the notes alone.
 */
export function* resolveAccounts(notes: readonly Note[]): Steps<Resolution> {
  const all = notes.filter((note) => note.kind !== 'other');
  const pages = namingPages(all);
  const ties = tieSpellings(pages.map(pageNames));
  const folders = accountFolders(pages, ties);
  const accountOf = new Map<string, { readonly key: string; readonly reason: AccountReason }>();
  const spellings = countSpellings();
  const state = (note: Note, name: string, reason: AccountReason, weight: number): void => {
    const key = ties.keyOf(name);
    accountOf.set(note.path, { key, reason });
    spellings.add(key, name, weight);
  };

  const naming = new Set(pages);
  yield* inSteps(all, (note) => {
    const [pageName] = naming.has(note) ? pageNames(note) : [];
    const { frontMatter, tag, line } = note.stated;
    if (pageName !== undefined) state(note, pageName, 'account page', 0);
    else if (frontMatter !== null) state(note, frontMatter, 'front matter', 1);
    else if (tag !== null) state(note, nameOfSlug(tag), 'tag', 0.001);
    else if (line !== null) state(note, line, 'account line', 1);
    else {
      const key = nearest(folders, folderOf(note.path));
      if (key !== undefined) accountOf.set(note.path, { key, reason: 'folder' });
    }
  });
  const fromSource = yield* bySameSource(all, accountOf);
  for (const [path, key] of fromSource) accountOf.set(path, { key, reason: 'same source' });
  return { accounts: collectAccounts(pages, ties, spellings), accountOf };
}

/**
 * The account pages that name an account, those that stand for a folder first. A page in the folder of an account that
 * says nothing of an account itself (`Blue Heron/Contacts.md`) is one of its notes.
 */
function namingPages(notes: readonly Note[]): readonly Note[] {
  const pages = notes.filter((note) => note.kind === 'account-page' && pageNames(note).length > 0);
  const owners = pages.filter(ownsFolder);
  const folders = new Map(owners.map((page) => [folderOf(page.path), page] as const));
  const others = pages.filter(
    (page) => !ownsFolder(page) && (saysOfAccount(page) || nearest(folders, folderOf(page.path)) === undefined),
  );
  return [...owners, ...others];
}

function saysOfAccount({ stated, aliases, standing }: Note): boolean {
  return stated.frontMatter !== null || aliases.length > 0 || standing.status !== null || standing.industry !== null;
}

/** The names that an account page gives its account, the one to show first. An empty page or a template gives none. */
export function pageNames(page: Note): readonly string[] {
  if (page.title.includes('{{')) return [];
  const { frontMatter: stated, tag } = page.stated;
  const base = baseName(page.path);
  const folder = lastOf(folderOf(page.path).split('/'))!;
  // A page that states its account may be called "Contacts", which is no name of the account.
  const isName = (name: string): boolean => !isFolderPageName(name) && (stated === null || shareWord(stated, name));
  const candidates = [
    stated,
    isName(page.title) ? page.title : null,
    ownsFolder(page) ? folder : null,
    isName(base) ? base : null,
    ...page.aliases,
    stated === null && tag !== null ? nameOfSlug(tag) : null,
  ];
  return [
    ...new Set(
      candidates.filter((name): name is string => name !== null && name.trim() !== '' && !name.includes('{{')),
    ),
  ];
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  return wordsOf(b).some((word) => words.has(word));
}

/** Whether a page stands for the folder it is in: `Blue Heron/README.md`, or `Blue Heron/Blue Heron.md`. */
function ownsFolder(page: Note): boolean {
  const base = baseName(page.path);
  const folder = lastOf(folderOf(page.path).split('/'))!;
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
    if (name !== undefined && folder !== '' && ownsFolder(page) && !folders.has(folder))
      folders.set(folder, ties.keyOf(name));
  }
  return folders;
}

/** What is known of the nearest folder that something is known of. */
function nearest<T>(folders: ReadonlyMap<string, T>, start: string): T | undefined {
  for (let folder = start; folder !== ''; folder = folderOf(folder)) {
    const found = folders.get(folder);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The notes without an account whose source another note shares, if the notes of that source agree on one account. */
function* bySameSource(
  notes: readonly Note[],
  accountOf: ReadonlyMap<string, { readonly key: string }>,
): Steps<ReadonlyMap<string, string>> {
  const known = new Map<string, Set<string>>();
  yield* inSteps(notes, ({ path, source }) => {
    const account = accountOf.get(path);
    if (source !== null && account !== undefined)
      known.set(source.key, (known.get(source.key) ?? new Set()).add(account.key));
  });
  const found = new Map<string, string>();
  yield* inSteps(notes, ({ path, source }) => {
    const keys = source === null || accountOf.has(path) ? undefined : known.get(source.key);
    if (keys?.size === 1) found.set(path, [...keys][0]!);
  });
  return found;
}

/** How often each spelling of an account was written. */
interface SpellingCount {
  add(key: string, name: string, weight: number): void;
  keys(): Iterable<string>;
  /** The spellings of an account, most used first. */
  of(key: string): readonly string[];
}

function countSpellings(): SpellingCount {
  const counts = new Map<string, Map<string, number>>();
  return {
    add(key, name, weight) {
      const names = counts.get(key) ?? new Map<string, number>();
      names.set(name, (names.get(name) ?? 0) + weight);
      counts.set(key, names);
    },
    keys: () => counts.keys(),
    of: (key) => [...(counts.get(key) ?? [])].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name),
  };
}

/** The pages of one account: the first names it. One whose name another has as an alias was merged into that one. */
function leadingFirst(pages: readonly Note[]): readonly Note[] {
  if (pages.length < 2) return pages;
  const keyOf = (page: Note): string => accountKey(pageNames(page)[0]!);
  const isAlias = (page: Note): boolean =>
    pages.some(
      (other) => keyOf(other) !== keyOf(page) && other.aliases.some((alias) => accountKey(alias) === keyOf(page)),
    );
  return [...pages.filter((page) => !isAlias(page)), ...pages.filter(isAlias)];
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
    const own = leadingFirst(pagesOf.get(key) ?? []);
    const names = [...new Set([...own.flatMap(pageNames), ...spellings.of(key)])];
    accounts.set(key, { key, name: names[0]!, names, pages: own.map((page) => page.path) });
  }
  return accounts;
}
