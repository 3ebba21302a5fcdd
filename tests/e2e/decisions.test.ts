import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench, type WorkbenchOptions } from './workbench';

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
    '## Decisions',
    '',
    ...lines,
    '',
  ].join('\n');
const FILES = {
  'Calls/Kick-off.md': meeting(
    'Kick-off',
    '2026-09-01',
    '- Invoice everything at once. ^pay',
    '- Start the pilot in May.  ',
    '- The audit covers both sites.',
  ),
  'Calls/Review.md': meeting(
    'Review',
    '2026-10-01',
    '- Pay in two parts, the second after the audit.',
    '- The audit covers both sites.',
  ).replaceAll('\n', '\r\n'),
  'Calls/Budget.md': meeting('Budget', '2026-11-02', '- The budget is 40 k', '  for the first year.'),
  'Other/Review.md': meeting('Review elsewhere', '2026-08-01', '- Birch decides alone.').replace(
    'account: Aster',
    'account: Birch',
  ),
};

let workbench: OpenWorkbench;
const region = (): Locator => workbench.page.getByRole('region', { name: 'Aster' });
const list = (): Locator => region().getByRole('list', { name: 'Decisions', exact: true });
const row = (text: string): Locator => list().locator('> li').filter({ hasText: text });
const rows = async (): Promise<readonly string[]> =>
  (await list().locator('> li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const menu = (text: string): Locator => row(text).getByRole('button', { name: new RegExp(`^Options for: ${text}`) });
const entries = (): Promise<readonly string[]> => workbench.page.locator('.menu .menu-item-title').allInnerTexts();
const choose = (title: string): Promise<void> =>
  workbench.page.locator('.menu .menu-item').filter({ hasText: title }).click();
const told = (words: string): Promise<void> => workbench.page.locator('.notice').getByText(words).waitFor();

async function openDecisions(options: WorkbenchOptions = {}): Promise<void> {
  workbench = await openWorkbench({ files: FILES, ...options });
  await workbench.run('open-accounts');
  await workbench.page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name: 'Aster' }).click();
  await region()
    .getByRole('tab', { name: /^Decisions/ })
    .click();
  await list().waitFor();
}

async function openNote(path: string): Promise<void> {
  await workbench.open(path);
  await workbench.page.locator('.cm-content').waitFor();
}

/** Types at the end of a line of the open note, and leaves the cursor there. */
async function typeAt(line: number, words: string): Promise<void> {
  await workbench.page.evaluate((at) => {
    const { editor } = (
      window.workbench.app as {
        workspace: {
          activeEditor: { editor: { focus(): void; getLine(line: number): string; setCursor(place: object): void } };
        };
      }
    ).workspace.activeEditor;
    editor.focus();
    editor.setCursor({ line: at, ch: editor.getLine(at).length });
  }, line);
  if (words !== '') await workbench.page.keyboard.type(words);
}

const editorText = (): Promise<string> =>
  workbench.page.evaluate(() =>
    (
      window.workbench.app as {
        workspace: { getLeavesOfType(type: string): { view: { editor: { getValue(): string } } }[] };
      }
    ).workspace
      .getLeavesOfType('markdown')[0]!
      .view.editor.getValue(),
  );
const offered = (): Promise<readonly string[]> =>
  workbench.page.evaluate(() => {
    const { commands } = window.workbench.app as { commands: { listCommands(): { id: string }[] } };
    return commands
      .listCommands()
      .map(({ id }) => id.replace('account-actions:', ''))
      .filter((id) => /-decision$/.test(id));
  });

afterAll(closeStage);
afterEach(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test('a decision is confirmed by its menu, shows it, and one undo takes it back', async () => {
  await openDecisions();
  const before = await snapshot(workbench);
  await menu('Start the pilot').click();
  expect(await entries()).toEqual(['Confirm', 'Mark as superseded…']);
  await choose('Confirm');
  await told('Confirmed “Start the pilot in May.”.');
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    {
      path: 'Calls/Kick-off.md',
      line: 11,
      before: '- Start the pilot in May.  \n',
      after: '- Start the pilot in May. [confirmed:: 2026-11-22]  \n',
    },
  ]);
  await row('Start the pilot').getByText('confirmed 22 Nov').waitFor();
  await menu('Start the pilot').click();
  expect(await entries()).toEqual(['Remove confirmation', 'Mark as superseded…']);
  await workbench.page.keyboard.press('Escape');
  await workbench.run('recent-changes');
  await workbench.page.getByText('Confirm “Start the pilot in May.”').waitFor();
  await workbench.run('undo-triage');
  await told('Undid: confirm');
  expect(diffOf(before, await snapshot(workbench))).toEqual([]);
});

test('what is said of one line is said of the row, and taken back on the line that says it', async () => {
  await openDecisions({
    files: {
      ...FILES,
      'Calls/Kick-off.md': FILES['Calls/Kick-off.md'].replace(
        '- The audit covers both sites.',
        '* The audit covers both sites. [confirmed:: 2026-09-05] ^audit',
      ),
    },
  });
  const before = await snapshot(workbench);
  await row('The audit covers').getByText('confirmed 5 Sept').waitFor();
  await row('The audit covers').getByRole('link', { name: 'Review, 1 Oct' }).waitFor();
  await row('The audit covers').click({ button: 'right' });
  await choose('Remove confirmation');
  await told('“The audit covers both sites.” is no longer confirmed.');
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    {
      path: 'Calls/Kick-off.md',
      line: 12,
      before: '* The audit covers both sites. [confirmed:: 2026-09-05] ^audit\n',
      after: '* The audit covers both sites. ^audit\n',
    },
  ]);
  await row('The audit covers').getByText('confirmed').waitFor({ state: 'detached' });
  expect(await rows()).toHaveLength(5);
});

