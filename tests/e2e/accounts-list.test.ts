import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { seriousFaults, wear } from './axe';
import { atRest, closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

const meeting = (account: string, ...lines: readonly string[]): string =>
  `---\ntitle: "Call with ${account}"\ndate: "2026-11-10"\naccount: "${account}"\ntags:\n  - "type/customer"\n---\n\n## Action Items\n\n${lines.join('\n')}\n`;

beforeAll(async () => {
  workbench = await openWorkbench({
    files: {
      'Aster.md': meeting('Aster', '- [ ] One', '- [ ] Two'),
      'Birch.md': meeting('Birch', '- [ ] One @Me 📅 2026-11-01'),
      'Cedar.md': meeting('Cedar', '- [?] One #proposed'),
      'Loose.md': 'No account here.\n',
    },
  });
  await workbench.run('open-accounts');
  await row('Cedar').waitFor();
});
afterAll(async () => {
  await workbench.close();
  await closeStage();
  expect(workbench.errors).toEqual([]);
});

const tree = () => workbench.page.getByRole('tree', { name: 'Accounts' });
const row = (name: string) => tree().getByRole('treeitem', { name });
const names = (): Promise<readonly string[]> =>
  tree()
    .getByRole('treeitem')
    .evaluateAll((rows) => rows.map((item) => item.getAttribute('data-key')!));
const choose = async (account: string, entry: string): Promise<void> => {
  await row(account).click({ button: 'right' });
  await workbench.page.locator('.menu-item', { hasText: new RegExp(`^${entry}$`) }).click();
};
const focused = (): Promise<string> => workbench.page.evaluate(() => document.activeElement?.className ?? '');

const focusedKey = (): Promise<string | null> =>
  workbench.page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? null);

test('what wants attention first is said in words, and open tasks sort too', async () => {
  expect(await names()).toEqual(['birch', 'cedar', 'aster']);
  await workbench.page
    .getByText('Your overdue tasks first, then quiet accounts with open tasks, then most proposals.')
    .waitFor();
  await workbench.page.getByRole('button', { name: /^Change sort order/ }).click();
  await workbench.page.locator('.menu-item', { hasText: 'Open tasks' }).click();
  expect(await names()).toEqual(['aster', 'birch', 'cedar']);
  expect(await workbench.page.getByText('Your overdue tasks first').count()).toBe(0);
});

test('a pinned account is on top, a muted one out of sight but found', async () => {
  await choose('Cedar', 'Pin');
  await choose('Aster', 'Mute');
  expect(await names()).toEqual(['cedar', 'birch', 'muted']);
  // The row that was muted is gone, and arrow keys go on from the one in its place.
  expect(await focusedKey()).toBe('birch');
  expect(await row('Cedar').innerText()).toContain('pinned');
  await workbench.page.getByRole('searchbox', { name: 'Search accounts and people…' }).fill('ast');
  expect(await names()).toEqual(['aster']);
  await workbench.page.getByRole('searchbox', { name: 'Search accounts and people…' }).fill('');
  await row('Muted').focus();
  await workbench.page.keyboard.press('Enter');
  expect(await row('Muted').getAttribute('aria-expanded')).toBe('true');
  expect(await names()).toEqual(['cedar', 'birch', 'muted', 'aster']);
  for (const theme of ['dark', 'light'] as const) {
    await wear(workbench.page, theme);
    expect(await seriousFaults(workbench.page, '.account-actions-view')).toEqual([]);
  }
});

test('is pinned and muted by the buttons of the opened account too, after a restart as before', async () => {
  await row('Birch').click();
  const region = workbench.page.getByRole('region', { name: 'Birch' });
  await region.getByRole('button', { name: 'Mute' }).click();
  expect(await region.getByRole('button', { name: 'Pin' }).getAttribute('aria-pressed')).toBe('false');
  await region.getByRole('button', { name: 'Mute' }).click();
  await region.getByRole('button', { name: 'Pin' }).click();
  await workbench.page.waitForFunction(async () => {
    const stored = JSON.parse(await window.workbench.read('.obsidian/plugins/account-actions/data.json')) as {
      pinnedAccounts: readonly string[];
    };
    return stored.pinnedAccounts.join() === 'cedar,birch';
  });
  await workbench.reload();
  await workbench.run('open-accounts');
  // The layout is stored a moment later than the settings, so the list or an account may be shown.
  const back = workbench.page.getByRole('button', { name: 'Back', exact: true });
  await back.or(row('Cedar')).first().waitFor();
  if (await back.isVisible()) await back.click();
  expect(await names()).toEqual(['birch', 'cedar', 'muted']);
});

test('an account that comes back with the workspace takes no focus; one that the user opens does', async () => {
  await row('Birch').click();
  await workbench.page.getByRole('region', { name: 'Birch' }).waitFor();
  expect(await focused()).toContain('account-actions-back');
  await workbench.page.evaluate(async () => {
    const { workspace } = window.workbench.app as {
      workspace: { getLayout(): unknown; changeLayout(layout: unknown): Promise<void> };
    };
    const layout = workspace.getLayout();
    (document.activeElement as HTMLElement).blur();
    await workspace.changeLayout(layout);
  });
  await workbench.page.getByRole('region', { name: 'Birch' }).waitFor();
  expect(await focused()).not.toContain('account-actions');
  await workbench.page.getByRole('button', { name: 'Back', exact: true }).click();
});

test('follows the note one works in, if it is wished, and leaves the focus there', async () => {
  await workbench.open('Birch.md');
  await atRest(workbench.page);
  expect(await tree().count()).toBe(1);
  await workbench.page.getByRole('button', { name: 'Follow active note' }).click();
  await workbench.page.getByRole('region', { name: 'Birch' }).waitFor();
  await workbench.open('Cedar.md');
  await workbench.page.getByRole('region', { name: 'Cedar' }).waitFor();
  expect(await focused()).not.toContain('account-actions');
  // A note of no account changes nothing, and neither does going back to the list.
  await workbench.open('Loose.md');
  await workbench.page.getByText('The active note has no account. Still showing Cedar.').waitFor();
  await workbench.page.getByRole('region', { name: 'Cedar' }).getByRole('button', { name: 'Back' }).click();
  await row('Birch').waitFor();
  await atRest(workbench.page);
  expect(await tree().count()).toBe(1);
  await workbench.open('Cedar.md');
  await workbench.page.getByRole('region', { name: 'Cedar' }).waitFor();
});
