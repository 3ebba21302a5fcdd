import { Keymap, Notice, Platform, type App, type TFile, type UserEvent, type WorkspaceLeaf } from 'obsidian';
import type { Place } from '../core/graph/rows';

/** Opens a note at a line, as a click on a link would: in a new tab, split or window where the user asks for it. */
export type OpenNote = (place: Partial<Place> & Pick<Place, 'path'>, event: UserEvent | null) => Promise<void>;

/** Shows a note at a line beside a view, which keeps the focus; only where it `enters`, the note gets it. */
export type ShowNote = (place: Place, from: WorkspaceLeaf, options: { readonly enters: boolean }) => Promise<void>;

/** An opener for the notes of `app`'s vault. A note that is gone is told in a sentence. */
export function createOpenNote(app: App): OpenNote {
  return async ({ path, line }, event) => {
    const file = fileAt(app, path);
    if (file === null) return;
    const leaf = app.workspace.getLeaf(event === null ? false : Keymap.isModEvent(event));
    await leaf.openFile(file, { active: true, eState: line === undefined ? {} : { line } });
  };
}

/** Shows notes of `app`'s vault beside views, each view always in the same place. */
export function createShowNote(app: App): ShowNote {
  const { workspace } = app;
  const shownIn = new WeakMap<WorkspaceLeaf, WorkspaceLeaf>();
  const leafBeside = (from: WorkspaceLeaf): WorkspaceLeaf => {
    const root = from.getRoot();
    if (root === workspace.leftSplit || root === workspace.rightSplit) return workspace.getLeaf(false);
    const free: WorkspaceLeaf[] = [];
    workspace.iterateAllLeaves((leaf) => {
      if (leaf.getContainer() !== from.getContainer() || leaf.parent === from.parent) return;
      if (leaf.view.navigation && leaf.getViewState().pinned !== true) free.push(leaf);
    });
    const last = shownIn.get(from);
    const leaf = free.find((known) => known === last) ?? free[0] ?? workspace.createLeafBySplit(from, 'vertical');
    shownIn.set(from, leaf);
    return leaf;
  };
  return async ({ path, line }, from, { enters }) => {
    const file = fileAt(app, path);
    if (file === null) return;
    const leaf = leafBeside(from);
    // A phone shows one of them at a time.
    const active = enters || Platform.isPhone;
    const { doc } = from.view.containerEl;
    const focused = doc.activeElement;
    await leaf.openFile(file, { active, eState: { line } });
    if (active) workspace.setActiveLeaf(leaf, { focus: true });
    else if (
      focused !== doc.activeElement &&
      focused?.instanceOf(HTMLElement) &&
      from.view.containerEl.contains(focused)
    )
      focused.focus();
  };
}

function fileAt(app: App, path: string): TFile | null {
  const file = app.vault.getFileByPath(path);
  if (file === null) new Notice(`“${path}” was not opened: it is not in the vault any more.`);
  return file;
}
