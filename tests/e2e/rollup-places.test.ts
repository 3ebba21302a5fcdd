import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFaults, wear } from './axe';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

// Where rollups stand besides a note that one reads or writes: cards of a canvas, embeds, windows of their own.
jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterEach(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

const customer = (lines: readonly string[], ...body: readonly string[]): string =>
  ['---', ...lines, 'tags: ["type/customer"]', '---', '', ...body].join('\n');
const block = (...lines: readonly string[]): string => ['```account-rollup', ...lines, '```'].join('\n');

const FILES = {
  'Acme/README.md': customer(['title: "Acme"'], '# Acme', '', block()),
  'Acme/2026-11-02 - Call.md': customer(
    ['title: "Call"', 'date: "2026-11-02"', 'account: "Acme"'],
    '## Decisions',
    '',
    '- Paint the hall in spring.',
  ),
  'Board.md': `# Board\n\n![[Acme/README]]\n\n${block('show: tasks')}\n`,
  'Map.canvas': JSON.stringify({
    nodes: [
      { id: 'own', type: 'text', text: block(), x: 0, y: 0, width: 400, height: 260 },
      { id: 'named', type: 'text', text: block('account: Acme'), x: 450, y: 0, width: 400, height: 260 },
      { id: 'page', type: 'file', file: 'Acme/README.md', x: 0, y: 300, width: 400, height: 400 },
    ],
  }),
};
const SAID = 'Paint the hall in spring.';

async function openLink(page: Page, path: string): Promise<void> {
  await page.evaluate(
    async (name) =>
      (
        window.workbench.app as { workspace: { openLinkText(link: string, from: string): Promise<void> } }
      ).workspace.openLinkText(name, ''),
    path,
  );
}

test.each([true, false])(
  'a card of a canvas names its account; a card of an account page knows it (cards are told the canvas: %s)',
  async (told) => {
    workbench = await openWorkbench({ files: FILES });
    const { page } = workbench;
    await page.evaluate(
      (paths) =>
        Object.assign((window.workbench.app as { doors: { canvasPaths: boolean } }).doors, { canvasPaths: paths }),
      told,
    );
    await openLink(page, 'Map.canvas');
    const card = (id: string) => page.locator(`.canvas-node[data-id="${id}"]`);
    await card('own').getByText('A canvas card has no account. Add “account: NAME” or “account: all”.').waitFor();
    await card('named').getByText(SAID).waitFor();
    await card('page').getByText(SAID).waitFor();
    await card('named').getByRole('button', { name: 'More options' }).click();
    await page.getByText('Convert to Markdown…').click();
    await page.locator('.notice').getByText("Couldn't convert the rollup here. Open its note and try there.").waitFor();
  },
);

test('a rollup in an embedded note is about the account of that note, and follows the graph there', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  await workbench.open('Board.md');
  await page.evaluate(() =>
    (window.workbench.app as { commands: { executeCommandById(id: string): boolean } }).commands.executeCommandById(
      'markdown:toggle-preview',
    ),
  );
  const embed = page.locator('.markdown-preview-view .markdown-embed');
  await embed.getByText(SAID).waitFor();
  await page.locator('.markdown-preview-view').getByText('This note has no account.').waitFor();
  await workbench.write('Acme/2026-11-02 - Call.md', FILES['Acme/2026-11-02 - Call.md'].replace('spring', 'autumn'));
  await embed.getByText('Paint the hall in autumn.').waitFor();
});

test('a rollup goes on in a window of its own, and its links open and are previewed', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  await workbench.open('Acme/README.md');
  await page.getByText(SAID).first().waitFor();
  await page
    .locator('.account-actions-from')
    .first()
    .hover({ modifiers: ['Control'] });
  await page.locator('.hover-popover').getByText(SAID).waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    const { workspace } = window.workbench.app as {
      workspace: { activeLeaf: object; moveLeafToPopout(leaf: object): void };
    };
    window.addEventListener('message', () => workspace.moveLeafToPopout(workspace.activeLeaf), { once: true });
  });
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(() => {
      window.postMessage('move', '*');
    }),
  ]);
  await popup.getByText(SAID).first().waitFor();
  await workbench.write('Acme/2026-11-02 - Call.md', FILES['Acme/2026-11-02 - Call.md'].replace('spring', 'winter'));
  await popup.getByText('Paint the hall in winter.').first().waitFor();
});

test('axe finds nothing serious in rollups of all kinds, in light and dark', async () => {
  workbench = await openWorkbench();
  const { page } = workbench;
  await workbench.write(
    'Daily/2026-11-20.md',
    [
      'show: tasks\naccount: Blue Heron\nstatus: all\nlimit: 8',
      'account: Northwind Traders\ngroup: month',
      'show: timeline\naccount: Gdańsk Marine Systems\nlimit: 8',
    ]
      .map((lines) => block(lines))
      .join('\n\n'),
  );
  await workbench.open('Daily/2026-11-20.md');
  await page.evaluate(() =>
    (window.workbench.app as { commands: { executeCommandById(id: string): boolean } }).commands.executeCommandById(
      'markdown:toggle-preview',
    ),
  );
  await page
    .locator('.markdown-preview-view')
    .getByRole('region', { name: /^Rollup: Tasks/ })
    .waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page, '.markdown-preview-view')).toEqual([]);
  }
});
