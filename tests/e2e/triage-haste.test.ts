import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { meetingNote, proposed, SAID_TWICE } from '../fixtures/said-twice';
import { seriousFaults, wear } from './axe';
import { openTriage } from './triage-page';
import { diffOf, snapshot } from './vault-diff';
import { atRest, closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

const FILES = {
  'Call.md': meetingNote({
    title: 'Call',
    day: '2026-11-10',
    account: 'Northwind',
    lines: SAID_TWICE.slice(0, 8).map(([first]) => proposed(first, 'Myself')),
  }),
  'Mail.md': meetingNote({
    title: 'Mail',
    day: '2026-11-12',
    account: 'Northwind',
    lines: SAID_TWICE.slice(0, 8).map(([, again]) => proposed(again, 'Myself')),
  }),
  'Else.md': meetingNote({
    title: 'Else',
    day: '2026-11-01',
    account: 'Blue Heron',
    lines: [proposed('Paint the fence.', 'Mei Tanaka')],
  }),
};
const TICKETS = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [
    `Ticket ${10 + index}.md`,
    meetingNote({
      title: `Ticket ${10 + index}`,
      day: '2026-11-10',
      account: 'Northwind',
      lines: [proposed(`Close ticket NW-${1000 + index} now.`, 'Myself')],
    }),
  ]),
);
const role = () => workbench.page.evaluate(() => document.activeElement?.getAttribute('role'));

test('an undo of a group says how many rows are left, and not how many lines', async () => {
  workbench = await openWorkbench({ files: FILES });
  const triage = await openTriage(workbench, 9);
  // Copies are found in slices: on a slow device they take longer than the list.
  await workbench.slowDown(6);
  for (let turn = 0; turn < 2; turn++) {
    await triage.press('Home', 'd');
    await triage.said('Dismissed 1 task with 1 copy. 8 left.');
    await triage.press('z');
    expect(await triage.said(/^Undid: /)).toMatch(/ 9 left\.$/);
    await triage.holds(9);
  }
});

test('what an undo brought back is the row that the next key is meant for', async () => {
  workbench = await openWorkbench({ files: FILES });
  const triage = await openTriage(workbench, 9);
  await triage.press('Home', 'j');
  const decided = await triage.current();
  await triage.press('d');
  await triage.said('Dismissed 1 task with 1 copy. 8 left.');
  expect(await triage.current()).not.toBe(decided);
  await triage.press('z');
  await triage.said(/^Undid: /);
  expect(await triage.current()).toBe(decided);
});

test('a change of the owner says how many rows are left, and not how many lines', async () => {
  workbench = await openWorkbench({ files: FILES });
  const triage = await openTriage(workbench, 9);
  await workbench.slowDown(6);
  for (const name of ['Robin', 'Ana']) {
    await triage.press('Home', 'o');
    await workbench.page.keyboard.insertText(name);
    await triage.press('Enter');
    expect(await triage.said(/^Changed owner of 1 task\./)).toBe('Changed owner of 1 task. 9 left.');
    await triage.press('z');
    await triage.said(/^Undid: /);
    await triage.holds(9);
  }
});

test('a group is accepted with its copies also right after its owner was changed', async () => {
  workbench = await openWorkbench({ files: FILES });
  const triage = await openTriage(workbench, 9);
  await workbench.slowDown(6);
  const before = await snapshot(workbench);
  for (const name of ['Robin', 'Ana']) {
    await triage.press('Home', 'o');
    await workbench.page.keyboard.insertText(name);
    await triage.press('Enter');
    await triage.said(/^Changed owner of 1 task\./);
    await triage.press('a');
    expect(await triage.said(/^Accepted/)).toMatch(/^Accepted 1 task with 1 copy\./);
    await triage.press('z');
    await triage.said(/^Undid: /);
    await triage.holds(9);
    await triage.press('z');
    await triage.said(/^Undid: /);
    await triage.holds(9);
    // Both undos say the same: what is written tells that the second one is done.
    const changed = async () => diffOf(before, await snapshot(workbench));
    expect(await until(changed, (lines) => lines.length === 0)).toEqual([]);
  }
});

test('a question that is asked right after a move stays open for what is typed', async () => {
  workbench = await openWorkbench({ files: FILES });
  const triage = await openTriage(workbench, 9);
  await workbench.slowDown(6);
  for (const [move, name] of [
    ['j', 'Robin'],
    ['End', 'Ana'],
    ['k', 'Dana'],
  ] as const) {
    await triage.press(move, 'o');
    await workbench.page.keyboard.type(name);
    await triage.press('Enter');
    await triage.said(/^Changed owner of 1 task\. 9 left\./);
    await triage.holds(9);
    await triage.press('z');
    await triage.said(/^Undid: /);
  }
});

test('letters go to the open question also when its row changes in the vault meanwhile', async () => {
  workbench = await openWorkbench({ files: FILES });
  const triage = await openTriage(workbench, 9);
  const field = workbench.page.getByRole('combobox', { name: 'Owner', expanded: true });
  await triage.press('End', 'o');
  await field.waitFor();
  await workbench.page.keyboard.type('Ad');
  const row = await triage.current();
  await workbench.write('Else.md', FILES['Else.md'].replace('Paint the fence.', 'Paint the whole fence.'));
  await triage.row('Paint the whole fence.').waitFor();
  expect(row).toBe('Paint the fence.');
  await workbench.page.keyboard.type('da');
  expect(await field.inputValue()).toBe('Adda');
  await triage.press('Escape');
  await triage.holds(9);
  expect(diffOf({ ...FILES, 'Else.md': await workbench.read('Else.md') }, await snapshot(workbench))).toEqual([]);
});

