import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import { Icon, IconButton } from '../parts/icon';
import { useSilentLabel } from '../parts/silent-label';
import type { PaneAction } from './keys';

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
  { action: 'accept', name: 'Accept', icon: 'check' },
  { action: 'dismiss', name: 'Dismiss', icon: 'x' },
  { action: 'done', name: 'Mark done', icon: 'check-check' },
  { action: 'snooze', name: 'Snooze', icon: 'alarm-clock' },
];
const MORE: readonly { readonly action: PaneAction; readonly name: string; readonly icon: string }[] = [
  { action: 'edit', name: 'Edit the words and accept …', icon: 'pencil' },
  { action: 'owner', name: 'Change the owner …', icon: 'user' },
  { action: 'due', name: 'Change the due day …', icon: 'calendar' },
  { action: 'priority', name: 'Change the priority …', icon: 'signal' },
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
  const name = useSilentLabel('Decide');
  const showMore = (event: MouseEvent): void => {
    const menu = new Menu();
    if (hasEvidence)
      menu.addItem((item) =>
        item
          .setTitle('Settle as before')
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
          Undo
        </button>
        <button
          type="button"
          class="clickable-icon"
          aria-label="More"
          aria-haspopup="menu"
          disabled={!enabled}
          onClick={showMore}
        >
          <Icon name="ellipsis" />
        </button>
        <IconButton
          class="account-actions-filters-button"
          icon="filter"
          label="Filters"
          pressed={showsFilters}
          onPress={onFilters}
        />
        <IconButton
          class="account-actions-keys-button"
          icon="keyboard"
          label="Keys"
          pressed={showsKeys}
          onPress={() => onAction('help')}
        />
      </div>
    </>
  );
}
