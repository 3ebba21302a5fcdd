import type { App } from 'obsidian';
import { randomId } from './random-id';

const KEY = 'account-actions-database';

/**
 * The name of this vault's database on this device, made up when it is first asked for. Two vaults of the same name
 * have two. What was stored is read back: another window of the vault may have been a moment earlier, and the next
 * start knows only what is there.
 */
export function deviceName(app: App): string {
  const known = storedName(app);
  if (known !== null) return known;
  const name = `account-actions-${randomId()}`;
  app.saveLocalStorage(KEY, name);
  return storedName(app) ?? name;
}

function storedName(app: App): string | null {
  const known: unknown = app.loadLocalStorage(KEY);
  return typeof known === 'string' && known !== '' ? known : null;
}
