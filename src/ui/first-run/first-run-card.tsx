import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { FirstRun } from '../../app/first-run/first-run';
import type { Look, Shown } from '../../app/first-run/look';
import type { VaultCounts } from '../../core/first-run/counts';
import type { Offer, Survey } from '../../core/first-run/survey';
import { folderOf } from '../../core/note/note';
import { visible } from '../../core/text/inline';
import { numberWords } from '../../words/format';
import { words } from '../../words/words';
import { useUniqueId } from '../parts/unique-id';
import { useStore } from '../use-store';

const { firstRun } = words;

/** What there is in the vault, which settings would read it, and who the user may be: one press takes them over. */
export function FirstRunCard({
  firstRun: parts,
  onApplied,
}: {
  readonly firstRun: FirstRun;
  readonly onApplied: () => void;
}): VNode {
  const look = useMemo(() => parts.look(), [parts]);
  useEffect(() => () => look.stop(), [look]);
  const shown = useStore(look.shown);
  const tags = useStore(parts.tags);
  const hasSample = useStore(parts.hasSample);
  const { survey } = shown;
  return (
    <div class="account-actions-first-run">
      {survey === null ? (
        <p class="account-actions-sub" role="status">
          {firstRun.looking(shown.read, shown.total)}
        </p>
      ) : (
        <Found look={look} shown={shown} survey={survey} tags={tags} onApplied={onApplied} />
      )}
      {survey !== null && (
        <div class="account-actions-sample">
          {!hasSample && <p class="account-actions-sub">{firstRun.sample.why}</p>}
          <button type="button" onClick={() => (hasSample ? parts.removeSample() : parts.addSample())}>
            {hasSample ? firstRun.sample.remove : firstRun.sample.add}
          </button>
        </div>
      )}
    </div>
  );
}

interface FoundProps {
  readonly look: Look;
  readonly shown: Shown;
  readonly survey: Survey;
  readonly tags: readonly string[];
  readonly onApplied: () => void;
}

function Found({ look, shown, survey, tags, onApplied }: FoundProps): VNode {
  const { counts, found, offers, people } = survey;
  const { checked, finds } = shown;
  const isProposing = ({ kind }: Offer): boolean => kind === 'boxes' || kind === 'items';
  const choices = (list: readonly Offer[]): readonly ChoiceRow[] =>
    list.map((offer) => ({
      id: offer.id,
      label: visible(firstRun.offer[offer.kind](offer.name)),
      detail: visible(findsWords(offer)),
    }));
  return (
    <>
      {counts.notes === 0 ? <p>{firstRun.empty}</p> : <Counts counts={counts} />}
      {shown.all > counts.notes && <p class="account-actions-sub">{firstRun.newest(counts.notes, shown.all)}</p>}
      {found.notes > 0 && <p>{firstRun.found(found.accounts, found.notes, found.proposals)}</p>}
      {counts.notes > 0 && offers.length === 0 && found.notes === 0 && <p>{firstRun.unknown(tags)}</p>}
      <Choices
        title={firstRun.reading}
        rows={choices(offers.filter((offer) => !isProposing(offer)))}
        checked={checked}
        onCheck={look.check}
      />
      <Choices
        title={firstRun.proposing}
        rows={choices(offers.filter(isProposing))}
        checked={checked}
        onCheck={look.check}
      />
      <Choices
        title={firstRun.people}
        rows={people.map(({ name, meetings }) => ({ id: name, label: visible(name), detail: firstRun.met(meetings) }))}
        checked={checked}
        onCheck={look.check}
      />
      {offers.length + people.length > 0 && (
        <>
          <p role="status">
            {finds === null ? firstRun.counting : firstRun.total(finds.accounts, finds.notes, finds.proposals)}
          </p>
          <button
            type="button"
            class="mod-cta"
            disabled={checked.size === 0}
            onClick={() => {
              look.apply();
              onApplied();
            }}
          >
            {firstRun.apply}
          </button>
        </>
      )}
    </>
  );
}

function findsWords({ kind, paths, finds }: Offer): string {
  const folder = kind === 'folder' || kind === 'account-folder' ? '' : commonFolder(paths);
  return kind === 'boxes' || kind === 'items'
    ? firstRun.proposals(finds.proposals, folder)
    : firstRun.finds(finds.notes, folder, finds.accounts, finds.proposals);
}

const SHOWN_OF_EACH = 5;

/** The sums of all kinds; those that most notes have come when it is opened. */
function Counts({ counts }: { readonly counts: VaultCounts }): VNode {
  const { counts: said, most } = firstRun;
  const lists = Object.keys(most) as (keyof typeof most)[];
  const sums = [
    said.notes(counts.notes),
    ...lists.map((name) => said[name](counts[name].length)),
    said.boxes(counts.boxes),
  ];
  return (
    <details class="account-actions-vault-counts">
      <summary>{sums.join(' · ')}</summary>
      <dl>
        {lists
          .filter((name) => counts[name].length > 0)
          .map((name) => (
            <div key={name}>
              <dt>{most[name]}</dt>
              {counts[name].slice(0, SHOWN_OF_EACH).map((one) => (
                <dd key={one.name}>
                  <bdi>{visible(one.name)}</bdi> <span class="account-actions-count">{numberWords(one.notes)}</span>
                </dd>
              ))}
            </div>
          ))}
      </dl>
    </details>
  );
}

interface ChoiceRow {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

interface ChoicesProps {
  readonly title: string;
  readonly rows: readonly ChoiceRow[];
  readonly checked: ReadonlySet<string>;
  readonly onCheck: Look['check'];
}

/** Lines to check, under a question; nothing where there are none. */
function Choices({ title, rows, checked, onCheck }: ChoicesProps): VNode | null {
  const id = useUniqueId();
  if (rows.length === 0) return null;
  return (
    <fieldset class="account-actions-offers" aria-labelledby={id}>
      <legend id={id}>{title}</legend>
      {rows.map((row) => (
        <label key={row.id} class="account-actions-offer">
          <input
            type="checkbox"
            checked={checked.has(row.id)}
            onChange={(event) => onCheck(row.id, event.currentTarget.checked)}
          />
          <span>
            <bdi>{row.label}</bdi>
            <span class="account-actions-sub">
              <bdi>{row.detail}</bdi>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The deepest folder that holds all these notes; empty where they have none in common. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => folderOf(path).split('/'));
  const shared = others.reduce((most, parts) => {
    const end = most.findIndex((part, at) => part !== parts[at]);
    return end === -1 ? most : most.slice(0, end);
  }, first);
  return shared.join('/');
}
