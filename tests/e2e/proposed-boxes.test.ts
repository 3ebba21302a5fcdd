import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { wear } from './axe';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const CALL = `---
title: Call
date: 2026-11-01
account: Aster
tags: [type/customer]
---

## Action Items

- [?] Count the drums. @Ana #proposed
- [ ] Return the ladder. @Ana
- [x] Paint the shed. @Ana
`;
const FILES = { 'Call.md': CALL, 'Diary.md': '# Diary\n\n- [?] Is this mine?\n- [ ] Buy bread\n' };

let workbench: OpenWorkbench;

afterAll(closeStage);
afterEach(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

interface App {
  readonly workspace: {
    getMostRecentLeaf(): {
      getViewState(): { state: Record<string, unknown> };
      setViewState(state: object): Promise<void>;
    };
  };
  readonly plugins: {
    readonly plugins: Record<string, { readonly settingsStore: { change(values: object): void } }>;
  };
}

async function show(path: string, mode: 'preview' | 'source'): Promise<void> {
  await workbench.open(path);
  await workbench.page.evaluate(async (name) => {
    const leaf = (window.workbench.app as App).workspace.getMostRecentLeaf();
    const view = leaf.getViewState();
    await leaf.setViewState({ ...view, state: { ...view.state, mode: name, source: false } });
  }, mode);
}

const boxes = (mode: 'preview' | 'source'): Locator =>
  workbench.page.locator(
    `.markdown-${mode === 'preview' ? 'preview' : 'source'}-view .task-list-item-checkbox:visible`,
  );

/** How each box of the open note looks: its edge, and whether it holds a tick. */
const looks = (mode: 'preview' | 'source'): Promise<readonly (readonly [string, boolean])[]> =>
  boxes(mode).evaluateAll((found) =>
    found.map((box) => {
      const tick = getComputedStyle(box, '::after');
      return [getComputedStyle(box).borderTopStyle, tick.display !== 'none' && tick.content !== 'none'] as const;
    }),
  );

test.each(['preview', 'source'] as const)(
  'a proposed line has a dashed box and no tick in a note that is read (%s), until the setting takes it away; no other line is changed',
  async (mode) => {
    workbench = await openWorkbench({ files: FILES });
    const { page } = workbench;
    await show('Call.md', mode);
    await boxes(mode).nth(2).waitFor();
    const own = [
      ['dashed', false],
      ['solid', false],
      ['solid', true],
    ];
    const themes = [
      ['solid', true],
      ['solid', false],
      ['solid', true],
    ];
    for (const theme of ['light', 'dark'] as const) {
      await wear(page, theme);
      await until(
        () => looks(mode),
        (seen) => seen[0]?.[0] === 'dashed',
      );
      expect(await looks(mode)).toEqual(own);
    }
    const change = (proposedBoxes: boolean): Promise<void> =>
      page.evaluate(
        (values) => (window.workbench.app as App).plugins.plugins['account-actions']!.settingsStore.change(values),
        { proposedBoxes },
      );
    await change(false);
    await until(
      () => looks(mode),
      (seen) => seen[0]?.[0] === 'solid',
    );
    expect(await looks(mode)).toEqual(themes);
    await change(true);
    await until(
      () => looks(mode),
      (seen) => seen[0]?.[0] === 'dashed',
    );
  },
);

test.each(['preview', 'source'] as const)(
  'a note with that sign that is none of ours keeps its boxes (%s)',
  async (mode) => {
    workbench = await openWorkbench({ files: FILES });
    await workbench.run('open-accounts');
    await workbench.page.evaluate(() =>
      (window.workbench.app as App).plugins.plugins['account-actions']!.settingsStore.change({
        readOtherProposals: false,
      }),
    );
    await show('Diary.md', mode);
    await boxes(mode).nth(1).waitFor();
    await until(
      () => looks(mode),
      (seen) => seen[0]?.[0] === 'solid',
    );
    expect(await looks(mode)).toEqual([
      ['solid', true],
      ['solid', false],
    ]);
  },
);
