import { StateEffect, StateField } from '@codemirror/state';
import { type EditorView, ViewPlugin } from '@codemirror/view';
import type { LivePreviewStateType, MarkdownFileInfo } from 'obsidian';

const setLivePreview = StateEffect.define<boolean>();
const setEditorView = StateEffect.define<EditorView>();

/** Which file an editor is about. Its value is put in by `init` where the editor is made. */
export const editorInfoField: StateField<MarkdownFileInfo> = StateField.define<MarkdownFileInfo>({
  create: () => {
    throw new Error('An editor was made without its file.');
  },
  update: (info) => info,
});

/** The older name of `editorInfoField`. */
export const editorViewField = editorInfoField;

/** Whether the editor is in Live Preview. */
export const editorLivePreviewField: StateField<boolean> = StateField.define<boolean>({
  create: () => true,
  update: (on, transaction) =>
    transaction.effects.reduce((value, effect) => (effect.is(setLivePreview) ? effect.value : value), on),
});

/** The CodeMirror view that shows the state. */
export const editorEditorField: StateField<EditorView> = StateField.define<EditorView>({
  create: () => null as unknown as EditorView,
  update: (view, transaction) =>
    transaction.effects.reduce((value, effect) => (effect.is(setEditorView) ? effect.value : value), view),
});

/** Whether a mouse button is down in the editor. */
export const livePreviewState: ViewPlugin<LivePreviewStateType> = ViewPlugin.define(
  (): LivePreviewStateType => ({ mousedown: false }),
  {
    eventHandlers: {
      mousedown() {
        this.mousedown = true;
      },
      mouseup() {
        this.mousedown = false;
      },
    },
  },
);

/** Tells the state which view shows it; to be sent once the view is there. */
export function announceView(view: EditorView): void {
  view.dispatch({ effects: setEditorView.of(view) });
}

/** Switches between Live Preview and source. */
export function switchLivePreview(view: EditorView, on: boolean): void {
  view.dispatch({ effects: setLivePreview.of(on) });
}
