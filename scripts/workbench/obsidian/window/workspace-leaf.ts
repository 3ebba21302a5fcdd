import type { App, HoverPopover, OpenViewState, TFile, View as ObsidianView, ViewState } from 'obsidian';
import { setIcon } from '../elements/icons';
import { LeafHistory } from './leaf-history';
import { Menu } from '../overlays/menu';
import { DeferredView, EmptyView, ItemView, type View } from '../views/view';
import { type Surroundings, WorkspaceItem, WorkspaceParent } from './workspace-item';
import { tellMigrated } from '../elements/window-migration';
import { WorkspaceSidedock } from './workspace-split';
import { canPopOut } from '../base/platform';
import { internal, type Leaf } from '../internals';

/** A place that shows one view, with its tab. */
export class WorkspaceLeaf extends WorkspaceItem implements Leaf {
  readonly containerEl = createDiv({ cls: 'workspace-leaf' });
  readonly tabHeaderEl: HTMLElement;
  readonly app: App;
  readonly history = new LeafHistory(this);
  hoverPopover: HoverPopover | null = null;
  view: View;
  pinned = false;
  group: string | null = null;
  /** When it was last the active leaf; orders "most recent". */
  activeTime = 0;
  private readonly iconEl: HTMLElement;
  private undeferring: Promise<void> | null = null;
  private readonly titleEl: HTMLElement;

