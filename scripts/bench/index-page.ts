import { createStore } from '../../src/core/base/store';
import { createVault } from '../../src/host/vault';
import { inSlices, timers } from '../../src/host/pace';
import { followAccounts } from '../../src/app/accounts/accounts-model';
import type { VaultPlan } from './generate-vault';
import { firstOf, longestTaskOf, pause } from './page-clock';
import { NO_ACCOUNT_ACTIONS, openVault } from './page-vault';

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
  const { app, onError, settings, today, indexer } = openVault(plan);
  const nothing = {
    groups: createStore(null, { onError: (error) => onError('Copies', error) }),
    sourceFiles: createStore(null, { onError: (error) => onError('The files', error) }),
    activeFile: createStore(null, { onError: (error) => onError('The active note', error) }),
  };
  const model = followAccounts({
    ...nothing,
    graph: indexer.graph,
    today,
    settings,
    progress: indexer.progress,
    unread: indexer.unread,
    ...NO_ACCOUNT_ACTIONS,
    vault: createVault(app, onError),
    inSlices,
    timers,
    onError,
  });

  const start = performance.now();
  const longestTask = await longestTaskOf(async () => {
    const read = new Promise<void>(
      (resolve) => void indexer.progress.subscribe((progress) => progress === null && resolve()),
    );
    indexer.load();
    await read;
  });
  const firstIndex = performance.now() - start;

  const isShown = (rows: ReturnType<typeof model.accounts.get>): boolean => rows !== null && rows.length > 0;
  if (!isShown(model.accounts.get())) await firstOf(model.accounts, isShown);
  const { byAccount } = indexer.graph.get();
  const { key } = [...model.accounts.get()!].sort(
    (a, b) => byAccount.get(b.key)!.length - byAccount.get(a.key)!.length,
  )[0]!;
  const opened = model.follow(key);
  await opened.settled();
  const waiting = byAccount.get(key)!.filter(({ text }) => text.includes('- [?] '));
  const changes: number[] = [];
  for (let index = 0; index < CHANGES; index++) {
    const { path, text } = waiting[Math.floor((index * waiting.length) / CHANGES)]!;
    await pause(0);
    const shown = firstOf(model.accounts, () => true);
    const before = performance.now();
    indexer.take(path, text.replace('- [?] ', '- [x] '));
    await shown;
    await opened.settled();
    changes.push(performance.now() - before);
  }
  const { notes } = indexer.graph.get();
  opened.stop();
  model.stop();
  indexer.unload();
  return {
    notes: notes.size,
    tasks: [...notes.values()].reduce((sum, note) => sum + note.tasks.length, 0),
    firstIndex,
    longestTask,
    changes,
  };
}

Object.assign(window, { measureIndex });
