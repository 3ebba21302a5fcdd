import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { meetingNote, proposed } from '../fixtures/said-twice';
import { seriousFaults, wear } from './axe';
import { openTriage, type TriagePage } from './triage-page';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

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
};

const entries = async (): Promise<readonly string[]> => {
  await workbench.page.locator('.menu').waitFor();
  return workbench.page.locator('.menu .menu-item-title').allInnerTexts();
};
const close = async (): Promise<void> => {
  await workbench.page.keyboard.press('Escape');
  await workbench.page.locator('.menu').waitFor({ state: 'detached' });
};

beforeAll(async () => {
  workbench = await openWorkbench({ files: FILES });
  triage = await openTriage(workbench, 2);
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

test('“?” shows the keys in groups, what decides first, each action once; Esc goes back into the list', async () => {
  const { page } = workbench;
  await triage.press('?');
  const sheet = page.getByRole('region', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  expect(await sheet.getByRole('heading').allInnerTexts()).toEqual(['Decide', 'Move', 'Select', 'View']);
  const lines = (group: string): Promise<readonly string[]> =>
    sheet
      .getByRole('group', { name: group })
      .locator('dl > div')
      .evaluateAll((some) =>
        some.map((line) => [...line.querySelectorAll('kbd, dd')].map((part) => part.textContent.trim()).join(' · ')),
      );
  expect((await lines('Decide')).slice(0, 3)).toEqual(['A · 1 · Accept', 'D · 2 · Dismiss', '3 · Mark done']);
  expect(await lines('Move')).toContain('↓ · J · Next task');
  expect(await lines('Select')).toContain('Shift ↓ · Select down');
  const said = await sheet.locator('dd').allInnerTexts();
  expect(said.filter((words, at) => said.indexOf(words) !== at)).toEqual([]);
  for (const theme of ['dark', 'light'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page, '.account-actions-view')).toEqual([]);
  }
  await triage.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
});

test('a verb says its key wherever it stands: in the toolbar, in menus and at a row; none is said that is switched off', async () => {
  const { page } = workbench;
  const toolbar = page.getByRole('toolbar', { name: 'Decide' });
  const tooltip = (name: string): Promise<string | null> =>
    toolbar.getByRole('button', { name, exact: true }).getAttribute('aria-label');
  expect(await Promise.all(['Accept', 'Snooze', 'Undo', 'Filters', 'Keyboard shortcuts'].map(tooltip))).toEqual([
    'Accept (A)',
    'Snooze (H)',
    'Undo (Z)',
    'Filters (/)',
    'Keyboard shortcuts (?)',
  ]);
  const atRow = triage.row('Price the renewal').getByRole('button', { name: 'Accept: Price the renewal.' });
  expect(await atRow.getAttribute('aria-label')).toBe('Accept (A)');
  await toolbar.getByRole('button', { name: 'More' }).click();
  expect(await entries()).toContain('Change owner… (O)');
  await close();
  await triage.grid.getByRole('button', { name: 'More for this group' }).click();
  expect(await entries()).toContain('Accept all 2 (Shift A)');
  await close();

  const letters = (are: boolean): Promise<void> =>
    page.evaluate((on) => {
      const { plugins } = window.workbench.app as {
        plugins: { plugins: Record<string, { settingsStore: { get(): object; change(values: object): void } }> };
      };
      plugins.plugins['account-actions']!.settingsStore.change({ letterKeys: on });
    }, are);
  await letters(false);
  expect(
    await until(
      () => tooltip('Accept'),
      (said) => said === 'Accept',
    ),
  ).toBe('Accept');
  expect(await tooltip('Filters')).toBe('Filters (/)');
  await letters(true);
});

test('Triage opens as a tab of the main area, once, while the side bar keeps its own', async () => {
  const { page } = workbench;
  const grids = page.getByRole('grid', { name: 'Proposed tasks' });
  const inMain = page.locator('.mod-root').getByRole('grid', { name: 'Proposed tasks' });
  await workbench.run('open-triage-tab');
  await inMain.getByRole('row').first().waitFor();
  expect(await inMain.evaluate((grid) => grid === document.activeElement)).toBe(true);
  expect(await grids.count()).toBe(2);
  await workbench.run('open-triage-tab');
  expect(await grids.count()).toBe(2);
  await triage.press('End', 'a');
  await inMain.getByRole('row', { name: 'Book the freight lift' }).waitFor({ state: 'detached' });
  await triage.press('z');
  await inMain.getByRole('row', { name: 'Book the freight lift' }).waitFor();
});
