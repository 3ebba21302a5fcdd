import type { OnError } from '../../app/told';
import { setIcon } from 'obsidian';
import { partByPart } from '../../core/base/shared-list';
import { deriveStore, type Store } from '../../core/base/store';
import type { Settings } from '../../core/settings';
import type { ProposalRow } from '../../core/triage/rows';
import { isMine, isWaiting } from '../../core/triage/splits';
import type { Waiting } from '../../core/triage/waiting';
import { words } from '../../words/words';
import { numberWords } from '../../words/format';

interface WaitingCountParts {
  readonly rows: Store<Waiting>;
  readonly settings: Store<Settings>;
  /** The item in the status bar, and the button in the ribbon. */
  readonly statusItem: HTMLElement;
  readonly ribbon: HTMLElement;
  readonly openTriage: () => void;
  readonly onError: OnError;
}

/**
 * Shows how many proposals wait for the user, in the status bar and on the ribbon's button, until the function that
 * comes back is called.
 */
export function showWaitingCount({
  rows,
  settings,
  statusItem,
  ribbon,
  openTriage,
  onError,
}: WaitingCountParts): () => void {
  const countMine = partByPart<ProposalRow, number>(
    (part) => part.filter((row) => isWaiting(row) && isMine(row)).length,
  );
  const count = deriveStore(
    [rows, settings],
    (all, { statusBar }) => {
      const mine = countMine(all.rows).reduce((sum, some) => sum + some, 0);
      return { mine, statusBar };
    },
    {
      equal: (a, b) => a.mine === b.mine && a.statusBar === b.statusBar,
      onError: (error) => onError(words.failures.update.waiting, error),
    },
  );
  statusItem.addClass('mod-clickable', 'account-actions-waiting');
  statusItem.setAttrs({ role: 'button', tabindex: '0', 'data-tooltip-position': 'top' });
  setIcon(statusItem.createSpan({ cls: 'status-bar-item-icon', attr: { 'aria-hidden': 'true' } }), 'list-checks');
  const number = statusItem.createSpan();
  statusItem.onclick = openTriage;
  statusItem.onkeydown = ({ key }) => {
    if (key === 'Enter' || key === ' ') openTriage();
  };
  const show = (): void => {
    const { mine, statusBar } = count.get();
    const label = mine === 0 ? words.commands['open-triage'] : words.triage.waitingForYou(mine);
    statusItem.toggle(statusBar && mine > 0);
    number.setText(numberWords(mine));
    statusItem.setAttr('aria-label', label);
    ribbon.setAttr('aria-label', label);
    if (mine === 0) delete ribbon.dataset['count'];
    else ribbon.dataset['count'] = mine > 99 ? '99+' : String(mine);
  };
  show();
  const end = count.subscribe(show);
  return () => {
    end();
    count.stop();
  };
}
