import '../elements/dom';
import type { App, SplitDirection, TFile } from 'obsidian';
import { Events } from '../base/events';
import type { Leaf, LeafWorkspace } from '../internals';

/** The workspace as the nodes of its tree know it. */
export interface Surroundings extends Events, LeafWorkspace {
  readonly app: App;
  readonly containerEl: HTMLElement;
  readonly rootSplit: WorkspaceItem;
  readonly rightSplit: { createToggle(parent: HTMLElement): HTMLElement };
  /** The windows of the app, the main one first. */
  readonly windows: readonly Window[];
  readonly requestSaveLayout: () => unknown;
  setActiveLeaf(leaf: Leaf, params?: { focus?: boolean }): void;
  duplicateLeaf(leaf: Leaf, direction: SplitDirection): Promise<unknown>;
  moveLeafToPopout(leaf: Leaf): unknown;
  removeLeaf(leaf: Leaf): void;
  /** An empty tab in this group, made active. */
  openEmptyTab(tabs?: WorkspaceParent): void;
  refuseFile(file: TFile): void;
  onFocusIn(leaf: Leaf): void;
  onViewChange(leaf: Leaf): void;
  onVisibilityChange(): void;
}

/** A node of the workspace's tree. */
export abstract class WorkspaceItem extends Events {
  abstract readonly containerEl: HTMLElement;
  /** Null at the top of a tree only; obsidian.d.ts leaves that out. */
  parent: WorkspaceParent | null = null;

  constructor(readonly workspace: Surroundings) {
    super();
  }

  getRoot(): WorkspaceItem {
    return this.parent ? this.parent.getRoot() : this;
  }

  /** The top of the window that it stands in; the side docks belong to the main one. */
  getContainer(): WorkspaceItem {
    return this.parent?.getContainer() ?? this.workspace.rootSplit;
  }
}

/** A node that holds others, in order. */
export abstract class WorkspaceParent extends WorkspaceItem {
  readonly children: WorkspaceItem[] = [];

  /** Where the children's elements stand. */
  protected get childrenEl(): HTMLElement {
    return this.containerEl;
  }

  insertChild(index: number, child: WorkspaceItem): void {
    child.parent = this;
    const at = Math.max(0, Math.min(index, this.children.length));
    const before = this.children[at]?.containerEl ?? null;
    this.children.splice(at, 0, child);
    this.childrenEl.insertBefore(child.containerEl, before);
  }

  removeChild(child: WorkspaceItem): void {
    const at = this.children.indexOf(child);
    if (at < 0) return;
    this.children.splice(at, 1);
    child.containerEl.detach();
    child.parent = null;
  }

  replaceChild(index: number, child: WorkspaceItem): void {
    const old = this.children[index];
    if (old) this.removeChild(old);
    this.insertChild(index, child);
  }

  /** Whether this child is seen where this node is. */
  shows(_child: WorkspaceItem): boolean {
    return true;
  }
}
