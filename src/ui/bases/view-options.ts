import type { BasesAllOptions, BasesViewConfig } from 'obsidian';
import { NOTE_SHOWS } from '../../core/rollup/note-sections';

/** What a person can choose of the view in its menu. `readNoteWish` reads it. */
export function viewOptions(config: BasesViewConfig): BasesAllOptions[] {
  const isWithout =
    (...shows: readonly unknown[]) =>
    (): boolean =>
      shows.includes(config.get('show'));
  return [
    { type: 'dropdown', key: 'show', displayName: 'Show', default: 'both', options: { ...NOTE_SHOWS } },
    {
      type: 'dropdown',
      key: 'tasks',
      displayName: 'Tasks',
      default: 'waiting',
      options: { waiting: 'Proposed, open and in progress', all: 'All' },
      shouldHide: isWithout('decisions', 'facts'),
    },
    {
      type: 'toggle',
      key: 'superseded',
      displayName: 'Superseded decisions',
      default: false,
      shouldHide: isWithout('tasks', 'facts'),
    },
  ];
}
