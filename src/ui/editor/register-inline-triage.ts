import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import { MarkdownView, type Plugin } from 'obsidian';
import type { InlineTriage } from '../../app/lines/inline-triage';
import { RenderedLines, rememberedLines } from '../inline-triage/rendered-lines';
import { pathOf } from './path-of';
import { proposalButtons } from './proposal-buttons';

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

const MARKED = 'account-actions-proposed-boxes';

/** Marks the editors of notes whose proposed lines have a box of their own; the style sheet draws it. */
function proposedBoxes(inline: InlineTriage): Extension {
  const isMarked = (view: EditorView): boolean => {
    const path = pathOf(view);
    return path !== null && inline.hasOwnBoxes(path);
  };
  return [
    EditorView.editorAttributes.of((view) => (isMarked(view) ? { class: MARKED } : null)),
    ViewPlugin.define((view) => ({
      destroy: inline.onChange(() => {
        // Attributes are asked for with each transaction.
        if (view.dom.hasClass(MARKED) !== isMarked(view)) view.dispatch({});
      }),
    })),
  ];
}
