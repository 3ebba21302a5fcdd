import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { DecisionName } from '../../core/triage/decide';
import { matchesFilter, type ProposalRow } from '../../core/triage/proposals';
import { visible } from '../../core/text/inline';
import { countWords } from '../parts/day-words';
import { Icon } from '../parts/icon';
import { useSilentLabel } from '../parts/silent-label';
import { useStore } from '../use-store';
import { KeySheet } from './key-sheet';
import type { TriageModel } from './model';
import { ProposalGrid } from './proposal-grid';
import { useCursor } from './use-cursor';

/** The verbs of the toolbar, in their order. */
const DECISIONS: readonly { readonly decision: DecisionName; readonly name: string; readonly icon: string }[] = [
  { decision: 'accept', name: 'Accept', icon: 'check' },
  { decision: 'dismiss', name: 'Dismiss', icon: 'x' },
  { decision: 'done', name: 'Mark done', icon: 'check-check' },
];

/** Proposed tasks with their filter, toolbar and grid. */
export function TriagePane({ model }: { readonly model: TriageModel }): VNode {
  const proposals = useStore(model.proposals);
  const progress = useStore(model.progress);
  const letters = useStore(model.letters);
  const [account, setAccount] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const [showKeys, setShowKeys] = useState(false);
  const toolbar = useSilentLabel('Decide');
  const shown = useMemo(() => proposals.filter((row) => matchesFilter(row, { account, words })), [proposals, account, words]);
  const cursor = useCursor(shown.map((row) => row.key));

  const decide = async (keys: readonly string[], decision: DecisionName): Promise<void> => {
    const free = keys.filter((key) => !pending.has(key));
    if (free.length === 0) return;
    setPending((before) => new Set([...before, ...free]));
    try {
      setSaid(await model.decide(free, decision));
      cursor.leave(free);
    } finally {
      setPending((before) => new Set([...before].filter((key) => !free.includes(key))));
    }
  };
  const undo = async (): Promise<void> => setSaid(await model.undo());
  const targets = (row: ProposalRow | undefined): readonly string[] =>
    cursor.selected.size > 0 ? [...cursor.selected] : row === undefined ? [] : [row.key];
  const current = shown[cursor.index];

  return (
    <>
      <div class="nav-header account-actions-triage-header">
        <div class="account-actions-filters">
          <div class="search-input-container">
            <input
              type="search" enterKeyHint="search" spellcheck={false} placeholder="Filter by words" value={words}
              onInput={(event) => {
                setWords(event.currentTarget.value);
                setSaid('');
              }}
            />
            {words !== '' && <button type="button" class="search-input-clear-button" aria-label="Clear filter" onClick={() => setWords('')} />}
          </div>
          <AccountFilter proposals={proposals} account={account} onChange={(next) => {
            setAccount(next);
            setSaid('');
          }} />
        </div>
        {toolbar.element}
        <div class="account-actions-toolbar" role="toolbar" aria-labelledby={toolbar.id}>
          {DECISIONS.map(({ decision, name, icon }) => (
            <button key={decision} type="button" disabled={current === undefined} onClick={() => void decide(targets(current), decision)}>
              <Icon name={icon} />{name}
            </button>
          ))}
          <button type="button" onClick={() => void undo()}><Icon name="undo-2" />Undo</button>
          <button type="button" class="clickable-icon" aria-label="Keys" aria-expanded={showKeys} onClick={() => setShowKeys(!showKeys)}><Icon name="keyboard" /></button>
        </div>
      </div>
      {showKeys && <KeySheet letters={letters} onClose={() => setShowKeys(false)} />}
      <ProposalGrid
        model={model} rows={shown} cursor={cursor} pending={pending} letters={letters}
        onDecide={(keys, decision) => void decide(keys ?? targets(current), decision)} onUndo={() => void undo()} onHelp={() => setShowKeys(!showKeys)}
      />
      {shown.length === 0 && <Empty waiting={proposals.length} reading={progress !== null} />}
      <div class="account-actions-foot">
        <span class="account-actions-said" role="status">{said}</span>
        <span class="account-actions-sub">
          {cursor.selected.size > 0 && `${cursor.selected.size} selected · `}
          {shown.length === proposals.length ? `${countWords(proposals.length, 'proposal')} waiting` : `${shown.length.toLocaleString('en-GB')} of ${countWords(proposals.length, 'proposal')}`}
        </span>
      </div>
    </>
  );
}

interface AccountFilterProps {
  readonly proposals: readonly ProposalRow[];
  readonly account: string | null;
  readonly onChange: (account: string | null) => void;
}

const ANY = 'any';

function AccountFilter({ proposals, account, onChange }: AccountFilterProps): VNode {
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const row of proposals) found.set(row.account ?? '', (found.get(row.account ?? '') ?? 0) + 1);
    return [...found].sort(([a], [b]) => Number(b === '') - Number(a === '') || a.localeCompare(b, 'en', { sensitivity: 'base' }));
  }, [proposals]);
  return (
    <select
      class="dropdown" aria-label="Account" value={account === null ? ANY : `=${account}`}
      onChange={(event) => onChange(event.currentTarget.value === ANY ? null : event.currentTarget.value.slice(1))}
    >
      <option value={ANY}>All accounts</option>
      {account !== null && !counts.some(([name]) => name === account) && <option value={`=${account}`}>{account === '' ? 'No account' : visible(account)} (0)</option>}
      {counts.map(([name, count]) => <option key={name} value={`=${name}`}>{name === '' ? 'No account' : visible(name)} ({count})</option>)}
    </select>
  );
}

function Empty({ waiting, reading }: { readonly waiting: number; readonly reading: boolean }): VNode | null {
  if (reading) return <p class="account-actions-empty">Reading notes …</p>;
  if (waiting > 0) return <p class="account-actions-empty">No proposal fits this filter. {countWords(waiting, 'other')} {waiting === 1 ? 'waits' : 'wait'}.</p>;
  return (
    <div class="account-actions-empty account-actions-all-done">
      <Icon name="coffee" />
      <p>Nothing is waiting for a decision.</p>
    </div>
  );
}
