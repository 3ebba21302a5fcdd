import type { Component, Vault } from 'obsidian';
import type { JournaledActions } from './actions';
import type { Failure } from './failure';
import type { JournalStore } from './journal-store';

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
      failure.guard('Recent changes do not follow a renamed note', () => journal.rename(oldPath, file.path));
    }),
  );
  failure.guard('Recent changes cannot be shown or undone', async () => {
    await journal.open();
    await actions.settle(async (path) => {
      const file = vault.getFileByPath(path);
      if (file === null) return null;
      return vault.read(file).catch((error: unknown) => {
        failure.report(`It is not known yet whether “${file.basename}” was written`, error);
        return undefined;
      });
    });
  });
}
