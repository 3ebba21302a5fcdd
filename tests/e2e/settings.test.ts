import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

const DATA = '.obsidian/plugins/account-actions/data.json';
const row = (name: string) =>
  workbench.page
    .locator('.setting-item')
    .filter({ has: workbench.page.locator('.setting-item-name').getByText(name, { exact: true }) });
const field = (name: string) => row(name).locator('textarea');
const openSettings = () =>
  workbench.page.evaluate(() => {
    (window.workbench.app as { setting: { openTabById(id: string): unknown } }).setting.openTabById('account-actions');
  });
const stored = (): Promise<Record<string, unknown>> =>
  workbench.page.evaluate(async (path) => {
    const { vault } = window.workbench.app as {
      vault: { adapter: { exists(path: string): Promise<boolean>; read(path: string): Promise<string> } };
    };
    return (await vault.adapter.exists(path))
      ? (JSON.parse(await vault.adapter.read(path)) as Record<string, unknown>)
      : {};
  }, DATA);

/** Waits until a setting is stored so. */
async function expectStored(key: string, value: unknown): Promise<void> {
  const read = async (): Promise<unknown> => (await stored())[key];
  expect(await until(read, (now) => JSON.stringify(now) === JSON.stringify(value))).toEqual(value);
}

const note = (tag: string, ...lines: readonly string[]): string =>
  `---\ndate: "2026-11-10"\naccount: "Northwind"\ntags:\n  - "${tag}"\n---\n\n${lines.join('\n')}\n`;
const treeItem = (name: string) =>
  workbench.page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name });

beforeAll(async () => {
  workbench = await openWorkbench({
    files: {
      'A.md': note('type/customer', '- [?] Buy racks @Robin #task #proposed', '- [!] Call back #task'),
      'B.md': note('type/partners', '- [?] Sell racks #task #proposed'),
      'Old/C.md': note('type/customer', '- [?] Forget racks #task #proposed'),
    },
  });
  // What an older version, or a hand, left behind.
  await workbench.write(
    DATA,
    JSON.stringify({
      noteTags: ['#type/customer', 'no tag', 7],
      myNames: 'Robin',
      accountSort: 'size',
      letterKeys: null,
      statusSymbols: { '[]': 'open', '>': 'done' },
      more: { deep: true },
    }),
  );
  await workbench.reload();
  await workbench.run('open-accounts');
  await treeItem('2 proposed').waitFor();
  await openSettings();
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test('an older and damaged data file is read: what is right of it, else the defaults', async () => {
  expect(await field('Tags').inputValue()).toBe('type/customer');
  expect(await field('Excluded folders').inputValue()).toBe('_archive\nTemplates');
  expect(await field('My names').inputValue()).toBe('Myself\nMe');
  expect(await field('Other statuses').inputValue()).toBe('> done');
  expect(await row('Sort accounts').locator('select').inputValue()).toBe('attention');
  expect(await row('Letter keys').locator('.checkbox-container.is-enabled').count()).toBe(1);
});

test('a tag that is added reads further notes, once the typing rests', async () => {
  await field('Tags').focus();
  await workbench.page.keyboard.press('Control+End');
  await workbench.page.keyboard.type('\n#type/partners');
  await expectStored('noteTags', ['type/customer', 'type/partners']);
  await treeItem('3 proposed').waitFor();
});

test('a wrong value is told at its field and not kept', async () => {
  await field('Tags').fill('');
  await row('Tags').getByText('Enter at least one tag.').waitFor();
  await field('Other statuses').fill('x open');
  await row('Other statuses').getByText('“x” always means done').waitFor();
  // What is right is kept in the same moment.
  await field('My names').fill('Me');
  await expectStored('myNames', ['Me']);
  expect(await stored()).toMatchObject({
    noteTags: ['type/customer', 'type/partners'],
    statusSymbols: { '>': 'done' },
  });
  await treeItem('3 proposed').waitFor();
  await field('Tags').fill('type/customer');
  await row('Tags').getByText('Enter at least one tag.').waitFor({ state: 'detached' });
});

test('folders, names and statuses are followed by what is shown', async () => {
  await field('Excluded folders').fill('Old');
  await treeItem('1 proposed').waitFor();
  await field('Other statuses').fill('! dismissed');
  await expectStored('statusSymbols', { '!': 'dismissed' });
  await field('My names').fill('Robin');
  await expectStored('myNames', ['Robin']);
});

test('what was typed last is kept when the settings are closed at once, and all of it over a reload', async () => {
  await row('Sort accounts').locator('select').selectOption('name');
  await row('Letter keys').locator('.checkbox-container').click();
  await field('My names').fill('Robin\nRobin Sayer');
  await workbench.page.keyboard.press('Escape');
  await expectStored('myNames', ['Robin', 'Robin Sayer']);
  await workbench.reload();
  await openSettings();
  expect(await field('My names').inputValue()).toBe('Robin\nRobin Sayer');
  expect(await field('Excluded folders').inputValue()).toBe('Old');
  expect(await row('Sort accounts').locator('select').inputValue()).toBe('name');
  expect(await row('Letter keys').locator('.checkbox-container.is-enabled').count()).toBe(0);
});

test('letters that are switched off are no keys in Triage', async () => {
  await workbench.page.keyboard.press('Escape');
  await workbench.run('open-triage');
  const grid = workbench.page.getByRole('grid', { name: 'Proposed tasks' });
  await grid.getByRole('row').first().waitFor();
  await grid.focus();
  await workbench.page.keyboard.press('a');
  // A button finds what the letter left.
  await grid.getByRole('button', { name: 'Dismiss: Buy racks' }).click();
  await workbench.page.getByRole('status').filter({ hasText: 'Dismissed 1 task.' }).waitFor();
  expect(await workbench.read('A.md')).toContain('- [-] Buy racks');
});
