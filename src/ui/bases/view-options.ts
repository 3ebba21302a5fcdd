import type { BasesAllOptions, BasesViewConfig } from 'obsidian';
import { NOTE_SHOWS } from '../../core/rollup/note-sections';
import { words } from '../../words/words';

/** What a person can choose of the view in its menu. `readNoteWish` reads it. */
export function viewOptions(config: BasesViewConfig): BasesAllOptions[] {
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
