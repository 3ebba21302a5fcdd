import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot } from './vault-diff';
import {
  type OpenWorkbench,
  type WorkbenchOptions,
  atRest,
  closeStage,
  openWorkbench,
  typeInEditor,
  until,
} from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterEach(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

const PAGE = 'Customers/Northwind Traders/README.md';
const DAILY = 'Daily/2026-11-20.md';
const KICK_OFF = 'Customers/Northwind Traders/2026-09-03 - Cold store pilot kick-off.md';

const block = (...lines: readonly string[]): string => ['```account-rollup', ...lines, '```'].join('\n');
const region = (name: string | RegExp): Locator => workbench.page.getByRole('region', { name });
const texts = (where: Locator): Promise<readonly string[]> =>
  where.locator('.account-actions-rollup-rows > li > div > .account-actions-item-text').allTextContents();

/**
 * Scrolls the last block of the note into view, until it is drawn: before, it does nothing, and what is drawn above it
 * pushes it down.
 */
async function toLastBlock(view: '.markdown-preview-view' | '.cm-scroller', name: string | RegExp): Promise<void> {
  const { page } = workbench;
  await until(
    async () => {
      await page.evaluate((selector) => document.querySelector(selector)!.scrollTo(0, 1e6), view);
      await atRest(page);
      return region(name).count();
    },
    (drawn) => drawn > 0,
  );
}

/** Opens the demo vault with other words in its daily note, and shows that note. */
async function openDaily(text: string, options: WorkbenchOptions = {}): Promise<void> {
  workbench = await openWorkbench(options);
  await workbench.write(DAILY, text);
  await workbench.open(DAILY);
}

async function toReadingView(): Promise<void> {
  await workbench.page.evaluate(() =>
    (window.workbench.app as { commands: { executeCommandById(id: string): boolean } }).commands.executeCommandById(
      'markdown:toggle-preview',
    ),
  );
}

test('an account page shows its decisions, copies merged, each opening at its line', async () => {
  workbench = await openWorkbench();
  await workbench.open(PAGE);
  await toReadingView();
  await toLastBlock('.markdown-preview-view', /^Rollup: Decisions · Northwind Traders/);
  const rollup = region('Rollup: Decisions · Northwind Traders · since 1 Sept 2026');
  await rollup.getByText('The pilot is accepted, as 97.2 percent').waitFor();
  await rollup.getByRole('button', { name: '1 copy' }).first().click();
  expect(await rollup.locator('.account-actions-list').getByRole('listitem').count()).toBe(1);
  await rollup
    .getByRole('link', { name: /Cold store pilot kick-off, 3 Sept/ })
    .first()
    .click();
  await workbench.page.waitForFunction(
    (path) =>
      (window.workbench.app as { workspace: { getActiveFile(): { path: string } | null } }).workspace.getActiveFile()
        ?.path === path,
    KICK_OFF,
  );
});

test('three rollups in a daily note show a new decision in the same frame, while one types above them', async () => {
  const blocks = ['account: all', 'account: Northwind Traders', 'account: NWT\nshow: timeline'].map((line) =>
    block(line, 'limit: 3'),
  );
  await openDaily(['', '', '', ...blocks, ...Array.from({ length: 80 }, (_, at) => `Line ${at}.`)].join('\n\n'), {
    height: 1600,
  });
  const { page } = workbench;
  await region(/^Rollup:/)
    .nth(2)
    .waitFor();
  await page
    .locator('.cm-content')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+Home');
  await typeInEditor(page, 'Typed above');
  await page.evaluate(() => document.querySelector('.cm-scroller')!.scrollTo(0, 20));
  const before = await page.evaluate(() => document.querySelector('.cm-scroller')!.scrollTop);
  expect(before).toBe(20);
  await page.evaluate(() => {
    let frame = 0;
    const tick = (): void => {
      frame++;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    const frames: number[] = [];
    document.querySelectorAll('.account-actions-rollup-block').forEach((element, index) => {
      new MutationObserver(() => {
        if (element.textContent.includes('Rent a second lift')) frames[index] ??= frame;
      }).observe(element, { childList: true, subtree: true, characterData: true });
    });
    Object.assign(window, { frames });
  });
  await workbench.write(
    KICK_OFF.replace('2026-09-03 - Cold store pilot kick-off', '2026-11-21 - Lift'),
    [
      '---',
      'title: "Lift"',
      'date: "2026-11-21"',
      'account: "Northwind Traders"',
      'tags: ["type/customer"]',
      '---',
      '',
      '## Decisions',
      '',
      '- Rent a second lift for December.',
    ].join('\n'),
  );
  await page.waitForFunction(
    () => (window as unknown as { frames: number[] }).frames.filter((frame) => frame >= 0).length === 3,
  );
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  expect(Math.max(...frames) - Math.min(...frames)).toBeLessThanOrEqual(1);
  expect(await page.evaluate(() => document.querySelector('.cm-scroller')!.scrollTop)).toBe(before);
  await typeInEditor(page, ', and on');
  await page.getByText('Typed above, and on').waitFor();
});

test('plain Markdown that replaces a rollup says what was shown; one undo brings the block back to the byte', async () => {
  const text = `# Day\n\n${block('account: Northwind Traders', 'group: month')}\n\nEnd\n`;
  await openDaily(text);
  const { page } = workbench;
  await toReadingView();
  // Another program: the app itself saves LF when the mode is switched.
  await workbench.write(DAILY, text.replaceAll('\n', '\r\n'));
  // Until copies are known, each line is a row of its own.
  await region(/Northwind/)
    .getByText('1 copy')
    .first()
    .waitFor();
  const shown = await texts(region(/Northwind/));
  const before = await snapshot(workbench);
  await region(/Northwind/)
    .getByRole('button', { name: 'More options' })
    .click();
  await page.getByText('Convert to Markdown…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Convert' }).click();
  await page.locator('.notice').getByText('Converted rollup to Markdown.').waitFor();
  const after = await workbench.read(DAILY);
  const rows = after
    .split(/\r?\n/)
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split(' | ')[1]!.replace(/ \(\d+ cop(?:y|ies)\)$/, ''));
  expect(rows).toEqual(shown);
  expect(diffOf(before, await snapshot(workbench)).every(({ path }) => path === DAILY)).toBe(true);
  expect(after.startsWith('# Day\r\n\r\n__Decisions')).toBe(true);
  await workbench.run('undo-triage');
  await page.waitForFunction(
    async ([path, text]) => (await window.workbench.read(path!)) === text,
    [DAILY, before[DAILY]],
  );
});

