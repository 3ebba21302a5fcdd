import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

const list = () => workbench.page.getByRole('list', { name: 'Recent changes' });
const entry = (label: string | RegExp) =>
  list()
    .locator('> li')
    .filter({ has: workbench.page.locator('.account-actions-action-toggle').getByText(label) });
const undoOf = (label: string) => list().getByRole('button', { name: `Undo: ${label}`, exact: true });
const said = (text: string | RegExp) => workbench.page.getByRole('status').getByText(text).waitFor();

const tasks = (...names: readonly string[]): string =>
  `---\ntags:\n  - "type/customer"\n---\n\n${names.map((name) => `- [?] ${name} #task #proposed\n`).join('')}`;

beforeAll(async () => {
  workbench = await openWorkbench({
    files: {
      'A.md': tasks('One', 'Two', 'Three', 'Four', 'Five'),
      'B.md': tasks('Beta <b>bold</b> \u202Etxt.exe'),
      'C.md': tasks('Gamma'),
    },
  });
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test('nothing changed yet says so', async () => {
  await workbench.run('recent-changes');
  await workbench.page.getByText('No changes yet.').waitFor();
});

test('an action is listed at once with its line before and after, as text', async () => {
  await workbench.open('B.md');
  await workbench.run('accept-all-in-note');
  const row = entry(/^Accept “Beta/);
  await row.getByText(/^today \d\d:\d\d$/).waitFor();
  await row.getByText('1 line in 1 note').waitFor();
  expect(await row.locator('.account-actions-change-before').innerText()).toBe(
    '- [?] Beta <b>bold</b> [U+202E]txt.exe #task #proposed',
  );
  expect(await row.locator('.account-actions-change-after').innerText()).toBe(
    '- [ ] Beta <b>bold</b> [U+202E]txt.exe #task',
  );
  expect(await row.locator('del').allInnerTexts()).toEqual(['?', ' #proposed']);
  expect(await row.locator('b').count()).toBe(0);
});

test('an older action is taken back by its button, also after the page was loaded again', async () => {
  const before = await snapshot(workbench);
  await workbench.open('A.md');
  await workbench.run('dismiss-all-in-note');
  await entry('Dismiss 5 tasks').getByText('5 lines in 1 note').waitFor();
  await workbench.open('C.md');
  await workbench.run('accept-all-in-note');
  await entry(/^Accept “Gamma”/).waitFor();
  await workbench.reload();
  await workbench.run('recent-changes');
  await undoOf('Dismiss 5 tasks').click();
  await said(/^Undid: /);
  expect(diffOf(before, await snapshot(workbench)).map(({ path }) => path)).toEqual(['C.md']);
  await entry(/^Dismiss 5 tasks/)
    .getByText('Undone.')
    .waitFor();
  expect(await undoOf('Dismiss 5 tasks').count()).toBe(0);
  expect(await workbench.page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Dismiss 5 tasks/);
});

test('lines that were changed since are left alone, and named', async () => {
  await workbench.write('C.md', tasks('Gamma').replace('[?] Gamma #task #proposed', '[ ] Gamma delta epsilon #task'));
  await undoOf('Accept “Gamma”').click();
  await said(/Couldn't (?:update|write) /);
  expect(await workbench.read('C.md')).toContain('- [ ] Gamma delta epsilon #task\n');
  expect(await undoOf('Accept “Gamma”').count()).toBe(1);
});

test('an undo is an entry that can be taken back, too', async () => {
  await undoOf('Undo: Dismiss 5 tasks').click();
  await said(/^Undid: /);
  expect((await workbench.read('A.md')).match(/\[-\]/g)).toHaveLength(5);
  await entry(/^Dismiss 5 tasks/)
    .getByText('Undone and redone.')
    .waitFor();
});

test('an entry opens by key, and its note by a click', async () => {
  const toggle = workbench.page.getByRole('button', { name: /^Dismiss 5 tasks/ });
  expect(await toggle.getAttribute('aria-expanded')).toBe('false');
  await toggle.focus();
  await workbench.page.keyboard.press('Enter');
  expect(
    await entry(/^Dismiss 5 tasks/)
      .getByRole('list', { name: 'Lines' })
      .getByRole('listitem')
      .count(),
  ).toBe(5);
  await entry(/^Dismiss 5 tasks/)
    .getByRole('link', { name: 'A' })
    .click();
  await workbench.page.waitForFunction(
    () =>
      (window.workbench.app as { workspace: { getActiveFile(): { path: string } | null } }).workspace.getActiveFile()
        ?.path === 'A.md',
  );
});

test('a day is folded by its heading, which says how much was done', async () => {
  const heading = workbench.page.locator('summary').filter({ hasText: /^Today/ });
  expect(await heading.innerText()).toMatch(/^Today\s+\d+$/);
  await heading.click();
  await list().waitFor({ state: 'detached' });
  await heading.click();
  await list().waitFor();
});

test.each(['dark', 'light'] as const)('axe finds nothing serious in the %s theme', async (theme) => {
  await wear(workbench.page, theme);
  expect(await seriousFaults(workbench.page, '.account-actions-view')).toEqual([]);
});

test('what the settings forget is gone', async () => {
  await workbench.page.evaluate(() => {
    const { setting } = window.workbench.app as { setting: { open(): void; openTabById(id: string): unknown } };
    setting.openTabById('account-actions');
  });
  await workbench.page.getByRole('button', { name: 'Forget' }).click();
  await workbench.page
    .getByRole('dialog', { name: 'Forget recent changes?' })
    .getByRole('button', { name: 'Cancel' })
    .click();
  expect(await list().locator('> li').count()).toBeGreaterThan(0);
  const before = await snapshot(workbench);
  await workbench.page.getByRole('button', { name: 'Forget' }).click();
  await workbench.page
    .getByRole('dialog', { name: 'Forget recent changes?' })
    .getByRole('button', { name: 'Forget' })
    .click();
  await workbench.page.getByText('No changes yet.').waitFor();
  await workbench.page.keyboard.press('Escape');
  expect(await snapshot(workbench)).toEqual(before);
  await workbench.reload();
  await workbench.run('recent-changes');
  await workbench.page.getByText('No changes yet.').waitFor();
});
