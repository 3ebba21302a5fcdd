import type { App, BasesPropertyId, TFile } from 'obsidian';
import { DateValue } from './bases-time';
import {
  ListValue,
  NotNullValue,
  NullValue,
  NumberValue,
  StringValue,
  TagValue,
  UrlValue,
  type Value,
  wrap,
} from './bases-value';
import { parentPath } from '../vault/file-tree';
import { getAllTags } from '../metadata/front-matter-fields';

const WIKI_LINK = /^\[\[([^[\]]+)\]\]$/;

/** The parts of a property's id: `note.status` is the note's property `status`. */
export function parsePropertyId(propertyId: BasesPropertyId): {
  readonly type: 'note' | 'formula' | 'file';
  readonly name: string;
} {
  const dot = propertyId.indexOf('.');
  return { type: propertyId.slice(0, dot) as 'note', name: propertyId.slice(dot + 1) };
}

/** A link to a note; its data is the link as it is written. */
export class LinkValue extends StringValue {
  constructor(
    private readonly app: App,
    written: string,
    private readonly sourcePath: string,
  ) {
    super(written);
  }

  /** Null where the text is no wiki link. */
  static parseFromString(app: App, input: string, sourcePath: string): LinkValue | null {
    return WIKI_LINK.test(input) ? new LinkValue(app, input, sourcePath) : null;
  }

  override renderTo(el: HTMLElement): void {
    const [target = '', ...alias] = (WIKI_LINK.exec(this.data)?.[1] ?? '').split('|');
    const link = el.createEl('a', {
      cls: 'internal-link',
      text: alias.join('|') || target,
      href: target,
      attr: { 'data-href': target },
    });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void this.app.workspace.openLinkText(target, this.sourcePath);
    });
  }
}

/** A file of the vault. */
export class FileValue extends NotNullValue {
  constructor(readonly data: TFile) {
    super();
  }

  toString(): string {
    return this.data.path;
  }

  isTruthy(): boolean {
    return true;
  }
}

/** One note of a base. Formulas are left out: they are null. */
export class BasesEntry {
  constructor(
    private readonly app: App,
    readonly file: TFile,
  ) {}

  /** A property that the note does not have is the `NullValue`; one that no note can have is null. */
  getValue(propertyId: BasesPropertyId): Value | null {
    const { type, name } = parsePropertyId(propertyId);
    if (type === 'file') return this.ofFile(name);
    if (type !== 'note') return null;
    const properties: Record<string, unknown> = this.app.metadataCache.getFileCache(this.file)?.frontmatter ?? {};
    const value = Object.hasOwn(properties, name) ? properties[name] : null;
    if (name === 'tags' && Array.isArray(value)) return new ListValue(value.map((tag) => new TagValue(String(tag))));
    return this.read(value);
  }

  private read(value: unknown): Value {
    if (Array.isArray(value)) return new ListValue(value.map((item) => this.read(item)));
    if (typeof value !== 'string') return wrap(value);
    return (
      LinkValue.parseFromString(this.app, value, this.file.path) ??
      DateValue.parseFromString(value) ??
      (/^https?:\/\/\S+$/.test(value) ? new UrlValue(value) : new StringValue(value))
    );
  }

  private ofFile(name: string): Value | null {
    const { file } = this;
    const cache = this.app.metadataCache.getFileCache(file);
    const known: Readonly<Record<string, () => Value>> = {
      file: () => new FileValue(file),
      name: () => new StringValue(file.name),
      basename: () => new StringValue(file.basename),
      path: () => new StringValue(file.path),
      folder: () => new StringValue(parentPath(file.path)),
      ext: () => new StringValue(file.extension),
      size: () => new NumberValue(file.stat.size),
      ctime: () => new DateValue(new Date(file.stat.ctime)),
      mtime: () => new DateValue(new Date(file.stat.mtime)),
      tags: () => new ListValue(((cache && getAllTags(cache)) || []).map((tag) => new TagValue(tag))),
    };
    return Object.hasOwn(known, name) ? (known[name]?.() ?? null) : null;
  }
}

/** The entries of one value of the property by which a base is grouped. */
export class BasesEntryGroup {
  constructor(
    public key: Value | undefined,
    public entries: BasesEntry[],
  ) {}

  hasKey(): boolean {
    return this.key !== undefined && this.key !== NullValue.value;
  }
}
