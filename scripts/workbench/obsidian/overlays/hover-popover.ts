import '../elements/dom';
import type { HoverParent, HoverPopover as ObsidianHoverPopover, Point } from 'obsidian';
import { Component } from '../base/component';

const DEFAULT_WAIT_MS = 300;

/** How far a popover has come; Obsidian exports the type with no values to rely on. */
export enum PopoverState {
  Showing,
  Shown,
  Hiding,
  Hidden,
}

/** A small window beside what the pointer rests on. What it shows is up to its maker. */
export class HoverPopover extends Component {
  readonly hoverEl = createDiv({ cls: ['popover', 'hover-popover'] });
  state = PopoverState.Showing;
  private timer: number;

  constructor(
    private readonly parent: HoverParent,
    private readonly targetEl: HTMLElement | null,
    waitTime: number = DEFAULT_WAIT_MS,
    private readonly staticPos: Point | null = null,
  ) {
    super();
    (parent.hoverPopover as unknown as HoverPopover | null)?.hide();
    parent.hoverPopover = this as unknown as ObsidianHoverPopover;
    this.timer = window.setTimeout(() => this.show(), waitTime);
    targetEl?.addEventListener('mouseleave', () => this.hideSoon());
    // Back on the link or on to the popover: it stays.
    for (const el of [targetEl, this.hoverEl]) el?.addEventListener('mouseenter', () => this.stay());
    this.hoverEl.addEventListener('mouseleave', () => this.hideSoon());
  }

  override onunload(): void {
    window.clearTimeout(this.timer);
    this.state = PopoverState.Hidden;
    this.hoverEl.detach();
    if ((this.parent.hoverPopover as unknown) === this) this.parent.hoverPopover = null;
  }

  private show(): void {
    if (this.targetEl && !this.targetEl.isConnected) {
      this.hide();
      return;
    }
    const rect = this.targetEl?.getBoundingClientRect();
    const at = this.staticPos ?? { x: rect?.left ?? 0, y: rect?.bottom ?? 0 };
    (this.targetEl?.doc ?? activeDocument).body.appendChild(this.hoverEl);
    this.hoverEl.setCssProps({ left: `${at.x}px`, top: `${at.y}px` });
    this.state = PopoverState.Shown;
    void this.load();
  }

  /** Takes it away. One that never came up was never loaded. */
  hide(): void {
    if (this.hoverEl.isConnected) this.unload();
    else this.onunload();
  }

  private stay(): void {
    if (this.state !== PopoverState.Hiding || !this.hoverEl.isConnected) return;
    window.clearTimeout(this.timer);
    this.state = PopoverState.Shown;
  }

  private hideSoon(): void {
    if (this.state === PopoverState.Hidden) return;
    window.clearTimeout(this.timer);
    if (this.state === PopoverState.Showing) {
      this.hide();
      return;
    }
    this.state = PopoverState.Hiding;
    this.timer = window.setTimeout(() => this.hide(), DEFAULT_WAIT_MS);
  }
}
