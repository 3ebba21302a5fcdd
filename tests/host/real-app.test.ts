import './database';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Edit } from '../../src/core/change/edit';
import { startHost, type HostParts } from './host-parts';
import { accept, fileText, openNote, typeAt } from './open-notes';
import { installVirtualTime, type VirtualTime } from './virtual-time';

const PATH = 'Note.md';
const LINES = ['#type/customer', '- [?] Send it. #task #proposed', '- [?] Call her. #task #proposed', 'End.', ''];
const TEXT = LINES.join('\n');
const CRLF = LINES.join('\r\n');

let time: VirtualTime;
let host: HostParts;

beforeEach(() => {
  time = installVirtualTime();
});
afterEach(() => {
  expect(host.failures).toEqual([]);
  host.unload();
  time.end();
});

async function start(files: Readonly<Record<string, string>>): Promise<void> {
  host = startHost({ files });
  await time.advance(200);
}

const run = (edits: readonly Edit[], path = PATH) => host.actions.run({ label: 'Accept', notes: [{ path, edits }] });
const accepted = (text: string): string => text.replace('[?] Send it. #task #proposed', '[ ] Send it. #task');

describe('a note with CRLF that Obsidian saves with LF', () => {
  test.each(['when it is closed', 'when it is switched to reading view'])(
    '%s: what was written is taken back',
    async (when) => {
      await start({ [PATH]: CRLF });
      await run(accept(PATH, CRLF, 'Send it'));
      expect(fileText(host, PATH)).toBe(accepted(CRLF));
      const view = await openNote(host, time, PATH);
      if (when === 'when it is closed') view.leaf.detach();
      else await view.setMode('preview');
      await time.advance(200);
      expect(fileText(host, PATH)).toBe(accepted(TEXT));
      expect(await host.actions.undo()).toMatchObject({ written: 1, refusals: [] });
      expect(fileText(host, PATH)).toBe(TEXT);
    },
  );

  test('an edit made of the text before finds its line, and each line is written once', async () => {
    await start({ [PATH]: CRLF });
    const edits = accept(PATH, CRLF);
    const view = await openNote(host, time, PATH);
    await view.setMode('preview');
    await time.advance(200);
    expect(await run(edits)).toMatchObject({ written: 2, refusals: [] });
    expect(fileText(host, PATH)).toBe(TEXT.replaceAll('[?]', '[ ]').replaceAll(' #proposed', ''));
  });
});

test('a byte order mark that reading takes off costs no line, in the file as in an editor', async () => {
  await start({ [PATH]: `\ufeff${CRLF}`, 'Open.md': `\ufeff${CRLF}` });
  const edits = accept(PATH, `\ufeff${CRLF}`, 'Send it');
  host.app.doors.faults.takesMarksOff = true;
  await openNote(host, time, 'Open.md');
  for (const path of [PATH, 'Open.md']) {
    expect(
      await run(
        edits.map((edit) => ({ ...edit, path })),
        path,
      ),
    ).toMatchObject({ written: 1, refusals: [] });
    expect(fileText(host, path)).toBe(accepted(path === PATH ? CRLF : TEXT));
    expect(await host.actions.undo()).toMatchObject({ written: 1, refusals: [] });
    expect(fileText(host, path)).toBe(path === PATH ? CRLF : TEXT);
  }
});

test('a tab that turns to another note lends it no typing, and is not written as if it were that one', async () => {
  await start({ [PATH]: TEXT, 'Other.md': TEXT });
  const view = await openNote(host, time, PATH);
  typeAt(view, 3, ' typed');
  const read = host.app.vault.read.bind(host.app.vault);
  // While the other note is read, the tab has its name and the words of the one before.
  host.app.vault.read = async (file) => {
    const text = await read(file);
    await time.idle();
    return text;
  };
  view.editor.setValue(TEXT.replace('End.', 'End. typed'));
  const other = host.app.vault.getFileByPath('Other.md')!;
  const turning = view.leaf.openFile(other);
  const writing = run(accept('Other.md', TEXT, 'Send it'), 'Other.md');
  await Promise.all([turning, writing, time.advance(3000)]);
  expect(fileText(host, PATH)).toBe(TEXT.replace('End.', 'End. typed'));
  expect([TEXT, accepted(TEXT)]).toContain(fileText(host, 'Other.md'));
  expect(view.editor.getValue()).toBe(fileText(host, 'Other.md'));
  expect(await run(accept('Other.md', TEXT, 'Call her'), 'Other.md')).toMatchObject({ written: 1 });
  expect(await run(accept(PATH, TEXT, 'Send it'))).toMatchObject({ written: 1 });
});

test('typing in the cell of a table is typing in its note, and nothing that is typed elsewhere', async () => {
  await start({ [PATH]: TEXT });
  const view = await openNote(host, time, PATH);
  const cell = { getValue: () => 'a cell', hasFocus: () => true };
  host.app.workspace.trigger('editor-change', cell, view);
  expect(await run(accept(PATH, TEXT, 'Send it'))).toMatchObject({ written: 1, refusals: [] });
  expect(fileText(host, PATH)).toBe(accepted(TEXT));
});
