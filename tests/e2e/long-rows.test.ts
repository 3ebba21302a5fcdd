import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { meetingNote, proposed } from '../fixtures/said-twice';
import { openTriage, type TriagePage } from './triage-page';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const COUNT = 240;
/** Rows of one to some ten lines: none is as high as it is thought to be before it is drawn. */
const wordsOf = (index: number): string =>
  `Row ${String(index).padStart(3, '0')} ${`weld${index} gate${index} `.repeat(1 + ((index * 7) % 23))}end.`;

let workbench: OpenWorkbench;
let triage: TriagePage;

beforeAll(async () => {
  workbench = await openWorkbench({
    width: 480,
    files: {
      'Call.md': meetingNote({
        title: 'Call',
        day: '2026-11-10',
        account: 'Northwind',
        lines: Array.from({ length: COUNT }, (_, index) => proposed(wordsOf(index), 'Myself', '')),
      }),
    },
  });
  triage = await openTriage(workbench, COUNT);
});

afterAll(async () => {
  const { errors } = workbench;
  await workbench.close();
  await closeStage();
  expect(errors).toEqual([]);
});

/** Where the rows that can be seen begin, on the screen. */
const seen = (): Promise<Record<string, number>> =>
  triage.grid.evaluate((grid) => {
    const { top, bottom } = grid.getBoundingClientRect();
    const rows = [...grid.querySelectorAll<HTMLElement>('[role=row]')].map((row) => ({
      row,
      box: row.getBoundingClientRect(),
    }));
    return Object.fromEntries(
      rows
        .filter(({ box }) => box.bottom > top && box.top < bottom)
        .map(({ row, box }) => [row.getAttribute('aria-rowindex')!, box.top]),
    );
  });

/** By how many pixels the rows that are seen in both moved, each of them. */
function movedBy(before: Record<string, number>, after: Record<string, number>): readonly number[] {
  return Object.keys(before)
    .filter((row) => row in after)
    .map((row) => Math.round(after[row]! - before[row]!));
}

const frames = (): Promise<void> =>
  workbench.page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
      ),
  );

test('rows that were never drawn come into view from above without a jump', async () => {
  await triage.press('End');
  await triage.grid.locator(`[aria-rowindex="${COUNT}"]`).waitFor();
  await frames();
  for (let turn = 0; turn < 20; turn++) {
    const before = await seen();
    await triage.grid.evaluate((grid) => grid.scrollBy(0, -110));
    await frames();
    const moved = movedBy(before, await seen());
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.filter((pixels) => Math.abs(pixels - 110) > 1)).toEqual([]);
  }
});

test('a finger that moves the list is never interfered with, and nothing jumps once it rests', async () => {
  const touch = (type: string, count: number): Promise<void> =>
    triage.grid.evaluate(
      (grid, [name, touches]) => {
        grid.dispatchEvent(Object.assign(new Event(name), { touches: { length: touches } }));
      },
      [type, count] as const,
    );
  const top = (): Promise<number> => triage.grid.evaluate((grid) => grid.scrollTop);
  await touch('touchstart', 1);
  // On from where the last test ended: nobody measured these rows yet.
  const start = await top();
  for (let turn = 1; turn <= 10; turn++) {
    const before = await seen();
    await triage.grid.evaluate((grid) => grid.scrollBy(0, -310));
    await frames();
    expect(movedBy(before, await seen()).filter((pixels) => Math.abs(pixels - 310) > 1)).toEqual([]);
    expect(await top()).toBeCloseTo(start - turn * 310, 0);
  }
  const before = await seen();
  await touch('touchend', 0);
  await triage.grid.evaluate(
    (grid, expected) =>
      new Promise<void>((resolve) => {
        const look = (): void =>
          Math.abs(grid.scrollTop - expected) > 50 ? resolve() : void requestAnimationFrame(look);
        look();
      }),
    start - 3100,
  );
  await frames();
  expect(movedBy(before, await seen()).filter((pixels) => Math.abs(pixels) > 1)).toEqual([]);
});

test('the last and the first row are reached at one press, whatever is measured on the way', async () => {
  for (const [key, row] of [
    ['Home', 1],
    ['End', COUNT],
    ['Home', 1],
  ] as const) {
    await triage.press(key);
    await frames();
    expect(Object.keys(await seen())).toContain(String(row));
  }
});
