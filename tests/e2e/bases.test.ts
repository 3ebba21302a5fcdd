import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterEach(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

const BASE = 'Actions.base';
const region = (): Locator => workbench.page.getByRole('region', { name: 'Account actions' });
const headings = (): Promise<readonly string[]> => region().getByRole('heading').allInnerTexts();

/** A base with one view of ours, as Obsidian writes it. */
function baseOf(filter: string, ...options: readonly string[]): string {
  return [
    'filters:',
    '  and:',
    `    - ${filter}`,
    'views:',
    '  - type: account-actions',
    '    name: What to do',
    ...options.map((line) => `    ${line}`),
    '',
  ].join('\n');
}

async function openBase(text: string): Promise<void> {
  await workbench.write(BASE, text);
  await workbench.open(BASE);
}

test('a base shows the decisions and tasks of its notes as it groups and orders them; a task is accepted in its place, with its copies', async () => {
  workbench = await openWorkbench({ height: 1000 });
  await openBase(
    baseOf(
      'file.inFolder("Customers/Northwind Traders")',
      'groupBy:',
      '  property: note.date',
      '  direction: DESC',
      'sort:',
      '  - property: file.name',
      '    direction: ASC',
    ),
  );
  await region().getByText('1 copy').first().waitFor();
  expect(await headings()).toEqual(['2026-11-12', '2026-09-03', '2026-03-17', 'No value']);
  const before = await snapshot(workbench);
  const accept = region()
    .getByRole('button', { name: /^Accept: / })
    .first();
  const name = (await accept.getAttribute('aria-label'))!;
  await accept.click();
  await workbench.page
    .locator('.notice')
    .getByText(/Accepted/)
    .waitFor();
  const changed = diffOf(before, await snapshot(workbench));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every(({ before: line }) => line?.startsWith('- [?]'))).toBe(true);
  await region()
    .getByRole('button', { name: name.replace('Accept', 'Mark done') })
    .waitFor();
  expect(await region().getByRole('button', { name }).count()).toBe(0);
  await region()
    .getByRole('listitem')
    .filter({ hasNot: workbench.page.getByRole('button', { name: /^Mark done/ }) })
    .getByRole('button', { name: /^Options for: / })
    .first()
    .click();
  await workbench.page.locator('.menu').getByText('Confirm').first().click();
  await region()
    .getByText(/^confirmed/)
    .first()
    .waitFor();
  await workbench.page.keyboard.down('Control');
  await region().locator('.account-actions-from').last().hover();
  await workbench.page.locator('.hover-popover').waitFor();
  await workbench.page.keyboard.up('Control');
  await region().locator('.account-actions-from').first().click();
  await workbench.page.waitForFunction(() =>
    (window.workbench.app as { workspace: { getActiveFile(): { path: string } | null } }).workspace
      .getActiveFile()
      ?.path.startsWith('Customers/Northwind'),
  );
});

test('it follows what is chosen of it and its notes, in both themes', async () => {
  workbench = await openWorkbench({ height: 1000 });
  await openBase(
    baseOf(
      'file.hasTag("type/customer")',
      'show: decisions',
      'superseded: true',
      'sort:',
      '  - property: file.name',
      '    direction: DESC',
    ),
  );
  await region().getByText('1 copy').first().waitFor();
  expect(
    await region()
      .getByRole('button', { name: /^(Accept|Dismiss|Mark done)/ })
      .count(),
  ).toBe(0);
  const path = 'Customers/Saltmarsh Water/2026-11-21 - Zulu.md';
  await workbench.write(
    path,
    '---\ntitle: "Zulu"\ndate: "2026-11-21"\naccount: "Saltmarsh Water"\ntags: ["type/customer"]\n---\n\n## Decisions\n\n- Rent a second pump.\n',
  );
  await region().getByText('Rent a second pump.').waitFor();
  // Its file has the last name.
  expect((await region().locator('.account-actions-item-text').allTextContents()).indexOf('Rent a second pump.')).toBe(
    0,
  );
  for (const theme of ['light', 'dark'] as const) {
    await wear(workbench.page, theme);
    expect(await seriousFaults(workbench.page, '.account-actions-base')).toEqual([]);
  }
  await workbench.write(BASE, baseOf('file.inFolder("Daily")'));
  await region().getByText('This base has no customer notes.').waitFor();
  await workbench.write(BASE, baseOf('file.inFolder("Nowhere")'));
  await region().getByText('This base has no notes.').waitFor();
});

test('hostile words of notes and of what a base groups by are inert', async () => {
  const key = '<img src=x onerror=\\"window.hacked=1\\"> \\u202Eturned';
  const lines = [
    '<img src=x onerror="window.hacked=1">',
    '`$= window.hacked = 1`',
    '![[Other]]',
    '[press](javascript:window.hacked=1)',
    'turn \u202Eback',
    '{{date}} <% tp %> %%x%%',
  ];
  workbench = await openWorkbench({
    files: {
      'Acme/2026-11-01 - Call.md': `---\ntitle: "<b>Call</b>"\ndate: "2026-11-01"\naccount: "Acme"\nstage: "${key}"\ntags: ["type/customer"]\n---\n\n- [?] Task ${lines[0]!}\n\n## Decisions\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`,
    },
  });
  await openBase(baseOf('file.inFolder("Acme")', 'groupBy: note.stage', 'show: __proto__'));
  await region().getByRole('heading').getByText('<img src=x').waitFor();
  expect((await headings()).join()).toContain('U+202E');
  expect(await region().getByRole('listitem').count()).toBe(lines.length + 1);
  expect(
    await workbench.page
      .locator('.account-actions-base')
      .locator('img:not([role]), script, iframe, .internal-embed, a[href^="javascript"]')
      .count(),
  ).toBe(0);
  expect(await workbench.page.evaluate(() => 'hacked' in window)).toBe(false);
});
