import { expect, test } from '@jest/globals';
import { history } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { Editor } from '../../scripts/workbench/obsidian';
import { mergeTexts } from '../../scripts/workbench/obsidian/editor/merge-text';

function editorOf(text: string): Editor {
  return new Editor(
    new EditorView({
      state: EditorState.create({ doc: text, extensions: [history(), EditorState.allowMultipleSelections.of(true)] }),
      parent: document.body,
    }),
  );
}

test('lines and columns count from 0, and places outside are drawn to the nearest', () => {
  const editor = editorOf('one\ntwo\nthree');
  expect([editor.lineCount(), editor.lastLine(), editor.getLine(1), editor.getLine(9)]).toEqual([3, 2, 'two', '']);
  expect(editor.posToOffset({ line: 1, ch: 2 })).toBe(6);
  expect(editor.offsetToPos(6)).toEqual({ line: 1, ch: 2 });
  expect(editor.posToOffset({ line: 1, ch: 99 })).toBe(7);
  expect(editor.posToOffset({ line: 99, ch: 0 })).toBe(13);
});

test('a transaction is one step to undo, and its selection is meant in the new text', () => {
  const editor = editorOf('one\ntwo\nthree');
  editor.transaction({
    changes: [
      { from: { line: 0, ch: 0 }, to: { line: 0, ch: 3 }, text: 'first line' },
      { from: { line: 2, ch: 5 }, text: '!' },
    ],
    selection: { from: { line: 0, ch: 10 } },
  });
  expect(editor.getValue()).toBe('first line\ntwo\nthree!');
  expect(editor.getCursor()).toEqual({ line: 0, ch: 10 });
  editor.undo();
  expect(editor.getValue()).toBe('one\ntwo\nthree');
  editor.redo();
  expect(editor.getValue()).toBe('first line\ntwo\nthree!');
});

test('a new text changes what differs alone: the cursor stays on its line', () => {
  const editor = editorOf('one\ntwo\nthree');
  editor.setCursor({ line: 2, ch: 2 });
  editor.setValue('one\r\n2\r\nthree');
  expect(editor.getValue()).toBe('one\n2\nthree');
  expect(editor.getCursor()).toEqual({ line: 2, ch: 2 });
});

test('lines of the selection are read, then written together', () => {
  const editor = editorOf('a\n\nb\nc');
  editor.setSelection({ line: 0, ch: 0 }, { line: 2, ch: 1 });
  editor.processLines(
    (_line, text) => text.toUpperCase(),
    (line, text, value) => ({ from: { line, ch: 0 }, to: { line, ch: text.length }, text: value ?? '' }),
  );
  expect(editor.getValue()).toBe('A\n\nB\nc');
});

test('selections, words and ranges', () => {
  const editor = editorOf('one two\nthree');
  editor.setSelections([
    { anchor: { line: 0, ch: 0 }, head: { line: 0, ch: 3 } },
    { anchor: { line: 1, ch: 0 }, head: { line: 1, ch: 5 } },
  ]);
  expect(editor.getSelection()).toBe('one\nthree');
  expect(editor.listSelections()).toHaveLength(2);
  expect(editor.wordAt({ line: 0, ch: 5 })).toEqual({ from: { line: 0, ch: 4 }, to: { line: 0, ch: 7 } });
  expect(editor.getRange({ line: 0, ch: 4 }, { line: 1, ch: 2 })).toBe('two\nth');
});

test('two changes of a text go together unless they touch the same place', () => {
  expect(mergeTexts('a\nb\nc\n', 'a1\nb\nc\n', 'a\nb\nc2\n')).toBe('a1\nb\nc2\n');
  expect(mergeTexts('a\nb\nc\n', 'a\nb\nc2\n', 'a1\nb\nc\n')).toBe('a1\nb\nc2\n');
  expect(mergeTexts('a\nb\n', 'a\nx\n', 'a\ny\n')).toBeNull();
  expect(mergeTexts('a', 'a', 'b')).toBe('b');
  expect(mergeTexts('a', 'b', 'b')).toBe('b');
});
