import type { App } from 'obsidian';

const KEY = 'account-actions-database';

/**
 * The name of this vault's database on this device, made up when it is first asked for. Two vaults of the same name
 * have two.
 */
export function deviceName(app: App): string {
  const known: unknown = app.loadLocalStorage(KEY);
  if (typeof known === 'string' && known !== '') return known;
  const name = `account-actions-${crypto.randomUUID()}`;
  app.saveLocalStorage(KEY, name);
  return name;
}
