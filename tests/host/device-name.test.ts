import { describe, expect, test } from '@jest/globals';
import type { App } from 'obsidian';
import { deviceName } from '../../src/host/device-name';

/** Local storage that keeps what `store` makes of what it is given. */
function appWith(store: (value: unknown) => unknown): App {
  let kept: unknown = null;
  return {
    loadLocalStorage: () => kept,
    saveLocalStorage: (_: string, value: unknown) => {
      kept = store(value);
    },
  } as unknown as App;
}

describe('the name of the database on a device', () => {
  test('is made once, and another one on another device', () => {
    const [one, other] = [appWith((value) => value), appWith((value) => value)];
    expect(deviceName(one)).toMatch(/^account-actions-[0-9a-f]{32}$/);
    expect(deviceName(one)).toBe(deviceName(one));
    expect(deviceName(other)).not.toBe(deviceName(one));
  });

  test('is the one that was stored, whoever stored it', () => {
    expect(deviceName(appWith(() => 'account-actions-of-another-window'))).toBe('account-actions-of-another-window');
  });

  test('serves until the next start where nothing is stored', () => {
    expect(deviceName(appWith(() => null))).toMatch(/^account-actions-/);
  });
});
