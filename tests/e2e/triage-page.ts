import type { Locator } from 'playwright-core';
import type { OpenWorkbench } from './workbench';

/** The Triage view of a workbench, as a person finds it. */
export interface TriagePage {
  readonly grid: Locator;
  row(text: string): Locator;
  tab(name: string): Locator;
  /** Shows a split, by its tab or from “More”. */
  showSplit(name: string): Promise<void>;
  /** How many rows a split says that it has, by its tab or in “More”. */
  countOf(name: string): Promise<number>;
  /** Presses keys one after another. */
  press(...keys: readonly string[]): Promise<void>;
  /** Waits until this is said, all of it where it is a text, and gives it back. */
  said(words: string | RegExp): Promise<string>;
  /** The words of the row with the focus. */
  current(): Promise<string>;
  /** Chooses what is done with all rows that are shown: `Accept 9`. */
  decideAll(words: string): Promise<void>;
  /** Waits until the split that is shown holds so many rows. */
  holds(rows: number): Promise<void>;
}

/** Opens Triage, waits until it shows so many rows, and puts the focus into its grid. */
export async function openTriage(workbench: OpenWorkbench, rows: number): Promise<TriagePage> {
  const { page } = workbench;
  const grid = page.getByRole('grid', { name: 'Proposed tasks' });
  const holds = (wanted: number): Promise<void> =>
    page.locator(`[role=grid][aria-rowcount="${wanted}"]`).waitFor({ state: 'attached' });
  await workbench.run('open-triage');
  await holds(rows);
  // The grid knows its number of rows before they are drawn.
  await grid
    .getByRole('row')
    .nth(Math.min(rows, 3) - 1)
    .waitFor();
  await grid.focus();
  const tab = (name: string): Locator => page.getByRole('tablist', { name: 'Splits' }).getByRole('tab', { name });
  const openMore = (): Promise<void> => page.getByRole('button', { name: 'More splits' }).click();
  const entry = (name: string): Locator =>
    page.getByRole('menuitem').filter({ hasText: new RegExp(`^${escaped(name)} \\(`) });
  return {
    grid,
    row: (text) => grid.getByRole('row').filter({ hasText: text }),
    tab,
    async showSplit(name) {
      if ((await tab(name).count()) > 0) return tab(name).click();
      await openMore();
      await entry(name).click();
      await tab(name).waitFor();
    },
    async countOf(name) {
      if ((await tab(name).count()) > 0) return numberIn(await tab(name).innerText());
      await openMore();
      const count = numberIn(await entry(name).innerText());
      await page.keyboard.press('Escape');
      await entry(name).waitFor({ state: 'detached' });
      return count;
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async said(words) {
      const status = page
        .getByRole('status')
        .filter({ hasText: typeof words === 'string' ? new RegExp(`^${escaped(words)}$`) : words });
      await status.waitFor();
      return status.innerText();
    },
    current: async () =>
      (await page
        .locator(`[id="${await grid.getAttribute('aria-activedescendant')}"] .account-actions-item-text`)
        .textContent())!,
    async decideAll(words) {
      await page.locator('.account-actions-foot').getByRole('button', { name: /^All / }).click();
      await page.getByRole('menuitem', { name: words }).click();
    },
    holds,
  };
}

function numberIn(words: string): number {
  return Number(words.replace(/\D/g, ''));
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
