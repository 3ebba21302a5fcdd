import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { meetingNote, proposed } from '../fixtures/said-twice';
import { openTriage, type TriagePage } from './triage-page';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const ROWS = 12;
const words = (ticket: number): string => `Close ticket NW-${1000 + ticket} with the vendor.`;
const FILES = {
  'Call.md': meetingNote({
    title: 'Call',
    day: '2026-11-10',
    account: 'Northwind',
    lines: Array.from({ length: ROWS }, (_, ticket) => proposed(words(ticket), 'Myself')),
  }),
  'Writing.md': 'Some words.\n',
};

let workbench: OpenWorkbench;
let triage: TriagePage;

afterAll(closeStage);

afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

/** Opens a note to write in, then Triage in the side bar. */
async function open(): Promise<void> {
  workbench = await openWorkbench({ files: FILES });
  await workbench.open('Writing.md');
  triage = await openTriage(workbench, ROWS);
}

/** What stands in all editors. */
function edited(): Promise<string> {
  return workbench.page.evaluate(() => {
    const texts: string[] = [];
    const { workspace } = window.workbench.app as {
      workspace: { iterateAllLeaves(call: (leaf: { view: { editor?: { getValue(): string } } }) => void): void };
    };
    workspace.iterateAllLeaves(({ view }) => texts.push(view.editor?.getValue() ?? ''));
    return texts.join('\n');
  });
}

const shownNote = () =>
  workbench.page.evaluate(
    () =>
      (
        window.workbench.app as { workspace: { getMostRecentLeaf(): { view: { file?: { path: string } } } } }
      ).workspace.getMostRecentLeaf().view.file?.path,
  );

async function untilShown(path: string): Promise<void> {
  for (let tries = 0; (await shownNote()) !== path && tries < 100; tries++) await workbench.page.waitForTimeout(50);
  expect(await shownNote()).toBe(path);
}

/** How many tasks of the note are dismissed, as it is written. */
const countDismissed = async (): Promise<number> =>
  ((await workbench.page.evaluate(() => window.workbench.read('Call.md'))).match(/^- \[-\]/gm) ?? []).length;

/** Letters that mean nothing, and one that decides: they reach Triage, and no note. */
async function typeInTriage(page: Page = workbench.page): Promise<void> {
  const rows = Number(await page.locator('[role=grid]').getAttribute('aria-rowcount'));
  const dismissed = await countDismissed();
  for (const key of ['q', 'q', 'w']) await page.keyboard.press(key);
  await page.keyboard.press('d');
  await page.locator(`[role=grid][aria-rowcount="${rows - 1}"]`).waitFor({ state: 'attached' });
  // What was said of it may make room for what is said of something before.
  await workbench.page.waitForFunction(
    async (count) => ((await window.workbench.read('Call.md')).match(/^- \[-\]/gm) ?? []).length === count,
    dismissed + 1,
  );
  expect(await edited()).not.toMatch(/qq|qw/);
  const written = diffOf(FILES, await snapshot(workbench));
  expect(written.filter(({ path }) => path !== 'Call.md')).toEqual([]);
  expect(written.filter(({ after }) => !/^- \[[-x ]\] Close ticket NW-\d+ with the vendor\. /.test(after!))).toEqual(
    [],
  );
}

const closePalette = async (): Promise<void> => {
  await workbench.run('triage-palette');
  await workbench.page.locator('.prompt [role=option]').first().waitFor();
  await workbench.page.keyboard.press('Escape');
};

/** What somebody may do in Triage before the next letter. */
const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  'Enter, which shows the note': async () => {
    await triage.press('Enter');
    await untilShown('Call.md');
  },
  'Enter, with letters before the note is there': () => triage.press('Enter', 'j', 'Enter'),
  'a click on the words of a row': () => triage.row(words(2)).locator('.account-actions-item-text').click(),
  'a click on the name of its note': async () => {
    await triage.grid.getByRole('link', { name: 'Call' }).click();
    await untilShown('Call.md');
  },
  'a click on the button of a row': () =>
    triage
      .row(words(2))
      .getByRole('button', { name: /^Accept: / })
      .click(),
  'a click on a verb of the toolbar': () => workbench.page.getByRole('button', { name: 'Mark done' }).click(),
  'a click on Undo': () => workbench.page.getByRole('button', { name: 'Undo', exact: true }).click(),
  'a click on a split': () => triage.tab('Mine').click(),
  'a click on the empty foot': () =>
    workbench.page.locator('.account-actions-foot').click({ position: { x: 3, y: 3 } }),
  'a click on its tab': () => workbench.page.locator('.workspace-tab-header.mod-active').click(),
  Esc: () => triage.press('Escape'),
  'Esc twice with rows selected': () => triage.press('x', 'Escape', 'Escape'),
  'an undo by key': async () => {
    await triage.press('a', 'z');
    await triage.holds(ROWS);
  },
  'a question that was left': () => triage.press('h', 'Escape'),
  'the sheet of keys': () => triage.press('?', 'Escape'),
  'the palette, opened and closed': closePalette,
  'a notice that was clicked away': async () => {
    await triage.press('a');
    await workbench.run('undo-triage');
    await workbench.page.locator('.notice').first().click();
  },
  'all that is shown, decided but for a Cancel': async () => {
    await triage.decideAll(`Accept ${ROWS}`);
    await workbench.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  },
};

