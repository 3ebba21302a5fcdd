import type * as obsidian from 'obsidian';
import { TFile, type TFolder } from '../vault/file-tree';
import type { MetadataCache } from './metadata-cache';
import type { Vault } from '../vault/vault';
import { getFrontMatterInfo, parseYaml, stringifyYaml } from './yaml';

/** Changes of files that mind the user's settings; here the settings of a fresh vault. */
export class FileManager implements obsidian.FileManager {
  readonly #vault: Vault;
  readonly #metadataCache: MetadataCache;

  constructor(vault: Vault, metadataCache: MetadataCache) {
    this.#vault = vault;
    this.#metadataCache = metadataCache;
  }

  /** New notes go to the vault's folder. */
  getNewFileParent(): TFolder {
    return this.#vault.getRoot();
  }

  /** Moves a file, then writes its new name into the notes that link to it. */
  async renameFile(file: obsidian.TAbstractFile, newPath: string): Promise<void> {
    const moved = file instanceof TFile ? this.#metadataCache.linksTo(file) : [];
    await this.#vault.rename(file, newPath);
    if (!(file instanceof TFile)) return;
    for (const { source, references } of moved) {
      const spans = [...references].sort((a, b) => b.position.start.offset - a.position.start.offset);
      await this.#vault.process(source, (text) =>
        spans.reduce((result, reference) => this.#relink(result, reference, file, source.path), text),
      );
    }
  }

  /** Asks nobody. */
  async promptForDeletion(file: obsidian.TAbstractFile): Promise<boolean> {
    await this.trashFile(file);
    return true;
  }

  /** Puts a file or folder into the vault's `.trash`. */
  async trashFile(file: obsidian.TAbstractFile): Promise<void> {
    await this.#vault.trash(file, false);
  }

  generateMarkdownLink(file: obsidian.TFile, sourcePath: string, subpath = '', alias = ''): string {
    const target = this.#metadataCache.fileToLinktext(file, sourcePath, true) + subpath;
    const link = alias === '' || alias === target ? `[[${target}]]` : `[[${target}|${alias}]]`;
    return file.extension === 'md' ? link : `!${link}`;
  }

  async processFrontMatter(
    file: obsidian.TFile,
    change: (frontmatter: Record<string, unknown>) => void,
    options?: obsidian.DataWriteOptions,
  ): Promise<void> {
    await this.#vault.process(
      file,
      (text) => {
        const info = getFrontMatterInfo(text);
        const value = info.exists ? parseYaml(info.frontmatter) : null;
        if (value !== null && (typeof value !== 'object' || Array.isArray(value)))
          throw new Error('The front matter is no list of properties.');
        const frontmatter = { ...value } as Record<string, unknown>;
        change(frontmatter);
        const yaml = Object.keys(frontmatter).length > 0 ? `---\n${stringifyYaml(frontmatter)}---\n` : '';
        return yaml + text.slice(info.contentStart);
      },
      options,
    );
  }

  /** Left out: the stand-in keeps no attachments. */
  getAvailablePathForAttachment(): Promise<string> {
    return Promise.reject(new Error('The stand-in leaves out getAvailablePathForAttachment.'));
  }

  #relink(text: string, reference: obsidian.ReferenceCache, file: TFile, sourcePath: string): string {
    const { start, end } = reference.position;
    // Somebody wrote the note in between: the place no longer holds what was scanned.
    if (text.slice(start.offset, end.offset) !== reference.original || !reference.original.includes('[[')) return text;
    const [, subpath = ''] = /^[^#|]*(#[^|]*)?/.exec(reference.link) ?? [];
    const target = this.#metadataCache.fileToLinktext(file, sourcePath, true) + subpath;
    const alias = /\|[^\]]*/.exec(reference.original)?.[0] ?? '';
    const mark = reference.original.startsWith('!') ? '!' : '';
    return `${text.slice(0, start.offset)}${mark}[[${target}${alias}]]${text.slice(end.offset)}`;
  }
}
