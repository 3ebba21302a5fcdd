import type { App, HoverLinkSource, HoverParent } from 'obsidian';
import { HoverPopover, PopoverState } from '../overlays/hover-popover';
import { embedsNote, NoteEmbed } from '../rendering/note-embed';
import { Keymap } from '../base/scope';

/** What the `hover-link` event of the workspace tells. */
interface HoverLink {
  readonly event: MouseEvent;
  readonly source: string;
  readonly hoverParent: HoverParent;
  readonly targetEl: HTMLElement | null;
  readonly linktext: string;
  readonly sourcePath?: string;
}

/**
 * Shows a note beside the link to it on which the pointer rests: at once or with Ctrl/Cmd, as the source of the event
 * says. Unknown sources show nothing.
 */
export class PagePreview {
  readonly sources = new Map<string, HoverLinkSource>([
    ['preview', { display: 'Reading view', defaultMod: false }],
    ['editor', { display: 'Editing view', defaultMod: true }],
  ]);
  private readonly shown = new WeakMap<HTMLElement, HoverPopover>();
  private waiting: AbortController | null = null;

  constructor(private readonly app: App) {}

  onHover(link: HoverLink): void {
    const source = this.sources.get(link.source);
    const targetEl = link.targetEl ?? (link.event.target as HTMLElement);
    this.waiting?.abort();
    if (!source || !embedsNote(this.app, link.linktext, link.sourcePath ?? '')) return;
    if (!source.defaultMod || Keymap.isModifier(link.event, 'Mod')) this.show(link, targetEl);
    else this.waitForKey(link, targetEl);
  }

  /** The key may be pressed while the pointer rests there. */
  private waitForKey(link: HoverLink, targetEl: HTMLElement): void {
    const gone = (this.waiting = new AbortController());
    targetEl.addEventListener('mouseleave', () => gone.abort(), { signal: gone.signal });
    targetEl.doc.addEventListener(
      'keydown',
      (event) => {
        if (!Keymap.isModifier(event, 'Mod')) return;
        gone.abort();
        if (targetEl.isConnected) this.show(link, targetEl);
      },
      { signal: gone.signal, capture: true },
    );
  }

  private show({ hoverParent, linktext, sourcePath = '' }: HoverLink, targetEl: HTMLElement): void {
    const there = this.shown.get(targetEl);
    if (there && there.state !== PopoverState.Hidden) return;
    const popover = new HoverPopover(hoverParent, targetEl);
    popover.addChild(new NoteEmbed(this.app, popover.hoverEl.createDiv(), linktext, sourcePath));
    this.shown.set(targetEl, popover);
  }
}
