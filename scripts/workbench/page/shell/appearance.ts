import type { SettingDefinitionItem } from 'obsidian';
import type { App } from '../../obsidian/app/app';
import { SettingTab } from '../../obsidian/settings/setting-tab';

type Scheme = 'light' | 'dark' | 'system';

const KEY = 'workbench-theme';

function schemeOf(app: App): Scheme {
  const asked = new URLSearchParams(location.search).get('theme') ?? app.loadLocalStorage(KEY);
  return asked === 'light' || asked === 'dark' ? asked : 'system';
}

/** Dresses the page in light or dark. */
export function applyTheme(app: App, scheme: Scheme = schemeOf(app)): void {
  const dark = scheme === 'dark' || (scheme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.body.toggleClass('theme-dark', dark);
  document.body.toggleClass('theme-light', !dark);
  app.workspace.trigger('css-change');
}

/** Keeps the choice and dresses the page in it. */
export function setTheme(app: App, scheme: Scheme): void {
  app.saveLocalStorage(KEY, scheme);
  applyTheme(app, scheme);
}

/** The settings tab of how it looks. */
export class AppearanceTab extends SettingTab {
  override id = 'appearance';
  override name = 'Appearance';
  override icon = 'palette';

  constructor(private readonly host: App) {
    super(host.asObsidian());
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [
      {
        name: 'Base color scheme',
        desc: 'Choose the color scheme of this page.',
        control: {
          type: 'dropdown',
          key: 'theme',
          options: { system: 'Adapt to system', light: 'Light', dark: 'Dark' },
        },
      },
    ];
  }

  getControlValue(): unknown {
    return schemeOf(this.host);
  }

  setControlValue(_key: string, value: unknown): void {
    setTheme(this.host, value as Scheme);
  }
}
