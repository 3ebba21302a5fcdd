import type {
  App,
  BasesConfigFileView,
  BasesPropertyId,
  BasesQueryResult as ObsidianResult,
  BasesSortConfig,
  BasesViewConfig as ObsidianConfig,
  BasesViewRegistration,
} from 'obsidian';
import { type BasesEntry, type BasesEntryGroup, parsePropertyId } from './bases-entry';
import { NullValue, type Value } from './bases-value';
import { Component } from '../base/component';
import { Events } from '../base/events';

const FILE_NAMES: Readonly<Record<string, string>> = {
  name: 'file name',
  basename: 'file base name',
  path: 'file path',
  folder: 'folder',
  ext: 'file extension',
  size: 'file size',
  ctime: 'created time',
  mtime: 'modified time',
  tags: 'file tags',
};

/** A property as a base names it (`status`, `note.status`, `file.name`) by its whole id; null where it is none. */
export function asPropertyId(name: unknown): BasesPropertyId | null {
  if (typeof name !== 'string' || name === '') return null;
  return /^(?:note|file|formula)\../.test(name) ? (name as BasesPropertyId) : `note.${name}`;
}

/** What drives the views of a base. The query itself is `base-query`; this is an owner and no more. */
export class QueryController extends Component {
  constructor(readonly app: App) {
    super();
  }
}

/** What a base shows. */
export class BasesQueryResult {
  data: BasesEntry[];

  constructor(
    readonly groupedData: BasesEntryGroup[],
    readonly properties: BasesPropertyId[] = [],
  ) {
    this.data = groupedData.flatMap(({ entries }) => entries);
  }

  /** Summaries are left out. */
  getSummaryValue(
    _controller: QueryController,
    _entries: BasesEntry[],
    _property: BasesPropertyId,
    _summaryKey: string,
  ): Value {
    return NullValue.value;
  }
}

/**
 * What a base says of one of its views: the view's part of the file, and the names that the base gives to properties.
 */
export class BasesViewConfig {
  name: string;

  constructor(
    private readonly written: BasesConfigFileView & Record<string, unknown>,
    private readonly displayNames: Readonly<Record<string, string>> = {},
    private readonly onChange: () => void = () => undefined,
  ) {
    this.name = written.name;
  }

  get(key: string): unknown {
    return Object.hasOwn(this.written, key) ? this.written[key] : undefined;
  }

  getAsPropertyId(key: string): BasesPropertyId | null {
    return asPropertyId(this.get(key));
  }

  /** Formulas are left out. */
  getEvaluatedFormula(_view: BasesView, _key: string): Value {
    return NullValue.value;
  }

  set(key: string, value: unknown): void {
    if (value === null || value === undefined) delete this.written[key];
    else this.written[key] = value;
    this.onChange();
  }

  getOrder(): BasesPropertyId[] {
    return (Array.isArray(this.written.order) ? this.written.order : []).flatMap((name) => asPropertyId(name) ?? []);
  }

  getSort(): BasesSortConfig[] {
    const sort = this.get('sort');
    return (Array.isArray(sort) ? (sort as Partial<BasesSortConfig>[]) : []).flatMap((entry) => {
      const property = asPropertyId(entry?.property);
      return property && (entry.direction === 'ASC' || entry.direction === 'DESC')
        ? [{ property, direction: entry.direction }]
        : [];
    });
  }

  getDisplayName(propertyId: BasesPropertyId): string {
    const { type, name } = parsePropertyId(propertyId);
    return (
      this.displayNames[propertyId] ??
      (type === 'note' ? this.displayNames[name] : undefined) ??
      (type === 'file' ? FILE_NAMES[name] : undefined) ??
      name
    );
  }
}

/** A view of a base, to be built on. */
export abstract class BasesView extends Component {
  abstract type: string;
  readonly app: App;
  config!: ObsidianConfig;
  allProperties: BasesPropertyId[] = [];
  data!: ObsidianResult;

  protected constructor(controller: QueryController) {
    super();
    this.app = controller.app;
  }

  abstract onDataUpdated(): void;

  /** Makes the note at once: the menu in which Obsidian asks for its name is left out. */
  async createFileForView(
    baseFileName = 'Untitled',
    frontmatterProcessor?: (frontmatter: Record<string, unknown>) => void,
  ): Promise<void> {
    const file = await this.app.vault.create(`${baseFileName}.md`, '');
    if (frontmatterProcessor) await this.app.fileManager.processFrontMatter(file, frontmatterProcessor);
  }
}

/** The core plugin that knows the views of bases. It triggers `registrations-changed`. */
export class BasesPlugin extends Events {
  readonly registrations: Record<string, BasesViewRegistration> = {};

  registerView(id: string, registration: BasesViewRegistration): void {
    if (Object.hasOwn(this.registrations, id)) throw new Error(`A view of bases with the id "${id}" is there already.`);
    this.registrations[id] = registration;
    this.trigger('registrations-changed');
  }

  deregisterView(id: string): void {
    delete this.registrations[id];
    this.trigger('registrations-changed');
  }
}
