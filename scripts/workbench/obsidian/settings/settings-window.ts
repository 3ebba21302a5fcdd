import type { App, SettingTab as ObsidianSettingTab } from 'obsidian';
import { setIcon } from '../elements/icons';
import { Modal } from '../overlays/modal';
import { PluginSettingTab, type SettingTab } from './setting-tab';

/** The settings: tabs at the side, the shown one beside them. */
export class SettingsWindow extends Modal {
  activeTab: SettingTab | null = null;
  private tabs: readonly SettingTab[] = [];
  private readonly tabListEl: HTMLElement;
  private readonly tabContentEl: HTMLElement;

  constructor(app: App) {
    super(app);
    this.modalEl.addClasses(['mod-settings', 'mod-sidebar-layout']);
    this.modalEl.setAttr('aria-label', 'Settings');
    this.contentEl.addClass('vertical-tabs-container');
    this.tabListEl = this.contentEl.createDiv({
      cls: 'vertical-tab-header',
      attr: { role: 'tablist', 'aria-label': 'Settings', 'aria-orientation': 'vertical' },
    });
    this.tabContentEl = this.contentEl.createDiv({ cls: 'vertical-tab-content-container', attr: { role: 'tabpanel' } });
  }

  addSettingTab(added: SettingTab | ObsidianSettingTab): void {
    const tab = added as SettingTab;
    this.tabs = [...this.tabs.filter((other) => other.id !== tab.id), tab];
    tab.update();
    if (this.isOpen) this.drawTabs();
  }

  removeSettingTab(tab: SettingTab | ObsidianSettingTab): void {
    this.tabs = this.tabs.filter((other) => other !== tab);
    if (this.activeTab === tab) this.showTab(this.tabs[0] ?? null);
    else if (this.isOpen) this.drawTabs();
  }

  /** Opens the settings at this tab; null where there is none of that id. */
  openTabById(id: string): SettingTab | null {
    const tab = this.tabs.find((other) => other.id === id) ?? null;
    if (!tab) return null;
    if (this.isOpen) {
      this.showTab(tab);
    } else {
      this.activeTab = tab;
      this.open();
    }
    return tab;
  }

  override onOpen(): void {
    this.showTab(this.activeTab ?? this.tabs[0] ?? null);
  }

  override onClose(): void {
    this.activeTab?.leave();
  }

  private showTab(tab: SettingTab | null): void {
    this.activeTab?.leave();
    this.activeTab = tab;
    if (!this.isOpen) return;
    this.drawTabs();
    this.tabContentEl.empty();
    if (!tab) return;
    this.tabContentEl.appendChild(tab.containerEl);
    tab.show();
  }

  private drawTabs(): void {
    this.tabListEl.empty();
    const own = this.tabs.filter((tab) => !(tab instanceof PluginSettingTab));
    const plugins = this.tabs.filter((tab) => tab instanceof PluginSettingTab);
    for (const [title, tabs] of [
      ['Options', own],
      ['Community plugins', plugins],
    ] as const) {
      if (tabs.length === 0) continue;
      const group = this.tabListEl.createDiv({ cls: 'vertical-tab-header-group', attr: { role: 'presentation' } });
      group.createDiv({ cls: 'vertical-tab-header-group-title', text: title });
      for (const tab of tabs)
        this.drawTab(group.createDiv({ cls: 'vertical-tab-header-group-items', attr: { role: 'presentation' } }), tab);
    }
  }

  private drawTab(parent: HTMLElement, tab: SettingTab): void {
    const active = tab === this.activeTab;
    const item = parent.createDiv({
      cls: ['vertical-tab-nav-item', 'tappable', active ? 'is-active' : ''],
      attr: { role: 'tab', tabindex: 0, 'aria-selected': String(active), 'data-setting-id': tab.id },
    });
    setIcon(item.createDiv({ cls: 'vertical-tab-nav-item-icon' }), tab.icon);
    item.createDiv({ cls: 'vertical-tab-nav-item-title', text: tab.name });
    const show = (): void => this.showTab(tab);
    item.addEventListener('click', show);
    item.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      show();
      this.tabListEl.find('.is-active').focus();
    });
  }
}
