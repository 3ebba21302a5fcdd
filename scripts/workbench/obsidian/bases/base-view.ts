import '../elements/dom';
import type {
  App,
  BasesConfigFile,
  BasesConfigFileView,
  BasesPropertyId,
  BasesView as ObsidianBasesView,
  TFile,
} from 'obsidian';
import { propertiesOf, readBase, runBase } from './base-query';
import { type BasesQueryResult, BasesViewConfig, QueryController } from './bases';
import type { BasesEntry } from './bases-entry';
import { internal, type Leaf } from '../internals';
import { debounce } from '../base/text';
import { TextFileView } from '../views/text-file-view';
import { stringifyYaml } from '../metadata/yaml';

const TABLE: BasesConfigFileView = { type: 'table', name: 'Table' };

/** A `.base` file: one of its views, drawn by the plugin that registered its type, else as a table. */
export class BaseFileView extends TextFileView {
  override icon = 'layout-list';
  private readonly headerBoxEl: HTMLElement;
  private readonly boxEl: HTMLElement;
  private base: BasesConfigFile = {};
  private config: BasesViewConfig | null = null;
  private controller: QueryController | null = null;
  private drawn: ObsidianBasesView | null = null;
  private shown = 0;
  private readonly updateSoon = debounce(() => this.update(), 50);

  constructor(leaf: Leaf) {
    super(leaf);
    this.headerBoxEl = this.contentEl.createDiv({ cls: 'bases-header' });
    this.boxEl = this.contentEl.createDiv({ cls: 'bases-view' });
  }

  getViewType(): string {
    return 'bases';
  }

  override onload(): void {
    super.onload();
    const { vault, metadataCache } = this.app;
    this.registerEvent(
      metadataCache.on('changed', () => {
        this.updateSoon();
      }),
    );
    for (const event of ['create', 'delete', 'rename'] as const)
      this.registerEvent(
        vault.on(event as 'create', () => {
          this.updateSoon();
        }),
      );
    this.registerEvent(
      internal(this.app)
        .internalPlugins.getPluginById('bases')
        .instance.on('registrations-changed', () => this.show()),
    );
  }

  getViewData(): string {
    return this.data;
  }

  setViewData(data: string, _clear: boolean): void {
    this.clear();
    try {
      this.base = readBase(data);
      this.show();
    } catch (error) {
      this.fail(error);
    }
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.shown = 0;
    await super.onLoadFile(file);
  }

  clear(): void {
    if (this.controller) this.removeChild(this.controller);
    this.controller = null;
    this.config = null;
    this.drawn = null;
    this.headerBoxEl.empty();
    this.boxEl.empty();
  }

  /** Makes the chosen view anew. */
  private show(): void {
    const { base } = this;
    this.clear();
    const bases = internal(this.app).internalPlugins.getEnabledPluginById('bases');
    if (!bases) return this.fail('Bases are switched off');
    const views = base.views && base.views.length > 0 ? base.views : [TABLE];
    const view = views[this.shown] ?? TABLE;
    this.chooser(views);
    this.controller = this.addChild(new QueryController(this.app));
    this.config = new BasesViewConfig(view as never, displayNames(base), () => this.keep());
    if (Object.hasOwn(bases.registrations, view.type))
      this.drawn = bases.registrations[view.type]?.factory(this.controller, this.boxEl) ?? null;
    if (this.drawn) {
      this.drawn.config = this.config;
      this.controller.addChild(this.drawn);
    }
    this.update();
  }

  /** Asks for the notes again and hands them to the view. */
  private update(): void {
    const { config, drawn } = this;
    if (!config) return;
    try {
      const result = runBase(this.app, this.base, config);
      if (!drawn) return drawBaseTable(this.app, this.boxEl, result, config);
      drawn.allProperties = propertiesOf(this.app, result.data);
      drawn.data = result;
      drawn.onDataUpdated();
    } catch (error) {
      this.fail(error);
    }
  }

  /** The view has set something: it is kept in the file, and the data come anew. */
  private keep(): void {
    this.data = stringifyYaml(this.base);
    this.requestSave();
    this.updateSoon();
  }

  private chooser(views: readonly BasesConfigFileView[]): void {
    const choice = this.headerBoxEl.createEl('select', { cls: 'dropdown', attr: { 'aria-label': 'View' } });
    views.forEach(({ name }, at) => choice.createEl('option', { text: name, value: String(at) }));
    choice.value = String(this.shown);
    choice.addEventListener('change', () => {
      this.shown = Number(choice.value);
      this.show();
    });
  }

  private fail(reason: unknown): void {
    this.clear();
    this.boxEl.createDiv({
      cls: 'bases-error',
      text: `This base cannot be shown: ${reason instanceof Error ? reason.message : String(reason)}.`,
    });
  }
}

function displayNames({ properties = {} }: BasesConfigFile): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, { displayName } = {}]) =>
      typeof displayName === 'string' ? [[name, displayName]] : [],
    ),
  );
}

/** Draws what a base lists as a plain table, group after group. */
function drawBaseTable(app: App, el: HTMLElement, result: BasesQueryResult, config: BasesViewConfig): void {
  const columns = result.properties.length > 0 ? result.properties : ['file.name' as const];
  el.empty();
  const table = el.createDiv({ cls: 'markdown-rendered' }).createEl('table', { cls: 'bases-table' });
  const head = table.createEl('thead').createEl('tr');
  for (const column of columns) head.createEl('th', { text: config.getDisplayName(column) });
  for (const group of result.groupedData) {
    const body = table.createEl('tbody');
    if (group.key)
      body.createEl('tr').createEl('th', {
        text: group.hasKey() ? group.key.toString() : 'None',
        attr: { colspan: columns.length, scope: 'rowgroup' },
      });
    for (const entry of group.entries) {
      const row = body.createEl('tr');
      for (const column of columns) drawCell(app, row.createEl('td'), entry, column);
    }
  }
}

function drawCell(app: App, cell: HTMLElement, entry: BasesEntry, column: BasesPropertyId): void {
  if (column !== 'file.name') {
    entry.getValue(column)?.renderTo(cell, app.renderContext);
    return;
  }
  cell
    .createEl('a', { cls: 'internal-link', text: entry.file.basename, href: entry.file.path })
    .addEventListener('click', (event) => {
      event.preventDefault();
      void app.workspace.openLinkText(entry.file.path, '');
    });
}
