import { Keymap, MarkdownView, Notice, type App, type UserEvent } from 'obsidian';
import type { Press, Vault } from '../app/context';
import type { OnError } from '../app/told';
import { visible } from '../core/text/inline';

/** What the app asks of the vault and the workspace of `app`. */
export function createVault(app: App, onError: OnError): Vault {
  const { metadataCache, workspace, fileManager, vault } = app;
  const paneOf = (press: Press | null): ReturnType<typeof Keymap.isModEvent> =>
    // Whoever draws hands on the event as it came.
    press === null ? false : Keymap.isModEvent(press as UserEvent);
  const guard = (opening: Promise<void>): void =>
    void opening.catch((error: unknown) => onError('The note was not opened', error));
  return {
    open({ path, line }, press) {
      const file = vault.getFileByPath(path);
      if (file === null) {
        new Notice(`“${path}” was not opened: it is not in the vault any more.`);
        return;
      }
      const eState = line === undefined ? {} : { line };
      guard(workspace.getLeaf(paneOf(press)).openFile(file, { active: true, eState }));
    },
    // Obsidian would create a note that is not there; a link in a machine's text is no reason to.
    openLink(target, from, press) {
      const file = metadataCache.getFirstLinkpathDest(target.split('#', 1)[0]!, from);
      if (file === null) new Notice(`“${visible(target)}” was not opened: no note has that name.`);
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
    async freePath(name) {
      const folder = fileManager.getNewFileParent(workspace.getActiveFile()?.path ?? '', `${name}.md`);
      const start = folder.isRoot() ? name : `${folder.path}/${name}`;
      for (let number = 1; ; number++) {
        const path = `${start}${number === 1 ? '' : ` ${number}`}.md`;
        if (!(await vault.adapter.exists(path))) return path;
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
