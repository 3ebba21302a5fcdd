import { Plugin, type App, type View } from 'obsidian';
import { followAccounts } from './app/accounts/accounts-model';
import { createAssign } from './app/assign/assign';
import { createBrief } from './app/brief';
import { followChanges } from './app/changes/follow-changes';
import type { Context } from './app/context';
import { createMarkDecision } from './app/decisions/mark-decision';
import { createNoteDecisions } from './app/decisions/note-decisions';
import { createFirstRun } from './app/first-run/first-run';
import { createJoinPeople } from './app/join-people';
import { followInlineTriage } from './app/lines/inline-triage';
import { createPeople } from './app/people';
import { createExplain } from './app/explain';
import { createRepair } from './app/repair';
import { createConvertRollup } from './app/rollup/convert-rollup';
import { createNoteRollups } from './app/rollup/note-rollups';
import { createRollups } from './app/rollup/rollups';
import { createUndo } from './app/told';
import { createDecide } from './app/triage/decide-by-key';
import { createDecideTask } from './app/triage/decide-task';
import type { TriageModel } from './app/triage/model';
import { createPressQueue } from './app/triage/press-queue';
import { createDecideLines } from './app/triage/decide-lines';
import { followRows } from './app/triage/followed-rows';
import { createNoteTasks } from './app/triage/note-tasks';
import { followTriage } from './app/triage/triage-model';
import { commandsOf } from './commands/commands';
import { addMenuEntries } from './commands/menus';
import { accountsInOrder } from './core/account/named';
import { NO_FILTER } from './core/triage/filter';
import { createActions } from './host/actions';
import { followActiveFile } from './host/active-file';
import { createClock } from './host/clock';
import { createDeviceMemory } from './host/device-memory';
import { deviceName } from './host/device-name';
import { createFailure, type Failure } from './host/failure';
import { GroupFollower } from './host/group-follower';
import { Indexer } from './host/indexer';
import { followJournal } from './host/journal-follower';
import { createJournalStore } from './host/journal-store';
import { inSlices, timers } from './host/pace';
import { followRenames, loadSettings, type StoredSettings } from './host/settings-store';
import { followSourceFiles } from './host/source-files';
import { createTaskFormat } from './host/task-format';
import { createVault } from './host/vault';
import { Writer } from './host/writer';
import { ACCOUNTS_VIEW, AccountsView } from './ui/accounts/accounts-view';
import { registerBasesView } from './ui/bases/register-bases-view';
import { CHANGES_VIEW, ChangesView } from './ui/changes/changes-view';
import { followClickedLine } from './ui/editor/clicked-line';
import { registerInlineTriage } from './ui/editor/register-inline-triage';
import { PreactView } from './ui/preact-view';
import { createDecisionMenu } from './ui/prompts/decision-menu';
import { createPrompts } from './ui/prompts/prompts';
import { registerRollups } from './ui/rollup/register-rollups';
import { RollupSuggest } from './ui/rollup/rollup-suggest';
import { SettingsTab } from './ui/settings/settings-tab';
import { TriagePalette } from './ui/triage/triage-palette';
import { TRIAGE_VIEW, TriageView } from './ui/triage/triage-view';
import type { Wanted } from './ui/triage/use-looking';
import { showWaitingCount } from './ui/triage/waiting-count';
import { words } from './words/words';

/** Builds the parts, hands them to each other and registers them with Obsidian. */
export default class AccountActionsPlugin extends Plugin {
  private settingsStore: StoredSettings | null = null;

  override async onload(): Promise<void> {
    const failure = createFailure();
    const settings = await loadSettings(this, failure);
    this.settingsStore = settings;
    const host = buildHost(this, settings, failure);
    const doors = createDoors(this.app, failure);
    const parts = buildParts(this, host, doors);
    registerViews(this, host, parts, doors);
    registerBlocks(this, host, parts);
    registerCommands(this, host, parts, doors);
    const { context, journal } = host;
    const { followed, decide, tasks, decisions } = parts;
    registerInlineTriage(
      this,
      followInlineTriage({ ...context, followed, decide, decideLines: createDecideLines(context) }),
    );
    addMenuEntries(this, this.app.workspace, { tasks, decisions, clickedLine: followClickedLine(this) });
    addSettings(this, host);
    addSigns(this, host, parts, doors);
    this.register(() => journal.close());
    startWhenReady(this, host);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.settingsStore?.reload();
  }
}

type Host = ReturnType<typeof buildHost>;
type Doors = ReturnType<typeof createDoors>;
type Parts = ReturnType<typeof buildParts>;

