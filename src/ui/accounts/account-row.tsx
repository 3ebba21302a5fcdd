import type { VNode } from 'preact';
import { memo } from 'preact/compat';
import { sameValue } from '../../core/base/equal';
import type { Day } from '../../core/base/day';
import type { AccountRow } from '../../core/graph/rows';
import { isQuiet } from '../../core/graph/select';
import { visible } from '../../core/text/inline';
import { countWords, dayWords, distanceWords } from '../parts/day-words';
import { Icon } from '../parts/icon';
import type { Opened } from './model';

interface AccountTreeItemProps {
  readonly account: AccountRow;
  readonly today: Day;
  readonly onOpen: (opened: Opened) => void;
}

/** An account in the list. It is drawn again only when what it shows changed. */
export const AccountTreeItem = memo(function AccountTreeItem({ account, today, onOpen }: AccountTreeItemProps): VNode {
  const { key, name, proposed, open, myOverdue, overdue } = account;
  return (
    <TreeItem id={key} onOpen={() => onOpen({ what: 'account', key })}>
      <div class="tree-item-inner">
        <div class="account-actions-name"><bdi>{visible(name)}</bdi></div>
        <div class={`account-actions-sub ${isQuiet(account) ? 'is-quiet' : ''}`}>{contactWords(account, today)}{open > 0 && ` · ${open} open`}</div>
      </div>
      <div class="tree-item-flair-outer account-actions-flairs">
        {proposed > 0 && <Flair count={proposed} words="proposed" icon="circle-dashed" />}
        {overdue > 0 && <Flair count={overdue} words={`overdue${myOverdue > 0 ? `, ${myOverdue} of mine` : ''}`} icon="alarm-clock" class={`is-overdue-count ${myOverdue > 0 ? 'is-overdue' : ''}`} />}
      </div>
    </TreeItem>
  );
}, (before, after) => before.today === after.today && sameValue(before.account, after.account));

interface FlairProps {
  readonly count: number;
  /** What is counted; a screen reader says it, the eye sees the icon. */
  readonly words: string;
  readonly icon: string;
  readonly class?: string;
}

function Flair({ count, words, icon, class: className = '' }: FlairProps): VNode {
  return (
    <span class={`tree-item-flair ${className}`} title={`${count} ${words}`}>
      {count.toLocaleString('en-GB')}<span class="account-actions-unseen"> {words}</span><Icon name={icon} />
    </span>
  );
}

interface GroupTreeItemProps {
  readonly id: string;
  readonly icon: string;
  readonly title: string;
  /** How many notes. */
  readonly count: number;
  readonly onOpen: () => void;
}

/** A row above the accounts that opens a list of notes. */
export function GroupTreeItem({ id, icon, title, count, onOpen }: GroupTreeItemProps): VNode {
  return (
    <TreeItem id={id} onOpen={onOpen}>
      <div class="tree-item-icon"><Icon name={icon} /></div>
      <div class="tree-item-inner">{title}</div>
      <div class="tree-item-flair-outer"><span class="tree-item-flair">{countWords(count, 'note')}</span></div>
    </TreeItem>
  );
}

function TreeItem({ id, onOpen, children }: { readonly id: string; readonly onOpen: () => void; readonly children: unknown }): VNode {
  return (
    <div
      class="tree-item-self is-clickable account-actions-row" role="treeitem" tabIndex={0} data-key={id}
      onClick={onOpen}
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
  if (lastContact === null || quiet === null) return 'no meeting yet';
  if (quiet > 365) return `last met ${dayWords(lastContact, today)}`;
  return quiet > 28 ? `quiet for ${quiet} days` : `met ${distanceWords(lastContact, today)}`;
}
