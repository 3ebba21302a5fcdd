import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Menu } from 'obsidian';
import { arrangeAccounts } from '../../core/graph/account-order';
import type { AccountRow } from '../../core/graph/rows';
import type { AccountSort } from '../../core/settings';
import { countWords } from '../parts/day-words';
import { IconButton } from '../parts/icon';
import { useSilentLabel } from '../parts/silent-label';
import { useStore } from '../use-store';
import { showAccountMenu } from './account-menu';
import { AccountTreeItem, GroupTreeItem } from './account-row';
import { markOf, type AccountsModel, type Opened } from './model';

interface AccountListProps {
  readonly model: AccountsModel;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onOpen: (opened: Opened) => void;
  /** The row that was opened before, to have the focus again. */
  readonly focusOn: Opened;
}

const SORTS: Readonly<Record<AccountSort, string>> = { attention: 'What wants attention first', name: 'Name', 'last-contact': 'Last contact', 'open-tasks': 'Open tasks' };

/** The list of accounts with its search. Up, Down, Home and End walk through it, Enter opens. */
export function AccountList({ model, search, onSearch, onOpen, focusOn }: AccountListProps): VNode {
  const accounts = useStore(model.accounts);
  const unassigned = useStore(model.unassigned);
  const problems = useStore(model.problems);
  const today = useStore(model.today);
  const sort = useStore(model.sort);
  const marks = useStore(model.marks);
  const followsNote = useStore(model.followsNote);
  const progress = useStore(model.progress);
  const tree = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const name = useSilentLabel('Accounts');

  const [showsMuted, setShowsMuted] = useState(false);

  const { shown, muted } = useMemo(
    () => arrangeAccounts(accounts, { sort, search, pinned: new Set(marks.pinned), muted: new Set(marks.muted) }),
    [accounts, search, sort, marks],
  );

  useLayoutEffect(() => {
    if (focusOn === null) return;
    const rows = [...tree.current!.querySelectorAll<HTMLElement>('[role=treeitem]')];
    const key = focusOn.what === 'account' ? focusOn.key : focusOn.what;
    (rows.find((row) => row.dataset['key'] === key) ?? searchField.current!).focus();
  }, []);

  const chooseSort = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const [choice, title] of Object.entries(SORTS) as [AccountSort, string][]) {
      menu.addItem((item) => item.setTitle(title).setChecked(choice === sort).onClick(() => model.setSort(choice)));
    }
    menu.showAtMouseEvent(event);
  };

  const rowOf = (account: AccountRow): VNode => (
    <AccountTreeItem key={account.key} account={account} mark={markOf(marks, account.key)} today={today} onOpen={onOpen} onMenu={(row, event) => showAccountMenu(model, row, event)} />
  );

  return (
    <>
      <div class="nav-header">
        <div class="nav-buttons-container">
          <IconButton class="nav-action-button" icon="arrow-up-narrow-wide" label={`Sort accounts, now by: ${SORTS[sort].toLowerCase()}`} onPress={chooseSort} />
          <IconButton
            class={`nav-action-button ${followsNote ? 'is-active' : ''}`} icon="locate-fixed" label="Follow the active note" pressed={followsNote}
            onPress={() => model.setFollowsNote(!followsNote)}
          />
          <IconButton class="nav-action-button" icon="refresh-cw" label="Read all notes again" onPress={() => model.rebuild()} />
        </div>
        <div class="search-input-container">
          <input
            data-takes-focus ref={searchField} type="search" enterKeyHint="search" spellcheck={false} placeholder="Search accounts and people" value={search}
            onInput={(event) => onSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') focusRow(tree.current!, 0);
              else if (event.key === 'Escape' && search !== '') onSearch('');
              else return;
              event.preventDefault();
            }}
          />
          {search !== '' && <button type="button" class="search-input-clear-button" aria-label="Clear search" onClick={() => {
            onSearch('');
            searchField.current!.focus();
          }} />}
        </div>
      </div>
      <div class="account-actions-status" role="status">
        {progress !== null && progress.total > 0
          ? `Reading notes: ${progress.read.toLocaleString('en-GB')} of ${progress.total.toLocaleString('en-GB')}`
          : search !== '' && countWords(shown.length + muted.length, 'account')}
      </div>
      {sort === 'attention' && search === '' && shown.length > 1 && (
        <p class="account-actions-sub account-actions-order">My overdue tasks first, then quiet for over 30 days with open tasks, then most proposals.</p>
      )}
      {name.element}
      <div class="nav-files-container account-actions-tree" role="tree" aria-labelledby={name.id} ref={tree} onKeyDown={(event) => walk(event, event.currentTarget)}>
        {search === '' && unassigned > 0 && (
          <GroupTreeItem id="unassigned" icon="circle-help" title="No account" count={unassigned} word="note" onOpen={() => onOpen({ what: 'unassigned' })} />
        )}
        {search === '' && problems.length > 0 && (
          <GroupTreeItem id="problems" icon="triangle-alert" title="Needs attention" count={problems.length} word="note" onOpen={() => onOpen({ what: 'problems' })} />
        )}
        {shown.map(rowOf)}
        {muted.length > 0 && search === '' && (
          <GroupTreeItem id="muted" icon="bell-off" title="Muted" count={muted.length} word="account" expanded={showsMuted} onOpen={() => setShowsMuted(!showsMuted)} />
        )}
        {(showsMuted || search !== '') && muted.map(rowOf)}
      </div>
      {shown.length + muted.length === 0 && progress === null && (
        <p class="account-actions-empty">
          {accounts.length === 0 ? 'No account yet. Notes with the tag #type/customer and an account appear here.' : `No account is named “${search}”, and nobody in one.`}
        </p>
      )}
    </>
  );
}

/** Which key goes where among `count` rows, from the row with the focus. */
const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

function walk(event: KeyboardEvent, tree: HTMLElement): void {
  const rows = [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  focusRow(tree, step(rows.indexOf(tree.ownerDocument.activeElement as HTMLElement), rows.length));
}

function focusRow(tree: HTMLElement, index: number): void {
  tree.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus();
}
