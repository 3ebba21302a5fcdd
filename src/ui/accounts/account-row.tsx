import type { VNode } from 'preact';
import { sameValue } from '../../core/base/equal';
import type { Day } from '../../core/base/day';
import { isQuiet } from '../../core/graph/account-order';
import type { AccountRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { dayWords, distanceWords, numberWords } from '../../words/format';
import { Icon } from '../parts/icon';
import { memo } from '../parts/memo';
import type { AccountMark } from '../../app/accounts/model';
import type { Opened } from './state';
import { words } from '../../words/words';

/** Where a row stands among all rows, of which not all are drawn. */
export interface TreePlace {
  readonly index: number;
  readonly count: number;
}

interface AccountTreeItemProps {
  readonly account: AccountRow;
  readonly place: TreePlace;
  readonly mark: AccountMark;
  readonly today: Day;
  /** What answers a search besides its name, or null. */
  readonly hit: string | null;
  readonly onOpen: (opened: Opened) => void;
  /** Offers what else can be done with the account. */
  readonly onMenu: (account: AccountRow, event: MouseEvent) => void;
}

/** An account in the list. It is drawn again only when what it shows changed. */
export const AccountTreeItem = memo(
  function AccountTreeItem({ account, place, mark, today, hit, onOpen, onMenu }: AccountTreeItemProps): VNode {
    const { key, name, waiting, open, myOverdue, overdue } = account;
    return (
      <TreeItem
        id={key}
        place={place}
        class={mark === 'muted' ? 'is-muted' : ''}
        onOpen={() => onOpen({ what: 'account', key })}
        onMenu={(event) => onMenu(account, event)}
      >
        <div class="tree-item-inner">
          <div class="account-actions-name">
            <bdi class="account-actions-name-text">{visible(name)}</bdi>
            {mark === 'pinned' && (
              <span class="account-actions-mark">
                <Icon name="pin" />
                <span class="account-actions-unseen">{words.accounts.pinned}</span>
              </span>
            )}
          </div>
          <div class={`account-actions-sub ${isQuiet(account) ? 'is-quiet' : ''}`}>
            {contactWords(account, today)}
            {open > 0 && words.accounts.alsoOpen(open)}
            {hit !== null && (
              <>
                {' '}
                · <bdi>{visible(hit)}</bdi>
              </>
            )}
          </div>
        </div>
        <div class="tree-item-flair-outer account-actions-flairs">
          {waiting > 0 && <Flair count={waiting} what={words.accounts.flair.proposed} icon="circle-dashed" />}
          {overdue > 0 && (
            <Flair
              count={overdue}
              what={myOverdue > 0 ? words.accounts.flair.overdueOfMine(myOverdue) : words.accounts.flair.overdue}
              icon="alarm-clock"
              class={`is-overdue-count ${myOverdue > 0 ? 'is-overdue' : ''}`}
            />
          )}
        </div>
      </TreeItem>
    );
  },
  (before, after) =>
    before.today === after.today &&
    before.mark === after.mark &&
    before.hit === after.hit &&
    sameValue([before.account, before.place], [after.account, after.place]),
);

interface FlairProps {
  readonly count: number;
  /** What is counted; a screen reader says it, the eye sees the icon. */
  readonly what: string;
  readonly icon: string;
  readonly class?: string;
}

function Flair({ count, what, icon, class: className = '' }: FlairProps): VNode {
  return (
    <span class={`tree-item-flair ${className}`} title={`${numberWords(count)} ${what}`}>
      {numberWords(count)}
      <span class="account-actions-unseen"> {what}</span>
      <Icon name={icon} />
    </span>
  );
}

interface GroupTreeItemProps {
  readonly id: string;
  readonly place: TreePlace;
  readonly icon: string;
  readonly title: string;
  /** How many, with what is counted: `3 notes`. */
  readonly counted: string;
  /** Whether its rows are shown below it; left out where it opens a page. */
  readonly expanded?: boolean;
  readonly onOpen: () => void;
}

/** A row that opens a list of notes, or shows more accounts. */
export function GroupTreeItem({ id, place, icon, title, counted, expanded, onOpen }: GroupTreeItemProps): VNode {
  return (
    <TreeItem id={id} place={place} expanded={expanded} onOpen={onOpen}>
      <div class="tree-item-icon">
        <Icon name={icon} />
      </div>
      <div class="tree-item-inner">{title}</div>
      <div class="tree-item-flair-outer">
        <span class="tree-item-flair">{counted}</span>
      </div>
    </TreeItem>
  );
}

interface TreeItemProps {
  readonly id: string;
  readonly place: TreePlace;
  readonly class?: string;
  readonly expanded?: boolean | undefined;
  readonly onOpen: () => void;
  readonly onMenu?: (event: MouseEvent) => void;
  readonly children: unknown;
}

function TreeItem({
  id,
  place: { index, count },
  class: className = '',
  expanded,
  onOpen,
  onMenu,
  children,
}: TreeItemProps): VNode {
  return (
    <div
      class={`tree-item-self is-clickable account-actions-row ${className}`}
      role="treeitem"
      tabIndex={0}
      data-key={id}
      aria-expanded={expanded}
      aria-posinset={index + 1}
      aria-setsize={count}
      onClick={onOpen}
      onContextMenu={onMenu}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
    >
      {children as VNode}
    </div>
  );
}

/** When the account was last met: `met 3 days ago`, `quiet for 34 days`. */
export function contactWords({ lastContact, quiet }: Pick<AccountRow, 'lastContact' | 'quiet'>, today: Day): string {
  if (lastContact === null || quiet === null) return words.accounts.neverMet;
  if (quiet > 365) return words.accounts.lastMet(dayWords(lastContact, today));
  return quiet > 28 ? words.accounts.quiet(quiet) : words.accounts.met(distanceWords(lastContact, today));
}
