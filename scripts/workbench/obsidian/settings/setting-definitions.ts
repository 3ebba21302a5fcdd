import type {
  SettingDefinition,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
} from 'obsidian';
import { setIcon } from '../elements/icons';
import { Setting, SettingGroup } from './setting';
import { addControl, type ControlStore } from './setting-controls';

type Group = SettingDefinitionGroup | SettingDefinitionList;
type Row = SettingDefinition | SettingDefinitionPage;

/** Rows that can change while they stand: each looks again whether it is seen and usable. */
export interface DrawnSettings {
  refresh(): void;
  /** Runs what the rows want run before they go. */
  destroy(): void;
}

function ask<T>(value: T | (() => T) | undefined, otherwise: T): T {
  return typeof value === 'function' ? (value as () => T)() : (value ?? otherwise);
}

function isGroup(item: SettingDefinitionItem): item is Group {
  return 'type' in item && (item.type === 'group' || item.type === 'list');
}

function isPage(item: SettingDefinitionItem): item is SettingDefinitionPage {
  return 'type' in item && item.type === 'page';
}

class Drawing implements DrawnSettings {
  private readonly refreshers: (() => void)[] = [];
  private readonly cleanups: (() => void)[] = [];

  constructor(
    private readonly store: ControlStore,
    private readonly openPage: (page: SettingDefinitionPage) => void,
    private readonly onChanged: () => void,
  ) {}

  refresh(): void {
    for (const refresh of this.refreshers) refresh();
  }

  destroy(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
  }

  /** Rows that stand together without a group of their own share one box. */
  items(containerEl: HTMLElement, items: readonly SettingDefinitionItem[]): void {
    let loose: SettingGroup | null = null;
    for (const item of items) {
      if (isGroup(item)) {
        loose = null;
        this.group(containerEl, item);
      } else {
        loose ??= new SettingGroup(containerEl);
        this.row(loose, item, 0);
      }
    }
  }

  private whenVisible(el: HTMLElement, visible: boolean | (() => boolean) | undefined): void {
    const refresh = (): void => el.toggle(ask(visible, true));
    refresh();
    this.refreshers.push(refresh);
  }

  private group(containerEl: HTMLElement, definition: Group): void {
    const group = new SettingGroup(containerEl);
    const list = definition.type === 'list' ? (definition as SettingDefinitionList) : null;
    if (definition.cls) group.addClass(...definition.cls.split(' '));
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    for (const add of definition.extraButtons ?? []) group.addExtraButton((button) => add(button));
    if (list?.addItem) {
      const { name, action } = list.addItem;
      group.addExtraButton((button) =>
        button
          .setIcon('plus')
          .setTooltip(name)
          .onClick(() => action(button.extraSettingsEl)),
      );
    }
    const rows = (definition.items ?? []).map((item, at) => ({ item, el: this.row(group, item, at, list) }));
    if (list && rows.length === 0 && list.emptyState !== undefined)
      group.listEl.createDiv({ cls: 'setting-list-empty', text: list.emptyState });
    const { search } = definition;
    if (search) {
      group.addSearch((field) =>
        field.setPlaceholder(search.placeholder ?? 'Search').onChange((query) => {
          for (const { item, el } of rows)
            if (!isPage(item))
              el.toggle(query === '' || ask(item.searchable, true) === false || search.match(item, query));
        }),
      );
    }
    this.whenVisible(group.groupEl, definition.visible);
  }

  private row(group: SettingGroup, item: Row, index: number, list: SettingDefinitionList | null = null): HTMLElement {
    const setting = new Setting(group.listEl).setName(item.name);
    if (item.desc !== undefined)
      setting.setDesc(typeof item.desc === 'string' ? item.desc : (item.desc.cloneNode(true) as DocumentFragment));
    if (isPage(item)) this.page(setting, item);
    else if (item.control) {
      const { control } = item;
      addControl(setting, control, this.store);
      this.whenEnabled(setting, control.disabled);
    } else if (item.render) {
      const cleanup = item.render(setting, group);
      if (cleanup) this.cleanups.push(cleanup);
    } else if (item.action) {
      const { action } = item;
      this.pressable(setting, () => {
        if (!ask(item.disabled, false)) action(setting.settingEl, index);
      });
      this.whenEnabled(setting, item.disabled);
    }
    if (list) this.listRow(setting, list, index);
    this.whenVisible(setting.settingEl, item.visible);
    return setting.settingEl;
  }

  private whenEnabled(setting: Setting, disabled: boolean | (() => boolean) | undefined): void {
    const refresh = (): void => {
      setting.setDisabled(ask(disabled, false));
    };
    refresh();
    this.refreshers.push(refresh);
  }

  private page(setting: Setting, page: SettingDefinitionPage): void {
    const shown = ask<string | undefined>(page.displayValue, undefined);
    if (shown !== undefined)
      setting.addDisplayValue((value) => value.setValue(shown).setStatus(ask<'warning' | null>(page.status, null)));
    setIcon(setting.controlEl.createDiv({ cls: 'setting-page-chevron' }), 'chevron-right');
    this.pressable(setting, () => this.openPage(page));
  }

  private pressable(setting: Setting, press: () => void): void {
    const { settingEl } = setting;
    settingEl.addClass('mod-clickable');
    settingEl.setAttrs({ role: 'button', tabindex: 0 });
    settingEl.addEventListener('click', press);
    settingEl.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') press();
    });
  }

  private listRow(setting: Setting, list: SettingDefinitionList, index: number): void {
    const { onDelete, onReorder } = list;
    const { settingEl } = setting;
    if (onDelete) {
      const remove = (): void => {
        onDelete(index);
        this.onChanged();
      };
      setting.addExtraButton((button) => button.setIcon('trash-2').setTooltip('Delete').onClick(remove));
      settingEl.addEventListener('keydown', (event) => {
        if (event.target === settingEl && (event.key === 'Delete' || event.key === 'Backspace')) remove();
      });
    }
    if (!onReorder) return;
    const handle = settingEl.createDiv({
      cls: ['clickable-icon', 'setting-drag-handle'],
      attr: { draggable: 'true', role: 'button', 'aria-label': 'Drag to reorder' },
    });
    setIcon(handle, 'grip-vertical');
    settingEl.prepend(handle);
    handle.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/plain', String(index)));
    settingEl.addEventListener('dragover', (event) => event.preventDefault());
    settingEl.addEventListener('drop', (event) => {
      const from = Number(event.dataTransfer?.getData('text/plain'));
      if (Number.isNaN(from) || from === index) return;
      onReorder(from, index);
      this.onChanged();
    });
  }
}

/** Draws declared settings. `onChanged` is called when a list was changed by its own buttons. */
export function drawSettings(
  containerEl: HTMLElement,
  items: readonly SettingDefinitionItem[],
  store: ControlStore,
  openPage: (page: SettingDefinitionPage) => void,
  onChanged: () => void,
): DrawnSettings {
  const drawing = new Drawing(store, openPage, onChanged);
  drawing.items(containerEl, items);
  return drawing;
}
