import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot, type Snapshot } from './vault-diff';
import { closeStage, openWorkbench, until, type OpenWorkbench, type WorkbenchOptions } from './workbench';

jest.setTimeout(120_000);

const meeting = (title: string, date: string, ...lines: readonly string[]): string =>
  [
    '---',
    `title: ${title}`,
    `date: ${date}`,
    'account: Aster',
    'tags: [type/customer]',
    '---',
    '',
    '## Action Items',
    '',
    ...lines,
    '',
  ].join('\n');
const KICK_OFF = 'Calls/Kick-off.md';
const REVIEW = 'Calls/Review.md';
const FILES = {
  [KICK_OFF]: meeting(
    'Kick-off',
    '2026-09-01',
    '- [?] Count the drums of the north yard. @Ana #proposed',
    '- [?] Order a second pump. @Ben #proposed',
    '- [?] Paint the gate of the yard green. @Ana #proposed',
    '- [?] Send Ilse the plan of the cellar. @Ben 📅 2026-12-01 #proposed',
    '- [ ] Return the borrowed ladder. @Ana',
  ),
  [REVIEW]: meeting('Review', '2026-10-01', '- [?] Order a second pump. @Ben #proposed').replaceAll('\n', '\r\n'),
};

let workbench: OpenWorkbench;
let before: Snapshot;

afterEach(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

const region = (): Locator => workbench.page.getByRole('region', { name: 'Aster' });
const list = (name: string): Locator => region().getByRole('list', { name, exact: true });
const row = (text: string): Locator => region().getByRole('listitem', { name: new RegExp(`^${text}`) });
const button = (text: string, name: string): Locator => row(text).getByRole('button', { name: new RegExp(`^${name}`) });
const told = (words: string | RegExp): Promise<void> =>
  region().getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached' });
const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
/** The words of the row that has the focus, or in which something has it. */
const focused = (): Promise<string | undefined> =>
  workbench.page.evaluate(
    () => document.activeElement?.closest('li')?.querySelector('.account-actions-item-text')?.textContent ?? undefined,
  );
const changed = async (): Promise<readonly (readonly [string, string])[]> =>
  diffOf(before, await snapshot(workbench)).map(({ path, after }) => [path, after?.trimEnd() ?? ''] as const);

async function openTasks(options: WorkbenchOptions = {}): Promise<void> {
  workbench = await openWorkbench({ files: FILES, ...options });
  await workbench.run('open-accounts');
  await workbench.page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name: 'Aster' }).click();
  // Until copies are known, each line is a row of its own.
  await row('Order a second pump').getByText('1 copy').waitFor();
  before = await snapshot(workbench);
}

async function undo(): Promise<void> {
  await press('z');
  await told(/^Undid/);
  await until(changed, (lines) => lines.length === 0);
}

const VERBS: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  [
    'Accept',
    'a',
    [
      [KICK_OFF, '- [-] Order a second pump. @Ben #copy ❌ 2026-11-22'],
      [REVIEW, '- [ ] Order a second pump. @Ben'],
    ],
  ],
  [
    'Dismiss',
    'd',
    [
      [KICK_OFF, '- [-] Order a second pump. @Ben #copy ❌ 2026-11-22'],
      [REVIEW, '- [-] Order a second pump. @Ben ❌ 2026-11-22'],
    ],
  ],
  [
    'Mark done',
    '3',
    [
      [KICK_OFF, '- [-] Order a second pump. @Ben #copy ❌ 2026-11-22'],
      [REVIEW, '- [x] Order a second pump. @Ben ✅ 2026-11-22'],
    ],
  ],
];

test.each(VERBS)(
  '%s decides a task of an opened account with its copies, by key and by button',
  async (verb, key, lines) => {
    await openTasks();
    await row('Order a second pump').focus();
    await press(key);
    await until(changed, (written) => written.length === 2);
    expect(await changed()).toEqual(lines);
    expect(await focused()).not.toBe('Order a second pump.');
    await undo();
    await row('Order a second pump').waitFor();

    await row('Order a second pump').hover();
    await button('Order a second pump', verb).click();
    await until(changed, (written) => written.length === 2);
    expect(await changed()).toEqual(lines);
    await undo();
  },
);

