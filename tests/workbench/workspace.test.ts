import { expect, test } from '@jest/globals';
import { ItemView } from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';
import type { WorkspaceLeaf } from '../../scripts/workbench/obsidian/window/workspace-leaf';
import { Scope } from '../../scripts/workbench/obsidian/base/scope';

class Probe extends ItemView {
  opened = 0;

  getViewType(): string {
    return 'probe';
  }

  getDisplayText(): string {
    return 'Probe';
  }

  protected override async onOpen(): Promise<void> {
    this.opened += 1;
    this.contentEl.setText('probe is open');
  }
}

async function start(
  files: Record<string, string> = { 'A.md': '# A\n\n## Part\n', 'B.md': '[[A#Part]]\n' },
): Promise<App> {
  const app = createApp({ files });
  app.viewRegistry.registerView('probe', (leaf) => new Probe(leaf as never) as never);
  app.start();
  document.body.replaceChildren(app.workspace.containerEl);
  return app;
}

function paths(app: App): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  app.workspace.iterateRootLeaves((leaf: WorkspaceLeaf) => {
    found.push(leaf.getViewState().state?.['file'] as string | undefined);
  });
  return found;
}

test('there is always a leaf in the middle', async () => {
  const app = await start();
  app.workspace.getMostRecentLeaf()?.detach();
  expect(app.workspace.getMostRecentLeaf()?.view.getViewType()).toBe('empty');
});

test('layout-ready callbacks wait for the start, later ones run at once', async () => {
  const app = createApp({ startLater: true });
  const order: string[] = [];
  app.vault.on('create' as never, () => {
    order.push('create');
  });
  app.workspace.onLayoutReady(() => {
    order.push('ready');
  });
  expect(order).toEqual([]);
  app.start();
  app.workspace.onLayoutReady(() => {
    order.push('later');
  });
  expect(order).toEqual(['ready', 'later']);
});

test('a note opens in the leaf of the last one unless a new one is asked for', async () => {
  const app = await start();
  await app.workspace.openLinkText('A', '');
  await app.workspace.openLinkText('B', '');
  expect(paths(app)).toEqual(['B.md']);
  await app.workspace.openLinkText('A', '', 'tab');
  expect(paths(app)).toEqual(['B.md', 'A.md']);
  await app.workspace.openLinkText('B', '', 'split');
  expect(app.workspace.rootSplit.children).toHaveLength(2);
});

test('a pinned leaf is left alone', async () => {
  const app = await start();
  await app.workspace.openLinkText('A', '');
  app.workspace.activeLeaf?.setPinned(true);
  await app.workspace.openLinkText('B', '');
  expect(paths(app)).toEqual(['A.md', 'B.md']);
});

test('a link to a note that is not there makes it', async () => {
  const app = await start();
  await app.workspace.openLinkText('New one', 'A.md');
  expect(app.workspace.getActiveFile()?.path).toBe('New one.md');
});

test('file-open and active-leaf-change are told when they happen, once each', async () => {
  const app = await start();
  const heard: string[] = [];
  app.workspace.on('file-open', (file) => {
    heard.push(`file ${(file as { path: string } | null)?.path ?? 'none'}`);
  });
  app.workspace.on('active-leaf-change', () => {
    heard.push('leaf');
  });
  await app.workspace.openLinkText('A', '');
  await app.workspace.openLinkText('A', '');
  await app.workspace.openLinkText('B', '', 'tab');
  expect(heard).toEqual(['file A.md', 'leaf', 'file B.md']);
});

test('a view in a folded side bar is deferred until it is revealed, and is opened once', async () => {
  const app = await start();
  const leaf = app.workspace.getRightLeaf(false);
  await leaf.setViewState({ type: 'probe' });
  expect(leaf.isDeferred).toBe(true);
  expect(app.workspace.getLeavesOfType('probe')).toEqual([leaf]);
  await app.workspace.revealLeaf(leaf);
  expect(leaf.isDeferred).toBe(false);
  expect(leaf.view).toBeInstanceOf(Probe);
  expect((leaf.view as unknown as Probe).opened).toBe(1);
  expect(app.workspace.rightSplit.collapsed).toBe(false);
});

