import type { Component, Vault } from 'obsidian';
import type { JournaledActions } from './actions';
import type { Failure } from './failure';
import type { JournalStore } from './journal-store';
import { words } from '../words/words';

/**
 * Opens the journal, finds out how actions ended that the app was closed in the middle of, and follows notes that are
 * renamed, while `owner` lives.
 */
export function followJournal(
  owner: Component,
  vault: Vault,
  journal: JournalStore,
  actions: JournaledActions,
  failure: Failure,
): void {
  owner.registerEvent(
    vault.on('rename', (file, oldPath) => {
      failure.guard(words.failures.renamed, () => journal.rename(oldPath, file.path));
    }),
  );
  failure.guard(words.failures.journal, async () => {
    await journal.open();
    await actions.settle(async (path) => {
      const file = vault.getFileByPath(path);
      if (file === null) return null;
      return vault.read(file).catch((error: unknown) => {
        failure.report(words.failures.unsure(file.basename), error);
        return undefined;
      });
    });
  });
}
