import './dom';
import type { HoverParent, HoverPopover as ObsidianHoverPopover, Point } from 'obsidian';
import { Component } from './component';

const DEFAULT_WAIT_MS = 300;

/** How far a popover has come; Obsidian exports the type with no values to rely on. */
export enum PopoverState { Showing, Shown, Hiding, Hidden }

/** A small window beside what the pointer rests on. What it shows is up to its maker; page previews are left out. */
export class HoverPopover extends Component {
  readonly hoverEl = createDiv({ cls: ['popover', 'hover-popover'] });
  state = PopoverState.Showing;
  private timer: number;

  constructor(private readonly parent: HoverParent, private readonly targetEl: HTMLElement | null, waitTime: number = DEFAULT_WAIT_MS, private readonly staticPos: Point | null = null) {
    super();
    parent.hoverPopover?.unload();
    parent.hoverPopover = this as unknown as ObsidianHoverPopover;
    this.timer = window.setTimeout(() => this.show(), waitTime);
    targetEl?.addEventListener('mouseleave', () => this.hideSoon());
    this.hoverEl.addEventListener('mouseenter', () => window.clearTimeout(this.timer));
    this.hoverEl.addEventListener('mouseleave', () => this.hideSoon());
  }

  override onunload(): void {
    window.clearTimeout(this.timer);
    this.state = PopoverState.Hidden;
    this.hoverEl.detach();
    if ((this.parent.hoverPopover as unknown) === this) this.parent.hoverPopover = null;
  }

  private show(): void {
    if (this.targetEl && !this.targetEl.isConnected) return;
    const rect = this.targetEl?.getBoundingClientRect();
    const at = this.staticPos ?? { x: rect?.left ?? 0, y: rect?.bottom ?? 0 };
    (this.targetEl?.doc ?? activeDocument).body.appendChild(this.hoverEl);
    this.hoverEl.setCssProps({ left: `${at.x}px`, top: `${at.y}px` });
    this.state = PopoverState.Shown;
    void this.load();
  }

  private hideSoon(): void {
    window.clearTimeout(this.timer);
    this.state = PopoverState.Hiding;
    // A popover that never came up was never loaded, so it is taken back by hand.
    this.timer = window.setTimeout(() => (this.hoverEl.isConnected ? this.unload() : this.onunload()), DEFAULT_WAIT_MS);
  }
}
