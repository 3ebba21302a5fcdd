import type { App } from 'obsidian';
import type { Day } from '../../src/core/base/day';
import { createStore, type Store } from '../../src/core/base/store';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings';
import { createFailure, type Failure } from '../../src/host/failure';
import { Indexer } from '../../src/host/indexer';
import type { RowActions } from '../../src/ui/rows/model';
import { createApp } from '../workbench/obsidian/app/app';
import { generateVault, type VaultPlan } from './generate-vault';

/**
 * The stand-in over a generated vault, shown in the page, and the parts of the plugin that every view needs. Nothing is
 * read yet.
 */
export interface PageVault {
  readonly standIn: ReturnType<typeof createApp>;
  readonly app: App;
  readonly failure: Failure;
  readonly onError: (what: string, error: unknown) => void;
  readonly settings: Store<Settings> & { change(values: Partial<Settings>): void };
  readonly today: Store<Day>;
  readonly indexer: Indexer;
}

/** What the accounts ask for that is not measured. */
export const NO_ACCOUNT_ACTIONS = {
  assign: {
    assign: () => Promise.resolve(),
    create: () => Promise.resolve(),
    choose: () => undefined,
    merge: () => undefined,
  },
  triage: () => undefined,
  triageUnassigned: () => undefined,
  brief: () => undefined,
  joinPeople: () => undefined,
  rebuild: () => undefined,
};

/** What rows ask for that is not measured. */
export const NO_ROW_ACTIONS: Omit<RowActions, 'today'> = {
  open: () => undefined,
  openLink: () => undefined,
  decide: () => Promise.resolve(),
  undo: () => Promise.resolve(),
  said: createStore('', { onError: () => undefined }),
  ask: () => undefined,
  people: () => [],
  letters: () => true,
  showDecisionMenu: () => undefined,
};

/** Opens a generated vault in the page. */
export function openVault(plan: VaultPlan): PageVault {
  const standIn = createApp({ files: Object.fromEntries(generateVault(plan)), name: 'Bench' });
  const app = standIn.asObsidian();
  standIn.start();
  document.body.addClass('mod-windows');
  document.body
    .createDiv({ cls: 'app-container' })
    .createDiv({ cls: 'horizontal-main-container' })
    .appendChild(standIn.workspace.containerEl);
  const failure = createFailure();
  const onError = (what: string, error: unknown): void => failure.report(what, error);
  const storeOptions = { onError: (error: unknown) => onError('A store', error) };
  const store = createStore<Settings>(DEFAULT_SETTINGS, storeOptions);
  const settings = { ...store, change: (values: Partial<Settings>) => store.set({ ...store.get(), ...values }) };
  return {
    standIn,
    app,
    failure,
    onError,
    settings,
    today: createStore<Day>('2026-11-20', storeOptions),
    indexer: new Indexer(app.vault, settings, failure),
  };
}
