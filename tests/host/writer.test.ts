import './database';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { MarkdownView } from '../../scripts/workbench/obsidian/views/markdown-view';
import { startHost, type HostParts } from './host-parts';
import { accept, fileText, openNote, typeAt } from './open-notes';
import { installVirtualTime, type VirtualTime } from './virtual-time';

const PATH = 'Alpha/Note.md';
const LINES = ['# Note', '- [?] Send it. #task #proposed', '- [?] Call her. #task #proposed ^a1', 'End.'];
const TEXT = `${LINES.join('\n')}\n`;
const ACCEPTED = TEXT.replace('- [?] Send it. #task #proposed', '- [ ] Send it. #task');

let time: VirtualTime;
let host: HostParts;

async function start(text = TEXT, others: Readonly<Record<string, string>> = {}): Promise<void> {
  host = startHost({ files: { [PATH]: text, ...others } });
  await time.advance(100);
}

/** Accepts “Send it”, as it stands in `text`. */
const acceptOne = (text = TEXT) => host.writer.write(PATH, accept(PATH, text, 'Send it'));

beforeEach(() => {
  time = installVirtualTime();
});
afterEach(() => {
  expect(host.failures).toEqual([]);
  host.unload();
  time.end();
});

describe('a note that is not open', () => {
  test.each([
    ['LF', TEXT],
    ['CRLF', LINES.join('\r\n') + '\r\n'],
    ['mixed ends', '# Note\r\n- [?] Send it. #task #proposed\n- [?] Call her. #task #proposed ^a1\rEnd.'],
    ['a byte order mark', `\ufeff${TEXT}`],
    ['no final newline', LINES.join('\n')],
    [
      'a child line and a twin in a fence',
      '- [?] Send it. #task #proposed\n\t- more of it\n```\n- [?] Call her. #task #proposed\n```\n',
    ],
  ])('is written in its file, and every byte but the line’s stays: %s', async (_what, text) => {
    await start(text);
    expect(await acceptOne(text)).toMatchObject({ ok: true, value: [{ ok: true }] });
    expect(fileText(host, PATH)).toBe(text.replace('- [?] Send it. #task #proposed', '- [ ] Send it. #task'));
  });

  test('is refused by name once it is gone', async () => {
    await start();
    host.app.doors.outside.remove(PATH);
    expect(await acceptOne()).toEqual({
      ok: false,
      error: "Couldn't write “Note”: it's no longer in the vault.",
    });
  });

  test('is left alone in a vault that cannot be written, and the sentence says so', async () => {
    await start();
    host.app.doors.faults.readOnly(true);
    expect(await acceptOne()).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^Couldn't write “Note”: EROFS: read-only file system.*Nothing was changed/),
    });
    expect(fileText(host, PATH)).toBe(TEXT);
    host.app.doors.faults.clear();
    expect(await acceptOne()).toMatchObject({ ok: true });
  });
});