test('keys that follow each other at once decide one row each, the next one every time, and one undo takes back one', async () => {
  await openTasks();
  const first = list('Proposed').getByRole('listitem').first();
  await first.focus();
  const words = (await list('Proposed').locator('> li > div > .account-actions-item-text').allTextContents()).slice(
    0,
    3,
  );
  for (let presses = 0; presses < 3; presses++) await press('a');
  await until(changed, (written) => written.filter(([, line]) => line.startsWith('- [ ]')).length === 3);
  const open = (await changed()).filter(([, line]) => line.startsWith('- [ ]')).map(([, line]) => line);
  expect(words.map((said) => open.filter((line) => line.includes(said)).length)).toEqual([1, 1, 1]);
  await list('Proposed').getByRole('listitem').nth(1).waitFor({ state: 'detached' });
  expect(await focused()).toBe(
    await list('Proposed').getByRole('listitem').first().locator('.account-actions-item-text').textContent(),
  );
  for (let presses = 0; presses < 3; presses++) await press('z');
  await until(changed, (written) => written.length === 0);
});

test('a task is snoozed, reassigned and put off after a question, whose Escape changes nothing', async () => {
  await openTasks();
  const { page } = workbench;
  await row('Send Ilse').focus();
  await press('h');
  await page.getByPlaceholder(/^Snooze until/).waitFor();
  await press('Escape');
  await page.getByPlaceholder(/^Snooze until/).waitFor({ state: 'detached' });
  expect(await focused()).toBe('Send Ilse the plan of the cellar.');
  expect(await changed()).toEqual([]);

  await press('o');
  await page.getByPlaceholder(/^Owner/).fill('Cleo');
  await press('Enter');
  await until(changed, (written) => written.length === 1);
  expect(await changed()).toEqual([
    [KICK_OFF, '- [?] Send Ilse the plan of the cellar. @Cleo 📅 2026-12-01 #proposed'],
  ]);
  await row('Send Ilse').getByText('Cleo').waitFor();
  expect(await focused()).toBe('Send Ilse the plan of the cellar.');
  await undo();

  await row('Return the borrowed ladder').focus();
  await press('u');
  await page.getByPlaceholder(/^Due date/).fill('2026-12-24');
  await press('Enter');
  await until(changed, (written) => written.length === 1);
  expect(await changed()).toEqual([[KICK_OFF, '- [ ] Return the borrowed ladder. @Ana 📅 2026-12-24']]);
  await undo();

  await row('Send Ilse').focus();
  await press('h');
  await page.getByPlaceholder(/^Snooze until/).fill('tomorrow');
  await press('Enter');
  await until(changed, (written) => written.length === 1);
  expect(await changed()).toEqual([
    [KICK_OFF, '- [?] Send Ilse the plan of the cellar. @Ben 📅 2026-12-01 #proposed 🛫 2026-11-23'],
  ]);
  expect(await focused()).not.toBe('Send Ilse the plan of the cellar.');
  await undo();
});

test('the menu of a task offers what is for it, with its keys; words are edited as they stand', async () => {
  await openTasks();
  const { page } = workbench;
  const entries = (): Promise<readonly string[]> => page.locator('.menu .menu-item-title').allInnerTexts();
  await row('Return the borrowed ladder').hover();
  await button('Return the borrowed ladder', 'Task options').click();
  expect(await entries()).toEqual([
    'Mark done (3)',
    'Change owner… (O)',
    'Change due date… (U)',
    'Change priority… (P)',
  ]);
  await press('Escape');
  await row('Paint the gate').click({ button: 'right' });
  expect(await entries()).toContain('Accept (A)');
  await page.locator('.menu .menu-item').filter({ hasText: 'Edit and accept' }).click();
  const field = page.getByPlaceholder(/^Edit and accept/);
  expect(await field.inputValue()).toBe('Paint the gate of the yard green.');
  await field.fill('Paint the gate of the yard blue.');
  await press('Enter');
  await until(changed, (written) => written.length === 1);
  expect(await changed()).toEqual([[KICK_OFF, '- [ ] Paint the gate of the yard blue. @Ana']]);
});

