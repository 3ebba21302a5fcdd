import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { meetingNote, proposed } from '../fixtures/said-twice';
import { seriousFaults, wear } from './axe';
import { openTriage, type TriagePage } from './triage-page';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;
let triage: TriagePage;

const FILES = {
  'Call.md': meetingNote({
    title: 'Call',
    day: '2026-11-10',
    account: 'Northwind',
    lines: [proposed('Price the renewal.', 'Myself'), proposed('Book the freight lift.', 'Mei Tanaka')],
  }),
  'Mail.md': meetingNote({
    title: 'Mail',
    day: '2026-11-20',
    account: 'Blue Heron',
    lines: [proposed('Count the freight wagons.', 'Mei Tanaka'), proposed('Paint the ramp.', '')],
  }),
};

const chips = () => workbench.page.getByRole('button', { name: /^Remove filter: / });
const names = (): Promise<readonly (string | null)[]> =>
  chips().evaluateAll((some) => some.map((chip) => chip.getAttribute('aria-label')));
const hasFocus = (role: string): Promise<boolean> =>
  workbench.page.evaluate((wanted) => document.activeElement?.getAttribute('role') === wanted, role);

beforeAll(async () => {
  workbench = await openWorkbench({ files: FILES });
  triage = await openTriage(workbench, 4);
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

test('what a filter is set to stands below the toolbar, and each part is taken away by itself, with the mouse or by key', async () => {
  const { page } = workbench;
  await triage.press('/');
  await page.getByRole('searchbox', { name: 'Filter…' }).waitFor();
  await page.keyboard.type('freight');
  await triage.holds(2);
  await page.getByRole('combobox', { name: 'Account' }).selectOption({ label: 'Northwind (1)' });
  await triage.holds(1);
  // The words stand in their field, as long as that is shown.
  expect(await names()).toEqual(['Remove filter: Northwind']);
  await page.getByRole('searchbox', { name: 'Filter…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Filter…' }).waitFor({ state: 'detached' });
  expect(await hasFocus('grid')).toBe(true);
  expect(await names()).toEqual(['Remove filter: freight', 'Remove filter: Northwind']);
  for (const theme of ['dark', 'light'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page, '.account-actions-view')).toEqual([]);
  }

  // The focus goes on to the next part, and from the last one into the list.
  await chips().first().focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Remove filter: freight' }).waitFor({ state: 'detached' });
  await triage.holds(2);
  await page.keyboard.press('Enter');
  await chips().waitFor({ state: 'detached' });
  await triage.holds(4);
  expect(await hasFocus('grid')).toBe(true);
});

test('nobody, no account and an age are parts, too; Esc in the words takes all of them away', async () => {
  const { page } = workbench;
  await triage.press('/');
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'No owner (1)' });
  await triage.holds(1);
  await page.getByRole('combobox', { name: 'Age' }).selectOption({ label: 'Past week (1)' });
  await page.getByRole('button', { name: 'Remove filter: Past week' }).waitFor();
  expect(await names()).toEqual(['Remove filter: No owner', 'Remove filter: Past week']);
  await page.getByRole('button', { name: 'Remove filter: No owner' }).click();
  await triage.holds(2);
  await page.getByRole('searchbox', { name: 'Filter…' }).focus();
  await page.keyboard.press('Escape');
  await chips().waitFor({ state: 'detached' });
  await triage.holds(4);
  expect(await hasFocus('grid')).toBe(true);
});

test('what comes from an account is seen as a part, and the filters stay behind their icon', async () => {
  const { page } = workbench;
  await workbench.run('open-accounts');
  await page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name: 'Blue Heron' }).click({
    button: 'right',
  });
  await page.locator('.menu-item', { hasText: 'Triage' }).click();
  await triage.holds(2);
  expect(await names()).toEqual(['Remove filter: Blue Heron']);
  expect(await page.getByRole('searchbox', { name: 'Filter…' }).count()).toBe(0);
  await chips().click();
  await triage.holds(4);
});
