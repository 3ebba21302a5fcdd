import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { WritableStore } from '../../core/base/store';
import { useStore } from '../use-store';
import { AccountList } from './account-list';
import { AccountPage } from './account-page';
import type { AccountsModel, AccountsState, Opened } from './model';
import { ProblemsPage } from './problems-page';
import { UnassignedPage } from './unassigned-page';

/** The list of accounts, or what was opened from it. Going back puts the focus on the row one came from. */
export function AccountsPane({ model, state }: { readonly model: AccountsModel; readonly state: WritableStore<AccountsState> }): VNode {
  const { opened, search, tab } = useStore(state);
  const cameFrom = useRef<Opened>(null);
  const change = (values: Partial<AccountsState>): void => state.set({ ...state.get(), ...values });
  const back = (): void => {
    cameFrom.current = opened;
    change({ opened: null });
  };
  useEffect(() => {
    if (opened !== null) cameFrom.current = null;
  }, [opened]);

  switch (opened?.what) {
    case 'account':
      return <AccountPage key={opened.key} model={model} accountKey={opened.key} tab={tab} onTab={(next) => change({ tab: next })} onBack={back} />;
    case 'unassigned':
      return <UnassignedPage model={model} onBack={back} />;
    case 'problems':
      return <ProblemsPage model={model} onBack={back} />;
    case undefined:
      return <AccountList model={model} search={search} onSearch={(next) => change({ search: next })} onOpen={(next) => change({ opened: next })} focusOn={cameFrom.current} />;
  }
}
