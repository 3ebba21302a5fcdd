import { Plugin, type View } from 'obsidian';
import { assignCommands } from './commands/assign-command';
import { briefCommand } from './commands/brief-command';
import { commandsOf } from './commands/commands';
import { decisionCommands } from './commands/decision-commands';
import { addMenuEntries } from './commands/menus';
import { noteCommands } from './commands/note-commands';
import { peopleCommand } from './commands/people-command';
import { repairCommand } from './commands/repair-command';
import { rollupCommands } from './commands/rollup-commands';
import { knownNames } from './core/person/known-people';
import { personNames } from './core/person/person-names';
import { NO_FILTER } from './core/triage/filter';
import { createActions } from './host/actions';
import { createClock } from './host/clock';
import { createDeviceMemory } from './host/device-memory';
import { createFailure } from './host/failure';
import { GroupFollower } from './host/group-follower';
import { Indexer } from './host/indexer';
import { followJournal } from './host/journal-follower';
import { createJournalStore } from './host/journal-store';
import { createOpenNote, createShowNote } from './host/open-note';
import { inSlices } from './host/pace';
import { loadSettings, type SettingsStore } from './host/settings-store';
import { deviceName } from './host/device-name';
import { Writer } from './host/writer';
import { followActiveFile } from './ui/accounts/active-file';
import { followSourceFiles } from './ui/accounts/source-files';
import { followAccounts } from './ui/accounts/accounts-model';
import { ACCOUNTS_VIEW, AccountsView } from './ui/accounts/accounts-view';
import { createAssign } from './ui/assign/assign';
import { followChanges } from './ui/changes/changes-model';
import { CHANGES_VIEW, ChangesView } from './ui/changes/changes-view';
import { registerBasesView } from './ui/bases/register-bases-view';
import { createInlineTriage } from './ui/editor/inline-triage';
import { SettingsTab } from './ui/settings/settings-tab';
import { createDecisionMenu } from './ui/decisions/decision-menu';
import { createMarkDecision } from './ui/decisions/mark-decision';
import { confirm } from './ui/parts/confirm';
import { createTell, createUndo } from './ui/parts/tell';
import { createOpenLink } from './ui/parts/open-link';
import { createConvertRollup } from './ui/rollup/convert-rollup';
import { decideRow, registerRollups } from './ui/rollup/register-rollups';
import { RollupSuggest } from './ui/rollup/rollup-suggest';
import { createRollups } from './ui/rollup/rollups';
import { createDecide } from './ui/triage/decide-by-key';
import { followRows } from './ui/triage/followed-rows';
import { createPressQueue } from './ui/triage/press-queue';
import { followTriage } from './ui/triage/triage-model';
import type { TriageModel } from './ui/triage/model';
import { TriagePalette } from './ui/triage/triage-palette';
import { PreactView } from './ui/preact-view';
import { TRIAGE_VIEW, TriageView } from './ui/triage/triage-view';
import { showWaitingCount } from './ui/triage/waiting-count';

/** Builds the parts, hands them to each other and registers them with Obsidian. */
export default class AccountActionsPlugin extends Plugin {
  private readonly failure = createFailure();
  private settingsStore: SettingsStore | null = null;

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
    const open = createOpenNote(app);

