import { MarkdownView, type Plugin } from 'obsidian';
import type { InlineTriage } from '../../app/lines/inline-triage';
import { RenderedLines, rememberedLines } from '../inline-triage/rendered-lines';
import { proposalButtons } from './proposal-buttons';
import { proposedBoxes } from './proposed-boxes';

/** Puts buttons on the proposed lines of notes, in Live Preview and in reading view, as long as `owner` is loaded. */
export function registerInlineTriage(owner: Plugin, inline: InlineTriage): void {
  const readLines = rememberedLines();
  const rendered = new Set<RenderedLines>();
  owner.registerEditorExtension([proposalButtons(inline), proposedBoxes(inline)]);
  owner.registerMarkdownPostProcessor((el, context) => {
    if (el.querySelector('li.task-list-item') === null) return;
    const lines = new RenderedLines(el, context, inline, readLines);
    rendered.add(lines);
    lines.register(() => rendered.delete(lines));
    context.addChild(lines);
  });
  owner.register(() => {
    // They belong to the reading views, which stay.
    [...rendered].forEach((lines) => lines.unload());
    inline.stop();
  });
  // Notes that are read already were rendered without the buttons.
  const { workspace } = owner.app;
  if (!workspace.layoutReady) return;
  workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof MarkdownView && view.getMode() === 'preview') view.previewMode.rerender(true);
  });
}
