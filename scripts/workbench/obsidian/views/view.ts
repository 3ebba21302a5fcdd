import '../elements/dom';
import type { App, Menu as ObsidianMenu, Scope, ViewStateResult } from 'obsidian';
import { Component } from '../base/component';
import { setIcon } from '../elements/icons';
import { internal, type Leaf } from '../internals';

/** What a leaf shows. */
export abstract class View extends Component {
  readonly app: App;
  icon = 'file';
  /** Whether opening a file may take this view's place. */
  navigation = false;
  readonly containerEl: HTMLElement;
  scope: Scope | null = null;

  constructor(readonly leaf: Leaf) {
    super();
    this.app = leaf.app;
    this.containerEl = createDiv({ cls: 'workspace-leaf-content' });
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  protected async onOpen(): Promise<void> {
    /* For those who build on it. */
  }
  protected async onClose(): Promise<void> {
    /* For those who build on it. */
  }

  /** The leaf's way to show this view. */
  async open(parent: HTMLElement): Promise<void> {
    this.containerEl.setAttr('data-type', this.getViewType());
    parent.appendChild(this.containerEl);
    void this.load();
    await this.onOpen();
  }

  /** The leaf's way to be rid of this view. */
  async close(): Promise<void> {
    try {
      await this.onClose();
    } finally {
      this.unload();
      this.containerEl.detach();
    }
  }

  getIcon(): string {
    return this.icon;
  }

  getState(): Record<string, unknown> {
    return {};
  }

  async setState(_state: unknown, _result: ViewStateResult): Promise<void> {
    /* For those who build on it. */
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {
    /* For those who build on it. */
  }

  onResize(): void {
    /* For those who build on it. */
  }

  onPaneMenu(_menu: ObsidianMenu, _source: string): void {
    /* For those who build on it. */
  }
}

/** A view with a header (title, actions) and a content element. */
export abstract class ItemView extends View {
  readonly headerEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  private readonly actionsEl: HTMLElement;

  constructor(leaf: Leaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv({ cls: 'view-header' });
    const left = this.headerEl.createDiv({ cls: 'view-header-left' });
    const buttons = left.createDiv({ cls: 'view-header-nav-buttons' });
    this.addNavigation(buttons, 'arrow-left', 'Navigate back', () => leaf.history.back());
    this.addNavigation(buttons, 'arrow-right', 'Navigate forward', () => leaf.history.forward());
    this.titleEl = this.headerEl
      .createDiv({ cls: 'view-header-title-container mod-at-start' })
      .createDiv({ cls: 'view-header-title' });
    this.actionsEl = this.headerEl.createDiv({ cls: 'view-actions' });
    this.addAction('more-vertical', 'More options', (event) => leaf.showPaneMenu(event, 'more-options'));
    this.contentEl = this.containerEl.createDiv({ cls: 'view-content' });
  }

  override async open(parent: HTMLElement): Promise<void> {
    this.titleEl.setText(this.getDisplayText());
    await super.open(parent);
  }

  /** A button in the view's header, left of those that stand there. */
  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = createEl('button', { cls: ['clickable-icon', 'view-action'], attr: { 'aria-label': title } });
    setIcon(el, icon);
    el.addEventListener('click', callback);
    this.actionsEl.prepend(el);
    return el;
  }

  /** Enables the header's buttons as the leaf's history allows. */
  updateNavigation(): void {
    const [back, forward] = this.headerEl.findAll('.view-header-nav-buttons > button') as HTMLButtonElement[];
    if (back) back.disabled = !this.leaf.history.canGoBack;
    if (forward) forward.disabled = !this.leaf.history.canGoForward;
  }

  private addNavigation(parent: HTMLElement, icon: string, label: string, go: () => Promise<void>): void {
    const button = parent.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': label, disabled: true } });
    setIcon(button, icon);
    button.addEventListener('click', () => {
      void go();
    });
  }
}

/** A new tab: nothing opened yet. */
export class EmptyView extends ItemView {
  override navigation = true;
  override icon = 'file-plus';

  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }

  protected override async onOpen(): Promise<void> {
    const box = this.contentEl.createDiv({ cls: 'empty-state' }).createDiv({ cls: 'empty-state-container' });
    box.createDiv({ cls: 'empty-state-title', text: 'No file is open' });
    const actions = box.createDiv({ cls: 'empty-state-action-list' });
    for (const [text, id] of [
      ['Go to file', 'switcher:open'],
      ['Open the command palette', 'command-palette:open'],
    ] as const) {
      actions.createEl('button', { cls: ['empty-state-action', 'mod-link'], text }).addEventListener('click', () => {
        internal(this.app).commands.executeCommandById(id);
      });
    }
  }
}

/** What a view is to show, with the looks of its tab as a kept layout remembers them. */
export interface DeferredState {
  readonly type: string;
  readonly state?: Record<string, unknown>;
  readonly title?: string;
  readonly icon?: string;
}

/** Stands for a view that is not built until its leaf is shown. */
export class DeferredView extends View {
  private state: Record<string, unknown>;

  constructor(
    leaf: Leaf,
    private readonly deferred: DeferredState,
  ) {
    super(leaf);
    this.navigation = true;
    this.state = deferred.state ?? {};
    this.icon = deferred.icon ?? this.icon;
  }

  getViewType(): string {
    return this.deferred.type;
  }

  getDisplayText(): string {
    const { file } = this.state;
    if (typeof file === 'string') return file.replace(/^.*\//, '').replace(/\.md$/, '');
    return this.deferred.title ?? this.deferred.type;
  }

  override getState(): Record<string, unknown> {
    return this.state;
  }

  override async setState(state: unknown): Promise<void> {
    this.state = (state ?? {}) as Record<string, unknown>;
  }
}
