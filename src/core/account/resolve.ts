import { lastOf } from '../base/last-of';
import { oncePer } from '../base/once';
import type { SharedMap } from '../base/shared-map';
import { baseName, fileTitle, folderOf, isFolderPageName, type Note } from '../note/note';
import { isPlaceholder } from '../note/placeholder';
import { wordsOf } from '../text/words';
import { accountKey, nameOfSlug, type KeyAliases } from './names';

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

/** Whose a note is, and why. */
export interface Belonging {
  readonly key: string;
  readonly reason: AccountReason;
  /** How the note itself spells the account, and what that counts; null where it names none. */
  readonly spelt: { readonly name: string; readonly weight: number } | null;
}

/** Which accounts there are, and which note is whose. Both share what did not change with the resolution before. */
export interface Resolution {
  readonly accounts: SharedMap<Account>;
  /** For each path with an account: its key and why. */
  readonly accountOf: SharedMap<Belonging>;
}

/** How often each spelling of an account was written. */
export type Spellings = ReadonlyMap<string, Spelling>;

export interface Spelling {
  /** In thousandths. */
  readonly weight: number;
  /** How many notes have it. */
  readonly uses: number;
}

/** What account pages say of names and folders. */
export interface Naming {
  /** The paths of the pages that name an account. */
  readonly paths: ReadonlySet<string>;
  readonly ties: Ties;
  readonly folders: ReadonlyMap<string, string>;
  /** The names of the accounts whose pages links lead to, by `linkKeys`; null where two pages have the key. */
  readonly linked: ReadonlyMap<string, string | null>;
  /** The pages of each account, by its key. */
  readonly pagesOf: ReadonlyMap<string, readonly Note[]>;
}

/**
 * Says which account a note states, by the first that holds: it is an account page; `account` in its front matter; the
 * tag `account/<slug>`; its `**Account**` line; the folder of an account page, or of an account. A link to an account's
 * page names that account. Null where that is nothing. What a note of a person states founds no account: it spells none.
 */
export function statedBy(note: Note, { paths, ties, folders, linked }: Naming): Belonging | null {
  const [pageName] = paths.has(note.path) ? pageNames(note) : [];
  const { frontMatter, tag, line, folder, links } = note.stated;
  const isPerson = note.kind === 'person-page';
  const state = (name: string, reason: AccountReason, weight: number): Belonging => ({
    key: ties.keyOf(name),
    reason,
    spelt: isPerson ? null : { name, weight },
  });
  if (pageName !== undefined) return state(pageName, 'account page', 0);
  if (frontMatter !== null) return state(nameAt(linked, links.frontMatter) ?? frontMatter, 'front matter', 1000);
  if (tag !== null) return state(nameOfSlug(tag), 'tag', 1);
  if (line !== null) return state(nameAt(linked, links.line) ?? line, 'account line', 1000);
  const key = nearest(folders, folderOf(note.path));
  if (key !== undefined) return { key, reason: 'folder', spelt: null };
  return folder === null || isPerson ? null : state(folder, 'folder', 1000);
}

/** The names, other than slugs, by which a note states an account. */
export function statedNames({ stated: { frontMatter, line, folder } }: Note): readonly string[] {
  return [frontMatter, line, folder].filter((name) => name !== null);
}

/** The keys of the pages that the account of a note is a link to. */
export function linkKeys({ stated: { links } }: Note): readonly string[] {
  return [...new Set([links.frontMatter, links.line].flatMap((link) => (link === null ? [] : keysOfLink(link))))];
}

