import { Component } from 'obsidian';
import { GroupFollower } from '../../src/host/group-follower';
import { inSlices, timers } from '../../src/host/pace';
import { createBlockMemory } from '../../src/ui/rollup/block-memory';
import { RollupChild } from '../../src/ui/rollup/rollup-child';
import { createRollups } from '../../src/app/rollup/rollups';
import type { VaultPlan } from './generate-vault';
import { firstOf, longestTaskOf, pause, timeOf, until } from './page-clock';
import { NO_ROW_ACTIONS, openVault } from './page-vault';

/** What was measured in the page; times in milliseconds. */
export interface RollupsTimes {
  readonly blocks: number;
  readonly decisions: number;
  /** From the note with all its blocks until those that can be seen are painted. */
  readonly firstPaint: number;
  readonly longestTask: number;
  /** How many blocks were drawn, and how many rows are in the page. */
  readonly drawn: number;
  readonly rows: number;
  /** From the text of one changed note until the blocks that can be seen show it. */
  readonly updates: readonly number[];
  /** The same from when the graph changed. */
  readonly fromGraph: readonly number[];
  /** How many changes of the page a change of the graph made while the note was hidden. */
  readonly hiddenChanges: number;
}

const BLOCKS = 200;
const CHANGES = 21;
/** A person looks at what is shown before going on. */
const LOOK_MS = 250;

/**
 * Draws a note with 200 rollups, one in ten of them of all accounts, and changes notes while it can be seen and while
 * it cannot.
 */
async function measureRollups(plan: VaultPlan): Promise<RollupsTimes> {
  const { failure, onError, settings, today, indexer } = openVault(plan);
  const follower = new GroupFollower(indexer.graph, settings, failure);
  follower.load();
  const found = firstOf(follower.groups, (groups) => groups !== null && groups.size > 0);
  const rollups = createRollups({
    graph: indexer.graph,
    groups: follower.groups,
    today,
    settings,
    progress: indexer.progress,
    inSlices,
    timers,
    onError,
  });
  indexer.load();
  await found;
  await follower.settled();
  await pause(LOOK_MS);
  const { resolution, byAccount } = indexer.graph.get();
  const names = [...resolution.accounts.values()].map(({ name }) => name);
  const [account] = [...byAccount].find(([, notes]) => notes.length > 20)!;
  const own = resolution.accounts.get(account)!.name;

  document.body.empty();
  const note = document.body.createDiv({ cls: 'markdown-rendered' });
  note.setCssProps({ height: '900px', overflow: 'auto', position: 'relative' });
  const owner = new Component();
  owner.load();
  const model = {
    ...NO_ROW_ACTIONS,
    today,
    isView: false,
    preview: () => undefined,
    copy: () => undefined,
    convert: () => undefined,
  };
  const memory = createBlockMemory();
  const sources = Array.from({ length: BLOCKS }, (_, at) =>
    at === 0
      ? `account: ${own}\nlimit: 10`
      : at % 10 === 1
        ? `account: all\nlimit: ${at + 10}`
        : `account: ${names[at % names.length]!}\ngroup: month`,
  );
  let firstPaint = 0;
  const longestTask = await longestTaskOf(async () => {
    firstPaint = await timeOf(async () => {
      for (const source of sources)
        owner.addChild(
          new RollupChild(note.createDiv(), { rollups, memory, path: 'Daily.md', source, model, onError }),
        );
      await until(() => document.querySelectorAll('.account-actions-rollup').length > 1);
    });
    await pause(LOOK_MS);
  });
  const drawn = document.querySelectorAll('.account-actions-rollup').length;
  const rows = document.querySelectorAll('.account-actions-rollup-rows > .account-actions-item').length;

  const updates: number[] = [];
  const fromGraph: number[] = [];
  const newest = byAccount.get(account)!.filter(({ kind }) => kind === 'meeting')[0]!;
  for (let at = 0; at < CHANGES; at++) {
    const words = `Ring the bell ${at} times.`;
    const text = newest.text
      .replace(/^date: .*$/m, 'date: "2026-11-20"')
      .replace('## Decisions\n', `## Decisions\n\n- ${words}\n`);
    let graphChanged = 0;
    const stop = indexer.graph.subscribe(() => {
      graphChanged ||= performance.now();
      stop();
    });
    const start = performance.now();
    indexer.take(newest.path, text);
    await until(() => document.querySelector('.account-actions-rollup')!.textContent.includes(words));
    updates.push(performance.now() - start);
    fromGraph.push(performance.now() - graphChanged);
    await pause(50);
  }

  note.hide();
  await pause(LOOK_MS);
  let hiddenChanges = 0;
  const observer = new MutationObserver((changes) => {
    hiddenChanges += changes.length;
  });
  observer.observe(note, { childList: true, subtree: true, characterData: true, attributes: true });
  indexer.take(newest.path, newest.text);
  await pause(LOOK_MS);
  observer.disconnect();
  const decisions = [...indexer.graph.get().notes.values()].reduce((sum, read) => sum + read.decisions.length, 0);
  owner.unload();
  rollups.stop();
  return { blocks: BLOCKS, decisions, firstPaint, longestTask, drawn, rows, updates, fromGraph, hiddenChanges };
}

Object.assign(window, { measureRollups });
