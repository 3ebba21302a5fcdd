import { type EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { App, TFile } from 'obsidian';
import { resolveSubpath } from '../metadata/link-text';

const FLASH_MS = 1500;

const flash = StateEffect.define<number | null>();

const flashField = StateField.define<number | null>({
  create: () => null,
  update: (at, transaction) =>
    transaction.effects.reduce<number | null>(
      (value, effect) => (effect.is(flash) ? effect.value : value),
      transaction.docChanged ? null : at,
    ),
  provide: (field) =>
    EditorView.decorations.compute([field], (state: EditorState) => {
      const at = state.field(field);
      return at === null
        ? Decoration.none
        : Decoration.set(Decoration.line({ class: 'is-flashing' }).range(state.doc.lineAt(at).from));
    }),
});

/** Puts the cursor at the end of the line, scrolls it into view and makes it flash. */
export function revealLine(cm: EditorView, line: number): void {
  const number = Math.max(1, Math.min(line + 1, cm.state.doc.lines));
  const { from, to } = cm.state.doc.line(number);
  const known = cm.state.field(flashField, false) !== undefined;
  cm.dispatch({
    selection: { anchor: to },
    effects: [
      ...(known ? [] : [StateEffect.appendConfig.of(flashField)]),
      EditorView.scrollIntoView(from, { y: 'center' }),
    ],
  });
  cm.dispatch({ effects: flash.of(from) });
  window.setTimeout(() => {
    if (cm.dom.isConnected) cm.dispatch({ effects: flash.of(null) });
  }, FLASH_MS);
}

/** Finds the line of a heading or a block of the file. */
export function revealSubpath(app: App, file: TFile | null, subpath: string, reveal: (line: number) => void): void {
  const cache = file ? app.metadataCache.getFileCache(file) : null;
  const found = cache ? resolveSubpath(cache, subpath) : null;
  if (found) reveal(found.start.line);
}
