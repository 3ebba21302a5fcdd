import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Suggestion } from '../../core/account/suggest';
import type { UnassignedRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { numberWords } from '../../words/format';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { useFollowed, useStore } from '../use-store';
import { Page } from './page';
import { UnassignedItem } from './unassigned-item';
import type { AccountsViewModel } from './state';
import { words } from '../../words/words';

interface UnassignedPageProps {
  readonly model: AccountsViewModel;
  readonly onBack: () => void;
}

/**
 * Which notes are looked at: all, those whose first suggestion is certain, those between two accounts, or those with a
 * kind of reason for it.
 */
type Choice = 'all' | 'certain' | 'tied' | `kind:${string}`;

/**
 * The notes that do not say whose they are, by the account that each may be about, and why. Nothing is assigned by
 * itself.
 */
export function UnassignedPage({ model, onBack }: UnassignedPageProps): VNode {
  const [found, followed] = useFollowed(() => model.followUnassigned(), [model]);
  /** What is being written: it cannot be pressed again. */
  const [writing, setWriting] = useState<readonly string[]>([]);
  const count = useStore(model.unassigned);
  const [waiting] = useFollowed(() => model.followUnassignedWaiting(), [model]);
  // What has its account by now goes at once, though the list follows many changes seldom.
  const notes = useMemo(() => (found ?? NO_ROWS).filter(({ path }) => model.isUnassigned(path)), [found, count]);
  const [choice, setChoice] = useState<Choice>('all');
  const choices = useMemo(() => choicesOf(notes, choice), [notes, choice]);
  const shown = useMemo(() => notes.filter((note) => isChosen(note, choice)), [notes, choice]);
  const groups = useMemo(() => groupsOf(shown), [shown]);
  const sure = shown.filter(isForMany);
  const [pending, setPending] = useState(false);
  const assignAll = async (rows: readonly UnassignedRow[]): Promise<void> => {
    setPending(true);
    await model.assign(rows.map((row) => ({ path: row.path, account: firstKnown(row)!.name })));
    await followed.settled();
    setPending(false);
  };
  const writeOne = async (path: string, write: () => Promise<void>): Promise<void> => {
    setWriting((paths) => [...paths, path]);
    await write();
    setWriting((paths) => paths.filter((other) => other !== path));
  };
  return (
    <Page title={words.common.noAccount} onBack={onBack}>
      <p class="account-actions-sub account-actions-lead">
        {notes.length === 0 ? (count === 0 ? words.assign.none : words.assign.looking) : words.assign.lead}
      </p>
      {waiting !== null && waiting > 0 && (
        <button type="button" class="account-actions-more" onClick={model.triageUnassigned}>
          {words.assign.triage(waiting)}
        </button>
      )}
      {choices.some(({ name }) => name === 'certain') && (
        <p class="account-actions-sub account-actions-lead">
          <Icon name="badge-check" /> {words.assign.whyCertain}
        </p>
      )}
      {notes.length > 0 && (
        <div class="account-actions-assign-all">
          <label>
            {words.assign.show}
            <select
              class="dropdown"
              value={choice}
              onChange={(event) => setChoice(event.currentTarget.value as Choice)}
            >
              {choices.map(({ name, label, count }) => (
                <option key={name} value={name}>
                  {words.assign.counted(label, count)}
                </option>
              ))}
            </select>
          </label>
          {sure.length > 0 && (
            <button type="button" disabled={pending} onClick={() => void assignAll(sure)}>
              {words.assign.assignNotes(sure.length)}
              {sure.length > 1 && words.assign.more}
            </button>
          )}
        </div>
      )}
      {notes.length > 0 && shown.length === 0 && <p class="account-actions-empty">{words.assign.nothingLeft}</p>}
      {groups.map(({ account, rows }) => (
        <SuggestedGroup
          key={account ?? ''}
          account={account}
          rows={rows}
          pending={pending}
          onAssignAll={(many) => void assignAll(many)}
        >
          {(row) => (
            <UnassignedItem
              key={row.path}
              row={row}
              model={model}
              pending={writing.includes(row.path)}
              onWrite={(write) => void writeOne(row.path, write)}
            />
          )}
        </SuggestedGroup>
      ))}
    </Page>
  );
}

interface SuggestedGroupProps {
  /** Null where none is suggested. */
  readonly account: string | null;
  readonly rows: readonly UnassignedRow[];
  readonly pending: boolean;
  readonly onAssignAll: (rows: readonly UnassignedRow[]) => void;
  readonly children: (row: UnassignedRow) => VNode;
}

/** The notes that may be about one account, with what gives it to all of them that may be taken together. */
function SuggestedGroup({ account, rows, pending, onAssignAll, children }: SuggestedGroupProps): VNode {
  const many = rows.filter(isForMany);
  return (
    <details class="account-actions-section" open>
      <summary>
        <bdi>{account === null ? words.assign.unknown : visible(account)}</bdi>
        <span class="account-actions-count">{numberWords(rows.length)}</span>
      </summary>
      {account !== null && many.length > 1 && (
        <button type="button" class="account-actions-fact-button" disabled={pending} onClick={() => onAssignAll(many)}>
          {words.assign.assignTo(many.length)[0]}
          <bdi>{visible(account)}</bdi>
          {words.assign.assignTo(many.length)[1]}
        </button>
      )}
      <LongList
        items={rows}
        label={account === null ? words.assign.unknown : words.assign.suggestedFor(visible(account))}
      >
        {children}
      </LongList>
    </details>
  );
}

const NO_ROWS: readonly UnassignedRow[] = [];

/** The first suggestion of a note, where it is an account that there is. */
function firstKnown({ suggestions }: UnassignedRow): Suggestion | null {
  const [first] = suggestions;
  return first === undefined || first.key === null ? null : first;
}

/**
 * Whether the first suggestion of a note may be taken together with others: one between two accounts, or of which little
 * tells, is chosen by itself, and one that cannot be written is not counted.
 */
function isForMany(row: UnassignedRow): boolean {
  const first = firstKnown(row);
  return first !== null && !first.tied && !first.weak && row.fault === null;
}

function isChosen(row: UnassignedRow, choice: Choice): boolean {
  if (choice === 'all') return true;
  const first = firstKnown(row);
  return (
    first !== null &&
    (choice === 'certain' || choice === 'tied' ? first[choice] : first.kinds.some((kind) => choice === `kind:${kind}`))
  );
}

/**
 * What may be looked at; what is looked at now stays, also when none of it is left: what is shown next is for the user
 * to say.
 */
function choicesOf(
  notes: readonly UnassignedRow[],
  now: Choice,
): readonly { readonly name: Choice; readonly label: string; readonly count: number }[] {
  const kinds = new Map<string, number>();
  for (const note of notes) {
    for (const kind of firstKnown(note)?.kinds ?? []) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  if (now.startsWith('kind:') && !kinds.has(now.slice(5))) kinds.set(now.slice(5), 0);
  const marked = (
    [
      ['certain', words.assign.certain],
      ['tied', words.assign.tied],
    ] as const
  )
    .map(([name, label]) => ({ name, label, count: notes.filter((note) => isChosen(note, name)).length }))
    .filter(({ name, count }) => count > 0 || name === now);
  return [
    { name: 'all', label: words.assign.all, count: notes.length },
    ...marked,
    ...[...kinds]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => ({
        name: `kind:${kind}` as const,
        label: kind.slice(0, 1).toUpperCase() + kind.slice(1),
        count,
      })),
  ];
}

/** The notes by the account that is suggested first, most of them first; those without a suggestion last. */
function groupsOf(
  notes: readonly UnassignedRow[],
): readonly { readonly account: string | null; readonly rows: readonly UnassignedRow[] }[] {
  const groups = new Map<string | null, UnassignedRow[]>();
  for (const note of notes) {
    const account = firstKnown(note)?.name ?? null;
    const known = groups.get(account);
    if (known === undefined) groups.set(account, [note]);
    else known.push(note);
  }
  return [...groups]
    .map(([account, rows]) => ({ account, rows }))
    .sort((a, b) => Number(a.account === null) - Number(b.account === null) || b.rows.length - a.rows.length);
}