test('a wrong line is told at its line with what is meant; a note without an account says what to add; nothing found is one sentence', async () => {
  await openDaily(
    [
      block('shw: tasks', 'account: Nothwind Traders', 'since: last mont'),
      block('account: Nothwind Traders'),
      block('show: facts'),
      block('account: O’Leary Foods', 'until: 2020'),
    ].join('\n\n'),
  );
  await toReadingView();
  const wrong = region('Rollup: has errors');
  await wrong.first().getByText('Line 1').waitFor();
  expect(await wrong.first().innerText()).toMatch(
    /Line 1\s*shw: tasks\s*Unknown key “shw”\. Did you mean “show”\?\s*Try show: tasks\s*Line 3\s*since: last mont/,
  );
  await wrong.nth(1).getByText('Account “Nothwind Traders” not found. Did you mean “Northwind Traders”?').waitFor();
  await region('Rollup: Facts').getByText('This note has no account. Add “account: NAME” or “account: all”.').waitFor();
  await region(/O'Leary Foods/)
    .getByText(/^No decisions for “O'Leary Foods” match this block\. \d+ others don't\.$/)
    .waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await wear(workbench.page, theme);
    expect(await seriousFaults(workbench.page, '.account-actions-rollup-block')).toEqual([]);
  }
});

