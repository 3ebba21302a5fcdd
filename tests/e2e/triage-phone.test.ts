import { afterAll, expect, jest, test } from '@jest/globals';
import { openTriage } from './triage-page';
import { closeStage, openWorkbench } from './workbench';

jest.setTimeout(120_000);

afterAll(closeStage);

test('a phone shows the filters on demand, and as long as one narrows the rows', async () => {
  const workbench = await openWorkbench({ width: 390, height: 844, query: '?mobile' });
  const { page } = workbench;
  const triage = await openTriage(workbench, 84);
  const words = page.getByRole('searchbox', { name: 'Filter by words' });
  const button = page.getByRole('button', { name: 'Filters', exact: true });
  expect(await words.isVisible()).toBe(false);
  const before = (await triage.grid.boundingBox())!.height;
  await button.click();
  await words.fill('freight');
  expect((await triage.grid.boundingBox())!.height).toBeLessThan(before - 80);
  await button.click();
  expect(await words.isVisible()).toBe(true);
  await words.fill('');
  expect(await words.isVisible()).toBe(false);
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test('a phone shows the split that is shown, however many stand before it', async () => {
  const workbench = await openWorkbench({ width: 390, height: 844, query: '?mobile' });
  await openTriage(workbench, 84);
  const tabs = workbench.page.locator('.account-actions-triage > [role=tablist]');
  const [active, all] = await Promise.all([
    tabs.getByRole('tab', { selected: true }).boundingBox(),
    tabs.boundingBox(),
  ]);
  expect(active!.x).toBeGreaterThanOrEqual(all!.x - 1);
  expect(active!.x + active!.width).toBeLessThanOrEqual(all!.x + all!.width + 1);
  await workbench.close();
});

test('a wider screen has them always, and no button for them', async () => {
  const workbench = await openWorkbench();
  await openTriage(workbench, 84);
  expect(await workbench.page.getByRole('searchbox', { name: 'Filter by words' }).isVisible()).toBe(true);
  expect(await workbench.page.getByRole('button', { name: 'Filters', exact: true }).count()).toBe(0);
  await workbench.close();
});
