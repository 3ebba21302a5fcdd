import { Platform } from 'obsidian';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RowVerb } from '../../core/triage/decide';
import { picking, SharedList } from '../../core/base/shared-list';
import type { ProposalRow } from '../../core/triage/rows';
import { countWaiting, isWaiting } from '../../core/triage/splits';
import { byFirstLine } from '../../core/triage/waiting';
import { useStore } from '../use-store';
import { currentRow, moveTo, type Desk, type Showing } from '../../app/triage/desk';
import { keepDesk, type DeskKeeper } from '../../app/triage/desk-keeper';
import type { TriageModel } from '../../app/triage/model';
import { PALETTE_KEYS, paletteActionOf, type PaletteAction } from './triage-palette-keys';
import { PaletteRow } from './triage-palette-row';
import { findProposals } from './triage-palette-search';
import { useUniqueId } from '../parts/unique-id';
import { words } from '../../words/words';

interface TriagePalettePaneProps {
  readonly model: TriageModel;
  readonly onClose: () => void;
}

/** How many rows the list draws at most. */
const LIMIT = 100;
const PAGE = 10;

/** The id of the name of the whole, for the dialog around it. */
export const PALETTE_NAME_ID = 'account-actions-palette-name';

/**
 * A search over what waits, a list below, the keys at its foot. The focus stays in the search; the list names its
 * active row. A row that was decided goes, the one that took its place is active; one that is taken back is active
 * again.
 */
export function TriagePalettePane({ model, onClose }: TriagePalettePaneProps): VNode {
  const today = useStore(model.today);
  const isReading = useStore(model.isReading);
  const isNothing = useStore(model.isNothing);
  const tags = useStore(model.tags);
  const [query, setQuery] = useState('');
  const { keeper, decide, act, move } = usePaletteDesk(model, onClose);
  const { waiting: all, shown, index } = useStore(keeper.desk);
  const said = useStore(keeper.said);
  const proposals = countWaiting(all.rows);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useUniqueId();
  const current = shown.item(index);
  // The active one is always among those that are drawn.
  const rows = shown.slice(0, Math.max(LIMIT, index + 1));

  // At once: the next key may be down already.
  useLayoutEffect(() => input.current!.focus(), []);
  useEffect(
    () => list.current!.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    [current?.key],
  );

  return (
    <>
      {/* Names for the dialog and its list: Obsidian shows an `aria-label` as a tooltip, all over what it names. */}
      <span id={PALETTE_NAME_ID} hidden>
        {words.triage.palette.name}
      </span>
      <span id={`${id}-name`} hidden>
        {words.triage.grid}
      </span>
      <div class="prompt-input-container">
        <input
          class="prompt-input"
          type="text"
          enterKeyHint="done"
          autocapitalize="off"
          spellcheck={false}
          ref={input}
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : `${id}-${index}`}
          placeholder={words.triage.palette.placeholder}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            keeper.show(matching(event.currentTarget.value));
          }}
          onKeyDown={(event) => {
            const action = paletteActionOf(event);
            if (action === null) return;
            event.preventDefault();
            act(action);
          }}
        />
      </div>
      <div
        class="prompt-results"
        id={`${id}-list`}
        role="listbox"
        aria-labelledby={`${id}-name`}
        ref={list}
        onMouseDown={(event) => event.preventDefault()}
      >
        {rows.map((row, at) => (
          <PaletteRow
            key={row.key}
            id={`${id}-${at}`}
            row={row}
            today={today}
            active={at === index}
            onPoint={() => move(() => at)}
            onPress={() => (Platform.isMobile ? move(() => at) : decide(row, { name: 'accept' }))}
          />
        ))}
      </div>
      {rows.length === 0 && (
        <div class="suggestion-empty">{emptyWords(proposals, isReading, isNothing ? tags : null)}</div>
      )}
      <div class="account-actions-palette-said">
        <span role="status">{said}</span>
        <span>
          {query.trim() === '' ? words.triage.waiting(proposals) : words.triage.shown(shown.length, proposals)}
        </span>
      </div>
      <Foot onAct={act} />
    </>
  );
}

/** A desk of all that waits, as long as the list is shown, and what keys and presses do at it. */
function usePaletteDesk(
  model: TriageModel,
  onClose: () => void,
): {
  readonly keeper: DeskKeeper;
  readonly decide: (row: ProposalRow | undefined, verb: RowVerb) => void;
  readonly act: (action: PaletteAction) => void;
  readonly move: (to: (now: Desk) => number) => void;
} {
  const keeper = useMemo(
    () =>
      keepDesk(model.queue, {
        showing: matching(''),
        countLeft: ({ waiting }) => countWaiting(waiting.rows),
        onError: model.onError,
      }),
    [],
  );
  useLayoutEffect(() => keeper.stop, []);
  const decide = (row: ProposalRow | undefined, verb: RowVerb): void => {
    if (row !== undefined) keeper.decide([row], verb);
  };
  const currentNow = (): ProposalRow | undefined => currentRow(keeper.desk.get());
  const move = (to: (now: Desk) => number): void => keeper.move((now) => moveTo(now, to(now)));
  const moves: Readonly<Record<Extract<PaletteAction, string>, () => void>> = {
    open() {
      const row = currentNow();
      if (row === undefined) return;
      onClose();
      model.open(row, null);
    },
    undo: keeper.undo,
    next: () => move((now) => (now.index + 1 >= now.shown.length ? 0 : now.index + 1)),
    previous: () => move((now) => (now.index <= 0 ? now.shown.length - 1 : now.index - 1)),
    'page-down': () => move((now) => now.index + PAGE),
    'page-up': () => move((now) => now.index - PAGE),
  };
  const act = (action: PaletteAction): void =>
    typeof action === 'string' ? moves[action]() : decide(currentNow(), action.verb);
  return { keeper, decide, act, move };
}

/** The keys; on a phone, which has none of them, buttons that do the same to the active row. */
function Foot({ onAct }: { readonly onAct: (action: PaletteAction) => void }): VNode {
  if (Platform.isMobile) {
    return (
      <div class="prompt-instructions account-actions-palette-buttons">
        {PALETTE_KEYS.map(({ action, key, words: said }) => (
          <button key={key} type="button" onClick={() => onAct(action)}>
            {said}
          </button>
        ))}
      </div>
    );
  }
  return (
    <div class="prompt-instructions">
      {PALETTE_KEYS.map(({ key, hint }) => (
        <div class="prompt-instruction" key={key}>
          <span class="prompt-instruction-command">{key}</span>
          <span>{hint}</span>
        </div>
      ))}
      <div class="prompt-instruction">
        <span class="prompt-instruction-command">{words.keys.named.esc}</span>
        <span>{words.triage.palette.hint.close}</span>
      </div>
    </div>
  );
}

/** What waits and is meant by a query. */
function matching(query: string): Showing {
  const pick = picking((part) => part.filter(isWaiting), byFirstLine);
  return {
    name: query,
    pick(rows) {
      const waiting = pick(rows);
      if (query.trim() === '') return waiting;
      const found = findProposals([...waiting], query);
      const ranks = new Map(found.map((row, rank) => [row, rank]));
      return SharedList.of(found, (a, b) => (ranks.get(a) ?? -1) - (ranks.get(b) ?? -1));
    },
  };
}

/** `tags`: those that no note has where nothing is found in the vault, else null. */
function emptyWords(waiting: number, reading: boolean, tags: readonly string[] | null): string {
  if (waiting > 0) return words.triage.palette.noMatch;
  if (reading) return words.common.reading;
  return tags === null ? words.triage.nothingLeft : words.firstRun.nothing(tags);
}
