import { debounce, PluginSettingTab, type App, type Plugin, type SettingDefinitionItem } from 'obsidian';
import type { Store } from '../../core/base/store';
import { readSettings, type Settings } from '../../core/settings';
import { settingDefinitions, textOf, type SettingsOffers } from './setting-definitions';

/** What the tab needs of the rest of the plugin. */
export interface SettingsParts extends SettingsOffers {
  readonly settings: Store<Settings> & { change(values: Partial<Settings>): void };
}

/**
 * Notes are read again when some of the settings change: not after each letter, but when the typing rests for this
 * long, in milliseconds.
 */
const REST_MS = 600;

/** The choice of a setting that is null: no value that any of them may have. */
const NOT_SET = 'none';

/** The plugin's tab in the settings, drawn by Obsidian from one table of definitions. */
export class SettingsTab extends PluginSettingTab {
  override icon = 'building-2';
  /** What was typed and is right, but not taken over yet. */
  private typed: Partial<Settings> = {};
  private readonly takeOverSoon = debounce(() => this.takeOver(), REST_MS, true);

  constructor(
    app: App,
    plugin: Plugin,
    private readonly parts: SettingsParts,
  ) {
    super(app, plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem<keyof Settings>[] {
    return settingDefinitions(this.app, this.parts);
  }

  override getControlValue(key: keyof Settings): unknown {
    const settings = { ...this.parts.settings.get(), ...this.typed };
    return textOf(key)?.print(settings) ?? settings[key] ?? NOT_SET;
  }

  override setControlValue(key: keyof Settings, value: unknown): void {
    const text = textOf(key);
    if (text === null) {
      this.parts.settings.change(readSettings({ ...this.parts.settings.get(), [key]: value }));
      return;
    }
    const parsed = text.parse(String(value));
    if (!parsed.ok) return;
    this.typed = { ...this.typed, ...parsed.value };
    this.takeOverSoon();
  }

  override hide(): void {
    this.takeOver();
    super.hide();
  }

  private takeOver(): void {
    this.takeOverSoon.cancel();
    const { typed } = this;
    this.typed = {};
    if (Object.keys(typed).length > 0) this.parts.settings.change(typed);
  }
}
