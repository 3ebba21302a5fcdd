import type { App, HoverLinkSource, MarkdownFileInfo, Menu, OpenViewState, PaneType, Side, TFile } from 'obsidian';
import type { Extension } from '@codemirror/state';
import { BaseFileView } from '../bases/base-view';
import { CanvasView } from '../views/canvas-view';
import { EditorSuggestHost } from '../editor/editor-suggest';
import { FileView } from '../views/file-view';
import { openLink } from '../rendering/link-opening';
import { internal } from '../internals';
import { getLinkpath } from '../metadata/link-text';
import { MarkdownView } from '../views/markdown-view';
import { Notice } from '../overlays/notice';
import { PagePreview } from '../views/page-preview';
import { Scope } from '../base/scope';
import { debounce } from '../base/text';
import { makeActive } from '../elements/window-migration';
import { readLayout, restoreLayout } from './workspace-layout';
import type { WorkspaceLeaf } from './workspace-leaf';
import { WorkspaceRibbon } from './workspace-ribbon';
import { WorkspaceSidedock } from './workspace-split';
import type { WorkspaceTabs } from './workspace-tabs';
import { WorkspaceTree } from './workspace-tree';

const RECENT_FILES = 10;

/** The window's content: two side bars, and in the middle splits of tab groups. */
export class Workspace extends WorkspaceTree {
  readonly containerEl = createDiv({ cls: 'workspace' });
  readonly leftRibbon = new WorkspaceRibbon('left');
  readonly rightRibbon = new WorkspaceRibbon('right');
  readonly editorSuggest: EditorSuggestHost;
  readonly pagePreview: PagePreview;
  readonly requestSaveLayout = debounce(
    () => {
      this.trigger('layout-save');
      return Promise.resolve();
    },
    500,
    true,
  );
  layoutReady = false;
  readonly editorExtensions: Extension[] = [];
  private readonly whenReady: (() => unknown)[] = [];
  private readonly recentFiles: string[] = [];
  private lastFile: TFile | null = null;
  private activations = 0;
  private layoutChanged = false;

  constructor(app: App) {
    super(app);
    this.editorSuggest = new EditorSuggestHost(app);
    this.pagePreview = new PagePreview(app);
    this.on('hover-link', (link) => this.pagePreview.onHover(link as never));
    this.leftSplit.createToggle(this.leftRibbon.topEl);
    // While a menu is open the keys are its own.
    internal(app).keymap.getViewScope = () =>
      activeDocument.querySelector('.menu') ? new Scope() : (this.activeLeaf?.view.scope ?? null);
    // Before anybody in the page sees it; a view that wants it for itself has a scope of its own.
    internal(app).scope.register([], 'Escape', () => this.leaveSideBar());
    this.containerEl.append(
      this.leftRibbon.containerEl,
      this.leftSplit.containerEl,
      this.rootSplit.containerEl,
      this.rightSplit.containerEl,
    );
    const { viewRegistry } = internal(app);
    viewRegistry.registerView('markdown', (leaf) => new MarkdownView(leaf as never) as never);
    viewRegistry.registerExtensions(['md'], 'markdown');
    viewRegistry.registerView('canvas', (leaf) => new CanvasView(leaf as never) as never);
    viewRegistry.registerExtensions(['canvas'], 'canvas');
    viewRegistry.registerView('bases', (leaf) => new BaseFileView(leaf as never) as never);
    viewRegistry.registerExtensions(['base'], 'bases');
    this.fillRoot();
  }

  // --- the active leaf and what goes with it

  /** The active view where it is an editor of a note. */
  get activeEditor(): MarkdownFileInfo | null {
    const view = this.activeLeaf?.view;
    return view instanceof MarkdownView ? view : null;
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focus?: boolean): void {
    const wantsFocus = typeof params === 'object' ? params.focus === true : focus === true;
    const changed = this.activeLeaf !== leaf;
    if (changed) {
      this.activeLeaf?.containerEl.removeClass('mod-active');
      this.activeLeaf?.tabHeaderEl.removeClass('mod-active');
      this.activeLeaf = leaf;
      leaf.containerEl.addClass('mod-active');
      leaf.tabHeaderEl.addClass('mod-active');
    }
    this.activations += 1;
    leaf.activeTime = this.activations;
    (leaf.parent as WorkspaceTabs | null)?.selectTab(leaf);
    makeActive(leaf.containerEl.win, this.windows);
    if (wantsFocus) leaf.view.setEphemeralState({ focus: true });
    if (!changed) return;
    this.trigger('active-leaf-change', leaf);
    this.noteFile();
    this.requestSaveLayout();
  }

  /** The active leaf follows the focus. */
  onFocusIn(leaf: WorkspaceLeaf): void {
    if (leaf.parent && this.activeLeaf !== leaf) this.setActiveLeaf(leaf);
  }

  getActiveViewOfType<T>(type: abstract new (...args: never[]) => T): T | null {
    const view: unknown = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    const view = this.activeLeaf?.view;
    if (view instanceof FileView) return view.file;
    const recent = this.getMostRecentLeaf()?.view;
    return recent instanceof FileView ? recent.file : null;
  }

  getLastOpenFiles(): string[] {
    return [...this.recentFiles];
  }

