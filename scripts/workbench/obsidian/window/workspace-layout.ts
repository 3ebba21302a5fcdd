import type { DeferredState } from '../views/view';
import { type WorkspaceParent } from './workspace-item';
import { iterateLeaves, WorkspaceLeaf } from './workspace-leaf';
import { WorkspaceSidedock, WorkspaceSplit } from './workspace-split';
import { WorkspaceTabs } from './workspace-tabs';
import type { WorkspaceTree } from './workspace-tree';

type Node =
  | { readonly type: 'leaf'; readonly state: DeferredState & { readonly pinned?: boolean } }
  | { readonly type: 'tabs'; readonly currentTab: number; readonly children: readonly Node[] }
  | {
      readonly type: 'split';
      readonly direction: 'vertical' | 'horizontal';
      readonly collapsed?: boolean;
      readonly children: readonly Node[];
    };

function write(item: unknown): Node {
  if (item instanceof WorkspaceLeaf)
    return { type: 'leaf', state: { ...item.getViewState(), title: item.getDisplayText(), icon: item.getIcon() } };
  if (item instanceof WorkspaceTabs)
    return { type: 'tabs', currentTab: item.currentTab, children: item.children.map(write) };
  const split = item as WorkspaceSplit;
  return {
    type: 'split',
    direction: split.direction,
    children: split.children.map(write),
    ...(split instanceof WorkspaceSidedock ? { collapsed: split.collapsed } : {}),
  };
}

/** The layout as data, to be kept. */
export function readLayout(workspace: WorkspaceTree): Record<string, unknown> {
  const { rootSplit, leftSplit, rightSplit, activeLeaf } = workspace;
  const order: WorkspaceLeaf[] = [];
  workspace.iterateAllLeaves((leaf) => {
    order.push(leaf);
  });
  return {
    main: write(rootSplit),
    left: write(leftSplit),
    right: write(rightSplit),
    active: activeLeaf ? order.indexOf(activeLeaf) : -1,
  };
}

async function fill(workspace: WorkspaceTree, parent: WorkspaceSplit, nodes: readonly Node[]): Promise<void> {
  for (const node of nodes) {
    if (node.type === 'split') {
      const split = new WorkspaceSplit(workspace, node.direction);
      parent.insertChild(parent.children.length, split);
      await fill(workspace, split, node.children);
    } else if (node.type === 'tabs') {
      const tabs = new WorkspaceTabs(workspace);
      parent.insertChild(parent.children.length, tabs);
      const leaves = node.children.map(() => workspace.createLeafInTabs(tabs, tabs.children.length));
      tabs.currentTab = Math.max(0, Math.min(node.currentTab, leaves.length - 1));
      tabs.showCurrent();
      // With the shown tab known, all the others are deferred.
      for (const [at, child] of node.children.entries())
        if (child.type === 'leaf') await leaves[at]?.show({ ...child.state, active: false });
    }
  }
}

function clear(parent: WorkspaceParent): void {
  iterateLeaves(parent, (leaf) => {
    void leaf.view.close();
  });
  for (const child of [...parent.children]) parent.removeChild(child);
}

function isNode(value: unknown): value is Node & { readonly type: 'split' } {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'split';
}

/** Puts a kept layout in place of the one that stands. What is not one is passed over. */
export async function restoreLayout(workspace: WorkspaceTree, layout: unknown): Promise<void> {
  const { main, left, right, active } = (layout ?? {}) as Record<string, unknown>;
  workspace.activeLeaf = null;
  for (const [split, node] of [
    [workspace.leftSplit, left],
    [workspace.rightSplit, right],
    [workspace.rootSplit, main],
  ] as const) {
    if (!isNode(node)) continue;
    clear(split);
    if (split instanceof WorkspaceSidedock && node.collapsed === false) split.expand();
    await fill(workspace, split, node.children);
  }
  const order: WorkspaceLeaf[] = [];
  workspace.iterateAllLeaves((leaf) => {
    order.push(leaf);
  });
  const leaf = typeof active === 'number' ? order[active] : undefined;
  if (leaf) workspace.setActiveLeaf(leaf);
}
