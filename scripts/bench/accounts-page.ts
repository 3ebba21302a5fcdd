import { createStore } from '../../src/core/base/store';
import { GroupFollower } from '../../src/host/group-follower';
import { createFirstRun } from '../../src/app/first-run/first-run';
import { createActions } from '../../src/host/actions';
import { createDeviceMemory } from '../../src/host/device-memory';
import { createJournalStore } from '../../src/host/journal-store';
import { Writer } from '../../src/host/writer';
import { createPrompts } from '../../src/ui/prompts/prompts';
import { createVault } from '../../src/host/vault';
import { inSlices, timers } from '../../src/host/pace';
import { followAccounts } from '../../src/app/accounts/accounts-model';
import { ACCOUNTS_VIEW, AccountsView } from '../../src/ui/accounts/accounts-view';
import type { AccountTab } from '../../src/ui/accounts/state';
import { followSourceFiles } from '../../src/host/source-files';
import type { VaultPlan } from './generate-vault';
import { firstOf, frame, longestTaskOf, pause, scrollThrough, timeOf, until } from './page-clock';
import { NO_ACCOUNT_ACTIONS, NO_ROW_ACTIONS, openVault } from './page-vault';

/**
 * How long something took until it was on the screen, and the longest time meanwhile that nothing else could run; in
 * milliseconds.
 */
export interface Opening {
  readonly toPaint: number;
  readonly longestTask: number;
}

/**
 * A list that was scrolled from top to bottom: the longest frame, in milliseconds, and the most rows that were in the
 * page at once.
 */
export interface Scrolling {
  readonly longestFrame: number;
  readonly mostRows: number;
}

/** What was measured in the page. */
export interface AccountsTimes {
  readonly accounts: number;
  readonly notes: number;
  readonly notesOfLargest: number;
  readonly list: Opening;
  readonly listScrolled: Scrolling;
  /** From a first letter in the search until the accounts that answer it are on the screen. */
  readonly letters: readonly Opening[];
  /** From the press on the account with the most notes until it is on the screen. */
  readonly account: Opening;
  /**
   * Each tab as it is opened one after the other, with its rows; then each scrolled once all of its sections are
   * unfolded and all of its rows were asked for.
   */
  readonly tabs: Readonly<Record<AccountTab, Opening & { readonly rows: number; readonly unfolded: Scrolling }>>;
}

const LETTERS = ['r', 'p', 's', 'c', 'w', 'm', 't'];
/** The tab with the tasks is shown first, so it is opened as the last. */
const TABS: readonly AccountTab[] = ['decisions', 'notes', 'people', 'facts', 'tasks'];
const TREE = '[role=tree]';
/** Above the accounts, rows lead to the notes without one and to those that need attention. */
const OTHER_ROWS = 2;
/** A person looks at what is shown before going on. */
const LOOK_MS = 250;

/**
 * Reads a generated vault with the plugin's own parts, opens the accounts over it, and the one with the most notes, as
 * a person does.
 */
