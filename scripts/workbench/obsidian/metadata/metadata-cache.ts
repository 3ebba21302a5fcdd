import type * as obsidian from 'obsidian';
import type { Outside } from '../vault/doors';
import { Events, type EventRef } from '../base/events';
import { TFile } from '../vault/file-tree';
import { LinkIndex } from './link-index';
import { getLinkpath } from './link-text';
import { scanMarkdown } from './markdown-scan';
import type { Vault } from '../vault/vault';

type LinkCounts = Record<string, Record<string, number>>;

/** What the cache knows of a note: the text that it was made from, scanned when somebody asks. */
interface Entry {
  readonly text: string;
  cache?: obsidian.CachedMetadata;
}

/** What is in the notes. It follows the vault a tick later: until then it tells of the text before. */
export class MetadataCache extends Events implements obsidian.MetadataCache {
  readonly #vault: Vault;
  readonly #disk: Outside;
  readonly #entries = new Map<string, Entry>();
  readonly #index = new LinkIndex();
  readonly #waiting = new Set<TFile>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #links: { readonly resolved: LinkCounts; readonly unresolved: LinkCounts } | null = null;

  constructor(vault: Vault, disk: Outside) {
    super();
    this.#vault = vault;
    this.#disk = disk;
  }

  /** Takes in the vault as it is, as from a cache kept since the last run: no `changed`, one `resolved`. */
  load(): void {
    for (const file of this.#vault.getFiles()) {
      this.#index.add(file);
      this.#read(file);
    }
    this.#vault.on('create', (file) => {
      if (file instanceof TFile) this.#onCreate(file);
    });
    this.#vault.on('modify', (file) => {
      if (file instanceof TFile) this.#wait(file);
    });
    this.#vault.on('delete', (file) => {
      if (file instanceof TFile) this.#onDelete(file);
    });
    this.#vault.on('rename', (file, oldPath) => {
      if (file instanceof TFile) this.#onRename(file, oldPath);
    });
    this.#wait();
  }

  getFileCache(file: obsidian.TFile): obsidian.CachedMetadata | null {
    return this.getCache(file.path);
  }

  getCache(path: string): obsidian.CachedMetadata | null {
    const entry = this.#entries.get(path);
    if (!entry) return null;
    entry.cache ??= scanMarkdown(entry.text);
    return entry.cache;
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    return this.#index.find(linkpath, sourcePath);
  }

  fileToLinktext(file: obsidian.TFile, _sourcePath: string, omitMdExtension = true): string {
    const full = this.#index.isOnlyOne(file) ? file.name : file.path;
    return omitMdExtension && file.extension === 'md' ? full.slice(0, -'.md'.length) : full;
  }

  get resolvedLinks(): LinkCounts {
    return this.#countLinks().resolved;
  }

  get unresolvedLinks(): LinkCounts {
    return this.#countLinks().unresolved;
  }

  /** The notes that link to `file`, with the places; no part of obsidian.d.ts. */
  linksTo(file: obsidian.TFile): { readonly source: TFile; readonly references: readonly obsidian.ReferenceCache[] }[] {
    return this.#vault.getMarkdownFiles().flatMap((source) => {
      const references = referencesOf(this.getCache(source.path)).filter(
        ({ link }) => this.#index.find(getLinkpath(link), source.path) === file,
      );
      return references.length > 0 ? [{ source, references }] : [];
    });
  }

  /** Does at once what waits for the next tick; no part of obsidian.d.ts. */
  flush(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    const files = [...this.#waiting];
    this.#waiting.clear();
    this.#links = null;
    for (const file of files) this.#changed(file);
    for (const file of files) this.trigger('resolve', file);
    this.trigger('resolved');
  }

  override on(
    name: 'changed',
    callback: (file: TFile, data: string, cache: obsidian.CachedMetadata) => unknown,
    context?: unknown,
  ): EventRef;
  override on(
    name: 'deleted',
    callback: (file: TFile, before: obsidian.CachedMetadata | null) => unknown,
    context?: unknown,
  ): EventRef;
  override on(name: 'resolve', callback: (file: TFile) => unknown, context?: unknown): EventRef;
  override on(name: 'resolved', callback: () => unknown, context?: unknown): EventRef;
  override on(name: string, callback: (...data: never[]) => unknown, context?: unknown): EventRef {
    return super.on(name, callback as (...data: unknown[]) => unknown, context);
  }

  #onCreate(file: TFile): void {
    this.#index.add(file);
    this.#wait(file);
  }

  #onDelete(file: TFile): void {
    const before = this.isHeard('deleted') ? this.getCache(file.path) : null;
    this.#index.remove(file, file.path);
    this.#entries.delete(file.path);
    this.#waiting.delete(file);
    this.trigger('deleted', file, before);
    this.#wait();
  }

  /** A new path is no new text: nothing is scanned, and no `changed` comes. */
  #onRename(file: TFile, oldPath: string): void {
    const entry = this.#entries.get(oldPath);
    this.#entries.delete(oldPath);
    if (entry) this.#entries.set(file.path, entry);
    this.#index.remove(file, oldPath);
    this.#index.add(file);
    this.#wait();
  }

  #wait(file?: TFile): void {
    if (file?.extension === 'md') this.#waiting.add(file);
    this.#links = null;
    this.#timer ??= setTimeout(() => this.flush(), 0);
  }

  #changed(file: TFile): void {
    const entry = this.#read(file);
    if (entry && this.isHeard('changed')) this.trigger('changed', file, entry.text, this.getCache(file.path));
  }

  #read(file: TFile): Entry | null {
    const text = file.extension === 'md' ? this.#disk.read(file.path) : null;
    if (text === null) return null;
    const entry = { text };
    this.#entries.set(file.path, entry);
    return entry;
  }

  #countLinks(): { readonly resolved: LinkCounts; readonly unresolved: LinkCounts } {
    if (this.#links) return this.#links;
    const links: { resolved: LinkCounts; unresolved: LinkCounts } = { resolved: {}, unresolved: {} };
    for (const path of this.#entries.keys()) {
      const resolved: Record<string, number> = (links.resolved[path] = {});
      const unresolved: Record<string, number> = (links.unresolved[path] = {});
      for (const { link } of referencesOf(this.getCache(path))) {
        const linkpath = getLinkpath(link);
        const file = this.#index.find(linkpath, path);
        const [counts, key] = file ? [resolved, file.path] : [unresolved, linkpath];
        counts[key] = (counts[key] ?? 0) + 1;
      }
    }
    this.#links = links;
    return links;
  }
}

function referencesOf(cache: obsidian.CachedMetadata | null): obsidian.ReferenceCache[] {
  return [...(cache?.links ?? []), ...(cache?.embeds ?? [])];
}