describe('a note that is open in an editor', () => {
  test('is written there and saved at once; the file keeps its other lines', async () => {
    await start();
    const view = await openNote(host, time, PATH);
    await acceptOne();
    expect(view.editor.getValue()).toBe(ACCEPTED);
    expect(fileText(host, PATH)).toBe(ACCEPTED);
  });

  test('keeps unsaved typing and the cursor, is saved with the typing, and Ctrl+Z takes the change back alone', async () => {
    await start();
    const view = await openNote(host, time, PATH);
    typeAt(view, 3, ' And more');
    view.editor.setCursor({ line: 3, ch: 2 });
    await time.advance(600);
    expect(await acceptOne()).toMatchObject({ ok: true, value: [{ ok: true }] });
    expect(view.editor.getValue()).toBe(ACCEPTED.replace('End.', 'End. And more'));
    expect(view.editor.getCursor()).toEqual({ line: 3, ch: 2 });
    await time.advance(2500);
    expect(fileText(host, PATH)).toBe(ACCEPTED.replace('End.', 'End. And more'));
    view.editor.undo();
    expect(view.editor.getValue()).toBe(TEXT.replace('End.', 'End. And more'));
    view.editor.undo();
    expect(view.editor.getValue()).toBe(TEXT);
  });

  test('is written in the editor that was typed in, once, where two panes show it', async () => {
    await start();
    const first = await openNote(host, time, PATH);
    const second = (await host.app.workspace.duplicateLeaf(first.leaf, 'vertical')).view as unknown as typeof first;
    typeAt(first, 3, ' And more');
    const written = [first, second].map(({ editor }) => jest.spyOn(editor, 'transaction'));
    await acceptOne();
    expect(written.reduce((sum, spy) => sum + spy.mock.calls.length, 0)).toBe(1);
    expect([first, second].map(({ editor }) => editor.getValue())).toEqual(
      Array(2).fill(ACCEPTED.replace('End.', 'End. And more')),
    );
    await time.advance(2500);
    expect(fileText(host, PATH)).toBe(ACCEPTED.replace('End.', 'End. And more'));
  });

  test('is refused where two panes hold different unsaved typing', async () => {
    await start();
    const first = await openNote(host, time, PATH);
    const second = (await host.app.workspace.duplicateLeaf(first.leaf, 'vertical')).view as unknown as typeof first;
    typeAt(second, 3, ' Here');
    typeAt(first, 0, ' there');
    typeAt(second, 3, ' too');
    expect(second.editor.getValue()).not.toBe(first.editor.getValue());
    expect(await acceptOne()).toMatchObject({
      ok: false,
      error: expect.stringContaining("it's open twice with different unsaved changes"),
    });
  });

  test("is put back as it was where its file can't be saved; Ctrl+Z does not bring the change, and the typing since stays", async () => {
    await start();
    const view = await openNote(host, time, PATH);
    host.app.doors.faults.readOnly(true);
    expect(await acceptOne()).toMatchObject({
      ok: false,
      error: expect.stringContaining("Couldn't write “Note”: its file can't be saved."),
    });
    expect(view.editor.getValue()).toBe(TEXT);
    view.editor.undo();
    expect(view.editor.getValue()).toBe(TEXT);
    const save = view.save.bind(view);
    jest.spyOn(view, 'save').mockImplementationOnce(() => {
      typeAt(view, 3, ' And more');
      return save();
    });
    expect(await acceptOne()).toMatchObject({ ok: false });
    expect(view.editor.getValue()).toBe(TEXT.replace('End.', 'End. And more'));
    expect(fileText(host, PATH)).toBe(TEXT);
  });

  test.each([
    ['', () => Promise.resolve()],
    [
      ', although it was typed in and saved a moment ago',
      async (view: MarkdownView) => {
        typeAt(view, 0, 'x');
        await time.advance(600);
        await view.save();
        view.editor.undo();
        await time.advance(600);
        await view.save();
      },
    ],
    [
      ', although it changed a moment ago, by what came from outside before',
      async () => {
        host.app.doors.outside.write(PATH, `${TEXT}More.\n`);
        await time.advance(200);
      },
    ],
  ])(
    'is refused while its editor does not show yet what came from outside, and nothing of that is lost%s',
    async (_when, before) => {
      await start();
      const view = await openNote(host, time, PATH);
      await before(view);
      const trigger = host.app.vault.trigger.bind(host.app.vault);
      host.app.vault.trigger = (...event) => void window.setTimeout(() => trigger(...event), 500);
      host.app.doors.outside.write(PATH, TEXT.replace('End.', 'From outside.'));
      expect(await acceptOne()).toMatchObject({
        ok: false,
        error: expect.stringContaining("its editor isn't up to date yet"),
      });
      await time.advance(3000);
      expect(fileText(host, PATH)).toBe(TEXT.replace('End.', 'From outside.'));
      expect(view.editor.getValue()).toBe(TEXT.replace('End.', 'From outside.'));
      expect(await acceptOne()).toMatchObject({ ok: true });
    },
  );

  test('stays as it is when its tab shows another note by the time the file was read', async () => {
    const other = 'Alpha/Other.md';
    await start(TEXT, { [other]: TEXT });
    const view = await openNote(host, time, PATH);
    const read = host.app.vault.read.bind(host.app.vault);
    jest.spyOn(host.app.vault, 'read').mockImplementationOnce(async (file) => {
      const text = await read(file);
      await view.leaf.openFile(host.app.vault.getFileByPath(other) as never);
      return text;
    });
    await acceptOne();
    await time.advance(2500);
    expect(view.editor.getValue()).toBe(TEXT);
    expect(fileText(host, other)).toBe(TEXT);
    expect(fileText(host, PATH)).toBe(ACCEPTED);
  });
});

