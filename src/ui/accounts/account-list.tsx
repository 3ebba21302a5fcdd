import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Menu } from 'obsidian';
import { arrangeAccounts } from '../../core/graph/account-order';
import type { AccountRow } from '../../core/graph/rows';
import { searchHit } from '../../core/graph/search';
import type { AccountSort } from '../../core/settings';
import { IconButton } from '../parts/icon';
import { useStore } from '../use-store';
import { FirstRunCard } from '../first-run/first-run-card';
import { showMenu } from '../parts/show-menu';
import { showAccountMenu } from './account-menu';
import { AccountTreeItem, GroupTreeItem, type TreePlace } from './account-row';
import { AccountTree, type TreeFocus, type TreeRow } from './account-tree';
import { markOf } from '../../app/accounts/model';
import { type AccountsViewModel, type Opened } from './state';
import { words } from '../../words/words';

interface AccountListProps {
  readonly model: AccountsViewModel;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onOpen: (opened: Opened) => void;
  /** The row that was opened before, to have the focus again. */
  readonly focusOn: Opened;
}

const SORTS: Readonly<Record<AccountSort, string>> = words.accounts.sorts;

/** The rows that are no accounts, by their keys. */
const GROUPS = {
  unassigned: { icon: 'circle-help', title: words.common.noAccount },
  problems: { icon: 'triangle-alert', title: words.accounts.needsAttention },
  muted: { icon: 'bell-off', title: words.accounts.muted },
};
type GroupKey = keyof typeof GROUPS;

/** The list of accounts with its search. */
export function AccountList({ model, search, onSearch, onOpen, focusOn }: AccountListProps): VNode {
  const accounts = useStore(model.accounts);
  const unassigned = useStore(model.unassigned);
  const problems = useStore(model.problems)?.length ?? 0;
  const today = useStore(model.today);
  const sort = useStore(model.sort);
  const marks = useStore(model.marks);
  const progress = useStore(model.progress);
  const searchField = useRef<HTMLInputElement>(null);
  const [showsMuted, setShowsMuted] = useState(false);

  const { shown, muted } = useMemo(
    () =>
      arrangeAccounts(accounts ?? NO_ACCOUNTS, {
        sort,
        search,
        pinned: new Set(marks.pinned),
        muted: new Set(marks.muted),
      }),
    [accounts, search, sort, marks],
  );

  const all = search === '';
  const rows = useMemo((): readonly TreeRow[] => {
    const group = (key: string, isThere: boolean): readonly TreeRow[] =>
      all && isThere ? [{ key, account: null }] : [];
    return [
      ...group('unassigned', unassigned > 0),
      ...group('problems', problems > 0),
      ...shown.map(rowOf),
      ...group('muted', muted.length > 0),
      ...(showsMuted || !all ? muted.map(rowOf) : []),
    ];
  }, [shown, muted, all, unassigned > 0, problems > 0, showsMuted]);
  const cameFrom = focusOn === null ? null : focusOn.what === 'account' ? keyOf(focusOn) : focusOn.what;
  const [focus, setFocus] = useState<TreeFocus>({ key: cameFrom, asked: rows.some(({ key }) => key === cameFrom) });
  useLayoutEffect(() => {
    if (focusOn !== null && !focus.asked) searchField.current!.focus();
  }, []);

  const draw = ({ key, account }: TreeRow, place: TreePlace): VNode => {
    if (account !== null) {
      return (
        <AccountTreeItem
          account={account}
          place={place}
          mark={markOf(marks, account.key)}
          today={today}
          hit={searchHit(account, search)}
          onOpen={onOpen}
          onMenu={(row, event) => showAccountMenu(model, row, event)}
        />
      );
    }
    const { icon, title } = GROUPS[key as GroupKey];
    const isMuted = key === 'muted';
    return (
      <GroupTreeItem
        id={key}
        place={place}
        icon={icon}
        title={title}
        counted={
          isMuted ? words.count.accounts(muted.length) : words.count.notes(key === 'problems' ? problems : unassigned)
        }
        expanded={isMuted ? showsMuted : undefined}
        onOpen={() => (isMuted ? setShowsMuted(!showsMuted) : onOpen({ what: key as Exclude<GroupKey, 'muted'> }))}
      />
    );
  };

  return (
    <>
      <div class="nav-header">
        <ListButtons model={model} />
        <SearchField
          field={searchField}
          search={search}
          onSearch={onSearch}
          onLeave={() => setFocus({ key: rows[0]?.key ?? null, asked: true })}
        />
      </div>
      <Status model={model} search={search} found={accounts && shown.length + muted.length} />
      {sort === 'attention' && search === '' && shown.length > 1 && (
        <p class="account-actions-sub account-actions-order">{words.accounts.order}</p>
      )}
      {accounts?.length === 0 && search === '' && progress === null && <NoAccounts model={model} onOpen={onOpen} />}
      <AccountTree rows={rows} focus={focus} onFocus={setFocus}>
        {draw}
      </AccountTree>
    </>
  );
}

