import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import type { Left } from '../../core/change/journal';
import type { RecentNote, RecentRow } from '../../core/change/recent';
import { baseName } from '../../core/note/note';
import { visible } from '../../core/text/inline';
import { momentWords } from '../../words/format';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { PressLink } from '../parts/press-link';
import { LineChange } from '../parts/line-change';
import type { ChangesModel } from '../../app/changes/follow-changes';
import { useUniqueId } from '../parts/unique-id';
import { words } from '../../words/words';

interface ChangeItemProps {
  readonly row: RecentRow;
  readonly today: Day;
  /** While one action is taken back, no other can be. */
  readonly pending: boolean;
  readonly onUndo: () => void;
  readonly onOpen: ChangesModel['open'];
}

/** An action of more changes than this is shown closed. */
const SHOWN_AT_ONCE = 3;

/** One action: what it did and when, whether it can be taken back, and on demand its lines before and after. */
export function ChangeItem({ row, today, pending, onUndo, onOpen }: ChangeItemProps): VNode {
  const { label, at, notes, left, settled } = row;
  const [open, setOpen] = useState(notes.reduce((sum, { lines }) => sum + lines.length, left.length) <= SHOWN_AT_ONCE);
  const id = useUniqueId();
  const toggle = useRef<HTMLButtonElement>(null);
  const undo = (): void => {
    // Its button goes when it is taken back; the focus may not go with it.
    toggle.current!.focus();
    onUndo();
  };
  return (
    <li class="account-actions-action">
      <div class="account-actions-action-head">
        <button
          type="button"
          class="account-actions-action-toggle"
          ref={toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'chevron-down' : 'chevron-right'} />
          <span class="account-actions-item-inner">
            <bdi class="account-actions-item-text">{visible(label)}</bdi>
            <span class="account-actions-sub account-actions-facts">
              <span>{momentWords(at, today)}</span>
              <span>{writtenWords(row)}</span>
              {settled !== null && <span>{settled}</span>}
            </span>
          </span>
        </button>
        {settled === null && (
          <button type="button" disabled={pending} aria-label={words.changes.undo(visible(label))} onClick={undo}>
            {words.common.undo}
          </button>
        )}
      </div>
      <div id={id} hidden={!open}>
        {open && (
          <LongList items={notes} label={words.changes.notes}>
            {(note) => <ChangedNote key={note.path} note={note} onOpen={onOpen} />}
          </LongList>
        )}
        {open && left.length > 0 && (
          <LongList items={left} label={words.common.leftUnchanged}>
            {(one) => <LeftItem key={`${one.path} ${one.sentence}`} left={one} onOpen={onOpen} />}
          </LongList>
        )}
      </div>
    </li>
  );
}

function ChangedNote({
  note: { path, state, effect, reason, lines },
  onOpen,
}: {
  readonly note: RecentNote;
  readonly onOpen: ChangesModel['open'];
}): VNode {
  return (
    <li class={`account-actions-changed-note ${state === 'done' || state === 'pending' ? '' : 'is-not-written'}`}>
      <PressLink class="account-actions-from" onPress={(event) => onOpen({ path, line: lines[0]?.line ?? 0 }, event)}>
        {visible(baseName(path))}
      </PressLink>
      {effect !== null && state === 'done' && (
        <div>{effect === 'create' ? words.changes.newNote : words.changes.trashed}</div>
      )}
      {reason !== null && <div class="account-actions-refusal">{reason}</div>}
      <LongList items={lines} label={words.common.lines}>
        {({ line, before, after, refusal }) => (
          <li key={line} class={refusal === null ? '' : 'is-not-written'}>
            <LineChange before={before} after={after} />
            {refusal !== null && <div class="account-actions-refusal">{refusal}</div>}
          </li>
        )}
      </LongList>
    </li>
  );
}

function LeftItem({
  left: { path, sentence },
  onOpen,
}: {
  readonly left: Left;
  readonly onOpen: ChangesModel['open'];
}): VNode {
  return (
    <li class="account-actions-changed-note is-not-written">
      {path !== '' && (
        <PressLink class="account-actions-from" onPress={(event) => onOpen({ path }, event)}>
          {visible(baseName(path))}
        </PressLink>
      )}
      <div class="account-actions-refusal">{visible(sentence)}</div>
    </li>
  );
}

function writtenWords({ notes, written, refused }: RecentRow): string {
  const of = notes.some(({ effect }) => effect !== null) ? words.count.changes : words.count.lines;
  if (written === 0 && refused > 0) return words.changes.notWritten(of(refused));
  return `${words.changes.inNotes(of(written), notes.length)}${refused === 0 ? '' : words.changes.alsoNotWritten(refused)}`;
}