  async ensureSideLeaf(
    type: string,
    side: Side,
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {},
  ): Promise<WorkspaceLeaf> {
    const dock = side === 'left' ? this.leftSplit : this.rightSplit;
    const there = this.getLeavesOfType(type).find((leaf) => leaf.getRoot() === dock) ?? this.getLeavesOfType(type)[0];
    const leaf = there ?? this.sideLeaf(dock, options.split ?? false);
    if (!there || options.state) await leaf.setViewState({ type, ...(options.state ? { state: options.state } : {}) });
    if (options.reveal ?? true) await this.revealLeaf(leaf);
    if (options.active ?? true) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  /** Brings the leaf to the user's eyes: unfolds its side bar, selects its tab, loads what was deferred. */
  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const root = leaf.getRoot();
    if (root instanceof WorkspaceSidedock) root.expand();
    (leaf.parent as WorkspaceTabs | null)?.selectTab(leaf);
    await leaf.loadIfDeferred();
  }

  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: PaneType | boolean,
    openState?: OpenViewState,
  ): Promise<void> {
    await openLink(this.app, this.getLeaf(newLeaf), linktext, sourcePath, openState);
  }

  /** Fills the menu of a link to a note; false where there is no such note. */
  handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string, leaf?: WorkspaceLeaf): boolean {
    const file = this.app.metadataCache.getFirstLinkpathDest(getLinkpath(linktext), sourcePath);
    if (!file) return false;
    menu.addItem((item) =>
      item
        .setSection('open')
        .setTitle('Open in new tab')
        .setIcon('file-plus')
        .onClick(() => {
          void this.openLinkText(linktext, sourcePath, 'tab');
        }),
    );
    this.trigger('file-menu', menu, file, 'link-context-menu', leaf);
    return true;
  }

  // --- layout

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.whenReady.push(callback);
  }

  /** The app calls this once: from now on the layout stands. */
  markLayoutReady(): void {
    if (this.layoutReady) return;
    this.layoutReady = true;
    for (const callback of this.whenReady.splice(0)) callback();
    this.trigger('layout-ready');
    this.onLayoutChange();
  }

  getLayout(): Record<string, unknown> {
    return readLayout(this);
  }

  async changeLayout(layout: unknown): Promise<void> {
    await restoreLayout(this, layout);
    this.fillRoot();
  }

  /** `layout-change` is told once for all that changed in one go. */
  onLayoutChange(): void {
    if (this.layoutChanged) return;
    this.layoutChanged = true;
    queueMicrotask(() => {
      this.layoutChanged = false;
      this.trigger('layout-change');
      this.requestSaveLayout();
    });
  }

  /** Another tab is shown or a side bar unfolded: what was deferred and is now seen gets its view. */
  onVisibilityChange(): void {
    this.iterateAllLeaves((leaf) => {
      if (leaf.isDeferred && leaf.isVisible()) void leaf.loadIfDeferred();
    });
    this.trigger('resize');
    this.iterateAllLeaves((leaf) => {
      if (leaf.isVisible()) leaf.onResize();
    });
    this.onLayoutChange();
  }

  /** A leaf shows something else. */
  onViewChange(leaf: WorkspaceLeaf): void {
    if (leaf === this.activeLeaf) this.noteFile();
    this.onLayoutChange();
  }

  removeLeaf(leaf: WorkspaceLeaf): void {
    const tabs = leaf.parent as WorkspaceTabs;
    tabs.removeChild(leaf);
    if (tabs.children.length === 0) this.removeEmpty(tabs);
    this.fillRoot();
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      const next = tabs.parent ? tabs.shownLeaf : this.getMostRecentLeaf();
      if (next) this.setActiveLeaf(next);
    }
    this.onVisibilityChange();
  }

  // --- for plugins and editors

  registerEditorExtension(extension: Extension): void {
    this.editorExtensions.push(extension);
    this.updateOptions();
  }

  unregisterEditorExtension(extension: Extension): void {
    this.editorExtensions.remove(extension);
    this.updateOptions();
  }

  /** Hands the registered editor extensions to all editors again. */
  updateOptions(): void {
    this.iterateAllLeaves((leaf) => {
      if (leaf.view instanceof MarkdownView) leaf.view.updateOptions();
    });
  }

  registerHoverLinkSource(id: string, info: HoverLinkSource): void {
    this.pagePreview.sources.set(id, info);
  }

  unregisterHoverLinkSource(id: string): void {
    this.pagePreview.sources.delete(id);
  }

  /** There is nothing here that can show this kind of file. */
  refuseFile(file: TFile): void {
    new Notice(`"${file.name}" cannot be shown here.`);
  }

  /** From a side bar, Esc leads to the leaf that was worked in last in the middle. */
  private leaveSideBar(): false | undefined {
    const recent = this.getMostRecentLeaf();
    if (recent === null || !(this.activeLeaf?.getRoot() instanceof WorkspaceSidedock)) return undefined;
    this.setActiveLeaf(recent, { focus: true });
    return false;
  }

  private noteFile(): void {
    const file = this.getActiveFile();
    if (file === this.lastFile) return;
    this.lastFile = file;
    if (file) {
      this.recentFiles.remove(file.path);
      this.recentFiles.unshift(file.path);
      this.recentFiles.length = Math.min(this.recentFiles.length, RECENT_FILES);
    }
    this.trigger('file-open', file);
  }
}
