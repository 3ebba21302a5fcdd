import { Plugin, type View } from 'obsidian';
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
import { createFailure } from './host/failure';
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
import { registerInlineTriage } from './ui/editor/inline-triage';
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
  private readonly failure = createFailure();
  private settingsStore: StoredSettings | null = null;

  override async onload(): Promise<void> {
    const { app, failure } = this;
    const settings = await loadSettings(this, failure);
    this.settingsStore = settings;
    const today = createClock(this, failure);
    const indexer = new Indexer(app.vault, settings, failure);
    const writer = this.addChild(new Writer(app, (path, text) => indexer.take(path, text), failure));
    const journal = createJournalStore(deviceName(app), failure);
    const unloading = new AbortController();
    this.register(() => unloading.abort());
    const actions = createActions(writer, journal, unloading.signal);

    const onError: Context['onError'] = (what, error) => failure.report(what, error);
    const { groups, why, settled: groupsSettled } = this.addChild(new GroupFollower(indexer.graph, settings, failure));
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
    const followed = followRows(context);
    this.register(() => followed.stop());
    const { byKey: decide, rows: decideRows } = createDecide({ ...context, followed });
    const queue = createPressQueue({ followed, decide: decideRows, undo: createUndo(actions, onError), onError });
    this.register(() => queue.stop());
    // What still waits is written where the app waits for it.
    this.registerEvent(app.workspace.on('quit', (tasks) => tasks.addPromise(queue.written())));
    const firstRun = createFirstRun(context);
    this.register(() => firstRun.stop());
    const setUpVault = (): void =>
      failure.guard(words.failures.openAccounts, async () => {
        const view = await this.reveal(ACCOUNTS_VIEW);
        if (!(view instanceof AccountsView)) return;
        view.setUp();
        view.takeFocus();
      });
    const people = createPeople(context);
    const assign = createAssign(context);
    const openChanges = (): void => failure.guard(words.failures.openChanges, () => this.reveal(CHANGES_VIEW));
    const triage = {
      ...context,
      followed,
      queue,
      people,
      firstRun,
      setUp: setUpVault,
      chooseAccount: assign.choose,
      openChanges,
      why,
    };
    const brief = createBrief(context);
    const joinPeople = createJoinPeople(context);
    const tasks = createNoteTasks({ ...context, people });
    const decisions = createNoteDecisions(context);
    const openDecisionMenu = createDecisionMenu({ ...context, mark: createMarkDecision(context) });
    const activeFile = followActiveFile(this, app.workspace, onError);
    const sourceFiles = followSourceFiles(this, app.vault, onError);
    const openTriage = (): void => failure.guard(words.failures.openTriage, () => this.reveal(TRIAGE_VIEW));
    const showInTriage = (wanted: Wanted): void =>
      failure.guard(words.failures.openTriage, async () => {
        const view = await this.reveal(TRIAGE_VIEW);
        if (view instanceof TriageView) view.show(wanted);
      });
    const rows = {
      today,
      open: context.vault.open,
      openLink: context.vault.openLink,
      ...createDecideTask({ ...context, queue, followed }),
      ask: context.prompts.ask,
      people,
      letters: () => settings.get().letterKeys,
      showDecisionMenu: openDecisionMenu,
    };
    this.registerView(ACCOUNTS_VIEW, (leaf) => {
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
    this.registerView(TRIAGE_VIEW, (leaf) => {
      const show: TriageModel['show'] = (place, options) => context.vault.show(place, leaf, options);
      return new TriageView(leaf, followTriage({ ...triage, show }, true), onError);
    });
    this.registerView(CHANGES_VIEW, (leaf) => new ChangesView(leaf, followChanges(context), onError));

    const rollups = createRollups(context);
    this.register(() => rollups.stop());
    const convert = createConvertRollup(context);
    this.registerEditorSuggest(
      new RollupSuggest(app, {
        accounts: () => accountsInOrder(rollups.scene().graph.resolution).map(({ name }) => name),
        people,
      }),
    );
    registerRollups(this, { ...context, rollups, rows, convert });
    registerBasesView(this, { app, rollups, rows, inSlices, onError });

    const openAccounts = (): void => failure.guard(words.failures.openAccounts, () => this.reveal(ACCOUNTS_VIEW));
    const commands = commandsOf({
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
      openAccounts,
      openTriage,
      openTriageTab: () => failure.guard(words.failures.openTriage, () => this.revealInTab(TRIAGE_VIEW)),
      openChanges,
      triagePalette: () => {
        const show: TriageModel['show'] = (place) => context.vault.open(place, null);
        new TriagePalette(app, followTriage({ ...triage, show }, false), onError).open();
      },
      rebuildIndex: () => indexer.rebuild(),
      undo: () => failure.guard(words.failures.undoLast, async () => context.prompts.tell(await queue.undo().answer)),
      joinPeople,
      setUpVault,
    });
    commands.forEach((command) => this.addCommand(command));
    registerInlineTriage(
      this,
      followInlineTriage({ ...context, followed, decide, decideLines: createDecideLines(context) }),
    );
    addMenuEntries(this, app.workspace, { tasks, decisions, clickedLine: followClickedLine(this) });
    this.addSettingTab(
      new SettingsTab(app, this, {
        settings,
        countChanges: () => journal.entries.get().length,
        forgetChanges: () => failure.guard(words.failures.forget, () => journal.forget()),
        countApart: () => settings.get().notTheSame.length,
        forgetApart: () => settings.change({ notTheSame: [] }),
      }),
    );
    this.addRibbonIcon('building-2', words.commands['open-accounts'], openAccounts);
    const ribbon = this.addRibbonIcon('list-checks', words.commands['open-triage'], openTriage);
    this.register(
      showWaitingCount({
        rows: followed.rows,
        settings,
        statusItem: this.addStatusBarItem(),
        ribbon,
        openTriage,
        onError,
      }),
    );

    this.register(() => journal.close());
    // Until the layout is ready, the vault fires a `create` for each file.
    app.workspace.onLayoutReady(() => {
      if (unloading.signal.aborted) return;
      this.addChild(indexer);
      sourceFiles.start();
      followJournal(this, app.vault, journal, actions, failure);
      followRenames(this, app.vault, settings);
    });
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.settingsStore?.reload();
  }

  /** Shows the plugin's view of this type in a side bar, and opens it there where it is not open yet. */
  private async reveal(type: string): Promise<View> {
    const leaf = await this.app.workspace.ensureSideLeaf(type, 'right', { active: true, reveal: true });
    await this.app.workspace.revealLeaf(leaf);
    if (leaf.view instanceof PreactView) leaf.view.takeFocus();
    return leaf.view;
  }

  /** Shows the plugin's view of this type in the main area, and opens a tab for it where it is not open there yet. */
  private async revealInTab(type: string): Promise<void> {
    const { workspace } = this.app;
    const sides: readonly unknown[] = [workspace.leftSplit, workspace.rightSplit];
    const there = workspace.getLeavesOfType(type).find((known) => !sides.includes(known.getRoot()));
    const leaf = there ?? workspace.getLeaf('tab');
    if (there === undefined) await leaf.setViewState({ type, active: true });
    await workspace.revealLeaf(leaf);
    workspace.setActiveLeaf(leaf, { focus: true });
    if (leaf.view instanceof PreactView) leaf.view.takeFocus();
  }
}