interface StatusProps {
  readonly model: AccountsViewModel;
  readonly search: string;
  /** How many accounts the search finds; null before any are known. */
  readonly found: number | null;
}

/** How far reading is, or what a search found. */
function Status({ model, search, found }: StatusProps): VNode {
  const progress = useStore(model.progress);
  return (
    <div class="account-actions-status" role="status">
      {progress !== null && progress.total > 0
        ? words.accounts.progress(progress.read, progress.total)
        : search !== '' &&
          found !== null &&
          (found === 0 ? words.accounts.noResults(search) : words.count.accounts(found))}
    </div>
  );
}

/** What is done with the list as a whole. */
function ListButtons({ model }: Pick<AccountListProps, 'model'>): VNode {
  const sort = useStore(model.sort);
  const followsNote = useStore(model.followsNote);
  const chooseSort = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const [choice, title] of Object.entries(SORTS) as [AccountSort, string][]) {
      menu.addItem((item) =>
        item
          .setTitle(title)
          .setChecked(choice === sort)
          .onClick(() => model.setSort(choice)),
      );
    }
    showMenu(menu, event);
  };
  return (
    <div class="nav-buttons-container">
      <IconButton
        class="nav-action-button"
        icon="arrow-up-narrow-wide"
        label={words.accounts.sortBy(SORTS[sort])}
        hasMenu
        onPress={chooseSort}
      />
      <IconButton
        class={`nav-action-button ${followsNote ? 'is-active' : ''}`}
        icon="locate-fixed"
        label={words.accounts.follow}
        pressed={followsNote}
        onPress={() => model.setFollowsNote(!followsNote)}
      />
      <IconButton
        class="nav-action-button"
        icon="refresh-cw"
        label={words.commands['rebuild-index']}
        onPress={() => model.rebuild()}
      />
    </div>
  );
}

interface SearchFieldProps extends Pick<AccountListProps, 'search' | 'onSearch'> {
  readonly field: { readonly current: HTMLInputElement | null };
  /** Goes to the first row. */
  readonly onLeave: () => void;
}

function SearchField({ field, search, onSearch, onLeave }: SearchFieldProps): VNode {
  return (
    <div class="search-input-container">
      <input
        data-takes-focus
        ref={field}
        type="search"
        enterKeyHint="search"
        spellcheck={false}
        placeholder={words.accounts.search}
        value={search}
        onInput={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') onLeave();
          else if (event.key === 'Escape' && search !== '') onSearch('');
          else return;
          event.preventDefault();
        }}
      />
      {search !== '' && (
        <button
          type="button"
          class="search-input-clear-button"
          aria-label={words.common.clearSearch}
          onClick={() => {
            onSearch('');
            field.current!.focus();
          }}
        />
      )}
    </div>
  );
}

/** What stands in place of accounts: what sets the plugin up where nothing is found at all, else the way there. */
function NoAccounts({ model, onOpen }: Pick<AccountListProps, 'model' | 'onOpen'>): VNode {
  const isNothing = useStore(model.firstRun.isNothing);
  const tags = useStore(model.firstRun.tags);
  if (isNothing)
    return (
      <section class="account-actions-nothing" aria-label={words.firstRun.title}>
        <p>{words.firstRun.nothing(tags)}</p>
        <h2 class="account-actions-title">{words.firstRun.title}</h2>
        <FirstRunCard firstRun={model.firstRun} onApplied={() => undefined} />
      </section>
    );
  return (
    <div class="account-actions-empty">
      <p>{words.firstRun.noAccounts(tags)}</p>
      <button type="button" onClick={() => onOpen({ what: 'set-up' })}>
        {words.firstRun.title}
      </button>
    </div>
  );
}

const NO_ACCOUNTS: readonly AccountRow[] = [];

function rowOf(account: AccountRow): TreeRow {
  return { key: keyOf(account), account };
}

/** The key of an account's row; those of other rows are one word. */
function keyOf({ key }: { readonly key: string }): string {
  return `account:${key}`;
}
