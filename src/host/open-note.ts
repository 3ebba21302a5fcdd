import { Keymap, Notice, type App, type UserEvent } from 'obsidian';
import type { Place } from '../core/graph/rows';

/** Opens a note at a line, as a click on a link would: in a new tab, split or window where the user asks for it. */
export type OpenNote = (place: Partial<Place> & Pick<Place, 'path'>, event: UserEvent | null) => Promise<void>;

/** An opener for the notes of `app`'s vault. A note that is gone is told in a sentence. */
export function createOpenNote(app: App): OpenNote {
  return async ({ path, line }, event) => {
    const file = app.vault.getFileByPath(path);
    if (file === null) {
      new Notice(`“${path}” was not opened: it is not in the vault any more.`);
      return;
    }
    const leaf = app.workspace.getLeaf(event === null ? false : Keymap.isModEvent(event));
    await leaf.openFile(file, { active: true, eState: line === undefined ? {} : { line } });
  };
}
