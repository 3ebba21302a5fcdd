import '../elements/dom';
import type { Side } from 'obsidian';
import { setIcon } from '../elements/icons';

/** The narrow strip of icons at the edge of the window. */
export class WorkspaceRibbon {
  readonly containerEl: HTMLElement;
  /** Above the actions: the side bar's own button. */
  readonly topEl: HTMLElement;
  readonly actionsEl: HTMLElement;
  readonly settingsEl: HTMLElement;

  constructor(side: Side) {
    this.containerEl = createDiv({
      cls: ['workspace-ribbon', 'side-dock-ribbon', `mod-${side}`],
      attr: { role: 'navigation', 'aria-label': 'Ribbon' },
    });
    this.topEl = this.containerEl.createDiv({ cls: 'sidebar-toggle-container' });
    this.actionsEl = this.containerEl.createDiv({ cls: 'side-dock-actions' });
    this.settingsEl = this.containerEl.createDiv({ cls: 'side-dock-settings' });
  }

  /** A new action; detach the element to take it away. */
  addAction(
    id: string,
    icon: string,
    title: string,
    callback: (event: MouseEvent) => unknown,
    parent: HTMLElement = this.actionsEl,
  ): HTMLElement {
    const el = parent.createDiv({
      cls: ['clickable-icon', 'side-dock-ribbon-action'],
      attr: {
        'aria-label': title,
        'data-tooltip-position': 'right',
        'data-ribbon-id': id,
        role: 'button',
        tabindex: 0,
      },
    });
    setIcon(el, icon);
    el.addEventListener('click', callback);
    el.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      el.click();
    });
    return el;
  }
}
