import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

const entries = async (): Promise<readonly string[]> =>
  (await workbench.page.locator('.menu .menu-item-title').allInnerTexts()).filter((title) => /task/.test(title));
const choose = (title: string) => workbench.page.locator('.menu .menu-item').filter({ hasText: title }).click();

/** Opens the editor's menu with the cursor, or a selection, on these lines. */
async function openEditorMenu(from: number, to: number): Promise<void> {
  await workbench.page.evaluate(
    ([first, last]) => {
      const { workspace } = window.workbench.app as {
        workspace: {
          activeEditor: {
            editor: { focus(): void; getLine(line: number): string; setSelection(anchor: object, head: object): void };
          };
        };
      };
      const { editor } = workspace.activeEditor;
      editor.focus();
      editor.setSelection({ line: first!, ch: 0 }, { line: last!, ch: editor.getLine(last!).length });
    },
    [from, to],
  );
  await workbench.page.evaluate(() => {
    document
      .querySelector('.cm-content')!
      .dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2, clientX: 500, clientY: 300 }),
      );
  });
}

beforeAll(async () => {
  workbench = await openWorkbench({
    files: {
      'Note.md':
        '---\ntags:\n  - "type/customer"\n---\n\n- [?] One #task #proposed\n- [?] Two #task #proposed\n- [ ] Three #task\nTalk.\n',
      'Other.md':
        '---\ntags:\n  - "type/customer"\n---\n\n- [?] Four #task #proposed\n- [?] Five #task #proposed\n- [?] Later 🛫 2026-12-24 #task #proposed\n',
      'Plain.md': 'Nothing to decide.\n',
    },
  });
  await workbench.open('Note.md');
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test('the menu of the editor offers what can be decided at the cursor, and decides it', async () => {
  await openEditorMenu(8, 8);
  expect(await entries()).toEqual([]);
  await workbench.page.keyboard.press('Escape');
  await openEditorMenu(7, 7);
  expect(await entries()).toEqual(['Mark task done']);
  await workbench.page.keyboard.press('Escape');
  await openEditorMenu(5, 7);
  expect(await entries()).toEqual(['Accept 2 proposed tasks', 'Dismiss 2 proposed tasks', 'Mark 3 tasks done']);
  await workbench.page.keyboard.press('Escape');
  const before = await snapshot(workbench);
  await openEditorMenu(6, 6);
  await choose('Dismiss proposed task');
  await workbench.page.locator('.notice').getByText('Dismissed 1 task.').waitFor();
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    { path: 'Note.md', line: 7, before: '- [?] Two #task #proposed\n', after: '- [-] Two #task ❌ 2026-11-22\n' },
  ]);
});

test('the menu of a file offers what waits in it, and decides that', async () => {
  const file = (name: string) => workbench.page.locator('.nav-file-title').filter({ hasText: name });
  await file('Plain').click({ button: 'right' });
  await workbench.page.locator('.menu').waitFor();
  expect(await entries()).toEqual([]);
  await workbench.page.keyboard.press('Escape');
  const before = await snapshot(workbench);
  await file('Other').click({ button: 'right' });
  expect(await entries()).toEqual(['Accept 2 proposed tasks', 'Dismiss 2 proposed tasks']);
  await choose('Accept 2 proposed tasks');
  await workbench.page.locator('.notice').getByText('Accepted 2 tasks.').waitFor();
  expect(diffOf(before, await snapshot(workbench)).map(({ line, after }) => [line, after])).toEqual([
    [6, '- [ ] Four #task\n'],
    [7, '- [ ] Five #task\n'],
  ]);
  await workbench.run('undo-triage');
  await workbench.page
    .locator('.notice')
    .getByText(/^Undid: /)
    .waitFor();
  expect(diffOf(before, await snapshot(workbench))).toEqual([]);
});
