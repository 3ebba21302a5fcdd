import type { VNode } from 'preact';
import { dayWords } from '../../words/format';
import { words } from '../../words/words';
import { visible } from '../../core/text/inline';
import type { Day } from '../../core/base/day';
import type { RowVerb } from '../../core/triage/decide';
import type { ProposalRow } from '../../core/triage/rows';
import { ME, sharesOf, type Section } from '../../app/triage/sections';
import { IconButton } from '../parts/icon';
import { PressLink } from '../parts/press-link';
import { Menu } from 'obsidian';
import { addEntry, showMenu } from '../parts/show-menu';

interface SectionHeadProps {
  readonly section: Section;
  readonly today: Day;
  /** Decides rows of the section, as they are shown. */
  readonly onDecide: (rows: readonly ProposalRow[], verb: RowVerb) => void;
  readonly onSnooze: (rows: readonly ProposalRow[]) => void;
  readonly onAssign: (path: string) => void;
  readonly onOpen: (event: MouseEvent) => void;
}

/** What the rows below have in common, said once, and what is done with all of them. */
export function SectionHead(props: SectionHeadProps): VNode {
  const { section, today, onDecide, onOpen } = props;
  const { mine, others } = sharesOf(section);
  const isMeeting = section.grouping === 'meeting';
  const title = visible(titleOf(section));
  return (
    <div class="account-actions-section-head" role="gridcell" onClick={(event) => event.stopPropagation()}>
      <div class="account-actions-section-title">
        {isMeeting ? (
          <PressLink class="account-actions-from" tabIndex={-1} onPress={(event) => onOpen(event)}>
            {title}
          </PressLink>
        ) : (
          <bdi>{title}</bdi>
        )}
        <span class="account-actions-sub">
          {isMeeting && section.day !== null && <span>{dayWords(section.day, today)}</span>}
          {isMeeting && (
            <bdi>{section.account === null ? words.triage.split['no-account'] : visible(section.account)}</bdi>
          )}
          <span>{words.triage.section.counts(section.rows.length, mine.length)}</span>
        </span>
      </div>
      <div class="account-actions-row-buttons">
        {mine.length > 0 && (
          <IconButton
            icon="user-check"
            label={words.triage.section.acceptMine(mine.length)}
            tabIndex={-1}
            onPress={() => onDecide(mine, { name: 'accept' })}
          />
        )}
        {others.length > 0 && (
          <IconButton
            icon="user-x"
            label={words.triage.section.dismissOthers(others.length)}
            tabIndex={-1}
            onPress={() => onDecide(others, { name: 'dismiss' })}
          />
        )}
        <IconButton
          icon="ellipsis"
          label={words.triage.section.more}
          tabIndex={-1}
          onPress={(event) => showMenu(menuOf(props), event)}
        />
      </div>
    </div>
  );
}

function titleOf({ grouping, title }: Section): string {
  if (title !== null) return title === ME ? words.triage.section.mine : title;
  return grouping === 'account'
    ? words.triage.split['no-account']
    : grouping === 'person'
      ? words.common.noOwner
      : words.triage.section.noSource;
}

function menuOf({ section, onDecide, onSnooze, onAssign, onOpen }: SectionHeadProps): Menu {
  const { rows, grouping, path } = section;
  const menu = new Menu();
  addEntry(menu, words.triage.section.acceptAll(rows.length), 'check', () => onDecide(rows, { name: 'accept' }));
  addEntry(menu, words.triage.section.dismissAll(rows.length), 'x', () => onDecide(rows, { name: 'dismiss' }));
  addEntry(menu, words.triage.section.snoozeAll(rows.length), 'alarm-clock', () => onSnooze(rows));
  if (grouping === 'meeting') {
    menu.addSeparator();
    addEntry(menu, words.triage.section.setAccount, 'building-2', () => onAssign(path));
    addEntry(menu, words.triage.palette.open, 'file-text', (event) => onOpen(event as MouseEvent));
  }
  return menu;
}
