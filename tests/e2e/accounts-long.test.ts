import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const COUNT = 300;
const nameOf = (index: number): string => `Aster ${String(index).padStart(3, '0')}`;

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    files: Object.fromEntries(
      Array.from({ length: COUNT }, (_, index) => [
        `${nameOf(index)}.md`,
        `---\ntitle: "Call"\ndate: "2026-11-10"\naccount: "${nameOf(index)}"\ntags:\n  - "type/customer"\n---\n\nWe spoke.\n`,
      ]),
    ),
  });
  await workbench.run('open-accounts');
  await row(nameOf(0)).waitFor();
});
afterAll(async () => {
  await workbench.close();
  await closeStage();
  expect(workbench.errors).toEqual([]);
});

const tree = () => workbench.page.getByRole('tree', { name: 'Accounts' });
const row = (name: string) => tree().getByRole('treeitem', { name });
const drawn = (): Promise<number> => tree().getByRole('treeitem').count();
const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
const waitForFocus = (name: string): Promise<unknown> =>
  workbench.page.waitForFunction((words) => document.activeElement?.textContent.startsWith(words), name);
const scrollTo = (top: number): Promise<void> => tree().evaluate((element, to) => void (element.scrollTop = to), top);

test('draws only the rows that can be seen, and says of each where it stands among all', async () => {
  expect(await drawn()).toBeLessThan(60);
  expect(await row(nameOf(1)).getAttribute('aria-posinset')).toBe('2');
  expect(await row(nameOf(1)).getAttribute('aria-setsize')).toBe(String(COUNT));
  await scrollTo(5000);
  await row(nameOf(125)).waitFor();
  expect(await drawn()).toBeLessThan(60);
  expect(await row(nameOf(0)).count()).toBe(0);
});

test('is walked through by key, from the search to its end', async () => {
  await workbench.page.getByRole('searchbox', { name: 'Search accounts and people…' }).focus();
  await press('ArrowDown');
  await waitForFocus(nameOf(0));
  await press('End');
  await waitForFocus(nameOf(COUNT - 1));
  await press('ArrowUp');
  await waitForFocus(nameOf(COUNT - 2));
  expect(await drawn()).toBeLessThan(60);
  await press('Home');
  await waitForFocus(nameOf(0));
});

test('keeps the focus on a row that is scrolled away', async () => {
  await press('ArrowDown');
  await waitForFocus(nameOf(1));
  await scrollTo(5000);
  await row(nameOf(125)).waitFor();
  await press('ArrowDown');
  await waitForFocus(nameOf(2));
  await workbench.page.waitForFunction(() => document.querySelector('[role=tree]')!.scrollTop < 200);
});

test('comes back to the row that was opened', async () => {
  await press('End');
  await waitForFocus(nameOf(COUNT - 1));
  await press('Enter');
  await workbench.page.getByRole('region', { name: nameOf(COUNT - 1) }).waitFor();
  // Escape is heard where the focus is.
  await workbench.page.waitForFunction(() => document.activeElement?.closest('.account-actions-page') !== null);
  await press('Escape');
  await waitForFocus(nameOf(COUNT - 1));
  expect(await tree().evaluate((element) => element.scrollTop)).toBeGreaterThan(5000);
});

test('comes back to the row that was opened, however soon Escape follows Enter', async () => {
  await workbench.page.evaluate(async () => {
    const press = (key: string): void =>
      void document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    press('Enter');
    // Drawn, and not yet painted.
    while (document.activeElement!.closest('.account-actions-page') === null) await Promise.resolve();
    press('Escape');
  });
  await waitForFocus(nameOf(COUNT - 1));
});
