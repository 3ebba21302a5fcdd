import {
  Keymap,
  MarkdownView,
  Notice,
  Platform,
  type App,
  type TFile,
  type UserEvent,
  type Workspace,
  type WorkspaceLeaf,
} from 'obsidian';
import type { Press, Vault } from '../app/context';
import type { OnError } from '../app/told';
import { visible } from '../core/text/inline';
import { words } from '../words/words';

/** What the app asks of the vault and the workspace of `app`. */
export function createVault(app: App, onError: OnError): Vault {
  const { metadataCache, workspace, vault } = app;
  const paneOf = (press: Press | null): ReturnType<typeof Keymap.isModEvent> =>
    // Whoever draws hands on the event as it came.
    press === null ? false : Keymap.isModEvent(press as UserEvent);
  const guard = (opening: Promise<void>): void =>
    void opening.catch((error: unknown) => onError(words.failures.openNote, error));
  const fileAt = (path: string): TFile | null => {
    const file = vault.getFileByPath(path);
    if (file === null) new Notice(words.common.notOpened.gone(path));
    return file;
  };
  const showBeside = createShowBeside(workspace);
  return {
    open({ path, line }, press) {
      const file = fileAt(path);
      if (file !== null)
        guard(workspace.getLeaf(paneOf(press)).openFile(file, { active: true, eState: stateAt(line) }));
    },
    show({ path, line }, from, { enters }) {
      const file = fileAt(path);
      if (file !== null) guard(showBeside(file, stateAt(line), from as WorkspaceLeaf, enters));
    },
    // Obsidian would create a note that is not there; a link in a machine's text is no reason to.
    openLink(target, from, press) {
      const file = metadataCache.getFirstLinkpathDest(target.split('#', 1)[0]!, from);
      if (file === null) new Notice(words.common.notOpened.noNote(visible(target)));
      else guard(workspace.openLinkText(target, from, paneOf(press)));
    },
    pageOf: (person) => metadataCache.getFirstLinkpathDest(person, '')?.path ?? null,
    linkTo(path, from) {
      const file = vault.getFileByPath(path);
      const shortest = file === null ? '' : metadataCache.fileToLinktext(file, from, true);
      return file !== null && metadataCache.getFirstLinkpathDest(shortest, from) === file
        ? shortest
        : path.replace(/\.md$/i, '');
    },
    freePath: (name) => freePath(app, name),
    notes: () => vault.getMarkdownFiles().map(({ path, stat }) => ({ path, size: stat.size, changed: stat.mtime })),
    async textOf(path) {
      const file = vault.getFileByPath(path);
      if (file === null) return null;
      try {
        return await vault.cachedRead(file);
      } catch {
        // The indexer lists what cannot be read, under "Needs attention".
        return null;
      }
    },
    createdAt: (path) => vault.getFileByPath(path)?.stat.ctime ?? null,
    activeNote() {
      const view = workspace.getActiveViewOfType(MarkdownView);
      return view?.file == null ? null : { path: view.file.path, name: view.file.basename, text: view.getViewData() };
    },
    activePath: () => workspace.getActiveFile()?.path ?? null,
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
  };
}

async function freePath({ fileManager, vault, workspace }: App, name: string): Promise<string> {
  const folder = fileManager.getNewFileParent(workspace.getActiveFile()?.path ?? '', `${name}.md`);
  const start = folder.isRoot() ? name : `${folder.path}/${name}`;
  for (let number = 1; ; number++) {
    const path = `${start}${number === 1 ? '' : ` ${number}`}.md`;
    if (!(await vault.adapter.exists(path))) return path;
  }
}

function stateAt(line: number | undefined): Record<string, unknown> {
  return line === undefined ? {} : { line };
}

/** Shows files beside views, each view always in the same place. */
function createShowBeside(
  workspace: Workspace,
): (file: TFile, eState: Record<string, unknown>, from: WorkspaceLeaf, enters: boolean) => Promise<void> {
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
  return async (file, eState, from, enters) => {
    const leaf = leafBeside(from);
    // A phone shows one of them at a time.
    const active = enters || Platform.isPhone;
    const { doc } = from.view.containerEl;
    const focused = doc.activeElement;
    await leaf.openFile(file, { active, eState });
    if (active) workspace.setActiveLeaf(leaf, { focus: true });
    else if (
      focused !== doc.activeElement &&
      focused?.instanceOf(HTMLElement) &&
      from.view.containerEl.contains(focused)
    )
      focused.focus();
  };
}