async function measureAccounts(plan: VaultPlan): Promise<AccountsTimes> {
  const { standIn, app, failure, onError, settings, today, indexer } = openVault(plan);
  const storeOptions = { onError: (error: unknown) => onError('A store', error) };
  const follower = new GroupFollower(indexer.graph, settings, failure);
  const sourceFiles = followSourceFiles(indexer, app.vault, onError);
  follower.load();
  const found = firstOf(follower.groups, (groups) => groups !== null && groups.size > 0);
  indexer.load();
  sourceFiles.start();
  await found;
  await follower.settled();
  const accounts = {
    graph: indexer.graph,
    groups: follower.groups,
    sourceFiles,
    activeFile: createStore(null, storeOptions),
    today,
    settings,
    progress: indexer.progress,
    unread: indexer.unread,
    ...NO_ACCOUNT_ACTIONS,
    vault: createVault(app, onError),
    inSlices,
    timers,
    onError,
  };
  const actions = createActions(new Writer(app, () => undefined, failure), createJournalStore('bench', failure));
  const prompts = createPrompts(app, { actions, onError });
  const firstRun = createFirstRun({ ...accounts, actions, prompts, memory: createDeviceMemory(app) });
  const rows = { ...NO_ROW_ACTIONS, today, preview: null, isView: true };
  standIn.viewRegistry.registerView(
    ACCOUNTS_VIEW,
    (leaf) => new AccountsView(leaf, { ...followAccounts(accounts), rows, firstRun }, onError),
  );
  await pause(LOOK_MS);

  const { notes, byAccount, resolution } = indexer.graph.get();
  const [key, held] = [...byAccount].sort(([, a], [, b]) => b.length - a.length)[0]!;

  const list = await opening(async () => {
    await app.workspace.ensureSideLeaf(ACCOUNTS_VIEW, 'right', { active: true, reveal: true });
    await until(() => accountRows().length > OTHER_ROWS);
  });
  const listScrolled = await scrolling(TREE, accountRows);
  const letters: Opening[] = [];
  for (const letter of LETTERS) {
    letters.push(await opening(() => search(letter)));
    await search('');
    await pause(LOOK_MS);
  }
  await search(resolution.accounts.get(key)!.name);
  const account = await opening(async () => {
    document.querySelector<HTMLElement>(`[role=treeitem][data-key="${key}"]`)!.click();
    await until(() => pageRows().length > 0);
  });
  const opened = new Map<AccountTab, Opening & { readonly rows: number }>();
  for (const tab of TABS) opened.set(tab, { ...(await opening(() => openTab(tab))), rows: pageRows().length });
  const tabs = new Map<AccountTab, AccountsTimes['tabs'][AccountTab]>();
  for (const tab of TABS) {
    await openTab(tab);
    await unfoldAll();
    tabs.set(tab, { ...opened.get(tab)!, unfolded: await scrolling('.account-actions-page-body', pageRows) });
  }
  return {
    accounts: byAccount.size,
    notes: notes.size,
    notesOfLargest: held.length,
    list,
    listScrolled,
    letters,
    account,
    tabs: Object.fromEntries(tabs) as AccountsTimes['tabs'],
  };
}

async function openTab(tab: AccountTab): Promise<void> {
  tabButton(tab).click();
  await until(() => tabButton(tab).ariaSelected === 'true' && pageRows().length > 0);
}

async function opening(work: () => Promise<void>): Promise<Opening> {
  let toPaint = 0;
  const longestTask = await longestTaskOf(async () => {
    toPaint = await timeOf(work);
    // What was put off until the first paint counts, too.
    await pause(LOOK_MS);
  });
  return { toPaint, longestTask };
}

async function scrolling(scroller: string, rows: () => NodeListOf<Element>): Promise<Scrolling> {
  const { longestFrame, most } = await scrollThrough(document.querySelector(scroller)!, () => rows().length);
  await pause(LOOK_MS);
  return { longestFrame, mostRows: most };
}

async function search(words: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('.account-actions-view input[type=search]')!;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await frame();
}

/** Opens all sections of a tab, and asks for all of their rows. */
async function unfoldAll(): Promise<void> {
  for (const section of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) section.open = true;
  await pause(LOOK_MS);
  for (let more = moreButtons(); more.length > 0; more = moreButtons()) {
    more.forEach((button) => button.click());
    await pause(0);
  }
}

function moreButtons(): NodeListOf<HTMLElement> {
  return document.querySelectorAll('.account-actions-page-body button.account-actions-more');
}

function tabButton(tab: AccountTab): HTMLElement {
  return document.querySelector<HTMLElement>(`[role=tab][id$="-${tab}"]`)!;
}

function accountRows(): NodeListOf<Element> {
  return document.querySelectorAll(`${TREE} [role=treeitem]`);
}

function pageRows(): NodeListOf<Element> {
  return document.querySelectorAll('.account-actions-panel .account-actions-item');
}

Object.assign(window, { measureAccounts });
