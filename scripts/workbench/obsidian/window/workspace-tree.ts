import type { App, PaneType, SplitDirection, TFile, WorkspaceWindowInitData } from 'obsidian';
import { Events } from '../base/events';
import type { Leaf, LeafWorkspace } from '../internals';
import { canPopOut, Platform } from '../base/platform';
import { tellMigrated } from '../elements/window-migration';
import type { Surroundings, WorkspaceItem, WorkspaceParent } from './workspace-item';
import { iterateLeaves, WorkspaceLeaf } from './workspace-leaf';
import {
  type WorkspaceContainer,
  WorkspaceMobileDrawer,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
} from './workspace-split';
import { WorkspaceTabs } from './workspace-tabs';
import { WorkspaceFloating, WorkspaceWindow } from './workspace-window';

/** The leaves of the window, in the middle and at both sides: finds them and makes new ones. */
export abstract class WorkspaceTree extends Events implements Surroundings {
  abstract readonly containerEl: HTMLElement;
  abstract readonly editorExtensions: LeafWorkspace['editorExtensions'];
  abstract readonly editorSuggest: LeafWorkspace['editorSuggest'];
  abstract readonly requestSaveLayout: () => unknown;
  readonly leftSplit: WorkspaceSidedock;
  readonly rightSplit: WorkspaceSidedock;
  readonly rootSplit: WorkspaceRoot;
  readonly floatingSplit: WorkspaceFloating;
  activeLeaf: WorkspaceLeaf | null = null;
  private leafCount = 0;

  constructor(readonly app: App) {
    super();
    const Dock = Platform.isMobile ? WorkspaceMobileDrawer : WorkspaceSidedock;
    this.leftSplit = new Dock(this, 'left');
    this.rightSplit = new Dock(this, 'right');
    this.rootSplit = new WorkspaceRoot(this);
    this.floatingSplit = new WorkspaceFloating(this);
  }

