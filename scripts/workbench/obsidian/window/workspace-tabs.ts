import { setIcon } from '../elements/icons';
import { type Surroundings, WorkspaceParent } from './workspace-item';
import { type WorkspaceLeaf } from './workspace-leaf';

/** A group of leaves of which one is shown, with their tabs above. */
export class WorkspaceTabs extends WorkspaceParent {
  readonly containerEl = createDiv({ cls: ['workspace-tabs', 'mod-top'] });
  currentTab = 0;
  private readonly headersEl: HTMLElement;
  private readonly leavesEl: HTMLElement;

  constructor(workspace: Surroundings) {
    super(workspace);
    const bar = this.containerEl.createDiv({ cls: 'workspace-tab-header-container' });
    this.headersEl = bar.createDiv({
      cls: 'workspace-tab-header-container-inner',
      attr: { role: 'tablist', 'aria-label': 'Tabs' },
    });
    bar.createDiv({ cls: 'workspace-tab-header-new-tab' }, (holder) => {
      const button = holder.createSpan({
        cls: 'clickable-icon',
        attr: { 'aria-label': 'New tab', role: 'button', tabindex: 0 },
      });
      setIcon(button, 'plus');
      button.addEventListener('click', () => {
        this.workspace.openEmptyTab(this);
      });
    });
    bar.createDiv({ cls: 'workspace-tab-header-spacer' });
    this.workspace.rightSplit.createToggle(bar);
    this.leavesEl = this.containerEl.createDiv({ cls: 'workspace-tab-container' });
  }

  protected override get childrenEl(): HTMLElement {
    return this.leavesEl;
  }

  get leaves(): readonly WorkspaceLeaf[] {
    return this.children as WorkspaceLeaf[];
  }

  get shownLeaf(): WorkspaceLeaf | undefined {
    return this.leaves[this.currentTab];
  }

  override shows(leaf: WorkspaceLeaf): boolean {
    return this.shownLeaf === leaf;
  }

  override insertChild(index: number, leaf: WorkspaceLeaf): void {
    super.insertChild(index, leaf);
    const at = this.leaves.indexOf(leaf);
    this.headersEl.insertBefore(leaf.tabHeaderEl, this.headersEl.children[at] ?? null);
    if (this.children.length > 1 && at <= this.currentTab) this.currentTab += 1;
    this.showCurrent();
  }

  override removeChild(leaf: WorkspaceLeaf): void {
    const at = this.leaves.indexOf(leaf);
    leaf.tabHeaderEl.detach();
    super.removeChild(leaf);
    if (at < this.currentTab || this.currentTab >= this.children.length)
      this.currentTab = Math.max(0, this.currentTab - 1);
    this.showCurrent();
  }

  /** Shows this leaf; a deferred one is loaded now. */
  selectTab(leaf: WorkspaceLeaf): void {
    const at = this.leaves.indexOf(leaf);
    if (at < 0 || at === this.currentTab) return;
    this.currentTab = at;
    this.showCurrent();
    this.workspace.onVisibilityChange();
  }

  /** Draws which tab is shown. */
  showCurrent(): void {
    this.leaves.forEach((leaf, at) => {
      const shown = at === this.currentTab;
      leaf.containerEl.toggle(shown);
      leaf.tabHeaderEl.toggleClass('is-active', shown);
      leaf.tabHeaderEl.setAttr('aria-selected', String(shown));
    });
  }
}
