import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { meetingNote, SAID_TWICE } from '../fixtures/said-twice';
import { openTriage, type TriagePage } from './triage-page';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;
let triage: TriagePage;

const [RACKS, LIFT] = SAID_TWICE;
const BEST = `- [?] ${RACKS![1]} @Myself 📅 2026-11-27 ⏫ #task #proposed ^racks-1`;
const COPY = `- [?] ${RACKS![0]} @Myself 📅 2026-11-27 #task #proposed`;
const OTHER = `- [?] ${LIFT![0]} [due:: 2026-11-28]  #task #proposed`;
const FILES = {
  'Mail.md': meetingNote({ title: 'Mail', day: '2026-11-12', account: 'Northwind', lines: [BEST, OTHER] }).replaceAll(
    '\n',
    '\r\n',
  ),
  'Call.md': meetingNote({ title: 'Call', day: '2026-11-10', account: 'Northwind', lines: [COPY] }),
};

const texts = async (): Promise<readonly string[]> =>
  Promise.all(Object.keys(FILES).map((path) => workbench.read(path)));
const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line.startsWith('- ['));
/** Turns a switch of the settings. */
async function turn(name: string): Promise<void> {
  await workbench.page.evaluate(() => {
    (window.workbench.app as { setting: { openTabById(id: string): unknown } }).setting.openTabById('account-actions');
  });
  await workbench.page
    .locator('.setting-item')
    .filter({ has: workbench.page.locator('.setting-item-name').getByText(name, { exact: true }) })
    .locator('.checkbox-container')
    .click();
  await workbench.page.keyboard.press('Escape');
  await triage.grid.focus();
}

beforeAll(async () => {
  workbench = await openWorkbench({ files: FILES });
  triage = await openTriage(workbench, 2);
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

test('a reason is chosen by one more key, and kept in Recent changes; the line says what it says without one', async () => {
  await triage.press('Home', 'Shift+X');
  const options = workbench.page.getByRole('option');
  expect(await options.locator('bdi').allTextContents()).toEqual([
    'Not mine',
    'Already done',
    'Not needed',
    'Wrong',
    'A copy',
  ]);
  await triage.press('3');
  await triage.said('Dismissed 1 task with 1 copy as not needed. 1 left.');
  const [mail, call] = await texts();
  expect(linesOf(mail!)).toEqual([`- [-] ${RACKS![1]} @Myself 📅 2026-11-27 ⏫ #task ❌ 2026-11-22 ^racks-1`, OTHER]);
  expect(linesOf(call!)[0]).toMatch(/^- \[-\] .* #copy ❌ 2026-11-22$/);
  await triage.press('z');
  await triage.said(/^Undid: dismiss “.*” with 1 copy as not needed\. 2 left\.$/);
  expect(await texts()).toEqual(Object.values(FILES));
});

test('with the setting, the line of the task says it before its fields, and its copies do not; undo brings back each byte', async () => {
  await turn('Write the reason into the line');
  await triage.press('Home', 'Shift+X', '1');
  await triage.said('Dismissed 1 task with 1 copy as not mine. 1 left.');
  const [mail, call] = await texts();
  expect(linesOf(mail!)).toEqual([
    `- [-] ${RACKS![1]} @Myself [reason:: not-mine] 📅 2026-11-27 ⏫ #task ❌ 2026-11-22 ^racks-1`,
    OTHER,
  ]);
  expect(call).not.toContain('reason::');
  await triage.press('z');
  await triage.said(/2 left\.$/);
  expect(await texts()).toEqual(Object.values(FILES));

  await triage.press('End', 'Shift+X');
  await workbench.page.getByRole('combobox', { name: 'Dismiss as' }).fill('wro');
  await triage.press('Enter');
  await triage.said('Dismissed 1 task as wrong. 1 left.');
  expect(linesOf((await texts())[0]!)[1]).toBe(
    `- [-] ${LIFT![0]} [reason:: wrong] [due:: 2026-11-28]  #task [cancelled:: 2026-11-22]`,
  );
  await triage.press('z');
  await triage.said(/2 left\.$/);
  expect(await texts()).toEqual(Object.values(FILES));
});

test('the menu of the toolbar offers it, and in a note the command asks for it', async () => {
  const { page } = workbench;
  await page.getByRole('toolbar', { name: 'Decide' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Dismiss with a reason…' }).click();
  await page.getByRole('combobox', { name: 'Dismiss as' }).waitFor();
  await page.keyboard.press('Escape');
  await workbench.open('Call.md');
  await page.locator('.cm-line').filter({ hasText: RACKS![0] }).click();
  await workbench.run('dismiss-reason-task');
  await page.locator('.prompt-input').fill('done');
  await page.locator('.suggestion-empty').waitFor();
  await page.locator('.prompt-input').fill('2');
  await page.keyboard.press('Enter');
  const said = await until(
    () => workbench.read('Call.md'),
    (text) => text.includes('[-]'),
  );
  expect(said).toContain('@Myself [reason:: done-already] 📅 2026-11-27 #task ❌ 2026-11-22');
});

test.each([true, false])(
  'what comes again says why it was dismissed, from its line or from what was done here (written into the line: %s)',
  async (written) => {
    const again = {
      'Mail.md': meetingNote({ title: 'Mail', day: '2026-11-12', account: 'Northwind', lines: [BEST] }),
    };
    await workbench.close();
    workbench = await openWorkbench({ files: again });
    triage = await openTriage(workbench, 1);
    if (written) await turn('Write the reason into the line');
    await triage.press('Home', 'Shift+X', '3');
    await triage.said('Dismissed 1 task as not needed. 0 left.');
    await workbench.write(
      'Call.md',
      meetingNote({ title: 'Call', day: '2026-11-20', account: 'Northwind', lines: [COPY] }),
    );
    await triage.showSplit('Decided before');
    await triage.holds(1);
    const said = 'dismissed 22 Nov as not needed in Mail';
    expect(
      await until(
        () => triage.row(RACKS![0]).innerText(),
        (text) => text.includes(said),
      ),
    ).toContain(said);
    expect((await workbench.read('Mail.md')).includes('[reason:: not-needed]')).toBe(written);
    // In its details, too.
    await triage.press('Home', ' ');
    await workbench.page.getByRole('link', { name: said }).waitFor();
  },
);
