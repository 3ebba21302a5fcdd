import type { OnError } from '../app/told';
import type { Component, TFile, Workspace } from 'obsidian';
import { createStore, type Store } from '../core/base/store';
import { words } from '../words/words';

/** The file that the user works in, or null, as long as `owner` is loaded. Views of a side bar are none. */
export function followActiveFile(owner: Component, workspace: Workspace, onError: OnError): Store<TFile | null> {
  const file = createStore(workspace.getActiveFile(), {
    onError: (error) => onError(words.failures.update.view, error),
  });
  owner.registerEvent(workspace.on('file-open', () => file.set(workspace.getActiveFile())));
  return file;
}
