import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { BasesPropertyId, BasesViewRegistration, PluginManifest } from 'obsidian';
import {
  BasesEntry,
  BasesEntryGroup,
  BasesQueryResult,
  BasesView,
  BasesViewConfig,
  BooleanValue,
  DateValue,
  DurationValue,
  LinkValue,
  ListValue,
  NullValue,
  NumberValue,
  ObjectValue,
  Plugin,
  QueryController,
  RenderContext,
  StringValue,
  TagValue,
  UrlValue,
  Value,
} from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';
import { installVirtualTime, type VirtualTime } from '../host/virtual-time';

let time: VirtualTime;
beforeEach(() => {
  time = installVirtualTime();
});
afterEach(() => time.end());
/** Lets all come that is to, however busy the machine is. */
const settled = (): Promise<void> => time.advance(200);
const manifest: PluginManifest = {
  id: 'probe',
  name: 'Probe',
  author: '',
  version: '1.0.0',
  minAppVersion: '1.13.0',
  description: '',
};

const NOTES = {
  'Customers/One.md':
    '---\naccount: "[[Acme]]"\ndate: "2026-11-12"\nrank: 2\ntags: [type/customer]\nopen: true\nsite: https://example.com\n---\n',
  'Customers/Two.md': '---\naccount: "[[Acme]]"\nrank: 10\ntags: [type/customer]\n---\n',
  'Customers/Three.md': '---\naccount: Zeta\n---\n',
  'Customers/None.md': 'no properties #type/customer\n',
  'Other.md': '---\naccount: "[[Acme]]"\n---\n',
};

/** A view that writes down what it was given. */
class ProbeView extends BasesView {
  override type = 'probe';
  static log: string[] = [];

  constructor(
    controller: QueryController,
    private readonly el: HTMLElement,
  ) {
    super(controller);
  }

  override onload(): void {
    ProbeView.log.push('load');
  }
  override onunload(): void {
    ProbeView.log.push('unload');
  }

  onDataUpdated(): void {
    const groups = this.data.groupedData.map(
      (group) =>
        `${group.hasKey() ? String(group.key) : '-'}: ${group.entries.map(({ file }) => file.basename).join(' ')}`,
    );
    ProbeView.log.push(groups.join('; '));
    this.el.setText(groups.join('; '));
  }
}

const registration = {
  name: 'Probe',
  icon: 'star',
  factory: (controller: QueryController, el: HTMLElement) => new ProbeView(controller, el),
} as unknown as BasesViewRegistration;

async function open(
  base: string,
  prepare: (app: App) => unknown = () => undefined,
): Promise<{ app: App; el: HTMLElement }> {
  ProbeView.log = [];
  const app = createApp({ files: { ...NOTES, 'List.base': base } });
  await prepare(app);
  app.start();
  document.body.replaceChildren(app.workspace.containerEl);
  await app.workspace.openLinkText('List.base', '');
  await settled();
  return { app, el: document.body.find('[data-type="bases"] .view-content') };
}

const enableProbe = (app: App) =>
  app.plugins.enable(
    manifest,
    class extends Plugin {
      override onload(): void {
        expect(this.registerBasesView('probe', registration)).toBe(true);
      }
    },
  );

const BASE = 'filters: file.inFolder("Customers")\nviews:\n  - type: probe\n    name: Probe\n    groupBy: account\n';

describe('values', () => {
  test('say what they are, whether they hold, and whether they are equal', () => {
    const app = createApp();
    expect(
      [
        new StringValue('a'),
        new NumberValue(0),
        new BooleanValue(true),
        NullValue.value,
        new TagValue('x'),
        new ListValue(['a', 1]),
        new ObjectValue({ a: 1 }),
      ].map((value) => [value.toString(), value.isTruthy()]),
    ).toEqual([
      ['a', true],
      ['0', false],
      ['true', true],
      ['', false],
      ['#x', true],
      ['a, 1', true],
      ['{"a":1}', true],
    ]);
    expect(Value.equals(new StringValue('1'), new NumberValue(1))).toBe(false);
    expect(Value.looseEquals(new StringValue('1'), new NumberValue(1))).toBe(true);
    expect(Value.equals(new StringValue('1'), new StringValue('1'))).toBe(true);
    expect(new ListValue(['a']).concat(new ListValue(['b'])).includes(new StringValue('b'))).toBe(true);
    expect(new ListValue([]).get(0)).toBe(NullValue.value);
    expect(LinkValue.parseFromString(app.asObsidian(), 'Acme', '')).toBeNull();
  });

  test('days and spans of time', () => {
    const day = DateValue.parseFromString('2026-11-12');
    expect(day?.toString()).toBe('2026-11-12');
    expect(DateValue.parseFromString('2026-11-12T10:20')?.dateOnly().toString()).toBe('2026-11-12');
    expect([
      DateValue.parseFromString('12.11.2026'),
      DateValue.parseFromString('2026-13-40'),
      DurationValue.parseFromString('a day'),
    ]).toEqual([null, null, null]);
    expect(day && DurationValue.parseFromString('P1D')?.addToDate(day).dateOnly().toString()).toBe('2026-11-13');
  });

  test('of a note are of the kind that its front matter shows', () => {
    const app = createApp({ files: NOTES });
    app.start();
    const entry = (path: string): BasesEntry =>
      new BasesEntry(app.asObsidian(), app.vault.getFileByPath(path) as never);
    const one = entry('Customers/One.md');
    const kinds = (['account', 'date', 'rank', 'tags', 'open', 'site'] as const).map(
      (name) => one.getValue(`note.${name}`)?.constructor,
    );
    expect(kinds).toEqual([LinkValue, DateValue, NumberValue, ListValue, BooleanValue, UrlValue]);
    expect(one.getValue('note.account')?.toString()).toBe('[[Acme]]');
    expect(one.getValue('note.constructor')).toBe(NullValue.value);
    expect(one.getValue('file.folder')?.toString()).toBe('Customers');
    expect([one.getValue('file.nothing'), one.getValue('formula.x')]).toEqual([null, null]);
    const el = createDiv();
    one.getValue('note.account')?.renderTo(el, new RenderContext());
    expect(el.find('a.internal-link').textContent).toBe('Acme');
  });
});

