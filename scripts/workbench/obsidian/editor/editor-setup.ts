import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { codeFolding, indentUnit } from '@codemirror/language';
import { Compartment, EditorState, type Extension, Text } from '@codemirror/state';
import { drawSelection, EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import type { App, MarkdownFileInfo } from 'obsidian';
import { noteBlocks } from './editor-blocks';
import { frontMatterEnd, markdownLook } from './editor-look';
import {
  announceView,
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  livePreviewState,
} from './editor-state';

/** A CodeMirror view set up as Obsidian's editor of a note, and the ways to change its set-up. */
export interface NoteEditor {
  readonly cm: EditorView;
  /** Puts a new text in, with no history. */
  reset(text: string): void;
  setPluginExtensions(extensions: readonly Extension[]): void;
}

export interface NoteEditorOptions {
  readonly app: App;
  readonly info: MarkdownFileInfo;
  readonly parent: HTMLElement;
  readonly extensions: readonly Extension[];
  readonly onUpdate: (update: ViewUpdate) => void;
}

/** Builds the editor of a note. */
export function createNoteEditor({ app, info, parent, extensions, onUpdate }: NoteEditorOptions): NoteEditor {
  const plugins = new Compartment();
  let registered = extensions;
  const stateOf = (text: string, live: boolean): EditorState =>
    EditorState.create({
      doc: text,
      // The front matter is not seen as text: one starts below it.
      selection: { anchor: live ? frontMatterEnd(Text.of(text.split('\n'))) : 0 },
      extensions: [
        editorInfoField.init(() => info),
        editorLivePreviewField.init(() => live),
        editorEditorField,
        livePreviewState,
        plugins.of([...registered]),
        history(),
        drawSelection(),
        codeFolding(),
        indentUnit.of('\t'),
        EditorState.allowMultipleSelections.of(true),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Note text', spellcheck: 'false', autocorrect: 'off' }),
        markdown({ base: markdownLanguage, completeHTMLTags: false }),
        markdownLook,
        noteBlocks(app, (cell, onCellUpdate) =>
          createNoteEditor({ app, info, parent: cell, extensions: registered, onUpdate: onCellUpdate }),
        ),
        keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of(onUpdate),
      ],
    });
  const cm = new EditorView({ state: stateOf('', true), parent });
  announceView(cm);
  return {
    cm,
    reset: (text) => {
      cm.setState(stateOf(text, cm.state.field(editorLivePreviewField)));
      announceView(cm);
    },
    setPluginExtensions: (next) => {
      registered = next;
      cm.dispatch({ effects: plugins.reconfigure([...next]) });
    },
  };
}
