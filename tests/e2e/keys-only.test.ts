import { afterAll, expect, jest, test } from '@jest/globals';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench } from './workbench';

jest.setTimeout(120_000);

afterAll(closeStage);

const note = (title: string, account: string, day: string, lines: readonly string[]): string =>
  `---\ntitle: ${title}\ndate: ${day}\naccount: ${account}\ntags: [type/customer]\n---\n\n## Summary\n\nWhat was said.\n\n## Action Items\n\n${lines.join('\n\n')}\n`;

const FILES = {
  'Kick-off.md': note('Kick-off', 'Northwind', '2026-11-20', [
    '- [?] Send the rack layout. @Myself 📅 2026-11-24 ⏫ #task #proposed #auto',
    '- [?] Book the freight lift. @Ana de la Cruz #task #proposed #auto',
  ]),
  'Review.md': note('Review', 'Blue Heron', '2026-11-10', [
    '- [?] Price the renewal. @Myself #task #proposed #auto',
    '- [?] Ask who signs. #task #proposed #auto',
  ]),
};

test('Triage is opened, emptied and taken back by keys alone, and a screen reader can follow', async () => {
  const workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  const before = await snapshot(workbench);
  const status = page.getByRole('status');

  await page.keyboard.press('Control+p');
  await page.keyboard.type('open triage');
  await page.keyboard.press('Enter');
  const grid = page.getByRole('grid', { name: 'Proposed tasks' });
  await grid.getByRole('row').nth(3).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  expect(await page.locator('.account-actions-view').ariaSnapshot()).toMatchSnapshot('Triage, opened');

  // The filters are found by a key, lead into the list, and go with Esc.
  const rows = grid.getByRole('row');
  const all = await rows.count();
  await page.keyboard.press('/');
  await page.keyboard.type('zebra');
  await rows.first().waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await rows.nth(all - 1).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');

  for (const [key, words] of [
    ['a', 'Accepted 1 task. 3 left.'],
    ['d', 'Dismissed 1 task. 2 left.'],
    ['3', 'Marked 1 task done. 1 left.'],
    ['1', 'Accepted 1 task. 0 left.'],
  ] as const) {
    await page.keyboard.press(key);
    await status.filter({ hasText: words }).waitFor();
  }
  await page.getByText('Nothing left to decide.').waitFor();
  expect(await page.locator('.account-actions-view').ariaSnapshot()).toMatchSnapshot('Triage, empty');
  expect(diffOf(before, await snapshot(workbench))).toHaveLength(4);

  for (const left of [1, 2, 3, 4]) {
    await page.keyboard.press('z');
    await status.filter({ hasText: new RegExp(`^Undid: .* ${left} left\\.$`) }).waitFor();
  }
  expect(diffOf(before, await snapshot(workbench))).toEqual([]);
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (theme) => {
  const workbench = await openWorkbench();
  const { page } = workbench;
  await wear(page, theme);
  const tree = page.getByRole('tree', { name: 'Accounts' });
  await workbench.run('open-accounts');
  await tree.getByRole('treeitem', { name: 'Northwind Traders' }).waitFor();
  expect(await seriousFaults(page, '.account-actions-view')).toEqual([]);
  for (const what of ['No account', 'Needs attention', 'Northwind Traders']) {
    await tree.getByRole('treeitem', { name: what }).click();
    const region = page.getByRole('region', { name: what });
    for (const tab of await region.getByRole('tab').all()) {
      await tab.click();
      expect(await seriousFaults(page, '.account-actions-view')).toEqual([]);
    }
    expect(await seriousFaults(page, '.account-actions-view')).toEqual([]);
    await region.getByRole('button', { name: 'Back' }).click();
  }
  await workbench.run('open-triage');
  const grid = page.getByRole('grid', { name: 'Proposed tasks' });
  await grid.getByRole('row').first().waitFor();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  await page.keyboard.press('?');
  expect(await seriousFaults(page, '.account-actions-view')).toEqual([]);
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
