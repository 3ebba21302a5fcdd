import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { accepted, markedCopy, meetingNote, proposed } from '../fixtures/said-twice';
import { seriousFaults, wear } from './axe';
import { openTriage, type TriagePage } from './triage-page';
import { diffOf, snapshot, type Snapshot } from './vault-diff';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const FINISH = 'Finish the letter to leavers, of which half is written.';
const COMPLETE = 'Complete the letter and give it to Bronagh.';
const BETWEEN = 'Weld the gate of the tank farm.';
const note = (title: string, day: string, source: string, ...lines: readonly string[]): string =>
  meetingNote({ title, day, account: 'Northwind', source, lines });
/** Two runs of the pipeline over one mail, and a call between them. */
const FILES = {
  'First.md': note('First', '2026-11-10', 'Mail', proposed(FINISH, 'Ana'), proposed('Book the freight lift.', 'Mei')),
  'Call.md': note('Call', '2026-11-11', 'Transcript', proposed(BETWEEN, 'Mei')),
  'Again.md': note('Again', '2026-11-12', 'Mail', proposed(COMPLETE, 'TBD'), proposed('Order badge readers.', 'Mei')),
};

let workbench: OpenWorkbench;
let triage: TriagePage;
let before: Snapshot;

afterAll(closeStage);

beforeEach(async () => {
  workbench = await openWorkbench({ files: FILES });
  triage = await openTriage(workbench, 5);
  before = await snapshot(workbench);
});

afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

const rows = (): Promise<readonly string[]> => triage.grid.locator('.account-actions-item-text').allTextContents();
const written = async (): Promise<readonly (string | undefined)[]> =>
  diffOf(before, await snapshot(workbench)).map(({ after }) => after?.trimEnd());

test('what is likely the same stands next to its twin, and both say so', async () => {
  const [first, second] = await rows();
  expect([first, second]).toEqual([COMPLETE, FINISH]);
  expect(await triage.row(COMPLETE).innerText()).toContain('likely the same as below');
  expect(await triage.row(FINISH).innerText()).toContain('likely the same as above');
  expect(await triage.row(FINISH).getByRole('link', { name: 'First' }).count()).toBe(1);
  expect(await triage.countOf('Likely the same')).toBe(2);
  for (const theme of ['dark', 'light'] as const) {
    await wear(workbench.page, theme);
    expect(await seriousFaults(workbench.page, '.account-actions-view')).toEqual([]);
  }
  await triage.grid.focus();
  await triage.press('j', 'j', 's');
  await triage.said('Nothing is likely the same as this task.');
  expect(await written()).toEqual([]);
});

test.each([
  ['at once', false],
  ['once the copies were looked for again', true],
])(
  '`s` makes one row of both, which is decided with its copy %s, and each is taken back in its turn',
  async (_, waits) => {
    await triage.press('j', 's');
    await triage.holds(4);
    if (waits) {
      await triage.said('Now one task.');
      await workbench.reload();
      triage = await openTriage(workbench, 4);
    }
    expect((await rows())[0]).toBe(COMPLETE);
    expect(await triage.row(COMPLETE).innerText()).toContain('1 copy');
    await triage.press('a');
    await triage.said('Accepted 1 task with 1 copy. 3 left.');
    expect(await written()).toEqual([
      accepted(proposed(COMPLETE, 'TBD')),
      markedCopy(proposed(FINISH, 'Ana'), '2026-11-22'),
    ]);
    await triage.press('z');
    await triage.said(/^Undid: /);
    await triage.holds(4);
    expect(await written()).toEqual([]);
    if (waits) return;
    await triage.press('z');
    await triage.holds(5);
    expect((await rows()).slice(0, 2)).toEqual([COMPLETE, FINISH]);
  },
);

test('`Shift+S` makes two rows of them, each in its own meeting, for good; undo ties them again', async () => {
  await triage.press('Shift+S');
  await triage.said('Now two tasks.');
  expect((await rows()).slice(0, 2)).toEqual([COMPLETE, 'Order badge readers.']);
  expect(await triage.current()).toBe(COMPLETE);
  expect(await triage.countOf('Likely the same')).toBe(0);
  await triage.press('z');
  await triage.said('Undid: likely the same again.');
  expect(await until(rows, ([, second]) => second === FINISH)).toContain(FINISH);
  await triage.row(FINISH).getByRole('button', { name: 'Not the same' }).click();
  await triage.said('Now two tasks.');
  await workbench.reload();
  triage = await openTriage(workbench, 5);
  expect(await triage.countOf('Likely the same')).toBe(0);
  expect(await written()).toEqual([]);
});

test('rows that were said to be the same are two again when one is said to be no copy', async () => {
  await triage.press('s');
  await triage.said('Now one task.');
  await triage.holds(4);
  await triage.press(' ');
  await workbench.page.getByRole('button', { name: /^Not a copy/ }).click();
  await triage.said('No longer a copy.');
  await triage.holds(5);
});