describe('a note that is shown but not in an editor', () => {
  test('is written in its file while it is read, and the reading view follows', async () => {
    await start(TEXT.replaceAll('\n', '\r\n'));
    const view = await openNote(host, time, PATH);
    await view.setMode('preview');
    await acceptOne();
    await time.idle();
    // Obsidian saved it with LF when the mode was switched.
    expect(fileText(host, PATH)).toBe(ACCEPTED);
    expect(view.getViewData()).toBe(ACCEPTED);
  });

  test('is refused while its reading view hides typing that may not be saved', async () => {
    await start();
    const view = await openNote(host, time, PATH);
    typeAt(view, 3, ' And more');
    await view.setMode('preview');
    expect(await acceptOne()).toMatchObject({
      ok: false,
      error: expect.stringContaining("it's being edited elsewhere"),
    });
    await time.advance(3100);
    expect(await acceptOne()).toMatchObject({ ok: true });
    expect(fileText(host, PATH)).toBe(ACCEPTED.replace('End.', 'End. And more'));
  });

  test('is written in its file where its tab was not shown yet, and the tab stays unloaded', async () => {
    await start('one\n'.repeat(3), {});
    host.app.doors.outside.write(PATH, TEXT);
    const leaf = host.app.workspace.getLeaf('tab');
    await leaf.setViewState({ type: 'markdown', state: { file: PATH }, active: false });
    expect(leaf.isDeferred).toBe(true);
    await acceptOne();
    expect(leaf.isDeferred).toBe(true);
    expect(fileText(host, PATH)).toBe(ACCEPTED);
    await leaf.loadIfDeferred();
    expect((leaf.view as unknown as { editor: { getValue(): string } }).editor.getValue()).toBe(ACCEPTED);
  });

  test('is refused for three seconds after somebody typed in it in a canvas or an embed, under its new name, too', async () => {
    await start();
    const file = host.app.vault.getFileByPath(PATH)!;
    host.app.workspace.trigger('editor-change', {}, { file });
    expect(await acceptOne()).toMatchObject({
      ok: false,
      error: expect.stringContaining("it's being edited elsewhere"),
    });
    await time.advance(2900);
    host.app.doors.outside.rename(PATH, 'Alpha/Renamed.md');
    expect(await host.writer.write('Alpha/Renamed.md', accept(PATH, TEXT, 'Send it'))).toMatchObject({ ok: false });
    expect(fileText(host, 'Alpha/Renamed.md')).toBe(TEXT);
    await time.advance(200);
    expect(await host.writer.write('Alpha/Renamed.md', accept(PATH, TEXT, 'Send it'))).toMatchObject({ ok: true });
  });

  test('is written right after a tab that it was typed in was closed', async () => {
    await start();
    const view = await openNote(host, time, PATH);
    typeAt(view, 3, ' And more');
    view.leaf.detach();
    await time.idle();
    expect(await acceptOne()).toMatchObject({ ok: true });
    expect(fileText(host, PATH)).toBe(ACCEPTED.replace('End.', 'End. And more'));
  });
});

