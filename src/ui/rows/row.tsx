import type { ComponentChildren, TargetedFocusEvent, TargetedKeyboardEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Platform } from 'obsidian';
import type { NotePlace } from '../../app/context';
import type { Day } from '../../core/base/day';
import type { LineRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { dayWords } from '../../words/format';
import { words } from '../../words/words';
import { InlineText } from '../inline/inline-text';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { PressLink } from '../parts/press-link';
import { useUniqueId } from '../parts/unique-id';
import type { RowsModel } from './model';

/** What the icon of a row is called, and what it says. */
export interface Sign {
  readonly name: string;
  readonly label: string;
}

interface RowProps {
  readonly model: RowsModel;
  readonly place: NotePlace;
  readonly sign?: Sign | undefined;
  /** What the row says. */
  readonly children: ComponentChildren;
  /** What its link says: the note, the day. */
  readonly from: string;
  /** What else is known of it. */
  readonly parts?: ComponentChildren;
  readonly more?: MoreProps | undefined;
  /** The buttons of what can be done with it, which a row that takes keys has while it is pointed at or has the focus. */
  readonly buttons?: ((words: RowLabel) => ComponentChildren) | undefined;
  /** Opens the menu of what can be done with it. */
  readonly onMenu?: ((event: MouseEvent) => void) | undefined;
  /** Where it takes keys: what they do. */
  readonly onKey?: ((event: KeyboardEvent, row: HTMLElement) => void) | undefined;
  /** A class of its own. */
  readonly class?: string;
}

/**
 * The element that says what a row says, where only the row that is looked at has buttons: they are called by what they
 * do, and described by it. Null where all rows have theirs, which must be told apart by their names.
 */
export type RowLabel = { readonly id: string } | null;

/** A row that opens its line in the note: by its link, and where that is wanted by a click anywhere on it. */
export function Row({
  model,
  place,
  sign,
  children,
  from,
  parts,
  more,
  buttons,
  onMenu,
  onKey,
  class: className = '',
}: RowProps): VNode {
  const { isView, preview } = model;
  const id = useUniqueId();
  const [hasFocus, setFocus] = useState(false);
  const [isPointedAt, setPointedAt] = useState(false);
  const takesKeys = isView && onKey !== undefined;
  // With Tab one comes from a row that takes keys to its own buttons, and to those of no other.
  const tabIndex = takesKeys ? (hasFocus ? 0 : -1) : undefined;
  const open = (event: MouseEvent): void => {
    // It may stand in another row.
    event.stopPropagation();
    model.open(place, event);
  };
  return (
    <li
      class={`account-actions-item ${isView ? '' : 'is-static'} ${className}`}
      onClick={isView ? open : undefined}
      onContextMenu={isView ? onMenu : undefined}
      {...(takesKeys && {
        tabIndex: 0,
        'aria-labelledby': id,
        'data-row': '',
        onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => onKey(event, event.currentTarget),
        onMouseEnter: () => setPointedAt(true),
        onMouseLeave: () => setPointedAt(false),
        onFocusIn: () => setFocus(true),
        onFocusOut: ({ currentTarget, relatedTarget }: TargetedFocusEvent<HTMLElement>) => {
          const next = relatedTarget as Element | null;
          // Its menu gives the focus back to the button that opened it.
          setFocus(currentTarget.contains(next) || next?.closest('.menu') != null);
        },
      })}
    >
      {sign !== undefined && (
        <span class="account-actions-item-icon" role="img" aria-label={sign.label}>
          <Icon name={sign.name} />
        </span>
      )}
      <div class="account-actions-item-inner">
        <div class="account-actions-item-text" id={takesKeys ? id : undefined}>
          {children}
        </div>
        <div class="account-actions-sub mod-parts">
          {parts}
          <span onMouseOver={preview === null ? undefined : (event) => preview(place, event, event.currentTarget)}>
            <PressLink class="account-actions-from" tabIndex={tabIndex} onPress={open}>
              {visible(from)}
            </PressLink>
          </span>
        </div>
        {more !== undefined && <More {...more} tabIndex={tabIndex} />}
      </div>
      {(!takesKeys || hasFocus || isPointedAt || Platform.isMobile) && buttons?.(takesKeys ? { id } : null)}
    </li>
  );
}

/** Whether the rows below a row are shown, and how that is changed. */
export interface Unfolding {
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** The one that somebody else remembers, or one's own. */
export function useUnfolding(given: Unfolding | undefined): Unfolding {
  const [isOpen, setOpen] = useState(false);
  return given ?? { isOpen, toggle: () => setOpen(!isOpen) };
}

export interface MoreProps {
  /** What its button says: `2 copies`. */
  readonly words: string;
  /** The rows that it shows. */
  readonly children: () => ComponentChildren;
  /** Left out where nobody else remembers whether they are shown. */
  readonly unfolding?: Unfolding | undefined;
}

/** Rows below a row, on demand. */
export function More({
  words: said,
  children,
  unfolding,
  tabIndex,
}: MoreProps & { readonly tabIndex?: number | undefined }): VNode {
  const { isOpen, toggle } = useUnfolding(unfolding);
  return (
    <>
      <button
        type="button"
        class="account-actions-fact-button account-actions-more-rows"
        aria-expanded={isOpen}
        tabIndex={tabIndex}
        onClick={(event) => {
          event.stopPropagation();
          toggle();
        }}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        {said}
      </button>
      {isOpen && children()}
    </>
  );
}

/** The lines that say the same as a row, on demand; undefined where there are none. */
export function moreOf<T extends { readonly key: string }>(
  copies: readonly T[],
  unfolding: Unfolding | undefined,
  draw: (copy: T) => VNode,
): MoreProps | undefined {
  if (copies.length === 0) return undefined;
  return {
    words: words.count.copies(copies.length),
    unfolding,
    children: () => (
      <LongList items={copies} label={words.common.copies}>
        {draw}
      </LongList>
    ),
  };
}

/** Longer words are nobody's decision: they are cut until one asks for them. In UTF-16 units. */
const LONGEST_TEXT = 1_000;

/** The words of a line, cut while they are very long. Its links lead from the note at `path`. */
export function RowWords({
  model,
  path,
  text,
}: {
  readonly model: Pick<RowsModel, 'openLink'>;
  readonly path: string;
  readonly text: string;
}): VNode {
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && text.length > LONGEST_TEXT;
  return (
    <>
      <InlineText
        text={text === '' ? words.common.noText : isCut ? `${text.slice(0, LONGEST_TEXT)}…` : text}
        links={{ openLink: (target, event) => model.openLink(target, path, event) }}
      />
      {isCut && (
        <button
          type="button"
          class="account-actions-fact-button"
          onClick={(event) => {
            event.stopPropagation();
            setWhole(true);
          }}
        >
          {words.common.showText}
        </button>
      )}
    </>
  );
}

/** The words of a row in the name of a button of it. */
export function nameOf({ text }: { readonly text: string }): string {
  return visible(text.slice(0, LONGEST_TEXT));
}

/** What is said of a row already where it stands. */
export interface Hidden {
  readonly account: boolean;
  readonly note: boolean;
  readonly owner: boolean;
}

/** An opened account says whose its rows are. */
export const IN_ACCOUNT: Hidden = { account: true, note: false, owner: false };

/** Whose a line is, where that is not said already. */
export function AccountPart({
  account,
  hides,
}: {
  readonly account: string | null;
  readonly hides: Hidden;
}): VNode | null {
  if (hides.account) return null;
  return (
    <span>
      <bdi>{account === null ? words.common.facts.noAccount : visible(account)}</bdi>
    </span>
  );
}

/** The note and day that a row is from. */
export function originOf({ note, day }: Pick<LineRow, 'note' | 'day'>, hides: Hidden, today: Day): string {
  const parts = [...(hides.note ? [] : [note]), ...(day === null ? [] : [dayWords(day, today)])];
  return parts.length === 2 ? words.accounts.origin(note, parts[1]!) : (parts[0] ?? words.common.note);
}
