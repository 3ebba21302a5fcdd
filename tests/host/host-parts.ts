import type { App as ObsidianApp } from 'obsidian';
import { createStore, type WritableStore } from '../../src/core/base/store';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings';
import { createActions, type JournaledActions } from '../../src/host/actions';
import type { Failure } from '../../src/host/failure';
import { Indexer } from '../../src/host/indexer';
import { followJournal } from '../../src/host/journal-follower';
import { createJournalStore, type JournalStore } from '../../src/host/journal-store';
import { Writer } from '../../src/host/writer';
import { type App, createApp, type AppOptions } from '../../scripts/workbench/obsidian/app/app';
import { Component } from '../../scripts/workbench/obsidian';

/** The parts of the plugin that read and write, put together as main.ts does it, over the stand-in. */
export interface HostParts {
  readonly app: App;
  readonly settings: WritableStore<Settings>;
  readonly indexer: Indexer;
  readonly writer: Writer;
  readonly journal: JournalStore;
  readonly actions: JournaledActions;
  /** What was told to the user as an unexpected error: what did not happen, and why. */
  readonly failures: readonly { readonly what: string; readonly error: unknown }[];
  /** Unloads the plugin. */
  unload(): void;
}

export interface HostOptions extends AppOptions {
  /** The name of the journal's database; what was stored under it is read. */
  readonly database?: string;
  /** What stands between the actions and the journal, to get in the middle of an action. */
  readonly between?: (journal: JournalStore) => JournalStore;
}

/**
 * Starts the app and the plugin's reading and writing parts. What they read at first is read when a moment has passed.
 */
export function startHost({
  database = crypto.randomUUID(),
  between = (journal) => journal,
  ...options
}: HostOptions = {}): HostParts {
  const app = createApp(options);
  const obsidianApp = app as unknown as ObsidianApp;
  const failures: { what: string; error: unknown }[] = [];
  const failure: Failure = {
    report: (what, error) => void failures.push({ what, error }),
    guard(what, action) {
      try {
        const result = action();
        if (result instanceof Promise) result.catch((error: unknown) => failure.report(what, error));
      } catch (error) {
        failure.report(what, error);
      }
    },
  };
  const settings = createStore(DEFAULT_SETTINGS, {
    onError: (error) => {
      throw error;
    },
  });
  const owner = new Component() as Component & ObsidianComponent;
  const indexer = new Indexer(obsidianApp.vault, settings, failure);
  const writer = new Writer(obsidianApp, (path, text) => indexer.take(path, text), failure);
  const stored = createJournalStore(database, failure);
  const journal = between(stored);
  const actions = createActions(writer, journal);
  void owner.load();
  owner.addChild(writer);
  owner.register(() => stored.close());
  obsidianApp.workspace.onLayoutReady(() => {
    owner.addChild(indexer);
    followJournal(owner, obsidianApp.vault, journal, actions, failure);
  });
  app.start();
  document.body.replaceChildren(app.workspace.containerEl);
  return { app, settings, indexer, writer, journal, actions, failures, unload: () => owner.unload() };
}

type ObsidianComponent = Parameters<typeof followJournal>[0];