test('the grid has the focus after a button of a row was pressed', async () => {
  workbench = await openWorkbench({ files: FILES });
  const triage = await openTriage(workbench, 9);
  await triage
    .row(SAID_TWICE[3]![1])
    .getByRole('button', { name: /^Accept/ })
    .click();
  await triage.said('Accepted 1 task with 1 copy. 8 left.');
  expect(await role()).toBe('grid');
});

test('the grid has the focus after all that is shown was decided', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  const triage = await openTriage(workbench, 9);
  await triage.decideAll('Accept 9');
  await page.getByRole('dialog').getByRole('button', { name: 'Accept 9' }).click();
  await triage.said(/^Accepted 9 tasks/);
  expect(await role()).toBe('grid');
});

test('a question is about the row it was asked for, and goes when another one is current', async () => {
  workbench = await openWorkbench({ files: FILES });
  const triage = await openTriage(workbench, 9);
  await triage.press('Home', 'h');
  const question = workbench.page.getByRole('combobox', { name: 'Snooze until' });
  await question.waitFor();
  await triage.row(SAID_TWICE[1]![1]).click();
  await question.waitFor({ state: 'detached' });
});

test('Stop stops what runs, although something else was decided meanwhile', async () => {
  workbench = await openWorkbench({ files: { ...TICKETS, 'Else.md': FILES['Else.md'] } });
  const { page } = workbench;
  const triage = await openTriage(workbench, 21);
  const before = await snapshot(workbench);
  await triage.tab('Mine').click();
  await page.evaluate(() => {
    const { vault } = window.workbench.app as { vault: { process?: (...given: unknown[]) => Promise<string> } };
    const process = vault.process!.bind(vault);
    let left = 3;
    const held = new Promise<void>((resolve) => Object.assign(window, { letGo: resolve }));
    vault.process = async (...given) => {
      if (left-- <= 0) await held;
      return process(...given);
    };
  });
  await triage.decideAll('Dismiss 20');
  await page.getByRole('dialog').getByRole('button', { name: 'Dismiss 20' }).click();
  await page.getByText('3 of 20 notes').waitFor();
  await triage.tab('All').click();
  await triage.grid.focus();
  await triage.press('End', 'a');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await triage.said(/Stopped\. /);
  expect(diffOf(before, await snapshot(workbench)).filter(({ path }) => path !== 'Else.md')).toHaveLength(4);
});

test('axe finds nothing serious in an opened group in the dark theme', async () => {
  workbench = await openWorkbench({ files: FILES });
  const triage = await openTriage(workbench, 9);
  await wear(workbench.page, 'dark');
  await triage.press(' ');
  await workbench.page.locator('.account-actions-copies').waitFor();
  expect(await seriousFaults(workbench.page, '.account-actions-view')).toEqual([]);
});

test('a row that is opened at once after one moved to it is shown from its beginning', async () => {
  workbench = await openWorkbench();
  const { page } = workbench;
  const triage = await openTriage(workbench, 84);
  await triage.showSplit('Copies');
  await triage.grid.focus();
  await triage.press('j', ' ');
  await page.locator('.account-actions-copies').waitFor();
  await atRest(page);
  const [grid, row] = await Promise.all([
    triage.grid.boundingBox(),
    page.locator('.account-actions-proposal.is-focused').boundingBox(),
  ]);
  expect(row!.y).toBeGreaterThanOrEqual(grid!.y);
});

test('“Recent changes” names the lines that were not written, as the report says', async () => {
  workbench = await openWorkbench({ files: TICKETS });
  const { page } = workbench;
  const triage = await openTriage(workbench, 20);
  await triage.decideAll('Dismiss 20');
  await page.evaluate(async (notes) => {
    const writing = Object.entries(notes)
      .slice(0, 5)
      .map(([path, text]) => window.workbench.write(path, text.replace(' now.', ' at once.')));
    [...document.querySelectorAll<HTMLElement>('[role=dialog] button')]
      .find(({ innerText }) => innerText === 'Dismiss 20')!
      .click();
    await Promise.all(writing);
  }, TICKETS);
  expect(await triage.said(/^Dismissed 15 of 20 lines\./)).toContain(
    '2 more lines were not written. See Recent changes.',
  );
  await workbench.run('recent-changes');
  await page.locator('.account-actions-action-toggle').first().click();
  const list = page.getByRole('list', { name: 'Recent changes' });
  await list.getByText('NW-1005').first().waitFor();
  expect(await list.innerText()).toContain('NW-1004');
});

test('every line that was not written has its reason: a copy whose best line was changed meanwhile too', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  const triage = await openTriage(workbench, 9);
  await triage.decideAll('Dismiss 9');
  await page.evaluate(async (text) => {
    const writing = window.workbench.write('Mail.md', text.replace('Send Ilse the layout', 'Send Ilse the plan'));
    [...document.querySelectorAll<HTMLElement>('[role=dialog] button')]
      .find(({ innerText }) => innerText === 'Dismiss 9')!
      .click();
    await writing;
  }, FILES['Mail.md']);
  const words = await triage.said(/^Dismissed 15 of 17 lines\./);
  expect(words).toContain("the line it's a copy of wasn't written");
});
