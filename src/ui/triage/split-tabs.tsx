import { Menu } from 'obsidian';
import type { ComponentChildren, VNode } from 'preact';
import { SPLITS, type Split, type SplitCounts } from '../../core/triage/splits';
import { words } from '../../words/words';
import { Icon } from '../parts/icon';
import { showMenu } from '../parts/show-menu';
import { Tabs } from '../parts/tabs';

interface SplitTabsProps {
  readonly counts: SplitCounts;
  readonly active: Split;
  readonly onChange: (split: Split) => void;
  /** Goes into the list: a menu gives the focus to nobody. */
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

/** The splits that always have a tab, but for the last of them, whose place another one takes that is shown. */
const PINNED: readonly Split[] = ['all', 'mine', 'week'];

/** A line of three splits, the others behind "More", and below it what is shown of the active one. */
export function SplitTabs({ counts, active, onChange, onLeave, children }: SplitTabsProps): VNode {
  const tabs = PINNED.includes(active) ? PINNED : [...PINNED.slice(0, -1), active];
  const showOthers = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const split of SPLITS.filter((name) => !tabs.includes(name)))
      menu.addItem((item) =>
        item.setTitle(words.triage.filter.counted(words.triage.split[split], counts[split])).onClick(() => {
          onChange(split);
          onLeave();
        }),
      );
    showMenu(menu, event);
  };
  return (
    <Tabs
      label={words.triage.splits}
      tabs={tabs.map((name) => ({ name, label: words.triage.split[name], count: counts[name] }))}
      active={active}
      onChange={onChange}
      more={
        <button
          type="button"
          class="account-actions-tab"
          aria-label={words.triage.moreSplits}
          aria-haspopup="menu"
          onClick={showOthers}
        >
          {words.triage.more}
          <Icon name="chevron-down" />
        </button>
      }
    >
      {children}
    </Tabs>
  );
}
