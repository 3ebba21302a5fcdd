import { createStore } from '../../src/core/base/store';
import type { ProposalRow } from '../../src/core/triage/rows';
import { createActions } from '../../src/host/actions';
import { createDeviceMemory } from '../../src/host/device-memory';
import { GroupFollower } from '../../src/host/group-follower';
import { createJournalStore } from '../../src/host/journal-store';
import { createVault } from '../../src/host/vault';
import { createPrompts } from '../../src/ui/prompts/prompts';
import { inSlices, timers } from '../../src/host/pace';
import { Writer } from '../../src/host/writer';
import { createUndo } from '../../src/app/told';
import { createDecide } from '../../src/app/triage/decide-by-key';
import { createPressQueue } from '../../src/app/triage/press-queue';
import { followRows } from '../../src/app/triage/followed-rows';
import { followTriage } from '../../src/app/triage/triage-model';
import { TRIAGE_VIEW, TriageView } from '../../src/ui/triage/triage-view';
import type { VaultPlan } from './generate-vault';
import { NAME_STARTS } from './invented-words';
import { firstOf, frame, longestTaskOf, pause, scrollThrough, timeOf, until } from './page-clock';
import { openVault } from './page-vault';
import type { Groups } from '../../src/core/copies/group';

export interface TriagePlan {
  readonly vault: VaultPlan;
  /** Whether lines that say the same are one row, or each line is one. */
  readonly grouped: boolean;
}

/** What was measured in the page, in milliseconds where nothing else is said. */
export interface TriageTimes {
  readonly lines: number;
  readonly rows: number;
  /** From opening the view until its first rows are on the screen. */
  readonly firstPaint: number;
  /** The most rows that were in the page at once while it was scrolled from top to bottom. */
  readonly mostDrawn: number;
  readonly longestFrame: number;
  /** From the key that accepts a row until the next one has the focus and the list is on the screen. */
  readonly decisions: readonly number[];
  /** The same for keys that are pressed fast while the processor is slowed four times, each by itself. */
  readonly presses: readonly number[];
  /** From a first letter in the field of words until the rows that hold it are on the screen. */
  readonly letters: readonly number[];
  /**
   * All that is shown, accepted at once: so many notes, how long it took, and the longest time that nothing else could
   * run.
   */
  readonly bulk: { readonly notes: number; readonly work: number; readonly longestTask: number };
}

const DECISIONS = 21;
const LETTERS = ['r', 'p', 's', 'c', 'w', 'm', 't'];
const BULK_NOTES = 200;
/** A person looks at the next row before deciding it, meanwhile the copies are found again. */
const LOOK_MS = 250;

/** Reads a generated vault with the plugin's own parts, opens Triage over it, and works in it as a person does. */
async function measureTriage({ vault, grouped }: TriagePlan): Promise<TriageTimes> {
  const { standIn, app, failure, onError, settings, today, indexer } = openVault(vault);
  const writer = new Writer(app, (path, text) => indexer.take(path, text), failure);
  const journal = createJournalStore('bench', failure);
  const actions = createActions(writer, journal);
  const follower = new GroupFollower(indexer.graph, settings, failure);
  const groups = grouped
    ? follower.groups
    : createStore<Groups | null>(new Map(), { onError: (error) => onError('A store', error) });
  const followed = followRows({
    graph: indexer.graph,
    groups,
    groupsSettled: follower.settled,
    today,
    settings,
    timers,
    onError,
  });

  writer.load();
  if (grouped) follower.load();
  const ready = firstOf(followed.rows, ({ rows }) => rows.length > 0);
  indexer.load();
  const rows = [...(await ready).rows];
  await journal.open();

  const queue = createPressQueue({
    followed,
    decide: createDecide({
      graph: indexer.graph,
      followed,
      today,
      settings,
      taskFormat: () => 'emoji',
      actions,
      inSlices,
      onError,
    }).rows,
    undo: createUndo(actions, onError),
    onError,
  });
  const stays = { onError: (error: unknown) => onError('A store', error) };
  const triage = {
    graph: indexer.graph,
    groups,
    followed,
    today,
    settings,
    progress: indexer.progress,
    entries: journal.entries,
    memory: createDeviceMemory(app),
    queue,
    show: () => undefined,
    chooseAccount: () => undefined,
    openChanges: () => undefined,
    why: follower.why,
    inSlices,
    people: () => [],
    firstRun: { isNothing: createStore(false, stays), tags: createStore<readonly string[]>([], stays) },
    setUp: () => undefined,
    vault: createVault(app, onError),
    prompts: { ...createPrompts(app, { actions, onError }), confirm: () => Promise.resolve(true) },
    onError,
  };
  standIn.viewRegistry.registerView(TRIAGE_VIEW, (leaf) => new TriageView(leaf, followTriage(triage, true), onError));
  await pause(LOOK_MS);

  const firstPaint = await timeOf(async () => {
    await app.workspace.ensureSideLeaf(TRIAGE_VIEW, 'right', { active: true, reveal: true });
    await until(() => drawnRows().length > 0);
  });
  await pause(LOOK_MS);
  const { most: mostDrawn, longestFrame } = await scrollThrough(grid(), () => drawnRows().length);
  await pause(LOOK_MS);
  const decisions: number[] = [];
  for (let index = 0; index < DECISIONS; index++) {
    decisions.push(await timeOf(decideOne));
    await pause(LOOK_MS);
  }
  const presses = await pressAtPace();
  await firstOf(queue.presses, ({ jobs }) => jobs.length === 0);
  await pause(LOOK_MS);
  const letters: number[] = [];
  for (const letter of LETTERS) {
    const start = performance.now();
    await filterBy(letter);
    letters.push(performance.now() - start);
    await filterBy('');
    await pause(LOOK_MS);
  }
  const bulk = await decideAll([...followed.rows.get().rows]);
  return {
    lines: rows.reduce((sum, { copies }) => sum + 1 + copies.length, 0),
    rows: rows.length,
    firstPaint,
    mostDrawn,
    longestFrame,
    decisions,
    presses,
    letters,
    bulk,
  };
}

