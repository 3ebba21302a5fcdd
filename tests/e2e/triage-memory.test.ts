import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { accepted, markedCopy, meetingNote, proposed, SAID_TWICE } from '../fixtures/said-twice';
import { openTriage } from './triage-page';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const TODAY = '2026-11-22';
const [RACKS, LIFT, RENEWAL] = SAID_TWICE;

let workbench: OpenWorkbench;

afterAll(closeStage);

afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

/** Two runs of the pipeline over one mail, and a note of another account. */
const FILES = {
  'Call.md': meetingNote({
    title: 'Call',
    day: '2026-11-10',
    account: 'Northwind',
    lines: [proposed(RACKS![0], 'Myself'), proposed(LIFT![0], 'Mei Tanaka')],
  }),
  'Mail.md': meetingNote({
    title: 'Mail',
    day: '2026-11-12',
    account: 'Northwind',
    lines: [proposed(RACKS![1], 'Myself')],
  }),
  'Else.md': meetingNote({
    title: 'Else',
    day: '2026-11-01',
    account: 'Blue Heron',
    lines: [proposed(RENEWAL![0], 'Mei Tanaka')],
  }),
};

/** Waits until the page's clock went on: what happens now is later than what happened before. */
async function nextMoment(): Promise<void> {
  const now = await workbench.page.evaluate(() => Date.now());
  await workbench.page.waitForFunction((before) => Date.now() > before, now);
}

/** The button in the ribbon, and the item in the status bar, as a screen reader names them. */
const waiting = () =>
  workbench.page
    .locator('[aria-label^="Open triage"]')
    .evaluateAll((found) => found.map((element) => element.getAttribute('aria-label')));

test('a line that is said not to be the same is a row of its own, also after a reload, and is no copy when the other is accepted', async () => {
  workbench = await openWorkbench({ files: FILES });
  let triage = await openTriage(workbench, 3);
  await triage.press(' ');
  const copies = workbench.page.locator('.account-actions-copies');
  expect(await copies.innerText()).toContain(RACKS![0]);
  await copies
    .getByRole('button', { name: /^Not a copy ?: Send the rack layout of the cold store to Ilse\.$/ })
    .click();
  await triage.said('No longer a copy.');
  await triage.holds(4);

  await workbench.reload();
  triage = await openTriage(workbench, 4);
  expect(await triage.countOf('Copies')).toBe(0);
  const before = await snapshot(workbench);
  await triage.press('a');
  await triage.said('Accepted 1 task. 3 left.');
  expect(diffOf(before, await snapshot(workbench)).map(({ path, after }) => [path, after])).toEqual([
    ['Mail.md', `${accepted(proposed(RACKS![1], 'Myself'))}\n`],
  ]);
});

test('a filter is kept under a name and picked again after a reload, and forgotten when that is wanted', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  let triage = await openTriage(workbench, 3);
  await triage.showSplit('Waiting on others');
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('combobox', { name: 'Account' }).selectOption({ label: 'Northwind (1)' });
  await page.getByRole('searchbox', { name: 'Filter…' }).fill('lift');
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('menuitem', { name: 'Save filter…' }).click();
  const field = page.getByRole('combobox', { name: 'Filter name' });
  await field.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'Enter a name for this filter.' }).waitFor();
  await field.fill('Lifts of Northwind');
  await field.press('Enter');

  await workbench.reload();
  triage = await openTriage(workbench, 2);
  await triage.tab('All').click();
  await triage.holds(3);
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('menuitem', { name: 'Lifts of Northwind', exact: true }).click();
  await triage.holds(1);
  expect(await triage.tab('Waiting on others').getAttribute('aria-selected')).toBe('true');
  expect(await page.getByRole('searchbox', { name: 'Filter…' }).inputValue()).toBe('lift');
  expect(
    await page
      .getByRole('combobox', { name: 'Account' })
      .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]!.label),
  ).toBe('Northwind (1)');

  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('menuitem', { name: 'Delete “Lifts of Northwind”' }).click();
  await page.getByRole('button', { name: 'Saved filters' }).click();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Save filter…']);
  await page.keyboard.press('Escape');
});

test('the status bar and the ribbon say how many wait for me, and lead to Triage', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  const item = page.locator('.status-bar-item[aria-label^="Open triage"]');
  await item.waitFor();
  expect(await waiting()).toEqual(['Open triage: 1 waiting for you', 'Open triage: 1 waiting for you']);
  await workbench.write(
    'Later.md',
    meetingNote({
      title: 'Later',
      day: '2026-11-22',
      account: 'Northwind',
      lines: [proposed('Ask who signs.', 'Myself')],
    }),
  );
  await page.locator('.status-bar-item[aria-label="Open triage: 2 waiting for you"]').waitFor();
  expect(await item.innerText()).toBe('2');
  await item.press('Enter');
  await page.locator('[role=grid][aria-rowcount="4"]').waitFor({ state: 'attached' });
  expect(await waiting()).toEqual(['Open triage: 2 waiting for you', 'Open triage: 2 waiting for you']);
});

test('what came after Triage was closed is new when it is opened again, and stays so while it is open', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  const close = (): Promise<void> =>
    page.evaluate(() => {
      const { workspace } = window.workbench.app as { workspace: { detachLeavesOfType(type: string): void } };
      workspace.detachLeavesOfType('account-actions-triage');
    });
  await openTriage(workbench, 3);
  await nextMoment();
  await close();
  await nextMoment();
  await workbench.write(
    'Later.md',
    meetingNote({
      title: 'Later',
      day: '2026-11-22',
      account: 'Northwind',
      lines: [proposed('Ask who signs.', 'Myself')],
    }),
  );
  let triage = await openTriage(workbench, 4);
  expect(await triage.countOf('Since last visit')).toBe(1);
  await workbench.write('Else.md', `${FILES['Else.md']}\nChanged.\n`);
  await workbench.write(
    'Latest.md',
    meetingNote({
      title: 'Latest',
      day: '2026-11-22',
      account: 'Northwind',
      lines: [proposed('Draw the plan of the yard.', 'Myself')],
    }),
  );
  await triage.holds(5);
  expect(await triage.countOf('Since last visit')).toBe(2);
  await nextMoment();
  await close();
  triage = await openTriage(workbench, 5);
  expect(await triage.countOf('Since last visit')).toBe(0);
});

test('the list of the palette accepts a task with its copies', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  await page.locator('.status-bar-item[aria-label^="Open triage"]').waitFor();
  const before = await snapshot(workbench);
  await workbench.run('triage-palette');
  await page.getByRole('option', { name: RACKS![1] }).waitFor();
  expect(await page.getByRole('option', { name: RACKS![1] }).innerText()).toContain('1 copy');
  await page.keyboard.type('racks');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Accepted 1 task with 1 copy. 2 left.' }).waitFor();
  expect(diffOf(before, await snapshot(workbench)).map(({ path, after }) => [path, after])).toEqual([
    ['Call.md', `${markedCopy(proposed(RACKS![0], 'Myself'), TODAY)}\n`],
    ['Mail.md', `${accepted(proposed(RACKS![1], 'Myself'))}\n`],
  ]);
});
