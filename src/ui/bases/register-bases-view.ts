import { BasesView, type Plugin, type QueryController } from 'obsidian';
import { BaseContent, type BasesParts } from './base-content';
import { viewOptions } from './view-options';
import { words } from '../../words/words';

const ACTIONS_VIEW = 'account-actions';

/** Offers “Account actions” among the views of bases. Where bases are off, or not there yet, nothing is offered. */
export function registerBasesView(plugin: Plugin, parts: BasesParts): void {
  if (!('registerBasesView' in plugin)) return;

  /** A base, shown as the decisions and tasks of its notes. */
  class ActionsBasesView extends BasesView {
    override readonly type = ACTIONS_VIEW;
    private readonly content: BaseContent;
    private hasData = false;

    constructor(controller: QueryController, containerEl: HTMLElement) {
      super(controller);
      this.content = this.addChild(new BaseContent(containerEl, () => (this.hasData ? this : null), parts));
    }

    override onDataUpdated(): void {
      this.hasData = true;
      this.content.update();
    }
  }

  plugin.registerBasesView(ACTIONS_VIEW, {
    name: words.rollups.base.name,
    icon: 'gavel',
    options: viewOptions,
    factory: (controller, containerEl) => new ActionsBasesView(controller, containerEl),
  });
}
