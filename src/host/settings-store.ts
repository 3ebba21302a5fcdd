import type { Component, Plugin, Vault } from 'obsidian';
import type { SettingsStore } from '../app/context';
import { createStore } from '../core/base/store';
import { sameValue } from '../core/base/equal';
import { DEFAULT_SETTINGS, readSettings, renamedSame, type Settings } from '../core/settings';
import type { Failure } from './failure';
import { words } from '../words/words';

/** The user's settings, kept in the plugin's data file. */
export interface StoredSettings extends SettingsStore {
  /** Reads the data file again, as when another device wrote it. */
  reload(): Promise<void>;
}

/** Follows notes that are renamed, while `owner` lives: what was said of their lines is kept by their paths. */
export function followRenames(owner: Component, vault: Vault, settings: SettingsStore): void {
  owner.registerEvent(
    vault.on('rename', (file, oldPath) => {
      const { same } = settings.get();
      const now = renamedSame(same, oldPath, file.path);
      if (now !== same) settings.change({ same: now });
    }),
  );
}

/** Reads the settings; a data file that cannot be read is told, and the defaults hold until the user changes one. */
export async function loadSettings(plugin: Plugin, failure: Failure): Promise<StoredSettings> {
  const read = async (otherwise: Settings, what: string): Promise<Settings> => {
    try {
      return readSettings(await plugin.loadData());
    } catch (error) {
      failure.report(what, error);
      return otherwise;
    }
  };
  const store = createStore(await read(DEFAULT_SETTINGS, words.failures.readSettings), {
    equal: sameValue,
    onError: (error) => failure.report(words.failures.update.view, error),
  });
  return {
    get: store.get,
    subscribe: store.subscribe,
    change(values) {
      store.set({ ...store.get(), ...values });
      failure.guard(words.failures.saveSettings, () => plugin.saveData(store.get()));
    },
    reload: async () => store.set(await read(store.get(), words.failures.reloadSettings)),
  };
}