/** The keys by which a link finds a page, the first that holds: its path, and the name of its file. */
function keysOfLink(link: string): readonly string[] {
  const path = link.replace(/^\//, '').toLowerCase();
  return [path, path.slice(path.lastIndexOf('/') + 1)];
}

function nameAt(linked: Naming['linked'], link: string | null): string | null {
  if (link === null) return null;
  for (const key of keysOfLink(link)) {
    const name = linked.get(key);
    if (name != null) return name;
  }
  return null;
}

function linkedPages(pages: readonly Note[]): Naming['linked'] {
  const found = new Map<string, string | null>();
  for (const page of pages) {
    const path = page.path.replace(/\.md$/i, '').toLowerCase();
    const [name = null] = pageNames(page);
    const base = baseName(page.path);
    for (const key of [...(path.includes('/') ? [path] : []), ...(isFolderPageName(base) ? [] : [base.toLowerCase()])])
      found.set(key, found.has(key) ? null : name);
  }
  return found;
}

/**
 * The account pages that name an account, those that stand for a folder first. A page in the folder of an account that
 * says nothing of an account itself (`Blue Heron/Contacts.md`) is one of its notes.
 */
function namingPages(pages: readonly Note[]): readonly Note[] {
  const owners = pages.filter((page) => ownsFolder(page) && isOfItsFolder(page));
  const folders = new Map(owners.map((page) => [folderOf(page.path), page] as const));
  const others = pages.filter(
    (page) =>
      !ownsFolder(page) &&
      page.stated.folder === null &&
      (saysOfAccount(page) || nearest(folders, folderOf(page.path)) === undefined),
  );
  return [...owners, ...others];
}

/** Below a folder whose children are accounts, only the page of such a child stands for one. */
function isOfItsFolder({ path, stated }: Note): boolean {
  return stated.folder === null || lastOf(folderOf(path).split('/')) === stated.folder;
}

function saysOfAccount({ stated, aliases, standing }: Note): boolean {
  return stated.frontMatter !== null || aliases.length > 0 || standing.status !== null || standing.industry !== null;
}

/** The names that an account page gives its account, the one to show first. An empty page or a template gives none. */
export const pageNames = oncePer(namesOn);

function namesOn(page: Note): readonly string[] {
  if (page.title.includes('{{') || page.title.includes('<%')) return [];
  const { frontMatter: stated, tag } = page.stated;
  const base = fileTitle(page.path);
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
      candidates.filter((name): name is string => name !== null && name.trim() !== '' && !isPlaceholder(name)),
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

export interface Ties {
  /** The key of the account that a spelling names. */
  keyOf(name: string): string;
  /** The key of the account that the key of a spelling is tied to. */
  rootOf(key: string): string;
  /** The keys that are tied to another one. */
  readonly tied: Iterable<string>;
}

/** Ties the spellings of each group together: the key of an account is the smallest key of its tied spellings. */
function tieSpellings(groups: readonly (readonly string[])[], aliases: KeyAliases): Ties {
  const plainKey = (name: string): string => plain(accountKey(name));
  const plain = (key: string): string => aliases.get(key) ?? key;
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    return root;
  };
  for (const names of groups) {
    const [first, ...others] = names.map(plainKey);
    for (const other of others) {
      const [low, high] = [find(first!), find(other)].sort();
      if (low !== high) parent.set(high!, low!);
    }
  }
  const known = new Map<string, string>();
  return {
    rootOf: (key) => find(plain(key)),
    tied: [...parent.keys(), ...aliases.keys()],
    keyOf(name) {
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const key = find(plainKey(name));
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
export function nearest<T>(folders: ReadonlyMap<string, T>, start: string): T | undefined {
  for (let folder = start; folder !== ''; folder = folderOf(folder)) {
    const found = folders.get(folder);
    if (found !== undefined) return found;
  }
  return undefined;
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

/** Whether a note is an account page that names something. */
export function isPage(note: Note | null): note is Note {
  return note?.kind === 'account-page' && pageNames(note).length > 0;
}

/** What these pages, in order of path, say, where keys go by others. */
export function namingOf(pages: readonly Note[], aliases: KeyAliases): Naming {
  const naming = namingPages(pages);
  const ties = tieSpellings(naming.map(pageNames), aliases);
  const pagesOf = new Map<string, Note[]>();
  for (const page of naming) {
    const key = ties.keyOf(pageNames(page)[0]!);
    const known = pagesOf.get(key);
    if (known === undefined) pagesOf.set(key, [page]);
    else known.push(page);
  }
  return {
    paths: new Set(naming.map(({ path }) => path)),
    ties,
    folders: accountFolders(naming, ties),
    linked: linkedPages(naming),
    pagesOf: new Map([...pagesOf].map(([key, held]) => [key, leadingFirst(held)])),
  };
}

/** The account of a key; undefined where nobody spells it. */
export function accountOf(key: string, { pagesOf }: Naming, spellings: Spellings | undefined): Account | undefined {
  if (spellings === undefined) return undefined;
  const own = pagesOf.get(key) ?? [];
  const spelt = [...spellings].sort(([a, m], [b, n]) => n.weight - m.weight || (a < b ? -1 : 1)).map(([name]) => name);
  const names = [...new Set([...own.flatMap(pageNames), ...spelt])];
  return { key, name: names[0]!, names, pages: own.map((page) => page.path) };
}
