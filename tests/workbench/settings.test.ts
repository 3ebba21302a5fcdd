import { beforeEach, expect, test } from '@jest/globals';
import type { PluginManifest, SettingDefinitionItem } from 'obsidian';
import { Plugin, PluginSettingTab, Setting } from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';

const manifest: PluginManifest = {
  id: 'probe',
  name: 'Probe',
  author: '',
  version: '1.0.0',
  minAppVersion: '1.13.0',
  description: '',
};

class ProbePlugin extends Plugin {
  override settings: Record<string, unknown> = { tag: 'type/customer', on: false };
}

let app: App;
let plugin: ProbePlugin;

beforeEach(async () => {
  document.body.replaceChildren();
  app = createApp();
  app.start();
  plugin = (await app.plugins.enable(manifest, ProbePlugin)) as unknown as ProbePlugin;
});

function show(items: () => SettingDefinitionItem[]): PluginSettingTab {
  class Tab extends PluginSettingTab {
    override getSettingDefinitions(): SettingDefinitionItem[] {
      return items();
    }
  }
  const tab = new Tab(app.asObsidian(), plugin);
  app.setting.addSettingTab(tab);
  app.setting.openTabById('probe');
  return tab;
}

function row(name: string): HTMLElement {
  const found = Array.from(document.querySelectorAll<HTMLElement>('.setting-item')).find(
    (el) => el.find('.setting-item-name').textContent === name,
  );
  if (!found) throw new Error(`no setting "${name}"`);
  return found;
}

function fill(name: string, value: string, event = 'input'): void {
  const field = row(name).find('input, select, textarea') as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event(event, { bubbles: true }));
}

const settle = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done);
  });

test('every kind of control shows what is stored and keeps what is made of it', async () => {
  show(() => [
    { name: 'Switch', control: { type: 'toggle', key: 'on' } },
    { name: 'Text', control: { type: 'text', key: 'tag' } },
    { name: 'Area', control: { type: 'textarea', key: 'area' } },
    { name: 'Choice', control: { type: 'dropdown', key: 'sort', options: { a: 'A', b: 'B' }, defaultValue: 'a' } },
    { name: 'Number', control: { type: 'number', key: 'days', min: 1, max: 90, defaultValue: 7 } },
    { name: 'Slide', control: { type: 'slider', key: 'width', min: 0, max: 10, step: 1 } },
    { name: 'Colour', control: { type: 'color', key: 'colour', defaultValue: '#102030' } },
  ]);
  expect((row('Text').find('input') as HTMLInputElement).value).toBe('type/customer');
  expect((row('Number').find('input') as HTMLInputElement).value).toBe('7');
  row('Switch').find('.checkbox-container').click();
  fill('Text', 'type/partner');
  fill('Area', 'two\nlines');
  fill('Choice', 'b', 'change');
  fill('Number', '30');
  fill('Slide', '4', 'change');
  fill('Colour', '#ffffff');
  await settle();
  const expected = {
    on: true,
    tag: 'type/partner',
    area: 'two\nlines',
    sort: 'b',
    days: 30,
    width: 4,
    colour: '#ffffff',
  };
  expect(plugin.settings).toEqual(expected);
  expect(await plugin.loadData()).toEqual(expected);
});

test('a value that does not pass is told at its field and not kept', async () => {
  show(() => [
    {
      name: 'Text',
      control: {
        type: 'text',
        key: 'tag',
        validate: (value) => (value.includes(' ') ? 'A tag holds no space.' : undefined),
      },
    },
    { name: 'Number', control: { type: 'number', key: 'days', min: 1, max: 90 } },
  ]);
  fill('Text', 'a b');
  fill('Number', '120');
  await settle();
  expect(row('Text').find('[role="alert"]').textContent).toBe('A tag holds no space.');
  expect(row('Text').find('input').getAttr('aria-invalid')).toBe('true');
  expect(row('Number').find('[role="alert"]').textContent).toBe('Must be at most 90.');
  expect(plugin.settings).toEqual({ tag: 'type/customer', on: false });
  fill('Text', 'ab');
  await settle();
  expect(row('Text').find('[role="alert"]')).toBeNull();
  expect(plugin.settings['tag']).toBe('ab');
});

