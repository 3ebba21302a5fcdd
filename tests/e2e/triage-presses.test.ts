import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import type { CDPSession } from 'playwright-core';
import { accepted, dismissed, markedDone, meetingNote, proposed } from '../fixtures/said-twice';
import { openTriage, type TriagePage } from './triage-page';
import { diffOf, snapshot, type Snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const TODAY = '2026-11-22';
const NOTES = 400;
const LINES = 5;
const PRESSES = 50;
const APART_MS = 30;

let workbench: OpenWorkbench;

afterAll(closeStage);

afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

const wordsOf = (note: number, line: number): string =>
  `Close ticket NW-${10_000 + note * LINES + line} with the vendor.`;
const noteOf = (note: number): string =>
  meetingNote({
    title: `Call ${note}`,
    day: `2026-${String(10 - Math.floor(note / 100)).padStart(2, '0')}-${String(28 - (Math.floor(note / 4) % 25)).padStart(2, '0')}`,
    account: ['Northwind', 'Blue Heron', 'Juniper'][note % 3]!,
    lines: Array.from({ length: LINES }, (_, line) => proposed(wordsOf(note, line), 'Myself')),
  });
const files = (notes: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: notes }, (_, note) => [`Call ${String(note).padStart(3, '0')}.md`, noteOf(note)]),
  );

/** Remembers from now on which row is current whenever a key comes to the page. */
function watchCurrent(): Promise<void> {
  return workbench.page.evaluate(() => {
    const seen: { key: string; words: string | null }[] = [];
    Object.assign(window, { seen });
    window.addEventListener(
      'keydown',
      ({ key }) => {
        const grid = document.querySelector('[role=grid]')!;
        const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
        seen.push({ key, words: row?.querySelector('.account-actions-item-text')?.textContent ?? null });
      },
      { capture: true },
    );
  });
}

const seen = () =>
  workbench.page.evaluate(() => (window as unknown as { seen: { key: string; words: string | null }[] }).seen);

/** Presses keys as fingers do, so far apart, whether the page has answered or not. */
async function pressAtPace(devtools: CDPSession, keys: readonly string[]): Promise<void> {
  const pressed: Promise<unknown>[] = [];
  for (const key of keys) {
    const code = { key, text: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
    for (const type of ['keyDown', 'keyUp'] as const)
      pressed.push(devtools.send('Input.dispatchKeyEvent', { type, ...code }));
    await new Promise((resolve) => setTimeout(resolve, APART_MS));
  }
  await Promise.all(pressed);
}

/** Waits until so many lines of the vault differ, and gives what they are now, by their words. */
async function changed(before: Snapshot, count: number): Promise<ReadonlyMap<string, string>> {
  let diff = diffOf(before, await snapshot(workbench));
  for (let tries = 0; diff.length !== count && tries < 200; tries++) {
    await workbench.page.waitForTimeout(100);
    diff = diffOf(before, await snapshot(workbench));
  }
  expect(diff).toHaveLength(count);
  return new Map(
    diff.map((line) => [/Close ticket \S+ with the vendor\./.exec(line.before!)![0], line.after!.trimEnd()]),
  );
}

const VERBS: Readonly<Record<string, (line: string) => string>> = {
  a: accepted,
  d: (line) => dismissed(line, TODAY),
  3: (line) => markedDone(line, TODAY),
};

/** Whether exactly the rows that were current when their keys came were decided, as the keys say. */
function expectDecided(now: ReadonlyMap<string, string>, pressed: Awaited<ReturnType<typeof seen>>): void {
  const words = pressed.map((press) => press.words!);
  expect(new Set(words).size).toBe(pressed.length);
  expect(Object.fromEntries(now)).toEqual(
    Object.fromEntries(pressed.map((press) => [press.words, VERBS[press.key]!(proposed(press.words!, 'Myself'))])),
  );
}

test('of 2,000 rows on a slow machine, 50 keys that come 30 ms apart decide the 50 rows that were current, and 50 undos bring them back', async () => {
  workbench = await openWorkbench({ files: files(NOTES) });
  const triage: TriagePage = await openTriage(workbench, NOTES * LINES);
  const before = await snapshot(workbench);
  await watchCurrent();
  const devtools = await workbench.page.context().newCDPSession(workbench.page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const keys = Array.from({ length: PRESSES }, (_, index) => ['d', 'a', '3'][index % 3]!);
  await pressAtPace(devtools, keys);
  expect(Number(await triage.grid.getAttribute('aria-rowcount'))).toBe(NOTES * LINES - PRESSES);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const pressed = await seen();
  expect(pressed.map(({ key }) => key)).toEqual(keys);
  expectDecided(await changed(before, PRESSES), pressed);

  await pressAtPace(
    devtools,
    keys.slice(PRESSES / 2).map(() => 'z'),
  );
  expectDecided(await changed(before, PRESSES / 2), pressed.slice(0, PRESSES / 2));
  await pressAtPace(
    devtools,
    keys.slice(PRESSES / 2).map(() => 'z'),
  );
  await changed(before, 0);
  await triage.holds(NOTES * LINES);
});
