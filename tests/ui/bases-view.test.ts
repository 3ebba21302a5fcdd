import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { BasesViewRegistration, Plugin } from 'obsidian';
import { finish } from '../../src/core/base/steps';
import { createStore } from '../../src/core/base/store';
import { selectGroups } from '../../src/core/graph/groups';
import type { Scene } from '../../src/core/rollup/material';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import type { BasesParts } from '../../src/ui/bases/base-content';
import { registerBasesView } from '../../src/ui/bases/register-bases-view';
import {
  BasesEntry,
  BasesEntryGroup,
  BasesQueryResult,
  BasesViewConfig,
  LinkValue,
  NullValue,
  QueryController,
  StringValue,
} from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';
import { vaultOf } from '../core/graph/vault';
import { installVirtualTime, type VirtualTime } from '../host/virtual-time';

const onError = (what: unknown): void => {
  throw new Error(String(what));
};

const NOTES = {
  'a.md': {
    title: 'A',
    date: '2026-03-01',
    account: 'Aster',
    body: ['- [?] Call Ana. @Myself', '- [x] Sent. ✅ 2026-03-02', '## Decisions', '- Keep the historian.'],
  },
  'b.md': {
    title: 'B',
    date: '2026-03-05',
    account: 'Birch',
    body: ['- [ ] Price the lift.', '## Decisions', '- Rent one. [superseded:: [[a]]]'],
  },
  'c.md': { title: 'C', date: '2026-03-06', account: 'Birch', body: ['Nothing.'] },
};
const sceneOf = (notes: Parameters<typeof vaultOf>[0]): Scene => {
  const graph = vaultOf(notes);
  return {
    graph,
    groups: selectGroups(graph, DEFAULT_SETTINGS),
    viewpoint: { today: '2026-03-10', settings: DEFAULT_SETTINGS },
  };
};

