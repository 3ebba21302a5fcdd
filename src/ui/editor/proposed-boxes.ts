import { type Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import type { InlineTriage } from '../../app/lines/inline-triage';
import { pathOf } from './path-of';

const MARKED = 'account-actions-proposed-boxes';

/** Marks the editors of notes whose proposed lines have a box of their own; the style sheet draws it. */
export function proposedBoxes(inline: InlineTriage): Extension {
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