test('a proposed task of a rollup is accepted in its place: its best line and its copies, and nothing else', async () => {
  await openDaily(`# Day\n\n${block('account: Blue Heron', 'show: tasks', 'owner: Deal desk')}`);
  const before = await snapshot(workbench);
  const rollup = region(/^Rollup: Tasks · Blue Heron/);
  await rollup
    .getByRole('button', {
      name: 'Accept: Get the approval of the deal desk for a discount of 12 percent on handhelds.',
    })
    .focus();
  await workbench.page.keyboard.press('Enter');
  await workbench.page
    .locator('.notice')
    .getByText(/Accepted 1 task with \d cop/)
    .waitFor();
  const changed = diffOf(before, await snapshot(workbench));
  expect(changed.map(({ after }) => after?.match(/^- \[(.)\]/)?.[1])).toEqual(expect.arrayContaining([' ', '-']));
  expect(changed.every(({ before: line }) => line?.startsWith('- [?]'))).toBe(true);
  await rollup.getByRole('img', { name: 'Open' }).first().waitFor();
  expect(await rollup.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  expect(await rollup.getByRole('button', { name: /^Accept: Get the approval/ }).count()).toBe(0);
});

test('hostile decisions are inert text in a rollup', async () => {
  const lines = [
    '<img src=x onerror="window.hacked=1">',
    '`$= window.hacked = 1`',
    '![[Tasks inbox]]',
    '[press](javascript:window.hacked=1)',
    'turn \u202Eback',
    `${'long '.repeat(20_000)}`,
    '{{date}} <% tp %> %%x%%',
  ];
  workbench = await openWorkbench({
    files: {
      'Acme/README.md': `---\ntitle: "Acme"\ntags: ["type/customer"]\n---\n\n${block('show: decisions')}\n`,
      'Acme/2026-11-01 - Call.md': `---\ntitle: "<b>Call</b>"\ndate: "2026-11-01"\naccount: "Acme"\ntags: ["type/customer"]\n---\n\n## Decisions\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`,
    },
  });
  await workbench.open('Acme/README.md');
  const rollup = region('Rollup: Decisions · Acme');
  await rollup.getByText('<img src=x').waitFor();
  expect(await rollup.locator('img:not([role]), script, iframe, .internal-embed, a[href^="javascript"]').count()).toBe(
    0,
  );
  expect((await texts(rollup)).join('\n')).toContain('U+202E');
  expect(await workbench.page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('a rollup is inserted at the cursor after a look at it; an account page gets a section; keys and values are offered while one writes', async () => {
  await openDaily('# Day\n\nBelow this.\n\nEnd');
  const { page } = workbench;
  const before = await snapshot(workbench);
  await page.getByText('Below this.').click();
  await page.keyboard.press('End');
  await workbench.run('insert-rollup');
  await page.getByPlaceholder(/^Which account\?/).fill('northwind');
  await page.keyboard.press('Enter');
  await page.getByPlaceholder(/^Rollup of “Northwind Traders”/).fill('tasks quarter');
  await page.keyboard.press('Enter');
  await page.getByText(/“Tasks · Northwind Traders · since 1 Oct 2026” shows \d+ rows now\./).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Insert' }).click();
  await region(/^Rollup: Tasks · Northwind Traders/).waitFor();
  await page.waitForFunction(async (path) => (await window.workbench.read(path)).includes('account-rollup'), DAILY);
  expect(await workbench.read(DAILY)).toBe(
    '# Day\n\nBelow this.\n\n```account-rollup\nshow: tasks\naccount: Northwind Traders\nsince: this quarter\n```\n\nEnd',
  );
  await page.getByText('End', { exact: true }).click();
  await page.keyboard.press('End');
  await typeInEditor(page, '\n\n```account-rollup\nacc');
  await page.locator('.suggestion-item').filter({ hasText: 'account' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('blue');
  await page.locator('.suggestion-item').filter({ hasText: 'Blue Heron, Inc.' }).waitFor();
  await page.keyboard.press('Enter');
  await typeInEditor(page, '\n```\n');
  await region('Rollup: Decisions · Blue Heron, Inc.').waitFor();
  await workbench.open('Customers/Juniper & Vale/README.md');
  await workbench.run('add-rollup-section');
  await page.getByRole('dialog').getByRole('button', { name: 'Insert' }).click();
  await page.waitForFunction(async () =>
    (await window.workbench.read('Customers/Juniper & Vale/README.md')).includes('limit: 20'),
  );
  await toLastBlock('.cm-scroller', /^Rollup: Timeline · Juniper & Vale/);
  await region(/^Rollup: Timeline · Juniper & Vale/).waitFor();
  expect(
    diffOf(before, await snapshot(workbench)).every(
      ({ path, before: line }) => path === DAILY || line === null || line.trim() === '',
    ),
  ).toBe(true);
});

test('a block that cannot be seen does no work, and comes back as it was', async () => {
  await openDaily(
    `${block('account: all', 'limit: 60')}\n\n${Array.from({ length: 120 }, (_, at) => `Line ${at}.\n`).join('\n')}\n${block('account: Blue Heron')}`,
    { height: 700 },
  );
  await toReadingView();
  const first = region('Rollup: Decisions · all accounts');
  await first.getByRole('button', { name: '1 copy' }).first().click();
  await first.locator('.account-actions-list').waitFor();
  expect(await region(/Blue Heron/).count()).toBe(0);
  const height = (await workbench.page
    .locator('.markdown-preview-view .account-actions-rollup-block')
    .first()
    .boundingBox())!.height;
  await workbench.page.evaluate(() => document.querySelector('.markdown-preview-view')!.scrollTo(0, 1e6));
  await region(/Blue Heron/).waitFor();
  await workbench.page.evaluate(() => document.querySelector('.markdown-preview-view')!.scrollTo(0, 0));
  await first.locator('.account-actions-list').waitFor();
  expect(
    Math.round(
      (await workbench.page.locator('.markdown-preview-view .account-actions-rollup-block').first().boundingBox())!
        .height,
    ),
  ).toBe(Math.round(height));
});