describe('a note that cannot be written without loss', () => {
  const unreadable = TEXT.replace('End.', 'M\ufffdller.');

  test.each([
    ['is closed', false],
    ['is open in an editor', true],
  ])('is refused where it is no UTF-8, and its bytes are not written again: it %s', async (_what, isOpen) => {
    await start(unreadable);
    if (isOpen) await openNote(host, time, PATH);
    const written: string[] = [];
    host.app.vault.on('modify', ({ path }) => void written.push(path));
    expect(await acceptOne(unreadable)).toMatchObject({ ok: false, error: expect.stringContaining('UTF-8') });
    expect(await host.writer.look(PATH)).toMatchObject({ ok: false, error: expect.stringContaining('UTF-8') });
    await time.advance(3000);
    expect(fileText(host, PATH)).toBe(unreadable);
    expect(written).toEqual([]);
  });

  test('is refused where it became one between the look and the write', async () => {
    await start();
    const process = host.app.vault.process.bind(host.app.vault);
    jest.spyOn(host.app.vault, 'process').mockImplementationOnce((...given) => {
      host.app.doors.outside.write(PATH, unreadable);
      return process(...given);
    });
    expect(await acceptOne()).toMatchObject({ ok: false, error: expect.stringContaining('UTF-8') });
    expect(fileText(host, PATH)).toBe(unreadable);
  });

  test('is refused where it is larger than 10 MB, and not even read', async () => {
    const large = `${TEXT}${'x'.repeat(10_000_000)}`;
    await start(large);
    const read = jest.spyOn(host.app.vault, 'read');
    expect(await acceptOne()).toEqual({
      ok: false,
      error: "Couldn't write “Note”: it's larger than 10 MB. Split it, or edit it yourself.",
    });
    expect(read).not.toHaveBeenCalled();
    expect(fileText(host, PATH)).toBe(large);
  });
});

describe('a note in two panes', () => {
  test.each([
    ['the first', 0],
    ['the second', 1],
  ])(
    'is written in %s where that one was typed in, although the other one is active, and nothing is doubled',
    async (_which, typed) => {
      await start();
      const first = await openNote(host, time, PATH);
      const second = (await host.app.workspace.duplicateLeaf(first.leaf, 'vertical')).view as unknown as typeof first;
      const panes = [first, second];
      typeAt(panes[typed]!, 3, ' And more');
      await time.advance(400);
      host.app.workspace.setActiveLeaf(panes[1 - typed]!.leaf as never, { focus: true });
      const written = panes.map(({ editor }) => jest.spyOn(editor, 'transaction'));
      expect(await acceptOne()).toMatchObject({ ok: true, value: [{ ok: true }] });
      expect(written.map((spy) => spy.mock.calls.length)).toEqual(typed === 0 ? [1, 0] : [0, 1]);
      await time.advance(5000);
      const wanted = ACCEPTED.replace('End.', 'End. And more');
      expect([fileText(host, PATH), ...panes.map(({ editor }) => editor.getValue())]).toEqual(Array(3).fill(wanted));
    },
  );
});

test('writes come one after another, and one that failed does not stop the next', async () => {
  await start();
  host.app.doors.faults.write((path) => (path === PATH ? new Error('EIO: i/o error') : null));
  const failing = acceptOne();
  const unknown = host.writer.write('Alpha/Nowhere.md', accept(PATH, TEXT, 'Send it'));
  expect([(await failing).ok, (await unknown).ok]).toEqual([false, false]);
  host.app.doors.faults.clear();
  const [first, second] = await Promise.all([acceptOne(), host.writer.write(PATH, accept(PATH, TEXT, 'Call her'))]);
  expect([first, second]).toMatchObject([{ value: [{ ok: true }] }, { value: [{ ok: true }] }]);
  expect(fileText(host, PATH)).toBe(ACCEPTED.replace('- [?] Call her. #task #proposed', '- [ ] Call her. #task'));
});

test('after unloading no listener is left on the workspace', async () => {
  await start();
  const heard = (name: string): boolean => host.app.workspace.isHeard(name);
  expect(heard('editor-change')).toBe(true);
  host.unload();
  expect([heard('editor-change'), heard('active-leaf-change')]).toEqual([false, false]);
});
