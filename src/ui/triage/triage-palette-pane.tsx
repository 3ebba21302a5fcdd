import { Platform } from 'obsidian';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RowVerb } from '../../core/triage/decide';
import { leftWords } from '../../core/triage/report';
import type { ProposalRow } from '../../core/triage/rows';
import { countWords } from '../../words/format';
import { useStore } from '../use-store';
import type { TriageModel } from '../../app/triage/model';
import { PALETTE_KEYS, paletteActionOf, type PaletteAction } from './triage-palette-keys';
import { PaletteRow } from './triage-palette-row';
import { findProposals } from './triage-palette-search';
import { useUniqueId } from '../parts/unique-id';

interface TriagePalettePaneProps {
  readonly model: TriageModel;
  readonly onClose: () => void;
}

const PAGE = 10;

/** The id of the name of the whole, for the dialog around it. */
export const PALETTE_NAME_ID = 'account-actions-palette-name';

/**
 * A search over what waits, a list below, the keys at its foot. The focus stays in the search; the list names its
 * active row. A row that was decided goes, the one that took its place is active; one that is taken back is active
 * again.
 */
export function TriagePalettePane({ model, onClose }: TriagePalettePaneProps): VNode {
  const all = useStore(model.rows);
  const today = useStore(model.today);
  const isReading = useStore(model.isReading);
  const proposals = useMemo(() => all.filter(isWaiting), [all]);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState({ key: '', index: 0 });
  const [said, setSaid] = useState('');
  const [, redraw] = useState({});
  // Asked by the next press, which may come before this one was drawn.
  const pending = useRef(new Set<string>());
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useUniqueId();
  const { rows, count } = useMemo(() => findProposals(proposals, query), [proposals, query]);
  const known = rows.findIndex(({ key }) => key === active.key);
  const index = known >= 0 ? known : Math.min(active.index, rows.length - 1);
  const current = rows[index];

  // At once: the next key may be down already.
  useLayoutEffect(() => input.current!.focus(), []);
  useEffect(
    () => list.current!.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    [current?.key],
  );

  const moveTo = (to: number): void => {
    const target = Math.max(0, Math.min(to, rows.length - 1));
    setActive({ key: rows[target]?.key ?? '', index: target });
  };
  const left = (): string => leftWords(model.rows.get().filter(isWaiting).length);
  const decide = async (at: number, verb: RowVerb): Promise<void> => {
    const key = rows[at]?.key;
    if (key === undefined || pending.current.has(key)) return;
    setActive({ key, index: at });
    pending.current.add(key);
    redraw({});
    const words = await model.decide([key], verb);
    setSaid(`${words} ${left()}`);
    pending.current.delete(key);
    redraw({});
  };
  const act: Readonly<Record<PaletteAction, () => void>> = {
    accept: () => void decide(index, { name: 'accept' }),
    dismiss: () => void decide(index, { name: 'dismiss' }),
    open() {
      if (current === undefined) return;
      onClose();
      model.open(current, null);
    },
    undo: () => void model.undo().then((words) => setSaid(`${words} ${left()}`)),
    next: () => moveTo(index + 1 === rows.length ? 0 : index + 1),
    previous: () => moveTo(index === 0 ? rows.length - 1 : index - 1),
    'page-down': () => moveTo(index + PAGE),
    'page-up': () => moveTo(index - PAGE),
  };

  return (
    <>
      {/* Names for the dialog and its list: Obsidian shows an `aria-label` as a tooltip, all over what it names. */}
      <span id={PALETTE_NAME_ID} hidden>
        Triage proposed tasks
      </span>
      <span id={`${id}-name`} hidden>
        Proposed tasks
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
          placeholder="Triage proposed tasks: search by words, account or owner"
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setActive({ key: '', index: 0 });
          }}
          onKeyDown={(event) => {
            const action = paletteActionOf(event);
            if (action === null) return;
            event.preventDefault();
            act[action]();
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
            pending={pending.current.has(row.key)}
            onPoint={() => moveTo(at)}
            onPress={() => (Platform.isMobile ? moveTo(at) : void decide(at, { name: 'accept' }))}
          />
        ))}
      </div>
      {rows.length === 0 && <div class="suggestion-empty">{emptyWords(proposals.length, isReading)}</div>}
      <div class="account-actions-palette-said">
        <span role="status">{said}</span>
        <span>
          {query.trim() === ''
            ? `${countWords(proposals.length, 'proposal')} waiting`
            : `${count.toLocaleString('en-GB')} of ${countWords(proposals.length, 'proposal')}`}
        </span>
      </div>
      <Foot onAct={(action) => act[action]()} />
    </>
  );
}

/** The keys; on a phone, which has none of them, buttons that do the same to the active row. */
function Foot({ onAct }: { readonly onAct: (action: PaletteAction) => void }): VNode {
  if (Platform.isMobile) {
    return (
      <div class="prompt-instructions account-actions-palette-buttons">
        {PALETTE_KEYS.map(({ action, words }) => (
          <button key={action} type="button" onClick={() => onAct(action)}>
            {words}
          </button>
        ))}
      </div>
    );
  }
  return (
    <div class="prompt-instructions">
      {PALETTE_KEYS.map(({ action, key, words }) => (
        <div class="prompt-instruction" key={action}>
          <span class="prompt-instruction-command">{key}</span>
          <span>to {words.toLowerCase()}</span>
        </div>
      ))}
      <div class="prompt-instruction">
        <span class="prompt-instruction-command">esc</span>
        <span>to close</span>
      </div>
    </div>
  );
}

function isWaiting({ snoozed }: ProposalRow): boolean {
  return snoozed === null;
}

function emptyWords(waiting: number, reading: boolean): string {
  if (waiting > 0) return 'No proposed task fits these words.';
  return reading ? 'Reading notes …' : 'Nothing is waiting for a decision.';
}
