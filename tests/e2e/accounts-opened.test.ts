import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { seriousFaults, wear } from './axe';
import { closeStage, openWorkbench, until, type OpenWorkbench, type WorkbenchOptions } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

const region = (): Locator => workbench.page.locator('section.account-actions-page');
const tab = (name: string): Promise<void> =>
  region()
    .getByRole('tab', { name: new RegExp(`^${name}`) })
    .click();
const words = async (list: string): Promise<readonly string[]> =>
  region()
    .getByRole('list', { name: list, exact: true })
    .locator('> li > div > .account-actions-item-text')
    .allTextContents();
const activePath = (): Promise<string | undefined> =>
  workbench.page.evaluate(
    () =>
      (window.workbench.app as { workspace: { getActiveFile(): { path: string } | null } }).workspace.getActiveFile()
        ?.path,
  );

async function openAccount(name: string, options: WorkbenchOptions = {}): Promise<void> {
  workbench = await openWorkbench(options);
  await workbench.run('open-accounts');
  await workbench.page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name }).click();
  await workbench.page.getByRole('region', { name }).waitFor();
}

async function closeWorkbench(): Promise<void> {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
}

describe('an account of the demo vault, opened', () => {
  beforeAll(() => openAccount('Northwind Traders'));
  afterAll(closeWorkbench);

  test('says how it stands, and opens its page', async () => {
    const standing = region().locator('.account-actions-standing');
    const standsAs = async () => (await standing.innerText()).split(/\n+/);
    // Copies count once they are found.
    expect(await until(standsAs, (lines) => lines.includes('13 proposed'))).toEqual([
      'Active · Cold storage and logistics',
      'met 10 days ago',
      'first met 17 Mar',
      'next due 24 Nov',
      '1 overdue',
      '3 open',
      '13 proposed',
      '3 done',
      '6 notes',
    ]);
    await standing.getByRole('link').click();
    await workbench.page.waitForFunction(
      () => (window.workbench.app as { workspace: { getActiveFile(): unknown } }).workspace.getActiveFile() !== null,
    );
    expect(await activePath()).toBe('Customers/Northwind Traders/README.md');
  });

  test('leads from its menu to a brief, to a merge, and to its proposals in Triage', async () => {
    const { page } = workbench;
    const choose = async (name: string): Promise<void> => {
      await region().getByRole('button', { name: 'More options' }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await choose('Make brief…');
    await page.getByPlaceholder('Brief of “Northwind Traders”').waitFor();
    await page.keyboard.press('Escape');
    await choose('Merge with another account…');
    await page.getByPlaceholder('Which account is the same as “Northwind Traders”?').waitFor();
    await page.keyboard.press('Escape');
    await choose('Show proposals in Triage');
    const grid = page.getByRole('grid', { name: 'Proposed tasks' });
    await grid.getByRole('row').first().waitFor();
    const shown = Number(await grid.getAttribute('aria-rowcount'));
    expect(shown).toBe(13);
    const heads = grid.locator('.account-actions-section-head');
    expect(await heads.filter({ hasText: 'Northwind Traders' }).count()).toBe(await heads.count());

    await workbench.run('open-accounts');
    await region().getByRole('button', { name: '13 proposed' }).click();
    await grid.getByRole('row').first().waitFor();
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(shown);
    await workbench.run('open-accounts');
  });

  test('draws meetings and tasks by week, with the numbers as text', async () => {
    await region()
      .getByRole('img', { name: 'Meetings in 26 weeks: 1 in the week of 31 Aug, 1 in the week of 9 Nov', exact: true })
      .waitFor();
    await region()
      .getByRole('img', { name: 'Tasks opened in 26 weeks: 3 in the week of 9 Nov', exact: true })
      .waitFor();
    await region()
      .getByRole('img', { name: /^Tasks closed in 26 weeks: 1 in the week of / })
      .waitFor();
  });

  test('has its tasks by owner or by day, mine or those of others', async () => {
    const sections = async (): Promise<readonly string[]> =>
      (await region().locator('summary').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(await sections()).toEqual(['Mine 3', 'Proposed 13', 'Done 3', 'Dismissed 1']);
    expect(
      await region()
        .getByRole('tab', { name: /^Tasks/ })
        .innerText(),
    ).toMatch(/Tasks\s*16/);
    await region().getByRole('combobox', { name: 'Group tasks' }).selectOption('By date');
    expect(await sections()).toEqual(['Overdue 1', 'Next 7 days 1', 'Later 1', 'Proposed 13', 'Done 3', 'Dismissed 1']);
    await region().getByRole('combobox', { name: 'Whose tasks' }).selectOption('Waiting on others');
    expect((await sections()).map((section) => section.replace(/ \d+$/, ''))).toEqual(['Proposed']);
    await region().getByRole('combobox', { name: 'Whose tasks' }).selectOption('Everyone');
  });

  test('has tasks that say the same in one row, whatever is decided of them', async () => {
    const task = region()
      .getByRole('listitem')
      .filter({ has: workbench.page.getByRole('img', { name: 'Open', exact: true }) })
      .filter({ hasText: '1 copy' })
      .first();
    await task.getByRole('button', { name: '1 copy' }).click();
    const copies = task.getByRole('list', { name: 'Copies' });
    expect(await copies.getByRole('img', { name: 'Proposed' }).count()).toBe(1);
    await task.getByRole('button', { name: '1 copy' }).click();
  });

  test.each(['Tasks', 'Decisions', 'Facts'])('%s open their notes by a click on their words', async (name) => {
    await tab(name);
    await workbench.open('Daily/2026-11-20.md');
    await region().locator('.account-actions-item-text').first().click();
    await workbench.page.waitForFunction(() =>
      (window.workbench.app as { workspace: { getActiveFile(): { path: string } } }).workspace
        .getActiveFile()
        .path.startsWith('Customers/Northwind Traders/'),
    );
  });

  test('has decisions that say the same in one row, each line of them to be opened', async () => {
    await tab('Decisions');
    const merged = region().getByRole('listitem').filter({ hasText: '97.2 percent' });
    await merged.getByRole('button', { name: '1 copy' }).click();
    const copies = merged.getByRole('list', { name: 'Copies' });
    expect(await copies.getByRole('listitem').count()).toBe(1);
    await copies.getByRole('link').click();
    await workbench.page.waitForFunction(() =>
      /Pilot results/.test(
        (window.workbench.app as { workspace: { getActiveFile(): { path: string } } }).workspace.getActiveFile().path,
      ),
    );
    expect(await activePath()).toBe('Customers/Northwind Traders/2026-11-12 - Pilot results and rollout scope.md');
  });

  test('has its notes by month, of a kind and with words', async () => {
    await tab('Notes');
    expect(await words('November 2026')).toEqual([
      'Pilot results and rollout scope',
      'Rollout scope after the cold store pilot',
    ]);
    await region().getByRole('combobox', { name: 'Kind of note' }).selectOption('Account pages');
    expect(await region().locator('summary').allInnerTexts()).toHaveLength(1);
    await region().getByRole('combobox', { name: 'Kind of note' }).selectOption('All notes');
    await region().getByRole('searchbox', { name: 'Filter notes…' }).fill('kick');
    expect(await words('September 2026')).toEqual(['Cold store pilot kick-off']);
  });

  test('has its people, with what they owe', async () => {
    await tab('People');
    await region().getByRole('listitem').filter({ hasText: 'Ilse Brandt' }).getByText('met 3 times').waitFor();
    await region().getByRole('link', { name: 'Ilse Brandt' }).click();
    await workbench.page.waitForFunction(
      () =>
        (window.workbench.app as { workspace: { getActiveFile(): { path: string } } }).workspace.getActiveFile()
          .path === 'People/Ilse Brandt.md',
    );
    await region()
      .getByRole('listitem')
      .filter({ hasText: 'Myself' })
      .getByRole('button', { name: 'owes 3 tasks' })
      .click();
    expect(await words('Tasks of Myself')).toHaveLength(3);
  });

  test('asks whether who is in most meetings is the user, who is another person there', async () => {
    await region().getByRole('button', { name: 'Is “Robin Sayer” you?' }).click();
    await workbench.page.locator('.prompt .suggestion-item').filter({ hasText: 'Myself → Robin Sayer' }).click();
    await region().getByRole('button', { name: 'Is “Robin Sayer” you?' }).waitFor({ state: 'detached' });
    await region().getByRole('listitem').filter({ hasText: 'Robin Sayer' }).getByText('me', { exact: true }).waitFor();
  });

  test('has facts that can be searched; Escape empties the search first', async () => {
    await tab('Facts');
    const search = region().getByRole('searchbox', { name: 'Search facts' });
    await search.fill('no fact holds this');
    await region().getByText('No results for “no fact holds this”.').waitFor();
    await search.press('Escape');
    expect(await words('Facts')).not.toEqual([]);
  });

  test('has no serious fault for who cannot see it, in light and dark', async () => {
    for (const theme of ['dark', 'light'] as const) {
      await wear(workbench.page, theme);
      for (const name of ['Tasks', 'Decisions', 'Notes', 'People', 'Facts']) {
        await tab(name);
        expect([name, await seriousFaults(workbench.page, '.account-actions-view')]).toEqual([name, []]);
      }
    }
  });
});

test.each([
  ['a phone', { width: 390, height: 844, query: '?mobile' }],
  ['a narrow side bar', { width: 1280, height: 800 }],
])('fits %s: nothing is wider than the view', async (_, options) => {
  await openAccount('Gdańsk Marine Systems', options);
  await workbench.page.evaluate(() =>
    document.querySelector<HTMLElement>('.mod-right-split')!.style.setProperty('width', '300px'),
  );
  const tabs = region().getByRole('tablist');
  for (const name of ['Tasks', 'Decisions', 'Notes', 'People', 'Facts']) {
    await tab(name);
    expect(
      await region()
        .locator('.account-actions-page-body')
        .evaluate((body) => body.scrollWidth - body.clientWidth),
    ).toBeLessThanOrEqual(0);
    const [active, all] = await Promise.all([
      tabs.getByRole('tab', { selected: true }).boundingBox(),
      tabs.boundingBox(),
    ]);
    expect(active!.x + active!.width).toBeLessThanOrEqual(all!.x + all!.width + 1);
    expect(active!.x).toBeGreaterThanOrEqual(all!.x);
  }
  await region().getByRole('button', { name: 'Back' }).click();
  await workbench.page.getByRole('treeitem', { name: 'Needs attention' }).click();
  expect(
    await region()
      .locator('.account-actions-page-body')
      .evaluate((body) => body.scrollWidth - body.clientWidth),
  ).toBeLessThanOrEqual(0);
  await closeWorkbench();
});

describe('a long account', () => {
  const tasks = Array.from({ length: 120 }, (_, index) => `- [ ] Count the drums of row ${index + 1}. @Ana`);
  const note = `---\ntitle: Count\ndate: "2026-10-01"\naccount: Aster\ntags: [type/customer]\n---\n\n## Action Items\n\n${tasks.join('\n')}\n\n## Decisions\n\n- <img src=x onerror="document.title='owned'"> [go](javascript:alert(1)) \u202Etxt\n`;
  beforeAll(() => openAccount('Aster', { files: { 'Count.md': note } }));
  afterAll(closeWorkbench);

  test('is quiet in words', async () => {
    await region().getByText('quiet for 52 days').waitFor();
    await region().getByText('last met 1 Oct').waitFor();
  });

  test('goes on with the first row that “Show more” brought', async () => {
    await region().getByRole('button', { name: 'Show 50 more of 90' }).press('Enter');
    await region().getByText('row 80.').waitFor();
    expect(await workbench.page.evaluate(() => document.activeElement?.closest('li')?.textContent)).toContain(
      'row 31.',
    );
    await region().getByRole('button', { name: 'Show 40 more of 40' }).press('Enter');
    await region().getByText('row 120.').waitFor();
    expect(await workbench.page.evaluate(() => document.activeElement?.closest('li')?.textContent)).toContain(
      'row 81.',
    );
  });

  test('shows hostile words as words', async () => {
    await tab('Decisions');
    await region().getByText('<img src=x onerror=').waitFor();
    await region().getByText('U+202E').waitFor();
    expect(await region().locator('img[src], a[href^="javascript"]').count()).toBe(0);
    expect(await workbench.page.title()).not.toBe('owned');
  });

  test('says so when the last note of it is gone', async () => {
    await workbench.write('Count.md', note.replace('account: Aster', 'account: Birch'));
    await region().getByText('Account not found.').waitFor();
  });
});
