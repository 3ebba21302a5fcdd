import { BasesView, type BasesAllOptions, type BasesViewConfig, type Plugin, type QueryController } from 'obsidian';
import { NOTE_SHOWS } from '../../core/rollup/note-sections';
import { BaseContent, type BasesParts } from './base-content';
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

/** What a person can choose of the view in its menu. `readNoteWish` reads it. */
function viewOptions(config: BasesViewConfig): BasesAllOptions[] {
  const isWithout =
    (...shows: readonly unknown[]) =>
    (): boolean =>
      shows.includes(config.get('show'));
  return [
    {
      type: 'dropdown',
      key: 'show',
      displayName: words.rollups.base.show,
      default: 'both',
      options: { ...NOTE_SHOWS },
    },
    {
      type: 'dropdown',
      key: 'tasks',
      displayName: words.rollups.base.tasks,
      default: 'waiting',
      options: { waiting: words.rollups.base.waiting, all: words.rollups.base.all },
      shouldHide: isWithout('decisions', 'facts'),
    },
    {
      type: 'toggle',
      key: 'superseded',
      displayName: words.rollups.base.superseded,
      default: false,
      shouldHide: isWithout('tasks', 'facts'),
    },
  ];
}