  abstract setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean }): void;
  abstract removeLeaf(leaf: WorkspaceLeaf): void;
  abstract refuseFile(file: TFile): void;
  abstract onFocusIn(leaf: WorkspaceLeaf): void;
  abstract onViewChange(leaf: WorkspaceLeaf): void;
  abstract onLayoutChange(): void;
  abstract onVisibilityChange(): void;

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    if (!iterateLeaves(this.rootSplit, callback)) iterateLeaves(this.floatingSplit, callback);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const root of [this.rootSplit, this.leftSplit, this.rightSplit, this.floatingSplit])
      if (iterateLeaves(root, callback)) return;
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    const found: WorkspaceLeaf[] = [];
    this.iterateAllLeaves((leaf) => {
      if (leaf.view.getViewType() === type) found.push(leaf);
    });
    return found;
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    let found: WorkspaceLeaf | null = null;
    this.iterateAllLeaves((leaf) => {
      if (leaf.id !== id) return false;
      found = leaf;
      return true;
    });
    return found;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    const found: WorkspaceLeaf[] = [];
    this.iterateAllLeaves((leaf) => {
      if (leaf.group === group) found.push(leaf);
    });
    return found;
  }

  getLeaf(newLeaf?: PaneType | boolean, direction: SplitDirection = 'vertical'): WorkspaceLeaf {
    if (newLeaf === 'split') return this.splitActiveLeaf(direction);
    // Where there can be no second window a tab stands for it.
    if (newLeaf === 'window' && canPopOut()) return this.openPopoutLeaf();
    if (newLeaf) return this.createLeafInTabs(this.mainTabs());
    return this.getUnpinnedLeaf();
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    const recent = this.getMostRecentLeaf(this.middle);
    if (recent && !recent.pinned && recent.view.navigation) return recent;
    return this.createLeafInTabs(this.mainTabs());
  }

  splitActiveLeaf(direction: SplitDirection = 'vertical'): WorkspaceLeaf {
    const active =
      this.activeLeaf && !(this.activeLeaf.getRoot() instanceof WorkspaceSidedock)
        ? this.activeLeaf
        : this.getMostRecentLeaf();
    return active ? this.createLeafBySplit(active, direction) : this.createLeafInTabs(this.mainTabs());
  }

  createLeafBySplit(leaf: Leaf, direction: SplitDirection = 'vertical', before = false): WorkspaceLeaf {
    const tabs = leaf.parent as WorkspaceTabs;
    let split = tabs.parent as WorkspaceSplit;
    if (split.direction !== direction) {
      const inner = new WorkspaceSplit(this, direction);
      split.replaceChild(split.children.indexOf(tabs), inner);
      inner.insertChild(0, tabs);
      split = inner;
    }
    const added = new WorkspaceTabs(this);
    split.insertChild(split.children.indexOf(tabs) + (before ? 0 : 1), added);
    return this.createLeafInTabs(added);
  }

  createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
    const tabs = new WorkspaceTabs(this);
    parent.insertChild(index, tabs);
    return this.createLeafInTabs(tabs);
  }

  createLeafInTabs(
    tabs: WorkspaceTabs,
    index: number = tabs.children.length === 0 ? 0 : tabs.currentTab + 1,
  ): WorkspaceLeaf {
    this.leafCount += 1;
    const leaf = new WorkspaceLeaf(this, `leaf-${this.leafCount}`);
    tabs.insertChild(index, leaf);
    this.onLayoutChange();
    return leaf;
  }

  async duplicateLeaf(
    leaf: Leaf,
    paneOrDirection?: PaneType | boolean | SplitDirection,
    direction?: SplitDirection,
  ): Promise<WorkspaceLeaf> {
    const isDirection =
      paneOrDirection === 'vertical' || paneOrDirection === 'horizontal' || paneOrDirection === undefined;
    const copy =
      isDirection || paneOrDirection === 'split'
        ? this.createLeafBySplit(leaf, isDirection ? paneOrDirection : direction)
        : this.getLeaf(paneOrDirection);
    await copy.setViewState({ ...leaf.getViewState(), pinned: false, active: true }, leaf.getEphemeralState());
    return copy;
  }

  /** A new leaf in a window of its own. */
  openPopoutLeaf(data?: WorkspaceWindowInitData): WorkspaceLeaf {
    return this.createLeafInTabs(this.tabsInWindow(this.openWindow(data)));
  }

  /** Takes the leaf, with its view as it is, into a window of its own. */
  moveLeafToPopout(leaf: WorkspaceLeaf, data?: WorkspaceWindowInitData): WorkspaceWindow {
    const opened = this.openWindow(data);
    const from = leaf.parent as WorkspaceTabs;
    from.removeChild(leaf);
    if (from.children.length === 0) this.removeEmpty(from);
    this.tabsInWindow(opened).insertChild(0, leaf);
    this.fillRoot();
    tellMigrated();
    this.setActiveLeaf(leaf, { focus: true });
    this.onVisibilityChange();
    return opened;
  }

  /** The windows of the app, the main one first. */
  get windows(): readonly Window[] {
    return [this.rootSplit.win, ...this.floatingSplit.windows.map(({ win }) => win)];
  }

  /** An empty tab in this group, made active. */
  openEmptyTab(tabs: WorkspaceTabs = this.mainTabs()): void {
    this.setActiveLeaf(this.createLeafInTabs(tabs, tabs.children.length), { focus: true });
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf {
    return this.sideLeaf(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf {
    return this.sideLeaf(this.rightSplit, split);
  }

  getMostRecentLeaf(root: WorkspaceParent = this.rootSplit): WorkspaceLeaf | null {
    let found: WorkspaceLeaf | null = null;
    iterateLeaves(root, (leaf) => {
      if (!found || leaf.activeTime > found.activeTime) found = leaf;
    });
    return found;
  }

  mainTabs(): WorkspaceTabs {
    return this.getMostRecentLeaf(this.middle)?.parent as WorkspaceTabs;
  }

  /** The middle of the window that is worked in. */
  private get middle(): WorkspaceContainer {
    const container = this.activeLeaf?.getContainer();
    return container instanceof WorkspaceWindow ? container : this.rootSplit;
  }

  private openWindow(data: WorkspaceWindowInitData | undefined): WorkspaceWindow {
    const opened = new WorkspaceWindow(this, data);
    this.floatingSplit.insertChild(this.floatingSplit.children.length, opened);
    return opened;
  }

  private tabsInWindow(opened: WorkspaceWindow): WorkspaceTabs {
    const tabs = new WorkspaceTabs(this);
    opened.insertChild(0, tabs);
    return tabs;
  }

  protected sideLeaf(dock: WorkspaceSidedock, split: boolean): WorkspaceLeaf {
    const last = dock.children[dock.children.length - 1];
    if (split || !(last instanceof WorkspaceTabs)) return this.createLeafInParent(dock, dock.children.length);
    return this.createLeafInTabs(last, last.children.length);
  }

  /** The middle is never without a leaf. */
  protected fillRoot(): void {
    if (this.getMostRecentLeaf()) return;
    const leaf = this.createLeafInParent(this.rootSplit, 0);
    this.activeLeaf ??= leaf;
  }

  protected removeEmpty(item: WorkspaceItem): void {
    const { parent } = item;
    if (!parent) return;
    parent.removeChild(item);
    if (parent.children.length === 0) this.removeEmpty(parent);
  }
}