test('by keys alone one goes from row to row, into the buttons of one, and on with the same button', async () => {
  await openTasks();
  await row('Return the borrowed ladder').focus();
  await press('ArrowDown');
  const second = await focused();
  await press('k');
  expect(await focused()).toBe('Return the borrowed ladder.');
  await press('End');
  const last = await focused();
  await press('Home');
  expect(await focused()).toBe('Return the borrowed ladder.');
  expect(new Set([second, last, 'Return the borrowed ladder.']).size).toBe(3);

  await row('Count the drums').focus();
  // Its note, then what can be done with it.
  for (const name of ['Kick-off, 1 Sept', 'Accept (A)', 'Dismiss (D)', 'Mark done (3)', 'Task options']) {
    await press('Tab');
    const [said, about] = await workbench.page.evaluate(() => {
      const { activeElement } = document;
      const id = activeElement?.getAttribute('aria-describedby') ?? '';
      return [
        activeElement?.getAttribute('aria-label') ?? activeElement?.textContent,
        document.getElementById(id)?.textContent ?? null,
      ];
    });
    expect([said, about]).toEqual([name, name.startsWith('Kick') ? null : 'Count the drums of the north yard.']);
  }
  await button('Count the drums', 'Dismiss').focus();
  await press('Enter');
  await until(changed, (written) => written.length === 1);
  expect(await workbench.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Dismiss/);
  await row('Order a second pump').focus();
  await press(' ');
  expect(await row('Order a second pump').getByRole('list', { name: 'Copies' }).getByRole('listitem').count()).toBe(1);
});

test('tasks are searched from anywhere in the account; what is found is entered by the arrow key, and folded away by nothing', async () => {
  await openTasks();
  await workbench.write(
    'Calls/Old.md',
    meeting(
      'Old',
      '2026-08-01',
      '- [x] Paint the shed. @Ana ✅ 2026-08-09',
      '- [x] Sell the crane. @Ben ✅ 2026-08-09',
    ),
  );
  await row('Return the borrowed ladder').focus();
  await press('/');
  const field = region().getByRole('searchbox', { name: 'Search tasks' });
  await workbench.page.keyboard.type('paint');
  expect(await field.inputValue()).toBe('paint');
  await until(
    () => region().locator('.account-actions-item-text').allTextContents(),
    (texts) => texts.length === 2,
  );
  expect(await region().locator('.account-actions-item-text').allTextContents()).toEqual([
    'Paint the gate of the yard green.',
    'Paint the shed.',
  ]);
  await press('ArrowDown');
  expect(await focused()).toBe('Paint the gate of the yard green.');
  await field.fill('no task says this');
  await region().getByText('No results for “no task says this”.').waitFor();
  await field.press('Escape');
  await row('Count the drums').waitFor();
});

test('what a person owes can be decided where it is listed', async () => {
  await openTasks();
  await region()
    .getByRole('tab', { name: /^People/ })
    .click();
  await region().getByRole('button', { name: 'owes 1 task' }).click();
  await row('Return the borrowed ladder').focus();
  await press('3');
  await until(changed, (written) => written.length === 1);
  expect(await changed()).toEqual([[KICK_OFF, '- [x] Return the borrowed ladder. @Ana ✅ 2026-11-22']]);
});

test('letters do nothing where the setting takes them away', async () => {
  await openTasks();
  const { page } = workbench;
  await page.evaluate(() =>
    (
      window.workbench.app as {
        plugins: { plugins: Record<string, { settingsStore: { change(values: object): void } }> };
      }
    ).plugins.plugins['account-actions']!.settingsStore.change({ letterKeys: false }),
  );
  await row('Paint the gate').focus();
  await press('a');
  await press('ArrowDown');
  expect(await focused()).not.toBe('Paint the gate of the yard green.');
  expect(await changed()).toEqual([]);
});

test('axe finds nothing serious while a row has the focus, and on a phone the menu stands beside the words', async () => {
  await openTasks({ width: 390, height: 844, query: '?mobile' });
  for (const theme of ['light', 'dark'] as const) {
    await wear(workbench.page, theme);
    await row('Order a second pump').focus();
    expect(await seriousFaults(workbench.page, '.account-actions-view')).toEqual([]);
  }
  expect(await button('Order a second pump', 'Task options').isVisible()).toBe(true);
  expect(await button('Order a second pump', 'Accept').isVisible()).toBe(false);
});