/** So often and so far apart, in milliseconds, keys are pressed by somebody who is fast. */
const PRESSES = 50;
const APART_MS = 30;
const SLOWED = 4;

/**
 * Presses keys while the processor is slowed, each at its time, whatever the page is doing then. From there until the
 * cursor has moved on the screen, in milliseconds, key by key.
 */
async function pressAtPace(): Promise<readonly number[]> {
  const { slowDown } = window as unknown as { readonly slowDown: (rate: number) => Promise<void> };
  await slowDown(SLOWED);
  const code = `let left = ${PRESSES}; const timer = setInterval(() => {
    if (left-- === 0) clearInterval(timer); else postMessage(performance.timeOrigin + performance.now());
  }, ${APART_MS});`;
  const fingers = new Worker(URL.createObjectURL(new Blob([code])));
  const moved: Promise<number>[] = [];
  await new Promise<void>((resolve) => {
    fingers.onmessage = ({ data: pressed }: MessageEvent<number>) => {
      const row = grid().getAttribute('aria-rowcount');
      press('d');
      moved.push(
        until(() => grid().getAttribute('aria-rowcount') !== row)
          .then(frame)
          .then(() => performance.timeOrigin + performance.now() - pressed),
      );
      if (moved.length === PRESSES) resolve();
    };
  });
  const times = await Promise.all(moved);
  fingers.terminate();
  await slowDown(1);
  return times;
}

function press(key: string): void {
  grid().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

async function decideOne(): Promise<void> {
  const list = grid();
  const before = rowCount();
  press('a');
  await until(() => rowCount() < before && list.querySelector('.is-focused') !== null);
}

async function filterBy(words: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('.account-actions-filters input')!;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await frame();
}

/** Accepts all rows of the accounts, found by a word of their names, that have about as many notes as wanted. */
async function decideAll(rows: readonly ProposalRow[]): Promise<TriageTimes['bulk']> {
  const notesOf = (start: string): number =>
    new Set(
      rows
        .filter(({ account }) => account?.startsWith(start))
        .flatMap(({ path, copies }) => [path, ...copies.map((copy) => copy.path)]),
    ).size;
  const choices = NAME_STARTS.map((words) => ({ words, notes: notesOf(words) }));
  const { words, notes } = choices.sort((a, b) => Math.abs(a.notes - BULK_NOTES) - Math.abs(b.notes - BULK_NOTES))[0]!;
  await filterBy(words);
  let work = 0;
  const longestTask = await longestTaskOf(async () => {
    work = await timeOf(async () => {
      [...document.querySelectorAll<HTMLElement>('.account-actions-foot-buttons button')]
        .find((button) => button.textContent.startsWith('Accept'))!
        .click();
      await until(() => rowCount() === 0);
    });
    await pause(LOOK_MS);
  });
  return { notes, work, longestTask };
}

function grid(): HTMLElement {
  return document.querySelector<HTMLElement>('[role=grid]')!;
}

function rowCount(): number {
  return Number(grid().getAttribute('aria-rowcount'));
}

function drawnRows(): NodeListOf<Element> {
  return document.querySelectorAll('[role=grid] [role=row]');
}

Object.assign(window, { measureTriage });
