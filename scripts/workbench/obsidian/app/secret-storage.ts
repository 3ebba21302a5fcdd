import type * as obsidian from 'obsidian';
import { Events } from '../base/events';

/** Secrets, held in memory for as long as the app runs. */
export class SecretStorage extends Events implements obsidian.SecretStorage {
  readonly #secrets = new Map<string, string>();

  setSecret(id: string, secret: string): void {
    if (!/^[a-z0-9-]+$/.test(id)) throw new Error('A secret id is made of lower-case letters, digits and dashes.');
    this.#secrets.set(id, secret);
  }

  getSecret(id: string): string | null {
    return this.#secrets.get(id) ?? null;
  }

  listSecrets(): string[] {
    return [...this.#secrets.keys()];
  }
}