test('what is stored is checked when it is shown', async () => {
  plugin.settings['tag'] = 'a b';
  show(() => [
    {
      name: 'Text',
      control: {
        type: 'text',
        key: 'tag',
        validate: (value) => (value.includes(' ') ? 'A tag holds no space.' : undefined),
      },
    },
  ]);
  await settle();
  expect(row('Text').find('[role="alert"]').textContent).toBe('A tag holds no space.');
});

test('rows come and go, and are switched off, with what other settings say', async () => {
  show(() => [
    { name: 'Switch', control: { type: 'toggle', key: 'on' } },
    { name: 'Only then', visible: () => plugin.settings['on'] === true, control: { type: 'text', key: 'x' } },
    { name: 'Only usable then', control: { type: 'text', key: 'y', disabled: () => plugin.settings['on'] !== true } },
  ]);
  const field = row('Only usable then').find('input') as HTMLInputElement;
  expect([row('Only then').isShown(), field.disabled]).toEqual([false, true]);
  row('Switch').find('.checkbox-container').click();
  await settle();
  expect([row('Only then').isShown(), field.disabled]).toEqual([true, false]);
});

test('groups, lists, pages and actions', () => {
  let names = ['one', 'two'];
  const pressed: string[] = [];
  const tab: PluginSettingTab = show(() => [
    { type: 'group', heading: 'Reading', items: [{ name: 'Inside', control: { type: 'toggle', key: 'on' } }] },
    {
      type: 'list',
      heading: 'Names',
      items: names.map((name) => ({ name })),
      emptyState: 'None yet.',
      onDelete: (at) => {
        names = names.filter((_, index) => index !== at);
      },
      addItem: {
        name: 'Add a name',
        action: () => {
          pressed.push('add');
        },
      },
    },
    {
      type: 'page',
      name: 'More',
      displayValue: '3',
      items: [
        {
          name: 'Deep',
          action: () => {
            pressed.push('deep');
          },
        },
      ],
    },
  ]);
  expect(row('Reading').hasClass('setting-item-heading')).toBe(true);
  (document.querySelector('[aria-label="Add a name"]') as HTMLElement).click();
  row('one').find('[aria-label="Delete"]').click();
  expect(() => row('one')).toThrow();
  row('two').find('[aria-label="Delete"]').click();
  expect(tab.containerEl.textContent).toContain('None yet.');
  row('More').click();
  expect(tab.containerEl.find('.setting-page-title').textContent).toBe('More');
  row('Deep').click();
  expect(pressed).toEqual(['add', 'deep']);
  tab.containerEl.find('[aria-label="Back"]').click();
  expect(row('More')).toBeTruthy();
});

test('a row can draw itself, and is told before it goes', () => {
  let gone = 0;
  show(() => [
    {
      name: 'Own',
      render: (setting) => {
        setting.setDesc('drawn by hand');
        return () => {
          gone += 1;
        };
      },
    },
  ]);
  expect(row('Own').find('.setting-item-description').textContent).toBe('drawn by hand');
  app.setting.close();
  expect(gone).toBe(1);
});

test('a row made by hand names its controls and shows an error', () => {
  const setting = new Setting(document.body)
    .setName('Folder')
    .addText((text) => text.setValue('x'))
    .addButton((button) => button.setButtonText('Choose'));
  setting.setErrorMessage('No such folder.');
  expect(setting.controlEl.find('input').getAttr('aria-label')).toBe('Folder');
  expect(setting.settingEl.textContent).toContain('No such folder.');
  setting.setErrorMessage(null).setDisabled(true);
  expect(setting.errorEl).toBeNull();
  expect((setting.controlEl.find('button') as HTMLButtonElement).disabled).toBe(true);
});
