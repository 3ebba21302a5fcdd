import type { OnError } from '../app/told';
import type { Component, Vault } from 'obsidian';
import { createStore, type Store } from '../core/base/store';
import { sourceKeys } from '../core/graph/problems';
import { words } from '../words/words';

/** So long, in milliseconds, files come and go before they are looked at again. */
const CALM_MS = 500;

/**
 * What `followSourceFiles` gives. `start`: to be called once the layout is ready; before, the vault fires a `create`
 * for each file.
 */
export interface SourceFiles extends Store<ReadonlySet<string> | null> {
  readonly start: () => void;
}

/**
 * The keys by which notes name their sources, of all files of the vault, as long as `owner` is loaded; null until
 * `start`.
 */
export function followSourceFiles(owner: Component, vault: Vault, onError: OnError): SourceFiles {
  const files = createStore<ReadonlySet<string> | null>(null, {
    onError: (error) => onError(words.failures.update.problems, error),
  });
  let timer: number | null = null;
  const look = (): void => {
    timer = null;
    files.set(sourceKeys(vault.getFiles().map(({ path }) => path)));
  };
  const soon = (): void => {
    timer ??= window.setTimeout(look, CALM_MS);
  };
  owner.register(() => {
    if (timer !== null) window.clearTimeout(timer);
  });
  return {
    get: files.get,
    subscribe: files.subscribe,
    start() {
      for (const ref of [vault.on('create', soon), vault.on('delete', soon), vault.on('rename', soon)])
        owner.registerEvent(ref);
      look();
    },
  };
}
