import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import { Icon, IconButton } from '../parts/icon';
import { useSilentLabel } from '../parts/silent-label';
import type { PaneAction } from './keys';
import { words } from '../../words/words';

interface TriageToolbarProps {
  /** Whether there is a row to do something with. */
  readonly enabled: boolean;
  /** Whether the row, or one of the selected rows, was done or decided before. */
  readonly hasEvidence: boolean;
  readonly showsKeys: boolean;
  readonly showsFilters: boolean;
  /** Shows or hides the filters, which a phone has no room for. */
  readonly onFilters: () => void;
  readonly onAction: (action: PaneAction) => void;
}

const BUTTONS: readonly { readonly action: PaneAction; readonly name: string; readonly icon: string }[] = [
  { action: 'accept', name: words.common.accept, icon: 'check' },
  { action: 'dismiss', name: words.common.dismiss, icon: 'x' },
  { action: 'done', name: words.common.markDone, icon: 'check-check' },
  { action: 'snooze', name: words.common.snooze, icon: 'alarm-clock' },
];
const MORE: readonly { readonly action: PaneAction; readonly name: string; readonly icon: string }[] = [
  { action: 'edit', name: words.triage.edit, icon: 'pencil' },
  { action: 'owner', name: words.triage.owner, icon: 'user' },
  { action: 'due', name: words.triage.due, icon: 'calendar' },
  { action: 'priority', name: words.triage.priority, icon: 'signal' },
];

/** The verbs for the selected rows, or the one with the focus. */
export function TriageToolbar({
  enabled,
  hasEvidence,
  showsKeys,
  showsFilters,
  onFilters,
  onAction,
}: TriageToolbarProps): VNode {
  const name = useSilentLabel(words.triage.toolbar);
  const showMore = (event: MouseEvent): void => {
    const menu = new Menu();
    if (hasEvidence)
      menu.addItem((item) =>
        item
          .setTitle(words.common.applyEarlier)
          .setIcon('history')
          .onClick(() => onAction('as-before')),
      );
    for (const { action, name: title, icon } of MORE)
      menu.addItem((item) =>
        item
          .setTitle(title)
          .setIcon(icon)
          .onClick(() => onAction(action)),
      );
    menu.showAtMouseEvent(event);
  };
  return (
    <>
      {name.element}
      <div class="account-actions-toolbar" role="toolbar" aria-labelledby={name.id}>
        {BUTTONS.map(({ action, name: label, icon }) => (
          <button key={action} type="button" disabled={!enabled} onClick={() => onAction(action)}>
            <Icon name={icon} />
            {label}
          </button>
        ))}
        <button type="button" onClick={() => onAction('undo')}>
          <Icon name="undo-2" />
          {words.common.undo}
        </button>
        <button
          type="button"
          class="clickable-icon"
          aria-label={words.triage.more}
          aria-haspopup="menu"
          disabled={!enabled}
          onClick={showMore}
        >
          <Icon name="more-horizontal" />
        </button>
        <IconButton
          class="account-actions-filters-button"
          icon="filter"
          label={words.triage.filters}
          pressed={showsFilters}
          onPress={onFilters}
        />
        <IconButton
          class="account-actions-keys-button"
          icon="keyboard"
          label={words.triage.keys}
          pressed={showsKeys}
          onPress={() => onAction('help')}
        />
      </div>
    </>
  );
}
