import type { App, SettingControl, SettingNumberControl, TFile, TFolder } from 'obsidian';
import { AbstractInputSuggest } from '../overlays/popover-suggest';
import type { Setting } from './setting';
import type { TextComponent } from '../elements/setting-inputs';

/** Where the controls of a tab read and write. */
export interface ControlStore {
  readonly app: App;
  getControlValue(key: string): unknown;
  setControlValue(key: string, value: unknown): void | Promise<void>;
  refreshDomState(): void;
}

class PathSuggest extends AbstractInputSuggest<string> {
  constructor(
    app: App,
    inputEl: HTMLInputElement,
    private readonly paths: () => readonly string[],
  ) {
    super(app, inputEl);
  }

  protected getSuggestions(query: string): string[] {
    return this.paths().filter((path) => path.toLowerCase().includes(query.toLowerCase()));
  }

  renderSuggestion(path: string, el: HTMLElement): void {
    el.setText(path);
  }
}

function suggestPaths(app: App, component: TextComponent, paths: () => readonly string[]): void {
  const suggest = new PathSuggest(app, component.inputEl, paths);
  suggest.onSelect((path) => {
    component.setValue(path);
    component.onChanged();
    suggest.close();
  });
}

function filePaths(app: App, filter: ((file: TFile) => boolean) | undefined): string[] {
  return app.vault
    .getFiles()
    .filter((file) => filter?.(file) ?? true)
    .map((file) => file.path);
}

function folderPaths(app: App, filter: ((folder: TFolder) => boolean) | undefined, includeRoot: boolean): string[] {
  return app.vault
    .getAllFolders(includeRoot)
    .filter((folder) => filter?.(folder) ?? true)
    .map((folder) => folder.path);
}

function numberFault(text: string, min: number | undefined, max: number | undefined): string | null {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) return 'Enter a number.';
  if (min !== undefined && value < min) return `Must be at least ${min}.`;
  if (max !== undefined && value > max) return `Must be at most ${max}.`;
  return null;
}

/** Puts the control of a definition into its row: reads its value, checks and keeps what the user makes of it. */
export function addControl(setting: Setting, control: SettingControl, store: ControlStore): void {
  const stored = store.getControlValue(control.key) ?? control.defaultValue;
  const { validate } = control as { validate?: (value: unknown) => string | void | Promise<string | void> };
  let asked = 0;
  const check = async (value: unknown): Promise<boolean> => {
    asked += 1;
    const question = asked;
    const fault = (await validate?.(value)) || null;
    if (question !== asked) return false;
    setting.setErrorMessage(fault);
    return fault === null;
  };
  const keep = async (value: unknown): Promise<void> => {
    if (!(await check(value))) return;
    await store.setControlValue(control.key, value);
    store.refreshDomState();
  };
  draw(setting, control, stored, store.app, (value) => {
    void keep(value);
  });
  if (stored !== undefined && validate) void check(stored);
}

function draw(
  setting: Setting,
  control: SettingControl,
  stored: unknown,
  app: App,
  keep: (value: unknown) => void,
): void {
  const text = typeof stored === 'string' || typeof stored === 'number' ? String(stored) : '';
  switch (control.type) {
    case 'toggle':
      setting.addToggle((toggle) => toggle.setValue(stored === true).onChange(keep));
      break;
    case 'dropdown':
      setting.addDropdown((dropdown) => dropdown.addOptions(control.options).setValue(text).onChange(keep));
      break;
    case 'slider':
      setting.addSlider((slider) => {
        slider
          .setLimits(control.min, control.max, control.step)
          .setValue(Number(stored ?? control.min))
          .onChange(keep);
        if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
      });
      break;
    case 'color':
      setting.addColorPicker((color) => color.setValue(text || '#000000').onChange(keep));
      break;
    case 'textarea':
      setting.setClass('mod-textarea');
      setting.addTextArea((area) => {
        area
          .setPlaceholder(control.placeholder ?? '')
          .setValue(text)
          .onChange(keep);
        area.inputEl.rows = control.rows ?? 4;
      });
      break;
    case 'number':
      drawNumber(setting, control, text, keep);
      break;
    default:
      setting.addText((field) => {
        field
          .setPlaceholder(control.placeholder ?? '')
          .setValue(text)
          .onChange(keep);
        if (control.type === 'file') suggestPaths(app, field, () => filePaths(app, control.filter));
        if (control.type === 'folder')
          suggestPaths(app, field, () => folderPaths(app, control.filter, control.includeRoot ?? false));
      });
  }
}

function drawNumber(
  setting: Setting,
  control: SettingNumberControl,
  text: string,
  keep: (value: unknown) => void,
): void {
  setting.addText((field) => {
    field.inputEl.setAttrs({
      type: 'number',
      min: control.min ?? null,
      max: control.max ?? null,
      step: control.step ?? 'any',
    });
    field
      .setPlaceholder(control.placeholder ?? '')
      .setValue(text)
      .onChange((typed) => {
        const fault = numberFault(typed, control.min, control.max);
        if (fault) setting.setErrorMessage(fault);
        else keep(Number(typed));
      });
  });
}