    const onError = (what: string, error: unknown): void => failure.report(what, error);
    const shared = {
      app,
      graph: indexer.graph,
      today,
      settings,
      progress: indexer.progress,
      inSlices,
      tell: createTell({ actions, onError }),
      onError,
      openNote: (place: Parameters<typeof open>[0], event: Parameters<typeof open>[1]) =>
        failure.guard('The note was not opened', () => open(place, event)),
    };
    const { groups, settled: groupsSettled } = this.addChild(new GroupFollower(indexer.graph, settings, failure));
    const followed = followRows({ graph: indexer.graph, groups, groupsSettled, today, settings, onError });
    this.register(() => followed.stop());
    const { byKey: decide, rows: decideRows } = createDecide({ ...shared, followed, actions });
    const queue = createPressQueue({ followed, decide: decideRows, undo: createUndo({ actions, onError }), onError });
    this.register(() => queue.stop());
    const showNote = createShowNote(app);
    const triage = {
      ...shared,
      groups,
      followed,
      queue,
      entries: journal.entries,
      memory: createDeviceMemory(app),
      createdAt: (path: string) => app.vault.getFileByPath(path)?.stat.ctime ?? null,
      confirm: (question: Parameters<typeof confirm>[1]) => confirm(app, question),
      showNote: (place: Parameters<typeof open>[0]) => shared.openNote(place, null),
    };
    const markDecision = createMarkDecision({ ...shared, groups, groupsSettled, actions });
    const openDecisionMenu = createDecisionMenu({ ...shared, groups, mark: markDecision });
    const activeFile = followActiveFile(this, app.workspace, onError);
    const sourceFiles = followSourceFiles(this, app.vault, onError);
    const assign = createAssign({ ...shared, actions });
    const people = peopleCommand(shared);
    const { askBriefOf, ...brief } = briefCommand({ ...shared, groups, actions, failure });
    const openTriage = (): void => failure.guard('“Triage” was not opened', () => this.reveal(TRIAGE_VIEW));
    const triageOf = (account: string): void =>
      failure.guard('“Triage” was not opened', async () => {
        const view = await this.reveal(TRIAGE_VIEW);
        if (view instanceof TriageView) view.show({ ...NO_FILTER, account });
      });
    this.registerView(
      ACCOUNTS_VIEW,
      (leaf) =>
        new AccountsView(
          leaf,
          followAccounts({
            ...shared,
            groups,
            activeFile,
            sourceFiles,
            assign,
            triage: triageOf,
            brief: askBriefOf,
            openDecisionMenu,
            ...people,
            unread: indexer.unread,
            rebuild: () => indexer.rebuild(),
          }),
          onError,
        ),
    );
    this.registerView(TRIAGE_VIEW, (leaf) => {
      const show: TriageModel['show'] = (place, options) =>
        failure.guard('The note was not shown', () => showNote(place, leaf, options));
      return new TriageView(leaf, followTriage({ ...triage, showNote: show }, true), onError);
    });
    this.registerView(
      CHANGES_VIEW,
      (leaf) => new ChangesView(leaf, followChanges({ ...shared, actions, entries: journal.entries }), onError),
    );

    const rollups = createRollups({ ...shared, groups });
    this.register(() => rollups.stop());
    const convert = createConvertRollup({ ...shared, actions });
    const rows = {
      today,
      open: shared.openNote,
      openLink: createOpenLink(app, onError),
      decide: decideRow(decide, shared.tell),
      showDecisionMenu: openDecisionMenu,
    };
    this.registerEditorSuggest(
      new RollupSuggest(app, {
        accounts: () => [...rollups.scene().graph.resolution.accounts.values()].map(({ name }) => name),
        people: () => knownNames(indexer.graph.get().notes.values(), personNames(settings.get())),
      }),
    );
    registerRollups(this, { app, rollups, rows, convert, onError });
    registerBasesView(this, { app, rollups, rows, inSlices, onError });

    const openAccounts = (): void => failure.guard('“Accounts” was not opened', () => this.reveal(ACCOUNTS_VIEW));
    const noteActions = noteCommands({ ...shared, actions, failure, undo: () => queue.undo().answer });
    const decisionActions = decisionCommands({ ...shared, groups, actions, failure });
    const commands = commandsOf({
      isReading: () => indexer.progress.get() !== null && indexer.graph.get().revision === 0,
      openAccounts,
      openTriage,
      rebuildIndex: () => indexer.rebuild(),
      openChanges: () => failure.guard('“Recent changes” was not opened', () => this.reveal(CHANGES_VIEW)),
      triagePalette: () => new TriagePalette(app, followTriage(triage, false), onError).open(),
      ...noteActions,
      ...decisionActions,
      ...assignCommands({ app, graph: indexer.graph, assign }),
      ...repairCommand({ ...shared, actions, failure }),
      ...brief,
      ...people,
      ...rollupCommands({ ...shared, rollups, convert, actions, failure }),
    });
    commands.forEach((command) => this.addCommand(command));
    createInlineTriage({ ...shared, owner: this, followed, decide, actions });
    addMenuEntries(this, app.workspace, { ...noteActions, ...decisionActions });
    this.addSettingTab(
      new SettingsTab(app, this, {
        settings,
        countChanges: () => journal.entries.get().length,
        forgetChanges: () => failure.guard('Recent changes were not forgotten', () => journal.forget()),
        countApart: () => settings.get().notTheSame.length,
        forgetApart: () => settings.change({ notTheSame: [] }),
      }),
    );
    this.addRibbonIcon('building-2', 'Open accounts', openAccounts);
    const ribbon = this.addRibbonIcon('list-checks', 'Open triage', openTriage);
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
}
