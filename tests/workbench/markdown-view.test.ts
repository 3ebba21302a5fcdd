import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { MarkdownView } from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';

const NOTE = 'Note.md';

async function open(text: string, readOnly = false): Promise<{ app: App; view: MarkdownView }> {
  const app = createApp({ files: { [NOTE]: text } });
  app.start();
  document.body.replaceChildren(app.workspace.containerEl);
  await app.workspace.openLinkText(NOTE, '');
  app.doors.faults.readOnly(readOnly);
  return { app, view: app.workspace.getActiveViewOfType(MarkdownView) as MarkdownView };
}

function type(view: MarkdownView, line: number, text: string): void {
  view.editor.replaceRange(text, { line, ch: view.editor.getLine(line).length });
}

async function settle(ms = 0): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('typing is saved two seconds later, with LF line ends and no mark at the start', async () => {
  const { app, view } = await open('\uFEFFone\r\ntwo\r\n');
  expect(view.editor.getValue()).toBe('one\ntwo\n');
  type(view, 1, '!');
  await settle(1900);
  expect(app.doors.outside.read(NOTE)).toBe('\uFEFFone\r\ntwo\r\n');
  await settle(200);
  expect(app.doors.outside.read(NOTE)).toBe('one\ntwo!\n');
  expect(view.dirty).toBe(false);
});

test('opening a note writes nothing', async () => {
  const { app } = await open('one\r\ntwo\r\n');
  await settle(5000);
  expect(app.doors.outside.read(NOTE)).toBe('one\r\ntwo\r\n');
});

test('what others write is shown, and kept together with typing that is not saved', async () => {
  const { app, view } = await open('one\ntwo\nthree\n');
  app.doors.outside.write(NOTE, 'one\ntwo\nTHREE\n');
  await settle();
  expect(view.editor.getValue()).toBe('one\ntwo\nTHREE\n');
  type(view, 0, '!');
  app.doors.outside.write(NOTE, 'one\ntwo\nfour\n');
  await settle();
  expect(view.editor.getValue()).toBe('one!\ntwo\nfour\n');
  await settle(2100);
  expect(app.doors.outside.read(NOTE)).toBe('one!\ntwo\nfour\n');
});

test('where both changed the same place, typing stays', async () => {
  const { app, view } = await open('one\n');
  type(view, 0, ' mine');
  app.doors.outside.write(NOTE, 'one theirs\n');
  await settle(2100);
  expect(app.doors.outside.read(NOTE)).toBe('one mine\n');
});

test('a save that fails keeps the typing and says so', async () => {
  const { app, view } = await open('one\n', true);
  type(view, 0, '!');
  await settle(2100);
  expect(view.editor.getValue()).toBe('one!\n');
  expect(view.dirty).toBe(true);
  expect(document.querySelector('.notice')?.textContent).toContain('Failed to save');
  app.doors.faults.clear();
  await view.save();
  expect(app.doors.outside.read(NOTE)).toBe('one!\n');
});

test('two panes of one note show the same at once, and the note is saved once', async () => {
  const { app, view } = await open('one\n');
  const other = await app.workspace.duplicateLeaf(view.leaf, 'vertical');
  const second = other.view as unknown as MarkdownView;
  type(view, 0, '!');
  expect(second.editor.getValue()).toBe('one!\n');
  expect(second.dirty).toBe(false);
  const writes = jest.spyOn(app.vault, 'modify');
  await settle(2100);
  expect(writes).toHaveBeenCalledTimes(1);
});

test('editor-change is told for typing, with the editor and its view', async () => {
  const { app, view } = await open('one\n');
  const heard: unknown[] = [];
  app.workspace.on('editor-change', (editor, info) => {
    heard.push([editor, info]);
  });
  type(view, 0, '!');
  expect(heard).toEqual([[view.editor, view]]);
});

test('reading view shows typing that is not saved, saves it, and a box pressed there is written', async () => {
  const { app, view } = await open('# Title\n\n- [ ] first\n- [?] second\n');
  type(view, 2, ' thing');
  await view.setMode('preview');
  expect(view.getViewData()).toContain('first thing');
  await settle(2100);
  expect(app.doors.outside.read(NOTE)).toContain('first thing');
  expect(view.getMode()).toBe('preview');
  const boxes = view.previewMode.containerEl.findAll('.task-list-item-checkbox') as HTMLInputElement[];
  expect(boxes.map((box) => box.getAttr('data-line'))).toEqual(['0', '1']);
  boxes[0]?.click();
  await settle(2100);
  expect(app.doors.outside.read(NOTE)).toBe('# Title\n\n- [x] first thing\n- [?] second\n');
});

test('the note closes with its unsaved typing written', async () => {
  const { app, view } = await open('one\n');
  type(view, 0, '!');
  view.leaf.detach();
  await settle();
  expect(app.doors.outside.read(NOTE)).toBe('one!\n');
});

test('a renamed note stays open under its new name, a deleted one closes', async () => {
  const { app, view } = await open('one\n');
  const file = app.vault.getFileByPath(NOTE);
  if (!file) throw new Error('no file');
  await app.vault.rename(file, 'Other.md');
  expect(view.getDisplayText()).toBe('Other');
  await app.vault.delete(file);
  await settle();
  expect(app.workspace.getLeavesOfType('markdown')).toHaveLength(0);
});

test('a line is revealed by ephemeral state', async () => {
  const { view } = await open('one\ntwo\nthree\n');
  view.setEphemeralState({ line: 1 });
  expect(view.editor.getCursor()).toEqual({ line: 1, ch: 3 });
});

test('a note with other line ends is saved as it is shown when its mode is switched, and when it is closed', async () => {
  const switched = await open('\uFEFFone\r\ntwo\r\n');
  await switched.view.setMode('preview');
  await settle();
  expect(switched.app.doors.outside.read(NOTE)).toBe('one\ntwo\n');
  const closed = await open('one\r\ntwo\r\n');
  closed.view.leaf.detach();
  await settle();
  expect(closed.app.doors.outside.read(NOTE)).toBe('one\ntwo\n');
});
