import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { diffOf, snapshot } from './vault-diff';
import { type OpenWorkbench, atRest, closeStage, openWorkbench, saveTyping, typeInEditor } from './workbench';

jest.setTimeout(120_000);

const HEAD =
  '---\ntitle: Call\ndate: 2026-11-10\naccount: Northwind\ntags: [type/customer]\n---\n\n## Action Items\n\n';
const LAYOUT = '- [?] Send the rack layout. @Myself 📅 2026-11-20 ⏫ #task #proposed #auto';
const LIFT = '- [?] Book the freight lift. @Ana #task #proposed #auto';

let workbench: OpenWorkbench;

afterAll(closeStage);

async function openTriage(files: Readonly<Record<string, string>>): Promise<void> {
  workbench = await openWorkbench({ files });
  await workbench.run('open-triage');
  await row('Send the rack layout.').waitFor();
  await grid().focus();
}

const grid = () => workbench.page.getByRole('grid', { name: 'Proposed tasks' });
const row = (text: string) => grid().getByRole('row').filter({ hasText: text });
const said = (words: string | RegExp) => workbench.page.getByRole('status').filter({ hasText: words }).waitFor();

/** Changes a note outside and presses a key in the same moment, before the plugin can know of the change. */
async function pressWhileChanged(key: string, path: string, text: string): Promise<void> {
  await workbench.page.evaluate(
    async ([name, content, pressed]) => {
      const writing = window.workbench.write(name!, content!);
      document
        .querySelector('[role=grid]')!
        .dispatchEvent(new KeyboardEvent('keydown', { key: pressed!, bubbles: true, cancelable: true }));
      await writing;
    },
    [path, text, key],
  );
}

afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

describe('a key in Triage', () => {
  beforeEach(() =>
    openTriage({ 'Call.md': `${HEAD}${LAYOUT}\n\n${LIFT}\n`, 'Other.md': `${HEAD}- [ ] Open already. #task\n` }),
  );

  test('accepts exactly one line, and undo brings its bytes back, also after a reload of the page', async () => {
    const before = await snapshot(workbench);
    await workbench.page.keyboard.press('a');
    await said('Accepted 1 task. 1 left.');
    expect(diffOf(before, await snapshot(workbench))).toEqual([
      {
        path: 'Call.md',
        line: 10,
        before: `${LAYOUT}\n`,
        after: '- [ ] Send the rack layout. @Myself 📅 2026-11-20 ⏫ #task #auto\n',
      },
    ]);
    await workbench.reload();
    await workbench.run('open-triage');
    await row('Book the freight lift.').waitFor();
    await grid().focus();
    await workbench.page.keyboard.press('z');
    await said(/^Undid: .* 2 left\.$/);
    expect(diffOf(before, await snapshot(workbench))).toEqual([]);
  });

  test('dismisses with the day, marks done with the day, and takes both back one by one', async () => {
    const before = await snapshot(workbench);
    await workbench.page.keyboard.press('d');
    await said('Dismissed 1 task. 1 left.');
    await workbench.page.keyboard.press('3');
    await said('Marked 1 task done. 0 left.');
    await workbench.page.getByText('Nothing left to decide.').waitFor();
    expect(diffOf(before, await snapshot(workbench)).map(({ after }) => after)).toEqual([
      '- [-] Send the rack layout. @Myself 📅 2026-11-20 ⏫ #task #auto ❌ 2026-11-22\n',
      '- [x] Book the freight lift. @Ana #task #auto ✅ 2026-11-22\n',
    ]);
    await workbench.page.keyboard.press('z');
    await said(/^Undid: .* 1 left\./);
    await workbench.page.keyboard.press('z');
    await said(/^Undid: .* 2 left\./);
    expect(diffOf(before, await snapshot(workbench))).toEqual([]);
  });

  test('writes the right line when lines were added above it meanwhile', async () => {
    const changed = `${HEAD}A new line.\n\nAnd another one.\n\n${LAYOUT}\n\n${LIFT}\n`;
    await pressWhileChanged('a', 'Call.md', changed);
    await said(/^Accepted 1 task/);
    expect(diffOf({ 'Call.md': changed }, { 'Call.md': await workbench.read('Call.md') })).toEqual([
      {
        path: 'Call.md',
        line: 14,
        before: `${LAYOUT}\n`,
        after: '- [ ] Send the rack layout. @Myself 📅 2026-11-20 ⏫ #task #auto\n',
      },
    ]);
  });

  test.each([
    ['retyped', `${HEAD}- [?] Send the rack layout to Ilse. @Myself #task #proposed\n\n${LIFT}\n`],
    ['taken out', `${HEAD}${LIFT}\n`],
    ['left only in a fence', `${HEAD}\`\`\`\n${LAYOUT}\n\`\`\`\n\n${LIFT}\n`],
  ])('writes nothing and says so when the line was %s meanwhile', async (_, changed) => {
    await pressWhileChanged('a', 'Call.md', changed);
    await said(/Couldn't update .*: (?:the note|it's)/);
    expect(await workbench.read('Call.md')).toBe(changed);
  });

  test('follows a line that moved under another heading', async () => {
    const changed = `${HEAD}${LIFT}\n\n## Later\n\n${LAYOUT}\n`;
    await pressWhileChanged('a', 'Call.md', changed);
    await said(/^Accepted 1 task/);
    expect(await workbench.read('Call.md')).toBe(
      changed.replace(LAYOUT, '- [ ] Send the rack layout. @Myself 📅 2026-11-20 ⏫ #task #auto'),
    );
  });

  test('says that a note is gone when it was deleted meanwhile', async () => {
    const before = await snapshot(workbench);
    await workbench.page.evaluate(async () => {
      const { vault } = window.workbench.app as {
        vault: { getAbstractFileByPath(path: string): unknown; delete(file: unknown): Promise<void> };
      };
      const deleting = vault.delete(vault.getAbstractFileByPath('Call.md'));
      document.querySelector('[role=grid]')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
      await deleting;
    });
    await said("Couldn't write “Call”: it's no longer in the vault.");
    expect(Object.keys(await snapshot(workbench))).toEqual(Object.keys(before).filter((path) => path !== 'Call.md'));
  });
});

