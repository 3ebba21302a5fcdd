import '../elements/dom';

/** The line at the foot of the window. The page mounts it. */
export class StatusBar {
  readonly containerEl = createDiv({ cls: 'status-bar', attr: { role: 'contentinfo' } });

  /** A new empty item, at the left end as in Obsidian. */
  addItem(): HTMLElement {
    return this.containerEl.createDiv({ cls: 'status-bar-item', prepend: true });
  }
}
