import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openTriage, type TriagePage } from './triage-page';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;
let triage: TriagePage;

const HEAD = '---\ntags:\n  - "type/customer"\naccount: Blue Heron\ndate: 2026-11-20\n---\n\n';
const TASKS = ['Count the racks', 'Order two lifts', 'Paint the ramp', 'Sweep the dock'];

beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'Call.md': `${HEAD}${TASKS.map((task) => `- [?] ${task}. #task #proposed\n`).join('')}` },
  });
  // As a person sets hotkeys.
  await workbench.page.evaluate(() => {
    const { commands } = (window.workbench.app as { commands: { commands: Record<string, { hotkeys?: unknown }> } })
      .commands;
    commands['account-actions:dismiss-task']!.hotkeys = [{ modifiers: ['Mod', 'Shift'], key: 'X' }];
    commands['account-actions:due-task']!.hotkeys = [{ modifiers: ['Mod', 'Shift'], key: 'U' }];
  });
  triage = await openTriage(workbench, 4);
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

test('a hotkey decides the current row while Triage is the active view', async () => {
  const before = await snapshot(workbench);
  expect(await triage.current()).toBe('Count the racks.');
  await triage.press('ArrowDown', 'Control+Shift+X');
  await triage.said('Dismissed 1 task. 3 left.');
  expect(await triage.current()).toBe('Paint the ramp.');
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    {
      path: 'Call.md',
      line: 9,
      before: '- [?] Order two lifts. #task #proposed\n',
      after: '- [-] Order two lifts. #task ❌ 2026-11-22\n',
    },
  ]);
});

test('a hotkey of a verb that asks does so in place, about the row', async () => {
  const before = await snapshot(workbench);
  await triage.press('Control+Shift+U');
  await workbench.page.getByRole('combobox', { name: 'Due date' }).fill('2026-12-01');
  await triage.press('Enter');
  await triage.said('Changed due date of 1 task. 3 left.');
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    {
      path: 'Call.md',
      line: 10,
      before: '- [?] Paint the ramp. #task #proposed\n',
      after: '- [?] Paint the ramp. #task #proposed 📅 2026-12-01\n',
    },
  ]);
});

test('the same hotkeys are for the line under the cursor in a note', async () => {
  const { page } = workbench;
  await workbench.open('Call.md');
  await page.locator('.cm-line').filter({ hasText: 'Sweep the dock' }).click();
  const before = await snapshot(workbench);
  await page.keyboard.press('Control+Shift+U');
  await page.locator('.prompt-input').fill('2026-12-02');
  await page.keyboard.press('Enter');
  await page.locator('.notice').getByText('Changed due date of 1 task.').waitFor();
  await page.keyboard.press('Control+Shift+X');
  await page.locator('.notice').getByText('Dismissed 1 task.').waitFor();
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    {
      path: 'Call.md',
      line: 11,
      before: '- [?] Sweep the dock. #task #proposed\n',
      after: '- [-] Sweep the dock. #task 📅 2026-12-02 ❌ 2026-11-22\n',
    },
  ]);
});
