import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { dismissed, markedCopy, meetingNote, proposed } from '../fixtures/said-twice';
import { seriousFaults, wear } from './axe';
import { openTriage, type TriagePage } from './triage-page';
import { diffOf, snapshot, type Snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const TODAY = '2026-11-22';
const MEETINGS = 199;
const ROWS = 450;
const COPIES = 50;

/** 450 tasks in 199 meeting notes, and copies of the first 50 in a list: 500 lines in 200 notes. */
const LINES = Array.from({ length: ROWS }, (_, index) =>
  proposed(`Close ticket NW-${1000 + index} with the vendor.`, 'Myself'),
);
const pathOf = (meeting: number): string => `Calls/Call ${String(meeting).padStart(3, '0')}.md`;
const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from({ length: MEETINGS }, (_, meeting) => {
      const lines = LINES.filter((_line, index) => index % MEETINGS === meeting);
      return [
        pathOf(meeting),
        meetingNote({ title: `Call ${meeting}`, day: '2026-11-10', account: 'Northwind', lines }),
      ];
    }),
  ),
  'Tasks inbox.md': `# Tasks inbox\n\n- [ ] Renew the parking card\n${LINES.slice(0, COPIES).join('\n')}\n- Headset is broken\n`,
};

/** What the vault is when all of it was dismissed. */
const DISMISSED = Object.fromEntries(
  Object.entries(FILES).map(([path, text]) => [
    path,
    text
      .split('\n')
      .map((line) => {
        if (!line.startsWith('- [?]')) return line;
        return path === 'Tasks inbox.md' ? markedCopy(line, TODAY) : dismissed(line, TODAY);
      })
      .join('\n'),
  ]),
);

/**
 * Notes in which a line that has no copy was typed anew by somebody else: two before the first note is written, one
 * while the others are.
 */
const RETYPED = [60, 70, 190].map((meeting) => {
  const path = pathOf(meeting);
  return {
    path,
    words: `Close ticket NW-${1000 + meeting} with the vendor.`,
    text: FILES[path]!.replace(' with the vendor.', ' with the new vendor.'),
  };
});

let workbench: OpenWorkbench;
let triage: TriagePage;
let before: Snapshot;

beforeAll(async () => {
  workbench = await openWorkbench({ files: FILES });
  triage = await openTriage(workbench, ROWS);
  before = { ...FILES, ...Object.fromEntries(RETYPED.map(({ path, text }) => [path, text])) };
});

afterAll(async () => {
  await workbench.close();
  await closeStage();
  expect(workbench.errors).toEqual([]);
});

const foot = (name: string) => workbench.page.locator('.account-actions-foot').getByRole('button', { name });
const dialog = () => workbench.page.getByRole('dialog');
const progress = (words: string) =>
  workbench.page.locator('.account-actions-foot').getByText(words, { exact: true }).waitFor();

/** Lets so many more notes be written; the next one waits until `letGo`. */
function holdAfter(notes: number): Promise<void> {
  return workbench.page.evaluate((count) => {
    const { vault } = window.workbench.app as { vault: { process?: (...given: unknown[]) => Promise<string> } };
    const process = vault.process!.bind(vault);
    let left = count;
    const held = new Promise<void>((resolve) => Object.assign(window, { letGo: resolve }));
    vault.process = async (...given) => {
      if (left-- <= 0) await held;
      return process(...given);
    };
    void held.then(() => delete vault.process);
  }, notes);
}

function letGo(): Promise<void> {
  return workbench.page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
}

/** The notes that are neither what they were nor wholly done. */
function halfDone(now: Snapshot): readonly string[] {
  return Object.keys(now).filter((path) => now[path] !== before[path] && now[path] !== DISMISSED[path]);
}