test.each([
  ['CRLF', `${HEAD}${LAYOUT}\n\n${LIFT}\n`.replaceAll('\n', '\r\n')],
  ['mixed ends', `${HEAD.replaceAll('\n', '\r\n')}${LAYOUT}\r\n  - a child line\n\n${LIFT}\r\n`],
  ['a byte order mark and no final newline', `\ufeff${HEAD}${LIFT}\n\n${LAYOUT}`],
  ['a block id', `${HEAD}${LAYOUT} ^a1b2c3\n`],
])('a note with %s keeps every other byte', async (_, text) => {
  await openTriage({ 'Call.md': text });
  await row('Send the rack layout.').click();
  await grid().focus();
  await workbench.page.keyboard.press('a');
  await said(/^Accepted 1 task/);
  expect(await workbench.read('Call.md')).toBe(
    text.replace('- [?] Send', '- [ ] Send').replace('⏫ #task #proposed #auto', '⏫ #task #auto'),
  );
  await workbench.page.keyboard.press('z');
  await said(/^Undid: /);
  expect(await workbench.read('Call.md')).toBe(text);
});

describe('a note that is open', () => {
  const text = `${HEAD}${LAYOUT}\n\n${LIFT}\n`;
  const accepted = text.replace(LAYOUT, '- [ ] Send the rack layout. @Myself 📅 2026-11-20 ⏫ #task #auto');

  test('in an editor with unsaved typing keeps the typing, the cursor and Ctrl+Z', async () => {
    await openTriage({ 'Call.md': text });
    await workbench.open('Call.md');
    const editor = workbench.page.locator('.cm-content').first();
    await editor.click();
    await workbench.page.keyboard.press('Control+End');
    await atRest(workbench.page);
    await typeInEditor(workbench.page, 'Typed just now');
    await row('Send the rack layout.').click();
    await grid().focus();
    await workbench.page.keyboard.press('a');
    await said(/^Accepted 1 task/);
    const state = () =>
      workbench.page.evaluate(() => {
        const { workspace } = window.workbench.app as {
          workspace: {
            getLeavesOfType(
              type: string,
            ): { view: { editor: { getValue(): string; getCursor(): { line: number; ch: number } } } }[];
          };
        };
        const { editor: open } = workspace.getLeavesOfType('markdown')[0]!.view;
        return { text: open.getValue(), cursor: open.getCursor() };
      });
    expect(await state()).toEqual({ text: `${accepted}Typed just now`, cursor: { line: 12, ch: 14 } });
    await editor.focus();
    await workbench.page.keyboard.press('Control+z');
    expect((await state()).text).toBe(`${text}Typed just now`);
  });

  test('in two panes is written once', async () => {
    await openTriage({ 'Call.md': text });
    await workbench.open('Call.md');
    await workbench.page.evaluate(async () => {
      const { workspace, vault } = window.workbench.app as {
        workspace: { getLeaf(kind: string): { openFile(file: unknown): Promise<void> } };
        vault: { getAbstractFileByPath(path: string): unknown };
      };
      await workspace.getLeaf('split').openFile(vault.getAbstractFileByPath('Call.md'));
    });
    await row('Send the rack layout.').click();
    await grid().focus();
    await workbench.page.keyboard.press('a');
    await said(/^Accepted 1 task/);
    await saveTyping(workbench);
    expect(await workbench.read('Call.md')).toBe(accepted);
  });

  test('in reading view, and in a deferred tab, is written in its file', async () => {
    await openTriage({ 'Call.md': text, 'Else.md': `${HEAD}- [?] Price the renewal. @Ana #task #proposed #auto\n` });
    await workbench.open('Call.md');
    await workbench.page.evaluate(async () => {
      const { workspace } = window.workbench.app as {
        workspace: {
          getLeavesOfType(
            type: string,
          ): { getViewState(): { state: object }; setViewState(state: object): Promise<void> }[];
        };
      };
      const [leaf] = workspace.getLeavesOfType('markdown');
      const state = leaf!.getViewState();
      await leaf!.setViewState({ ...state, state: { ...state.state, mode: 'preview' } });
    });
    await row('Send the rack layout.').click();
    await grid().focus();
    await workbench.page.keyboard.press('a');
    await said(/^Accepted 1 task/);
    expect(await workbench.read('Call.md')).toBe(accepted);
    // One key after another, as fast as one reads.
    await row('Book the freight lift.').first().click();
    await grid().focus();
    await workbench.page.keyboard.press('a');
    await said(/^Accepted 1 task/);
    await workbench.page.keyboard.press('z');
    await said(/^Undid: /);
    expect(await workbench.read('Call.md')).toBe(accepted);
    await workbench.reload();
    await workbench.run('open-triage');
    await row('Book the freight lift.').first().waitFor();
    await grid().focus();
    await workbench.page.keyboard.press('z');
    await said(/^Undid: /);
    expect(await workbench.read('Call.md')).toBe(text);
  });
});
