import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { meetingNote, proposed } from '../fixtures/said-twice';
import { seriousFaults, wear } from './axe';
import { openTriage } from './triage-page';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

/** Today is 22 November. */
const FILES = {
  'Call.md': meetingNote({
    title: 'Call',
    day: '2026-11-10',
    account: 'Northwind',
    lines: [
      proposed('Price the renewal.', 'Myself', '📅 2026-11-21'),
      proposed('Book the freight lift.', 'Mei Tanaka', '📅 2026-11-22'),
      proposed('Ask who signs the agreement.', 'Mei Tanaka', '📅 2026-11-29'),
      proposed('Draw the plan of the yard.', 'Myself', '📅 2026-11-30'),
      proposed('Order the badge readers.', 'Myself', '🛫 2026-12-24'),
    ],
  }),
};

test('splits say what is overdue, due this week, mine and of others; three have a tab, the others stand behind “More”', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  const triage = await openTriage(workbench, 4);
  const tabs = page.getByRole('tablist', { name: 'Splits' }).getByRole('tab');
  const counts = async (...names: readonly string[]): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const name of names) found.push(await triage.countOf(name));
    return found;
  };
  expect(await counts('All', 'Mine', 'Overdue', 'This week', 'Since last visit')).toEqual([4, 2, 1, 2, 4]);
  expect(await counts('Decided before', 'Waiting on others', 'Copies', 'No account', 'Snoozed')).toEqual([
    0, 2, 0, 0, 1,
  ]);
  expect(await tabs.count()).toBe(3);

  // What comes from “More” has the last tab, and the list has the keys.
  await triage.showSplit('Overdue');
  await triage.holds(1);
  expect((await tabs.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'All 4',
    'Mine 2',
    'Overdue 1',
  ]);
  expect(await triage.current()).toBe('Price the renewal.');
  await triage.press('ArrowRight');
  await triage.holds(2);
  expect(await triage.tab('This week').getAttribute('aria-selected')).toBe('true');
});

test('an empty split says what is next, and Enter or its button leads there; the foot says how far one is', async () => {
  workbench = await openWorkbench({ files: FILES });
  const { page } = workbench;
  const triage = await openTriage(workbench, 4);
  const foot = page.locator('.account-actions-foot');
  await triage.showSplit('Overdue');
  await triage.holds(1);
  await triage.press('a');
  await page.getByText(/^Nothing is overdue\./).waitFor();
  await page.getByRole('button', { name: 'Next: This week, 2' }).waitFor();
  // What was written is said until the next press: that press comes after it, or the words would stay.
  await triage.said(/^Accepted 1 task/);
  await triage.press('Enter');
  await triage.holds(2);
  await foot.getByText('1 decided, 3 left').waitFor();
  await triage.press('a', 'd');
  await triage.said(/^Dismissed 1 task/);
  await page.getByRole('button', { name: 'Next: Mine, 1' }).click();
  await triage.holds(1);
  await foot.getByText('3 decided, 1 left').waitFor();
  const progress = page.getByRole('progressbar', { name: 'Decided since you opened Triage' });
  const far = () => progress.evaluate((bar: HTMLProgressElement) => [bar.value, bar.max]);
  expect(await far()).toEqual([3, 4]);
  for (const theme of ['dark', 'light'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page, '.account-actions-view')).toEqual([]);
  }
  await triage.press('z');
  await triage.said(/^Undid: /);
  expect(await until(far, ([decided]) => decided === 2)).toEqual([2, 4]);
  await triage.press('a');
  await page.getByText(/^Nothing is waiting for you\./).waitFor();
  await triage.press('Enter');
  await triage.holds(1);
  await triage.press('a');
  await triage.showSplit('All');
  await page.getByText(/^Nothing left to decide\./).waitFor();
  expect(await page.getByRole('button', { name: /^Next: / }).count()).toBe(0);
});

test('“No account” is the same number in Triage and in Accounts, whose page leads to that split', async () => {
  workbench = await openWorkbench();
  const { page } = workbench;
  const triage = await openTriage(workbench, 84);
  const count = await triage.countOf('No account');
  expect(count).toBeGreaterThan(5);
  await workbench.run('open-accounts');
  await page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name: 'No account' }).click();
  await page.getByRole('button', { name: `Triage ${count} proposed tasks` }).click();
  await triage.holds(count);
  expect(await triage.tab('No account').getAttribute('aria-selected')).toBe('true');
  expect(await triage.row('Tasks inbox').count()).toBe(0);
});