/** What reads and writes the vault, and the context that is made of it. */
function buildHost(plugin: Plugin, settings: StoredSettings, failure: Failure) {
  const { app } = plugin;
  const today = createClock(plugin, failure);
  const indexer = new Indexer(app.vault, settings, failure);
  const writer = plugin.addChild(new Writer(app, (path, text) => indexer.take(path, text), failure));
  const journal = createJournalStore(deviceName(app), failure);
  const unloading = new AbortController();
  plugin.register(() => unloading.abort());
  const actions = createActions(writer, journal, unloading.signal);
  const onError: Context['onError'] = (what, error) => failure.report(what, error);
  const { groups, why, settled: groupsSettled } = plugin.addChild(new GroupFollower(indexer.graph, settings, failure));
  const context: Context = {
    graph: indexer.graph,
    groups,
    groupsSettled,
    settings,
    today,
    taskFormat: createTaskFormat(app, failure),
    progress: indexer.progress,
    entries: journal.entries,
    actions,
    vault: createVault(app, onError),
    prompts: createPrompts(app, { actions, onError }),
    memory: createDeviceMemory(app),
    inSlices,
    timers,
    onError,
  };
  return {
    context,
    failure,
    indexer,
    journal,
    actions,
    activeFile: followActiveFile(plugin, app.workspace, onError),
    sourceFiles: followSourceFiles(plugin, app.vault, onError),
    unloading: unloading.signal,
    why,
  };
}

/** What leads to the views of the plugin. Each is opened in a side bar where it is not open yet; Triage in a tab, too. */
function createDoors(app: App, failure: Failure) {
  const reveal = async (type: string): Promise<View> => {
    const leaf = await app.workspace.ensureSideLeaf(type, 'right', { active: true, reveal: true });
    await app.workspace.revealLeaf(leaf);
    if (leaf.view instanceof PreactView) leaf.view.takeFocus();
    return leaf.view;
  };
  const revealInTab = async (type: string): Promise<void> => {
    const { workspace } = app;
    const sides: readonly unknown[] = [workspace.leftSplit, workspace.rightSplit];
    const there = workspace.getLeavesOfType(type).find((known) => !sides.includes(known.getRoot()));
    const leaf = there ?? workspace.getLeaf('tab');
    if (there === undefined) await leaf.setViewState({ type, active: true });
    await workspace.revealLeaf(leaf);
    workspace.setActiveLeaf(leaf, { focus: true });
    if (leaf.view instanceof PreactView) leaf.view.takeFocus();
  };
  const { openAccounts, openTriage, openChanges } = words.failures;
  return {
    openAccounts: (): void => failure.guard(openAccounts, () => reveal(ACCOUNTS_VIEW)),
    setUpVault: (): void =>
      failure.guard(openAccounts, async () => {
        const view = await reveal(ACCOUNTS_VIEW);
        if (!(view instanceof AccountsView)) return;
        view.setUp();
        view.takeFocus();
      }),
    openTriage: (): void => failure.guard(openTriage, () => reveal(TRIAGE_VIEW)),
    openTriageTab: (): void => failure.guard(openTriage, () => revealInTab(TRIAGE_VIEW)),
    showInTriage: (wanted: Wanted): void =>
      failure.guard(openTriage, async () => {
        const view = await reveal(TRIAGE_VIEW);
        if (view instanceof TriageView) view.show(wanted);
      }),
    openChanges: (): void => failure.guard(openChanges, () => reveal(CHANGES_VIEW)),
  };
}

/** The use cases. */
function buildParts(plugin: Plugin, { context, why }: Host, { setUpVault, openChanges }: Doors) {
  const { actions, onError, vault, prompts, settings, today } = context;
  const followed = followRows(context);
  plugin.register(() => followed.stop());
  const { byKey: decide, rows: decideRows } = createDecide({ ...context, followed });
  const queue = createPressQueue({ followed, decide: decideRows, undo: createUndo(actions, onError), onError });
  plugin.register(() => queue.stop());
  // What still waits is written where the app waits for it.
  plugin.registerEvent(plugin.app.workspace.on('quit', (tasks) => tasks.addPromise(queue.written())));
  const firstRun = createFirstRun(context);
  plugin.register(() => firstRun.stop());
  const rollups = createRollups(context);
  plugin.register(() => rollups.stop());
  const people = createPeople(context);
  const assign = createAssign(context);
  return {
    followed,
    decide,
    queue,
    firstRun,
    rollups,
    people,
    assign,
    brief: createBrief(context),
    joinPeople: createJoinPeople(context),
    tasks: createNoteTasks({ ...context, people }),
    decisions: createNoteDecisions(context),
    convert: createConvertRollup(context),
    /** What Triage is given, in its view and in the palette. */
    triage: {
      ...context,
      followed,
      queue,
      people,
      firstRun,
      setUp: setUpVault,
      chooseAccount: assign.choose,
      openChanges,
      why,
    },
    /** What rows can ask for, wherever they are shown. */
    rows: {
      today,
      open: vault.open,
      openLink: vault.openLink,
      ...createDecideTask({ ...context, queue, followed }),
      ask: prompts.ask,
      people,
      letters: () => settings.get().letterKeys,
      showDecisionMenu: createDecisionMenu({ ...context, mark: createMarkDecision(context) }),
    },
  };
}

