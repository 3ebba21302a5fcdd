import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Suggestion } from '../../core/account/suggest';
import type { UnassignedRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { countWords, dayWords } from '../parts/day-words';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { PressLink } from '../parts/press-link';
import { useStore } from '../use-store';
import type { AccountsModel } from './model';
import { Page } from './page';

interface UnassignedPageProps {
  readonly model: AccountsModel;
  readonly onBack: () => void;
}

/** Which notes are looked at: all, those whose first suggestion is certain, or those with a reason for it. */
type Choice = 'all' | 'certain' | `reason ${string}`;

/** The notes that do not say whose they are, by the account that each may be about, and why. Nothing is assigned by itself. */
export function UnassignedPage({ model, onBack }: UnassignedPageProps): VNode {
  const [followed] = useState(() => model.followUnassigned());
  useEffect(() => () => followed.stop(), [followed]);
  const notes = useStore(followed);
  const [choice, setChoice] = useState<Choice>('all');
  const choices = useMemo(() => choicesOf(notes), [notes]);
  const current = choices.some(({ name }) => name === choice) ? choice : 'all';
  const shown = useMemo(() => notes.filter((note) => isChosen(note, current)), [notes, current]);
  const groups = useMemo(() => groupsOf(shown), [shown]);
  const suggested = shown.filter((note) => firstKnown(note) !== null);
  const assignAll = (rows: readonly UnassignedRow[]): void => model.assign(rows.flatMap((row) => {
    const first = firstKnown(row);
    return first === null ? [] : [{ path: row.path, account: first.name }];
  }));
  return (
    <Page title="No account" onBack={onBack}>
      <p class="account-actions-sub account-actions-lead">
        {notes.length === 0 ? 'Every note has its account.' : 'These notes do not say whose they are. What they may be about is a suggestion only; nothing is assigned by itself.'}
      </p>
      {notes.length > 0 && (
        <div class="account-actions-assign-all">
          <select class="dropdown" aria-label="Why" value={current} onChange={(event) => setChoice(event.currentTarget.value as Choice)}>
            {choices.map(({ name, label, count }) => <option key={name} value={name}>{`${label} (${count.toLocaleString('en-GB')})`}</option>)}
          </select>
          <button type="button" disabled={suggested.length === 0} onClick={() => assignAll(suggested)}>Assign {countWords(suggested.length, 'note')} …</button>
        </div>
      )}
      {groups.map(({ account, rows }) => (
        <details key={account ?? ''} class="account-actions-section" open>
          <summary>
            <bdi>{account === null ? 'No account that is known' : visible(account)}</bdi><span class="account-actions-count">{rows.length.toLocaleString('en-GB')}</span>
          </summary>
          {account !== null && rows.length > 1 && (
            <button type="button" class="account-actions-fact-button" onClick={() => assignAll(rows)}>Assign {countWords(rows.length, 'note')} to <bdi>{visible(account)}</bdi> …</button>
          )}
          <LongList items={rows} label={account === null ? 'Notes that may be about no known account' : `Notes that may be about ${visible(account)}`}>
            {(row) => <UnassignedItem key={row.path} row={row} model={model} />}
          </LongList>
        </details>
      ))}
    </Page>
  );
}

function UnassignedItem({ row, model }: { readonly row: UnassignedRow; readonly model: AccountsModel }): VNode {
  const today = useStore(model.today);
  const { path, title, day, proposed, suggestions } = row;
  return (
    <li class="account-actions-item is-static">
      <span class="account-actions-item-icon"><Icon name="file-question" /></span>
      <div class="account-actions-item-inner">
        <PressLink class="account-actions-item-text account-actions-from" onPress={(event) => model.open({ path }, event)}>{visible(title)}</PressLink>
        <div class="account-actions-sub">
          {day !== null && <span>{dayWords(day, today)}</span>}
          {proposed > 0 && <span>{proposed} proposed</span>}
        </div>
        {suggestions.length === 0
          ? <div class="account-actions-sub">No suggestion: no account is named in it.</div>
          : (
            <ul class="account-actions-suggestions">
              {suggestions.slice(0, MOST_SHOWN).map(({ key, name, certain, reasons }) => (
                <li key={key ?? name}>
                  {key === null
                    ? <span class="account-actions-suggestion is-new"><bdi>{visible(name)}</bdi></span>
                    : (
                      <button type="button" class="account-actions-fact-button account-actions-suggestion" onClick={() => model.assign([{ path, account: name }])}>
                        <span class="account-actions-unseen">Assign: </span><bdi>{visible(name)}</bdi>{certain && <Icon name="badge-check" />}
                      </button>
                    )}
                  <span class="account-actions-sub">{visible(reasons.join(', '))}{key === null && ', not an account yet'}</span>
                </li>
              ))}
              {suggestions.length > MOST_SHOWN && <li class="account-actions-sub">and {countWords(suggestions.length - MOST_SHOWN, 'less likely account')}</li>}
            </ul>
          )}
        <button type="button" class="account-actions-fact-button" onClick={() => model.choose([path])}>Choose …<span class="account-actions-unseen">: {visible(title)}</span></button>
      </div>
    </li>
  );
}

const MOST_SHOWN = 3;

/** The first suggestion of a note, where it is an account that there is. */
function firstKnown({ suggestions }: UnassignedRow): Suggestion | null {
  const [first] = suggestions;
  return first === undefined || first.key === null ? null : first;
}

function isChosen(row: UnassignedRow, choice: Choice): boolean {
  if (choice === 'all') return true;
  const first = firstKnown(row);
  return first !== null && (choice === 'certain' ? first.certain : first.reasons.some((reason) => choice === `reason ${kindOf(reason)}`));
}

/** What a reason says without its names and numbers, so that notes with the same kind of reason meet. */
function kindOf(reason: string): string {
  return reason.replace(/“[^”]*”/gu, '…').replace(/\d[\d.,]*/g, '…').replace(/\s+/g, ' ').trim();
}

function choicesOf(notes: readonly UnassignedRow[]): readonly { readonly name: Choice; readonly label: string; readonly count: number }[] {
  const reasons = new Map<string, number>();
  for (const note of notes) {
    for (const kind of new Set(firstKnown(note)?.reasons.map(kindOf))) reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
  }
  const certain = notes.filter((note) => isChosen(note, 'certain')).length;
  return [
    { name: 'all', label: 'All', count: notes.length },
    ...(certain > 0 ? [{ name: 'certain' as const, label: 'Certain', count: certain }] : []),
    ...[...reasons].sort(([, a], [, b]) => b - a).map(([kind, count]) => ({ name: `reason ${kind}` as const, label: kind.slice(0, 1).toUpperCase() + kind.slice(1), count })),
  ];
}

/** The notes by the account that is suggested first, most of them first; those without a suggestion last. */
function groupsOf(notes: readonly UnassignedRow[]): readonly { readonly account: string | null; readonly rows: readonly UnassignedRow[] }[] {
  const groups = new Map<string | null, UnassignedRow[]>();
  for (const note of notes) {
    const account = firstKnown(note)?.name ?? null;
    const known = groups.get(account);
    if (known === undefined) groups.set(account, [note]);
    else known.push(note);
  }
  return [...groups].map(([account, rows]) => ({ account, rows })).sort((a, b) => Number(a.account === null) - Number(b.account === null) || b.rows.length - a.rows.length);
}
