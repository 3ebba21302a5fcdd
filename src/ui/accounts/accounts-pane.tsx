import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { WritableStore } from '../../core/base/store';
import { words } from '../../words/words';
import { FirstRunCard } from '../first-run/first-run-card';
import { useStore } from '../use-store';
import { AccountList } from './account-list';
import { AccountPage } from './account-page';
import type { AccountsViewModel, AccountsState, Opened } from './state';
import { OpenedByUser, Page } from './page';
import { ProblemsPage } from './problems-page';
import { UnassignedPage } from './unassigned-page';

/** The list of accounts, or what was opened from it. Going back puts the focus on the row one came from. */
export function AccountsPane({
  model,
  state,
}: {
  readonly model: AccountsViewModel;
  readonly state: WritableStore<AccountsState>;
}): VNode {
  const values = useStore(state);
  const { opened } = values;
  const cameFrom = useRef<Opened>(null);
  const byUser = useRef(false);
  const change = (changed: Partial<AccountsState>): void => state.set({ ...state.get(), ...changed });
  // At once: the next key may come before a later effect does.
  useLayoutEffect(() => {
    byUser.current = false;
    if (opened !== null) cameFrom.current = null;
  }, [opened]);
  return (
    <OpenedByUser.Provider value={byUser.current}>
      <OpenedPane
        model={model}
        state={values}
        cameFrom={cameFrom.current}
        onChange={change}
        onOpen={(next) => {
          byUser.current = true;
          change({ opened: next });
        }}
        onBack={() => {
          cameFrom.current = opened;
          change({ opened: null });
        }}
      />
    </OpenedByUser.Provider>
  );
}

interface OpenedPaneProps {
  readonly model: AccountsViewModel;
  readonly state: AccountsState;
  readonly onChange: (changed: Partial<AccountsState>) => void;
  readonly cameFrom: Opened;
  readonly onOpen: (next: Opened) => void;
  readonly onBack: () => void;
}

function OpenedPane({ model, state, cameFrom, onChange, onOpen, onBack }: OpenedPaneProps): VNode {
  switch (state.opened?.what) {
    case 'account':
      return (
        <AccountPage
          key={state.opened.key}
          model={model}
          accountKey={state.opened.key}
          state={state}
          onChange={onChange}
          onBack={onBack}
        />
      );
    case 'unassigned':
      return <UnassignedPage model={model} onBack={onBack} />;
    case 'problems':
      return <ProblemsPage model={model} onOpen={onOpen} onBack={onBack} />;
    case 'set-up':
      return <SetUpPage model={model} onBack={onBack} />;
    case undefined:
      return (
        <AccountList
          model={model}
          search={state.search}
          onSearch={(search) => onChange({ search })}
          onOpen={onOpen}
          focusOn={cameFrom}
        />
      );
  }
}

/** The card that sets the plugin up, in place of the list. Where it is applied, the list comes back. */
function SetUpPage({ model, onBack }: { readonly model: AccountsViewModel; readonly onBack: () => void }): VNode {
  return (
    <Page title={words.firstRun.title} onBack={onBack}>
      <FirstRunCard firstRun={model.firstRun} onApplied={onBack} />
    </Page>
  );
}
