import { afterAll, expect, jest, test } from '@jest/globals';
import { atRest, closeStage, openWorkbench } from './workbench';

jest.setTimeout(60_000);

afterAll(closeStage);

/** Counts what the plugin's own code starts in a page and does not end: listeners, timers, observers. */
function watchLeftovers(): void {
  const left = new Map<string, number>();
  const fromPlugin = (): boolean => (new Error().stack ?? '').includes('plugin:account-actions');
  const count = (what: string, by: number): void => void left.set(what, (left.get(what) ?? 0) + by);
  const own = new Map<unknown, string>();
  const begin = (key: unknown, what: string): void => {
    if (!fromPlugin()) return;
    own.set(key, what);
    count(what, 1);
  };
  const end = (key: unknown): void => {
    const what = own.get(key);
    if (what !== undefined) count(what, -1);
    own.delete(key);
  };
  const { setInterval: every, clearInterval: noMore, setTimeout: later, clearTimeout: never } = window;
  Object.assign(window, {
    leftovers: () => Object.fromEntries([...left].filter(([, number]) => number !== 0)),
    setInterval: (handler: () => void, ms?: number) => {
      const id = every(handler, ms);
      begin(`interval ${id}`, 'interval');
      return id;
    },
    clearInterval: (id: number) => {
      end(`interval ${id}`);
      noMore(id);
    },
    setTimeout: (handler: () => void, ms?: number) => {
      const id = later(() => {
        end(`timeout ${id}`);
        handler();
      }, ms);
      begin(`timeout ${id}`, 'timeout');
      return id;
    },
    clearTimeout: (id: number) => {
      end(`timeout ${id}`);
      never(id);
    },
  });
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    const keys = new Map<unknown, object>();
    Object.assign(target, {
      addEventListener(type: string, listener: EventListener, options?: AddEventListenerOptions) {
        keys.set(listener, keys.get(listener) ?? {});
        begin(keys.get(listener), `${type} on ${target === window ? 'window' : 'document'}`);
        addEventListener.call(target, type, listener, options);
      },
      removeEventListener(type: string, listener: EventListener, options?: EventListenerOptions) {
        end(keys.get(listener));
        removeEventListener.call(target, type, listener, options);
      },
    });
  }
}

interface Listened {
  on(name: string, ...rest: unknown[]): unknown;
  offref(ref: unknown): void;
}

interface App {
  readonly vault: Listened;
  readonly workspace: Listened;
  readonly metadataCache: Listened;
  readonly commands: { readonly commands: Readonly<Record<string, unknown>> };
  readonly plugins: {
    getPlugin(id: string): { readonly manifest: object; readonly constructor: unknown };
    enable(manifest: object, plugin: unknown): Promise<unknown>;
    unload(id: string): Promise<void>;
  };
}

test('the plugin leaves no listener, timer, command or element behind when it is turned off', async () => {
  const workbench = await openWorkbench({ setUp: watchLeftovers });
  const { page } = workbench;
  const listening = await page.evaluate(async () => {
    const { plugins, ...app } = window.workbench.app as App;
    const { manifest, constructor } = plugins.getPlugin('account-actions');
    await plugins.unload('account-actions');
    // What the plugin asks the app to call, counted from a state without it.
    const listening: string[] = [];
    for (const what of ['vault', 'workspace', 'metadataCache'] as const) {
      const events = app[what];
      const { on, offref } = events;
      const refs = new Map<unknown, string>();
      events.on = (name, ...rest) => {
        const ref = on.call(events, name, ...rest);
        if (!(new Error().stack ?? '').includes('plugin:account-actions')) return ref;
        refs.set(ref, `${what}: ${name}`);
        listening.push(`${what}: ${name}`);
        return ref;
      };
      events.offref = (ref) => {
        if (refs.has(ref)) listening.splice(listening.indexOf(refs.get(ref)!), 1);
        refs.delete(ref);
        offref.call(events, ref);
      };
    }
    Object.assign(window, { listening });
    await plugins.enable(manifest, constructor);
    return listening;
  });
  expect(listening).toContain('vault: modify');

  await workbench.run('open-accounts');
  await page.getByRole('treeitem', { name: 'Northwind Traders' }).waitFor();
  await workbench.run('open-triage');
  await page.getByRole('grid', { name: 'Proposed tasks' }).getByRole('row').first().waitFor();
  await workbench.run('recent-changes');
  // One note in Live Preview and one in reading view, both with proposals.
  await workbench.open('Customers/Blue Heron/2026-10-27 - Renewal pricing (2).md');
  await page
    .locator('.markdown-preview-view, .cm-content')
    .getByRole('button', { name: /^Accept: / })
    .first()
    .waitFor();
  await page.evaluate(async () => {
    const { workspace } = window.workbench.app as {
      workspace: { getLeaf(how: string): { setViewState(state: object): Promise<void> } };
    };
    await workspace.getLeaf('split').setViewState({
      type: 'markdown',
      active: true,
      state: { file: 'Customers/Blue Heron/2026-10-27 - Renewal pricing (2).md', mode: 'preview' },
    });
  });
  await page
    .locator('.markdown-preview-view')
    .getByRole('button', { name: /^Accept: / })
    .first()
    .waitFor();
  await atRest(page);
  expect(await page.locator('[class*=account-actions-]').count()).toBeGreaterThan(0);

  expect(await page.evaluate(() => (window as unknown as { leftovers(): object }).leftovers())).toMatchObject({
    interval: 1,
    'focus on window': 1,
  });

  const left = await page.evaluate(async () => {
    const { plugins, commands } = window.workbench.app as App;
    await plugins.unload('account-actions');
    // What takes itself down a moment later has as long as it needs.
    const { leftovers: counted } = window as unknown as { leftovers(): object };
    for (let turn = 0; turn < 100 && Object.keys(counted()).length > 0; turn++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const { leftovers, listening: still } = window as unknown as { leftovers(): object; listening: string[] };
    return {
      started: leftovers(),
      listening: still,
      commands: Object.keys(commands.commands).filter((id) => id.startsWith('account-actions')),
      elements: [...document.querySelectorAll('[class*=account-actions]')].map(({ className }) => String(className)),
    };
  });
  expect(left).toEqual({ started: {}, listening: [], commands: [], elements: [] });
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test('where another plugin draws blocks of the same language, the plugin starts all the same and says so', async () => {
  const workbench = await openWorkbench();
  const { page } = workbench;
  await page.evaluate(async () => {
    const { plugins, markdownProcessors } = window.workbench.app as App & {
      readonly markdownProcessors: { addCodeBlock(language: string, handler: () => void): void };
    };
    const { manifest, constructor } = plugins.getPlugin('account-actions');
    await plugins.unload('account-actions');
    markdownProcessors.addCodeBlock('account-rollup', () => undefined);
    await plugins.enable(manifest, constructor);
  });
  await page.locator('.notice').filter({ hasText: "Couldn't turn on rollups in notes" }).waitFor();
  await workbench.run('open-triage');
  await page.locator('.account-actions-proposal').first().waitFor();
  expect(workbench.errors.filter((error) => !error.includes('is already registered'))).toEqual([]);
  await workbench.close();
});
