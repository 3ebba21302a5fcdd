import type { App, HoverParent } from 'obsidian';
import type { RowsModel } from './model';

/** The name under which previews of links are asked for. */
export const HOVER_SOURCE = 'account-actions';

/**
 * Shows what stands at a place while the pointer is over its link, for rows that stand in the note at `sourcePath` and
 * belong to `hoverParent`.
 */
export function createPreview(
  app: App,
  hoverParent: HoverParent,
  sourcePath: string,
): NonNullable<RowsModel['preview']> {
  return (place, event, link) => {
    app.workspace.trigger('hover-link', {
      event,
      source: HOVER_SOURCE,
      hoverParent,
      targetEl: link,
      linktext: place.path,
      sourcePath,
      ...(place.line === undefined ? {} : { state: { scroll: place.line } }),
    });
  };
}