/** Tells each watched element when it can be seen, as the test says. */
class Sight {
  static readonly watched = new Set<Sight>();
  constructor(private readonly tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {}
  observe(): void {
    Sight.watched.add(this);
  }
  disconnect(): void {
    Sight.watched.delete(this);
  }
  static show(isIntersecting: boolean): void {
    Sight.watched.forEach(({ tell }) => tell([{ isIntersecting }]));
  }
}

let app: App;
let time: VirtualTime;
/** Lets all be drawn that is to be, however busy the machine is. */
const drawn = (): Promise<void> => time.advance(200);
const lines = (): readonly string[] =>
  [
    ...document.querySelectorAll(
      '[role="heading"], .account-actions-rollup-row .account-actions-rollup-text, .account-actions-rollup-empty',
    ),
  ].map(({ textContent }) => textContent);

beforeEach(() => {
  time = installVirtualTime();
  Object.assign(window, { IntersectionObserver: Sight });
  app = createApp({ files: { 'a.md': '', 'b.md': '', 'c.md': '', 'map.canvas': '{}' } });
});
afterEach(() => {
  document.body.replaceChildren();
  time.end();
  const left = Sight.watched.size;
  Sight.watched.clear();
  expect(left).toBe(0);
});

const entry = (path: string): BasesEntry => new BasesEntry(app.asObsidian(), app.vault.getFileByPath(path)!);
const result = (
  ...groups: readonly (readonly [StringValue | NullValue | undefined, ...string[]])[]
): BasesQueryResult =>
  new BasesQueryResult(groups.map(([key, ...paths]) => new BasesEntryGroup(key, paths.map(entry))));

/** Opens the view over what is known of the notes, as Obsidian would. */
function open(scene = createStore(sceneOf(NOTES), { onError })) {
  const registered: BasesViewRegistration[] = [];
  const changed = createStore({}, { onError });
  const get = jest.fn(scene.get);
  const rows = {
    today: createStore('2026-03-10' as const, { onError }),
    open: jest.fn(),
    openLink: jest.fn(),
    decide: jest.fn(async (_task: unknown, _decision: unknown) => undefined),
    showDecisionMenu: jest.fn(),
  };
  const parts = {
    app: app.asObsidian(),
    rollups: { scene: get, changed, isRead: () => true },
    rows,
    inSlices: async (steps: Parameters<typeof finish>[0]) => finish(steps),
    onError,
  } as unknown as BasesParts;
  registerBasesView(
    {
      registerBasesView: (_id: string, given: BasesViewRegistration) => {
        registered.push(given);
        return true;
      },
    } as unknown as Plugin,
    parts,
  );
  const parentEl = document.body.createDiv();
  const controller = new QueryController(app.asObsidian());
  const registration = registered[0]!;
  const view = registration.factory(controller, parentEl);
  const chosen: Record<string, unknown> = { type: 'account-actions', name: 'Actions' };
  view.config = new BasesViewConfig(chosen as never);
  void controller.load();
  controller.addChild(view);
  return {
    view,
    controller,
    parentEl,
    rows,
    get,
    chosen,
    scene,
    changed,
    registration,
    async give(data: BasesQueryResult) {
      view.data = data;
      view.onDataUpdated();
      await drawn();
    },
  };
}

describe('the view of bases', () => {
  test('is offered where bases are on; where they are off or not there nothing fails', () => {
    const parts = {} as BasesParts;
    const offered = jest.fn((_id: string, _registration: BasesViewRegistration) => false);
    registerBasesView({ registerBasesView: offered } as unknown as Plugin, parts);
    expect(offered).toHaveBeenCalledWith('account-actions', expect.objectContaining({ name: 'Account actions' }));
    expect(() => registerBasesView({} as Plugin, parts)).not.toThrow();
  });

  test('shows the rows of the notes as the base groups and orders them, and nothing before it is seen', async () => {
    const { give, get, parentEl, controller } = open();
    await give(
      result(
        [new StringValue('late'), 'c.md', 'b.md', 'map.canvas'],
        [new LinkValue(app.asObsidian(), '[[Customers/Aster|Aster]]', ''), 'a.md'],
        [NullValue.value, 'c.md'],
      ),
    );
    expect(get).not.toHaveBeenCalled();
    Sight.show(true);
    await drawn();
    expect(lines()).toEqual(['late', 'Price the lift.', 'Aster', 'Call Ana.', 'Keep the historian.']);
    expect(parentEl.querySelector('.account-actions-base-foot')?.textContent).toBe(
      '3 rows · Not tested in Obsidian itself yet.',
    );
    await give(result([undefined, 'b.md']));
    expect(lines()).toEqual(['Price the lift.']);
    await give(result([new StringValue('one'), 'c.md'], [NullValue.value, 'b.md']));
    expect(lines()).toEqual(['No value', 'Price the lift.']);
    Sight.show(false);
    const before = get.mock.calls.length;
    await give(result([undefined, 'a.md']));
    expect(get.mock.calls.length).toBe(before);
    expect(lines()).toEqual(['No value', 'Price the lift.']);
    Sight.show(true);
    await drawn();
    expect(lines()).toEqual(['Call Ana.', 'Keep the historian.']);
    controller.unload();
    expect(parentEl.childElementCount).toBe(0);
  });

  test('follows the notes while it is seen, and is gone when it is closed', async () => {
    const { give, scene, changed, controller, get } = open();
    Sight.show(true);
    await drawn();
    await give(result([undefined, 'a.md', 'b.md']));
    scene.set(sceneOf({ ...NOTES, 'b.md': { ...NOTES['b.md'], body: ['- [ ] Price two lifts.'] } }));
    changed.set({});
    await drawn();
    expect(lines()).toEqual(['Call Ana.', 'Keep the historian.', 'Price two lifts.']);
    controller.unload();
    const before = get.mock.calls.length;
    changed.set({});
    await drawn();
    expect(get.mock.calls.length).toBe(before);
  });

  test('shows what is chosen in its menu, which offers no choice that changes nothing', async () => {
    const { give, chosen, registration, view, controller } = open();
    Sight.show(true);
    const data = result([undefined, 'a.md', 'b.md']);
    Object.assign(chosen, { show: 'all', tasks: 'all', superseded: true });
    await give(data);
    expect(lines()).toEqual(['Call Ana.', 'Sent.', 'Keep the historian.', 'Price the lift.', 'Rent one.']);
    Object.assign(chosen, { show: 'facts' });
    await give(data);
    expect(lines()).toEqual(['No facts in these notes.']);
    const hidden = (): readonly string[] =>
      registration.options!(view.config).flatMap((option) =>
        option.shouldHide?.() === true && 'key' in option ? [option.key] : [],
      );
    expect(hidden()).toEqual(['tasks', 'superseded']);
    chosen['show'] = 'tasks';
    expect(hidden()).toEqual(['superseded']);
    controller.unload();
  });

  test('shows a page of rows at first, and what is pressed is done with the row', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`Number ${at} of the lift.`, at]));
    const { give, rows, parentEl, controller } = open(
      createStore(
        sceneOf({
          'a.md': {
            title: 'A',
            date: '2026-03-01',
            account: 'Aster',
            body: Object.keys(many).map((text) => `- [?] ${text}`),
          },
        }),
        { onError },
      ),
    );
    Sight.show(true);
    await give(result([undefined, 'a.md']));
    expect(lines().length).toBe(50);
    const button = (name: string): HTMLElement =>
      [...parentEl.querySelectorAll<HTMLElement>('button, .clickable-icon')].find(
        (element) => (element.getAttribute('aria-label') ?? element.textContent) === name,
      )!;
    button('Show 10 more').click();
    await drawn();
    expect(lines().length).toBe(60);
    button('Accept: Number 3 of the lift.').click();
    expect(rows.decide).toHaveBeenCalledWith(expect.objectContaining({ text: 'Number 3 of the lift.' }), {
      name: 'accept',
    });
    controller.unload();
  });
});
