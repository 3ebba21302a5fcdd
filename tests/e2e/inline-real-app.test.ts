import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { accepted, HEAD, LIFT, RACK } from '../fixtures/rack-and-lift';
import { diffOf, snapshot } from './vault-diff';
import { atRest, closeStage, openWorkbench, saveTyping, typeInEditor, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);
afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

interface App {
  readonly workspace: {
    getMostRecentLeaf(): { view: { setMode(mode: 'preview'): Promise<void> } };
  };
  readonly plugins: { unload(id: string): Promise<void> };
  readonly doors: { tasksPlugin: boolean };
}

async function start(text: string): Promise<void> {
  workbench = await openWorkbench({ files: { 'Call.md': text } });
  await workbench.open('Call.md');
}

const live = () => workbench.page.locator('.markdown-source-view');
const reading = () => workbench.page.locator('.markdown-preview-view');
const buttons = (name: RegExp | string) => workbench.page.getByRole('button', { name });
const told = (words: string | RegExp) => workbench.page.locator('.notice').filter({ hasText: words }).waitFor();

test('in reading view with the Tasks plugin on: its items, which come later, carry the buttons, and the keyboard goes on', async () => {
  await start(`${HEAD}${RACK}\n  - a child line\n${LIFT}\n- [?] Call Ilse. #proposed\n`);
  const { page } = workbench;
  await page.evaluate(() => {
    (window.workbench.app as App).doors.tasksPlugin = true;
  });
  await page.evaluate(() => (window.workbench.app as App).workspace.getMostRecentLeaf().view.setMode('preview'));
  const theirs = (words: string) => reading().locator('li.plugin-tasks-list-item').filter({ hasText: words });
  for (const words of ['rack layout', 'freight lift', 'Call Ilse'])
    await theirs(words).locator('.account-actions-line').waitFor();
  expect(await reading().locator('.account-actions-line').count()).toBe(3);
  await buttons('Accept: Book the freight lift.').focus();
  // What has the focus keeps it when its item is drawn anew.
  await page.evaluate(() => {
    for (const item of document.querySelectorAll('li.plugin-tasks-list-item')) {
      const made = item.cloneNode(true) as HTMLElement;
      made.querySelectorAll('.account-actions-line').forEach((el) => el.remove());
      item.replaceWith(made);
    }
  });
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'Accept: Book the freight lift.',
  );
  expect(await reading().locator('.account-actions-line').count()).toBe(3);
  const before = await snapshot(workbench);
  await page.keyboard.press('Enter');
  await told('Accepted 1 task.');
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    { path: 'Call.md', line: 12, before: `${LIFT}\n`, after: `${accepted(LIFT)}\n` },
  ]);
  for (const words of ['rack layout', 'Call Ilse']) await theirs(words).locator('.account-actions-line').waitFor();
  await page.evaluate(() => (window.workbench.app as App).plugins.unload('account-actions'));
  await page.waitForFunction(() => document.querySelector('.account-actions-line') === null);
});

test('the editor of a table’s cell has no buttons, and typing in it does not keep the note from being written', async () => {
  const cell = '- [?] Call the carrier. #proposed';
  await start(`${HEAD}${RACK}\n\n| What | Who |\n| --- | --- |\n| ${cell} | Ana |\n`);
  const { page } = workbench;
  await buttons('Accept: Send the rack layout to Ilse.').waitFor();
  await live().locator('td').first().click();
  const nested = live().locator('td .cm-content');
  await nested.waitFor();
  await nested.press('End');
  await typeInEditor(page, '!');
  await atRest(page);
  expect(await live().locator('.account-actions-line').count()).toBe(1);
  await buttons('Accept: Send the rack layout to Ilse.').click();
  await told('Accepted 1 task.');
  await live().locator('.cm-line').filter({ hasText: 'rack layout' }).click();
  await page.waitForFunction(() => document.querySelector('td .cm-content') === null);
  await saveTyping(workbench);
  expect(await workbench.read('Call.md')).toBe(
    `${HEAD}${accepted(RACK)}\n\n| What | Who |\n| --- | --- |\n| ${cell}! | Ana |\n`,
  );
});
