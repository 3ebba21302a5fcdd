import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { meetingNote, proposed, SAID_TWICE } from '../fixtures/said-twice';
import { seriousFaults, wear } from './axe';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

const [RACKS, LIFT] = SAID_TWICE;
const SCRIPT = '<img src=x onerror="window.harmed = true"> **Bold** [[Call]] <b>plain</b>';
const FILES = {
  'Call.md': meetingNote({
    title: 'Call about racks',
    day: '2026-11-10',
    account: 'Northwind',
    lines: [proposed(RACKS![0], 'Myself', '📅 2026-11-20')],
  }),
  'Mail.md': `${meetingNote({
    title: 'Mail about racks',
    day: '2026-11-12',
    account: 'Northwind',
    lines: [
      proposed(RACKS![1], 'Myself', '📅 2026-11-27'),
      proposed(LIFT![0], 'Mei Tanaka'),
      ...Array.from({ length: 30 }, (_, index) => proposed(`Close ticket NW-${1000 + index} now.`, 'Mei Tanaka')),
    ],
  }).replace('## Action Items', `## Summary\n\nThe racks come in May. ${SCRIPT}\n\n## Action Items`)}\n${SCRIPT}\n`,
};

const tab = (): Locator => workbench.page.locator('.mod-root .account-actions-view');
const grid = (): Locator => tab().getByRole('grid', { name: 'Proposed tasks' });
const context = (): Locator => tab().getByRole('region', { name: 'Context' });
/** Waits until the context is about the row with the cursor, and shows these words. */
async function shows(words: string): Promise<string> {
  const settled = tab().locator('section[aria-busy=false]').filter({ hasText: words });
  await settled.waitFor();
  return settled.innerText();
}

beforeAll(async () => {
  workbench = await openWorkbench({ files: FILES, width: 1700, height: 800 });
  await workbench.run('open-triage-tab');
  await grid().getByRole('row').nth(3).waitFor();
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

test('in a wide tab the context of the current row stands beside the list: its meeting, its summary, its copies with why, and the lines around', async () => {
  await workbench.page.keyboard.press('Home');
  const said = await shows(RACKS![0]);
  expect(said).toContain('Mail about racks');
  expect(said).toContain('12 Nov');
  expect(said).toContain('Northwind');
  expect(said).toContain('The racks come in May.');
  expect(said).toContain('1 copy');
  expect(said).toMatch(/same owner, \d+ words in common|same owner/);
  expect(said).toContain('Call about racks');
  expect(await context().locator('.is-own').innerText()).toContain(RACKS![1]);
  // What the copy does not say so is marked.
  expect(await context().locator('.account-actions-copies mark').count()).toBeGreaterThan(0);
});

test('it follows the cursor, and the keys of the list scroll it', async () => {
  const { page } = workbench;
  await page.keyboard.press('ArrowDown');
  const said = await shows(LIFT![0]);
  expect(said).not.toContain('1 copy');
  const top = (): Promise<number> => context().evaluate((pane) => pane.scrollTop);
  expect(await top()).toBe(0);
  await page.setViewportSize({ width: 1700, height: 360 });
  await page.keyboard.press('Shift+PageDown');
  expect(await until(top, (at) => at > 40)).toBeGreaterThan(40);
  await page.keyboard.press('Shift+K');
  expect(await until(top, (at) => at === 0)).toBe(0);
  await page.keyboard.press('Shift+J');
  await until(top, (at) => at > 40);
  // Of another row one begins at the top.
  await page.keyboard.press('ArrowDown');
  await shows('NW-1000');
  expect(await top()).toBe(0);
  await page.setViewportSize({ width: 1700, height: 800 });
  expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true);
});

test('keys that come one after another leave the context of the last row, and nothing that notes say is run', async () => {
  const { page } = workbench;
  await page.keyboard.press('Home');
  for (let times = 0; times < 20; times++) await page.keyboard.press('j');
  const current = await until(
    async () => {
      const id = await grid().getAttribute('aria-activedescendant');
      return page.locator(`[id="${id}"] .account-actions-item-text`).innerText();
    },
    (words) => words.includes('NW-1018'),
  );
  expect(
    await until(
      () => context().locator('.is-own').innerText(),
      (words) => words.includes(current),
    ),
  ).toContain(current);
  await page.keyboard.press('Home');
  const said = await shows(RACKS![0]);
  expect(said).toContain('<img src=x onerror=');
  expect(await context().locator('img, script, b').count()).toBe(0);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
});

test('a copy is set apart there, and a narrow tab or side bar has no such part', async () => {
  const { page } = workbench;
  for (const theme of ['dark', 'light'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page, '.mod-root .account-actions-view')).toEqual([]);
  }
  await page.keyboard.press('?');
  await tab().getByText('Scroll context down').waitFor();
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1000, height: 800 });
  await context().waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await tab().getByText('Show copies and context').waitFor();
  expect(await tab().getByText('Scroll context down').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1700, height: 800 });
  await shows(RACKS![0]);
  await context()
    .getByRole('button', { name: /^Not a copy/ })
    .click();
  await tab().getByRole('status').filter({ hasText: 'No longer a copy.' }).waitFor();
  await tab().locator('[role=grid][aria-rowcount="33"]').waitFor();
  expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true);
});
