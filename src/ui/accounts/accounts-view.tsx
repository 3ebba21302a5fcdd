import type { OnError } from '../../app/told';
import type { ComponentChildren } from 'preact';
import type { ViewStateResult, WorkspaceLeaf } from 'obsidian';
import { sameValue } from '../../core/base/equal';
import { createStore, type WritableStore } from '../../core/base/store';
import { PreactView } from '../preact-view';
import { AccountsPane } from './accounts-pane';
import { type AccountsViewModel, INITIAL_STATE, readState, type AccountsState } from './state';
import { words } from '../../words/words';

export const ACCOUNTS_VIEW = 'account-actions-accounts';

/** The side bar view "Accounts": the list, and what is opened from it. */
export class AccountsView extends PreactView {
  private readonly state: WritableStore<AccountsState>;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly model: AccountsViewModel,
    onError: OnError,
  ) {
    super(leaf, onError);
    this.state = createStore(INITIAL_STATE, {
      equal: sameValue,
      onError: (error) => onError(words.failures.update.accounts, error),
    });
    this.register(() => model.stop());
    this.register(model.noteAccount.subscribe(() => this.followNote()));
    this.register(this.state.subscribe(() => this.app.workspace.requestSaveLayout()));
  }

  override getViewType(): string {
    return ACCOUNTS_VIEW;
  }

  override getDisplayText(): string {
    return words.accounts.title;
  }

  override getIcon(): string {
    return 'building-2';
  }

  override getState(): Record<string, unknown> {
    return { ...this.state.get() };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.state.set(readState(state));
    this.followNote();
    await super.setState(state, result);
  }

  /** Shows what sets the plugin up for the vault. */
  setUp(): void {
    this.state.set({ ...this.state.get(), opened: { what: 'set-up' } });
  }

  /** Shows the account of the note that the user works in, if that is wished. */
  private followNote(): void {
    const found = this.model.noteAccount.get();
    if (found?.key != null) this.state.set({ ...this.state.get(), opened: { what: 'account', key: found.key } });
  }

  protected override draw(): ComponentChildren {
    return <AccountsPane model={this.model} state={this.state} />;
  }
}