describe('a letter typed in Triage is a key of Triage, and no typing in a note, after', () => {
  test.each(Object.keys(WAYS))('%s', async (way) => {
    await open();
    await WAYS[way]!();
    await typeInTriage();
  });

  test('Enter where Triage is a tab among the notes: the note is shown beside it', async () => {
    await open();
    await workbench.page.evaluate(async () => {
      const { workspace } = window.workbench.app as {
        workspace: {
          getLeaf(pane: string): { setViewState(state: object): Promise<void> };
          detachLeavesOfType(type: string): void;
        };
      };
      workspace.detachLeavesOfType('account-actions-triage');
      await workspace.getLeaf('tab').setViewState({ type: 'account-actions-triage', active: true });
    });
    await triage.holds(ROWS);
    await triage.grid.focus();
    await triage.press('Enter');
    await workbench.page.locator('.workspace-leaf-content[data-type=markdown]').getByText('NW-1003').first().waitFor();
    expect(await triage.grid.isVisible()).toBe(true);
    await typeInTriage();
    await triage.press('j', 'Enter');
    await typeInTriage();
    await workbench.page.locator('[data-type=account-actions-triage] .view-header').click({ position: { x: 3, y: 3 } });
    await typeInTriage();
    expect(await workbench.page.locator('.workspace-leaf-content[data-type=markdown]').count()).toBe(2);
  });

  test('Triage was moved into a window of its own', async () => {
    await open();
    const { page } = workbench;
    await page.evaluate(() => {
      const { workspace } = window.workbench.app as {
        workspace: { getLeavesOfType(type: string): object[]; moveLeafToPopout(leaf: object): void };
      };
      window.addEventListener(
        'message',
        () => workspace.moveLeafToPopout(workspace.getLeavesOfType('account-actions-triage')[0]!),
        { once: true },
      );
    });
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(() => window.postMessage('move', '*')),
    ]);
    await popup.locator(`[role=grid][aria-rowcount="${ROWS}"] [role=row]`).first().waitFor();
    await popup.locator('.account-actions-foot').click({ position: { x: 3, y: 3 } });
    await typeInTriage(popup);
    await popup.keyboard.press('Enter');
    await popup.keyboard.press('j');
    await typeInTriage(popup);
  });
});

test('Mod+Enter goes into the note, and Esc from Triage goes nowhere', async () => {
  await open();
  await triage.press('Escape');
  expect(await workbench.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  await triage.press('Control+Enter');
  await untilShown('Call.md');
  await workbench.page.waitForFunction(() => document.activeElement?.closest('.cm-editor') !== null);
});

test('a letter in a field is typed there', async () => {
  await open();
  const before = await snapshot(workbench);
  await workbench.page.getByRole('button', { name: 'Filters', exact: true }).click();
  const field = workbench.page.getByRole('searchbox', { name: 'Filter…' });
  await field.click();
  await workbench.page.keyboard.type('add');
  expect(await field.inputValue()).toBe('add');
  expect(diffOf(before, await snapshot(workbench))).toEqual([]);
});

test('each split and filter begins at its first row, and has its place again when one comes back; after a batch the first row that is left is current', async () => {
  await open();
  await triage.press('j', 'j', 'j');
  expect(await triage.current()).toBe(words(3));
  await triage.tab('Mine').click();
  expect(await triage.current()).toBe(words(0));
  await triage.press('j');
  await triage.tab('All').click();
  expect(await triage.current()).toBe(words(3));
  await triage.tab('Mine').click();
  expect(await triage.current()).toBe(words(1));
  await triage.press('x', 'j', 'j', 'x', 'j', 'd');
  await triage.said(/^Dismissed 2 tasks\./);
  expect(await triage.current()).toBe(words(2));
});