test('a decision is superseded by another one, found by words; it stands last, with a link to the note', async () => {
  await openDecisions();
  const before = await snapshot(workbench);
  await menu('Invoice everything').press('Enter');
  await choose('Mark as superseded…');
  const options = workbench.page.locator('.prompt .suggestion-item');
  expect((await options.allInnerTexts()).map((text) => text.replace(/\s*\n\s*/g, ' | '))).toEqual([
    'The budget is 40 k for the first year. | Budget, 2 Nov',
    'Pay in two parts, the second after the audit. | Review, 1 Oct',
    'The audit covers both sites. | Review, 1 Oct',
    'Start the pilot in May. | Kick-off, 1 Sept',
  ]);
  await workbench.page.keyboard.type('two parts');
  expect(await options.count()).toBe(1);
  await workbench.page.keyboard.press('Enter');
  await told('Marked “Invoice everything at once.” as superseded by “Review”.');
  // Two notes have this name: the link says which.
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    {
      path: 'Calls/Kick-off.md',
      line: 10,
      before: '- Invoice everything at once. ^pay\n',
      after: '- Invoice everything at once. [superseded:: [[Calls/Review]]] ^pay\n',
    },
  ]);
  await row('Invoice everything').locator('.account-actions-sub').getByText('superseded by').waitFor();
  expect((await rows()).at(-1)).toContain('Invoice everything');
  const filter = region().getByRole('combobox', { name: 'Filter decisions' });
  await filter.selectOption('Superseded');
  expect(await rows()).toHaveLength(1);
  await filter.selectOption('Confirmed');
  await region().getByText('No decisions are confirmed yet.').waitFor();
  await filter.selectOption('Not confirmed');
  expect((await rows()).join()).not.toContain('at once');
  await filter.selectOption('All decisions');
  await row('Invoice everything').getByRole('link', { name: 'Review', exact: true }).click();
  await workbench.page.waitForFunction(
    () =>
      (window.workbench.app as { workspace: { getActiveFile(): { path: string } | null } }).workspace.getActiveFile()
        ?.path === 'Calls/Review.md',
  );
  await menu('Invoice everything').click();
  expect(await entries()).toEqual(['Confirm', 'Mark as superseded…', 'Remove superseded mark']);
  await choose('Remove superseded mark');
  await told('“Invoice everything at once.” is no longer superseded.');
  expect(diffOf(before, await snapshot(workbench))).toEqual([]);
});

test('a line that changed a moment ago is refused with a reason, and nothing is written', async () => {
  await openDecisions();
  await openNote('Calls/Kick-off.md');
  await menu('Start the pilot').waitFor();
  await typeAt(10, 'Or in June.');
  const before = await snapshot(workbench);
  await menu('Start the pilot').click();
  await choose('Confirm');
  await told("Couldn't update “Start the pilot in May.”");
  expect(await editorText()).toContain('- Start the pilot in May.  Or in June.\n');
  expect(diffOf(before, await snapshot(workbench))).toEqual([]);
});

test('the decision at the cursor is confirmed, superseded and left alone again, with what was typed a moment ago', async () => {
  workbench = await openWorkbench({ files: FILES });
  await openNote('Calls/Budget.md');
  await typeAt(6, '');
  expect(await offered()).toEqual([]);
  await typeAt(10, ' Or two.');
  expect(await offered()).toEqual(['confirm-decision', 'supersede-decision']);
  const typed = FILES['Calls/Budget.md'].replace('first year.', 'first year. Or two.');
  expect(await editorText()).toBe(typed);
  await workbench.run('confirm-decision');
  await told('Confirmed “The budget is 40 k for the first year. Or two.”.');
  const confirmed = typed.replace('is 40 k', 'is 40 k [confirmed:: 2026-11-22]');
  expect(await editorText()).toBe(confirmed);
  expect(await offered()).toEqual(['supersede-decision', 'unmark-decision']);
  await workbench.run('supersede-decision');
  await workbench.page.keyboard.type('pilot');
  await workbench.page.keyboard.press('Enter');
  await told('superseded by “Kick-off”.');
  expect(await editorText()).toBe(confirmed.replace('-22]', '-22] [superseded:: [[Kick-off]]]'));
  await workbench.page.locator('.cm-line').filter({ hasText: 'The budget is 40 k' }).click({ button: 'right' });
  await workbench.page.locator('.menu').waitFor();
  const remove = 'Remove marks from “The budget is 40 k for the first year. Or two.”';
  expect(await entries()).toContain(remove);
  expect((await entries()).filter((title) => /^(Confirm|Mark) “/.test(title))).toEqual([]);
  await choose(remove);
  await told('is no longer confirmed or superseded.');
  expect(await editorText()).toBe(typed);
});

test('marked decisions have no serious fault for who cannot see them, and a thumb finds the menu', async () => {
  await openDecisions({
    width: 390,
    height: 844,
    query: '?mobile',
    files: {
      ...FILES,
      'Calls/Kick-off.md': FILES['Calls/Kick-off.md']
        .replace('once. ^pay', 'once. [confirmed:: 2026-09-05] [superseded:: [[Calls/Review]]]')
        .replace(
          'May.',
          'May. [confirmed:: 2025-09-05] [superseded:: [[2026-10-01-Review-of-the-pilot-and-its-results]]]',
        ),
    },
  });
  for (const theme of ['dark', 'light'] as const) {
    await wear(workbench.page, theme);
    expect([theme, await seriousFaults(workbench.page, '.account-actions-view')]).toEqual([theme, []]);
  }
  const box = (await menu('Start the pilot').boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  expect(
    await region()
      .locator('.account-actions-page-body')
      .evaluate((body) => body.scrollWidth - body.clientWidth),
  ).toBeLessThanOrEqual(0);
});
