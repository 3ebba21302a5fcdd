import type { App } from 'obsidian';
import type { Memory } from '../app/context';

/** The memory that Obsidian keeps for the plugins of a vault. */
export function createDeviceMemory(app: App): Memory {
  return {
    get: (name) => app.loadLocalStorage(`account-actions-${name}`) as unknown,
    set: (name, value) => app.saveLocalStorage(`account-actions-${name}`, value),
  };
}
