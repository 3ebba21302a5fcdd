import { Keymap, Notice, type App, type UserEvent } from 'obsidian';
import { visible } from '../../core/text/inline';

/** Opens what a link in a note's text points to. `from`: the path of that note. */
export type OpenLink = (target: string, from: string, event: UserEvent) => void;

/**
 * An opener for links in the words of notes. Obsidian would create a note that is not there; a link in a machine's text
 * is no reason to.
 */
export function createOpenLink(app: App, onError: (what: string, error: unknown) => void): OpenLink {
  return (target, from, event) => {
    const file = app.metadataCache.getFirstLinkpathDest(target.split('#', 1)[0]!, from);
    if (file === null) new Notice(`“${visible(target)}” was not opened: no note has that name.`);
    else
      app.workspace
        .openLinkText(target, from, Keymap.isModEvent(event))
        .catch((error: unknown) => onError('The note was not opened', error));
  };
}
