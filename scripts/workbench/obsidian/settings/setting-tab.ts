import '../elements/dom';
import type { App, Plugin, SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import { setIcon } from '../elements/icons';
import { type DrawnSettings, drawSettings } from './setting-definitions';

/** A page of settings that a plugin draws itself. */
export abstract class SettingPage {
  readonly rootEl = createDiv({ cls: 'setting-page' });
  readonly titlebarEl = this.rootEl.createDiv({ cls: 'setting-page-titlebar' });
  readonly containerEl = this.rootEl.createDiv({ cls: 'setting-page-content' });
  title = '';

  abstract display(): void;

  hide(): void {
    /* For those who build on it. */
  }
}

/** A tab of the settings window. */
export abstract class SettingTab {
  icon = 'settings';
  id = '';
  name = '';
  readonly containerEl = createDiv({ cls: 'vertical-tab-content' });
  settingItems: SettingDefinitionItem[] = [];
  private drawn: DrawnSettings | null = null;
  private shownPages: readonly SettingDefinitionPage[] = [];
  private ownPage: SettingPage | null = null;
  private isShown = false;

  constructor(readonly app: App) {}

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  /** Asks for the definitions again; draws them again where the tab is shown. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.isShown && this.settingItems.length > 0) this.draw();
  }

  abstract getControlValue(key: string): unknown;
  abstract setControlValue(key: string, value: unknown): void | Promise<void>;

  refreshDomState(): void {
    this.drawn?.refresh();
  }

  display(): void {
    /* For tabs that draw themselves. */
  }

  hide(): void {
    this.containerEl.empty();
  }

  /** The settings window's way to show the tab: by its definitions, or else by `display`. */
  show(): void {
    this.isShown = true;
    this.update();
    if (this.settingItems.length === 0) this.display();
  }

  /** The settings window's way to put the tab away. */
  leave(): void {
    if (!this.isShown) return;
    this.isShown = false;
    this.leaveDrawn();
    this.shownPages = [];
    this.hide();
  }

  private leaveDrawn(): void {
    this.drawn?.destroy();
    this.drawn = null;
    this.ownPage?.hide();
    this.ownPage = null;
  }

  private draw(): void {
    const scroll = this.containerEl.scrollTop;
    this.leaveDrawn();
    this.containerEl.empty();
    // After an update the open page is the one of the same name.
    this.shownPages = this.shownPages.map((page) => findPage(this.settingItems, page.name) ?? page);
    const page = this.shownPages[this.shownPages.length - 1];
    if (page) this.drawPage(page);
    else this.drawItems(this.containerEl, this.settingItems);
    this.containerEl.scrollTop = scroll;
  }

  private drawItems(el: HTMLElement, items: readonly SettingDefinitionItem[]): void {
    this.drawn = drawSettings(
      el,
      items,
      this,
      (page) => this.openPages([...this.shownPages, page]),
      () => this.update(),
    );
  }

  private drawPage(page: SettingDefinitionPage): void {
    const own = (page.page?.() ?? null) as unknown as SettingPage | null;
    this.ownPage = own;
    const titlebar = own ? own.titlebarEl : this.containerEl.createDiv({ cls: 'setting-page-titlebar' });
    const back = titlebar.createDiv({
      cls: 'clickable-icon',
      attr: { role: 'button', tabindex: 0, 'aria-label': 'Back' },
    });
    setIcon(back, 'chevron-left');
    back.addEventListener('click', () => this.openPages(this.shownPages.slice(0, -1)));
    back.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') back.click();
    });
    titlebar.createDiv({ cls: 'setting-page-title', text: own?.title || page.name });
    if (own) {
      this.containerEl.appendChild(own.rootEl);
      own.display();
    } else {
      this.drawItems(this.containerEl.createDiv({ cls: 'setting-page-content' }), page.items ?? []);
    }
  }

  private openPages(pages: readonly SettingDefinitionPage[]): void {
    this.shownPages = pages;
    this.draw();
  }
}

function findPage(items: readonly SettingDefinitionItem[], name: string): SettingDefinitionPage | null {
  for (const item of items) {
    if (!('type' in item)) continue;
    if (item.type === 'page' && item.name === name) return item;
    const found = findPage(item.items ?? [], name);
    if (found) return found;
  }
  return null;
}

/** The settings of a plugin, kept where the plugin keeps them. */
export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: App,
    readonly plugin: Plugin,
  ) {
    super(app);
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  getControlValue(key: string): unknown {
    return (this.plugin.settings as Record<string, unknown> | undefined)?.[key];
  }

  async setControlValue(key: string, value: unknown): Promise<void> {
    const settings = (this.plugin.settings ??= {}) as Record<string, unknown>;
    settings[key] = value;
    await this.plugin.saveData(settings);
  }
}
