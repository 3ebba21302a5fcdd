import type { App, OpenViewState, WorkspaceLeaf } from 'obsidian';
import { parseLinktext } from '../metadata/link-text';
import { Keymap } from '../base/scope';

/** Shows in `leaf` what a link leads to; a note that is not there yet is made. */
export async function openLink(
  app: App,
  leaf: Pick<WorkspaceLeaf, 'openFile'>,
  linktext: string,
  sourcePath: string,
  openState: OpenViewState = {},
): Promise<void> {
  const { path, subpath } = parseLinktext(linktext);
  const found =
    path === '' ? app.vault.getFileByPath(sourcePath) : app.metadataCache.getFirstLinkpathDest(path, sourcePath);
  const file = found ?? (await app.vault.create(`${path.replace(/\.md$/, '')}.md`, ''));
  const eState = subpath === '' ? openState.eState : { ...openState.eState, subpath };
  await leaf.openFile(file, { ...openState, ...(eState ? { eState } : {}) });
}

/** Events that somebody further inside has taken. */
const taken = new WeakSet<Event>();

function take(event: Event): boolean {
  if (taken.has(event)) return false;
  taken.add(event);
  return true;
}

/**
 * Makes the links to notes in `el` work, those of the editor and those of rendered text. A link in an embed belongs to
 * the embedded note.
 */
export function followLinks(app: App, el: HTMLElement, sourcePath: () => string): void {
  const open = (event: MouseEvent, link: HTMLElement): void => {
    if (!take(event)) return;
    event.preventDefault();
    void app.workspace.openLinkText(link.getAttr('data-href') ?? '', sourcePath(), Keymap.isModEvent(event));
  };
  el.on('click', 'a.internal-link', open);
  el.on('auxclick', 'a.internal-link', (event, link) => {
    if (event.button === 1) open(event, link);
  });
  // In the text of an editor a plain click opens only what is drawn as a link.
  el.on(
    'mousedown',
    '.cm-hmd-internal-link',
    (event, link) => {
      if (event.button === 0 && (link.hasClass('is-live') || Keymap.isModEvent(event) !== false)) open(event, link);
    },
    true,
  );
  const hoverParent = { hoverPopover: null };
  for (const [source, selector] of [
    ['preview', 'a.internal-link'],
    ['editor', '.cm-hmd-internal-link'],
  ] as const) {
    el.on('mouseover', selector, (event, targetEl) => {
      if (take(event))
        app.workspace.trigger('hover-link', {
          event,
          source,
          hoverParent,
          targetEl,
          linktext: targetEl.getAttr('data-href') ?? '',
          sourcePath: sourcePath(),
        });
    });
  }
}