  constructor(
    workspace: Surroundings,
    readonly id: string,
  ) {
    super(workspace);
    this.app = workspace.app;
    this.tabHeaderEl = createDiv({ cls: ['workspace-tab-header', 'tappable'], attr: { role: 'tab', tabindex: 0 } });
    const inner = this.tabHeaderEl.createDiv({ cls: 'workspace-tab-header-inner' });
    this.iconEl = inner.createDiv({ cls: 'workspace-tab-header-inner-icon' });
    this.titleEl = inner.createDiv({ cls: 'workspace-tab-header-inner-title' });
    const close = inner.createDiv({ cls: 'workspace-tab-header-inner-close-button', attr: { 'aria-hidden': 'true' } });
    setIcon(close, 'x');
    close.addEventListener('click', (event) => {
      event.stopPropagation();
      if (this.pinned) this.setPinned(false);
      else this.detach();
    });
    this.tabHeaderEl.addEventListener('click', () => workspace.setActiveLeaf(this, { focus: true }));
    this.tabHeaderEl.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') workspace.setActiveLeaf(this, { focus: true });
    });
    this.tabHeaderEl.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.detach();
    });
    this.tabHeaderEl.addEventListener('contextmenu', (event) => this.showPaneMenu(event, 'tab-header'));
    this.containerEl.addEventListener('focusin', () => workspace.onFocusIn(this));
    this.containerEl.addEventListener('pointerdown', () => workspace.onFocusIn(this));
    this.view = new EmptyView(this);
    void this.view.open(this.containerEl);
    this.updateHeader();
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  /** Whether the user sees it: the shown tab of its group, and not in a folded side bar. */
  isVisible(): boolean {
    if (this.parent?.shows(this) !== true) return false;
    const root = this.getRoot();
    return !(root instanceof WorkspaceSidedock && root.collapsed);
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const type = internal(this.app).viewRegistry.getTypeByExtension(file.extension);
    if (!type) {
      this.workspace.refuseFile(file);
      return;
    }
    const kept = this.view.getViewType() === type ? this.view.getState() : {};
    await this.setViewState(
      {
        type,
        state: { ...kept, ...openState.state, file: file.path },
        active: openState.active ?? true,
        ...(openState.group ? { group: openState.group } : {}),
      },
      openState.eState,
    );
  }

  /** Shows this view in place of the one that stands here. */
  async open(view: ObsidianView): Promise<ObsidianView> {
    const next = view as unknown as View;
    if (this.view !== next) {
      await this.view.close();
      this.view = next;
      const opening = next.open(this.containerEl);
      tellMigrated();
      await opening;
      this.updateHeader();
    }
    return view;
  }

  getViewState(): ViewState {
    return {
      type: this.view.getViewType(),
      state: this.view.getState(),
      ...(this.pinned ? { pinned: true } : {}),
    };
  }

  async setViewState(viewState: ViewState, ephemeral?: unknown): Promise<void> {
    if (
      this.view.navigation &&
      !this.isDeferred &&
      this.view.getViewType() !== 'empty' &&
      changesPlace(this.getViewState(), viewState)
    )
      this.history.push();
    await this.show(viewState, ephemeral);
  }

  /** As `setViewState`, without a step in the history. */
  async show(viewState: ViewState, ephemeral?: unknown): Promise<void> {
    const state = viewState.state ?? {};
    const willShow = this.isVisible() || (viewState.active === true && !this.isInFoldedDock());
    if (this.view.getViewType() !== viewState.type || (this.isDeferred && willShow)) {
      const creator = internal(this.app).viewRegistry.getViewCreatorByType(viewState.type);
      const view = !creator
        ? new EmptyView(this)
        : willShow
          ? (creator(this as never) as unknown as View)
          : new DeferredView(this, viewState);
      await this.open(view as unknown as ObsidianView);
    }
    await this.view.setState(state, { history: false });
    if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
    if (viewState.active) this.workspace.setActiveLeaf(this, { focus: true });
    if (ephemeral !== undefined && ephemeral !== null) this.setEphemeralState(ephemeral);
    this.updateHeader();
    this.workspace.onViewChange(this);
  }

  /** Builds the view that a deferred one stands for. Who asks meanwhile waits for the same. */
  async loadIfDeferred(): Promise<void> {
    if (this.isDeferred)
      this.undeferring ??= this.undefer().finally(() => {
        this.undeferring = null;
      });
    await this.undeferring;
  }

  getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    if (this.pinned === pinned) return;
    this.pinned = pinned;
    this.tabHeaderEl.toggleClass('is-pinned', pinned);
    this.trigger('pinned-change', pinned);
    this.workspace.onLayoutChange();
  }

  setGroupMember(other: WorkspaceLeaf): void {
    const group = other.group ?? other.id;
    other.setGroup(group);
    this.setGroup(group);
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger('group-change', group);
  }

  /** Closes the leaf and its view. */
  detach(): void {
    if (!this.parent) return;
    const { view } = this;
    this.workspace.removeLeaf(this);
    void view.close();
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  /** Draws icon and title of the tab anew. */
  updateHeader(): void {
    const title = this.getDisplayText();
    setIcon(this.iconEl, this.getIcon());
    this.titleEl.setText(title);
    this.tabHeaderEl.setAttrs({ 'aria-label': title, 'data-type': this.view.getViewType() });
    if (this.view instanceof ItemView) {
      this.view.titleEl.setText(title);
      this.view.updateNavigation();
    }
  }

  showPaneMenu(event: MouseEvent, source: 'more-options' | 'tab-header'): void {
    const menu = new Menu();
    this.view.onPaneMenu(menu, source);
    if (this.getRoot() === this.workspace.rootSplit) {
      if (canPopOut())
        menu.addItem((item) =>
          item
            .setSection('pane')
            .setTitle('Move to new window')
            .setIcon('picture-in-picture-2')
            .onClick(() => {
              this.workspace.moveLeafToPopout(this);
            }),
        );
      menu.addItem((item) =>
        item
          .setSection('pane')
          .setTitle('Split right')
          .setIcon('columns-2')
          .onClick(() => {
            void this.workspace.duplicateLeaf(this, 'vertical');
          }),
      );
      menu.addItem((item) =>
        item
          .setSection('pane')
          .setTitle(this.pinned ? 'Unpin' : 'Pin')
          .setIcon('pin')
          .onClick(() => this.togglePinned()),
      );
    }
    menu.addItem((item) =>
      item
        .setSection('close')
        .setTitle('Close')
        .setIcon('x')
        .onClick(() => this.detach()),
    );
    menu.showAtMouseEvent(event);
  }

  /** Takes the view away, as when its plugin was turned off. What it showed is kept for when the plugin comes back. */
  async dropView(): Promise<void> {
    if (this.isDeferred) return;
    await this.open(new DeferredView(this, this.getViewState()) as unknown as ObsidianView);
    this.workspace.onViewChange(this);
  }

  private async undefer(): Promise<void> {
    const { type, state } = this.getViewState();
    const creator = internal(this.app).viewRegistry.getViewCreatorByType(type);
    await this.open((creator ? creator(this as never) : new EmptyView(this)) as unknown as ObsidianView);
    await this.view.setState(state, { history: false });
    this.updateHeader();
    this.workspace.onViewChange(this);
  }

  private isInFoldedDock(): boolean {
    const root = this.getRoot();
    return root instanceof WorkspaceSidedock && root.collapsed;
  }
}

function changesPlace(from: ViewState, to: ViewState): boolean {
  return from.type !== to.type || from.state?.['file'] !== to.state?.['file'];
}

/** All leaves below a node, in order; stops where the callback gives true. Says whether it was stopped. */
export function iterateLeaves(parent: WorkspaceParent, callback: (leaf: WorkspaceLeaf) => unknown): boolean {
  for (const child of [...parent.children]) {
    const stop =
      child instanceof WorkspaceParent ? iterateLeaves(child, callback) : callback(child as WorkspaceLeaf) === true;
    if (stop) return true;
  }
  return false;
}