function registerViews(
  plugin: Plugin,
  { context, indexer, activeFile, sourceFiles }: Host,
  { assign, brief, joinPeople, rows, firstRun, triage }: Parts,
  { showInTriage }: Doors,
): void {
  const { onError } = context;
  plugin.registerView(ACCOUNTS_VIEW, (leaf) => {
    const model = followAccounts({
      ...context,
      activeFile,
      sourceFiles,
      unread: indexer.unread,
      assign,
      triage: (account) => showInTriage({ filter: { ...NO_FILTER, account } }),
      triageUnassigned: () => showInTriage({ filter: NO_FILTER, split: 'no-account' }),
      brief: brief.askBriefOf,
      joinPeople,
      rebuild: () => indexer.rebuild(),
    });
    return new AccountsView(leaf, { ...model, rows: { ...rows, preview: null, isView: true }, firstRun }, onError);
  });
  plugin.registerView(TRIAGE_VIEW, (leaf) => {
    const show: TriageModel['show'] = (place, options) => context.vault.show(place, leaf, options);
    return new TriageView(leaf, followTriage({ ...triage, show }, true), onError);
  });
  plugin.registerView(CHANGES_VIEW, (leaf) => new ChangesView(leaf, followChanges(context), onError));
}

/** Rollups: blocks in notes, views of bases, and what is offered while one writes a block. */
function registerBlocks(plugin: Plugin, { context }: Host, { rollups, people, rows, convert }: Parts): void {
  const { app } = plugin;
  plugin.registerEditorSuggest(
    new RollupSuggest(app, {
      accounts: () => accountsInOrder(rollups.scene().graph.resolution).map(({ name }) => name),
      people,
    }),
  );
  registerRollups(plugin, { ...context, rollups, rows, convert });
  registerBasesView(plugin, { ...context, app, rollups, rows });
}

function registerCommands(plugin: Plugin, { context, indexer, failure }: Host, parts: Parts, doors: Doors): void {
  const { app } = plugin;
  const { vault, prompts, onError } = context;
  const { tasks, decisions, assign, brief, joinPeople, rollups, convert, queue, triage } = parts;
  const commands = commandsOf({
    ...doors,
    tasks,
    activeTriage: () => app.workspace.getActiveViewOfType(TriageView)?.verbs ?? null,
    activeEditor: () => app.workspace.activeEditor,
    decisions,
    assign,
    brief,
    rollups: createNoteRollups({ ...context, rollups, convert }),
    repair: createRepair(context),
    explain: createExplain(context),
    isReading: () => indexer.progress.get() !== null && indexer.graph.get().revision === 0,
    triagePalette: () => {
      const show: TriageModel['show'] = (place) => vault.open(place, null);
      new TriagePalette(app, followTriage({ ...triage, show }, false), onError).open();
    },
    rebuildIndex: () => indexer.rebuild(),
    undo: () => failure.guard(words.failures.undoLast, async () => prompts.tell(await queue.undo().answer)),
    joinPeople,
  });
  commands.forEach((command) => plugin.addCommand(command));
}

function addSettings(plugin: Plugin, { context: { settings }, journal, failure }: Host): void {
  plugin.addSettingTab(
    new SettingsTab(plugin.app, plugin, {
      settings,
      countChanges: () => journal.entries.get().length,
      forgetChanges: () => failure.guard(words.failures.forget, () => journal.forget()),
      countApart: () => settings.get().notTheSame.length,
      forgetApart: () => settings.change({ notTheSame: [] }),
    }),
  );
}

/** The buttons in the ribbon, and how many proposals wait, there and in the status bar. */
function addSigns(plugin: Plugin, { context }: Host, { followed }: Parts, { openAccounts, openTriage }: Doors): void {
  plugin.addRibbonIcon('building-2', words.commands['open-accounts'], openAccounts);
  const ribbon = plugin.addRibbonIcon('list-checks', words.commands['open-triage'], openTriage);
  const { settings, onError } = context;
  const statusItem = plugin.addStatusBarItem();
  plugin.register(showWaitingCount({ rows: followed.rows, settings, statusItem, ribbon, openTriage, onError }));
}

/** Until the layout is ready, the vault fires a `create` for each file. */
function startWhenReady(
  plugin: Plugin,
  { context, indexer, journal, actions, sourceFiles, failure, unloading }: Host,
): void {
  const { vault, workspace } = plugin.app;
  workspace.onLayoutReady(() => {
    if (unloading.aborted) return;
    plugin.addChild(indexer);
    sourceFiles.start();
    followJournal(plugin, vault, journal, actions, failure);
    followRenames(plugin, vault, context.settings);
  });
}