test('a tab behind another is deferred until it is selected', async () => {
  const app = await start();
  await app.workspace.openLinkText('A', '');
  const behind = app.workspace.getLeaf('tab');
  await behind.setViewState({ type: 'probe' });
  expect(behind.isDeferred).toBe(true);
  app.workspace.setActiveLeaf(behind);
  await new Promise((done) => {
    setTimeout(done);
  });
  expect(behind.view).toBeInstanceOf(Probe);
});

test('a side leaf is made once and found again', async () => {
  const app = await start();
  const first = await app.workspace.ensureSideLeaf('probe', 'right');
  const second = await app.workspace.ensureSideLeaf('probe', 'right');
  expect(second).toBe(first);
  expect(app.workspace.activeLeaf).toBe(first);
  app.workspace.detachLeavesOfType('probe');
  expect(app.workspace.getLeavesOfType('probe')).toEqual([]);
});

test('the active file stays that of the last note while a side bar has the focus', async () => {
  const app = await start();
  await app.workspace.openLinkText('A', '');
  await app.workspace.ensureSideLeaf('probe', 'right');
  expect(app.workspace.activeEditor).toBeNull();
  expect(app.workspace.getActiveFile()?.path).toBe('A.md');
});

test('a leaf goes back and forward', async () => {
  const app = await start();
  await app.workspace.openLinkText('A', '');
  await app.workspace.openLinkText('B', '');
  await app.workspace.activeLeaf?.history.back();
  expect(app.workspace.getActiveFile()?.path).toBe('A.md');
  await app.workspace.activeLeaf?.history.forward();
  expect(app.workspace.getActiveFile()?.path).toBe('B.md');
});

test('a kept layout comes back with what is not seen deferred', async () => {
  const app = await start();
  await app.workspace.openLinkText('A', '');
  await app.workspace.openLinkText('B', '', 'tab');
  await app.workspace.ensureSideLeaf('probe', 'left');
  const layout = JSON.parse(JSON.stringify(app.workspace.getLayout())) as unknown;
  const next = await start();
  await next.workspace.changeLayout(layout);
  expect(paths(next)).toEqual(['A.md', 'B.md']);
  const deferred: boolean[] = [];
  next.workspace.iterateRootLeaves((leaf: WorkspaceLeaf) => {
    deferred.push(leaf.isDeferred);
  });
  expect(deferred).toEqual([true, false]);
  expect(next.workspace.activeLeaf?.view).toBeInstanceOf(Probe);
});

test('layout-change is told once for changes made in one go', async () => {
  const app = await start();
  await Promise.resolve();
  let told = 0;
  app.workspace.on('layout-change', () => {
    told += 1;
  });
  app.workspace.getLeaf('tab');
  app.workspace.getLeaf('tab');
  await Promise.resolve();
  expect(told).toBe(1);
});

test('there is one window in jsdom: it is said where a second one is asked for, and a tab stands for it where that will do', async () => {
  const app = await start();
  await app.workspace.openLinkText('A', '');
  const leaf = app.workspace.activeLeaf as WorkspaceLeaf;
  expect(() => app.workspace.moveLeafToPopout(leaf)).toThrow('There is one window here');
  expect(() => app.workspace.openPopoutLeaf()).toThrow('There is one window here');
  await app.workspace.openLinkText('B', '', 'window');
  expect(paths(app)).toEqual(['A.md', 'B.md']);
  expect(leaf.getContainer()).toBe(app.workspace.rootSplit);
});

test('Esc in a side bar leads to the leaf that was worked in last, unless the view takes it with a scope of its own', () => {
  const { workspace, keymap } = createApp({ files: { 'A.md': 'x\n' } });
  const middle = workspace.getMostRecentLeaf()!;
  const side = workspace.getRightLeaf(false);
  const press = (): void => keymap.onKeyEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
  workspace.setActiveLeaf(side);
  press();
  expect(workspace.activeLeaf).toBe(middle);
  const scope = new Scope();
  scope.register([], 'Escape', () => true);
  side.view.scope = scope;
  workspace.setActiveLeaf(side);
  press();
  expect(workspace.activeLeaf).toBe(side);
});
