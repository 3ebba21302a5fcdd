import type { App } from 'obsidian';

/** Small things that are remembered for this vault on this device, by name. They are not synced. */
export interface DeviceMemory {
  readonly get: (name: string) => unknown;
  readonly set: (name: string, value: unknown) => void;
}

/** The memory that Obsidian keeps for the plugins of a vault. */
export function createDeviceMemory(app: App): DeviceMemory {
  return {
    get: (name) => app.loadLocalStorage(`account-actions-${name}`) as unknown,
    set: (name, value) => app.saveLocalStorage(`account-actions-${name}`, value),
  };
}
