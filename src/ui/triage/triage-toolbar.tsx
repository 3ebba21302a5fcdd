import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import { IconButton } from '../parts/icon';
import { useSilentLabel } from '../parts/silent-label';
import { VERBS, type VerbEntry } from '../../app/triage/verbs';
import { GROUPINGS, type Grouping } from '../../app/triage/sections';
import { words } from '../../words/words';
import { addEntry, showMenu } from '../parts/show-menu';
import { keyHint, keysOf, withKey, type PaneAction } from './keys';

interface TriageToolbarProps {
  /** Whether there is a row to do something with. */
  readonly enabled: boolean;
  /** Whether the row, or one of the selected rows, was done or decided before. */
  readonly hasEvidence: boolean;
  /** By what the rows stand together. */
  readonly grouping: Grouping;
  readonly onGroup: (grouping: Grouping) => void;
  /** Whether letters are keys. */
  readonly letters: boolean;
  readonly showsKeys: boolean;
  readonly showsFilters: boolean;
  /** Shows or hides the filters. */
  readonly onFilters: () => void;
  readonly onVerb: (entry: VerbEntry) => void;
  readonly onAction: (action: PaneAction) => void;
}

const BUTTONS = VERBS.filter(({ buttons }) => buttons.includes('toolbar'));
const MORE = VERBS.filter(({ buttons }) => buttons.includes('more'));

/** The verbs for the selected rows, or the one with the focus. */
export function TriageToolbar({
  enabled,
  hasEvidence,
  grouping,
  onGroup,
  letters,
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
        addEntry(menu, withKey(entry.title ?? entry.label, entry.keys, letters), entry.icon, () => onVerb(entry));
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
          <IconButton
            key={entry.name}
            icon={entry.icon}
            label={entry.label}
            {...keyHint(entry.label, entry.keys, letters)}
            disabled={!enabled}
            onPress={() => onVerb(entry)}
          />
        ))}
        <IconButton
          icon="undo-2"
          label={words.common.undo}
          {...keyHint(words.common.undo, keysOf('undo'), letters)}
          onPress={() => onAction('undo')}
        />
        <IconButton icon="ellipsis" label={words.triage.more} hasMenu disabled={!enabled} onPress={showMore} />
        <span class="account-actions-toolbar-gap" role="presentation" />
        <IconButton icon="layers" label={words.triage.groupBy} hasMenu onPress={showGroupings} />
        <IconButton
          icon="filter"
          label={words.triage.filters}
          {...keyHint(words.triage.filters, keysOf('filter'), letters)}
          pressed={showsFilters}
          onPress={onFilters}
        />
        <IconButton
          class="account-actions-keys-button"
          icon="keyboard"
          label={words.triage.keys}
          {...keyHint(words.triage.keys, keysOf('help'), letters)}
          pressed={showsKeys}
          onPress={() => onAction('help')}
        />
      </div>
    </>
  );
}
