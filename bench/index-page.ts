import type { App } from 'obsidian';
import { createStore } from '../src/core/base/store';
import { DEFAULT_SETTINGS, type Settings } from '../src/core/settings';
import { createFailure } from '../src/host/failure';
import { Indexer } from '../src/host/indexer';
import { inSlices } from '../src/host/pace';
import { followAccounts } from '../src/ui/accounts/accounts-model';
import { Disk } from '../workbench/obsidian/disk';
import { Faults, Outside } from '../workbench/obsidian/doors';
import { Vault } from '../workbench/obsidian/vault';
import { generateVault, type VaultPlan } from './generate-vault';

/** What was measured in the page, in milliseconds. */
export interface IndexTimes {
  readonly notes: number;
  readonly tasks: number;
  readonly firstIndex: number;
  readonly longestTask: number;
  /** From the text of one changed note to the rows of the list and of the opened account. */
  readonly changes: readonly number[];
}

const CHANGES = 41;

/** Indexes a generated vault while the list of accounts is shown, then changes notes one by one. */
async function measureIndex(plan: VaultPlan): Promise<IndexTimes> {
  const disk = new Disk();
  const outside = new Outside(disk);
  const texts = generateVault(plan);
  for (const [path, text] of texts) outside.write(path, text);
  const vault = new Vault({ disk, faults: new Faults() });
  vault.load();

  const failure = createFailure();
  const onError = (what: string, error: unknown): void => failure.report(what, error);
  const store = createStore<Settings>(DEFAULT_SETTINGS, { onError: (error) => onError('The settings', error) });
  const settings = { ...store, change: (values: Partial<Settings>) => store.set({ ...store.get(), ...values }) };
  const today = createStore('2026-11-20' as const, { onError: (error) => onError('The day', error) });
  const indexer = new Indexer(vault, settings, failure);
  const model = followAccounts({
    // It is asked only when a link is opened.
    app: {} as App,
    groups: createStore(null, { onError: (error) => onError('Copies', error) }), sourceFiles: createStore(null, { onError: (error) => onError('The files', error) }), activeFile: createStore(null, { onError: (error) => onError('The active note', error) }),
    graph: indexer.graph, today, settings, progress: indexer.progress, unread: indexer.unread, rebuild: () => undefined, inSlices, assign: { assign: () => Promise.resolve(), create: () => Promise.resolve(), choose: () => undefined }, openDecisionMenu: () => undefined, joinPeople: () => undefined, openNote: () => undefined, onError,
  });

  const start = performance.now();
  const longestTask = await longestTaskOf(async () => {
    const read = new Promise<void>((resolve) => void indexer.progress.subscribe((progress) => progress === null && resolve()));
    indexer.load();
    await read;
  });
  const firstIndex = performance.now() - start;

  const opened = model.follow(model.accounts.get()[0]!.key);
  const waiting = [...texts].filter(([, text]) => text.includes('- [?] '));
  const changes: number[] = [];
  for (let index = 0; index < CHANGES; index++) {
    const [path, text] = waiting[Math.floor((index * waiting.length) / CHANGES)]!;
    await task();
    // Rows are made in a task of their own; its rest, with the opened account, is over before what waits for this goes on.
    const shown = new Promise<void>((resolve) => {
      const stop = model.accounts.subscribe(() => {
        stop();
        resolve();
      });
    });
    const before = performance.now();
    indexer.take(path, text.replace('- [?] ', '- [x] '));
    await shown;
    changes.push(performance.now() - before);
  }
  const { notes } = indexer.graph.get();
  opened.stop();
  model.stop();
  indexer.unload();
  return { notes: notes.size, tasks: [...notes.values()].reduce((sum, note) => sum + note.tasks.length, 0), firstIndex, longestTask, changes };
}

/** The longest time that nothing else could run while `work` went on: messages are sent to and fro, and the largest gap counts. */
async function longestTaskOf(work: () => Promise<void>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await work();
  await task();
  port1.close();
  return longest;
}

function task(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

Object.assign(window, { measureIndex });
