import type { VNode } from 'preact';
import { dayWords } from '../../words/format';
import { words } from '../../words/words';
import { visible } from '../../core/text/inline';
import type { Day } from '../../core/base/day';
import type { RowVerb } from '../../core/triage/decide';
import type { ProposalRow } from '../../core/triage/rows';
import { ME, sharesOf, type Section } from '../../app/triage/sections';
import { plainVerbs, VERBS, type VerbEntry } from '../../app/triage/verbs';
import { IconButton } from '../parts/icon';
import { PressLink } from '../parts/press-link';
import { Menu } from 'obsidian';
import { addEntry, showMenu } from '../parts/show-menu';
import { withKey } from './keys';

interface SectionHeadProps {
  readonly section: Section;
  readonly today: Day;
  /** Whether letters are keys. */
  readonly letters: boolean;
  /** Decides rows of the section, as they are shown. */
  readonly onDecide: (rows: readonly ProposalRow[], verb: RowVerb) => void;
  /** Asks before a verb. */
  readonly onAsk: (entry: VerbEntry, rows: readonly ProposalRow[]) => void;
  readonly onAssign: (path: string) => void;
  readonly onOpen: (event: MouseEvent) => void;
}

const FOR_A_SHARE = plainVerbs(({ share }) => share !== undefined);

/** What the rows below have in common, said once, and what is done with all of them. */
export function SectionHead(props: SectionHeadProps): VNode {
  const { section, today, onDecide, onOpen } = props;
  const shares = sharesOf(section);
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
          <span>{words.triage.section.counts(section.rows.length, shares.mine.length)}</span>
        </span>
      </div>
      <div class="account-actions-row-buttons">
        {FOR_A_SHARE.map(({ name, verb, share }) => {
          const rows = shares[share!.of];
          return (
            rows.length > 0 && (
              <IconButton
                key={name}
                icon={share!.icon}
                label={share!.label(rows.length)}
                tabIndex={-1}
                onPress={() => onDecide(rows, verb)}
              />
            )
          );
        })}
        <IconButton
          icon="ellipsis"
          label={words.triage.section.more}
          tabIndex={-1}
          hasMenu
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

function menuOf({ section, letters, onDecide, onAsk, onAssign, onOpen }: SectionHeadProps): Menu {
  const { rows, grouping, path } = section;
  const menu = new Menu();
  for (const entry of VERBS)
    if (entry.section !== undefined)
      addEntry(
        menu,
        withKey(entry.section(rows.length), entry.sectionKey === undefined ? [] : [entry.sectionKey.key], letters),
        entry.icon,
        () => (entry.verb === null ? onAsk(entry, rows) : onDecide(rows, entry.verb)),
      );
  if (grouping === 'meeting') {
    menu.addSeparator();
    addEntry(menu, words.triage.section.setAccount, 'building-2', () => onAssign(path));
    addEntry(menu, words.triage.palette.open, 'file-text', (event) => onOpen(event as MouseEvent));
  }
  return menu;
}
