import '../elements/dom';
import { Events } from '../base/events';
import type { Workspace } from './workspace';
import type { WorkspaceLeaf } from './workspace-leaf';

/** A node of the workspace's tree. */
export abstract class WorkspaceItem extends Events {
  abstract readonly containerEl: HTMLElement;
  /** Null at the top of a tree only; obsidian.d.ts leaves that out. */
  parent: WorkspaceParent | null = null;

  constructor(readonly workspace: Workspace) {
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

  /** All leaves below, in order; stops where the callback gives true. */
  iterateLeaves(callback: (leaf: WorkspaceLeaf) => unknown): boolean {
    for (const child of [...this.children]) {
      const stop =
        child instanceof WorkspaceParent ? child.iterateLeaves(callback) : callback(child as WorkspaceLeaf) === true;
      if (stop) return true;
    }
    return false;
  }
}
