import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import { Icon, IconButton } from '../parts/icon';
import { useSilentLabel } from '../parts/silent-label';
import { VERBS, type VerbEntry } from '../../app/triage/verbs';
import { GROUPINGS, type Grouping } from '../../app/triage/sections';
import { words } from '../../words/words';
import { addEntry, showMenu } from '../parts/show-menu';
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
  readonly onVerb: (entry: VerbEntry) => void;
  readonly onAction: (action: PaneAction) => void;
}

const BUTTONS = VERBS.filter(({ buttons }) => buttons.includes('toolbar'));
const MORE = VERBS.filter(({ buttons }) => buttons.includes('more'));

/** The first key of an action, as it is written for people. */
function firstOf(keys: readonly string[]): string {
  return keyWords(keys[0]!).toUpperCase();
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
        aria-label={words.triage.withKey(label, keyWord)}
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
  onVerb,
  onAction,
}: TriageToolbarProps): VNode {
  const name = useSilentLabel(words.triage.toolbar);
  const showMore = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const entry of MORE)
      if (hasEvidence || entry.only !== 'decided-before')
        addEntry(menu, entry.title ?? entry.label, entry.icon, () => onVerb(entry));
    showMenu(menu, event);
  };
  const showGroupings = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const by of GROUPINGS)
      menu.addItem((item) =>
        item
          .setTitle(words.triage.grouped[by])
          .setChecked(by === grouping)
          .onClick(() => onGroup(by)),
      );
    showMenu(menu, event);
  };
  return (
    <>
      {name.element}
      <div class="account-actions-toolbar" role="toolbar" aria-labelledby={name.id}>
        {BUTTONS.map((entry) => (
          <VerbButton
            key={entry.name}
            icon={entry.icon}
            label={entry.label}
            keyWord={firstOf(entry.keys)}
            enabled={enabled}
            onPress={() => onVerb(entry)}
          />
        ))}
        <VerbButton
          icon="undo-2"
          label={words.common.undo}
          keyWord={firstOf(KEYS.find(({ action }) => action === 'undo')!.keys)}
          enabled
          onPress={() => onAction('undo')}
        />
        <button
          type="button"
          class="clickable-icon"
          aria-label={words.triage.more}
          aria-haspopup="menu"
          disabled={!enabled}
          onClick={showMore}
        >
          <Icon name="ellipsis" />
        </button>
        <span class="account-actions-toolbar-gap" role="presentation" />
        <button
          type="button"
          class="clickable-icon"
          aria-label={words.triage.groupBy}
          aria-haspopup="menu"
          onClick={showGroupings}
        >
          <Icon name="layers" />
        </button>
        <IconButton icon="filter" label={words.triage.filters} pressed={showsFilters} onPress={onFilters} />
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
