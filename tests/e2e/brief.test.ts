import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

const MEETING = 'Customers/Northwind Traders/2026-11-12 - Pilot results and rollout scope.md';
const notice = (text: string | RegExp) => workbench.page.locator('.notice').getByText(text).first().waitFor();
const choices = () => workbench.page.locator('.suggestion-item');

/** Chooses, in the list of the command, what answers these words. */
async function choose(words: string): Promise<void> {
  await choices().filter({ hasText: 'clipboard' }).first().waitFor();
  await workbench.page.keyboard.type(words);
  await workbench.page.waitForFunction(() => document.querySelectorAll('.suggestion-item').length === 1);
  await workbench.page.keyboard.press('Enter');
}

beforeAll(async () => {
  workbench = await openWorkbench({
    setUp: () =>
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: (text: string) => {
            if ('refuses' in window) return Promise.reject(new Error('No clipboard.'));
            Object.assign(window, { copied: text });
            return Promise.resolve();
          },
        },
      }),
  });
  // Until the notes are read, no note has an account.
  await workbench.page.locator('.status-bar-item[aria-label*=" for you"]').waitFor();
});
afterEach(async () => {
  await workbench.page.keyboard.press('Escape');
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test('the brief of the account of the note at hand goes to the clipboard, since the last meeting, and nothing is written', async () => {
  await workbench.open(MEETING);
  const before = await snapshot(workbench);
  await workbench.run('copy-account-brief');
  await choices().nth(7).waitFor();
  expect(await choices().count()).toBe(8);
  await choose('clipboard last meeting');
  await notice('Copied brief of “Northwind Traders” to clipboard.');
  const copied = await workbench.page.evaluate(() => (window as unknown as { copied: string }).copied);
  expect(copied).toMatch(/^# Brief: Northwind Traders\n\nMade on 22 Nov 2026\./);
  expect(copied).toContain(
    '- Send the pilot report with the door-opening chart to Ilse and Priya. (Myself, due 24 Nov 2026, [[Customers/Northwind Traders/2026-11-12 - Pilot results and rollout scope|12 Nov 2026]])',
  );
  expect(copied).toContain('## What was settled since 12 Nov 2026\n');
  expect(await snapshot(workbench)).toEqual(before);
});

test('a note without an account asks for one; a new note is opened, a second one gets a number, and undo moves it to the trash', async () => {
  await workbench.open('Daily/2026-11-20.md');
  const before = await snapshot(workbench);
  for (const path of ['Brief Blue Heron, Inc. 2026-11-22.md', 'Brief Blue Heron, Inc. 2026-11-22 2.md']) {
    await workbench.open('Daily/2026-11-20.md');
    await workbench.run('copy-account-brief');
    await workbench.page.getByPlaceholder('Which account do you want a brief of?').waitFor();
    await workbench.page.keyboard.type('blue heron');
    await workbench.page.keyboard.press('Enter');
    await choose('create note all time');
    await notice(`Created brief of “Blue Heron, Inc.” at “${path}”.`);
    await workbench.page.waitForFunction(
      (wanted) =>
        (window.workbench.app as { workspace: { getActiveFile(): { path: string } | null } }).workspace.getActiveFile()
          ?.path === wanted,
      path,
    );
    expect(await workbench.read(path)).toMatch(/^# Brief: Blue Heron, Inc\.\n/);
  }
  expect(diffOf(before, await snapshot(workbench)).every(({ path }) => path.startsWith('Brief '))).toBe(true);
  for (const left of [1, 0]) {
    await workbench.run('undo-triage');
    const more = async (): Promise<number> =>
      Object.keys(await snapshot(workbench)).length - Object.keys(before).length;
    expect(await until(more, (now) => now === left)).toBe(left);
  }
  expect(await snapshot(workbench)).toEqual(before);
});

test('a clipboard that refuses is told, with what to do', async () => {
  await workbench.open(MEETING);
  await workbench.page.evaluate(() => Object.assign(window, { refuses: true }));
  await workbench.run('copy-account-brief');
  await choose('clipboard 90');
  await notice("Couldn't copy to the clipboard. Create a note instead.");
});

test('words that are no choice are told', async () => {
  await workbench.open(MEETING);
  await workbench.run('copy-account-brief');
  await choices().first().waitFor();
  await workbench.page.keyboard.type('tomorrow');
  await workbench.page.getByText('Choose the clipboard or a note, and a period.').waitFor();
});