describe('500 lines in 200 notes', () => {
  test('are dismissed by one action, but for three that somebody else changed meanwhile, which are named', async () => {
    const { page } = workbench;
    await triage.decideAll('Dismiss 450');
    await dialog()
      .getByText('450 dismissed, 50 marked as copies. Changes 500 lines in 200 notes. You can undo this.')
      .waitFor();
    // Enter alone does nothing.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel');
    expect(await dialog().innerText()).toContain('Dismiss 450 tasks?');
    expect(await dialog().innerText()).toContain('File recovery');
    for (const theme of ['dark', 'light'] as const) {
      await wear(page, theme);
      // The colours of the button are Obsidian's own.
      expect(
        (await seriousFaults(page, '[role=dialog]')).filter((fault) => !/mod-(cta|destructive)/.test(fault)),
      ).toEqual([]);
    }
    await holdAfter(60);
    // In the same moment, before the plugin can know of the change.
    await page.evaluate(
      async (changed) => {
        const writing = changed.map(({ path, text }) => window.workbench.write(path, text));
        [...document.querySelectorAll<HTMLElement>('[role=dialog] button')]
          .find(({ innerText }) => innerText === 'Dismiss 450')!
          .click();
        await Promise.all(writing);
      },
      RETYPED.slice(0, 2),
    );
    await progress('60 of 200 notes');
    await workbench.write(RETYPED[2]!.path, RETYPED[2]!.text);
    for (const theme of ['dark', 'light'] as const) {
      await wear(page, theme);
      expect(await seriousFaults(page, '.account-actions-view')).toEqual([]);
    }
    await letGo();
    const words = await triage.said(/^Dismissed 497 of 500 lines\./);
    for (const retyped of RETYPED) expect(words).toContain(`“${retyped.words}`);
    expect(words).toMatch(/ 3 left\.$/);

    const now = await snapshot(workbench);
    expect(diffOf(before, now)).toHaveLength(497);
    const expected = Object.fromEntries(
      Object.keys(before).map((path) => {
        const retyped = RETYPED.some((note) => note.path === path);
        return [
          path,
          retyped
            ? DISMISSED[path]!.replace(/^- \[-\].*$/m, before[path]!.match(/^- \[\?\].*$/m)![0])
            : DISMISSED[path]!,
        ];
      }),
    );
    expect(diffOf(expected, now)).toEqual([]);

    await triage.grid.focus();
    await holdAfter(80);
    await triage.press('z');
    await progress('80 of 200 notes');
    expect(await foot('Stop').count()).toBe(0);
    await letGo();
    await triage.said(/^Undid: /);
    await triage.holds(ROWS);
    expect(diffOf(before, await snapshot(workbench))).toEqual([]);
    await foot('Recent changes').click();
    await page.getByRole('list', { name: 'Recent changes' }).getByText('Undo: Dismiss 450 tasks').first().waitFor();
    await workbench.run('open-triage');
  });

  test('that are stopped half-way leave every note wholly done or as it was, and what is said of it is true', async () => {
    await triage.decideAll('Dismiss 450');
    expect(await dialog().innerText()).not.toContain('File recovery');
    await holdAfter(100);
    await dialog().getByRole('button', { name: 'Dismiss 450' }).click();
    await progress('100 of 200 notes');
    await foot('Stop').click();
    await letGo();
    const words = await triage.said(/^Dismissed .* Stopped\. /);

    const now = await snapshot(workbench);
    expect(halfDone(now).filter((path) => !RETYPED.some((note) => note.path === path))).toEqual([]);
    const left = Object.keys(before).filter((path) => now[path] === before[path]).length;
    expect(left).toBe(99);
    const written = diffOf(before, now).length;
    expect(words).toMatch(
      new RegExp(`^Dismissed ${written} of 500 lines\\. Stopped\\. ${left} notes left unchanged\\. \\d+ left\\.$`),
    );

    await triage.grid.focus();
    await triage.press('z');
    await triage.said(new RegExp(`^Undid: `));
    await triage.holds(ROWS);
    expect(diffOf(before, await snapshot(workbench))).toEqual([]);
  });
});
