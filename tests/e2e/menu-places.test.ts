import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { meetingNote, proposed } from '../fixtures/said-twice';
import { openTriage } from './triage-page';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

beforeAll(async () => {
  const call = meetingNote({
    title: 'Call',
    day: '2026-11-10',
    account: 'Northwind',
    lines: [proposed('Price the renewal.', 'Myself'), proposed('Book the freight lift.', 'Mei Tanaka')],
  });
  workbench = await openWorkbench({
    files: {
      'Call.md': `${call}\n## Decisions\n\n- Keep the old gate.\n`,
      'Daily.md': '# Day\n\n```account-rollup\naccount: Northwind\nshow: decisions\n```\n',
    },
  });
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

/** How far a menu that a key opened stands from the button that has it, sideways and up or down, in pixels. */
async function distance(button: Locator): Promise<readonly [number, number]> {
  const { page } = workbench;
  const menu = page.locator('.menu');
  await button.focus();
  await page.keyboard.press('Enter');
  await menu.waitFor();
  const [at, shown, size] = [(await button.boundingBox())!, (await menu.boundingBox())!, page.viewportSize()!];
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  const right = Math.min(at.x, size.width - shown.width - 4);
  const below = shown.y - (at.y + at.height);
  const above = shown.y + shown.height - (at.y + at.height);
  return [Math.abs(shown.x - right), Math.min(Math.abs(below), Math.abs(above))];
}

async function expectAtButtons(buttons: readonly Locator[]): Promise<void> {
  for (const button of buttons) {
    const [sideways, upOrDown] = await distance(button);
    expect([`${await button.innerText()}`, sideways < 4, upOrDown < 4]).toEqual([expect.anything(), true, true]);
  }
}

test('each menu of Triage that a key opens stands at its button, which has the focus again after Esc', async () => {
  const { page } = workbench;
  const triage = await openTriage(workbench, 2);
  await triage.press('/');
  await page.getByRole('searchbox').waitFor();
  const toolbar = page.getByRole('toolbar', { name: 'Decide' });
  await expectAtButtons([
    toolbar.getByRole('button', { name: 'More' }),
    toolbar.getByRole('button', { name: 'Group by' }),
    page.getByRole('button', { name: 'More splits' }),
    page.getByRole('button', { name: 'Saved filters' }),
    triage.grid.getByRole('button', { name: 'More for this group' }),
    page.getByRole('button', { name: /^All 2/ }),
  ]);
});

test('so does each menu of the accounts: how they are sorted, of an account, and of a task', async () => {
  const { page } = workbench;
  await workbench.run('open-accounts');
  await page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name: 'Northwind' }).waitFor();
  await expectAtButtons([page.getByRole('button', { name: /^Change sort order/ })]);
  await page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name: 'Northwind' }).click();
  const region = page.getByRole('region', { name: 'Northwind' });
  await expectAtButtons([region.getByRole('button', { name: 'More options' })]);
  // A row has its buttons while it has the focus.
  await region.locator('[data-row]').filter({ hasText: 'Price the renewal' }).focus();
  await expectAtButtons([region.getByRole('button', { name: 'Task options' })]);
});

test('and the menu of a rollup in a note', async () => {
  const { page } = workbench;
  await workbench.open('Daily.md');
  const block = page.getByRole('region', { name: /^Rollup/ });
  await block.getByText('Keep the old gate.').waitFor();
  await expectAtButtons([block.getByRole('button', { name: 'More options' })]);
});
