import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

const entries = async (): Promise<readonly string[]> =>
  (await workbench.page.locator('.menu .menu-item-title').allInnerTexts()).filter((title) =>
    /^(Accept|Dismiss|Mark) /.test(title),
  );
const choose = (title: string) => workbench.page.locator('.menu .menu-item').filter({ hasText: title }).click();

/** Puts the cursor, or a selection, on these lines of the note. */
const select = (from: number, to: number): Promise<void> =>
  workbench.page.evaluate(
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
      editor.setSelection(
        { line: first!, ch: first === last ? editor.getLine(last!).length : 0 },
        { line: last!, ch: editor.getLine(last!).length },
      );
    },
    [from, to],
  );
const line = (words: string) => workbench.page.locator('.cm-line').filter({ hasText: words });
/** Asks for the menu at a line, as a pen does or a press on a button in it, which leave the cursor where it is. */
async function askAt(words: string): Promise<void> {
  await line(words).evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    element.dispatchEvent(
      new MouseEvent('contextmenu', {
        bubbles: true,
        cancelable: true,
        button: 2,
        clientX: left + 40,
        clientY: top + height / 2,
      }),
    );
  });
  await workbench.page.locator('.menu').waitFor();
}
const close = async (): Promise<void> => {
  await workbench.page.keyboard.press('Escape');
  await workbench.page.locator('.menu').waitFor({ state: 'detached' });
};

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

test('the menu of the editor is about the line that was clicked, wherever the cursor is, and names its task', async () => {
  const { page } = workbench;
  await select(5, 5);
  await askAt('Talk.');
  expect(await entries()).toEqual([]);
  await close();
  await askAt('Three');
  expect(await entries()).toEqual(['Mark “Three” done']);
  await close();
  const before = await snapshot(workbench);
  await askAt('Two');
  expect(await entries()).toEqual(['Accept “Two”', 'Dismiss “Two”', 'Mark “Two” done']);
  // What is typed above meanwhile moves the line, and the line is meant all the same.
  await workbench.write('Note.md', (await workbench.read('Note.md')).replace('Talk.', 'Talked.'));
  await choose('Dismiss “Two”');
  await page.locator('.notice').getByText('Dismissed 1 task.').waitFor();
  expect(diffOf(before, await snapshot(workbench)).filter(({ before: was }) => !was?.startsWith('Talk'))).toEqual([
    { path: 'Note.md', line: 7, before: '- [?] Two #task #proposed\n', after: '- [-] Two #task ❌ 2026-11-22\n' },
  ]);
  await workbench.run('undo-triage');
  await page.locator('.notice').getByText('Undid: dismiss').waitFor();
});

test('a right click beside a selection is about its line, one in it about all that is selected', async () => {
  await select(5, 6);
  await askAt('Two');
  expect(await entries()).toEqual(['Accept 2 proposed tasks', 'Dismiss 2 proposed tasks', 'Mark 2 tasks done']);
  await close();
  await select(5, 6);
  await askAt('Three');
  expect(await entries()).toEqual(['Mark “Three” done']);
  await close();
  await select(7, 7);
  await line('Two').click({ button: 'right' });
  await workbench.page.locator('.menu').waitFor();
  expect(await entries()).toEqual(['Accept “Two”', 'Dismiss “Two”', 'Mark “Two” done']);
  await close();
});

test('words that are long are shortened in the menu', async () => {
  const long = `Ask ${'whoever is there '.repeat(20)}for the key.`;
  await workbench.write('Plain.md', `- [?] ${long} #task #proposed\n`);
  await workbench.open('Plain.md');
  await line('Ask whoever').click({ button: 'right' });
  await workbench.page.locator('.menu').waitFor();
  const [accept] = await entries();
  expect(accept).toMatch(/^Accept “Ask whoever is there .*…”$/);
  expect(accept!.length).toBeLessThan(80);
  await close();
  await workbench.write('Plain.md', 'Nothing to decide.\n');
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
