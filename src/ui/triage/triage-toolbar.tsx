import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import { Icon, IconButton } from '../parts/icon';
import { useSilentLabel } from '../parts/silent-label';
import type { Grouping } from '../../app/triage/sections';
import { showMenu } from '../parts/show-menu';
import { KEYS, keyWords, type PaneAction } from './keys';

interface TriageToolbarProps {
  /** Whether there is a row to do something with. */
  readonly enabled: boolean;
  /** Whether the row, or one of the selected rows, was done or decided before. */
  readonly hasEvidence: boolean;
  /** By what the rows stand together. */
  readonly grouping: Grouping;
  readonly onGroup: (grouping: Grouping) => void;
  readonly showsKeys: boolean;
  readonly showsFilters: boolean;
  /** Shows or hides the filters. */
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

const GROUPED_BY: readonly { readonly name: Grouping; readonly words: string }[] = [
  { name: 'meeting', words: 'Group by meeting' },
  { name: 'account', words: 'Group by account' },
  { name: 'person', words: 'Group by person' },
  { name: 'source', words: 'Group by source' },
  { name: 'none', words: 'No groups' },
];

/** The first key of an action, as it is written for people. */
function keyOf(action: PaneAction): string {
  return keyWords(KEYS.find((known) => known.action === action)!.keys[0]!).toUpperCase();
}

interface VerbButtonProps {
  readonly icon: string;
  readonly label: string;
  readonly keyWord: string;
  readonly enabled: boolean;
  readonly onPress: () => void;
}

/** A verb as an icon: its tooltip says its key, too; a screen reader hears its name alone. */
function VerbButton({ icon, label, keyWord, enabled, onPress }: VerbButtonProps): VNode {
  const name = useSilentLabel(label);
  return (
    <>
      {name.element}
      <button
        type="button"
        class="clickable-icon"
        aria-label={`${label} (${keyWord})`}
        aria-labelledby={name.id}
        aria-keyshortcuts={keyWord}
        disabled={!enabled}
        onClick={onPress}
      >
        <Icon name={icon} />
      </button>
    </>
  );
}

/** The verbs for the selected rows, or the one with the focus. */
export function TriageToolbar({
  enabled,
  hasEvidence,
  grouping,
  onGroup,
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
    showMenu(menu, event);
  };
  const showGroupings = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const { name: by, words } of GROUPED_BY)
      menu.addItem((item) =>
        item
          .setTitle(words)
          .setChecked(by === grouping)
          .onClick(() => onGroup(by)),
      );
    showMenu(menu, event);
  };
  return (
    <>
      {name.element}
      <div class="account-actions-toolbar" role="toolbar" aria-labelledby={name.id}>
        {BUTTONS.map(({ action, name: label, icon }) => (
          <VerbButton
            key={action}
            icon={icon}
            label={label}
            keyWord={keyOf(action)}
            enabled={enabled}
            onPress={() => onAction(action)}
          />
        ))}
        <VerbButton icon="undo-2" label="Undo" keyWord={keyOf('undo')} enabled onPress={() => onAction('undo')} />
        <button
          type="button"
          class="clickable-icon"
          aria-label="More"
          aria-haspopup="menu"
          disabled={!enabled}
          onClick={showMore}
        >
          <Icon name="more-horizontal" />
        </button>
        <span class="account-actions-toolbar-gap" role="presentation" />
        <button type="button" class="clickable-icon" aria-label="Group by" aria-haspopup="menu" onClick={showGroupings}>
          <Icon name="layers" />
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
