import { afterAll, expect, jest, test } from '@jest/globals';
import type { CDPSession } from 'playwright-core';
import { meetingNote, proposed } from '../fixtures/said-twice';
import { openTriage } from './triage-page';
import { diffOf, snapshot } from './vault-diff';
import { atRest, closeStage, openWorkbench, until } from './workbench';

jest.setTimeout(120_000);

afterAll(closeStage);

test.each(['?mobile', ''])(
  'filters stand behind one icon, and of what they are set to a line of chips is left%s',
  async (query) => {
    const workbench = await openWorkbench({ width: query === '' ? 1280 : 390, height: 844, query });
    const { page } = workbench;
    const triage = await openTriage(workbench, 84);
    const words = page.getByRole('searchbox', { name: 'Filter…' });
    const button = page.getByRole('button', { name: 'Filters', exact: true });
    expect(await words.isVisible()).toBe(false);
    const before = (await triage.grid.boundingBox())!.height;
    await button.click();
    // The words have the focus at once.
    await page.keyboard.type('freight');
    expect((await triage.grid.boundingBox())!.height).toBeLessThan(before - 30);
    await button.click();
    const chip = page.getByRole('button', { name: 'Remove filter: freight' });
    await chip.waitFor();
    expect(await words.isVisible()).toBe(false);
    const box = (await chip.boundingBox())!;
    if (query !== '') expect(box.height).toBeGreaterThanOrEqual(44);
    expect((await triage.grid.boundingBox())!.height).toBeGreaterThan(before - box.height - 20);
    await chip.click();
    await chip.waitFor({ state: 'detached' });
    await triage.holds(84);
    await workbench.close();
    expect(workbench.errors).toEqual([]);
  },
);

test('a phone shows the split that is shown, however many stand before it', async () => {
  const workbench = await openWorkbench({ width: 390, height: 844, query: '?mobile' });
  await openTriage(workbench, 84);
  const tabs = workbench.page.getByRole('tablist', { name: 'Splits' });
  const [active, all] = await Promise.all([
    tabs.getByRole('tab', { selected: true }).boundingBox(),
    tabs.boundingBox(),
  ]);
  expect(active!.x).toBeGreaterThanOrEqual(all!.x - 1);
  expect(active!.x + active!.width).toBeLessThanOrEqual(all!.x + all!.width + 1);
  await workbench.close();
});

const SWIPED = Array.from({ length: 24 }, (_, index) => proposed(`Close ticket NW-${1000 + index} now.`, 'Myself'));
const CALL = meetingNote({ title: 'Call', day: '2026-11-10', account: 'Northwind', lines: SWIPED });

/** A finger that goes down, over some points, and up again. */
async function touch(devtools: CDPSession, points: readonly (readonly [number, number])[]): Promise<void> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly (readonly [number, number])[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y]) => ({ x, y })) });
  await send('touchStart', [points[0]!]);
  for (const point of points.slice(1)) await send('touchMove', [point]);
  await send('touchEnd', []);
}

/** Points on a line from one to another. */
function line(
  [x, y]: readonly [number, number],
  by: readonly [number, number],
): readonly (readonly [number, number])[] {
  return Array.from({ length: 9 }, (_, step) => [x + (by[0] * step) / 8, y + (by[1] * step) / 8] as const);
}

test('twenty swipes decide the rows under the finger: right accepts, left dismisses; what scrolls decides nothing', async () => {
  const workbench = await openWorkbench({ width: 390, height: 844, query: '?mobile', files: { 'Call.md': CALL } });
  const { page } = workbench;
  const triage = await openTriage(workbench, 24);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  const grid = (await triage.grid.boundingBox())!;
  const accepted: string[] = [];
  const dismissed: string[] = [];
  for (let turn = 0; turn < 20; turn++) {
    // Half a swipe springs back, and a slanting one scrolls, or does nothing.
    const from: readonly [number, number] = [195, grid.y + grid.height - 60];
    if (turn % 5 === 0) await touch(devtools, line(from, [60, 0]));
    if (turn % 5 === 1) await touch(devtools, line(from, [120, -160]));
    // The list goes on scrolling for a while, and the finger that stops it decides nothing.
    await until(
      () =>
        triage.grid.evaluate(async (list) => {
          const before = list.scrollTop;
          for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
          return list.scrollTop === before;
        }),
      Boolean,
    );
    await triage.grid.evaluate((list) => (list.scrollTop = 0));
    await atRest(page);
    await triage.holds(24 - turn);
    const row = triage.grid.getByRole('row').nth(Math.min(turn % 3, 23 - turn));
    const words = (await row.locator('.account-actions-item-text').textContent())!;
    const box = (await row.locator('.account-actions-proposal-body').boundingBox())!;
    const isRight = turn % 2 === 0;
    (isRight ? accepted : dismissed).push(words);
    await touch(devtools, line([195, box.y + box.height / 2], [isRight ? 130 : -130, 6]));
    await triage.holds(23 - turn);
  }
  await triage.said(/ 4 left\.$/);
  const expected = SWIPED.reduce((text, raw) => {
    const now = accepted.some((words) => raw.includes(words))
      ? raw.replace('[?]', '[ ]').replace(' #proposed', '')
      : dismissed.some((words) => raw.includes(words))
        ? `${raw.replace('[?]', '[-]').replace(' #proposed', '')} ❌ 2026-11-22`
        : raw;
    return text.replace(raw, now);
  }, CALL);
  expect(diffOf({ 'Call.md': expected }, await snapshot(workbench))).toEqual([]);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test('a row that is swiped shows what it will be', async () => {
  const workbench = await openWorkbench({ width: 390, height: 844, query: '?mobile', files: { 'Call.md': CALL } });
  const { page } = workbench;
  const triage = await openTriage(workbench, 24);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  const box = (await triage.grid.locator('.account-actions-proposal-body').first().boundingBox())!;
  const y = box.y + box.height / 2;
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 300, y }] });
  for (const x of [280, 240, 190])
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] });
  await page.locator('.account-actions-swipe.is-left.is-far').filter({ hasText: 'Dismiss' }).waitFor();
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 270, y }] });
  await page.locator('.account-actions-swipe.is-left:not(.is-far)').waitFor();
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.locator('.account-actions-swipe').waitFor({ state: 'detached' });
  await triage.holds(24);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await workbench.close();
});
