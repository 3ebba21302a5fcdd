import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { wear as wearIn } from '../tests/e2e/axe';
import { closeStage, openWorkbench } from '../tests/e2e/workbench';
import { installFonts } from './fonts.mjs';

declare const PROJECT_ROOT: string;

// Takes the pictures of the README from the workbench on the demo vault: npm run screenshots
installFonts();
const folder = join(PROJECT_ROOT, 'docs', 'screenshots');
await mkdir(folder, { recursive: true });
const workbench = await openWorkbench({ width: 1280, height: 760 });
const { page } = workbench;
const wear = (theme: 'light' | 'dark'): Promise<void> => wearIn(page, theme);

async function take(name: string, act: (page: Page) => Promise<void>): Promise<void> {
  await act(page);
  await page.mouse.move(640, 740);
  await page.waitForTimeout(400);
  // A change of theme fades from colour to colour; a cursor blinks for ever.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
}

/** What somebody may write into the note of a day. */
const ROLLUPS = [
  '# Friday',
  '',
  'Before the call with Northwind Traders:',
  '',
  '```account-rollup',
  'account: Northwind Traders',
  'since: last quarter',
  '```',
  '',
  '```account-rollup',
  'account: Northwind Traders',
  'show: tasks',
  'owner: me',
  'limit: 4',
  '```',
  '',
].join('\n');

const account = (name: string) => page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name });

await workbench.open('Customers/Northwind Traders/2026-11-12 - Pilot results and rollout scope.md');
await workbench.run('open-accounts');
await account('Northwind Traders').waitFor();
await take('accounts-light', () => Promise.resolve());
await take('account-light', () => account('Northwind Traders').click());
await wear('dark');
await take('account-dark', () => Promise.resolve());
await take('decisions-dark', () => page.getByRole('tab', { name: /^Decisions/ }).click());
await page.getByRole('button', { name: 'Back', exact: true }).click();
await take('no-account-dark', () => account('No account').click());
await wear('light');
await take('assign-light', () => page.getByRole('button', { name: /^Assign \d+ notes…$/ }).click());
await take('assigned-light', async () => {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Assign \d+ notes$/ })
    .click();
  await page
    .locator('.notice')
    .getByText(/^Assigned/)
    .click();
  await workbench.run('recent-changes');
  await page.locator('.account-actions-action-toggle').first().click();
});
await page.getByRole('button', { name: /^Undo: Assign/ }).click();
await page
  .getByText(/^Undid/)
  .first()
  .waitFor();
await workbench.run('open-accounts');
await page.getByRole('button', { name: 'Back', exact: true }).click();
await workbench.run('open-triage');
const grid = page.getByRole('grid', { name: 'Proposed tasks' });
await take('triage-light', async () => {
  await page.getByRole('tab', { name: /^Copies/ }).click();
  await grid.focus();
  for (const key of ['a', 'j', ' ']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
  }
});
await wear('dark');
await take('triage-dark', async () => page.keyboard.press(' '));
await take('note-dark', async () => {
  await workbench.open('Customers/Northwind Traders/2026-09-03 - Cold store pilot kick-off.md');
  await page.locator('.cm-scroller').evaluate((editor) => editor.scrollTo(0, 700));
});
await wear('light');
await take('rollup-light', async () => {
  await workbench.write('Daily/2026-11-20.md', ROLLUPS);
  await workbench.open('Daily/2026-11-20.md');
  await page
    .getByRole('region', { name: /^Rollup: Tasks/ })
    .first()
    .waitFor();
});
await workbench.close();
await closeStage();
