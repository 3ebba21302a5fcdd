import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import { VAULTS } from '../core/first-run/invented-vaults';
import { seriousFaults, wear } from './axe';
import { atRest, closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(180_000);

let workbench: OpenWorkbench | null = null;

afterEach(async () => {
  expect(workbench?.errors).toEqual([]);
  await workbench?.close();
});
afterAll(closeStage);

async function open(files: Readonly<Record<string, string>>, size: object = {}): Promise<OpenWorkbench> {
  workbench = await openWorkbench({ files, ...size });
  await workbench.run('open-accounts');
  return workbench;
}

const card = ({ page }: OpenWorkbench) => page.locator('.account-actions-first-run');
const button = (bench: OpenWorkbench, name: string) => bench.page.getByRole('button', { name, exact: true });
const tree = ({ page }: OpenWorkbench) => page.getByRole('tree', { name: 'Accounts' });
const row = (bench: OpenWorkbench, name: RegExp) => tree(bench).getByRole('treeitem', { name });
const accounts = (bench: OpenWorkbench): Promise<readonly string[]> =>
  tree(bench)
    .getByRole('treeitem')
    .evaluateAll((rows) => rows.map((item) => item.getAttribute('data-key')!).sort());
const looked = async (bench: OpenWorkbench): Promise<string> => {
  await button(bench, 'Add sample note').waitFor();
  await until(
    async () => card(bench).innerText(),
    (text) => !text.includes('Counting…'),
  );
  return card(bench).innerText();
};
const isChecked = (bench: OpenWorkbench, name: RegExp): Promise<boolean> =>
  bench.page.getByRole('checkbox', { name }).isChecked();
const proposals = async (bench: OpenWorkbench): Promise<number> => {
  await bench.run('open-triage');
  await bench.page.getByRole('tab', { name: /^All/ }).click();
  const grid = bench.page.getByRole('grid', { name: 'Proposed tasks' });
  await grid.getByRole('row').first().waitFor();
  return grid.getByRole('row').count();
};

describe.each([
  [
    'no tags',
    /Notes with the property “customer”.*2 notes in “Meetings”, 2 accounts/s,
    /Unchecked tasks.*3 proposals/s,
    3,
  ],
  ['customer', /Notes tagged #customer.*3 notes in “Notes”, 2 accounts/s, /Unchecked tasks.*2 proposals/s, 2],
  [
    'folders',
    /“Clients”, each folder or note in it an account.*3 notes, 2 accounts/s,
    /Unchecked tasks.*2 proposals/s,
    2,
  ],
  [
    'machine',
    /Notes with the property “granola_id”.*2 notes in “Granola”, 2 accounts/s,
    /Plain list items.*3 proposals/s,
    3,
  ],
] as const)('in a vault of the kind “%s”', (vault, reading, proposing, count) => {
  test('one press brings its accounts and proposals', async () => {
    const bench = await open(VAULTS[vault]);
    const text = await looked(bench);
    await bench.page.getByText('No notes tagged #type/customer yet.').waitFor();
    expect(text).toContain(`With these: 2 accounts,`);
    expect(text).toContain(`${count} proposals.`);
    expect(await isChecked(bench, reading)).toBe(true);
    expect(await isChecked(bench, proposing)).toBe(true);
    expect(await isChecked(bench, /Robin Sayer.*in 2 meetings/s)).toBe(false);
    for (const theme of ['light', 'dark'] as const) {
      await wear(bench.page, theme);
      expect(await seriousFaults(bench.page, '.workspace-leaf-content[data-type="account-actions-accounts"]')).toEqual(
        [],
      );
    }
    await button(bench, 'Apply').click();
    await row(bench, /Otterfield/).waitFor();
    expect(await accounts(bench)).toEqual(['otterfield', 'pellham']);
    expect(await bench.page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    expect(await proposals(bench)).toBe(count);
  });
});

test('an empty vault takes a sample note, and gives it back untouched', async () => {
  const bench = await open(VAULTS.empty);
  expect(await looked(bench)).toContain('This vault has no notes yet.');
  expect(await bench.page.getByRole('checkbox').count()).toBe(0);
  await button(bench, 'Add sample note').click();
  await row(bench, /Blue Heron.*3 proposed/s).waitFor();
  expect(await bench.read('Sample call with Blue Heron.md')).toContain('tags: [type/customer]');
  await bench.reload();
  await bench.run('open-accounts');
  await row(bench, /Blue Heron/).waitFor();
  await bench.run('set-up-vault');
  await button(bench, 'Remove sample note').click();
  await button(bench, 'Add sample note').waitFor();
  await button(bench, 'Back').click();
  await bench.page.getByText('No notes tagged #type/customer yet.').waitFor();
});

test('a sample note that somebody wrote in stays, and is said to', async () => {
  const bench = await open(VAULTS.empty);
  await looked(bench);
  await button(bench, 'Add sample note').click();
  await row(bench, /Blue Heron/).waitFor();
  const path = 'Sample call with Blue Heron.md';
  await bench.write(path, `${await bench.read(path)}Mine.\n`);
  await bench.run('set-up-vault');
  await button(bench, 'Remove sample note').click();
  await bench.page.getByText(/it was edited since\. Delete it yourself/).waitFor();
  expect(await bench.read(path)).toContain('Mine.');
});

test('Triage leads to the card, which is used by keys alone and counts what is checked', async () => {
  const bench = await open(VAULTS.customer);
  await bench.run('open-triage');
  const { page } = bench;
  const way = page
    .locator('[data-type="account-actions-triage"]')
    .getByRole('button', { name: 'Set up for this vault' });
  await way.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Set up for this vault' }).waitFor();
  await looked(bench);
  const boxes = page.getByRole('checkbox', { name: /Unchecked tasks/ });
  const tabTo = async (right: () => Promise<boolean>): Promise<void> => {
    for (let press = 0; press < 40 && !(await right()); press++) await page.keyboard.press('Tab');
    expect(await right()).toBe(true);
  };
  const hasFocus = (target: typeof boxes) => (): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement);
  await tabTo(hasFocus(boxes));
  await page.keyboard.press('Space');
  await page.getByText('With these: 2 accounts, 3 notes and 0 proposals.').waitFor();
  await page.keyboard.press('Space');
  await page.getByText('With these: 2 accounts, 3 notes and 2 proposals.').waitFor();
  await tabTo(hasFocus(page.getByRole('checkbox', { name: /Robin Sayer/ })));
  await page.keyboard.press('Space');
  await tabTo(hasFocus(button(bench, 'Apply')));
  await page.keyboard.press('Enter');
  await row(bench, /Pellham/).waitFor();
  await atRest(page);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await bench.run('set-up-vault');
  await looked(bench);
  expect(await card(bench).innerText()).not.toContain('Robin Sayer');
});