test('a view can be made by its factory and given a result by hand', () => {
  const app = createApp({ files: NOTES });
  app.start();
  ProbeView.log = [];
  const entry = new BasesEntry(app.asObsidian(), app.vault.getFileByPath('Other.md') as never);
  const el = createDiv();
  const view = registration.factory(new QueryController(app.asObsidian()), el);
  view.config = new BasesViewConfig(
    { type: 'probe', name: 'By hand', order: ['file.name', 'rank'], limit: 3, by: 'account' },
    { 'note.rank': 'Rank' },
  );
  view.data = new BasesQueryResult([
    new BasesEntryGroup(new StringValue('Acme'), [entry]),
    new BasesEntryGroup(NullValue.value, []),
  ]);
  view.onDataUpdated();
  expect(el.textContent).toBe('Acme: Other; -: ');
  expect(view.data.data).toEqual([entry]);
  expect([
    view.config.get('limit'),
    view.config.get('toString'),
    view.config.getAsPropertyId('by'),
    view.config.getAsPropertyId('limit'),
  ]).toEqual([3, undefined, 'note.account', null]);
  expect(view.config.getOrder()).toEqual(['file.name', 'note.rank']);
  expect(
    (['note.rank', 'file.name', 'note.other'] as BasesPropertyId[]).map((id) => view.config.getDisplayName(id)),
  ).toEqual(['Rank', 'file name', 'other']);
});

test('a base is drawn by the view that a plugin registered, follows the notes, and is a table again without the plugin', async () => {
  const { app, el } = await open(BASE, enableProbe);
  expect(ProbeView.log).toEqual(['load', '[[Acme]]: One Two; Zeta: Three; -: None']);
  app.doors.outside.write('Customers/Four.md', '---\naccount: Zeta\n---\n');
  await settled();
  expect(el.find('.bases-view').textContent).toBe('[[Acme]]: One Two; Zeta: Four Three; -: None');
  await app.plugins.unload('probe');
  expect(ProbeView.log.at(-1)).toBe('unload');
  expect(el.findAll('tbody').map((group) => group.textContent)).toEqual([
    '[[Acme]]OneTwo',
    'ZetaFourThree',
    'NoneNone',
  ]);
});

test('where bases are switched off, nothing is registered', async () => {
  let answer: boolean | null = null;
  const { el } = await open(BASE, async (app) => {
    app.internalPlugins.getPluginById('bases').enabled = false;
    await app.plugins.enable(
      manifest,
      class extends Plugin {
        override onload(): void {
          answer = this.registerBasesView('probe', registration);
        }
      },
    );
  });
  expect(answer).toBe(false);
  expect(el.textContent).toBe('This base cannot be shown: Bases are switched off.');
});

test.each([
  ['file.hasTag("type")', 'NoneOneTwo'],
  ['\'!file.hasTag("type/customer")\'', 'ThreeOther'],
  ['{ and: [file.inFolder("Customers"), { not: [file.hasTag("type")] }] }', 'Three'],
  ['{ or: [file.hasTag("none"), file.inFolder("Nowhere")] }', ''],
])('a table lists the notes that pass %s', async (filter, shown) => {
  const { el } = await open(`filters: ${filter}\n`);
  expect(
    el
      .findAll('td')
      .map((cell) => cell.textContent)
      .join(''),
  ).toBe(shown);
});

test('what is no query here is said, not guessed', async () => {
  const { el } = await open('filters: status == "open"\n');
  expect(el.textContent).toContain('This base cannot be shown: the filter status == "open" is left out here.');
  expect((await open('a: [')).el.textContent).toContain('This base cannot be shown');
});

test('a table has the order, the names and the sort of its view, and another view can be chosen', async () => {
  const base =
    'filters: file.inFolder("Customers")\nproperties:\n  rank:\n    displayName: Rank\nviews:\n  - type: table\n    name: A\n    order: [rank, file.name]\n    sort:\n      - property: rank\n        direction: DESC\n  - type: probe\n    name: B\n';
  const { el } = await open(base, enableProbe);
  expect(el.findAll('th').map((head) => head.textContent)).toEqual(['Rank', 'file name']);
  expect(el.findAll('tbody tr').map((row) => row.textContent)).toEqual(['10Two', '2One', 'None', 'Three']);
  const choice = el.find('select') as HTMLSelectElement;
  choice.value = '1';
  choice.dispatchEvent(new Event('change'));
  expect(ProbeView.log).toEqual(['load', '-: None One Three Two']);
});

test('what a view sets is kept in the file, and the data come anew', async () => {
  let config: { set(key: string, value: unknown): void } | null = null;
  const taking = {
    ...registration,
    factory: (controller: QueryController, el: HTMLElement) => {
      const view = new ProbeView(controller, el);
      config = { set: (key, value) => view.config.set(key, value) };
      return view;
    },
  };
  const { app } = await open(BASE, (host) => {
    host.internalPlugins.getPluginById('bases').instance.registerView('probe', taking as never);
  });
  (config as unknown as { set(key: string, value: unknown): void }).set('limit', 5);
  await settled();
  expect(ProbeView.log).toHaveLength(3);
  app.workspace.activeLeaf?.detach();
  await settled();
  expect(app.doors.outside.read('List.base')).toContain('limit: 5');
});
