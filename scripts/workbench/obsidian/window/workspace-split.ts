import type { Side, SplitDirection } from 'obsidian';
import { setIcon } from '../elements/icons';
import { type Surroundings, WorkspaceParent } from './workspace-item';

const MIN_WIDTH = 200;
const MAX_WIDTH = 900;

/** Tab groups and further splits side by side (vertical) or one above the other (horizontal). */
export class WorkspaceSplit extends WorkspaceParent {
  readonly containerEl: HTMLElement;

  constructor(
    workspace: Surroundings,
    readonly direction: SplitDirection,
  ) {
    super(workspace);
    this.containerEl = createDiv({ cls: ['workspace-split', `mod-${direction}`] });
  }
}

/** The top of what stands in one window. */
export abstract class WorkspaceContainer extends WorkspaceSplit {
  abstract readonly win: Window;
  abstract readonly doc: Document;

  override getContainer(): WorkspaceContainer {
    return this;
  }
}

/** The middle of the main window. */
export class WorkspaceRoot extends WorkspaceContainer {
  readonly win = window;
  readonly doc = document;

  constructor(workspace: Surroundings) {
    super(workspace, 'vertical');
    this.containerEl.addClass('mod-root');
    this.containerEl.setAttr('role', 'main');
  }
}

/** A side bar. */
export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = true;

  constructor(
    workspace: Surroundings,
    readonly side: Side,
  ) {
    super(workspace, 'horizontal');
    this.containerEl.setAttrs({
      role: 'complementary',
      'aria-label': side === 'left' ? 'Left sidebar' : 'Right sidebar',
    });
    this.containerEl.addClasses(['mod-sidedock', `mod-${side}-split`, 'is-sidedock-collapsed']);
    this.containerEl.createEl('hr', { cls: 'workspace-leaf-resize-handle' }, (handle) => {
      handle.addEventListener('pointerdown', (event) => this.resizeFrom(event, handle));
    });
  }

  toggle(): void {
    if (this.collapsed) this.expand();
    else this.collapse();
  }

  collapse(): void {
    this.setCollapsed(true);
  }

  expand(): void {
    this.setCollapsed(false);
  }

  /** The button that folds this side bar away; there may be several. */
  createToggle(parent: HTMLElement): HTMLElement {
    const button = parent.createDiv({
      cls: ['clickable-icon', 'sidebar-toggle-button', `mod-${this.side}`],
      attr: { 'aria-label': `Toggle ${this.side} sidebar`, role: 'button', tabindex: 0 },
    });
    setIcon(button, `panel-${this.side}`);
    button.addEventListener('click', () => this.toggle());
    button.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.toggle();
    });
    return button;
  }

  private setCollapsed(collapsed: boolean): void {
    if (this.collapsed === collapsed) return;
    this.collapsed = collapsed;
    this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
    this.workspace.containerEl.toggleClass(`is-${this.side}-sidedock-open`, !collapsed);
    this.workspace.onVisibilityChange();
  }

  private resizeFrom(event: PointerEvent, handle: HTMLElement): void {
    const startX = event.clientX;
    const startWidth = this.containerEl.getBoundingClientRect().width;
    const sign = this.side === 'left' ? 1 : -1;
    const gone = new AbortController();
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener(
      'pointermove',
      (move) => {
        const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, startWidth + sign * (move.clientX - startX)));
        this.containerEl.setCssProps({ width: `${width}px` });
      },
      { signal: gone.signal },
    );
    handle.addEventListener(
      'pointerup',
      () => {
        gone.abort();
        this.workspace.trigger('resize');
        this.workspace.requestSaveLayout();
      },
      { signal: gone.signal },
    );
  }
}

/** The side bar on a phone: the same node, drawn over the note. */
export class WorkspaceMobileDrawer extends WorkspaceSidedock {
  constructor(workspace: Surroundings, side: Side) {
    super(workspace, side);
    this.containerEl.addClasses(['workspace-drawer', `mod-${side}`]);
  }
}
